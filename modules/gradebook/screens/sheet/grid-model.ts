import type { operations } from '#api';
import {
  cellText,
  emptyRow,
  type Place,
  placeName,
  printedScore,
  readCell,
  rowResult,
  withCell,
} from '../../rules/index.ts';

export type Sheet = operations['gradebook.getSheet']['responses'][200]['content']['application/json'];
export type SheetRow = Sheet['rows'][number];
export type CellPlace = Place | 'comment';

/** One cell's change: what stood there and what shall. */
export interface CellEdit {
  readonly pupilId: string;
  readonly place: CellPlace;
  readonly was: string;
  readonly value: string;
}

/** Where an edit stands: waiting to be sent, on the way, refused with a reason, or changed by somebody else meanwhile. */
export type EditState =
  | { readonly kind: 'waiting' | 'sending' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: string };

export interface OpenEdit extends CellEdit {
  readonly state: EditState;
}

/** Edits not yet kept by the server, by cell. */
export type Edits = ReadonlyMap<string, OpenEdit>;

export function cellKey(pupilId: string, place: CellPlace): string {
  return `${pupilId} ${place}`;
}

/** Whether somebody else assesses the pupil. A sheet held on the device may be older than the answer: its pupils are the person's own. */
export function isAssessedByOther(row: SheetRow): boolean {
  return row.mine === false;
}

/** Whether the person asking enters marks of the pupil. */
export function mayWrite(row: SheetRow | undefined): boolean {
  return row !== undefined && !isAssessedByOther(row) && row.exemption !== 'exempt';
}

/** What a cell shows: the edit under way, else what the server has. */
export function shownText(row: SheetRow, place: CellPlace, edits: Edits): string {
  return edits.get(cellKey(row.pupilId, place))?.value ?? row.cells[place] ?? '';
}

/** What was typed as the sheet writes it ('7.5' → '7,5'), or why it cannot be entered. */
export function written(
  judged: 'score' | 'comment',
  place: CellPlace,
  text: string,
): { readonly text: string } | { readonly fault: string } {
  if (place === 'comment') return { text: text.trim() };
  const read = readCell(judged, text);
  return 'fault' in read ? read : { text: cellText(judged, read.value) };
}

/**
 * Takes texts into the edits. What equals the server's own value is no edit; what cannot be entered stays as typed, refused with the
 * reason. `was` of a cell already being edited stays what it was.
 */
export function withTexts(
  sheet: Sheet,
  edits: Edits,
  texts: readonly { readonly pupilId: string; readonly place: CellPlace; readonly text: string }[],
): Edits {
  const rows = new Map(sheet.rows.map((row) => [row.pupilId, row]));
  const next = new Map(edits);
  for (const { pupilId, place, text } of texts) {
    const row = rows.get(pupilId);
    if (!row) continue;
    const key = cellKey(pupilId, place);
    const before = next.get(key);
    const was = before?.was ?? row.cells[place] ?? '';
    const given = written(sheet.subject.judged, place, text);
    if ('fault' in given) {
      next.set(key, {
        pupilId,
        place,
        was,
        value: text.trim(),
        state: { kind: 'refused', message: given.fault },
      });
    } else if (given.text === was && before?.state.kind !== 'sending') next.delete(key);
    else next.set(key, { pupilId, place, was, value: given.text, state: { kind: 'waiting' } });
  }
  return next;
}

/** A block of cells by their places in the grid; both ends count. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Text from the clipboard as rows of cells: what spreadsheets and tables put there. Trailing line ends are no row. */
export function readClipboard(text: string): string[][] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** A pasted block laid from a cell on; what runs over the edge is counted, not kept. One value fills the whole selection. */
export function pasted(
  sheet: Sheet,
  places: readonly CellPlace[],
  at: Block,
  cells: readonly (readonly string[])[],
): { texts: { pupilId: string; place: CellPlace; text: string }[]; over: number } {
  const texts: { pupilId: string; place: CellPlace; text: string }[] = [];
  let over = 0;
  const single = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (single !== undefined) {
    for (const { pupilId, place } of cellsOf(sheet, places, at)) texts.push({ pupilId, place, text: single });
    return { texts, over };
  }
  for (const [down, line] of cells.entries()) {
    for (const [across, text] of line.entries()) {
      const row = sheet.rows[at.top + down];
      const place = places[at.left + across];
      if (row && place) texts.push({ pupilId: row.pupilId, place, text });
      else over += 1;
    }
  }
  return { texts, over };
}

/** The cells of a block. */
export function cellsOf(sheet: Sheet, places: readonly CellPlace[], block: Block) {
  return sheet.rows
    .slice(block.top, block.bottom + 1)
    .flatMap(({ pupilId }) => places.slice(block.left, block.right + 1).map((place) => ({ pupilId, place })));
}

/** The block as text for the clipboard. */
export function copied(sheet: Sheet, places: readonly CellPlace[], block: Block, edits: Edits): string {
  return sheet.rows
    .slice(block.top, block.bottom + 1)
    .map((row) =>
      places
        .slice(block.left, block.right + 1)
        .map((place) => shownText(row, place, edits))
        .join('\t'),
    )
    .join('\n');
}

/** The server's sheet once these cells are kept. */
export function kept(sheet: Sheet, edits: readonly CellEdit[]): Sheet {
  const byPupil = Map.groupBy(edits, ({ pupilId }) => pupilId);
  return {
    ...sheet,
    rows: sheet.rows.map((row) => {
      const own = byPupil.get(row.pupilId);
      if (!own) return row;
      const cells = { ...row.cells };
      for (const { place, value } of own) {
        if (value === '') delete cells[place];
        else cells[place] = value;
      }
      return { ...row, cells };
    }),
  };
}

/** Result of the semester of a row as it is shown: '7,7', 'Đ', or what is missing. */
export function resultOf(sheet: Sheet, row: SheetRow, edits: Edits): { text: string; why: string } {
  const { judged } = sheet.subject;
  let marks = emptyRow;
  for (const { place } of sheet.columns) {
    const read = readCell(judged, shownText(row, place, edits));
    if ('value' in read) marks = withCell(marks, place, read.value);
  }
  const result = rowResult(
    judged,
    marks,
    sheet.columns.map(({ place }) => place),
  );
  if (result.kind === 'score') return { text: printedScore(result.average), why: '' };
  if (result.kind === 'comment')
    return { text: cellText('comment', result.result === 'pass' ? 1 : 0), why: '' };
  return { text: '', why: result.open.map(placeName).join(', ') };
}
