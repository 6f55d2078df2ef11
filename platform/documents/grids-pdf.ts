import { join } from 'node:path';
import { partsOf } from './grid-pages.ts';
import type { GridBook, GridSheet } from './grids.ts';
import { compileTypst } from './official-pdf.ts';
import { oneLine } from './text.ts';

/** Draws grids as PDF, a page each or as many as they ask for; on the render thread, see render.ts. */
export function drawGrids(book: GridBook): Uint8Array {
  return compileTypst(join(import.meta.dirname, 'grids.typ'), {
    paper: book.paper,
    owner: oneLine(book.owner),
    foot: oneLine(book.foot),
    sheets: book.sheets.flatMap((sheet) => pagesOf(sheet, book.paper)),
  });
}

function pagesOf(sheet: GridSheet, paper: GridBook['paper']) {
  const parts = partsOf(sheet);
  return parts.map(({ rows: [top, bottom], columns: [from, to] }, index) => {
    const here = <One>(all: readonly One[]) => [...all.slice(0, sheet.headings), ...all.slice(from, to)];
    const page = parts.length > 1 ? ` (${index + 1}/${parts.length})` : '';
    return {
      title: oneLine(sheet.title) + page,
      subtitle: oneLine(sheet.subtitle),
      legend: oneLine(sheet.legend ?? ''),
      columns: here(sheet.columns).map(oneLine),
      headings: sheet.headings,
      plain: sheet.plain ?? false,
      rows: sheet.rows.slice(top, bottom).map(({ begins, cells }) => ({
        begins,
        cells: here(cells).map(({ text, note }) => ({ text: oneLine(text), note: oneLine(note) })),
      })),
      size: sizeOf(paper, sheet.headings + to - from, bottom - top),
    };
  });
}

/** Letters to begin with, in points: the template takes smaller ones where texts need more room than supposed. */
function sizeOf(paper: 'a4' | 'a3', columns: number, rows: number): number {
  const [width, height] = paper === 'a3' ? [1100, 670] : [760, 430];
  // A cell is about nine letters wide and two lines high.
  return Math.max(3.2, Math.min(14, width / columns / 4.9, height / (rows + 1) / 2.9));
}
