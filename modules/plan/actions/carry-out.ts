import type { WriteTx } from '#platform/db';
import { listParts, lockAssignments, updateAssignments } from '../data/assignments.ts';
import { listEvidence } from '../data/evidence.ts';
import { insertHistory } from '../data/history.ts';
import { planErrors } from '../errors.ts';
import { stateNames, steps } from '../rules/assignment.ts';
import { missingEvidence } from '../rules/evidence.ts';
import type { Acting } from './acting.ts';
import { lockForStep, standing, takeStep } from './assignment-step.ts';

/** The steps of those who carry an assignment out. */

interface BulkAnswer {
  asked: number;
  done: number;
  skipped: { id: string; reason: string }[];
}

/** Takes note of assignments ("tiếp nhận"). What does not fit is skipped with its reason; asked = done + skipped. */
export async function acknowledgeAssignments(
  tx: WriteTx,
  acting: Acting,
  ids: readonly string[],
): Promise<BulkAnswer> {
  const asked = [...new Set(ids)];
  const rows = new Map((await lockAssignments(tx, asked)).map((row) => [row.id, row]));
  const step = steps['plan.acknowledgeAssignments'];
  const skipped: BulkAnswer['skipped'] = [];
  const fit: string[] = [];
  for (const id of asked) {
    const row = rows.get(id);
    const own = row ? standing(acting, row) : 'none';
    if (!row || own === 'none' || !step?.by.includes(own))
      skipped.push({ id, reason: 'Việc ngoài phạm vi của bạn.' });
    else if (row.acknowledgedAt) skipped.push({ id, reason: 'Đã tiếp nhận trước đó.' });
    else if (!step.from.includes(row.state))
      skipped.push({ id, reason: `Đang ở trạng thái “${stateNames[row.state]}”.` });
    else fit.push(id);
  }
  if (fit.length > 0) {
    await updateAssignments(tx, fit, { acknowledgedAt: acting.now, acknowledgedBy: acting.actor.accountId });
    await insertHistory(
      tx,
      fit,
      { accountId: acting.actor.accountId, now: acting.now },
      { kind: 'acknowledged' },
    );
  }
  return { asked: asked.length, done: fit.length, skipped };
}

/** Begins work; taking it up acknowledges it. */
export async function startAssignment(tx: WriteTx, acting: Acting, id: string, version: number) {
  const row = await lockForStep(tx, acting, id, 'plan.startAssignment', version);
  return takeStep(
    tx,
    acting,
    row,
    { state: 'inProgress', ...acknowledgement(row.acknowledgedAt, acting) },
    { kind: 'started' },
  );
}

/** First work on an assignment counts as having taken note of it. */
export function acknowledgement(acknowledgedAt: string | null, { actor, now }: Acting) {
  return acknowledgedAt ? {} : { acknowledgedAt: now, acknowledgedBy: actor.accountId };
}

/** Hands the result in. Refuses when evidence is missing, and duties that an indicator settles. */
export async function submitAssignment(
  tx: WriteTx,
  acting: Acting,
  id: string,
  input: { version: number; note?: string | undefined },
) {
  const row = await lockForStep(tx, acting, id, 'plan.submitAssignment', input.version);
  if (row.evidenceKind === 'indicator') throw planErrors.settledByIndicator();
  const missing = missingEvidence(row.evidenceKind, await listEvidence(tx, id), {
    total: row.partsTotal,
    accepted: row.partsAccepted,
    notApplicable: row.partsNotApplicable,
  });
  if (missing) throw planErrors.evidenceMissing(missing);
  return takeStep(
    tx,
    acting,
    row,
    {
      state: 'submitted',
      submittedAt: acting.now,
      stateNote: input.note ?? null,
      ...acknowledgement(row.acknowledgedAt, acting),
    },
    { kind: 'submitted', note: input.note },
  );
}

/** Says that the unit does not have this duty; the reason stays on the board for those above, who may return it. */
export async function markNotApplicable(
  tx: WriteTx,
  acting: Acting,
  id: string,
  input: { version: number; reason: string },
) {
  const row = await lockForStep(tx, acting, id, 'plan.markNotApplicable', input.version);
  const parts = await listParts(tx, id);
  if (parts.some((part) => part.state === 'submitted' || part.state === 'accepted')) {
    throw planErrors.wrongState('đã có phần giao xuống được nộp');
  }
  return takeStep(
    tx,
    acting,
    row,
    { state: 'notApplicable', stateNote: input.reason, blockedSince: null, questionSince: null },
    { kind: 'notApplicable', note: input.reason },
  );
}

/** Takes back what was handed in or called not applicable, as long as nobody above has decided. */
export async function reopenAssignment(
  tx: WriteTx,
  acting: Acting,
  id: string,
  input: { version: number; note?: string | undefined },
) {
  const row = await lockForStep(tx, acting, id, 'plan.reopenAssignment', input.version);
  return takeStep(
    tx,
    acting,
    row,
    { state: 'inProgress', stateNote: null, submittedAt: null },
    { kind: 'reopened', note: input.note },
  );
}

/** Sends the duty back with a question; it stays with the unit while it waits for the answer. */
export async function askQuestion(tx: WriteTx, acting: Acting, id: string, body: string): Promise<void> {
  const row = await lockForStep(tx, acting, id, 'plan.askQuestion');
  await takeStep(tx, acting, row, { questionSince: acting.now }, { kind: 'asked', note: body });
}

/** A word in the discussion; changes nothing else. */
export async function addComment(tx: WriteTx, acting: Acting, id: string, body: string): Promise<void> {
  const row = await lockForStep(tx, acting, id, 'plan.addComment');
  await insertHistory(
    tx,
    [row.id],
    { accountId: acting.actor.accountId, now: acting.now },
    { kind: 'comment', note: body },
  );
}
