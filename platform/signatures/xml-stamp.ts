import { ExclusiveCanonicalization } from 'xml-crypto';
import { readTimeStamp, type TimeStamper } from './timestamp.ts';
import { dsig, exclusive, parseXml, textOf, xades } from './xml-read.ts';

/** Behind the last signature of a document: what is not under it. */
const place = '</xades:QualifyingProperties>';

/**
 * Adds a time stamp to the signature that was added last: over the canonical form of its value (XAdES B-T, `SignatureTimeStamp`; ETSI EN
 * 319 132-1, 5.3). It stands outside what the signature is over.
 * @throws TimeStampFault
 */
export async function stampXml(xml: string, stamper: TimeStamper): Promise<string> {
  const signature = parseXml(xml)?.lastChild as Element | null | undefined;
  const value = signature && signedValue(signature);
  const at = xml.lastIndexOf(place);
  if (!value || at < 0) throw new Error('The document does not end with a signature of ours');
  const token = Buffer.from(await stamper.stamp(value)).toString('base64');
  const stamp =
    '<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:SignatureTimeStamp>' +
    `<ds:CanonicalizationMethod Algorithm="${exclusive}"/><xades:EncapsulatedTimeStamp>${token}</xades:EncapsulatedTimeStamp>` +
    '</xades:SignatureTimeStamp></xades:UnsignedSignatureProperties></xades:UnsignedProperties>';
  return xml.slice(0, at) + stamp + xml.slice(at);
}

/** When a trusted authority says that the signature existed; null: it has no time stamp; otherwise that its time stamp does not count. */
export async function readXmlStamp(
  signature: Element,
  anchors: readonly Uint8Array[],
): Promise<{ readonly at: Date } | { readonly fault: 'badTimeStamp' } | null> {
  const stamps = signature.getElementsByTagNameNS(xades, 'SignatureTimeStamp');
  if (stamps.length === 0) return null;
  const stamp = stamps.item(0);
  const value = signedValue(signature);
  const way = stamp
    ?.getElementsByTagNameNS(dsig, 'CanonicalizationMethod')
    .item(0)
    ?.getAttribute('Algorithm');
  const token = stamp && textOf(stamp, xades, 'EncapsulatedTimeStamp');
  if (stamps.length > 1 || !value || !token || way !== exclusive) return { fault: 'badTimeStamp' };
  const read = await readTimeStamp(new Uint8Array(Buffer.from(token, 'base64')), value, anchors);
  return 'at' in read ? read : { fault: 'badTimeStamp' };
}

/** The canonical form of the signature's value. */
function signedValue(signature: Element): Uint8Array | undefined {
  const value = signature.getElementsByTagNameNS(dsig, 'SignatureValue').item(0);
  if (!value) return undefined;
  const text = new ExclusiveCanonicalization().process(value as never, {});
  return new Uint8Array(Buffer.from(text, 'utf8'));
}
