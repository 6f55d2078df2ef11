import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe, useSchoolYear } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  ProblemAlert,
  Section,
  toast,
  useAddress,
} from '#platform/ui';

import { distributionColumns } from './distribution.ts';
import { PeriodChips } from './period-chips.tsx';

const groups = { lop: 'class', khoi: 'grade', truong: 'school', xa: 'commune', tat: 'all' } as const;

/** Results counted by class, grade, school or commune, and how the marks of each subject are spread. No names. */
export default function FiguresPage() {
  const { t } = useTranslation('gradebook');
  const { address } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const inSchool = useMe().permissions.includes('people.listPupils');
  const chosen = address.theo as keyof typeof groups | undefined;
  const by = groups[chosen ?? (inSchool ? 'lop' : 'truong')] ?? 'class';
  const period = address.ky === '2' ? 2 : address.ky === 'nam' ? 0 : 1;
  const query = { period, by, ...(schoolYear ? { schoolYear } : {}) } as const;
  const figures = useQuery({
    queryKey: ['gradebook', 'figures', query],
    queryFn: ({ signal }) => answer(api.GET('/api/gradebook/figures', { params: { query }, signal })),
  });
  const compute = useCommand({
    run: (of: { schoolYear?: string }, init) =>
      answer(api.POST('/api/gradebook/figures/compute', { body: of, ...init })),
    refreshes: [['gradebook', 'figures']],
    onDone: ({ pupils }) => toast({ tone: 'done', text: t('figures.done', { count: pupils }) }),
  });
  const data = figures.data;
  const since = data?.groups.map(({ computedAt }) => computedAt).sort()[0];
  const share = (count: number | undefined, of: number) =>
    t('figures.share', { count: count ?? 0, percent: of > 0 ? Math.round(((count ?? 0) * 100) / of) : 0 });
  const levels = ['excellent', 'good', 'pass', 'fail'] as const;
  return (
    <Page
      wide
      title={t('figures.title')}
      lead={since ? t('figures.since', { at: formatDateTime(since) }) : t('figures.lead')}
      tools={
        <>
          <Button
            component="a"
            variant="default"
            download
            href={`/api/gradebook/figures/workbook?${new URLSearchParams(
              Object.entries(query).map(([key, value]) => [key, `${value}`]),
            )}`}
          >
            {t('sheet.excel')}
          </Button>
          <Button component={Link} variant="default" to="/thong-ke-ket-qua/hoan-canh">
            {t('equity.open')}
          </Button>
        </>
      }
      action={
        data?.may.includes('gradebook.computeFigures') ? (
          <Button
            loading={compute.isPending}
            onClick={() => compute.mutate(schoolYear ? { schoolYear } : {})}
          >
            {t('figures.compute')}
          </Button>
        ) : undefined
      }
    >
      {compute.error ? <ProblemAlert error={compute.error} /> : null}
      <PeriodChips />
      <FilterChips
        name="theo"
        label={t('figures.by')}
        options={(inSchool
          ? (['lop', 'khoi', 'tat'] as const)
          : (['truong', 'xa', 'khoi', 'tat'] as const)
        ).map((value, at) => ({
          value: at === 0 ? '' : value,
          label: t(`figures.${value}`),
        }))}
      />
      <Section title={t('figures.results')}>
        <DataTable
          caption={t('figures.results')}
          loading={figures}
          rows={data?.groups ?? []}
          rowKey={({ key }) => key}
          empty={<EmptyState title={t('figures.none')}>{t('figures.noneDetail')}</EmptyState>}
          columns={[
            {
              key: 'name',
              header: t('figures.where'),
              phone: 'title',
              cell: ({ key, name }) => (key === 'all' ? t('figures.tat') : name),
            },
            { key: 'pupils', header: t('sheets.pupils'), align: 'right', cell: ({ pupils }) => pupils },
            ...levels.map((level, at) => ({
              key: level,
              header: t('figures.academic', { level: t(`level.${level}`) }),
              align: 'right' as const,
              cell: (row: { academic: number[]; pupils: number }) => share(row.academic[at], row.pupils),
            })),
            ...levels.map((level, at) => ({
              key: `conduct-${level}`,
              header: t('figures.conduct', { level: t(`level.${level}`) }),
              align: 'right' as const,
              phone: 'hidden' as const,
              cell: (row: { conduct: number[]; pupils: number }) => share(row.conduct[at], row.pupils),
            })),
          ]}
        />
      </Section>
      {data && data.subjects.length > 0 ? (
        <Section title={t('figures.subjects')}>
          <DataTable
            caption={t('figures.subjects')}
            rows={data.subjects}
            rowKey={({ code }) => code}
            empty={null}
            columns={[
              { key: 'name', header: t('figures.subject'), phone: 'title', cell: ({ name }) => name },
              ...distributionColumns(t),
            ]}
          />
        </Section>
      ) : null}
    </Page>
  );
}
