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

/** Stands where the ranges will be written: a number of ten digits. */
export const rangePlace = 9_999_999_999;

/** A signature to come: what its dictionary says, and how many bytes it may take. */
export interface Room {
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
  readonly field: string;
  readonly bytes: number;
}

/** The file with an empty signature appended: field, widget without a place on the page, dictionary. */
export async function withRoom(
  pdf: Uint8Array,
  { name, reason, at, field, bytes }: Room,
): Promise<Uint8Array> {
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
      Contents: PDFHexString.of('0'.repeat(bytes * 2)),
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
