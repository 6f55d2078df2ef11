import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { listAccountsHolding, tellPeople } from '../data/announcements.ts';
import { type FindingRow, lockFindingOptional } from '../data/findings.ts';
import { type InspectionRow, lockInspectionOptional } from '../data/inspections.ts';
import { planErrors } from '../errors.ts';
import {
  findingMay,
  findingStateNames,
  type InspectionStanding,
  inspectionMay,
  inspectionStanding,
  inspectionStateNames,
  whoInspects,
} from '../rules/inspection.ts';
import type { Acting } from './acting.ts';

/** Who in an inspected unit hears of its inspections and answers them. */
const answerable = ['communeLeader', 'communeOfficer', 'principal', 'vicePrincipal'];

const whoCan: Readonly<Record<InspectionStanding, string>> = {
  inspecting: 'đoàn kiểm tra và đơn vị tổ chức kiểm tra',
  inspected: 'lãnh đạo đơn vị được kiểm tra',
  watching: 'không ai',
};

/** Where the acting person stands to an inspection. */
export function standingToInspection({ actor }: Acting, row: InspectionRow): InspectionStanding {
  return inspectionStanding({ accountId: actor.accountId, unitId: actor.unitId, scope: actor.scope }, row);
}

/** Where the acting person stands to a finding. */
export function standingToFinding({ actor }: Acting, row: FindingRow): InspectionStanding {
  return inspectionStanding(
    { accountId: actor.accountId, unitId: actor.unitId, scope: actor.scope },
    {
      unitId: row.inspectingUnitId,
      unitKind: row.inspectingUnitKind,
      inspectedUnitId: row.unitId,
      leaderId: row.leaderId,
      memberIds: row.memberIds,
    },
  );
}

/**
 * Locks an inspection for a step: it is in reach, the person inspects, the state fits, and its version is the
 * one the person saw (when given), else `plan.editedMeanwhile` with both sides.
 */
export async function lockInspection(
  tx: WriteTx,
  acting: Acting,
  id: string,
  operation: string,
  seen?: { readonly version: number },
): Promise<InspectionRow> {
  const row = await lockInspectionOptional(tx, id, localDate(acting.now));
  if (!row) throw planErrors.inspectionNotFound();
  if (standingToInspection(acting, row) !== 'inspecting') throw planErrors.notYours(whoCan.inspecting);
  if (seen && seen.version !== row.version) {
    throw planErrors.editedMeanwhile(seen, {
      version: row.version,
      state: row.state,
      stateName: inspectionStateNames[row.state],
      purpose: row.purpose,
      plannedOn: row.plannedOn,
      leaderId: row.leaderId,
      memberIds: row.memberIds,
      conclusion: row.conclusion,
    });
  }
  if (!inspectionMay('inspecting', row.state).includes(operation)) {
    throw planErrors.wrongState(inspectionStateNames[row.state]);
  }
  return row;
}

/** Locks a finding for a step, under the same conditions. */
export async function lockFinding(
  tx: WriteTx,
  acting: Acting,
  id: string,
  operation: string,
  seen?: { readonly version: number },
): Promise<FindingRow> {
  const row = await lockFindingOptional(tx, id);
  if (!row) throw planErrors.findingNotFound();
  const standing = standingToFinding(acting, row);
  if (standing !== whoInspects(operation)) throw planErrors.notYours(whoCan[whoInspects(operation)]);
  if (seen && seen.version !== row.version) {
    throw planErrors.editedMeanwhile(seen, {
      version: row.version,
      state: row.state,
      stateName: findingStateNames[row.state],
      body: row.body,
      severity: row.severity,
      dueOn: row.dueOn,
      answer: row.answer,
    });
  }
  if (!findingMay(standing, row.state).includes(operation)) {
    throw planErrors.wrongState(findingStateNames[row.state]);
  }
  return row;
}

/** Tells the heads of an inspected unit. */
export async function tellInspected(
  tx: WriteTx,
  { actor, now }: Acting,
  unitId: string,
  announcement: { kind: string; title: string; body: string; link: string },
): Promise<void> {
  const heads = await listAccountsHolding(tx, [unitId], answerable, localDate(now));
  await tellPeople(tx, heads, actor.departmentId, { ...announcement, now });
}
