import { createHash } from 'node:crypto';
import { Set as AsnSet, fromBER, Null, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { bufferOf } from './engine.ts';
import type { Signer } from './signer.ts';
import type { TimeStamper } from './timestamp.ts';

export const oids = {
  data: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

export function sha256(data: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(data).digest());
}

/**
 * A detached CMS signature over `data` (RFC 5652) with the attributes of CAdES B-B (ETSI EN 319 122-1): content type, digest
 * and the signer's certificate, so that it cannot be passed off as another's. In a PDF the time of signing stands in the
 * dictionary (PAdES), elsewhere in an attribute: `signingTime`. With a time stamper the token covers the signature value (B-T).
 * @returns DER
 * @throws SignerFault, TimeStampFault
 */
export async function signCms(
  data: Uint8Array,
  signer: Signer,
  { signingTime, stamper }: { signingTime?: Date; stamper?: TimeStamper | undefined },
): Promise<Uint8Array> {
  const certificates = signer.certificates.map((der) => Certificate.fromBER(bufferOf(der)));
  const [own] = certificates as [Certificate];
  const attributes = [
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, octets(sha256(data))),
    attribute(oids.signingCertificateV2, signingCertificate(signer.certificates[0] as Uint8Array)),
    ...(signingTime ? [attribute(oids.signingTime, new UTCTime({ valueDate: signingTime }))] : []),
  ];
  const signedAttributes = inDerOrder(attributes);
  const signature = await signer.sign(signedAttributes.forSigning);
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: algorithm(oids.sha256),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: signedAttributes.sorted }),
    signatureAlgorithm: algorithm(signer.keyType === 'rsa' ? oids.rsaEncryption : oids.ecdsaWithSha256),
    signature: octets(signature),
  });
  if (stamper) {
    const token = fromBER(bufferOf(await stamper.stamp(signature))).result;
    info.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [attribute(oids.timeStampToken, token)],
    });
  }
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [algorithm(oids.sha256)],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates,
    signerInfos: [info],
  });
  const content = new ContentInfo({
    contentType: ContentInfo.SIGNED_DATA,
    content: signedData.toSchema(true),
  });
  return new Uint8Array(content.toSchema().toBER());
}

type Value = ConstructorParameters<typeof Attribute>[0] extends infer P
  ? NonNullable<P> extends { values?: (infer V)[] }
    ? V
    : never
  : never;

function attribute(type: string, value: Value): Attribute {
  return new Attribute({ type, values: [value] });
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: bufferOf(bytes) });
}

function algorithm(id: string): AlgorithmIdentifier {
  return new AlgorithmIdentifier({
    algorithmId: id,
    ...(id === oids.ecdsaWithSha256 ? {} : { algorithmParams: new Null() }),
  });
}

/** SigningCertificateV2 (RFC 5035): SHA-256 of the certificate, the default algorithm left out. */
function signingCertificate(certificate: Uint8Array): Sequence {
  const identifier = new Sequence({ value: [octets(sha256(certificate))] });
  return new Sequence({ value: [new Sequence({ value: [identifier] })] });
}

/** Signed attributes go under the signature as SET OF in the order of DER. */
function inDerOrder(attributes: readonly Attribute[]): { sorted: Attribute[]; forSigning: Uint8Array } {
  const encoded = attributes.map((one) => ({ one, der: Buffer.from(one.toSchema().toBER()) }));
  encoded.sort((a, b) => Buffer.compare(a.der, b.der));
  const sorted = encoded.map(({ one }) => one);
  const set = new AsnSet({ value: sorted.map((one) => one.toSchema()) });
  return { sorted, forSigning: new Uint8Array(set.toBER()) };
}

/** The signature value and its signer's claims, taken out of a CMS signature. */
export interface ReadCms {
  readonly signedData: SignedData;
  readonly info: SignerInfo;
  readonly signer: Certificate;
  readonly chain: readonly Certificate[];
}

/** Takes a CMS signature apart; null when it is none or names no certificate that it carries. */
export function readCms(der: Uint8Array): ReadCms | null {
  try {
    const content = ContentInfo.fromBER(bufferOf(der));
    if (content.contentType !== ContentInfo.SIGNED_DATA) return null;
    const signedData = new SignedData({ schema: content.content });
    const [info] = signedData.signerInfos;
    const chain = (signedData.certificates ?? []).filter((one) => one instanceof Certificate);
    const sid = info?.sid;
    const signer = chain.find(
      (one) =>
        sid instanceof IssuerAndSerialNumber &&
        one.serialNumber.isEqual(sid.serialNumber) &&
        one.issuer.isEqual(sid.issuer),
    );
    return info && signer && signedData.signerInfos.length === 1 ? { signedData, info, signer, chain } : null;
  } catch {
    return null;
  }
}

/** The attribute of a type among signed or unsigned ones, when it has exactly one value. */
export function attributeValue(
  attributes: SignedAndUnsignedAttributes | undefined,
  type: string,
): Attribute['values'][number] | undefined {
  const found = attributes?.attributes.filter((one) => one.type === type) ?? [];
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined;
}

/** Whether the signature names exactly the certificate it is checked with (signing-certificate-v2, SHA-256). */
export function namesItsCertificate({ info, signer }: ReadCms): boolean {
  const value = attributeValue(info.signedAttrs, oids.signingCertificateV2);
  if (!(value instanceof Sequence)) return false;
  const identifiers = value.valueBlock.value[0];
  const first = identifiers instanceof Sequence ? identifiers.valueBlock.value[0] : undefined;
  const hash =
    first instanceof Sequence ? first.valueBlock.value.find((one) => one instanceof OctetString) : undefined;
  if (!(hash instanceof OctetString)) return false;
  return Buffer.from(sha256(new Uint8Array(signer.toSchema().toBER()))).equals(
    Buffer.from(hash.valueBlock.valueHexView),
  );
}
