import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { signCms } from './cms.ts';
import type { Signer } from './signer.ts';
import type { TimeStamper } from './timestamp.ts';

/** Room for the signature in the file: certificates of a chain and a time stamp take 5 to 12 kB. */
const signatureBytes = 24_576;
/** Stands where the ranges will be written: a number of ten digits. */
const rangePlace = 9_999_999_999;

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
  const prepared = await withRoom(pdf, signature);
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

/** The file with an empty signature appended: field, widget without a place on the page, dictionary. */
async function withRoom(pdf: Uint8Array, { name, reason, at, field }: PdfSignature): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  const { context, catalog } = document;
  const snapshot = document.takeSnapshot();
  const page = document.getPage(0);
  const value = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, rangePlace, rangePlace, rangePlace],
      Contents: PDFHexString.of('0'.repeat(signatureBytes * 2)),
      M: PDFString.fromDate(at),
      Name: PDFHexString.fromText(name),
      Reason: PDFHexString.fromText(reason),
    }),
  );
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFHexString.fromText(field),
      V: value,
      F: 132, // printed, locked
      Rect: [0, 0, 0, 0],
      P: page.ref,
    }),
  );
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray) ?? context.obj([]);
  annotations.push(widget);
  page.node.set(PDFName.of('Annots'), annotations);
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict) ?? context.obj({ Fields: [] });
  const fields = form.lookup(PDFName.of('Fields'), PDFArray);
  for (const other of fields.asArray()) {
    const title = context.lookup(other as PDFRef, PDFDict).lookup(PDFName.of('T'));
    if (title instanceof PDFHexString && title.decodeText() === field)
      throw new Error(`Field ${field} is taken`);
  }
  fields.push(widget);
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3)); // signatures exist, append only
  catalog.set(PDFName.of('AcroForm'), form);
  snapshot.markObjsForSave([catalog, page.node, form, annotations, fields]);
  const appended = await document.saveIncremental(snapshot, { useObjectStreams: false });
  return new Uint8Array(Buffer.concat([pdf, appended]));
}
