import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, DataTable, EmptyState, FilterChips, Page, toast, useAddress } from '#platform/ui';

type Answer = operations['gradebook.listCorrections']['responses'][200]['content']['application/json'];
type Correction = Answer['items'][number];

/** Requests to change locked marks: the principal approves or refuses, the teacher sees what became of them. */
export default function CorrectionsPage() {
  const { t } = useTranslation('gradebook');
  const { address } = useAddress();
  const state = address.xem === 'da-xu-li' ? undefined : ('asked' as const);
  const corrections = useQuery({
    queryKey: ['gradebook', 'corrections', state],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/gradebook/corrections', { params: { query: state ? { state } : {} }, signal })),
  });
  const [deciding, setDeciding] = useState<{ correction: Correction; approve: boolean }>();
  const decide = useCommand({
    run: ({ id, approve, version }: { id: string; approve: boolean; version: number }, init) =>
      answer(
        api.POST('/api/gradebook/corrections/{correctionId}/decide', {
          params: { path: { correctionId: id } },
          body: { approve, version },
          ...init,
        }),
      ),
    refreshes: [['gradebook']],
    onDone: ({ state: outcome }) => {
      setDeciding(undefined);
      toast({ tone: 'done', text: t(`corrections.done.${outcome}`) });
    },
  });
  const rows = (corrections.data?.items ?? []).filter((one) => state || one.state !== 'asked');
  const may = corrections.data?.may.includes('gradebook.decideCorrection') ?? false;
  return (
    <Page
      wide
      title={t('corrections.title')}
      lead={t('corrections.lead')}
      trail={[{ label: t('sheets.title'), to: '/so-diem' }]}
    >
      <FilterChips
        name="xem"
        label={t('corrections.state')}
        options={[
          { value: '', label: t('corrections.asked') },
          { value: 'da-xu-li', label: t('corrections.decided') },
        ]}
      />
      <DataTable
        caption={t('corrections.title')}
        loading={corrections}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('corrections.none')}>{t('corrections.noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'pupil',
            header: t('sheet.pupil'),
            phone: 'title',
            cell: (one) => t('corrections.pupil', { name: one.pupilName, class: one.className }),
          },
          {
            key: 'cell',
            header: t('corrections.cell'),
            cell: (one) =>
              t('corrections.cellOf', {
                subject: one.subjectName,
                column: one.placeName,
                semester: one.semester === 1 ? 'I' : 'II',
              }),
          },
          {
            key: 'change',
            header: t('corrections.change'),
            cell: (one) =>
              t('history.change', {
                before: one.from || t('sheet.empty'),
                after: one.to || t('sheet.empty'),
              }),
          },
          { key: 'reason', header: t('correction.reason'), cell: (one) => one.reason },
          {
            key: 'asked',
            header: t('corrections.askedBy'),
            cell: (one) =>
              t('history.by', { who: one.askedBy ?? t('history.unknown'), at: formatDateTime(one.askedAt) }),
          },
          {
            key: 'act',
            header: t('corrections.state'),
            cell: (one) =>
              one.state !== 'asked' ? (
                t(`corrections.is.${one.state}`)
              ) : may ? (
                <Group gap="xs" wrap="nowrap">
                  <Button size="compact-sm" onClick={() => setDeciding({ correction: one, approve: true })}>
                    {t('corrections.approve')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => setDeciding({ correction: one, approve: false })}
                  >
                    {t('corrections.refuse')}
                  </Button>
                </Group>
              ) : (
                t('corrections.is.asked')
              ),
          },
        ]}
      />
      <ConfirmDialog
        opened={deciding !== undefined}
        title={deciding?.approve ? t('corrections.approveQuestion') : t('corrections.refuseQuestion')}
        confirm={deciding?.approve ? t('corrections.approve') : t('corrections.refuse')}
        busy={decide.isPending}
        error={decide.error}
        onConfirm={() =>
          deciding &&
          decide.mutate({
            id: deciding.correction.id,
            approve: deciding.approve,
            version: deciding.correction.version,
          })
        }
        onClose={() => setDeciding(undefined)}
      >
        {deciding ? (
          <p>
            {t('corrections.what', {
              name: deciding.correction.pupilName,
              column: deciding.correction.placeName,
              from: deciding.correction.from || t('sheet.empty'),
              to: deciding.correction.to || t('sheet.empty'),
            })}
          </p>
        ) : null}
      </ConfirmDialog>
    </Page>
  );
}
