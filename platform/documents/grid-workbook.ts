import writeXlsxFile, {
  type CellObject,
  type Image,
  type Sheet as WrittenSheet,
} from 'write-excel-file/node';
import { type Drawn, type GridWorkbookSheet, pageSetup, papers, type Row } from './grid-page-setup.ts';
import { columnStarts, rowStarts } from './grid-pages.ts';
import type { GridBook, GridSheet } from './grids.ts';
import { manyLines } from './text.ts';
import { distinct, safeText, sheetNames } from './workbook.ts';

const letters = 12;
const headingWidth = 6.5;
const widestColumn = 26;
/** Of owner, title, headings of the columns and legend together, in points. */
const headHeight = 100;
/**
 * Draws grids as a workbook that prints as it is: lines around the cells, paper and margins set, headings on each page, each grid on
 * pages of its own. Every text is a text and never a formula. On the render thread, see render.ts.
 */
export async function drawGridWorkbook(sheets: readonly GridWorkbookSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const drawn = sheets.map(({ book }) => drawSheet(book));
  const written = sheets.map(({ book }, index): WrittenSheet<Image['content']> => {
    const [first] = book.sheets;
    const single = book.sheets.length === 1;
    return {
      sheet: names[index]!,
      columns: widthsOf(book.paper, first!).map((width) => ({ width })),
      showGridLines: false,
      stickyColumnsCount: first!.headings,
      ...(single ? { stickyRowsCount: drawn[index]![0]!.header + 1 } : {}),
      data: drawn[index]!.flatMap(({ rows }) => rows),
    };
  });
  const bytes = await writeXlsxFile(written, {
    fontFamily: 'Times New Roman',
    fontSize: letters,
    features: [pageSetup(sheets, drawn, names)],
  }).toBuffer();
  return new Uint8Array(bytes);
}

function drawSheet(book: GridBook): Drawn[] {
  let below = 0;
  return book.sheets.map((sheet) => {
    const drawn = drawGrid(book, sheet, below);
    below += drawn.rows.length;
    return drawn;
  });
}

/** Widths of the columns in digits: the paper is filled, but no column grows without end. */
function widthsOf(paper: GridBook['paper'], sheet: GridSheet): number[] {
  const fixed = sheet.headings === 1 ? 2 * headingWidth : headingWidth;
  const free = sheet.columns.length - sheet.headings;
  const across = Math.ceil(free / columnStarts(sheet).length);
  const width = Math.min(widestColumn, (papers[paper].across - fixed * sheet.headings) / Math.max(1, across));
  return sheet.columns.map((_, place) => (place < sheet.headings ? fixed : Math.floor(width * 10) / 10));
}

const border = { borderStyle: 'thin', align: 'center', alignVertical: 'center', wrap: true } as const;
const shaded = { ...border, backgroundColor: '#F0F0F0', fontWeight: 'bold' } as const;

