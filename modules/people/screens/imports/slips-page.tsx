import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import { answer, api } from '#api';
import { ApiProblem, ConfirmDialog, DataTable, EmptyState, Page, ProblemAlert, toast } from '#platform/ui';
import { useChosenYearId } from '../pupils/use-pupils.ts';
import { printSlips, type SlipOrder } from './print-slips.ts';

/** Slips by class: one press prints a class; printing again takes the old codes back and asks before. */
export default function SlipsPage() {
  const { t } = useTranslation('import');
  const queries = useQueryClient();
  const { yearId, ready } = useChosenYearId();
  const [busy, setBusy] = useState<SlipOrder>();
  const [again, setAgain] = useState<{ order: SlipOrder; problem: ApiProblem }>();
  const [error, setError] = useState<unknown>();
  const groups = useQuery({
    queryKey: ['slips', yearId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/people/slips', { params: { query: yearId ? { schoolYearId: yearId } : {} }, signal }),
      ),
    enabled: ready,
  });

  async function print(order: SlipOrder) {
    setError(undefined);
    setBusy(order);
    try {
      await printSlips(order, yearId, uuid());
      setAgain(undefined);
      toast({ tone: 'done', text: t('slips.done') });
      await queries.invalidateQueries({ queryKey: ['slips'] });
    } catch (caught) {
      if (caught instanceof ApiProblem && caught.document.code === 'people.slipsExist' && !order.replace) {
        setAgain({ order: { ...order, replace: true }, problem: caught });
      } else setError(caught);
    } finally {
      setBusy(undefined);
    }
  }

  return (
    <Page title={t('slips.title')} lead={t('slips.lead')}>
      {error ? <ProblemAlert error={error} /> : null}
      <DataTable
        caption={t('slips.title')}
        rows={groups.data?.items ?? []}
        rowKey={(row) => row.classId ?? 'staff'}
        loading={groups}
        empty={<EmptyState title={t('slips.none')} />}
        columns={[
          {
            key: 'class',
            header: t('slips.class'),
            phone: 'title',
            cell: (row) => row.className ?? t('slips.staff'),
          },
          { key: 'people', header: t('slips.people'), align: 'right', cell: (row) => row.people },
          {
            key: 'made',
            header: t('slips.made'),
            cell: (row) =>
              row.classId
                ? t('slips.both', {
                    pupils: row.pupilCodes,
                    pupilsDone: row.pupilActivated,
                    guardians: row.guardianCodes,
                    guardiansDone: row.guardianActivated,
                  })
                : t('slips.one', { count: row.staffCodes, done: row.staffActivated }),
          },
          {
            key: 'print',
            header: t('slips.print'),
            cell: ({ classId }) => (
              <Group gap="xs">
                {(classId
                  ? ([
                      { holder: 'pupil', classId, replace: false },
                      { holder: 'guardian', classId, replace: false },
                    ] as const)
                  : ([{ holder: 'staff', replace: false }] as const)
                ).map((order) => (
                  <Button
                    key={order.holder}
                    size="xs"
                    variant="default"
                    leftSection={<IconPrinter size={16} aria-hidden />}
                    loading={
                      busy?.holder === order.holder && (busy.holder === 'staff' || busy.classId === classId)
                    }
                    onClick={() => void print(order)}
                  >
                    {t(`slips.for.${order.holder}`)}
                  </Button>
                ))}
              </Group>
            ),
          },
        ]}
      />
      {again ? (
        <ConfirmDialog
          opened
          danger
          title={again.problem.document.title}
          confirm={t('slips.again')}
          busy={busy !== undefined}
          onConfirm={() => void print(again.order)}
          onClose={() => setAgain(undefined)}
        >
          <p>{again.problem.document.detail}</p>
        </ConfirmDialog>
      ) : null}
    </Page>
  );
}
