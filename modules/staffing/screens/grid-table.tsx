import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './assignments.module.css';
import {
  type Cell,
  cellKey,
  type Grid,
  type GridClass,
  type GridSubject,
  shownPeriods,
} from './grid-model.ts';

/**
 * Classes x subjects with the teachers of each cell and what is missing or too much. Arrows, Home and End move, Enter opens,
 * Delete empties. One cell is in the tab order.
 */
export function GridTable({
  grid,
  classes,
  subjects,
  cells,
  names,
  highlighted,
  open,
  onOpen,
  onClear,
}: {
  grid: Grid;
  classes: readonly GridClass[];
  subjects: readonly GridSubject[];
  cells: ReadonlyMap<string, Cell>;
  names: ReadonlyMap<string, string>;
  /** Cells of this teacher stand out. */
  highlighted: string | undefined;
  open: string | undefined;
  onOpen: (schoolClass: GridClass, subject: GridSubject) => void;
  onClear: ((classId: string, subjectCode: string) => void) | undefined;
}) {
  const { t } = useTranslation('staffing');
  const table = useRef<HTMLTableElement>(null);

  function move(event: KeyboardEvent<HTMLButtonElement>, row: number, column: number) {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    if (event.key === 'Delete' && onClear) {
      event.preventDefault();
      onClear(classes[row]!.id, subjects[column]!.code);
      return;
    }
    const [down, right] = step ?? [
      0,
      event.key === 'Home' ? -column : event.key === 'End' ? subjects.length : 0,
    ];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    // Cells of subjects that a class does not learn are passed over.
    let [at, across] = [row + down, Math.min(subjects.length - 1, column + right)];
    for (let tries = 0; tries < 60; tries += 1) {
      const next = table.current?.querySelector<HTMLButtonElement>(`[data-place="${at}-${across}"]`);
      if (next) {
        next.focus();
        return;
      }
      if (at < 0 || across < 0 || at >= classes.length || across >= subjects.length) return;
      [at, across] = step ? [at + step[0], across + step[1]] : [at, across + (event.key === 'Home' ? 1 : -1)];
    }
  }

  let first = true;
  return (
    <div className={styles.box}>
      <table className={styles.grid} ref={table}>
        <caption>
          <VisuallyHidden>{t('title')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('class')}</th>
            {subjects.map((subject) => (
              <th key={subject.code} scope="col" title={subject.name}>
                {subject.shortName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((schoolClass, row) => (
            <tr key={schoolClass.id}>
              <th scope="row">
                {schoolClass.name}
                <div className={styles.soft}>
                  {schoolClass.homeroomStaffId
                    ? t('homeroomShort', { name: names.get(schoolClass.homeroomStaffId) ?? '' })
                    : t('noHomeroom')}
                </div>
              </th>
              {subjects.map((subject, column) => {
                const cell = cells.get(cellKey(schoolClass.id, subject.code));
                if (!cell)
                  return (
                    <td key={subject.code}>
                      <span className={styles.none} />
                    </td>
                  );
                const inOrder = first;
                first = false;
                const mine = highlighted && cell.rows.some(({ staffId }) => staffId === highlighted);
                return (
                  <td key={subject.code}>
                    <button
                      type="button"
                      className={styles.cell}
                      data-place={`${row}-${column}`}
                      data-state={cell.complete ? undefined : cell.rows.length === 0 ? 'empty' : 'wrong'}
                      data-chosen={open === cellKey(schoolClass.id, subject.code) || mine ? '' : undefined}
                      data-dim={highlighted && !mine ? '' : undefined}
                      tabIndex={inOrder ? 0 : -1}
                      aria-label={label(grid, schoolClass, subject, cell)}
                      onClick={() => onOpen(schoolClass, subject)}
                      onKeyDown={(event) => move(event, row, column)}
                    >
                      {[...new Set(cell.rows.map(({ staffId }) => names.get(staffId) ?? '?'))].join(', ')}
                      {cell.complete ? null : <span className={styles.mark}>{mark(cell)}</span>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function mark(cell: Cell): string {
    const periods = shownPeriods(Math.abs(cell.difference));
    return cell.difference < 0 ? t('missing', { periods }) : t('tooMany', { periods });
  }

  function label(all: Grid, schoolClass: GridClass, subject: GridSubject, cell: Cell): string {
    const who = cell.rows.map(({ staffId }) => all.teachers.find(({ id }) => id === staffId)?.name ?? '');
    const state = cell.complete ? t('complete') : mark(cell);
    return `${schoolClass.name}, ${subject.name}: ${who.join(', ') || t('nobody')}. ${state}`;
  }
}
