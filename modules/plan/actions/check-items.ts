import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import {
  deleteInspectionItem,
  hasFindings,
  type InspectionItemRow,
  insertInspectionItems,
  lockInspectionItemOptional,
  selectInspectionItemOptional,
  updateInspectionItemRow,
} from '../data/inspection-items.ts';
import { listCheckableDuties } from '../data/inspections.ts';
import { planErrors } from '../errors.ts';
import type { ItemResult } from '../rules/inspection.ts';
import type { Acting } from './acting.ts';
import { lockInspection } from './inspection-step.ts';

/** Adds a line behind the last one of the checklist; a duty it names must be one of the inspected unit. */
export async function addInspectionItem(
  tx: WriteTx,
  acting: Acting,
  inspectionId: string,
  input: { question: string; dutyId?: string | undefined },
): Promise<InspectionItemRow> {
  const inspection = await lockInspection(tx, acting, inspectionId, 'plan.addInspectionItem');
  if (input.dutyId) {
    const duties = await listCheckableDuties(tx, inspection.inspectedUnitId, { dutyIds: [input.dutyId] });
    if (duties.length === 0) throw planErrors.dutyNotOfUnit();
  }
  const id = uuidv7();
  await insertInspectionItems(tx, inspectionId, [
    { id, dutyId: input.dutyId ?? null, question: input.question },
  ]);
  return (await selectInspectionItemOptional(tx, id))!;
}

async function lockItem(
  tx: WriteTx,
  acting: Acting,
  itemId: string,
  operation: string,
  seen: { readonly version: number },
): Promise<InspectionItemRow> {
  const row = await lockInspectionItemOptional(tx, itemId);
  if (!row) throw planErrors.inspectionItemNotFound();
  await lockInspection(tx, acting, row.inspectionId, operation);
  if (row.version !== seen.version) {
    throw planErrors.editedMeanwhile(seen, {
      version: row.version,
      question: row.question,
      result: row.result,
      note: row.note,
    });
  }
  return row;
}

/** Rewords a line, or records what was found. A result is recorded only while the inspection is underway. */
export async function updateInspectionItem(
  tx: WriteTx,
  acting: Acting,
  itemId: string,
  input: {
    version: number;
    question?: string | undefined;
    result?: ItemResult | undefined;
    note?: string | null | undefined;
  },
): Promise<InspectionItemRow> {
  const row = await lockItem(tx, acting, itemId, 'plan.updateInspectionItem', input);
  if (input.result && input.result !== row.result) {
    // The step that only fits an inspection underway says so by name.
    await lockInspection(tx, acting, row.inspectionId, 'plan.addFinding');
  }
  await updateInspectionItemRow(tx, itemId, input);
  return (await selectInspectionItemOptional(tx, itemId))!;
}

/** Takes a line off the checklist that has neither a result nor a finding. */
export async function removeInspectionItem(
  tx: WriteTx,
  acting: Acting,
  itemId: string,
  input: { version: number },
): Promise<void> {
  const row = await lockItem(tx, acting, itemId, 'plan.removeInspectionItem', input);
  if (row.result !== 'notChecked' || (await hasFindings(tx, itemId))) throw planErrors.inspectionItemUsed();
  await deleteInspectionItem(tx, itemId);
}