function drawGrid(book: GridBook, sheet: GridSheet, from: number): Drawn {
  const { columns, headings } = sheet;
  const widths = widthsOf(book.paper, sheet);
  const starts = rowStarts(sheet);
  const { size, heights } = measure(sheet, widths, starts, papers[book.paper].down - headHeight);
  // Of a grid that is several pages wide, the first has the title.
  const wide = columnStarts(sheet)[1] ?? columns.length;
  const across = (value: string, style: CellObject): Row => [
    { ...cellOf(value), ...style, columnSpan: wide },
    ...columns.slice(1).map(() => null),
  ];
  const half = Math.ceil(wide / 2);
  const rest = wide - half;
  const head: Row = [
    { ...cellOf(book.owner), columnSpan: half },
    ...columns.slice(1, half).map(() => null),
    ...(rest > 0 ? [{ ...cellOf(sheet.subtitle), align: 'right', columnSpan: rest } as const] : []),
    ...columns.slice(half + 1).map(() => null),
  ];
  const top = [
    head,
    across(sheet.title, {
      fontWeight: 'bold',
      fontSize: 16,
      align: 'center',
      alignVertical: 'center',
      height: 28,
    }),
    columns.map((name): CellObject => ({ ...cellOf(name), ...shaded, height: 20 })),
  ];
  const body = sheet.rows.map(({ begins, cells }, at): Row => {
    const strong = begins ? ({ topBorderStyle: 'medium' } as const) : {};
    const height = heights[at]!;
    return cells.map((cell, place) => {
      if (place >= headings) return { ...cellOf(textOf(cell)), ...border, ...strong, fontSize: size, height };
      const many = spanOf(sheet, at, place);
      if (many === 0) return null;
      return {
        ...cellOf(textOf(cell)),
        ...shaded,
        ...strong,
        fontSize: Math.min(12, size + 1),
        // The library would give this height to every row of the span.
        rowSpan: many,
      };
    });
  });
  const legend = sheet.legend
    ? [
        across(sheet.legend, {
          fontSize: 10,
          fontStyle: 'italic',
          alignVertical: 'center',
          wrap: true,
          height: 30,
        }),
      ]
    : [];
  return {
    rows: [...top, ...body, ...legend],
    pages: starts.map((start) => (start === 0 ? from : from + top.length + start)),
    header: from + top.length - 1,
  };
}

/** How many rows a row heading stands for; 0 for one that stands above. */
function spanOf({ rows }: GridSheet, at: number, place: number): number {
  if (at > 0 && rows[at]!.cells[place]!.text === '') return 0;
  const next = rows.findIndex(({ cells }, row) => row > at && cells[place]!.text !== '');
  return (next === -1 ? rows.length : next) - at;
}

const textOf = ({ text, note }: { text: string; note: string }) => (note ? `${text}\n${note}` : text);

const cellOf = (text: string): CellObject => ({
  value: distinct(safeText(manyLines(text))),
  type: String,
  format: '@',
});

/** Height in points of a text that is wrapped between its words in a column of `width` digits. */
function heightOf(text: string, width: number, size: number): number {
  const inLine = Math.max(1, (width * letters * 0.95) / size);
  const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line, inLine), 0);
  return lines * size * 1.3;
}

/** Lines that a text takes with so many letters in each; a word longer than a line is broken. */
function linesOf(line: string, inLine: number): number {
  let [lines, filled] = [1, 0];
  for (const word of line.split(' ')) {
    const wide = lettersOf(word);
    if (filled > 0 && filled + 1 + wide > inLine) [lines, filled] = [lines + 1, 0];
    filled += (filled > 0 ? 1 : 0) + wide;
    while (filled > inLine) [lines, filled] = [lines + 1, filled - inLine];
  }
  return lines;
}

/** Width of a word in letters, a capital counting for nearly one and a half. */
const lettersOf = (word: string) => word.length + (word.match(/\p{Lu}/gu)?.length ?? 0) * 0.4;

/**
 * The largest letters, from 14 to 6 points, with which the rows of each page keep to `room` points, and the heights of the rows: as their
 * texts need, and what is left of the page among them.
 */
function measure(
  { rows, headings }: GridSheet,
  widths: readonly number[],
  starts: readonly number[],
  room: number,
): { size: number; heights: number[] } {
  const needed = (size: number) =>
    rows.map(({ cells }) =>
      Math.max(
        ...cells.map((cell, at) => (at < headings - 1 ? 0 : heightOf(textOf(cell), widths[at]!, size))),
      ),
    );
  const fullest = (heights: readonly number[]) =>
    Math.max(
      0,
      ...starts.map((start, at) => heights.slice(start, starts[at + 1]).reduce((sum, one) => sum + one, 0)),
    );
  const sizes = [14, 13, 12, 11, 10, 9, 8, 7, 6];
  const size = sizes.find((one) => fullest(needed(one)) <= room) ?? 6;
  const own = needed(size);
  const most = Math.max(1, ...starts.map((start, at) => (starts[at + 1] ?? rows.length) - start));
  const spare = Math.max(0, Math.min(26, (room - fullest(own)) / most));
  return { size, heights: own.map((height) => Math.round(height + spare)) };
}
