import readXlsxFile from 'read-excel-file/node';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { refuse } from './refusals.ts';
import { parseSeparated } from './separated-values.ts';

/** A sheet as it was typed: every cell a text without spaces around it, '' where nothing is. Row 0 is row 1 of the sheet. */
export interface ReadTable {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const mostBytes = 4 * 1024 * 1024;
/** Of all parts together once inflated: about 300,000 cells. */
const mostInflatedBytes = 60 * 1024 * 1024;
const mostEntries = 2_000;

/**
 * Reads a spreadsheet: .xlsx (every sheet), .csv or .tsv (one sheet, UTF-8 or UTF-16, separated by comma, semicolon
 * or tab). Numbers come as they are written in the file, days as 'YYYY-MM-DD'.
 * @throws Refusal documents.tableTooLarge, documents.tableNotRead, documents.tableNotUnicode, documents.notATable
 */
export async function readTables(bytes: Uint8Array, fileName: string): Promise<ReadTable[]> {
  if (bytes.length > mostBytes) throw refuse.tableTooLarge(mostBytes / 1024 / 1024);
  const ending = /\.([a-z0-9]+)$/.exec(fileName.toLowerCase())?.[1];
  if (ending === 'xlsx') return readWorkbook(bytes);
  if (ending !== 'csv' && ending !== 'tsv') throw refuse.notATable();
  const rows = parseSeparated(decode(bytes), ending === 'tsv' ? '\t' : undefined);
  return [{ name: fileName, rows: rows.map((row) => row.map(tidy)) }];
}

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

function decode(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(mark, { fatal: true }).decode(bytes);
  } catch {
    throw refuse.tableNotUnicode();
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadTable[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await checkPackage(buffer);
  // Numbers stay as written: "03127" typed as a number has lost its zero, but 1e21 need not lose digits as well.
  const sheets = await readXlsxFile(buffer, { parseNumber: (digits) => digits }).catch(() => {
    throw refuse.tableNotRead();
  });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  return tidy(String(value));
}

/** Inflates every part once, counting: a header may lie about how large a part becomes. */
function checkPackage(buffer: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error || zip.entryCount > mostEntries) return reject(refuse.tableNotRead());
      let total = 0;
      zip.on('entry', (entry: Entry) => {
        total += entry.uncompressedSize;
        if (total > mostInflatedBytes) return reject(refuse.tableTooLarge(mostBytes / 1024 / 1024));
        drain(zip, entry).then(
          () => zip.readEntry(),
          () => reject(refuse.tableNotRead()),
        );
      });
      zip.on('end', () => resolve());
      zip.on('error', () => reject(refuse.tableNotRead()));
      zip.readEntry();
    });
  });
}

/** Reads a part to its end; fails when it is larger than its header says. */
function drain(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.on('error', reject);
      stream.on('end', resolve);
      stream.resume();
    });
  });
}
