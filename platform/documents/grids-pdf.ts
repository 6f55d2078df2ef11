import { join } from 'node:path';
import type { GridBook } from './grids.ts';
import { compileTypst } from './official-pdf.ts';
import { oneLine } from './text.ts';

/** Draws grids as PDF, one on a page; on the render thread, see render.ts. */
export function drawGrids(book: GridBook): Uint8Array {
  const sheets = book.sheets.map((sheet) => ({
    title: oneLine(sheet.title),
    subtitle: oneLine(sheet.subtitle),
    columns: sheet.columns.map(oneLine),
    headings: sheet.headings,
    plain: sheet.plain ?? false,
    rows: sheet.rows.map(({ begins, cells }) => ({
      begins,
      cells: cells.map(({ text, note }) => ({ text: oneLine(text), note: oneLine(note) })),
    })),
    ...measures(book.paper, sheet.columns.length, sheet.rows.length),
  }));
  return compileTypst(join(import.meta.dirname, 'grids.typ'), {
    paper: book.paper,
    owner: oneLine(book.owner),
    foot: oneLine(book.foot),
    sheets,
  });
}

/** Size of the letters and space above and below them, in points, with which a grid fills its page and does not run over it. */
function measures(paper: 'a4' | 'a3', columns: number, rows: number): { size: number; inset: number } {
  const [width, height] = paper === 'a3' ? [1100, 670] : [760, 430];
  const row = height / (rows + 1);
  // A cell is about nine letters wide and two lines high.
  const size = Math.max(3.2, Math.min(13, width / columns / 4.9, row / 3.2));
  const inset = Math.max(0.15 * size, Math.min(9, (0.85 * row - 1.85 * size) / 2));
  return { size: Math.round(size * 10) / 10, inset: Math.round(inset * 10) / 10 };
}
