import mammoth from 'mammoth';
import { type LegacyEncoding, restoreLegacyTexts } from '#platform/legacy-vietnamese';
import type { ReadingNote, SourceBlock, SourceDocument, SourceFormat } from '../rules/reader/source.ts';
import { writeNumbersIntoText } from './docx-numbering.ts';
import { type DocxParts, openDocxPackage } from './docx-package.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { MAXIMUM_FILE_BYTES, type SourceProblem, sourceProblem } from './source-problems.ts';
import { cleanText, readMarkdownBlocks, readTextBlocks } from './text-blocks.ts';
import { convertedNote, decodeText } from './text-encoding.ts';

export type { SourceProblem } from './source-problems.ts';

/** A plan has hundreds; 20 MB of ordinary plan text has about 170,000. */
const MAXIMUM_PARAGRAPHS = 300_000;
const FORMATS: Record<string, SourceFormat> = {
  docx: 'docx',
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
};
const ENCODING_NAMES: Record<LegacyEncoding, string> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI-Windows' };

/**
 * Reads a plan file into blocks of clean Unicode (NFC) text.
 * @param bytes the file, at most 20 MB (20 × 1024 × 1024 bytes, inclusive).
 * @param fileName its name; the extension must be .docx, .txt or .md and must agree with the content.
 * @returns the document, or a problem with a Vietnamese message; never throws for a bad file and never gives
 *   garbled letters: old encodings (TCVN3, VNI-Windows) are converted with a note or refused.
 */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
): Promise<SourceDocument | SourceProblem> {
  if (bytes.length === 0) return sourceProblem('emptyFile');
  if (bytes.length > MAXIMUM_FILE_BYTES) return sourceProblem('fileTooLarge', `${bytes.length} byte`);
  const content = detectContent(bytes);
  if (typeof content === 'object') return content;
  const format = FORMATS[/\.([a-z0-9]+)$/iu.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''];
  if (!format) return sourceProblem('unsupportedType', fileName);
  if (format === 'docx') {
    return content === 'zip'
      ? readDocx(bytes, fileName)
      : sourceProblem('corruptDocx', 'Không phải gói nén .docx');
  }
  if (content === 'zip') return sourceProblem('contentMismatch', fileName);
  const decoded = decodeText(bytes);
  if ('code' in decoded) return decoded;
  const blocks = format === 'text' ? readTextBlocks(decoded.text) : readMarkdownBlocks(decoded.text);
  return finish(blocks, decoded.notes, fileName, format);
}

/** True for the answer of `readSource` that is a refusal. */
export function isSourceProblem(result: SourceDocument | SourceProblem): result is SourceProblem {
  return 'code' in result;
}

function detectContent(bytes: Uint8Array): 'zip' | 'other' | SourceProblem {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip';
  if (head.startsWith('%PDF')) return sourceProblem('pdfNotSupported');
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return describeOleContainer(bytes);
  const isPicture =
    /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|BM.{4}\u0000\u0000|II\*\u0000|MM\u0000\*|RIFF.{4}WEBP)/su.test(
      head,
    );
  const isOther = /^(?:\{\\rtf|\u001f\u008b|7z\u00bc\u00af|Rar!|MZ)/su.test(head);
  return isPicture || isOther ? sourceProblem('unsupportedType', isPicture ? 'Tệp ảnh' : undefined) : 'other';
}

/** Word 97–2003, Excel 97–2003 and password-protected .docx share one container; stream names tell them apart. */
function describeOleContainer(bytes: Uint8Array): SourceProblem {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasStream = (name: string): boolean => container.includes(Buffer.from(name, 'utf16le'));
  if (hasStream('EncryptedPackage')) return sourceProblem('encryptedDocument');
  if (hasStream('Workbook') || hasStream('PowerPoint Document')) return sourceProblem('unsupportedType');
  return sourceProblem('oldWordDocument');
}

async function readDocx(bytes: Uint8Array, fileName: string): Promise<SourceDocument | SourceProblem> {
  const parts = await openDocxPackage(bytes);
  if ('code' in parts) return parts;
  const partText = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
  const documentXml = partText('word/document.xml');
  if (!/<w:body[\s>/]/u.test(documentXml))
    return sourceProblem('corruptDocx', 'word/document.xml không có nội dung');
  const numbered = writeNumbersIntoText(
    documentXml,
    partText('word/numbering.xml'),
    partText('word/styles.xml'),
  );
  parts.set('word/document.xml', Buffer.from(numbered, 'utf8'));
  let html: string;
  try {
    html = (await mammoth.convertToHtml(asMammothInput(parts), { convertImage: NO_IMAGES })).value;
  } catch (error) {
    return sourceProblem('corruptDocx', error instanceof Error ? error.message : undefined);
  }
  return finish(readHtmlBlocks(html), [], fileName, 'docx');
}

const NO_IMAGES = mammoth.images.imgElement(async () => ({ src: '' }));

/** mammoth also reads from an opened package; giving ours keeps every inflated byte under our bounds. */
function asMammothInput(parts: DocxParts): { buffer: Buffer } {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) => {
      const part = parts.get(name);
      if (!part) throw new Error(`Thiếu ${name}`);
      return encoding ? part.toString(encoding === 'base64' ? 'base64' : 'utf8') : part;
    },
  };
  return { file } as unknown as { buffer: Buffer };
}

function finish(
  blocks: SourceBlock[],
  notes: ReadingNote[],
  fileName: string,
  format: SourceFormat,
): SourceDocument | SourceProblem {
  const count = blocks.reduce((total, block) => total + (block.kind === 'table' ? block.rows.length : 1), 0);
  if (count > MAXIMUM_PARAGRAPHS) return sourceProblem('tooManyParagraphs', `${count} đoạn`);
  const texts = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block.text]));
  const restored = restoreLegacyTexts(texts.map((text) => text.normalize('NFC')));
  if (restored.kind === 'garbled') return sourceProblem('garbledText', restored.sample);
  const readable = restored.kind === 'converted' ? restored.texts : texts;
  const allNotes = [...notes];
  if (restored.kind === 'converted') {
    allNotes.push(convertedNote(ENCODING_NAMES[restored.encoding], `${restored.convertedCount} đoạn`));
  }
  let position = 0;
  const clean = blocks.map((block): SourceBlock => {
    if (block.kind === 'paragraph') return { ...block, text: cleanText(readable[position++]!, false) };
    return {
      kind: 'table',
      rows: block.rows.map((row) => row.map(() => cleanText(readable[position++]!, true))),
    };
  });
  const hasText = clean.some((block) =>
    block.kind === 'table' ? block.rows.some((row) => row.some((cell) => cell !== '')) : block.text !== '',
  );
  if (!hasText) return sourceProblem('noText');
  return { fileName, format, blocks: clean, notes: allNotes };
}
