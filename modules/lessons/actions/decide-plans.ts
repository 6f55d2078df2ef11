import { tellPersons } from '#modules/plan';
import type { WriteTx } from '#platform/db';
import { decidePlans as decide } from '../data/lesson-plans.ts';
import { lessonErrors } from '../errors.ts';
import type { Acting } from './place.ts';
import { readPlan, stepsOf } from './write-plan.ts';

/**
 * Approves proposed plans or gives them back with what must change; their authors are told. All or none: a plan that was changed or
 * decided meanwhile, or is the person's own, refuses the whole.
 * @throws Refusal lessons.noteNeeded, planNotFound, notNow, planChangedMeanwhile
 */
export async function decidePlans(
  tx: WriteTx,
  acting: Acting,
  input: {
    items: readonly { id: string; version: number }[];
    decision: 'approve' | 'return';
    note?: string | undefined;
  },
): Promise<{ decided: number }> {
  const { actor, now } = acting;
  if (input.decision === 'return' && !input.note) throw lessonErrors.noteNeeded();
  for (const { id, version } of input.items) {
    const plan = await readPlan(tx, id);
    if (!stepsOf(acting, plan).includes('decide')) throw lessonErrors.notNow(plan.state);
    if (plan.version !== version) throw lessonErrors.planChangedMeanwhile({ id, version }, plan);
  }
  const state = input.decision === 'approve' ? 'approved' : 'returned';
  const decided = await decide(tx, input.items, {
    state,
    note: input.note ?? null,
    accountId: actor.accountId,
    now,
  });
  // Checked above under the same transaction; a change in between leaves one row out.
  const left = input.items.find(({ id }) => !decided.some((one) => one.id === id));
  if (left) throw lessonErrors.planChangedMeanwhile(left, await readPlan(tx, left.id));
  for (const { id, title, authorAccountId } of decided) {
    if (!authorAccountId) continue;
    await tellPersons(tx, actor.departmentId, [authorAccountId], {
      kind: `lessons.${state}`,
      title: state === 'approved' ? `Bài dạy đã được duyệt: ${title}` : `Bài dạy cần sửa: ${title}`,
      body: input.note ?? '',
      link: `/bai-day/${id}`,
      now,
      onceKey: `lessons.${state}:${id}:${now.toISOString()}`,
    });
  }
  return { decided: decided.length };
}
