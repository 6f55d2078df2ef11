import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import { CertBag, Certificate, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeContents } from 'pkijs';
import { bufferOf } from './engine.ts';
import { type Signer, SignerFault } from './signer.ts';

/** Encryption of files older than OpenSSL 3: broken ciphers, not read. */
const outdatedSchemes = /^1\.2\.840\.113549\.1\.12\.1\./;

/**
 * Opens a PKCS#12 file (.p12, .pfx): one key and its certificates.
 * @throws SignerFault wrongPassword, damaged, outdated (ciphers of former days: save the file anew with AES), noKey
 */
export async function openPkcs12(file: Uint8Array, password: string): Promise<Signer> {
  const secret = bufferOf(new TextEncoder().encode(password));
  const contents = await openContents(file, secret);
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  for (const bag of contents.flatMap(({ safeBags }) => safeBags)) {
    const value = bag.bagValue;
    if (value instanceof CertBag && value.parsedValue instanceof Certificate) {
      certificates.push(new X509Certificate(new Uint8Array(value.parsedValue.toSchema().toBER())));
    } else if (value instanceof PKCS8ShroudedKeyBag) {
      // Declared for inheritors only; there is no other way to open the bag.
      const bagOf = value as unknown as {
        parseInternalValues(with_: { password: ArrayBuffer }): Promise<void>;
      };
      await decrypt(() => bagOf.parseInternalValues({ password: secret }));
      if (value.parsedValue) keys.push(keyOf(value.parsedValue));
    } else if (value instanceof PrivateKeyInfo) keys.push(keyOf(value));
  }
  const key = keys.find((one) => certificates.some((certificate) => certificate.checkPrivateKey(one)));
  const own = certificates.find((certificate) => key && certificate.checkPrivateKey(key));
  if (!key || !own) throw new SignerFault('noKey', 'no key with its certificate');
  const keyType = key.asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa';
  if (keyType === 'rsa' && key.asymmetricKeyType !== 'rsa')
    throw new SignerFault('noKey', `a key of type ${key.asymmetricKeyType}`);
  return {
    certificates: [own, ...certificates.filter((one) => one !== own)].map(({ raw }) => new Uint8Array(raw)),
    keyType,
    sign: async (data) => new Uint8Array(sign('sha256', data, key)),
    close: () => {},
  };
}

async function openContents(file: Uint8Array, password: ArrayBuffer): Promise<SafeContents[]> {
  const parsed = fromBER(bufferOf(file));
  let pfx: PFX;
  try {
    pfx = new PFX({ schema: parsed.result });
  } catch {
    throw new SignerFault('damaged', 'not a PKCS#12 file');
  }
  await decrypt(() => pfx.parseInternalValues({ password, checkIntegrity: true }));
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new SignerFault('damaged', 'no contents');
  await decrypt(() =>
    safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) }),
  );
  return safe.parsedValue.safeContents.map(({ value }: { value: SafeContents }) => value);
}

/** A wrong password and a damaged file look alike to a cipher: only the integrity code tells them apart. */
async function decrypt(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (outdatedSchemes.test(/\d+(\.\d+)+/.exec(words)?.[0] ?? '') || /algorithm/i.test(words))
      throw new SignerFault('outdated', words);
    throw new SignerFault('wrongPassword', words);
  }
}

function keyOf(info: PrivateKeyInfo): KeyObject {
  return createPrivateKey({ key: Buffer.from(info.toSchema().toBER()), format: 'der', type: 'pkcs8' });
}
