/**
 * Who signs: a certificate and the key that belongs to it, wherever the key lies (a file, a token). The key itself never
 * leaves its place.
 */
export interface Signer {
  /** Own certificate first, then those of its issuers as far as they are at hand; DER. */
  readonly certificates: readonly Uint8Array[];
  readonly keyType: 'rsa' | 'ecdsa';
  /** Signature over SHA-256 of `data`: PKCS#1 v1.5 for RSA, ECDSA as DER (r and s). */
  sign(data: Uint8Array): Promise<Uint8Array>;
  /** Ends the session with the token; nothing for a file. */
  close(): void;
}

/** Why a key cannot be used; people get the sentence of the module that asked. */
export class SignerFault extends Error {
  readonly fault:
    | 'wrongPassword'
    | 'damaged'
    | 'outdated'
    | 'noKey'
    | 'noToken'
    | 'noLibrary'
    | 'blocked'
    | 'device';

  constructor(fault: SignerFault['fault'], detail: string) {
    super(`${fault}: ${detail}`);
    this.name = 'SignerFault';
    this.fault = fault;
  }
}
