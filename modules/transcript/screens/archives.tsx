import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay, useSchoolYear } from '#api';
import { formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, ProblemAlert, Section, toast } from '#platform/ui';

/** Exports for permanent keeping: asked for, under way, to be taken out. */
export function Archives() {
  const { t } = useTranslation('transcript');
  const may = useMay();
  const { name: schoolYear } = useSchoolYear();
  const archives = useQuery({
    queryKey: ['transcript', 'archives'],
    queryFn: ({ signal }) => answer(api.GET('/api/transcript/archives', { signal })),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'waiting' || one.state === 'running') ? 2000 : false,
  });
  const start = useCommand({
    run: (body: { schoolYear?: string }, init) =>
      answer(api.POST('/api/transcript/archives', { body, ...init })),
    refreshes: [['transcript', 'archives']],
    onDone: () => toast({ tone: 'done', text: t('archive.started') }),
  });
  return (
    <Section
      title={t('archive.title')}
      aside={
        may('transcript.startArchive') ? (
          <Button
            variant="default"
            loading={start.isPending}
            onClick={() => start.mutate(schoolYear ? { schoolYear } : {})}
          >
            {t('archive.start')}
          </Button>
        ) : null
      }
    >
      {start.error ? <ProblemAlert error={start.error} /> : null}
      <DataTable
        caption={t('archive.title')}
        loading={archives}
        rows={archives.data?.items ?? []}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('archive.none')}>{t('archive.noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'asked',
            header: t('archive.asked'),
            phone: 'title',
            cell: ({ schoolYear: year, askedAt }) => t('archive.name', { year, at: formatDateTime(askedAt) }),
          },
          {
            key: 'made',
            header: t('archive.made'),
            align: 'right',
            cell: ({ made, asked }) => t('archive.count', { made, asked }),
          },
          {
            key: 'state',
            header: t('archive.state'),
            phone: 'corner',
            cell: ({ id, state, failed }) =>
              state === 'done' ? (
                <Anchor href={`/api/transcript/archives/${id}/file`} download>
                  {failed.length > 0
                    ? t('archive.downloadShort', { count: failed.length })
                    : t('archive.download')}
                </Anchor>
              ) : (
                t(`archive.is.${state}`)
              ),
          },
        ]}
      />
    </Section>
  );
}
