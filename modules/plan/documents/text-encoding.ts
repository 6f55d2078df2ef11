import { decodeLegacy, vietnameseShare } from '#platform/legacy-vietnamese';
import type { ReadingNote } from '../rules/reader/source.ts';
import { type SourceProblem, sourceProblem } from './source-problems.ts';

/** A share of possible Vietnamese words below this means the guess of the encoding is not certain. */
const CERTAIN_SHARE = 0.9;
const FEWEST_MARKED_WORDS = 3;

/**
 * Reads the bytes of a text file: UTF-8 and UTF-16 with or without mark, else one-byte TCVN3, VNI-Windows or
 * Windows-1258 when the words prove which. Gives Unicode text (not yet NFC) and notes, or refuses.
 */
export function decodeText(bytes: Uint8Array): { text: string; notes: ReadingNote[] } | SourceProblem {
  const utf16 = detectUtf16(bytes);
  if (utf16) {
    if (bytes.length % 2 !== 0) return sourceProblem('unknownEncoding', 'UTF-16 lẻ byte');
    try {
      return { text: new TextDecoder(utf16, { fatal: true }).decode(bytes), notes: [] };
    } catch {
      return sourceProblem('unknownEncoding', utf16);
    }
  }
  if (bytes.includes(0)) return sourceProblem('notText');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return decodeOneByte(bytes);
  }
}

function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4000);
  const pairs = sample.length >> 1;
  if (pairs < 8) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) evenZeros += 1;
    if (sample[index + 1] === 0) oddZeros += 1;
  }
  // Spaces, digits and plain letters are most of a Vietnamese text: their high byte is zero, the low one never is.
  if (evenZeros === 0 && oddZeros > pairs * 0.5) return 'utf-16le';
  if (oddZeros === 0 && evenZeros > pairs * 0.5) return 'utf-16be';
  return undefined;
}

function decodeOneByte(bytes: Uint8Array): { text: string; notes: ReadingNote[] } | SourceProblem {
  const letters = new TextDecoder('latin1').decode(bytes);
  // latin1 in browsers means Windows-1252; bytes 0x80-0x9f are not letters in any of the three encodings.
  const candidates = [
    { name: 'TCVN3 (ABC)', text: decodeLines(letters, 'tcvn3') },
    { name: 'VNI-Windows', text: decodeLines(letters, 'vni') },
    { name: 'Windows-1258', text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC') },
  ].map((candidate) => ({ ...candidate, ...vietnameseShare(candidate.text) }));
  candidates.sort((left, right) => right.share - left.share);
  const [best, second] = candidates;
  const isCertain =
    best!.marked >= FEWEST_MARKED_WORDS && best!.share >= CERTAIN_SHARE && second!.share < best!.share - 0.2;
  if (!isCertain) return sourceProblem('unknownEncoding', `${best!.name}: ${Math.round(best!.share * 100)}%`);
  return { text: best!.text, notes: [convertedNote(best!.name)] };
}

function decodeLines(letters: string, encoding: 'tcvn3' | 'vni'): string {
  return letters
    .split('\n')
    .map((line) => decodeLegacy(line, encoding))
    .join('\n');
}

/** The note of a file whose letters were converted to Unicode. */
export function convertedNote(encodingName: string, detail?: string): ReadingNote {
  const message = `Tệp dùng bảng mã cũ ${encodingName}; đã chuyển sang Unicode. Hãy xem lại vài dòng trước khi dùng.`;
  return detail === undefined
    ? { code: 'convertedEncoding', message }
    : { code: 'convertedEncoding', message, detail };
}
