import writeXlsxFile, {
  type CellObject,
  type Feature,
  type Image,
  type Sheet as WrittenSheet,
} from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { refuse } from './refusals.ts';
import { dropUnwanted, manyLines } from './text.ts';

export interface SheetColumn {
  title: string;
  /** In letters; without it the width follows the texts. */
  width?: number;
  /** `percent` takes a share: 0.5 is shown as 50%. `date` takes 'YYYY-MM-DD'. */
  kind: 'text' | 'integer' | 'decimal' | 'date' | 'percent';
  /** Cells that hold the values to choose from, for example "'Danh mục'!$A$2:$A$9"; other values may still be typed. */
  pickFrom?: string;
}

export interface Sheet {
  name: string;
  columns: SheetColumn[];
  /** One value for each column; a value that does not fit its column's kind is written as text. */
  rows: unknown[][];
  /** Cells to colour, by 'row/column' of `rows`, both from 0. */
  marks?: ReadonlyMap<string, keyof typeof markColours>;
}

const markColours = { wrong: '#F9D3D0', doubtful: '#FFF0C2' } as const;

const mostRows = 200_000;
/** In the whole workbook: 10 s and 1.8 GB on a small machine. */
const mostCells = 2_000_000;
/** What one cell holds (Excel specifications and limits). */
const mostLetters = 32_767;
const formats = {
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.##',
  date: 'dd/mm/yyyy',
  percent: '0.0%',
} as const;

/**
 * Says no before work starts when the sheets are too long for a file people can open.
 * @throws Refusal documents.tooManySheetRows, documents.tooManyCells, documents.textTooLong
 */
export function checkSheets(sheets: readonly Sheet[]): void {
  if (sheets.length === 0) throw new RangeError('A workbook needs at least one sheet');
  const cells = sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.columns.length, 0);
  if (cells > mostCells) throw refuse.tooManyCells(cells, mostCells);
  for (const sheet of sheets) {
    if (sheet.rows.length > mostRows) throw refuse.tooManySheetRows(sheet.name, mostRows);
    for (const [rowIndex, row] of sheet.rows.entries()) {
      for (const [index, column] of sheet.columns.entries()) {
        const value = row[index];
        // One letter is kept free for the apostrophe of safeText.
        if (typeof value === 'string' && value.length >= mostLetters) {
          throw refuse.textTooLong(sheet.name, rowIndex + 2, column.title);
        }
      }
    }
  }
}

/**
 * Writes sheets as an .xlsx file: bold titles that stay in view, every text a text and never a formula.
 * Heavy (about 1 s for 100,000 cells): it runs on the render thread, see render.ts.
 */
export async function drawWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const written = sheets.map((sheet, index): WrittenSheet<Image['content']> => {
    const widths = sheet.columns.map((column, place) => column.width ?? widthOf(sheet, place));
    return {
      sheet: names[index]!,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        sheet.columns.map((column) => writeTitle(column.title)),
        ...sheet.rows.map((row, index) => markRow(sheet, index, writeRow(sheet.columns, row, widths))),
      ],
    };
  });
  return new Uint8Array(
    await writeXlsxFile(written, {
      fontFamily: 'Times New Roman',
      fontSize: 12,
      features: [pickLists(sheets)],
    }).toBuffer(),
  );
}

