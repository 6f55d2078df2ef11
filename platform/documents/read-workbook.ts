import { jobThread } from '#platform/threads';
import { refuse } from './refusals.ts';
import { parseSeparated } from './separated-values.ts';

/** What one cell holds; a day is midnight UTC of that day, null where nothing is. */
export type ReadCell = string | number | boolean | Date | null;

/** A sheet as it was typed; row 0 is row 1 of the sheet. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

export type WorkbookReading =
  | { readonly sheets: ReadSheet[]; readonly fault?: undefined }
  | { readonly fault: 'damaged' | 'encrypted' | 'unsafe' }
  /** A formula whose value the file does not hold. */
  | { readonly fault: 'formula'; readonly sheet: string; readonly cell: string };

const mostBytes = 10 * 1024 * 1024;
const mostRows = 20_000;
const mostColumns = 100;

const readOnThread = jobThread<Uint8Array, WorkbookReading>(
  new URL('./read-workbook-worker.ts', import.meta.url),
  {
    patience: 60_000,
    mostMegabytes: 1024,
    busy: refuse.readerBusy,
    tooSlow: refuse.tableTooComplex,
  },
);

/**
 * Reads a spreadsheet on a thread of its own: .xlsx (every sheet), .csv or .tsv (one sheet, UTF-8 or UTF-16, separated
 * by comma, semicolon or tab). Formulas give their last value; one without is refused. At most 10 MB, 20,000 rows and 100 columns a sheet.
 * @throws Refusal documents.notATable, documents.oldWorkbook, documents.tableLocked, documents.tableTooLarge,
 *   documents.tableTooLong, documents.tableTooComplex, documents.tableNotRead, documents.formulaWithoutValue, documents.tableNotUnicode
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<ReadSheet[]> {
  const ending = /\.([a-z0-9]+)$/.exec(fileName.toLowerCase())?.[1];
  if (bytes.length > mostBytes) throw refuse.tableTooLarge(mostBytes / 1024 / 1024);
  if (isOldOffice(bytes)) throw isLocked(bytes) ? refuse.tableLocked() : refuse.oldWorkbook();
  if (ending !== 'xlsx' && ending !== 'csv' && ending !== 'tsv') throw refuse.notATable();
  const sheets =
    ending === 'xlsx' ? await readPackage(bytes) : [{ name: fileName, rows: readText(bytes, ending) }];
  for (const { name, rows } of sheets) {
    const isWide = rows.some((row) => row.length > mostColumns);
    if (rows.length > mostRows || isWide) throw refuse.tableTooLong(name, mostRows, mostColumns);
  }
  return sheets;
}

async function readPackage(bytes: Uint8Array): Promise<ReadSheet[]> {
  const reading = await readOnThread(bytes);
  if (reading.fault === undefined) return reading.sheets;
  if (reading.fault === 'formula') throw refuse.formulaWithoutValue(reading.sheet, reading.cell);
  throw { damaged: refuse.tableNotRead, encrypted: refuse.tableLocked, unsafe: refuse.tableTooComplex }[
    reading.fault
  ]();
}

function readText(bytes: Uint8Array, ending: 'csv' | 'tsv'): string[][] {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return parseSeparated(
      new TextDecoder(mark, { fatal: true }).decode(bytes),
      ending === 'tsv' ? '\t' : undefined,
    );
  } catch {
    throw refuse.tableNotUnicode();
  }
}

/** The container of Excel before 2007; a newer workbook with a password hides in one as well. */
function isOldOffice(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
