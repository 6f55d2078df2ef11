import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { selectOfficialOptional } from '../data/official-documents.ts';
import { insertReading } from '../data/official-recipients.ts';
import { planErrors } from '../errors.ts';
import type { Acting } from './acting.ts';

/** Notes that the person has opened a document for the acting unit; the first time counts. */
export async function readOfficialDocument(
  tx: WriteTx,
  { actor, now }: Acting,
  documentId: string,
): Promise<{ openedAt: string }> {
  const row = await selectOfficialOptional(tx, documentId, localDate(now));
  if (!row || !actor.unitId) throw planErrors.officialDocumentNotFound();
  const openedAt = await insertReading(tx, {
    documentId,
    accountId: actor.accountId,
    unitId: actor.unitId,
    now,
  });
  return { openedAt };
}
