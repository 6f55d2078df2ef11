import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useSchoolYear } from '#api';
import { DataTable, EmptyState, Page } from '#platform/ui';

/** Lesson plans in numbers, and how often each integrated topic is taught: what the report of the year asks for. */
export default function FiguresPage() {
  const { t } = useTranslation('lesson-plans');
  const { name: schoolYear } = useSchoolYear();
  const query = schoolYear ? { schoolYear } : {};
  const figures = useQuery({
    queryKey: ['lessons', 'figures', query],
    queryFn: ({ signal }) => answer(api.GET('/api/lessons/figures', { params: { query }, signal })),
  });
  const tags = [...(figures.data?.topics ?? []), ...(figures.data?.methods ?? [])];
  const rows = figures.data?.groups ?? [];
  const sum = (tag: string) => rows.reduce((total, { byTag }) => total + (byTag[tag] ?? 0), 0);
  return (
    <Page
      wide
      title={t('figures.title')}
      lead={t('figures.lead')}
      tools={
        <Button
          component="a"
          variant="default"
          download
          href={`/api/lessons/figures/workbook${schoolYear ? `?schoolYear=${schoolYear}` : ''}`}
        >
          {t('figures.excel')}
        </Button>
      }
    >
      <DataTable
        caption={t('figures.title')}
        loading={figures}
        rows={rows}
        rowKey={({ unit }) => unit.id}
        empty={<EmptyState title={t('figures.none')}>{t('figures.noneDetail')}</EmptyState>}
        columns={[
          { key: 'unit', header: t('figures.unit'), phone: 'title', cell: ({ unit }) => unit.name },
          {
            key: 'teachers',
            header: t('figures.teachers'),
            align: 'right',
            cell: ({ teachers, withApproved }) => t('figures.of', { part: withApproved, all: teachers }),
          },
          {
            key: 'approved',
            header: t('figures.approved'),
            align: 'right',
            cell: ({ approved, written }) => t('figures.of', { part: approved, all: written }),
          },
          { key: 'digital', header: t('figures.digital'), align: 'right', cell: ({ digital }) => digital },
          ...tags.map(({ code, name }) => ({
            key: code,
            header: name,
            align: 'right' as const,
            cell: ({ byTag }: (typeof rows)[number]) => byTag[code] ?? 0,
          })),
        ]}
      />
      {rows.length > 1 ? (
        <p>
          {t('figures.sum')}{' '}
          {tags.map(({ code, name }) => t('figures.tagSum', { name, count: sum(code) })).join('; ')}
        </p>
      ) : null}
    </Page>
  );
}
