import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type ReactNode, type UIEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './heat-map.module.css';
import type { Tone } from './state-badge.tsx';

export interface HeatCell {
  readonly tone: Tone;
  /** At most three characters inside the cell, so that colour is never alone: '✓', '3', '!2'. */
  readonly mark: string;
  /** The whole story of the cell in words. */
  readonly label: string;
}

export interface HeatRow {
  readonly key: string;
  readonly label: string;
  /** Drill-down address of the row. */
  readonly to?: string;
  /** What that address carries after the question mark; without it nothing of this page's own. */
  readonly search?: Readonly<Record<string, string>>;
  /** Null: nothing is asked here. One per column. */
  readonly cells: readonly (HeatCell | null)[];
  /** Right after the name: totals. */
  readonly aside?: ReactNode;
}

const rowHeight = 32;
const overscan = 8;

/**
 * Rows × columns coloured by state, for looking from afar: colour plus a mark in each cell, the words of the cell under the
 * pointer or the keyboard below the grid. Arrow keys, Home/End, PageUp/PageDown move; Enter opens. One cell is in the tab order.
 * Only the rows in sight are in the document, so hundreds of rows scroll smoothly; screen readers hear true counts.
 * @param legend what each tone means here, in the order to show
 */
export function HeatMap({
  caption,
  corner,
  columns,
  rows,
  onOpen,
  legend,
}: {
  caption: string;
  corner: string;
  columns: readonly { key: string; label: string; title: string }[];
  rows: readonly HeatRow[];
  onOpen: (row: HeatRow, column: number) => void;
  legend: readonly { tone: Tone; mark: string; label: string }[];
}) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [here, setHere] = useState({ row: 0, column: 0 });
  const [shown, setShown] = useState('');
  const height = Math.min(rows.length * rowHeight + 52, 640);
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + overscan);
  // One cell in sight is always in the tab order, wherever the reader has scrolled to.
  const tabRow = Math.max(first, Math.min(last - 1, here.row));
  const inSight = useMemo(() => rows.slice(first, last), [rows, first, last]);

  function scroll(event: UIEvent<HTMLDivElement>) {
    const next = event.currentTarget.scrollTop;
    // A step of a few rows at a time keeps scrolling free of work.
    if (Math.abs(next - top) > rowHeight * 3) setTop(next);
  }

  function go(row: number, column: number) {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    };
    setHere(next);
    const element = box.current;
    if (!element) return;
    const y = next.row * rowHeight;
    if (y < element.scrollTop) element.scrollTop = y;
    if (y + rowHeight > element.scrollTop + element.clientHeight - 52) {
      element.scrollTop = y + rowHeight - element.clientHeight + 52;
    }
    setTop(element.scrollTop);
    // The cell may enter the document only with the coming render.
    requestAnimationFrame(() => {
      const cell = element.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`);
      cell?.focus({ preventScroll: true });
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      setShown(cell?.getAttribute('aria-label') ?? '');
    });
  }

  function key(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (!target.dataset.cell) return;
    const page = Math.floor(height / rowHeight) - 2;
    const moves: Record<string, [number, number]> = {
      ArrowUp: [here.row - 1, here.column],
      ArrowDown: [here.row + 1, here.column],
      ArrowLeft: [here.row, here.column - 1],
      ArrowRight: [here.row, here.column + 1],
      PageUp: [here.row - page, here.column],
      PageDown: [here.row + page, here.column],
      Home: event.ctrlKey ? [0, 0] : [here.row, 0],
      End: event.ctrlKey ? [rows.length - 1, columns.length - 1] : [here.row, columns.length - 1],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      go(...move);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(target);
    }
  }

  function open(target: HTMLElement) {
    const [row, column] = (target.dataset.cell ?? '').split(':').map(Number);
    const found = rows[row ?? -1];
    if (!found || column === undefined || !found.cells[column]) return;
    setHere({ row: row ?? 0, column });
    onOpen(found, column);
  }

  function cellOf(event: { target: EventTarget }): HTMLElement | null {
    return (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  }

  return (
    <div>
      <ul className={styles.legend} aria-label={t('heat.legend')}>
        {legend.map((entry) => (
          <li key={entry.label}>
            <span className={styles.sample} data-tone={entry.tone} aria-hidden>
              {entry.mark}
            </span>
            {entry.label}
          </li>
        ))}
      </ul>
      <div className={styles.box} ref={box} onScroll={scroll} style={{ maxHeight: height }}>
        <table
          className={styles.grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a table; its cells take the focus.
          role="grid"
          aria-label={caption}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          onKeyDown={key}
          onClick={(event) => {
            const cell = cellOf(event);
            if (cell) open(cell);
          }}
          onMouseOver={(event) => {
            const cell = cellOf(event);
            if (cell) setShown(cell.getAttribute('aria-label') ?? '');
          }}
          onFocus={(event) => {
            const cell = cellOf(event);
            if (!cell) return;
            setShown(cell.getAttribute('aria-label') ?? '');
            const [row = 0, column = 0] = (cell.dataset.cell ?? '').split(':').map(Number);
            if (row !== here.row || column !== here.column) setHere({ row, column });
          }}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={styles.corner}>
                {corner}
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" title={column.title} aria-label={column.title}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 ? <tr aria-hidden style={{ height: first * rowHeight }} /> : null}
            {inSight.map((row, index) => (
              <HeatRowView
                key={row.key}
                row={row}
                index={first + index}
                columns={columns}
                nothing={t('heat.nothing')}
                focusColumn={tabRow === first + index ? Math.min(here.column, columns.length - 1) : -1}
              />
            ))}
            {last < rows.length ? (
              <tr aria-hidden style={{ height: (rows.length - last) * rowHeight }} />
            ) : null}
          </tbody>
        </table>
      </div>
      <p className={styles.shown} aria-hidden>
        {shown || (
          <>
            <span className={styles.withKeys}>{t('heat.hint')}</span>
            <span className={styles.withFinger}>{t('heat.touch')}</span>
          </>
        )}
      </p>
    </div>
  );
}

const HeatRowView = memo(function HeatRowView({
  row,
  index,
  columns,
  nothing,
  focusColumn,
}: {
  row: HeatRow;
  index: number;
  columns: readonly { key: string; title: string }[];
  nothing: string;
  focusColumn: number;
}) {
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">
        <span className={styles.name}>
          {row.to ? (
            <Link to={row.to} search={(row.search ?? {}) as never} tabIndex={-1}>
              {row.label}
            </Link>
          ) : (
            row.label
          )}
        </span>
        {row.aside}
      </th>
      {columns.map((column, at) => {
        const cell = row.cells[at] ?? null;
        return (
          <td
            key={column.key}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the ARIA grid above.
            role="gridcell"
            data-cell={`${index}:${at}`}
            data-tone={cell?.tone ?? 'empty'}
            aria-colindex={at + 2}
            aria-label={`${row.label}. ${column.title}: ${cell?.label ?? nothing}`}
            tabIndex={focusColumn === at ? 0 : -1}
            data-mark={cell?.mark}
          />
        );
      })}
    </tr>
  );
});
