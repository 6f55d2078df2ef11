import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { type CheckedCms, checkCms } from './cms-verify.ts';

const mostBytes = 64 * 1024 * 1024;
const mostSignatures = 500;

export interface CheckedSignature extends CheckedCms {
  readonly field: string;
  readonly reason: string | null;
}

export type CheckedPdf =
  | { readonly signatures: readonly CheckedSignature[]; readonly fault: null }
  /** `unsigned`: no signature at all; `appended`: something stands behind the last signature. */
  | { readonly signatures: readonly CheckedSignature[]; readonly fault: 'damaged' | 'unsigned' | 'appended' };

/**
 * Checks every signature of a PDF, oldest first: the signed bytes, the certificate and its chain up to `anchors`, the time
 * stamp. Every earlier signature must lie wholly in what the next one signs, and the last one must sign the whole file.
 * Needs no network. A certificate is judged at the time stamp, without one at `now`.
 */
export async function verifyPdf(
  pdf: Uint8Array,
  { anchors, now }: { anchors: readonly Uint8Array[]; now: Date },
): Promise<CheckedPdf> {
  if (pdf.length > mostBytes) return { signatures: [], fault: 'damaged' };
  const fields = await listFields(pdf);
  if (!fields) return { signatures: [], fault: 'damaged' };
  if (fields.length === 0) return { signatures: [], fault: 'unsigned' };
  fields.sort((a, b) => a.end - b.end);
  const signatures: CheckedSignature[] = [];
  for (const field of fields) signatures.push(await checkField(pdf, field, anchors, now));
  return { signatures, fault: fields.at(-1)?.end === pdf.length ? null : 'appended' };
}

interface Field {
  readonly title: string;
  readonly reason: string | null;
  readonly claimed: Date | null;
  readonly contents: Uint8Array;
  readonly range: readonly number[];
  /** Where the signed part of the file ends. */
  readonly end: number;
}

async function listFields(pdf: Uint8Array): Promise<Field[] | null> {
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
    const refs = form?.lookup(PDFName.of('Fields'), PDFArray).asArray() ?? [];
    if (refs.length > mostSignatures) return null;
    return refs.flatMap((ref) => {
      const field = document.context.lookup(ref, PDFDict);
      if (field.lookup(PDFName.of('FT')) !== PDFName.of('Sig') || !field.has(PDFName.of('V'))) return [];
      const value = field.lookup(PDFName.of('V'), PDFDict);
      const numbers = value.lookup(PDFName.of('ByteRange'), PDFArray).asArray();
      const range = numbers.map((one) => (one instanceof PDFNumber ? one.asNumber() : -1));
      const moment = value.lookup(PDFName.of('M'));
      return [
        {
          title: textOf(field.lookup(PDFName.of('T'))) ?? '',
          reason: textOf(value.lookup(PDFName.of('Reason'))),
          claimed: moment instanceof PDFString ? moment.decodeDate() : null,
          contents: value.lookup(PDFName.of('Contents'), PDFHexString).asBytes(),
          range,
          end: (range[2] ?? 0) + (range[3] ?? 0),
        },
      ];
    });
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  return value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : null;
}

async function checkField(
  pdf: Uint8Array,
  field: Field,
  anchors: readonly Uint8Array[],
  now: Date,
): Promise<CheckedSignature> {
  const told = { field: field.title, reason: field.reason };
  const cms = withoutPadding(field.contents);
  const checked = await checkCms(cms, signedBytes(pdf, field), { anchors, now });
  return { ...told, ...checked, at: checked.at ?? field.claimed };
}

/** What the range names, when it is all of the file up to its end but for the signature itself. */
function signedBytes(pdf: Uint8Array, { range, contents, end }: Field): Uint8Array | null {
  const [from, length, second, rest] = range as [number, number, number, number];
  const isWhole = range.length === 4 && from === 0 && length > 0 && rest > 0 && end <= pdf.length;
  if (!isWhole || second - length !== contents.length * 2 + 2) return null;
  const gap = Buffer.from(pdf.subarray(length, second)).toString('latin1');
  const written = `<${Buffer.from(contents).toString('hex')}>`;
  if (gap !== written && gap !== written.toUpperCase()) return null;
  if (contents.subarray(withoutPadding(contents).length).some((byte) => byte !== 0)) return null;
  return new Uint8Array(Buffer.concat([pdf.subarray(0, length), pdf.subarray(second, end)]));
}

/** DER says its own length; behind it the room is filled up with zeros. */
function withoutPadding(contents: Uint8Array): Uint8Array {
  const first = contents[1] ?? 0;
  if (first < 0x80) return contents.subarray(0, first + 2);
  const bytes = first & 0x7f;
  if (bytes === 0 || bytes > 4) return contents;
  let length = 0;
  for (let at = 0; at < bytes; at += 1) length = length * 256 + (contents[2 + at] ?? 0);
  return contents.subarray(0, 2 + bytes + length);
}
