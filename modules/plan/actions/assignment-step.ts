import type { WriteTx } from '#platform/db';
import {
  type AssignmentChange,
  type AssignmentRow,
  lockAssignmentOptional,
  updateAssignments,
} from '../data/assignments.ts';
import { insertHistory, type NewHistory } from '../data/history.ts';
import { planErrors } from '../errors.ts';
import { standingTo, stateNames, steps } from '../rules/assignment.ts';
import type { Acting } from './acting.ts';

/** Where the acting person stands to an assignment. */
export function standing({ actor }: Acting, row: AssignmentRow) {
  return standingTo(
    {
      accountId: actor.accountId,
      role: actor.role ?? '',
      unitId: actor.unitId ?? '',
      unitKind: actor.unitKind ?? '',
    },
    row,
  );
}

const whoCan = {
  head: 'người phụ trách việc này ở đơn vị nhận',
  helper: 'người thực hiện ở đơn vị nhận',
  above: 'cấp trên của đơn vị nhận',
};

/** Refuses a step that does not fit the person's standing or the assignment's state. `operation` is its id. */
export function checkStep(acting: Acting, row: AssignmentRow, operation: string): void {
  const step = steps[operation];
  if (!step) throw new Error(`no such step: ${operation}`);
  const own = standing(acting, row);
  if (own === 'none' || !step.by.includes(own)) {
    throw planErrors.notYours(step.by.map((who) => whoCan[who]).join(' hoặc '));
  }
  if (!step.from.includes(row.state)) throw planErrors.wrongState(stateNames[row.state]);
}

/**
 * Locks an assignment for a step: it exists in the person's reach, the step fits, and its version is the one
 * the person saw (when given), else `plan.editedMeanwhile`.
 */
export async function lockForStep(
  tx: WriteTx,
  acting: Acting,
  id: string,
  operation: string,
  version?: number,
): Promise<AssignmentRow> {
  const row = await lockAssignmentOptional(tx, id);
  if (!row) throw planErrors.assignmentNotFound();
  checkStep(acting, row, operation);
  if (version !== undefined && row.version !== version) {
    throw planErrors.editedMeanwhile(
      { version },
      { version: row.version, state: row.state, stateName: stateNames[row.state], dueOn: row.dueOn },
    );
  }
  return row;
}

/** Carries a step out: the change, and an entry in the history. */
export async function takeStep(
  tx: WriteTx,
  { actor, now }: Acting,
  row: AssignmentRow,
  change: AssignmentChange,
  entry: NewHistory,
): Promise<{ id: string; state: AssignmentRow['state']; version: number }> {
  await updateAssignments(tx, [row.id], change);
  await insertHistory(tx, [row.id], { accountId: actor.accountId, now }, entry);
  return { id: row.id, state: change.state ?? row.state, version: row.version + 1 };
}
