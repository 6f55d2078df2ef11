import type { WriteTx } from '#platform/db';
import type { Services } from '#platform/http';
import { SignerFault, signCms, TimeStampFault, timeStamperAt } from '#platform/signatures';
import { keepSignatures, listContentsToSign, listStandings } from '../data/steps.ts';
import { transcriptErrors } from '../errors.ts';
import { type Confirmed, counted } from './confirm-steps.ts';
import { type Acting, ownSchool } from './place.ts';
import { admitCertificate, openKey, type SigningKey } from './signing-key.ts';

/**
 * A teacher who has a certificate signs pages with it instead of confirming them by the account: a detached signature (CAdES B-B, with a time
 * stamper B-T) over the content of each, kept with the step and carried in the data form. Counted as confirmSteps.
 * @throws Refusal transcript.nothingConfirmed, noTimeStamp, and those of signing-key.ts
 */
export async function signSteps(
  tx: WriteTx,
  { actor, now }: Acting,
  stepIds: readonly string[],
  key: SigningKey,
  { signing, filesFolder }: Services,
): Promise<Confirmed> {
  const ids = [...new Set(stepIds)];
  const before = new Map((await listStandings(tx, ids)).map((one) => [one.id, one]));
  const signer = await openKey(key, signing?.tokenLibrary);
  try {
    const { id: unitId } = await ownSchool(tx);
    const own = await admitCertificate(tx, { actor, now }, signer, { holder: 'person', unitId, filesFolder });
    const stamper = signing?.timeStampUrl ? timeStamperAt(signing.timeStampUrl) : undefined;
    const signatures: { stepId: string; signature: Uint8Array }[] = [];
    for (const [stepId, content] of await listContentsToSign(tx, ids))
      signatures.push({ stepId, signature: await signCms(content, signer, { signingTime: now, stamper }) });
    const done = await keepSignatures(tx, signatures, {
      accountId: actor.accountId,
      name: actor.displayName,
      now,
      certificate: `${own.subject}, số ${own.serialNumber}`,
    });
    return counted(ids, done, before);
  } catch (error) {
    if (error instanceof TimeStampFault) throw transcriptErrors.noTimeStamp();
    if (error instanceof SignerFault) throw transcriptErrors.keyNotRead('Khoá ký ngừng trả lời giữa chừng.');
    throw error;
  } finally {
    signer.close();
  }
}
