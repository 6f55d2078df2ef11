import { VisuallyHidden } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CellVerdict,
  type Grid,
  type GridCell,
  type Lesson,
  type Slot,
  slotKey,
  slotName,
} from '#rules/timetable';
import { hueOf } from './model.ts';
import styles from './timetable.module.css';

/** What can be done in the grid; absent: it is only read. */
export interface GridEditing {
  readonly lifted: Lesson | undefined;
  /** What each slot would mean for the lifted lesson; undefined while none is lifted. */
  readonly verdicts: ReadonlyMap<number, CellVerdict> | undefined;
  /** Lessons that break a rule as they lie. */
  readonly wrong: ReadonlySet<string>;
  /** Lessons shown where a chain would bring them. */
  readonly previewed: ReadonlySet<string>;
  readonly onLift: (lesson: Lesson) => void;
  readonly onPut: (slot: Slot) => void;
  readonly onCancel: () => void;
  readonly onDragEnd: () => void;
  readonly onUnplace: (lesson: Lesson) => void;
  readonly onLock: (lesson: Lesson) => void;
  /** Says what the slot would mean. */
  readonly onLook: (slot: Slot | undefined) => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * A timetable as a table. Arrows move; when editing, Enter or Space lifts a lesson and puts it down, Escape lets go, Delete takes it
 * out, L locks; the mouse drags, a finger taps twice. Of two lessons that take turns in one place the mouse and the finger mean the one
 * they touch; the keyboard lifts the second after the first, and its letters mean the one that is lifted.
 */
export function TimetableGrid({
  caption,
  grid,
  describe,
  elsewhere,
  editing,
}: {
  caption: string;
  grid: Grid;
  /** `isGone`: it is not held where it stands. */
  describe: (lesson: Lesson) => { title: string; detail: string; isGone?: boolean };
  /** Where the one whose week it is is outside this school, by slot. */
  elsewhere?: ReadonlyMap<number, string> | undefined;
  editing?: GridEditing | undefined;
}) {
  const { t } = useTranslation('timetable');
  const table = useRef<HTMLTableElement>(null);

  function keyed(event: KeyboardEvent<HTMLElement>, row: number, column: number, cell: GridCell) {
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      table.current
        ?.querySelector<HTMLElement>(`[data-place="${row + step[0]}-${column + step[1]}"]`)
        ?.focus();
      return;
    }
    if (!editing) return;
    const lesson = cell.lessons.find(({ id }) => id === editing.lifted?.id) ?? cell.lessons[0];
    if (event.key === 'Escape') editing.onCancel();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && lesson) editing.onUnplace(lesson);
    else if ((event.key === 'l' || event.key === 'L') && lesson && !event.ctrlKey && !event.metaKey)
      editing.onLock(lesson);
    else return;
    event.preventDefault();
  }

  function press(event: MouseEvent, cell: GridCell) {
    if (!editing) return;
    const up = cell.lessons.findIndex(({ id }) => id === editing.lifted?.id);
    if (editing.lifted && up < 0) {
      editing.onPut(cell.slot);
      return;
    }
    const touched = touchedLesson(event, cell);
    const next = touched ? (touched === cell.lessons[up] ? undefined : touched) : cell.lessons[up + 1];
    if (next) editing.onLift(next);
    else editing.onCancel();
  }

  return (
    <div className={styles.box}>
      <table
        className={styles.grid}
        ref={table}
        style={{ '--columns': grid.columns.length } as never}
        data-lifted={editing?.lifted ? '' : undefined}
      >
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{grid.corner}</th>
            {grid.columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            <tr key={row.key} data-begins={row.begins || undefined}>
              <th scope="row">
                {row.label}
                {row.hint ? <span className={styles.hint}>{row.hint}</span> : null}
              </th>
              {row.cells.map((cell, across) => {
                const foreign =
                  editing?.lifted && cell.classId !== null && !editing.lifted.classIds.includes(cell.classId);
                const verdict = foreign ? undefined : editing?.verdicts?.get(slotKey(cell.slot));
                const content = cell.lessons.map((lesson) => {
                  const { title, detail, isGone } = describe(lesson);
                  return (
                    <span
                      key={lesson.id}
                      className={styles.lesson}
                      data-lesson={lesson.id}
                      data-wrong={editing?.wrong.has(lesson.id) || undefined}
                      data-up={editing?.lifted?.id === lesson.id || undefined}
                      data-preview={editing?.previewed.has(lesson.id) || undefined}
                      data-session={lesson.session}
                      data-gone={isGone || undefined}
                      style={{ '--hue': hueOf(lesson.subjectCode) } as never}
                    >
                      <span className={styles.title}>
                        {title}
                        {editing && lesson.locked ? (
                          <IconLock size={12} aria-label={t('grid.locked')} />
                        ) : null}
                      </span>
                      {detail ? <span className={styles.detail}>{detail}</span> : null}
                    </span>
                  );
                });
                const away = elsewhere?.get(slotKey(cell.slot));
                if (away)
                  content.push(
                    <span key="elsewhere" className={styles.elsewhere}>
                      {t('grid.elsewhere', { school: away })}
                    </span>,
                  );
                if (!editing) {
                  return (
                    <td key={grid.columns[across]!.key} className={styles.read}>
                      {content}
                    </td>
                  );
                }
                const drag = (event: DragEvent) => {
                  if (!editing.lifted || foreign) return;
                  event.preventDefault();
                  editing.onLook(cell.slot);
                };
                return (
                  <td key={grid.columns[across]!.key}>
                    <button
                      type="button"
                      className={styles.cell}
                      data-place={`${at}-${across}`}
                      data-verdict={verdict?.state}
                      data-dim={foreign || undefined}
                      tabIndex={at === 0 && across === 0 ? 0 : -1}
                      draggable={cell.lessons.some(({ locked }) => !locked)}
                      onDragStart={(event) => {
                        const dragged = touchedLesson(event, cell) ?? cell.lessons[0]!;
                        event.dataTransfer.effectAllowed = 'move';
                        event.dataTransfer.setData('text/plain', dragged.id);
                        if (dragged.locked) event.preventDefault();
                        else editing.onLift(dragged);
                      }}
                      onDragEnter={drag}
                      onDragOver={drag}
                      onDragEnd={editing.onDragEnd}
                      onDrop={(event) => {
                        event.preventDefault();
                        if (!foreign) editing.onPut(cell.slot);
                      }}
                      onMouseEnter={() => editing.onLook(cell.slot)}
                      onFocus={() => editing.onLook(cell.slot)}
                      onClick={(event) => press(event, cell)}
                      onKeyDown={(event) => keyed(event, at, across, cell)}
                    >
                      <VisuallyHidden>{`${slotName(cell.slot)}: `}</VisuallyHidden>
                      {content.length > 0 ? content : <VisuallyHidden>{t('grid.empty')}</VisuallyHidden>}
                      {verdict ? <VisuallyHidden>{meaning(verdict)}</VisuallyHidden> : null}
                      {verdict && editing.lifted ? (
                        <span className={styles.verdict} aria-hidden>
                          {mark(verdict)}
                        </span>
                      ) : null}
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

  function mark({ state, cost }: CellVerdict): string {
    if (state === 'closed') return '✕';
    if (state === 'conflict') return '⇄';
    if (state === 'here') return '•';
    return cost > 0 ? `+${cost}` : cost < 0 ? `−${-cost}` : '✓';
  }

  function meaning({ state, reasons }: CellVerdict): string {
    return ` ${t(`verdict.${state}`)}. ${reasons.join(' ')}`;
  }
}

/** The lesson of a cell under the mouse or finger; undefined for the keyboard. */
function touchedLesson({ clientX, clientY, detail, type }: MouseEvent, cell: GridCell): Lesson | undefined {
  if (type === 'click' && detail === 0) return undefined;
  const shown = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-lesson]');
  return cell.lessons.find(({ id }) => id === shown?.dataset.lesson);
}
