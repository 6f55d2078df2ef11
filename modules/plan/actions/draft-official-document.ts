import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import {
  insertOfficial,
  isInForce,
  lockOfficialOptional,
  type OfficialRow,
  replaceLinkedDuties,
  updateOfficialRow,
} from '../data/official-documents.ts';
import { deleteOfficialFile, insertOfficialFile } from '../data/official-files.ts';
import { countReachable } from '../data/official-recipients.ts';
import { planErrors } from '../errors.ts';
import {
  type OfficialKind,
  officialMay,
  officialStateNames,
  type RecipientKind,
} from '../rules/official-document.ts';
import type { Acting } from './acting.ts';
import { issuingUnit } from './agency.ts';
import { type KeptFile, keepFile } from './keep-file.ts';

/**
 * Locks a document for a step of its issuing unit: in reach, of the person's unit, in a fitting state, and of
 * the version the person saw (when given), else `plan.editedMeanwhile` with both sides.
 */
export async function lockOfficial(
  tx: WriteTx,
  acting: Acting,
  id: string,
  operation: string,
  seen?: { readonly version: number },
): Promise<OfficialRow> {
  const row = await lockOfficialOptional(tx, id, localDate(acting.now));
  if (!row) throw planErrors.officialDocumentNotFound();
  if (row.unitId !== issuingUnit(acting)) throw planErrors.notYours(row.unitName);
  if (seen && seen.version !== row.version) {
    throw planErrors.editedMeanwhile(seen, {
      version: row.version,
      state: row.state,
      stateName: officialStateNames[row.state],
      kind: row.kind,
      abstract: row.abstract,
      recipientKinds: row.recipientKinds,
      recipientUnitIds: row.recipientUnitIds,
      commentUntil: row.commentUntil,
      symbol: row.symbol,
    });
  }
  if (!officialMay(row.state).includes(operation)) throw planErrors.wrongState(officialStateNames[row.state]);
  return row;
}

async function checkRecipients(tx: ReadTx, unitIds: readonly string[], issuer: string): Promise<void> {
  if (unitIds.length > 0 && (await countReachable(tx, unitIds, issuer)) < unitIds.length) {
    throw planErrors.recipientNotReachable();
  }
}

async function linkDuties(tx: WriteTx, documentId: string, dutyIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(dutyIds)];
  if ((await replaceLinkedDuties(tx, documentId, wanted)) < wanted.length) throw planErrors.dutyNotFound();
}

/** Begins a draft of the acting unit; nobody else sees it. */
export async function registerOfficialDocument(
  tx: WriteTx,
  acting: Acting,
  input: {
    kind: OfficialKind;
    abstract: string;
    recipientKinds: readonly RecipientKind[];
    recipientUnitIds: readonly string[];
    dutyIds: readonly string[];
    replacesId?: string | undefined;
  },
): Promise<{ id: string; version: number }> {
  const { actor, now } = acting;
  const unitId = issuingUnit(acting);
  const recipientUnitIds = [...new Set(input.recipientUnitIds)];
  await checkRecipients(tx, recipientUnitIds, unitId);
  if (input.replacesId && !(await isInForce(tx, input.replacesId, unitId))) {
    throw planErrors.replacedNotIssued();
  }
  const id = uuidv7();
  await insertOfficial(tx, {
    id,
    departmentId: actor.departmentId,
    unitId,
    draftingUnitId: actor.unitId ?? unitId,
    kind: input.kind,
    abstract: input.abstract,
    recipientKinds: [...new Set(input.recipientKinds)],
    recipientUnitIds,
    replacesId: input.replacesId ?? null,
    createdBy: actor.accountId,
    createdAt: now,
    sortOn: localDate(now),
  });
  await linkDuties(tx, id, input.dutyIds);
  return { id, version: 1 };
}

/** Changes a draft, also while opinions are collected. */
export async function updateOfficialDocument(
  tx: WriteTx,
  acting: Acting,
  documentId: string,
  input: {
    version: number;
    kind?: OfficialKind | undefined;
    abstract?: string | undefined;
    recipientKinds?: readonly RecipientKind[] | undefined;
    recipientUnitIds?: readonly string[] | undefined;
    dutyIds?: readonly string[] | undefined;
    replacesId?: string | null | undefined;
  },
): Promise<{ version: number }> {
  const row = await lockOfficial(tx, acting, documentId, 'plan.updateOfficialDocument', input);
  const recipientUnitIds = input.recipientUnitIds && [...new Set(input.recipientUnitIds)];
  if (recipientUnitIds) await checkRecipients(tx, recipientUnitIds, row.unitId);
  const { replacesId } = input;
  if (replacesId && (replacesId === row.id || !(await isInForce(tx, replacesId, row.unitId)))) {
    throw planErrors.replacedNotIssued();
  }
  await updateOfficialRow(tx, documentId, {
    kind: input.kind,
    abstract: input.abstract,
    recipientKinds: input.recipientKinds && [...new Set(input.recipientKinds)],
    recipientUnitIds,
    replacesId,
  });
  if (input.dutyIds) await linkDuties(tx, documentId, input.dutyIds);
  return { version: row.version + 1 };
}

/** Adds a file to a draft. */
export async function attachOfficialDocumentFile(
  tx: WriteTx,
  acting: Acting,
  filesFolder: string,
  documentId: string,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<KeptFile> {
  const row = await lockOfficial(tx, acting, documentId, 'plan.attachOfficialDocumentFile');
  const kept = await keepFile(tx, acting, filesFolder, row.unitId, file);
  await insertOfficialFile(tx, documentId, kept.id);
  return kept;
}

/** Takes a file off a draft. */
export async function removeOfficialDocumentFile(
  tx: WriteTx,
  acting: Acting,
  documentId: string,
  attachmentId: string,
): Promise<void> {
  await lockOfficial(tx, acting, documentId, 'plan.removeOfficialDocumentFile');
  if (!(await deleteOfficialFile(tx, documentId, attachmentId))) throw planErrors.attachmentNotFound();
}
