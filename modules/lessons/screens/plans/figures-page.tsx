import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useSchoolYear } from '#api';
import { DataTable, EmptyState, Page, Section } from '#platform/ui';

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
  // More units than fit beside one another stand in the workbook.
  const few = rows.length > 1 && rows.length <= 6 ? rows : [];
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
        ]}
      />
      {rows.length > 0 ? (
        <Section title={t('figures.byTag')}>
          <DataTable
            caption={t('figures.byTag')}
            rows={tags}
            rowKey={({ code }) => code}
            empty={null}
            columns={[
              { key: 'tag', header: t('figures.tag'), phone: 'title', cell: ({ name }) => name },
              {
                key: 'count',
                header: t('figures.count'),
                align: 'right',
                phone: 'corner',
                cell: ({ code }) => sum(code),
              },
              ...few.map(({ unit, byTag }) => ({
                key: unit.id,
                header: unit.name,
                align: 'right' as const,
                phone: 'hidden' as const,
                cell: ({ code }: (typeof tags)[number]) => byTag[code] ?? 0,
              })),
              { key: 'source', header: t('figures.source'), phone: 'hidden', cell: ({ source }) => source },
            ]}
          />
        </Section>
      ) : null}
    </Page>
  );
}
