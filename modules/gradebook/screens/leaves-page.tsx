import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import { DataTable, EmptyState, Page, ProblemAlert, Section, Tag, toast } from '#platform/ui';
import { LeaveForm } from './leave-form.tsx';

const tones = { asked: 'due', accepted: 'done', refused: 'late', withdrawn: 'none' } as const;

/** Leave: a guardian asks and sees what became of it; who leads the class accepts or refuses. */
export default function LeavesPage() {
  const { t } = useTranslation('leaves');
  const may = useMay();
  const list = useQuery({
    queryKey: ['gradebook', 'leaves'],
    queryFn: ({ signal }) => answer(api.GET('/api/gradebook/leaves', { signal })),
  });
  const decide = useCommand({
    run: ({ id, accept }: { id: string; accept: boolean }, init) =>
      answer(
        api.POST('/api/gradebook/leaves/{leaveId}/decision', {
          params: { path: { leaveId: id } },
          body: { accept, note: null },
          ...init,
        }),
      ),
    refreshes: [['gradebook']],
    onDone: ({ state }) => toast({ tone: 'done', text: t(`done.${state}`) }),
  });
  const withdraw = useCommand({
    run: (id: string, init) =>
      answer(
        api.POST('/api/gradebook/leaves/{leaveId}/withdraw', { params: { path: { leaveId: id } }, ...init }),
      ),
    refreshes: [['gradebook', 'leaves']],
    onDone: () => toast({ tone: 'done', text: t('done.withdrawn') }),
  });
  const error = decide.error ?? withdraw.error;
  return (
    <Page title={t('title')} lead={may('gradebook.askLeave') ? t('leadFamily') : t('leadSchool')}>
      {may('gradebook.askLeave') ? (
        <Section title={t('ask')}>
          <LeaveForm />
        </Section>
      ) : null}
      {error ? <ProblemAlert error={error} /> : null}
      <DataTable
        caption={t('title')}
        loading={list}
        rows={list.data?.items ?? []}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'pupil',
            header: t('pupil'),
            phone: 'title',
            cell: ({ pupil, className }) => (className ? `${pupil} (${className})` : pupil),
          },
          {
            key: 'days',
            header: t('days'),
            cell: ({ days, sessions }) =>
              `${days.map(formatDate).join(', ')} · ${sessions.map((one) => t(`session.${one === 1 ? 1 : 2}`)).join(', ')}`,
          },
          { key: 'reason', header: t('reason'), cell: ({ reason }) => reason },
          {
            key: 'state',
            header: t('state'),
            cell: ({ state }) => <Tag tone={tones[state]}>{t(`stateOf.${state}`)}</Tag>,
          },
          {
            key: 'steps',
            header: t('steps'),
            cell: (leave) => (
              <Group gap="xs">
                {leave.may.includes('gradebook.decideLeave')
                  ? ([true, false] as const).map((accept) => (
                      <Button
                        key={String(accept)}
                        size="compact-sm"
                        variant={accept ? 'filled' : 'default'}
                        disabled={decide.isPending}
                        onClick={() => decide.mutate({ id: leave.id, accept })}
                      >
                        {accept ? t('accept') : t('refuse')}
                      </Button>
                    ))
                  : null}
                {leave.may.includes('gradebook.withdrawLeave') ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={withdraw.isPending}
                    onClick={() => withdraw.mutate(leave.id)}
                  >
                    {t('withdraw')}
                  </Button>
                ) : null}
              </Group>
            ),
          },
        ]}
      />
    </Page>
  );
}
