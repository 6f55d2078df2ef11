import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, inSchoolYear, useMay, useMe } from '#api';
import { formatNumber } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  HeatMap,
  type HeatRow,
  Page,
  ProblemAlert,
  ProgressOfWork,
  SideDrawer,
  useAddress,
} from '#platform/ui';
import { StateBar } from '../state-bar.tsx';
import { boardQuery, cellAddress, cellQuery, excelAddress } from './board-address.ts';
import { BoardCell } from './board-cell.tsx';
import { BoardFilters } from './board-filters.tsx';
import { heatTone } from './heat-tone.ts';
import styles from './overview.module.css';
import type { BoardRow } from './overview-words.ts';

const legend = [
  { tone: 'late', mark: '3', word: 'late' },
  { tone: 'due', mark: '!1', word: 'blocked' },
  { tone: 'due', mark: '↩1', word: 'returned' },
  { tone: 'wait', mark: '45', word: 'share' },
  { tone: 'accent', mark: '↑', word: 'submitted' },
  { tone: 'done', mark: '✓', word: 'done' },
  { tone: 'none', mark: '·', word: 'notStarted' },
] as const;

/** Units × parts of the plan: what is late and where, down to the assignment and the person who can move it. */
export default function BoardPage() {
  const { t } = useTranslation('overview');
  const may = useMay();
  const { address, set } = useAddress();
  const me = useMe();
  const home = ['department', 'division'].includes(me.role?.unit.kind ?? '') ? 'communes' : 'all';
  const query = boardQuery(address, home);
  const board = useQuery({
    queryKey: ['plan', 'board', query],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/board', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
  const data = board.data;
  const rows = useMemo(() => {
    const words = (counts: BoardRow['total']) => stateWords(counts, t);
    return (data?.rows ?? []).map((row): HeatRow => {
      const { to, search } = drillDown(row, address);
      return {
        key: row.unit.id,
        label: row.unit.name,
        ...(row.unit.id === address['don-vi'] ? {} : { to, search }),
        cells: row.cells.map((cell) => (cell ? { ...heatTone(cell), label: words(cell) } : null)),
      };
    });
  }, [data, address, t]);
  const open = cellQuery(query, address.o);
  const openRow = data?.rows.find((row) => row.unit.id === open?.unitId);
  const openColumn =
    data?.columns.findIndex((column) => address.o === cellAddress(open?.unitId ?? '', column.key)) ?? -1;

  const trail = query.unitId ? [{ label: t('board.title'), to: '/bang-theo-doi' }] : [];
  return (
    <Page
      wide
      title={query.unitId && data?.unit ? t('board.unitTitle', { unit: data.unit.name }) : t('board.title')}
      trail={trail}
      lead={data?.document ? data.document.title : t('board.lead')}
      tools={
        data?.document ? (
          <Button component="a" href={inSchoolYear(excelAddress(query))} download variant="default">
            {t('board.excel')}
          </Button>
        ) : undefined
      }
    >
      {board.error ? <ProblemAlert error={board.error} onRetry={() => void board.refetch()} /> : null}
      {board.isPending ? <ProgressOfWork doing={t('board.loading')} /> : null}
      {data && !data.document ? (
        <EmptyState
          title={t('board.noPlan')}
          action={
            may('plan.publishDocument') ? (
              <Button component={Link} to="/ke-hoach">
                {t('board.toPlans')}
              </Button>
            ) : null
          }
        >
          {t(may('plan.publishDocument') ? 'board.noPlanPublisher' : 'board.noPlanDetail')}
        </EmptyState>
      ) : null}
      {data?.document ? (
        <>
          <BoardFilters choices={data.choices} query={query} home={home} column={data.columns[0]?.title} />
          <div className={styles.totals} aria-live="polite">
            <strong>
              {t('board.total', {
                count: data.total.total,
                shown: formatNumber(data.total.total),
                units: formatNumber(data.rows.length),
              })}
            </strong>
            <StateBar counts={data.total} />
          </div>
          {data.rows.length === 0 ? (
            <EmptyState title={t('board.nothing')}>{t('board.nothingDetail')}</EmptyState>
          ) : address.xem === 'bang' ? (
            <DataTable
              caption={t('board.title')}
              rows={data.rows}
              rowKey={(row) => row.unit.id}
              onOpen={(row) => set({ 'don-vi': row.unit.id, hang: '', o: '' })}
              empty={null}
              columns={[
                { key: 'unit', header: t('board.unit'), phone: 'title', cell: (row) => row.unit.name },
                {
                  key: 'state',
                  header: t('board.state'),
                  width: '45%',
                  cell: (row) => <StateBar counts={row.total} />,
                },
                {
                  key: 'total',
                  header: t('board.count'),
                  align: 'right',
                  phone: 'hidden',
                  cell: (row) => row.total.total,
                },
                {
                  key: 'overdue',
                  header: t('board.overdue'),
                  align: 'right',
                  phone: 'hidden',
                  cell: (row) => row.total.overdue,
                },
                {
                  key: 'blocked',
                  header: t('board.blocked'),
                  align: 'right',
                  phone: 'hidden',
                  cell: (row) => row.total.blocked,
                },
                {
                  key: 'accepted',
                  header: t('board.accepted'),
                  align: 'right',
                  phone: 'hidden',
                  cell: (row) => row.total.accepted,
                },
              ]}
            />
          ) : (
            <div className={styles.heat} data-busy={board.isPlaceholderData || undefined}>
              <HeatMap
                caption={t('board.title')}
                corner={t('board.unit')}
                columns={data.columns}
                rows={rows}
                onOpen={(row, column) => set({ o: cellAddress(row.key, data.columns[column]?.key ?? '') })}
                legend={legend.map(({ tone, mark, word }) => ({ tone, mark, label: t(`legend.${word}`) }))}
              />
              {query.columns === 'section' ? (
                <p className={styles.columnKey}>
                  {data.columns
                    .filter((column) => column.label !== column.title)
                    .map((column) => t('board.columnKey', { ...column, title: bare(column) }))
                    .join(' · ')}
                </p>
              ) : null}
            </div>
          )}
        </>
      ) : null}
      <SideDrawer
        wide
        opened={open !== undefined}
        title={openRow?.unit.name ?? t('board.cell')}
        onClose={() => set({ o: '' })}
      >
        {open ? (
          <BoardCell
            query={open}
            column={data?.columns[openColumn]?.title}
            counts={openRow?.cells[openColumn] ?? undefined}
          />
        ) : null}
      </SideDrawer>
    </Page>
  );
}

/** The title of a part without the number that stands on its column. */
function bare({ title }: { title: string }): string {
  return title.replace(/^([IVX]+|[A-Z]|\d+)\.\s+/, '');
}

/** Where the name of a row leads: the same board inside that unit. */
function drillDown(row: BoardRow, address: Readonly<Record<string, string>>) {
  const { hang: _, o: __, ...rest } = address;
  return { to: '/bang-theo-doi', search: { ...rest, 'don-vi': row.unit.id } };
}

const spoken = [
  'overdue',
  'returned',
  'notStarted',
  'inProgress',
  'submitted',
  'accepted',
  'notApplicable',
  'blocked',
] as const;

function stateWords(counts: BoardRow['total'], t: TFunction): string {
  const parts = spoken
    .filter((state) => counts[state] > 0)
    .map((state) => `${t(`ui:state.${state}`)} ${counts[state]}`);
  return `${t('board.count', { count: counts.total })}. ${parts.join(', ')}`;
}
