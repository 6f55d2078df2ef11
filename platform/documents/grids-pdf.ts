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
    rows: sheet.rows.map(({ begins, cells }) => ({
      begins,
      cells: cells.map(({ text, note }) => ({ text: oneLine(text), note: oneLine(note) })),
    })),
    size: letterSize(book.paper, sheet.columns.length, sheet.rows.length),
  }));
  return compileTypst(join(import.meta.dirname, 'grids.typ'), {
    paper: book.paper,
    owner: oneLine(book.owner),
    foot: oneLine(book.foot),
    sheets,
  });
}

/** Size of the letters in points with which a grid fills its page and does not run over it. */
function letterSize(paper: 'a4' | 'a3', columns: number, rows: number): number {
  const [width, height] = paper === 'a3' ? [1130, 740] : [790, 490];
  // A cell is about nine letters wide and two lines high.
  const fits = Math.min(width / columns / 4.9, height / (rows + 1) / 2.9);
  return Math.max(3.2, Math.min(13, Math.round(fits * 10) / 10));
}
