import type { WriteTx } from '#platform/db';
import { confirmStepRows, listStandings, returnStepRow, type StepStanding } from '../data/steps.ts';
import { transcriptErrors } from '../errors.ts';
import type { StepKind } from '../rules/index.ts';
import type { Acting } from './place.ts';

export interface Confirmed {
  readonly asked: number;
  readonly made: number;
  readonly refused: readonly { readonly stepId: string; readonly name: string; readonly why: string }[];
}

/**
 * A teacher confirms pages as subject or homeroom teacher by the signed-in account; the principal for one who cannot, with the reason
 * (`standIn`). Every step asked for is confirmed or refused with why.
 * @throws Refusal transcript.nothingConfirmed when none of them could be
 */
export async function confirmSteps(
  tx: WriteTx,
  { actor, now }: Acting,
  stepIds: readonly string[],
  standIn: string | undefined,
): Promise<Confirmed> {
  const ids = [...new Set(stepIds)];
  const before = new Map((await listStandings(tx, ids)).map((one) => [one.id, one]));
  const done = await confirmStepRows(tx, ids, {
    accountId: actor.accountId,
    name: actor.displayName,
    now,
    standIn: actor.role === 'principal' ? (standIn ?? null) : null,
  });
  return counted(ids, done, before);
}

/** Every step asked for is done or refused with why. @throws Refusal transcript.nothingConfirmed */
export function counted(
  ids: readonly string[],
  done: ReadonlySet<string>,
  before: ReadonlyMap<string, StepStanding>,
): Confirmed {
  const refused = ids.flatMap((stepId) => {
    if (done.has(stepId)) return [];
    const standing = before.get(stepId);
    return [{ stepId, name: standing?.pupilName ?? '', why: whyNot(standing) }];
  });
  if (done.size === 0)
    throw transcriptErrors.nothingConfirmed(
      refused.map(({ name, why }) => ({ path: '', message: `${name}: ${why}` })),
    );
  return { asked: ids.length, made: done.size, refused };
}

function whyNot(standing: StepStanding | undefined): string {
  if (!standing) return 'trang đã được lập lại, hãy tải lại danh sách';
  if (standing.state === 'done') return 'đã xác nhận rồi';
  if (standing.state === 'returned') return 'trang đã bị trả lại, chờ nhà trường lập lại';
  if (!standing.due) return 'còn giáo viên bộ môn chưa xác nhận';
  return 'trang này chờ người khác xác nhận';
}

/** What a role signs for the school, besides what waits for the person by name. */
export function kindsOf(role: string | null): StepKind[] {
  if (role === 'principal') return ['principal', 'seal'];
  return role === 'clerk' ? ['seal'] : [];
}

/** Sends a page back with the reason instead of signing it. @throws Refusal transcript.notYourTurn */
export async function returnStep(
  tx: WriteTx,
  { actor, now }: Acting,
  stepId: string,
  reason: string,
): Promise<void> {
  const by = { accountId: actor.accountId, name: actor.displayName, now, reason };
  if (!(await returnStepRow(tx, stepId, kindsOf(actor.role), by))) throw transcriptErrors.notYourTurn();
}
