import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { syncErrors } from '../errors.ts';

function readKey(bytes: Buffer): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: bytes, format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of a public key as a device gives it (base64 of SubjectPublicKeyInfo, ECDSA P-256). @throws Refusal sync.badKey */
export function readPublicKey(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (!readKey(bytes)) throw syncErrors.badKey();
  return bytes;
}

/** Refuses what the device has not signed (rules/signed-content.ts). @throws Refusal sync.badSignature */
export function checkSignature(publicKey: Buffer, content: string, signature: string): void {
  const key = readKey(publicKey);
  const signed = key
    ? verify(
        'sha256',
        Buffer.from(content),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64'),
      )
    : false;
  if (!signed) throw syncErrors.badSignature();
}
