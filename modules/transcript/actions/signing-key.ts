import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import {
  type CertificateFacts,
  certificateFacts,
  certificateFault,
  openPkcs11,
  openPkcs12,
  type Signer,
  SignerFault,
  standingOf,
} from '#platform/signatures';
import { findHolderOptional, insertCertificate, listAnchorCertificates } from '../data/certificates.ts';
import { transcriptErrors } from '../errors.ts';
import type { Acting } from './place.ts';
import { ownLists } from './withdrawn-lists.ts';

/**
 * A key as it comes with one request and goes with it: a PKCS#12 file with its password, or a token at the server with its PIN. Neither is
 * kept anywhere: what is not stored cannot be stolen, and the key stays under the sole control of its holder.
 */
export type SigningKey =
  | { readonly kind: 'file'; readonly file: Uint8Array; readonly password: string }
  | { readonly kind: 'token'; readonly token: string; readonly pin: string };

const faults: Readonly<Record<Exclude<SignerFault['fault'], 'wrongPassword'>, string>> = {
  damaged: 'Tệp bị hỏng hoặc không phải .p12, .pfx.',
  outdated: 'Tệp dùng cách mã hoá cũ; hãy xuất lại .p12 với AES-256.',
  noKey: 'Không có khoá bí mật kèm chứng thư.',
  noToken: 'Máy chủ không thấy USB token có nhãn này.',
  noLibrary: 'Máy chủ chưa cài trình điều khiển của USB token.',
  blocked: 'USB token đã khoá vì gõ sai PIN nhiều lần; hãy liên hệ nơi cấp.',
  device: 'USB token không trả lời; hãy cắm lại.',
};

/** Opens the key. @throws Refusal transcript.wrongPassword, keyNotRead */
export async function openKey(key: SigningKey, tokenLibrary: string | undefined): Promise<Signer> {
  try {
    if (key.kind === 'file') return await openPkcs12(key.file, key.password);
    if (!tokenLibrary) throw new SignerFault('noLibrary', 'none set');
    return openPkcs11({ library: tokenLibrary, token: key.token, pin: key.pin });
  } catch (error) {
    if (!(error instanceof SignerFault)) throw error;
    if (error.fault === 'wrongPassword') throw transcriptErrors.wrongPassword();
    throw transcriptErrors.keyNotRead(faults[error.fault]);
  }
}

/**
 * Whether this certificate may sign for the person or the school: valid today, from an authority the department
 * trusts, on none of its lists of withdrawn ones, and nobody else's. The first use binds it to its holder.
 * @throws Refusal transcript.noAnchors, certificateExpired, certificateTooEarly, certificateUntrusted, certificateWithdrawn, certificateOfAnother
 */
export async function admitCertificate(
  tx: WriteTx,
  { actor, now }: Acting,
  { certificates }: Signer,
  { holder, unitId, filesFolder }: { holder: 'person' | 'school'; unitId: string; filesFolder: string },
): Promise<CertificateFacts> {
  const own = certificateFacts(certificates[0] as Uint8Array);
  const anchors = await trustedAnchors(tx);
  const fault = await certificateFault(certificates, anchors, now);
  if (fault === 'expired')
    throw transcriptErrors.certificateExpired(own.subject, formatDate(localDate(own.notAfter)));
  if (fault === 'notYetValid')
    throw transcriptErrors.certificateTooEarly(own.subject, formatDate(localDate(own.notBefore)));
  if (fault) throw transcriptErrors.certificateUntrusted(own.subject);
  const lists = await ownLists(tx, anchors, filesFolder);
  if (standingOf({ ...own, at: null, isTimeStamped: false }, lists, now) === 'withdrawn')
    throw transcriptErrors.certificateWithdrawn(own.subject);
  const found = await findHolderOptional(tx, own.fingerprint);
  if (found) {
    const fits =
      found.holder === holder &&
      (holder === 'person' ? found.accountId === actor.accountId : found.unitId === unitId);
    if (!fits) throw transcriptErrors.certificateOfAnother(own.subject);
    return own;
  }
  await insertCertificate(tx, {
    fingerprint: own.fingerprint,
    unitId,
    departmentId: actor.departmentId,
    holder,
    subject: own.subject,
    serialNumber: own.serialNumber,
    expiresAt: own.notAfter,
    accountId: actor.accountId,
    now,
  });
  return own;
}

async function trustedAnchors(tx: ReadTx): Promise<Uint8Array[]> {
  const anchors = await listAnchorCertificates(tx);
  if (anchors.length === 0) throw transcriptErrors.noAnchors();
  return anchors;
}
