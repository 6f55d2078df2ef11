import { Button, Checkbox, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../feedback/problem-alert.tsx';
import { useAddress } from '../state/use-address.ts';
import styles from './data.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'right' | 'center';
  readonly width?: string;
  /** The column can be sorted: value of `sap-xep` in the address; descending is the same with '-' in front. */
  readonly sort?: string;
  /**
   * On a phone: the line in bold that leads on, a line under it (default), such a line with the column's name before it (figures have it anyway),
   * the corner at the right, or left out.
   */
  readonly phone?: 'title' | 'line' | 'named' | 'corner' | 'hidden';
}

/** What TanStack Query gives; only the parts a table needs. */
export interface Loading {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch?: () => unknown;
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Address of a row's page: its title cell becomes the link; up, down, Home, End move between rows, Enter opens. */
  readonly rowTo?: (row: Row) => string;
  /** Instead of an address: opens a drawer or dialog. */
  readonly onOpen?: (row: Row) => void;
  readonly loading?: Loading;
  readonly empty: ReactNode;
  /** How many there are in all, when more than shown. */
  readonly total?: number;
  /** Buttons above at the right: Excel out. */
  readonly tools?: ReactNode;
  readonly more?: { readonly busy: boolean; readonly onMore: () => void } | undefined;
  readonly selection?: {
    readonly chosen: ReadonlySet<string>;
    readonly onChange: (chosen: ReadonlySet<string>) => void;
    readonly label: (row: Row) => string;
    readonly can?: (row: Row) => boolean;
  };
}

/** A list as people know it from Excel: sticky header, keyboard, count; on a phone each row becomes a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation('ui');
  const { columns, rows, loading, selection } = props;
  const title = columns.find((column) => column.phone === 'title') ?? columns[0];
  if (loading?.error && rows.length === 0) {
    const { refetch } = loading;
    return <ProblemAlert error={loading.error} {...(refetch ? { onRetry: () => refetch() } : {})} />;
  }
  const waiting = loading?.isPending ?? false;
  if (!waiting && rows.length === 0) return props.empty;
  const can = selection?.can ?? (() => true);
  const selectable = selection ? rows.filter(can).map(props.rowKey) : [];
  const all = selectable.length > 0 && selectable.every((key) => selection?.chosen.has(key));
  const some = selectable.some((key) => selection?.chosen.has(key));

  return (
    <div>
      <div className={styles.listHead}>
        <span role="status">
          {waiting
            ? t('list.loading')
            : props.total !== undefined && props.total > rows.length
              ? t('list.countOf', { count: rows.length, total: props.total })
              : props.more
                ? t('list.first', { count: rows.length })
                : t('list.count', { count: rows.length })}
        </span>
        {props.tools}
      </div>
      <div className={styles.tableBox}>
        <table className={styles.table} aria-busy={waiting} onKeyDown={moveBetweenRows}>
          <caption className={styles.hidden}>{props.caption}</caption>
          <thead>
            <tr>
              {selection ? (
                <th scope="col" className={styles.tick}>
                  <Checkbox
                    aria-label={t('list.selectAll')}
                    checked={all}
                    indeterminate={some && !all}
                    disabled={selectable.length === 0}
                    onChange={() => selection.onChange(new Set(all ? [] : selectable))}
                  />
                </th>
              ) : null}
              {columns.map((column) => (
                <HeaderCell key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {waiting
              ? [0, 1, 2, 3, 4, 5].map((line) => (
                  <tr key={line}>
                    {selection ? <td className={styles.tick} /> : null}
                    {columns.map((column) => (
                      <td key={column.key} data-phone={column.phone ?? 'line'}>
                        <Skeleton height={14} width={column === title ? '80%' : '50%'} />
                      </td>
                    ))}
                  </tr>
                ))
              : rows.map((row) => {
                  const key = props.rowKey(row);
                  return (
                    <tr key={key} data-chosen={selection?.chosen.has(key) || undefined}>
                      {selection ? (
                        <td className={styles.tick}>
                          {can(row) ? (
                            <Checkbox
                              aria-label={selection.label(row)}
                              checked={selection.chosen.has(key)}
                              onChange={() => selection.onChange(toggled(selection.chosen, key))}
                            />
                          ) : null}
                        </td>
                      ) : null}
                      {columns.map((column) => (
                        <td
                          key={column.key}
                          data-label={column.header}
                          data-phone={column === title ? 'title' : (column.phone ?? 'line')}
                          data-align={column.align}
                        >
                          {column === title ? (
                            <RowTitle row={row} column={column} table={props} />
                          ) : (
                            column.cell(row)
                          )}
                        </td>
                      ))}
                    </tr>
                  );
                })}
          </tbody>
        </table>
      </div>
      {loading?.error && rows.length > 0 ? <ProblemAlert error={loading.error} /> : null}
      {props.more ? (
        <Button variant="default" mt={12} loading={props.more.busy} onClick={props.more.onMore}>
          {t('list.more')}
        </Button>
      ) : null}
    </div>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { address, set } = useAddress();
  const sorted = address['sap-xep'];
  const direction =
    sorted === column.sort ? 'ascending' : sorted === `-${column.sort}` ? 'descending' : 'none';
  return (
    <th
      scope="col"
      data-align={column.align}
      style={{ width: column.width }}
      {...(column.sort ? { 'aria-sort': direction } : {})}
    >
      {column.sort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => set({ 'sap-xep': direction === 'ascending' ? `-${column.sort}` : column.sort })}
        >
          {column.header}
          <span aria-hidden>
            {direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ' ↕'}
          </span>
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function RowTitle<Row>({
  row,
  column,
  table,
}: {
  row: Row;
  column: Column<Row>;
  table: DataTableProps<Row>;
}) {
  const to = table.rowTo?.(row);
  if (to) {
    return (
      <Link to={to} data-row className={styles.rowLink}>
        {column.cell(row)}
      </Link>
    );
  }
  if (table.onOpen) {
    return (
      <button type="button" data-row className={styles.rowLink} onClick={() => table.onOpen?.(row)}>
        {column.cell(row)}
      </button>
    );
  }
  return column.cell(row);
}

/** A copy of the set with the key put in or taken out. */
export function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[
    event.key
  ];
  const target = event.target as HTMLElement;
  if (step === undefined || target.matches('input:not([type=checkbox]), textarea, select')) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const row = target.closest('tr');
  const here = links.findIndex((link) => link.closest('tr') === row);
  const next = links[Math.max(0, Math.min(links.length - 1, here + step))];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
