import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useMe, useSchoolYear } from '#api';
import { DataTable, EmptyState, FilterChips, Page, useAddress } from '#platform/ui';
import { equityDimensions } from '../rules/index.ts';
import styles from './equity.module.css';
import { PeriodChips } from './period-chips.tsx';

type Equity = operations['gradebook.getEquity']['responses'][200]['content']['application/json'];
type Part = Equity['groups'][number]['parts'][number];

const groupings = { '': 'all', nhom: 'above', tung: 'base', gv: 'teacher' } as const;

/** Results side by side for girls and boys, ethnic groups, poor households, boarders, disabled pupils; small numbers hidden. */
export default function EquityPage() {
  const { t } = useTranslation('gradebook');
  const { address, set } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const { permissions } = useMe();
  const inSchool = permissions.includes('people.listPupils');
  const ofSubject = Boolean(address.mon) && address.mon !== 'conduct';
  const byTeacher = ofSubject && permissions.includes('gradebook.computeFigures');
  const chosen = groupings[(address.theo ?? '') as keyof typeof groupings] ?? 'all';
  const query = {
    period: address.ky === '2' ? 2 : address.ky === 'nam' ? 0 : 1,
    by: chosen === 'teacher' && !byTeacher ? 'all' : chosen,
    dimension: equityDimensions.find((one) => one === address.dien) ?? 'sex',
    measure: address.mon || 'academic',
    ...(schoolYear ? { schoolYear } : {}),
  } as const;
  const found = useQuery({
    queryKey: ['gradebook', 'figures', 'equity', query],
    queryFn: ({ signal }) => answer(api.GET('/api/gradebook/figures/equity', { params: { query }, signal })),
    placeholderData: (before) => before,
  });
  const data = found.data;
  const rows = (data?.groups ?? []).flatMap((group) =>
    group.parts.map((part) => ({ ...part, key: `${group.key} ${part.part}`, where: group.name })),
  );
  const shown = (count: number | null) => (count === null ? t('equity.hidden') : count);
  const hidden = rows.some((row) => row.pupils === null || row.outcomes.some((count) => count === null));
  const file = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, `${value}`]));
  return (
    <Page
      wide
      title={t('equity.title')}
      lead={t('equity.lead')}
      trail={[{ label: t('figures.title'), to: '/thong-ke-ket-qua' }]}
      tools={
        <Button
          component="a"
          variant="default"
          download
          href={`/api/gradebook/figures/equity/workbook?${file}`}
        >
          {t('sheet.excel')}
        </Button>
      }
    >
      <FilterChips
        name="dien"
        label={t('equity.by')}
        options={equityDimensions.map((one, at) => ({
          value: at === 0 ? '' : one,
          label: t(`equity.dimension.${one}`),
        }))}
      />
      <Group align="end" gap="md" my="sm">
        <PeriodChips />
        <FilterChips
          name="theo"
          label={t('figures.by')}
          options={[
            { value: '', label: t(inSchool ? 'equity.school' : 'equity.reach') },
            { value: 'nhom', label: t(inSchool ? 'figures.khoi' : 'figures.xa') },
            { value: 'tung', label: t(inSchool ? 'figures.lop' : 'figures.truong') },
            ...(byTeacher ? [{ value: 'gv', label: t('teacherFigures.teacher') }] : []),
          ]}
        />
      </Group>
      <Select
        label={t('equity.measure')}
        mb="md"
        w={{ base: '100%', sm: 320 }}
        value={query.measure}
        allowDeselect={false}
        searchable
        data={[
          { value: 'academic', label: t('results.academic') },
          { value: 'conduct', label: t('results.conduct') },
          ...(data?.subjects ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(value) => set({ mon: value === 'academic' ? '' : (value ?? '') })}
      />
      {hidden ? <p role="note">{t('equity.hiddenWhy', { least: data?.least ?? 5 })}</p> : null}
      <DataTable
        caption={t('equity.title')}
        loading={found}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<EmptyState title={t('figures.none')}>{t('figures.noneDetail')}</EmptyState>}
        columns={[
          ...(query.by === 'all'
            ? []
            : [{ key: 'where', header: t('figures.where'), cell: (row: { where: string }) => row.where }]),
          {
            key: 'part',
            header: t('equity.pupils'),
            phone: 'title' as const,
            cell: (row: Part & { where: string }) => row.name,
          },
          {
            key: 'count',
            header: t('sheets.pupils'),
            align: 'right' as const,
            cell: (row: Part) => shown(row.pupils),
          },
          {
            key: 'bar',
            header: t('equity.bar'),
            phone: 'hidden' as const,
            cell: (row: Part) => <Bar part={row} />,
          },
          ...(data?.outcomes ?? []).flatMap((name, at) =>
            name === ''
              ? []
              : [
                  {
                    key: `outcome-${at}`,
                    header: name,
                    align: 'right' as const,
                    cell: ({ pupils, outcomes }: Part) => {
                      const count = outcomes[at] ?? null;
                      return count === null || !pupils
                        ? shown(count)
                        : t('figures.share', { count, percent: Math.round((count * 100) / pupils) });
                    },
                  },
                ],
          ),
        ]}
      />
    </Page>
  );
}

/** Shares of the outcomes, from the first to the last; nothing where a number is hidden. */
function Bar({ part: { pupils, outcomes } }: { part: Part }) {
  if (!pupils || outcomes.some((count) => count === null)) return null;
  return (
    <span className={styles.bar} aria-hidden="true">
      {outcomes.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the piece is.
        <span key={at} data-at={at} style={{ width: `${((count ?? 0) * 100) / pupils}%` }} />
      ))}
    </span>
  );
}
