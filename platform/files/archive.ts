import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

const mostEntries = 5_000;
/** Of all parts together, as their headers say. */
const mostBytes = 200 * 1024 * 1024;
/** XML of one part: a plan of 400 pages is under 10 MB, a sheet of 20,000 rows and 40 columns about 30 MB. */
const mostPartBytes = 40 * 1024 * 1024;
const mostRatio = 200;
const ratioCountsFromBytes = 5 * 1024 * 1024;

/**
 * Why an Office file is not opened: `damaged`; `encrypted`; `unsafe` (it would inflate to far more than a document, or
 * carries a document type, which Office never writes). `detail` is for the record.
 */
export interface ArchiveFault {
  readonly fault: 'damaged' | 'encrypted' | 'unsafe';
  readonly detail: string;
}

export interface Archive {
  /** Every part, also those that were not inflated (pictures and other media never are). */
  readonly names: ReadonlySet<string>;
  /** The XML parts, inflated. */
  readonly parts: Map<string, Buffer>;
}

/**
 * Opens an Office file (.docx, .xlsx) within bounds: entry count, declared sizes and ratio are checked in the central
 * directory before anything is inflated, and the bytes really produced are counted while inflating, because headers
 * may lie.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive | ArchiveFault> {
  let zip: ZipFile;
  try {
    zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    return damaged(error);
  }
  try {
    if (zip.entryCount > mostEntries) return unsafe(`${zip.entryCount} phần`);
    const entries = await listEntries(zip);
    return checkDirectory(entries) ?? (await inflateParts(zip, entries));
  } catch (error) {
    return damaged(error);
  } finally {
    zip.close();
  }
}

function damaged(error: unknown): ArchiveFault {
  return { fault: 'damaged', detail: error instanceof Error ? error.message : String(error) };
}

function unsafe(detail: string): ArchiveFault {
  return { fault: 'unsafe', detail };
}

function checkDirectory(entries: Entry[]): ArchiveFault | undefined {
  let total = 0;
  for (const entry of entries) {
    total += entry.uncompressedSize;
    if (entry.isEncrypted()) return { fault: 'encrypted', detail: entry.fileName };
    const isSuspicious =
      entry.uncompressedSize > ratioCountsFromBytes &&
      entry.uncompressedSize > entry.compressedSize * mostRatio;
    if (isSuspicious) return unsafe(`${entry.fileName}: tỉ lệ nén quá cao`);
  }
  return total > mostBytes ? unsafe(`${total} byte sau khi giải nén`) : undefined;
}

async function inflateParts(zip: ZipFile, entries: Entry[]): Promise<Archive | ArchiveFault> {
  const parts = new Map<string, Buffer>();
  let total = 0;
  for (const entry of entries) {
    if (!/\.(xml|rels)$/iu.test(entry.fileName)) continue;
    const part = await inflate(zip, entry, Math.min(mostPartBytes, mostBytes - total));
    if (part === 'tooLarge') return unsafe(entry.fileName);
    // Entities declared in a document type are an old way to exhaust a parser.
    if (part.includes('<!DOCTYPE')) return unsafe(`${entry.fileName}: DOCTYPE`);
    total += part.length;
    parts.set(entry.fileName, part);
  }
  return { names: new Set(entries.map((entry) => entry.fileName)), parts };
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

function inflate(zip: ZipFile, entry: Entry, mostPartBytes: number): Promise<Buffer | 'tooLarge'> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let length = 0;
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > mostPartBytes) {
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
