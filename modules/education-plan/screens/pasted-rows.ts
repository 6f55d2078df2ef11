import { foldVietnamese } from '#platform/i18n';
import type { Row, RowColumn } from './rows-table.tsx';

function readCell(column: RowColumn, text: string): { value: unknown } | undefined {
  if (text === '') return column.optional ? { value: null } : undefined;
  if (column.kind === 'number') {
    const value = Number(text.replace(',', '.'));
    return Number.isFinite(value) ? { value } : undefined;
  }
  if (column.kind === 'choice') {
    const wanted = foldVietnamese(text);
    const found = column.options?.find(
      (one) => foldVietnamese(one.label) === wanted || foldVietnamese(String(one.value)) === wanted,
    );
    return found ? { value: found.value } : undefined;
  }
  if (column.kind === 'day') {
    const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
    if (!parts) return undefined;
    return { value: `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` };
  }
  return { value: text };
}

/**
 * Rows out of text copied from a spreadsheet: a line a row, cells apart by tabs, in the order of the columns; a line that repeats the
 * headings is passed over. `faults`: lines (from 1) with a cell that cannot be read.
 */
export function pastedRows(text: string, columns: readonly RowColumn[]): { rows: Row[]; faults: number[] } {
  const rows: Row[] = [];
  const faults: number[] = [];
  for (const [at, line] of text.normalize('NFC').split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const cells = line.split('\t').map((cell) => cell.trim().replace(/^"|"$/g, ''));
    if (at === 0 && foldVietnamese(cells[0] ?? '') === foldVietnamese(columns[0]?.label ?? '')) continue;
    const read = columns.map(
      (column, place) => [column.field, readCell(column, cells[place] ?? '')] as const,
    );
    if (read.some(([, cell]) => cell === undefined)) faults.push(at + 1);
    else rows.push(Object.fromEntries(read.map(([field, cell]) => [field, cell?.value])));
  }
  return { rows, faults };
}
