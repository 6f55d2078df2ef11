import { Certificate, CertificateChainValidationEngine } from 'pkijs';
import { bufferOf } from './engine.ts';

/** Why a certificate is not believed at a moment. */
export type ChainFault = 'expired' | 'notYetValid' | 'untrusted';

/**
 * Whether a certificate leads to a trusted one and was valid at `at`; null when it does. Withdrawn certificates are known only
 * where the caller keeps a list of them.
 */
export async function trustFault(
  certificate: Certificate,
  others: readonly Certificate[],
  anchors: readonly Uint8Array[],
  at: Date,
): Promise<ChainFault | null> {
  if (at < certificate.notBefore.value) return 'notYetValid';
  if (at > certificate.notAfter.value) return 'expired';
  const engine = new CertificateChainValidationEngine({
    trustedCerts: anchors.map((der) => Certificate.fromBER(bufferOf(der))),
    certs: [...others.filter((one) => one !== certificate), certificate],
    checkDate: at,
  });
  const { result } = await engine.verify();
  return result ? null : 'untrusted';
}
