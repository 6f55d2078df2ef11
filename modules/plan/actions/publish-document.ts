import { type ReadTx, sql, type WriteTx } from '#platform/db';
import {
  type DocumentRow,
  listDraftIds,
  listDuties,
  rebaseDraft,
  selectDocumentOptional,
} from '../data/documents.ts';
import {
  carryOver,
  countCarriedOver,
  countTargets,
  createAssignments,
  dismissUnwanted,
  listUnreachedDuties,
  markPublished,
  tellCarriers,
} from '../data/publication.ts';
import { planErrors } from '../errors.ts';
import { matchLineages } from '../rules/lineage.ts';
import { unreachedReason } from '../rules/targets.ts';
import type { Acting } from './acting.ts';

/** What publishing a draft would do; nothing is written. */
export async function previewPublication(tx: ReadTx, documentId: string) {
  const document = await selectDocumentOptional(tx, documentId);
  if (!document) throw planErrors.documentNotFound();
  const [byTarget, unreached, carried] = await Promise.all([
    countTargets(tx, documentId),
    listUnreachedDuties(tx, documentId),
    countCarriedOver(tx, document.previousId, documentId),
  ]);
  return {
    duties: document.dutyCount,
    assignments: byTarget.reduce((sum, target) => sum + target.assignments, 0),
    byTarget,
    unreached: unreached.map(({ responsible, ...duty }) => ({
      ...duty,
      reason: unreachedReason(responsible),
    })),
    ...carried,
  };
}

/**
 * Puts a draft in force: assignments for every unit and role its duties name, in one transaction and a handful of
 * set-based statements. A revision carries over the assignments of duties that go on, with their progress.
 */
export async function publishDocument(
  tx: WriteTx,
  { actor, now }: Acting,
  documentId: string,
  version: number,
): Promise<{
  duties: number;
  asked: number;
  created: number;
  kept: number;
  withdrawn: number;
  units: number;
}> {
  const document = await selectDocumentOptional(tx, documentId);
  if (!document) throw planErrors.documentNotFound();
  if (document.status !== 'draft') throw planErrors.notADraft();
  if (document.dutyCount === 0) throw planErrors.nothingToPublish();
  const published = await markPublished(tx, { ...document, version }, actor.accountId, now);
  if (!published) throw planErrors.editedMeanwhile({ version }, { version: document.version });
  const { withdrawn } = await countCarriedOver(tx, document.previousId, documentId);
  const kept = document.previousId ? await carryOver(tx, document.previousId, documentId, now) : 0;
  if (kept > 0) await dismissUnwanted(tx, documentId);
  const { asked, created, units } = await createAssignments(tx, documentId, actor.departmentId);
  await rebaseDrafts(tx, document);
  await tellCarriers(tx, documentId, document.title, now);
  const summary = { duties: document.dutyCount, asked, created, kept, withdrawn, units };
  await sql`SELECT audit.note('insert', 'plan.assignment', ${documentId}, ${document.unitId}, ${JSON.stringify(summary)}::jsonb)`.execute(
    tx,
  );
  return summary;
}

/** Other drafts of the year were read against the plan before; from now on they amend the one just put in force. */
async function rebaseDrafts(tx: WriteTx, inForce: DocumentRow): Promise<void> {
  const drafts = await listDraftIds(tx, inForce.unitId, inForce.schoolYearId);
  if (drafts.length === 0) return;
  const duties = await listDuties(tx, inForce.id);
  for (const draftId of drafts) {
    await rebaseDraft(tx, draftId, inForce, matchLineages(duties, await listDuties(tx, draftId)));
  }
}
