import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useSchoolYear } from '#api';
import { formatDate } from '#platform/i18n';
import {
  ConfirmDialog,
  DataTable,
  DateField,
  EmptyState,
  Page,
  ProblemAlert,
  SideDrawer,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import type { AnswerOf } from './answer-of.ts';
import { DisruptionForm } from './disruption-form.tsx';
import { MakeUpDialog } from './make-up-dialog.tsx';
import { UnmakeDialog } from './unmake-dialog.tsx';

export type Disruptions = AnswerOf<'timetable.listDisruptions'>;
type Disruption = Disruptions['items'][number];

/** How far making up is first looked for. */
function daysAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Days on which the timetable does not hold: who is away and who stands in, days without school, teaching online, making up. */
export default function ChangesPage() {
  const { t } = useTranslation('timetable');
  const { name: schoolYear } = useSchoolYear();
  const { address, set } = useAddress();
  const of = { ...(schoolYear ? { schoolYear } : {}) };
  const found = useQuery({
    queryKey: ['timetable', 'disruptions', of],
    queryFn: ({ signal }) => answer(api.GET('/api/timetable/disruptions', { params: { query: of }, signal })),
  });
  const [ending, setEnding] = useState<Disruption>();
  const [makingUp, setMakingUp] = useState<Disruption>();
  const [unmaking, setUnmaking] = useState<Disruption>();
  const [recorded, setRecorded] = useState<string>();
  const [day, setDay] = useState<string | null>(null);
  const refreshes = [['timetable']];
  const end = useCommand({
    run: ({ id, version }: Disruption, init) =>
      answer(
        api.POST('/api/timetable/disruptions/{disruptionId}/end', {
          params: { path: { disruptionId: id } },
          body: { version, fromDay: day ?? '' },
          ...init,
        }),
      ),
    refreshes,
    onDone: ({ told }) => {
      setEnding(undefined);
      toast({ tone: 'done', text: t('changes.ended', { count: told }) });
    },
  });
  const undo = useCommand({
    run: ({ id, version, fromDay }: Disruption, init) =>
      answer(
        api.POST('/api/timetable/disruptions/{disruptionId}/end', {
          params: { path: { disruptionId: id } },
          body: { version, fromDay },
          ...init,
        }),
      ),
    refreshes,
    onDone: () => toast({ tone: 'done', text: t('changes.undone') }),
  });
  const sayUnmade = ({ undone, told }: AnswerOf<'timetable.undoMakeUp'>) =>
    toast({ tone: 'done', text: t('changes.unmade', { count: undone, told }) });
  const unmake = useCommand({
    run: ({ id, version, changeIds }: { id: string; version: number; changeIds: string[] }, init) =>
      answer(
        api.POST('/api/timetable/disruptions/{disruptionId}/make-up/undo', {
          params: { path: { disruptionId: id } },
          body: { version, changeIds },
          ...init,
        }),
      ),
    refreshes,
    onDone: sayUnmade,
  });
  const closeMakeUp = () => {
    setMakingUp(undefined);
    setRecorded(undefined);
  };
  const { data } = found;
  if (!data) {
    return (
      <Page title={t('changes.title')}>
        {found.error ? (
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton height={240} />
        )}
      </Page>
    );
  }
  return (
    <Page
      wide
      title={t('changes.title')}
      lead={t('changes.lead')}
      action={data.mayEdit ? <Button onClick={() => set({ ghi: '1' })}>{t('changes.add')}</Button> : null}
    >
      {undo.error || unmake.error ? <ProblemAlert error={undo.error ?? unmake.error} /> : null}
      <DataTable
        caption={t('changes.title')}
        loading={found}
        rows={data.items}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('changes.none')}>{t('changes.noneDetail')}</EmptyState>}
        columns={[
          { key: 'about', header: t('changes.about'), phone: 'title', cell: (row) => row.about },
          {
            key: 'kind',
            header: t('changes.kind'),
            phone: 'corner',
            cell: (row) => (
              <Tag tone={row.endedOn || row.toDay < data.today ? 'none' : 'due'}>
                {t(`disruption.${row.kind}`)}
              </Tag>
            ),
          },
          {
            key: 'days',
            header: t('changes.days'),
            cell: (row) => {
              // On the day it ended the timetable holds again; taken back, it was for its first day.
              const last = row.endedOn ? [row.fromDay, daysAfter(row.endedOn, -1)].sort()[1]! : row.toDay;
              const [from, to] = [formatDate(row.fromDay), formatDate(last)];
              return from === to ? from : t('changes.span', { from, to });
            },
          },
          { key: 'reason', header: t('changes.reason'), cell: (row) => row.reason },
          {
            key: 'lessons',
            header: t('changes.lessons'),
            align: 'right',
            cell: (row) =>
              row.endedOn && row.lessons === 0
                ? t('changes.takenBack')
                : (['lessons', 'cancelled', 'moved', 'madeUp'] as const)
                    .filter((what) => what === 'lessons' || row[what] > 0)
                    .map((what) => t(`changes.count.${what}`, { [what]: row[what] }))
                    .join(', '),
          },
          {
            key: 'do',
            header: t('list.actions'),
            cell: (row) =>
              data.mayEdit ? (
                <Group gap={6}>
                  {row.endedOn || row.toDay < data.today ? null : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => {
                        setDay([data.today, row.fromDay].sort()[1] ?? null);
                        setEnding(row);
                      }}
                    >
                      {t('changes.end')}
                    </Button>
                  )}
                  {row.cancelled > 0 ? (
                    <Button size="compact-sm" variant="default" onClick={() => setMakingUp(row)}>
                      {t('changes.makeUp')}
                    </Button>
                  ) : null}
                  {row.madeUpTo && row.madeUpTo >= data.today ? (
                    <Button size="compact-sm" variant="default" onClick={() => setUnmaking(row)}>
                      {t('changes.unmake')}
                    </Button>
                  ) : null}
                </Group>
              ) : null,
          },
        ]}
      />
      <SideDrawer wide opened={address.ghi === '1'} title={t('changes.add')} onClose={() => set({ ghi: '' })}>
        {address.ghi === '1' ? (
          <DisruptionForm
            of={of}
            known={data}
            onDone={({ disruption, told }) => {
              set({ ghi: '' });
              const text = t('changes.recorded', { lessons: disruption.lessons, told });
              // Of a day without school the next question is where its lessons go.
              if (disruption.kind === 'noSchool' && disruption.cancelled > 0) {
                setRecorded(text);
                setMakingUp(disruption);
                return;
              }
              toast({
                tone: 'done',
                text,
                action: { label: t('undo'), run: () => undo.mutate(disruption) },
              });
            }}
          />
        ) : null}
      </SideDrawer>
      <ConfirmDialog
        opened={ending !== undefined}
        title={t('changes.endQuestion', { about: ending?.about ?? '' })}
        confirm={t('changes.end')}
        busy={end.isPending}
        error={end.error}
        disabled={!day}
        onConfirm={() => ending && end.mutate(ending)}
        onClose={() => setEnding(undefined)}
      >
        <DateField label={t('changes.endFrom')} value={day} onChange={setDay} />
      </ConfirmDialog>
      {makingUp ? (
        <MakeUpDialog
          disruption={makingUp}
          firstDay={daysAfter([data.today, makingUp.endedOn ?? makingUp.toDay].sort()[1]!, 14)}
          recorded={recorded}
          onClose={closeMakeUp}
          onDone={({ disruption: { id, version }, placed, left }, changeIds) => {
            closeMakeUp();
            toast({
              tone: left > 0 ? 'due' : 'done',
              text: t(left > 0 ? 'changes.madeUp' : 'changes.madeUpAll', { placed, left }),
              action: { label: t('undo'), run: () => unmake.mutate({ id, version, changeIds }) },
            });
          }}
        />
      ) : null}
      {unmaking ? (
        <UnmakeDialog
          disruption={unmaking}
          onClose={() => setUnmaking(undefined)}
          onDone={(undone) => {
            setUnmaking(undefined);
            sayUnmade(undone);
          }}
        />
      ) : null}
    </Page>
  );
}
