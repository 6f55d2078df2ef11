import { UTCTime } from 'asn1js';
import { commonName, nameKey } from './certificate.ts';
import { attributeValue, namesItsCertificate, oids, readCms } from './cms.ts';
import { bufferOf } from './engine.ts';
import { readTimeStamp } from './timestamp.ts';
import { type ChainFault, trustFault } from './trust.ts';

/** What is wrong with a signature: `changed` what is signed is not what it was. */
export type SignatureFault = 'damaged' | 'changed' | 'forged' | 'badTimeStamp' | ChainFault;

export interface CheckedCms {
  /** As the certificate says. */
  readonly signer: string;
  /** Confirmed by a trusted time stamp, otherwise what the signer claims. */
  readonly at: Date | null;
  readonly isTimeStamped: boolean;
  /** Who has issued the signer's certificate (`nameKey`). */
  readonly issuer: string;
  /** Of the signer's certificate, in hexadecimal. */
  readonly serialNumber: string;
  readonly fault: SignatureFault | null;
}

/**
 * Checks a detached CMS signature over `signed` (null: what it should be over is not there): the bytes, the certificate and its chain up to
 * `anchors`, the time stamp. A certificate is judged at the time stamp, without one at `now`.
 */
export async function checkCms(
  der: Uint8Array,
  signed: Uint8Array | null,
  { anchors, now }: { anchors: readonly Uint8Array[]; now: Date },
): Promise<CheckedCms> {
  const cms = readCms(der);
  if (!cms)
    return { signer: '', at: null, isTimeStamped: false, issuer: '', serialNumber: '', fault: 'damaged' };
  const { info, signer, chain, signedData } = cms;
  const token = attributeValue(info.unsignedAttrs, oids.timeStampToken);
  const signature = new Uint8Array(info.signature.valueBlock.valueHexView);
  const stamp = token ? await readTimeStamp(new Uint8Array(token.toBER()), signature, anchors) : null;
  const stamped = stamp && 'at' in stamp ? stamp.at : null;
  const claimed = attributeValue(info.signedAttrs, oids.signingTime);
  const known = {
    signer: commonName(signer),
    at: stamped ?? (claimed instanceof UTCTime ? claimed.toDate() : null),
    isTimeStamped: stamped !== null,
    issuer: nameKey(signer.issuer),
    serialNumber: Buffer.from(signer.serialNumber.valueBlock.valueHexView).toString('hex'),
  };
  if (!signed) return { ...known, fault: 'changed' };
  const result = await signedData
    .verify({ signer: 0, data: bufferOf(signed), extendedMode: true, checkChain: false })
    .catch((error: { signatureVerified?: boolean | null }) => error);
  if (!result.signatureVerified) return { ...known, fault: 'changed' };
  if (!namesItsCertificate(cms)) return { ...known, fault: 'forged' };
  if (stamp && 'fault' in stamp) return { ...known, fault: 'badTimeStamp' };
  return { ...known, fault: await trustFault(signer, chain, anchors, stamped ?? now) };
}
