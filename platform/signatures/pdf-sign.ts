import { jobThread } from '#platform/threads';
import { signCms } from './cms.ts';
import { type Room, rangePlace } from './pdf-room.ts';
import type { Signer } from './signer.ts';
import type { TimeStamper } from './timestamp.ts';

/** Room for a time stamp with the chain of its authority. */
const stampBytes = 16_384;
/** Room for everything else but the certificates: attributes and the signature value, of keys up to RSA 8192. */
const otherBytes = 3_072;

/**
 * Reading a PDF and writing behind it takes longer than signing and asks for no key: it is done on a thread of its own, so that a thousand
 * files in a row keep two cores busy and the server free for others.
 */
const makeRoom = jobThread<{ pdf: Uint8Array; room: Room }, Uint8Array>(
  new URL('./room-worker.ts', import.meta.url),
  {
    patience: 60_000,
    mostMegabytes: 1024,
    busy: () => new Error('too many files wait for their signature'),
    tooSlow: () => new Error('a PDF took too long to read'),
  },
);

export interface PdfSignature {
  readonly signer: Signer;
  /** Who signs and as what, as readers show it. */
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
  /** Name of the field; each signature of a document has another. */
  readonly field: string;
  readonly stamper?: TimeStamper | undefined;
}

/**
 * Adds a signature behind what is there (PAdES B-B, with a time stamper B-T; ETSI EN 319 142-1): the bytes given stay as they
 * are, so earlier signatures stay valid. The signature can be seen in the reader's list, not on the page.
 * @returns the whole file anew
 * @throws SignerFault, TimeStampFault; Error when the file is no PDF or has a signature field of that name
 */
export async function signPdf(pdf: Uint8Array, signature: PdfSignature): Promise<Uint8Array> {
  const signatureBytes = roomOf(signature);
  const { name, reason, at, field } = signature;
  const prepared = await makeRoom({ pdf, room: { name, reason, at, field, bytes: signatureBytes } });
  const text = Buffer.from(prepared.buffer, prepared.byteOffset, prepared.byteLength);
  const place = `/Contents <${'0'.repeat(signatureBytes * 2)}>`;
  const contents = text.indexOf(place, pdf.length - 1, 'latin1') + '/Contents '.length;
  const rangeText = Array.from({ length: 3 }, () => String(rangePlace)).join(' ');
  const range = text.indexOf(`[ 0 ${rangeText} ]`, pdf.length - 1, 'latin1');
  if (contents < pdf.length || range < 0)
    throw new Error('The room for the signature was not written as planned');
  const end = contents + signatureBytes * 2 + 2;
  const ranges = `[ 0 ${contents} ${end} ${text.length - end}`.padEnd(`[ 0 ${rangeText} `.length);
  text.write(`${ranges}]`, range, 'latin1');
  const signed = Buffer.concat([text.subarray(0, contents), text.subarray(end)]);
  const cms = await signCms(signed, signature.signer, { stamper: signature.stamper });
  if (cms.length > signatureBytes)
    throw new Error(`The signature takes ${cms.length} bytes, more than its room in the file`);
  text.write(Buffer.from(cms).toString('hex'), contents + 1, 'latin1');
  return prepared;
}

/** Bytes that the signature may take; a file signed by many stays small. */
function roomOf({ signer, stamper }: PdfSignature): number {
  const certificates = signer.certificates.reduce((sum, der) => sum + der.length, 0);
  return otherBytes + certificates + (stamper ? stampBytes : 0);
}
