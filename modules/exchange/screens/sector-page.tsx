import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  Facts,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  Section,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import type { SectorKind } from '#rules/exchange';

/** The school's sheet for the sector database: what is wrong in which row, the files, and what was exported before. */
export default function SectorPage() {
  const { t } = useTranslation('exchange');
  const { address } = useAddress();
  const kind: SectorKind = address.loai === 'staff' ? 'staff' : 'pupils';
  const preview = useQuery({
    queryKey: ['exchange', 'sector', 'preview', kind],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/exchange/sector/{kind}/preview', { params: { path: { kind } }, signal })),
  });
  const exports = useQuery({
    queryKey: ['exchange', 'sector', 'exports'],
    queryFn: ({ signal }) => answer(api.GET('/api/exchange/sector/exports', { signal })),
  });
  const make = useCommand({
    run: (format: 'xlsx' | 'csv', init) =>
      answer(
        api.POST('/api/exchange/sector/{kind}/exports', {
          params: { path: { kind } },
          body: { format },
          ...init,
        }),
      ),
    refreshes: [['exchange', 'sector', 'exports']],
    onDone: ({ asked, written }) => toast({ tone: 'done', text: t('sector.made', { asked, written }) }),
  });
  const { data } = preview;
  return (
    <Page title={t('sector.title')} lead={t('sector.lead')}>
      <Group justify="space-between">
        <FilterChips
          name="loai"
          label={t('sector.kind')}
          options={[
            { value: '', label: t('sector.kinds.pupils') },
            { value: 'staff', label: t('sector.kinds.staff') },
          ]}
        />
        <Link to="/xuat-csdl-nganh/mau" search={{ loai: kind }}>
          {t('sector.template')}
        </Link>
      </Group>
      {preview.error ? <ProblemAlert error={preview.error} onRetry={() => preview.refetch()} /> : null}
      {data ? (
        <Stack>
          <Facts
            facts={[
              { name: t('sector.asked'), value: data.asked },
              { name: t('sector.written'), value: data.written },
              { name: t('sector.doubtful'), value: data.doubtful },
              { name: t('sector.refused'), value: data.refused },
            ]}
          />
          <Notice>
            <p>{data.sourceNote}</p>
          </Notice>
          {make.error ? <ProblemAlert error={make.error} /> : null}
          <Group>
            <Button
              loading={make.isPending}
              disabled={data.written === 0}
              onClick={() => make.mutate('xlsx')}
            >
              {t('sector.excel')}
            </Button>
            <Button
              variant="default"
              disabled={make.isPending || data.written === 0}
              onClick={() => make.mutate('csv')}
            >
              {t('sector.csv')}
            </Button>
          </Group>
        </Stack>
      ) : null}
      <Section title={t('sector.faults')}>
        <DataTable
          caption={t('sector.faults')}
          loading={preview}
          rows={data?.faults ?? []}
          total={data?.faultsInAll ?? 0}
          rowKey={({ line, heading, message }) => `${line} ${heading} ${message}`}
          empty={<EmptyState title={t('sector.noFaults')}>{t('sector.noFaultsDetail')}</EmptyState>}
          columns={[
            {
              key: 'line',
              header: t('sector.line'),
              align: 'right',
              phone: 'hidden',
              cell: ({ line }) => line,
            },
            { key: 'name', header: t('sector.name'), phone: 'title', cell: ({ name }) => name },
            { key: 'place', header: t(`sector.place.${kind}`), cell: ({ place }) => place },
            { key: 'heading', header: t('sector.column'), cell: ({ heading }) => heading },
            { key: 'message', header: t('sector.message'), cell: ({ message }) => message },
            {
              key: 'severity',
              header: t('sector.severity'),
              phone: 'corner',
              cell: ({ severity }) => (
                <Tag tone={severity === 'error' ? 'late' : 'due'}>{t(`sector.severities.${severity}`)}</Tag>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('sector.history')}>
        <DataTable
          caption={t('sector.history')}
          loading={exports}
          rows={exports.data?.items ?? []}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('sector.noHistory')}>{t('sector.noHistoryDetail')}</EmptyState>}
          columns={[
            {
              key: 'at',
              header: t('sector.madeAt'),
              phone: 'title',
              cell: ({ madeAt }) => formatDateTime(madeAt),
            },
            { key: 'kind', header: t('sector.kind'), cell: (row) => t(`sector.kinds.${row.kind}`) },
            { key: 'by', header: t('sector.madeBy'), cell: ({ madeBy }) => madeBy },
            {
              key: 'counts',
              header: t('sector.counts'),
              cell: ({ written, asked }) => t('sector.of', { written, asked }),
            },
            {
              key: 'file',
              header: t('sector.file'),
              phone: 'corner',
              cell: ({ id, format }) => (
                <a href={`/api/exchange/sector/exports/${id}/file`} download>
                  {t('sector.download', { format: format === 'xlsx' ? 'Excel' : 'CSV' })}
                </a>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('bulk.title')}>
        <p>{t('bulk.what')}</p>
        <Group>
          <Button component="a" href="/api/exchange/oneroster.zip" download variant="default">
            {t('bulk.roster')}
          </Button>
          <Button component="a" href="/api/exchange/oneroster.zip?marks=yes" download variant="default">
            {t('bulk.marks')}
          </Button>
        </Group>
      </Section>
    </Page>
  );
}
