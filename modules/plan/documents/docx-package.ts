import type { Entry, ZipFile } from 'yauzl';
import { fromBuffer } from 'yauzl';
import { type SourceProblem, sourceProblem } from './source-problems.ts';

const MAXIMUM_ENTRIES = 5_000;
const MAXIMUM_TOTAL_BYTES = 200 * 1024 * 1024;
/** WordprocessingML of one part; a plan of 400 pages is under 10 MB. */
const MAXIMUM_PART_BYTES = 40 * 1024 * 1024;
const MAXIMUM_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 5 * 1024 * 1024;

/** The XML parts of a Word file, inflated. Pictures and other media are never inflated. */
export type DocxParts = Map<string, Buffer>;

/**
 * Opens a .docx within bounds: entry count, declared size and ratio are checked in the central directory before
 * anything is inflated, and the bytes really produced are counted while inflating, because headers may lie.
 */
export async function openDocxPackage(bytes: Uint8Array): Promise<DocxParts | SourceProblem> {
  let zip: ZipFile;
  try {
    zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    return sourceProblem('corruptDocx', describe(error));
  }
  try {
    if (zip.entryCount > MAXIMUM_ENTRIES) return sourceProblem('unsafeDocx', `${zip.entryCount} phần`);
    const entries = await listEntries(zip);
    const problem = checkDirectory(entries);
    if (problem) return problem;
    return await inflateParts(zip, entries);
  } catch (error) {
    return sourceProblem('corruptDocx', describe(error));
  } finally {
    zip.close();
  }
}

function checkDirectory(entries: Entry[]): SourceProblem | undefined {
  let total = 0;
  for (const entry of entries) {
    total += entry.uncompressedSize;
    if (entry.isEncrypted()) return sourceProblem('encryptedDocument', entry.fileName);
    const isSuspicious =
      entry.uncompressedSize > RATIO_COUNTS_FROM_BYTES &&
      entry.uncompressedSize > entry.compressedSize * MAXIMUM_RATIO;
    if (isSuspicious) return sourceProblem('unsafeDocx', `${entry.fileName}: tỉ lệ nén quá cao`);
  }
  if (total > MAXIMUM_TOTAL_BYTES) return sourceProblem('unsafeDocx', `${total} byte sau khi giải nén`);
  const names = new Set(entries.map((entry) => entry.fileName));
  if (names.has('word/document.xml')) return undefined;
  const isOtherOffice = [...names].some((name) => /^(xl|ppt)\//u.test(name)) || names.has('content.xml');
  if (isOtherOffice) return sourceProblem('unsupportedType', 'Tệp bảng tính hoặc trình chiếu');
  return sourceProblem('corruptDocx', 'Thiếu word/document.xml');
}

async function inflateParts(zip: ZipFile, entries: Entry[]): Promise<DocxParts | SourceProblem> {
  const parts: DocxParts = new Map();
  let total = 0;
  for (const entry of entries) {
    if (!/\.(xml|rels)$/iu.test(entry.fileName)) continue;
    const part = await inflate(zip, entry, Math.min(MAXIMUM_PART_BYTES, MAXIMUM_TOTAL_BYTES - total));
    if (part === 'tooLarge') return sourceProblem('unsafeDocx', entry.fileName);
    // Word never writes a document type; entities declared there are an old way to exhaust a parser.
    if (part.includes('<!DOCTYPE')) return sourceProblem('unsafeDocx', `${entry.fileName}: DOCTYPE`);
    total += part.length;
    parts.set(entry.fileName, part);
  }
  return parts;
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry, maximumBytes: number): Promise<Buffer | 'tooLarge'> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let length = 0;
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > maximumBytes) {
          stream.destroy();
          return resolve('tooLarge');
        }
        chunks.push(chunk);
      });
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
