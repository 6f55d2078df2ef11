import { type ReadCell, readWorkbook } from './read-workbook.ts';

/** A sheet as it was typed: every cell a text without spaces around it, '' where nothing is. Row 0 is row 1 of the sheet. */
export interface ReadTable {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads a spreadsheet as tidy texts: days as 'YYYY-MM-DD', yes and no as 'Có' and 'Không', letters composed (NFC).
 * @throws as readWorkbook
 */
export async function readTables(bytes: Uint8Array, fileName: string): Promise<ReadTable[]> {
  const sheets = await readWorkbook(bytes, fileName);
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => tidy(cellText(cell)))),
  }));
}

/** The text of a cell: days as 'YYYY-MM-DD', yes and no as 'Có' and 'Không', '' where nothing is. */
export function cellText(cell: ReadCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'Có' : 'Không';
  return String(cell);
}

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
