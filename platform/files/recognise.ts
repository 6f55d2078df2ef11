import { fromBuffer } from 'yauzl';

const kinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
} as const;

export type FileKind = keyof typeof kinds;

export interface RecognisedFile {
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Extensions that fit the content, the usual one first, without dot. */
  readonly extensions: readonly [string, ...string[]];
}

/**
 * Why a file is not taken: `empty`; `oldOffice` (Word or Excel before 2007, or locked by a password: both look
 * alike from outside); `macros`; `damaged` (an Office file that cannot be opened); `unknown` (anything else:
 * programs, web pages, drawings with scripts…).
 */
export type UnacceptableFile = 'empty' | 'oldOffice' | 'macros' | 'damaged' | 'unknown';

const mostEntries = 10_000;

function beginsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}

/** Names in a zip package; nothing is inflated. Undefined when it cannot be read. */
function listPackage(bytes: Uint8Array): Promise<Set<string> | undefined> {
  return new Promise((resolve) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(buffer, { lazyEntries: true }, (error, zip) => {
      if (error || zip.entryCount > mostEntries) return resolve(undefined);
      const names = new Set<string>();
      zip.on('entry', (entry) => {
        names.add(entry.fileName);
        zip.readEntry();
      });
      zip.on('end', () => resolve(names));
      zip.on('error', () => resolve(undefined));
      zip.readEntry();
    });
  });
}

async function recogniseOffice(bytes: Uint8Array): Promise<FileKind | UnacceptableFile> {
  const names = await listPackage(bytes);
  if (!names) return 'damaged';
  if (!names.has('[Content_Types].xml')) return 'unknown';
  if ([...names].some((name) => /vbaproject\.bin$/i.test(name))) return 'macros';
  if (names.has('word/document.xml')) return 'docx';
  return names.has('xl/workbook.xml') ? 'xlsx' : 'unknown';
}

async function recogniseKind(bytes: Uint8Array): Promise<FileKind | UnacceptableFile> {
  if (bytes.length === 0) return 'empty';
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (beginsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && beginsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8))
    return 'webp';
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'oldOffice';
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return recogniseOffice(bytes);
  return 'unknown';
}

/**
 * Tells what a file is by its bytes alone: a name or a media type that came with it proves nothing.
 * Taken are PDF, Word (.docx), Excel (.xlsx) and pictures (PNG, JPEG, WebP); else the reason why not.
 */
export async function recogniseFile(bytes: Uint8Array): Promise<RecognisedFile | UnacceptableFile> {
  const kind = await recogniseKind(bytes);
  return kind in kinds ? { kind: kind as FileKind, ...kinds[kind as FileKind] } : (kind as UnacceptableFile);
}
