import type { WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { listSheetRows, type SheetKey, type SheetRow, writeMarks } from '../data/sheets.ts';
import { gradebookErrors } from '../errors.ts';
import {
  type CellValue,
  cellOf,
  cellText,
  type Judged,
  type Place,
  placeName,
  printedDay,
  readCell,
  withCell,
} from '../rules/index.ts';
import { type AssessedRow, type OpenSheet, openSheet } from './sheet.ts';

export interface CellChange {
  readonly pupilId: string;
  readonly place: Place | 'comment';
  /** What the person saw, and what shall stand there; as text. */
  readonly was: string;
  readonly value: string;
}

/**
 * Saves changed cells of a sheet: all of them or none, in one statement. Each is checked, whatever the screen did: pupil on today's roster,
 * who assesses the pupil (the teacher of its elective group, else of the published assignment and of the strand of the column), open window,
 * range, no exemption. A cell that somebody else changed meanwhile is told with both values; one that already holds the value is fine.
 * @throws Refusal gradebook.noSheet, notAssigned, locked, windowClosed, badCells, cellsChangedMeanwhile
 */
export async function saveCells(
  tx: WriteTx,
  key: SheetKey,
  cells: readonly CellChange[],
  today: string,
): Promise<{ saved: number }> {
  const sheet = await openSheet(tx, key, today);
  refuseClosed(sheet);
  const { read, problems } = readCells(sheet, cells);
  if (problems.length > 0) throw gradebookErrors.badCells(problems);

  const { judged } = sheet.subject;
  const rows = new Map(sheet.rows.map((row) => [row.pupilId, row]));
  const conflicts = read.filter(({ pupilId, place, was, value }) => {
    const current = contentOf(rows.get(pupilId)!, place);
    return current !== was && current !== value;
  });
  if (conflicts.length > 0) throw changedMeanwhile(judged, conflicts, rows);

  const changed = new Map<string, SheetRow>();
  for (const { pupilId, place, value } of read) {
    const row = changed.get(pupilId) ?? rows.get(pupilId)!;
    changed.set(
      pupilId,
      place === 'comment'
        ? { ...row, comment: value as string | null }
        : { ...row, ...withCell(row, place, value as CellValue) },
    );
  }
  const written = await writeMarks(tx, sheet.ground, { ...key, judged }, [...changed.values()], null);
  if (written.size < changed.size) {
    const now = new Map((await listSheetRows(tx, key, today)).map((row) => [row.pupilId, row]));
    throw changedMeanwhile(
      judged,
      read.filter(({ pupilId }) => !written.has(pupilId)),
      now,
    );
  }
  return { saved: cells.length };
}

/** @throws Refusal notAssigned, locked, windowClosed */
export function refuseClosed({ ground, mine, subject, term, state }: OpenSheet): void {
  if (mine.length === 0) throw gradebookErrors.notAssigned(subject.name, ground.className);
  if (state === 'locked') throw gradebookErrors.locked();
  if (state !== 'open') {
    throw gradebookErrors.windowClosed(printedDay(term.opensOn), printedDay(term.closesOn));
  }
}

type Content = CellValue | string;
interface ReadChange {
  readonly pupilId: string;
  readonly place: Place | 'comment';
  readonly was: Content;
  readonly value: Content;
}

/** What stands in a cell: a mark, or the remark as text; null: nothing. */
function contentOf(row: SheetRow, place: Place | 'comment'): Content {
  return place === 'comment' ? row.comment : cellOf(row, place);
}

/** Whether who teaches some strands of a subject ('' the whole) teaches this one; '' is part of any. */
export function teachesStrand(mine: readonly string[], strand: string): boolean {
  return mine.includes('') || mine.includes(strand) || (strand === '' && mine.length > 0);
}

const mayWriteColumn = ({ columns }: OpenSheet, place: Place, mine: readonly string[]): boolean =>
  teachesStrand(mine, columns.get(place)?.strand ?? '');

/**
 * The row of a pupil into whose column the person asking may write; undefined for a pupil who is not in the sheet, or for none (the column of
 * all). @throws Refusal notAssigned
 */
export function writableRow(sheet: OpenSheet, pupilId: string | null, place: Place): AssessedRow | undefined {
  const row = sheet.rows.find((one) => one.pupilId === pupilId);
  if (!mayWriteColumn(sheet, place, row ? row.mine : sheet.mine))
    throw gradebookErrors.notAssigned(sheet.subject.name, sheet.ground.className);
  return row;
}

function readCells(sheet: OpenSheet, cells: readonly CellChange[]) {
  const { judged, name } = sheet.subject;
  const roster = new Map(sheet.rows.map((row) => [row.pupilId, row]));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const read: ReadChange[] = [];
  for (const [index, { pupilId, place, was, value }] of cells.entries()) {
    const row = roster.get(pupilId);
    const at = place === 'comment' ? 'nhận xét' : placeName(place);
    const say = (message: string) =>
      problems.push({ path: `cells.${index}`, message: `${row ? `${row.name}, ${at}: ` : ''}${message}` });
    if (!row) {
      say('Học sinh không còn trong sổ này: đã rời lớp, hoặc học môn khác theo nhóm. Hãy tải lại sổ điểm.');
      continue;
    }
    const twice = `${pupilId} ${place}`;
    if (seen.has(twice)) say('ô được gửi hai lần. Hãy tải lại sổ điểm.');
    seen.add(twice);
    if (row.mine.length === 0) {
      say(`do ${row.groupTeacher ?? 'giáo viên dạy môn này ở lớp'} dạy và đánh giá nên bạn chỉ xem.`);
      continue;
    }
    if (place === 'comment') {
      read.push({ pupilId, place, was: was.trim() || null, value: value.trim() || null });
      continue;
    }
    if (row.exemption === 'exempt') say(`được miễn môn ${name} nên không nhập điểm.`);
    if (!sheet.wanted.includes(place)) say('môn này không có cột điểm đó. Hãy tải lại sổ điểm.');
    if (!mayWriteColumn(sheet, place, row.mine))
      say('cột này của phân môn khác; chỉ giáo viên phân môn đó nhập.');
    const now = readCell(judged, value);
    if ('fault' in now) {
      say(`"${value.slice(0, 20)}" không nhập được. ${now.fault}`);
      continue;
    }
    const before = readCell(judged, was);
    read.push({ pupilId, place, was: 'fault' in before ? was : before.value, value: now.value });
  }
  return { read, problems };
}

function changedMeanwhile(
  judged: Judged,
  conflicts: readonly ReadChange[],
  rows: ReadonlyMap<string, SheetRow>,
) {
  const text = (content: Content) => (typeof content === 'string' ? content : cellText(judged, content));
  const shown = (content: (one: ReadChange) => Content) =>
    conflicts.map((one) => ({
      pupilId: one.pupilId,
      name: rows.get(one.pupilId)?.name ?? '',
      place: one.place,
      value: text(content(one)),
    }));
  return gradebookErrors.cellsChangedMeanwhile(
    shown(({ value }) => value),
    shown(({ pupilId, place }) => {
      const row = rows.get(pupilId);
      return row ? contentOf(row, place) : null;
    }),
  );
}
