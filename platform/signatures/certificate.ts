import { createHash, X509Certificate } from 'node:crypto';
import { Certificate, type RelativeDistinguishedNames } from 'pkijs';
import { bufferOf } from './engine.ts';
import { type ChainFault, trustFault } from './trust.ts';

/** What a certificate says of its holder. */
export interface CertificateFacts {
  /** Common name. */
  readonly subject: string;
  /** Name of who has issued it, as lists of withdrawn certificates name it (`nameKey`). */
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** SHA-256 of the whole, hexadecimal. */
  readonly fingerprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** It may issue certificates. */
  readonly isAuthority: boolean;
}

/** @param der a certificate that has been read before. Throws Error for anything else. */
export function certificateFacts(der: Uint8Array): CertificateFacts {
  const certificate = Certificate.fromBER(bufferOf(der));
  return {
    subject: commonName(certificate),
    issuer: nameKey(certificate.issuer),
    serialNumber: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    notBefore: certificate.notBefore.value,
    notAfter: certificate.notAfter.value,
    isAuthority: new X509Certificate(der).ca,
  };
}

/** The certificates of a file, PEM (one or several) or DER; undefined when it holds none. */
export function readCertificates(bytes: Uint8Array): Uint8Array[] | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  try {
    return (blocks ?? [bytes]).map((one) => new Uint8Array(new X509Certificate(one).raw));
  } catch {
    return undefined;
  }
}

/**
 * Why the first of these certificates is not believed at a moment; null: it leads to one of `anchors` and is valid.
 * @param certificates own certificate first, then those of its issuers; DER
 */
export function certificateFault(
  certificates: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
  at: Date,
): Promise<ChainFault | null> {
  const [own, ...others] = certificates.map((der) => Certificate.fromBER(bufferOf(der)));
  return trustFault(own as Certificate, others, anchors, at);
}

/** A name to compare: SHA-256 of its DER, hexadecimal. */
export function nameKey(name: RelativeDistinguishedNames): string {
  return createHash('sha256').update(Buffer.from(name.toSchema().toBER())).digest('hex');
}

export function commonName({ subject }: Certificate): string {
  const found = subject.typesAndValues.find(({ type }) => type === '2.5.4.3');
  const value = found?.value as { valueBlock?: { value?: string } } | undefined;
  return value?.valueBlock?.value ?? '';
}
