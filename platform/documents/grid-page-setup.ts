import type { CellObject, Feature, Image } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { columnStarts } from './grid-pages.ts';
import type { GridBook } from './grids.ts';
import { oneLine } from './text.ts';

/** A sheet of a workbook: grids below each other, each begins a page of paper. All have the same number of columns and of headings. */
export interface GridWorkbookSheet {
  readonly name: string;
  readonly book: GridBook;
}

export type Row = (CellObject | null)[];

/** A grid as rows of a workbook. */
export interface Drawn {
  readonly rows: Row[];
  /** Rows of the workbook where pages begin, from 0. */
  readonly pages: number[];
  /** The row with the headings of the columns, from 0. */
  readonly header: number;
}

/**
 * What lies between the margins of the paper laid across, less a twelfth that programs measure otherwise: across in digits of the
 * workbook's letters, down in points. `code` is the number of the paper in the file (ECMA-376, 18.3.1.63).
 */
export const papers = {
  a4: { code: 9, across: 120, down: 500 },
  a3: { code: 8, across: 175, down: 740 },
} as const;

const margins = '<pageMargins left="0.4" right="0.4" top="0.45" bottom="0.55" header="0.25" footer="0.25"/>';

/** What the library does not write: paper, margins, foot, where pages begin, what is repeated on them, what is printed. */
export function pageSetup(
  sheets: readonly GridWorkbookSheet[],
  drawn: readonly (readonly Drawn[])[],
  names: readonly string[],
): Feature<Image['content']> {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  const insert = (xml: string, markup: string) =>
    insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
  const breaks = (name: string, at: readonly number[], most: number) =>
    at.length > 0
      ? `<${name} count="${at.length}" manualBreakCount="${at.length}">${at.map((id) => `<brk id="${id}" max="${most}" man="1"/>`).join('')}</${name}>`
      : '';
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const { book } = sheets[sheetIndex]!;
            const across = columnStarts(book.sheets[0]!);
            const single = book.sheets.length === 1;
            const foot = sanitizeTextContent(
              `&L&8 ${oneLine(`${book.owner} · ${book.foot}`).replaceAll('&', '&&')}&R&8 Trang &P/&N`,
            );
            const fit = single ? ` fitToWidth="${across.length}" fitToHeight="0"` : '';
            return [
              ...(single ? ['<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'] : []),
              '<printOptions horizontalCentered="1"/>',
              margins,
              `<pageSetup paperSize="${papers[book.paper].code}" orientation="landscape"${fit}/>`,
              `<headerFooter><oddFooter>${foot}</oddFooter></headerFooter>`,
              breaks('rowBreaks', drawn[sheetIndex]!.flatMap(({ pages }) => pages).slice(1), 16_383),
              breaks('colBreaks', across.slice(1), 1_048_575),
            ].reduce((whole, markup) => (markup ? insert(whole, markup) : whole), xml);
          },
        },
        'xl/workbook.xml': {
          transform: (xml: string) => {
            const defined = sheets.flatMap(({ book }, index) =>
              namesOf(book, drawn[index]!, names[index]!, index),
            );
            return xml.replace(
              /<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/,
              () => `<definedNames>${defined.join('')}</definedNames>`,
            );
          },
        },
      },
    },
  };
}

/** The printed area of a sheet; of a single grid also the rows and columns that are repeated on every page. */
function namesOf(book: GridBook, drawn: readonly Drawn[], name: string, index: number): string[] {
  const [sheet] = book.sheets;
  const own = sanitizeTextContent(`'${name.replaceAll("'", "''")}'!`);
  const absolute = (row: number, column: number) =>
    getCellAddress(row, column).replace(/([A-Z]+)(\d+)/, '$$$1$$$2');
  const last = drawn.reduce((sum, { rows }) => sum + rows.length, 0) - 1;
  const column = (place: number) => absolute(0, place).replace(/\$\d+$/, '');
  const define = (what: string, range: string) =>
    `<definedName name="_xlnm.${what}" localSheetId="${index}">${range}</definedName>`;
  const area = define('Print_Area', `${own}$A$1:${absolute(last, sheet!.columns.length - 1)}`);
  if (drawn.length !== 1) return [area];
  const row = drawn[0]!.header + 1;
  const titles = `${own}$A:${column(sheet!.headings - 1)},${own}$${row}:$${row}`;
  return [area, define('Print_Titles', titles)];
}
