import type { WriteTx } from '#platform/db';
import { certificateFacts, readCertificates } from '#platform/signatures';
import { deleteAnchor, insertAnchor } from '../data/certificates.ts';
import { transcriptErrors } from '../errors.ts';
import type { Acting } from './place.ts';

/**
 * Trusts a certification authority: its own certificate, PEM or DER.
 * @throws Refusal transcript.notACertificate, notAnAuthority, anchorKnown
 */
export async function addAnchor(
  tx: WriteTx,
  { actor, now }: Acting,
  bytes: Uint8Array,
): Promise<{ id: string; name: string }> {
  const [certificate] = readCertificates(bytes) ?? [];
  if (!certificate) throw transcriptErrors.notACertificate();
  const { subject: name, fingerprint, notAfter, isAuthority } = certificateFacts(certificate);
  if (!isAuthority) throw transcriptErrors.notAnAuthority(name);
  const { accountId, departmentId } = actor;
  const id = await insertAnchor(
    tx,
    { departmentId, name, certificate, fingerprint, expiresAt: notAfter },
    { accountId, now },
  );
  if (id === undefined) throw transcriptErrors.anchorKnown();
  return { id, name };
}

/** Trusts it no longer. @throws Refusal transcript.anchorNotFound */
export async function removeAnchor(tx: WriteTx, id: string): Promise<void> {
  if (!(await deleteAnchor(tx, id))) throw transcriptErrors.anchorNotFound();
}
