import type { WriteTx } from '#platform/db';
import { lockAssignments, updateAssignments } from '../data/assignments.ts';
import { insertHistory } from '../data/history.ts';
import { tellHolders } from '../data/notices.ts';
import { stateNames, steps } from '../rules/assignment.ts';
import type { Acting } from './acting.ts';
import { lockForStep, standing, takeStep } from './assignment-step.ts';

/** The steps of the level above. */

/** Accepts results in bulk. A row that changed since it was seen is skipped, never accepted unseen; asked = done + skipped. */
export async function acceptAssignments(
  tx: WriteTx,
  acting: Acting,
  items: readonly { id: string; version: number }[],
  note?: string,
): Promise<{ asked: number; done: number; skipped: { id: string; reason: string }[] }> {
  const seen = new Map(items.map((item) => [item.id, item.version]));
  const rows = new Map((await lockAssignments(tx, [...seen.keys()])).map((row) => [row.id, row]));
  const step = steps['plan.acceptAssignments'];
  const skipped: { id: string; reason: string }[] = [];
  const fit: string[] = [];
  for (const [id, version] of seen) {
    const row = rows.get(id);
    const own = row ? standing(acting, row) : 'none';
    if (!row || own === 'none' || !step?.by.includes(own))
      skipped.push({ id, reason: 'Việc ngoài phạm vi của bạn.' });
    else if (row.version !== version) skipped.push({ id, reason: 'Vừa có người sửa việc này; hãy xem lại.' });
    else if (!step.from.includes(row.state))
      skipped.push({ id, reason: `Đang ở trạng thái “${stateNames[row.state]}”.` });
    else fit.push(id);
  }
  if (fit.length > 0) {
    await updateAssignments(tx, fit, {
      state: 'accepted',
      stateNote: note ?? null,
      decidedAt: acting.now,
      decidedBy: acting.actor.accountId,
      blockedSince: null,
      questionSince: null,
    });
    await insertHistory(
      tx,
      fit,
      { accountId: acting.actor.accountId, now: acting.now },
      { kind: 'accepted', note },
    );
    await tellHolders(tx, fit, {
      kind: 'accepted',
      title: 'Đã công nhận',
      now: acting.now,
      exceptAccountId: acting.actor.accountId,
    });
  }
  return { asked: seen.size, done: fit.length, skipped };
}

/** Sends a result back with what is missing. */
export async function returnAssignment(
  tx: WriteTx,
  acting: Acting,
  id: string,
  input: { version: number; note: string },
) {
  const row = await lockForStep(tx, acting, id, 'plan.returnAssignment', input.version);
  const answer = await takeStep(
    tx,
    acting,
    row,
    { state: 'returned', stateNote: input.note, decidedAt: acting.now, decidedBy: acting.actor.accountId },
    { kind: 'returned', note: input.note },
  );
  await tellHolders(tx, [id], {
    kind: 'returned',
    title: 'Bị trả lại',
    now: acting.now,
    exceptAccountId: acting.actor.accountId,
  });
  return answer;
}

/** Answers a question about a duty. */
export async function answerQuestion(tx: WriteTx, acting: Acting, id: string, body: string): Promise<void> {
  const row = await lockForStep(tx, acting, id, 'plan.answerQuestion');
  await takeStep(tx, acting, row, { questionSince: null }, { kind: 'answered', note: body });
  await tellHolders(tx, [id], {
    kind: 'answered',
    title: 'Có trả lời',
    now: acting.now,
    exceptAccountId: acting.actor.accountId,
  });
}
