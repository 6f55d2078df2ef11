import { VisuallyHidden } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Block,
  type CellPlace,
  cellKey,
  cellsOf,
  copied,
  type Edits,
  isAssessedByOther,
  mayWrite,
  pasted,
  readClipboard,
  resultOf,
  type Sheet,
  shownText,
} from './grid-model.ts';
import styles from './sheet.module.css';

/** The active cell and the other corner of the selection, by place in the grid. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly fromRow: number;
  readonly fromColumn: number;
}

export function blockOf({ row, column, fromRow, fromColumn }: Spot): Block {
  return {
    top: Math.min(row, fromRow),
    bottom: Math.max(row, fromRow),
    left: Math.min(column, fromColumn),
    right: Math.max(column, fromColumn),
  };
}

/**
 * The grid of a sheet. Keyboard as in a spreadsheet: arrows, Tab, Home and End move, Shift widens the selection, typing replaces, F2 or a second
 * click edits, Enter goes down, Delete empties, Ctrl+C, Ctrl+V, Ctrl+D (fill down), Ctrl+Z. One cell is in the tab order.
 */
export function Grid({
  sheet,
  places,
  edits,
  spot,
  editable,
  onSpot,
  onChange,
  onUndo,
  onComment,
  onColumn,
  onOver,
}: {
  sheet: Sheet;
  places: readonly CellPlace[];
  edits: Edits;
  spot: Spot;
  editable: boolean;
  onSpot: (spot: Spot) => void;
  onChange: (texts: readonly { pupilId: string; place: CellPlace; text: string }[]) => void;
  onUndo: () => void;
  /** Opens the remark of a pupil. */
  onComment: (pupilId: string) => void;
  onColumn: (place: CellPlace) => void;
  /** So many pasted cells ran over the edge. */
  onOver: (count: number) => void;
}) {
  const { t } = useTranslation('gradebook');
  const table = useRef<HTMLTableElement>(null);
  const [typing, setTyping] = useState<string>();
  // The field that was typed into is gone when the next cell is to be chosen: the focus has nowhere to stand.
  const leftField = useRef(false);
  const block = blockOf(spot);
  // Of one teacher alone the heading says it.
  const severalAssess = sheet.teachers.length > 1;

  useEffect(() => {
    if (typing !== undefined) return;
    const inside = leftField.current || table.current?.contains(document.activeElement);
    leftField.current = false;
    const cell = table.current?.querySelector<HTMLElement>(`[data-spot="${spot.row}-${spot.column}"]`);
    if (inside) cell?.focus({ preventScroll: true });
    if (inside) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [spot, typing]);

  function go(row: number, column: number, widen = false) {
    const next = {
      row: Math.max(0, Math.min(sheet.rows.length - 1, row)),
      column: Math.max(0, Math.min(places.length - 1, column)),
    };
    onSpot({
      ...next,
      fromRow: widen ? spot.fromRow : next.row,
      fromColumn: widen ? spot.fromColumn : next.column,
    });
  }

  function locked(row: number): boolean {
    return !editable || !mayWrite(sheet.rows[row]);
  }

  function begin(row: number, column: number, text?: string) {
    const place = places[column];
    const one = sheet.rows[row];
    if (!place || !one) return;
    if (place === 'comment') onComment(one.pupilId);
    else if (!locked(row)) setTyping(text ?? shownText(one, place, edits));
  }

  function commit(down: number, across: number) {
    const row = sheet.rows[spot.row];
    const place = places[spot.column];
    if (row && place && typing !== undefined) onChange([{ pupilId: row.pupilId, place, text: typing }]);
    setTyping(undefined);
    if (down !== 0 || across !== 0) go(spot.row + down, spot.column + across);
  }

  function set(target: Block, textOf: (row: number, column: number) => string) {
    if (!editable) return;
    onChange(
      cellsOf(sheet, places, target)
        .filter(({ place }) => place !== 'comment')
        .map(({ pupilId, place }) => {
          const row = sheet.rows.findIndex((one) => one.pupilId === pupilId);
          return { pupilId, place, text: textOf(row, places.indexOf(place)) };
        })
        .filter(({ pupilId }) => !locked(sheet.rows.findIndex((one) => one.pupilId === pupilId))),
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const control = event.ctrlKey || event.metaKey;
    if (typing !== undefined) {
      const away: Record<string, [number, number]> = { Enter: [1, 0], Tab: [0, event.shiftKey ? -1 : 1] };
      const step = away[event.key];
      if (step) {
        event.preventDefault();
        leftField.current = true;
        commit(...step);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        leftField.current = true;
        setTyping(undefined);
      }
      return;
    }
    if (!(event.target as HTMLElement).dataset.spot) return;
    const { row, column } = spot;
    const act = actionOf(event.key, control);
    if (act) {
      event.preventDefault();
      if (act.kind === 'move') go(act.row(row), act.column(column), event.shiftKey);
      else if (act.kind === 'enter' && places[column] !== 'comment') go(row + 1, column);
      else if (act.kind === 'enter' || act.kind === 'edit') begin(row, column);
      else if (act.kind === 'empty') set(block, () => '');
      else if (act.kind === 'undo') onUndo();
      else fillDown();
    } else if (event.key.length === 1 && !control && !event.altKey) {
      event.preventDefault();
      begin(row, column, event.key);
    }
  }

  /** The first row of the selection into the rows below it; a single cell fills to the end of the column. */
  function fillDown() {
    const target = block.top === block.bottom ? { ...block, bottom: sheet.rows.length - 1 } : block;
    const first = sheet.rows[target.top];
    if (!first) return;
    set({ ...target, top: target.top + 1 }, (_, column) => {
      const place = places[column];
      return place ? shownText(first, place, edits) : '';
    });
  }

  function onCopy(event: ClipboardEvent) {
    if (typing !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied(sheet, places, block, edits));
  }

  function onPaste(event: ClipboardEvent) {
    if (typing !== undefined || !editable) return;
    event.preventDefault();
    const { texts, over } = pasted(
      sheet,
      places,
      block,
      readClipboard(event.clipboardData.getData('text/plain')),
    );
    const free = new Set(sheet.rows.filter((_, row) => !locked(row)).map(({ pupilId }) => pupilId));
    onChange(texts.filter(({ pupilId }) => free.has(pupilId)));
    if (over > 0) onOver(over);
  }

  return (
    <div className={styles.box}>
      <table ref={table} className={styles.grid} onKeyDown={onKeyDown} onCopy={onCopy} onPaste={onPaste}>
        <caption>
          <VisuallyHidden>
            {t('sheet.caption', { subject: sheet.subject.name, class: sheet.class.name })}
          </VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {t('sheet.pupil')}
            </th>
            {sheet.columns.map((column) => (
              <th key={column.place} scope="col">
                <button type="button" className={styles.column} onClick={() => onColumn(column.place)}>
                  {column.name}
                  {column.form ? <small>{t(`form.${column.form}`)}</small> : null}
                </button>
              </th>
            ))}
            <th scope="col" className={styles.result}>
              {sheet.subject.judged === 'score' ? t('sheet.average') : t('sheet.result')}
            </th>
            <th scope="col">{t('sheet.comment')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, rowAt) => {
            const result = resultOf(sheet, row, edits);
            return (
              <tr key={row.pupilId}>
                <th scope="row" className={styles.name}>
                  <span className={styles.number}>{row.rollNumber ?? ''}</span>
                  {row.name}
                  {row.exemption ? <small>{t(`exemption.${row.exemption}`)}</small> : null}
                  {severalAssess && isAssessedByOther(row) && (editable || row.groupTeacher) ? (
                    <small>
                      {t('sheet.assessedBy', { teacher: row.groupTeacher ?? t('sheet.ofClass') })}
                    </small>
                  ) : null}
                </th>
                {sheet.columns.map((column, columnAt) => cell(rowAt, columnAt, column.place))}
                <td
                  className={styles.result}
                  title={result.why ? t('sheet.missing', { what: result.why }) : ''}
                >
                  {result.text || <span className={styles.open}>–</span>}
                </td>
                {cell(rowAt, places.length - 1, 'comment')}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );

  function cell(rowAt: number, columnAt: number, place: CellPlace) {
    const row = sheet.rows[rowAt]!;
    const edit = edits.get(cellKey(row.pupilId, place));
    const active = spot.row === rowAt && spot.column === columnAt;
    const chosen =
      rowAt >= block.top && rowAt <= block.bottom && columnAt >= block.left && columnAt <= block.right;
    const text = shownText(row, place, edits);
    const name = place === 'comment' ? t('sheet.comment') : (sheet.columns[columnAt]?.name ?? '');
    const label = t('sheet.cell', { name: row.name, column: name, text: text || t('sheet.empty') });
    if (active && typing !== undefined) {
      return (
        <td key={place}>
          <input
            className={styles.input}
            // biome-ignore lint/a11y/noAutofocus: the person has begun to type into this very cell.
            autoFocus
            aria-label={label}
            inputMode={sheet.subject.judged === 'score' ? 'decimal' : 'text'}
            autoComplete="off"
            value={typing}
            onChange={(event) => setTyping(event.currentTarget.value)}
            // Opened by a click or F2: what is typed next takes the place of the mark.
            onFocus={(event) => {
              if (event.currentTarget.value === text) event.currentTarget.select();
            }}
            onBlur={() => commit(0, 0)}
          />
        </td>
      );
    }
    return (
      <td key={place}>
        <button
          type="button"
          className={place === 'comment' ? styles.remark : styles.cell}
          data-spot={`${rowAt}-${columnAt}`}
          data-active={active ? '' : undefined}
          data-chosen={chosen && !active ? '' : undefined}
          data-state={edit?.state.kind}
          aria-label={edit ? `${label}. ${t(`state.${edit.state.kind}`)}` : label}
          tabIndex={active ? 0 : -1}
          onMouseDown={(event) => {
            // The first click chooses, one more on the same cell edits.
            const again = active && document.activeElement === event.currentTarget;
            go(rowAt, columnAt, event.shiftKey);
            if (again && !event.shiftKey) {
              event.preventDefault();
              begin(rowAt, columnAt);
            }
          }}
          onFocus={() => {
            if (!active && typing === undefined && !chosen) go(rowAt, columnAt);
          }}
        >
          {text}
        </button>
      </td>
    );
  }
}

type Action =
  | { readonly kind: 'enter' | 'edit' | 'empty' | 'undo' | 'fill' }
  | {
      readonly kind: 'move';
      readonly row: (row: number) => number;
      readonly column: (column: number) => number;
    };

const end = Number.MAX_SAFE_INTEGER;
const stay = (at: number) => at;
const to = (place: number) => () => place;
const by = (step: number) => (at: number) => at + step;
const move = (row: (at: number) => number, column: (at: number) => number): Action => ({
  kind: 'move',
  row,
  column,
});

/** What a key asks for on a cell that is not being typed into; undefined: something to type, or nothing of ours. */
function actionOf(key: string, control: boolean): Action | undefined {
  switch (key) {
    case 'ArrowUp':
      return move(control ? to(0) : by(-1), stay);
    case 'ArrowDown':
      return move(control ? to(end) : by(1), stay);
    case 'ArrowLeft':
      return move(stay, control ? to(0) : by(-1));
    case 'ArrowRight':
      return move(stay, control ? to(end) : by(1));
    case 'Home':
      return move(control ? to(0) : stay, to(0));
    case 'End':
      return move(control ? to(end) : stay, to(end));
    case 'PageUp':
      return move(by(-10), stay);
    case 'PageDown':
      return move(by(10), stay);
    case 'Enter':
      return { kind: 'enter' };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'empty' };
    default:
      if (control && key.toLowerCase() === 'z') return { kind: 'undo' };
      return control && key.toLowerCase() === 'd' ? { kind: 'fill' } : undefined;
  }
}
