import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import { databaseRefusal, type WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import {
  type AssignmentRow,
  insertParts,
  listGivers,
  listParts,
  listSplitPeople,
  listSplitUnits,
} from '../data/assignments.ts';
import { insertHistory } from '../data/history.ts';
import { tellHolders } from '../data/notices.ts';
import { planErrors } from '../errors.ts';
import type { Acting } from './acting.ts';
import { lockForStep, takeStep } from './assignment-step.ts';
import { acknowledgement } from './carry-out.ts';

export interface SplitTarget {
  readonly unitId: string;
  readonly role: string;
  readonly accountId: string | null;
  readonly dueOn?: string | undefined;
}

/**
 * Gives parts of an assignment to units below or to persons of the unit. A part that exists stays as it is.
 * Refuses targets outside the unit, deadlines outside the own window, and delegation that comes back to
 * the giver or to one through whose hands the work came (`plan.delegationCycle`).
 */
export async function splitAssignment(
  tx: WriteTx,
  acting: Acting,
  id: string,
  input: { targets: readonly SplitTarget[]; note?: string | undefined },
): Promise<{ asked: number; done: number; parts: AssignmentRow[] }> {
  const row = await lockForStep(tx, acting, id, 'plan.splitAssignment');
  const units = await listSplitUnits(tx, row.unitId);
  const givers = await listGivers(tx, id);
  const people = await listSplitPeople(tx, row.unitId, localDate(acting.now), acting.actor.accountId);
  for (const target of input.targets) {
    if (target.accountId && (target.accountId === acting.actor.accountId || givers.has(target.accountId)))
      throw planErrors.delegationCycle();
    const fits = target.accountId
      ? people.some(
          (person) =>
            person.accountId === target.accountId &&
            person.unitId === target.unitId &&
            person.role === target.role,
        )
      : units.some((unit) => unit.id === target.unitId && unit.role === target.role);
    if (!fits)
      throw planErrors.splitTargetNotFound(target.accountId ? 'Người được chọn' : 'Đơn vị được chọn');
    if (target.dueOn && target.dueOn < row.startsOn) {
      throw planErrors.deadlineBeforeStart(formatDate(row.startsOn), formatDate(target.dueOn));
    }
  }
  const wanted = input.targets.map((target) => ({
    id: uuidv7(),
    ...target,
    dueOn: target.dueOn ?? row.dueOn,
  }));
  const made = await insertWithoutCycle(tx, row, wanted);
  const change = row.state === 'notStarted' ? { state: 'inProgress' as const } : {};
  const names = wanted.map(
    (part) =>
      people.find((person) => person.accountId === part.accountId)?.name ??
      units.find((unit) => unit.id === part.unitId)?.name ??
      '',
  );
  await takeStep(
    tx,
    acting,
    row,
    { ...change, ...acknowledgement(row.acknowledgedAt, acting) },
    { kind: 'split', note: input.note, details: { names, made: made.length } },
  );
  if (made.length > 0) {
    await insertHistory(
      tx,
      made,
      { accountId: acting.actor.accountId, now: acting.now },
      { kind: 'split', note: input.note },
    );
    await tellHolders(tx, made, {
      kind: 'given',
      title: 'Được giao',
      now: acting.now,
      exceptAccountId: acting.actor.accountId,
    });
  }
  return { asked: wanted.length, done: made.length, parts: await listParts(tx, id) };
}

async function insertWithoutCycle(
  tx: WriteTx,
  row: AssignmentRow,
  wanted: Parameters<typeof insertParts>[2],
): Promise<string[]> {
  try {
    return await insertParts(tx, row, wanted);
  } catch (error) {
    if (databaseRefusal(error)?.constraint === 'assignment_no_cycle') throw planErrors.delegationCycle();
    throw error;
  }
}
