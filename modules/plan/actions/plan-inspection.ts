import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { tellPeople } from '../data/announcements.ts';
import { insertInspectionItems } from '../data/inspection-items.ts';
import {
  insertInspection,
  listCheckableDuties,
  listTeamCandidates,
  selectInspectableOptional,
  updateInspectionRow,
} from '../data/inspections.ts';
import { planErrors } from '../errors.ts';
import { type InspectionKind, questionOf } from '../rules/inspection.ts';
import { inspectionLink } from '../rules/links.ts';
import type { Acting } from './acting.ts';
import { lockInspection, tellInspected } from './inspection-step.ts';

/** Everybody of the team has an account in use, and nobody works where the team goes. */
async function checkTeam(
  tx: ReadTx,
  team: readonly string[],
  inspectedUnitId: string,
  today: string,
): Promise<void> {
  const candidates = await listTeamCandidates(tx, team, inspectedUnitId, today);
  if (candidates.length < new Set(team).size) throw planErrors.teamMemberUnknown();
  const inside = candidates.filter((candidate) => candidate.inside);
  if (inside.length > 0) {
    throw planErrors.teamMemberInside(inside.map((candidate) => candidate.name).join(', '));
  }
}

/**
 * Plans an inspection of a school or commune below the acting unit. The checklist comes from the duties of the
 * plan in force given to that unit. A scheduled inspection is announced to the unit; of a surprise inspection
 * only the team hears.
 */
export async function planInspection(
  tx: WriteTx,
  acting: Acting,
  input: {
    kind: InspectionKind;
    inspectedUnitId: string;
    purpose: string;
    plannedOn: string;
    leaderId: string;
    memberIds: readonly string[];
    dutyIds?: readonly string[] | undefined;
  },
): Promise<{ id: string; version: number; items: number }> {
  const { actor, now } = acting;
  const today = localDate(now);
  if (!actor.unitId) throw planErrors.cannotInspect();
  if (input.plannedOn < today) throw planErrors.inspectionInPast();
  const inspected = await selectInspectableOptional(tx, input.inspectedUnitId, {
    unitId: actor.unitId,
    wholeDepartment: actor.scope === 'department',
  });
  if (!inspected) throw planErrors.cannotInspect();
  const memberIds = [...new Set(input.memberIds)].filter((member) => member !== input.leaderId);
  await checkTeam(tx, [input.leaderId, ...memberIds], inspected.id, today);
  const dutyIds = input.dutyIds && [...new Set(input.dutyIds)];
  const duties = await listCheckableDuties(
    tx,
    inspected.id,
    dutyIds ? { dutyIds } : { day: input.plannedOn },
  );
  if (dutyIds && duties.length < dutyIds.length) throw planErrors.dutyNotOfUnit();

  const id = uuidv7();
  await insertInspection(tx, {
    id,
    departmentId: actor.departmentId,
    unitId: actor.unitId,
    inspectedUnitId: inspected.id,
    kind: input.kind,
    purpose: input.purpose,
    plannedOn: input.plannedOn,
    leaderId: input.leaderId,
    memberIds,
    createdBy: actor.accountId,
    createdAt: now,
  });
  await insertInspectionItems(
    tx,
    id,
    duties.map((duty) => ({ id: uuidv7(), dutyId: duty.id, question: questionOf(duty) })),
  );
  const announcement = {
    kind: 'inspection',
    title: `Kiểm tra ngày ${formatDate(input.plannedOn)}: ${inspected.name}`,
    body: input.purpose,
    link: inspectionLink(id),
  };
  const team = [input.leaderId, ...memberIds].filter((accountId) => accountId !== actor.accountId);
  await tellPeople(tx, team, actor.departmentId, { ...announcement, now });
  if (input.kind === 'scheduled') await tellInspected(tx, acting, inspected.id, announcement);
  return { id, version: 1, items: duties.length };
}

/** Changes day, purpose or team of an inspection that has not begun. */
export async function updateInspection(
  tx: WriteTx,
  acting: Acting,
  inspectionId: string,
  input: {
    version: number;
    purpose?: string | undefined;
    plannedOn?: string | undefined;
    leaderId?: string | undefined;
    memberIds?: readonly string[] | undefined;
  },
): Promise<{ version: number }> {
  const row = await lockInspection(tx, acting, inspectionId, 'plan.updateInspection', input);
  const today = localDate(acting.now);
  const moved = input.plannedOn !== undefined && input.plannedOn !== row.plannedOn;
  if (moved && input.plannedOn! < today) throw planErrors.inspectionInPast();
  const leaderId = input.leaderId ?? row.leaderId;
  const memberIds = [...new Set(input.memberIds ?? row.memberIds)].filter((member) => member !== leaderId);
  if (input.leaderId || input.memberIds) {
    await checkTeam(tx, [leaderId, ...memberIds], row.inspectedUnitId, today);
  }
  await updateInspectionRow(tx, row.id, {
    purpose: input.purpose,
    plannedOn: input.plannedOn,
    leaderId,
    memberIds,
  });
  const announcement = {
    kind: 'inspection',
    title: `Kiểm tra ngày ${formatDate(input.plannedOn ?? row.plannedOn)}: ${row.inspectedUnitName}`,
    body: input.purpose ?? row.purpose,
    link: inspectionLink(row.id),
  };
  const before = new Set([row.leaderId, ...row.memberIds, acting.actor.accountId]);
  const told = [leaderId, ...memberIds].filter((accountId) => moved || !before.has(accountId));
  await tellPeople(tx, told, acting.actor.departmentId, { ...announcement, now: acting.now });
  if (moved && row.kind === 'scheduled') {
    await tellInspected(tx, acting, row.inspectedUnitId, announcement);
  }
  return { version: row.version + 1 };
}
