import { createHash, verify as verifyBytes, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { certificateFacts, certificateFault } from './certificate.ts';
import type { Signer } from './signer.ts';
import type { TimeStamper } from './timestamp.ts';
import type { ChainFault } from './trust.ts';
import { childrenOf, dsig, exclusive, parseXml, textOf, xades } from './xml-read.ts';
import { readXmlStamp, stampXml } from './xml-stamp.ts';

const signedPropertiesType = 'http://uri.etsi.org/01903#SignedProperties';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const algorithms = {
  rsa: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  ecdsa: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
} as const;
const mostBytes = 4 * 1024 * 1024;
const mostSignatures = 20;

export interface XmlSignature {
  readonly signer: Signer;
  /** Id of the signature element; a later signature can be over it. */
  readonly id: string;
  /** Ids of the elements that are signed; each is a child of the root. */
  readonly over: readonly string[];
  readonly at: Date;
  readonly stamper?: TimeStamper | undefined;
}

/**
 * Adds a signature as the last child of the root (XML-DSig with XAdES B-B: signing time and certificate are under the signature; with a time
 * stamper B-T; ETSI EN 319 132-1). What is there stays as it is, so earlier signatures stay valid.
 * @returns the document anew
 * @throws SignerFault, TimeStampFault; Error when an element is missing
 */
export async function signXml(xml: string, { signer, id, over, at, stamper }: XmlSignature): Promise<string> {
  const algorithm = algorithms[signer.keyType];
  const own = new X509Certificate(signer.certificates[0] as Uint8Array);
  const signed = new SignedXml({
    privateKey: 'held by the signer',
    signatureAlgorithm: algorithm,
    canonicalizationAlgorithm: exclusive,
    getKeyInfoContent: () => {
      const list = signer.certificates.map((der) => base64(der));
      return `<ds:X509Data>${list.map((one) => `<ds:X509Certificate>${one}</ds:X509Certificate>`).join('')}</ds:X509Data>`;
    },
    objects: [{ content: qualifyingProperties(id, signer.certificates[0] as Uint8Array, at) }],
  });
  signed.SignatureAlgorithms[algorithm] = class {
    getAlgorithmName = () => algorithm;
    // The library asks with a callback because it is given one below.
    getSignature(
      ...[text, , done]: [unknown, unknown, ((error: Error | null, value?: string) => void)?]
    ): never {
      signer
        .sign(Buffer.from(String(text), 'utf8'))
        .then((value) => base64(signer.keyType === 'rsa' ? value : rawPair(value, own)))
        .then(
          (value) => done?.(null, value),
          (error: Error) => done?.(error),
        );
      return undefined as never;
    }
    verifySignature(): never {
      throw new Error('only signs');
    }
  } as never;
  const rule = { transforms: [exclusive], digestAlgorithm: sha256 };
  for (const target of over) {
    signed.addReference({ ...rule, xpath: `/*/*[@Id='${target}']`, uri: `#${target}` });
  }
  signed.addReference({
    ...rule,
    xpath: `/*/*[@Id='${id}']/*/*/*[@Id='${propertiesId(id)}']`,
    uri: `#${propertiesId(id)}`,
    type: signedPropertiesType,
  });
  await new Promise<void>((resolve, reject) => {
    signed.computeSignature(
      xml,
      { prefix: 'ds', attrs: { Id: id }, location: { reference: '/*', action: 'append' } },
      (error) => (error ? reject(error) : resolve()),
    );
  });
  const done = signed.getSignedXml();
  return stamper ? stampXml(done, stamper) : done;
}

function propertiesId(id: string): string {
  return `${id}-thuoc-tinh`;
}

function qualifyingProperties(id: string, certificate: Uint8Array, at: Date): string {
  const digest = createHash('sha256').update(certificate).digest('base64');
  return (
    `<xades:QualifyingProperties xmlns:xades="${xades}" xmlns:ds="${dsig}" Target="#${id}"><xades:SignedProperties Id="${propertiesId(id)}">` +
    `<xades:SignedSignatureProperties><xades:SigningTime>${at.toISOString()}</xades:SigningTime><xades:SigningCertificateV2><xades:Cert>` +
    `<xades:CertDigest><ds:DigestMethod Algorithm="${sha256}"/><ds:DigestValue>${digest}</ds:DigestValue></xades:CertDigest>` +
    '</xades:Cert></xades:SigningCertificateV2></xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties>'
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** XML-DSig wants r and s one behind the other; a signer gives them as a DER sequence. */
function rawPair(der: Uint8Array, { publicKey }: X509Certificate): Uint8Array {
  const curve = publicKey.asymmetricKeyDetails?.namedCurve;
  const size = curve === 'secp384r1' ? 48 : curve === 'secp521r1' ? 66 : 32;
  const bytes = Buffer.from(der);
  let at = (bytes[1] as number) > 0x80 ? 3 : 2;
  const parts = [0, 1].map(() => {
    const length = bytes[at + 1] as number;
    const part = bytes.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    const plain = part.subarray(Math.max(0, part.length - size));
    return Buffer.concat([Buffer.alloc(size - plain.length), plain]);
  });
  return new Uint8Array(Buffer.concat(parts));
}

export interface CheckedXmlSignature {
  readonly id: string;
  /** As the certificate says. */
  readonly signer: string;
  /** Confirmed by a trusted time stamp, otherwise what the signer claims. */
  readonly at: Date | null;
  readonly isTimeStamped: boolean;
  /** Who has issued the signer's certificate (`nameKey`). */
  readonly issuer: string;
  readonly serialNumber: string;
  /** Ids of the children of the root that are under it. */
  readonly over: readonly string[];
  /** Canonical text of what is under it, to be read instead of the document: nothing that stands beside can be mistaken for it. */
  readonly signed: readonly string[];
  readonly fault: 'damaged' | 'changed' | 'forged' | 'badTimeStamp' | ChainFault | null;
}

export type CheckedXml =
  | { readonly signatures: readonly CheckedXmlSignature[]; readonly fault: null }
  /** `unsigned`: no signature at all; `loose`: a child of the root, or an earlier signature, is not under the last one. */
  | { readonly signatures: readonly CheckedXmlSignature[]; readonly fault: 'damaged' | 'unsigned' | 'loose' };

/**
 * Checks every signature of a document signed by `signXml`, in its order: the elements named, the certificate and its chain up to `anchors`.
 * An Id that stands twice makes the document damaged, so that nothing else can be passed off as what was signed. Needs no network. A certificate
 * is judged at the time stamp, without one at `now`.
 */
export async function verifyXml(
  xml: string,
  { anchors, now }: { anchors: readonly Uint8Array[]; now: Date },
): Promise<CheckedXml> {
  const root = xml.length > mostBytes || xml.includes('<!DOCTYPE') ? undefined : parseXml(xml);
  if (!root || !idsAreUnique(root)) return { signatures: [], fault: 'damaged' };
  const found = childrenOf(root).filter(
    ({ namespaceURI, localName }) => namespaceURI === dsig && localName === 'Signature',
  );
  if (found.length === 0) return { signatures: [], fault: 'unsigned' };
  if (found.length > mostSignatures) return { signatures: [], fault: 'damaged' };
  const signatures: CheckedXmlSignature[] = [];
  for (const element of found) signatures.push(await checkSignature(xml, root, element, anchors, now));
  const last = signatures.at(-1);
  const under = new Set([...(last?.over ?? []), last?.id]);
  const isLoose = childrenOf(root).some((child) => !under.has(child.getAttribute('Id') ?? ''));
  return { signatures, fault: isLoose ? 'loose' : null };
}

function idsAreUnique(root: Element): boolean {
  const seen = new Set<string>();
  const walk = (element: Element): boolean => {
    for (const name of ['Id', 'ID', 'id']) {
      const id = element.getAttribute(name);
      if (!id) continue;
      if (seen.has(id)) return false;
      seen.add(id);
    }
    return childrenOf(element).every(walk);
  };
  return walk(root);
}

async function checkSignature(
  xml: string,
  root: Element,
  element: Element,
  anchors: readonly Uint8Array[],
  now: Date,
): Promise<CheckedXmlSignature> {
  const id = element.getAttribute('Id') ?? '';
  const nothing = {
    id,
    signer: '',
    at: null,
    isTimeStamped: false,
    issuer: '',
    serialNumber: '',
    over: [],
    signed: [],
  };
  const certificates = readKeyInfo(element);
  const [own] = certificates;
  if (!own) return { ...nothing, fault: 'damaged' };
  const facts = certificateFacts(own);
  const claimed = textOf(element, xades, 'SigningTime');
  const at = claimed && !Number.isNaN(Date.parse(claimed)) ? new Date(claimed) : null;
  const stamp = await readXmlStamp(element, anchors);
  const stamped = stamp && 'at' in stamp ? stamp.at : null;
  const known = {
    ...nothing,
    signer: facts.subject,
    issuer: facts.issuer,
    serialNumber: facts.serialNumber,
    at: stamped ?? at,
    isTimeStamped: stamped !== null,
  };
  const held = signedReferences(xml, element, own);
  if (!held) return { ...known, fault: 'changed' };
  const { named, signed } = held;
  const properties = element.getElementsByTagNameNS(xades, 'CertDigest').item(0);
  const certified = properties && textOf(properties, dsig, 'DigestValue');
  const isOwn =
    named.includes(propertiesId(id)) && certified === createHash('sha256').update(own).digest('base64');
  const tops = new Set(childrenOf(root).map((child) => child.getAttribute('Id')));
  const over = named.filter((one) => tops.has(one) && one !== id);
  if (!isOwn) return { ...known, over, signed, fault: 'forged' };
  if (stamp && 'fault' in stamp) return { ...known, over, signed, fault: stamp.fault };
  return { ...known, over, signed, fault: await certificateFault(certificates, anchors, stamped ?? now) };
}

function readKeyInfo(element: Element): Uint8Array[] {
  try {
    return Array.from(element.getElementsByTagNameNS(dsig, 'X509Certificate'), (one) => {
      const der = Buffer.from(one.textContent ?? '', 'base64');
      return new Uint8Array(new X509Certificate(der).raw);
    });
  } catch {
    return [];
  }
}

/** The Ids under a signature with their canonical text, when every one of them and the signature itself hold; else undefined. */
function signedReferences(
  xml: string,
  element: Element,
  certificate: Uint8Array,
): { named: string[]; signed: string[] } | undefined {
  const key = new X509Certificate(certificate).publicKey;
  const checked = new SignedXml({
    publicCert: key.export({ type: 'spki', format: 'pem' }),
    getCertFromKeyInfo: () => null,
  });
  checked.SignatureAlgorithms[algorithms.ecdsa] = class {
    getAlgorithmName = () => algorithms.ecdsa;
    getSignature(): never {
      throw new Error('only checks');
    }
    verifySignature(text: string, _key: unknown, value: string): boolean {
      const bytes = Buffer.from(value, 'base64');
      return verifyBytes('sha256', Buffer.from(text, 'utf8'), { key, dsaEncoding: 'ieee-p1363' }, bytes);
    }
  } as never;
  try {
    checked.loadSignature(element as never);
    if (!Object.values(algorithms).some((one) => one === checked.signatureAlgorithm)) return undefined;
    if (!checked.checkSignature(xml)) return undefined;
    const named = checked.getReferences().map(({ uri }) => (uri ?? '').replace(/^#/, ''));
    return { named, signed: checked.getSignedReferences() };
  } catch {
    return undefined;
  }
}
