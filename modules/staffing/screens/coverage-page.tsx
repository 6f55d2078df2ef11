import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useSchoolYear } from '#api';
import {
  DataTable,
  EmptyState,
  FilterChips,
  HeatMap,
  type HeatRow,
  Page,
  ProblemAlert,
  ProgressOfWork,
  useAddress,
} from '#platform/ui';
import { shownPeriods } from './grid-model.ts';

type Coverage = operations['staffing.getCoverage']['responses'][200]['content']['application/json'];
type Row = Coverage['rows'][number];
type Figures = Row['total'];

/** From half a post on people speak of too many or too few teachers. */
const halfPost = 0.5;

const legend = [
  { tone: 'late', mark: '-1', word: 'veryShort' },
  { tone: 'due', mark: '-½', word: 'short' },
  { tone: 'done', mark: '✓', word: 'enough' },
  { tone: 'wait', mark: '+1', word: 'surplus' },
] as const;

/** Schools x subjects: where teachers are missing or too many, in full posts. */
export default function CoveragePage() {
  const { t } = useTranslation('staffing');
  const { address, set } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const query: Record<string, string> = schoolYear ? { schoolYear } : {};
  const coverage = useQuery({
    queryKey: ['staffing', 'coverage', query],
    queryFn: ({ signal }) => answer(api.GET('/api/staffing/coverage', { params: { query }, signal })),
  });
  const data = coverage.data;
  const rows = useMemo(
    () =>
      (data?.rows ?? []).filter(
        (row) => row.classes > 0 && (address.loc !== 'thieu' || balance(row.total) <= -halfPost),
      ),
    [data, address.loc],
  );
  const heat = useMemo((): HeatRow[] => {
    const cell = (figures: Figures | undefined, subject: string) => {
      if (!figures) return null;
      const value = balance(figures);
      const words = {
        subject,
        need: shownPeriods(figures.needFte),
        have: shownPeriods(figures.haveFte),
        by: shownPeriods(Math.abs(value)),
      };
      if (value <= -1)
        return { tone: 'late' as const, mark: mark(value), label: t('coverage.shortBy', words) };
      if (value <= -halfPost)
        return { tone: 'due' as const, mark: mark(value), label: t('coverage.shortBy', words) };
      if (value >= halfPost)
        return { tone: 'wait' as const, mark: mark(value), label: t('coverage.over', words) };
      return { tone: 'done' as const, mark: '✓', label: t('coverage.right', words) };
    };
    return rows.map((row) => ({
      key: row.schoolId,
      label: row.name,
      to: '/phan-cong',
      search: { truong: row.schoolId },
      cells: [
        cell(row.total, t('coverage.all')),
        ...(data?.subjects ?? []).map(({ code, name }) => cell(row.subjects[code], name)),
      ],
    }));
  }, [rows, data, t]);

  return (
    <Page
      wide
      title={t('coverage.title')}
      lead={t('coverage.lead')}
      tools={
        <Button
          component="a"
          href={`/api/staffing/coverage/workbook?${new URLSearchParams(query)}`}
          download
          variant="default"
        >
          {t('excel')}
        </Button>
      }
    >
      {coverage.error ? (
        <ProblemAlert error={coverage.error} onRetry={() => void coverage.refetch()} />
      ) : null}
      {coverage.isPending ? <ProgressOfWork doing={t('coverage.loading')} /> : null}
      {data ? (
        <>
          <FilterChips
            name="loc"
            label={t('coverage.which')}
            options={[
              { value: '', label: t('coverage.allSchools') },
              { value: 'thieu', label: t('coverage.onlyShort') },
            ]}
          />
          <div style={{ margin: '8px 0 16px' }}>
            <FilterChips
              name="xem"
              label={t('view')}
              options={[
                { value: '', label: t('coverage.map') },
                { value: 'bang', label: t('coverage.table') },
              ]}
            />
          </div>
          {rows.length === 0 ? (
            <EmptyState title={t('coverage.none')}>{t('coverage.noneDetail')}</EmptyState>
          ) : address.xem === 'bang' ? (
            <DataTable
              caption={t('coverage.title')}
              rows={rows}
              rowKey={({ schoolId }) => schoolId}
              rowTo={({ schoolId }) => `/phan-cong?truong=${schoolId}`}
              empty={null}
              columns={[
                { key: 'name', header: t('coverage.school'), phone: 'title', cell: ({ name }) => name },
                { key: 'place', header: t('coverage.place'), cell: ({ place }) => place ?? '' },
                {
                  key: 'classes',
                  header: t('coverage.classes'),
                  align: 'right',
                  cell: ({ classes }) => classes,
                },
                { key: 'pupils', header: t('coverage.pupils'), align: 'right', cell: ({ pupils }) => pupils },
                {
                  key: 'teachers',
                  header: t('coverage.teachers'),
                  align: 'right',
                  cell: ({ teachers }) => teachers,
                },
                {
                  key: 'quota',
                  header: t('coverage.quota'),
                  align: 'right',
                  cell: ({ quota }) => shownPeriods(quota),
                },
                {
                  key: 'balance',
                  header: t('coverage.balance'),
                  align: 'right',
                  cell: ({ total }) => signed(balance(total)),
                },
                {
                  key: 'assigned',
                  header: t('coverage.assigned'),
                  cell: ({ cells, complete, published }) =>
                    `${t('coverage.cells', { complete, cells })}${published ? ` · ${t('coverage.published')}` : ''}`,
                },
              ]}
            />
          ) : (
            <HeatMap
              caption={t('coverage.title')}
              corner={t('coverage.school')}
              columns={[
                { key: 'total', label: t('coverage.allShort'), title: t('coverage.all') },
                ...data.subjects.map(({ code, shortName, name }) => ({
                  key: code,
                  label: shortName,
                  title: name,
                })),
              ]}
              rows={heat}
              onOpen={(row) => set({ xem: 'bang', truong: row.key })}
              legend={legend.map(({ tone, mark: sign, word }) => ({
                tone,
                mark: sign,
                label: t(`coverage.${word}`),
              }))}
            />
          )}
        </>
      ) : null}
    </Page>
  );
}

function balance({ needFte, haveFte }: Figures): number {
  return Math.round((haveFte - needFte) * 10) / 10;
}

function signed(value: number): string {
  return value > 0 ? `+${shownPeriods(value)}` : shownPeriods(value);
}

/** At most three characters: '-2', '+½'. */
function mark(value: number): string {
  const size = Math.abs(value);
  const whole = size < 1 ? '½' : String(Math.round(size));
  return `${value < 0 ? '-' : '+'}${whole}`;
}
