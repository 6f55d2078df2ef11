import type { WriteTx } from '#platform/db';
import type { ReadTable } from '#platform/documents';
import type { SheetKey } from '../data/sheets.ts';
import { readSheetWorkbook } from '../documents/sheet-workbook.ts';
import { gradebookErrors } from '../errors.ts';
import { cellOf, cellText, readCell } from '../rules/index.ts';
import { refuseClosed, saveCells } from './save-cells.ts';
import { openSheet } from './sheet.ts';

/**
 * Reads marks back from a workbook: cells changed in the file go through the same checks as those of the grid, all or none. Cells that were
 * changed on the server since the file was made, and in the file too, are told with both values.
 * @throws Refusal as saveCells; gradebook.badCells when the file is no sheet of ours
 */
export async function readSheet(
  tx: WriteTx,
  key: SheetKey,
  tables: readonly ReadTable[],
  today: string,
): Promise<{ saved: number; pupils: number }> {
  const sheet = await openSheet(tx, key, today);
  refuseClosed(sheet);
  const read = readSheetWorkbook(tables, sheet.wanted);
  if ('problems' in read) throw gradebookErrors.badCells(read.problems);
  const rows = new Map(sheet.rows.map((row) => [row.pupilId, row]));
  const { judged } = sheet.subject;
  const changes = read.cells.flatMap(({ pupilId, place, was, value }) => {
    const row = rows.get(pupilId);
    const current = row
      ? place === 'comment'
        ? (row.comment ?? '')
        : cellText(judged, cellOf(row, place))
      : '';
    if (value === current || (place !== 'comment' && sameMark(judged, value, current))) return [];
    return [{ pupilId, place, was: was ?? current, value }];
  });
  if (changes.length === 0) return { saved: 0, pupils: read.pupils };
  const { saved } = await saveCells(tx, key, changes, today);
  return { saved, pupils: read.pupils };
}

/** '7.5' typed into a spreadsheet is the '7,5' of the sheet. */
function sameMark(judged: 'score' | 'comment', left: string, right: string): boolean {
  const [a, b] = [readCell(judged, left), readCell(judged, right)];
  return 'value' in a && 'value' in b && a.value === b.value;
}