/**
 * Keeps a text a text. A spreadsheet program reads a cell that begins with one of these signs as a formula as soon as
 * the file is saved as CSV and opened again, so such a text gets an apostrophe before it (OWASP, CSV injection).
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/**
 * Makes names Excel accepts for the sheets of one workbook: no []:*?/\ and no apostrophe at the ends, 1 to 31 letters,
 * no two alike in any case, not the reserved "History".
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history']);
  return wanted.map((name, index) => {
    const clean = dropUnwanted(name)
      .replace(/[[\]:*?/\\\t\r\n]+/g, ' ')
      .replace(/^['\s]+|['\s]+$/g, '')
      .replace(/\s+/g, ' ');
    const base = clean || `Trang ${index + 1}`;
    let unique = cut(base, 31);
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      unique = `${cut(base, 31 - ` (${count})`.length)} (${count})`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** The first letters of a text, never half of a pair, without an apostrophe or space at the end. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const sign of text) {
    if (kept.length + sign.length > most) break;
    kept += sign;
  }
  return kept.replace(/['\s]+$/, '');
}

function writeTitle(title: string): CellObject {
  return {
    value: distinct(safeText(manyLines(title))),
    type: String,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#EFEAF4',
    borderStyle: 'thin',
    wrap: true,
  };
}

function markRow({ marks }: Sheet, index: number, cells: (CellObject | null)[]): (CellObject | null)[] {
  if (!marks) return cells;
  return cells.map((cell, place) => {
    const mark = marks.get(`${index}/${place}`);
    return mark ? { value: '', type: String, ...cell, backgroundColor: markColours[mark] } : cell;
  });
}

/** Drop-down lists of the columns that have one; they help and do not forbid. */
function pickLists(sheets: readonly Sheet[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const lists = sheets[sheetIndex]!.columns.flatMap(({ pickFrom }, place) => {
              if (!pickFrom) return [];
              const letter = getCellAddress(0, place).replace(/\d+$/, '');
              const range = `${letter}2:${letter}5001`;
              return [
                `<dataValidation type="list" allowBlank="1" sqref="${range}"><formula1>${sanitizeTextContent(pickFrom)}</formula1></dataValidation>`,
              ];
            });
            if (lists.length === 0) return xml;
            const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
            const markup = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
          },
        },
      },
    },
  };
}

/** Rows of several lines say so: not every program works out the height of a row by itself. */
function writeRow(columns: SheetColumn[], row: unknown[], widths: number[]): (CellObject | null)[] {
  const cells = columns.map((column, place) => writeCell(column.kind, row[place]));
  let most = 1;
  for (const [place, cell] of cells.entries()) {
    if (typeof cell?.value !== 'string') continue;
    const lines = cell.value.split('\n');
    most = Math.max(
      most,
      lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / widths[place]!)), 0),
    );
  }
  if (most > 1) for (const cell of cells) if (cell) cell.height = Math.min(most, 20) * 16;
  return cells;
}

function writeCell(kind: SheetColumn['kind'], value: unknown): CellObject | null {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'date' && typeof value === 'string' && isDay(value)) {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: formats.date, alignVertical: 'top' };
  }
  if (kind === 'integer' || kind === 'decimal' || kind === 'percent') {
    const number = asNumber(value);
    if (number !== null) {
      // "#,##0.##" would show a whole number with a comma after it.
      const format = kind === 'decimal' && Number.isInteger(number) ? formats.integer : formats[kind];
      return { value: number, type: Number, format, alignVertical: 'top' };
    }
  }
  return {
    value: distinct(safeText(asText(value))),
    type: String,
    format: formats.text,
    wrap: true,
    alignVertical: 'top',
  };
}

/**
 * The library counts its texts in a plain object, so a cell that says "constructor" would break the file. A control
 * character makes the text another key, and the library drops it when it writes the XML.
 */
export function distinct(text: string): string {
  return text in Object.prototype ? `${text}\u0001` : text;
}

/** Exact decimals arrive from the database as digits in a string. */
function asNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function asText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'string') return dropUnwanted(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new TypeError(
    `A cell holds text, a number or yes and no, not ${Object.prototype.toString.call(value)}`,
  );
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}

function widthOf(sheet: Sheet, place: number): number {
  let widest = sheet.columns[place]?.title.length ?? 0;
  // The first rows tell enough.
  for (const row of sheet.rows.slice(0, 200)) widest = Math.max(widest, String(row[place] ?? '').length);
  return Math.min(60, Math.max(8, Math.ceil(widest) + 2));
}
