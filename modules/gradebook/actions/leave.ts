import type { Actor } from '#modules/identity-access';
import { tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { insertLeave, type Leave, listLeaves, moveLeave, writeLeaveDays } from '../data/leaves.ts';
import { gradebookErrors } from '../errors.ts';
import { type LeaveFault, leaveDays, printedDay } from '../rules/index.ts';

interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

const faults: Readonly<Record<LeaveFault, string>> = {
  order: 'Ngày cuối trước ngày đầu. Hãy chọn lại.',
  tooLong: 'Mỗi lần xin nghỉ nhiều nhất 10 ngày học. Nghỉ dài hơn thì gặp nhà trường.',
  noSchoolDay: 'Các ngày này là Chủ nhật. Hãy chọn ngày học.',
  past: 'Chỉ xin cho ngày nghỉ trong 7 ngày qua. Ngày cũ hơn thì nhắn giáo viên chủ nhiệm.',
  far: 'Chỉ xin trước nhiều nhất 60 ngày.',
};

/**
 * Asks leave for an own child; who leads the class is told.
 * @throws Refusal gradebook.badLeave, notYourChild
 */
export async function askLeave(
  tx: WriteTx,
  { actor, now }: Acting,
  asked: { pupilId: string; from: string; to: string; sessions: readonly (1 | 2)[]; reason: string },
): Promise<{ id: string }> {
  const days = leaveDays(asked.from, asked.to, localDate(now));
  if (typeof days === 'string') {
    const path = days === 'past' || asked.from === asked.to ? 'from' : 'to';
    throw gradebookErrors.badLeave([{ path, message: faults[days] }]);
  }
  const sessions = [...new Set(asked.sessions)];
  const made = await insertLeave(tx, { ...asked, days, sessions }, { accountId: actor.accountId, now });
  if (!made) throw gradebookErrors.notYourChild();
  if (made.tell) {
    await tellPersons(tx, actor.departmentId, [made.tell], {
      kind: 'gradebook.leaveAsked',
      title: `Xin nghỉ học: em ${made.pupil}, ${printedDays(days)}`,
      body: 'Mở ra để đồng ý hoặc từ chối.',
      link: '/xin-nghi',
      now,
    });
  }
  return { id: made.id };
}

function printedDays(days: readonly string[]): string {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  return first === last ? `ngày ${printedDay(first)}` : `từ ${printedDay(first)} đến ${printedDay(last)}`;
}

async function waiting(tx: WriteTx, id: string): Promise<Leave> {
  const [leave] = await listLeaves(tx, id);
  if (!leave) throw gradebookErrors.leaveNotFound();
  if (leave.state !== 'asked') throw gradebookErrors.leaveDecided();
  return leave;
}

/**
 * Accepts or refuses a leave, by who leads the class. Accepted, its days up to today become absences with leave at once, later ones as they
 * come. The guardian is told.
 * @throws Refusal gradebook.leaveNotFound, leaveDecided
 */
export async function decideLeave(
  tx: WriteTx,
  { actor, now }: Acting,
  id: string,
  { accept, note }: { readonly accept: boolean; readonly note: string | null },
): Promise<{ state: 'accepted' | 'refused' }> {
  const leave = await waiting(tx, id);
  const state = accept ? 'accepted' : 'refused';
  if (!(await moveLeave(tx, id, { state, by: actor.accountId, now, note })))
    throw gradebookErrors.leaveDecided();
  if (accept) await writeLeaveDays(tx, localDate(now), id);
  await tellPersons(tx, actor.departmentId, [leave.askedBy], {
    kind: 'gradebook.absence',
    title: `${accept ? 'Đã đồng ý' : 'Chưa đồng ý'} cho em ${leave.pupil} nghỉ học ${printedDays(leave.days)}`,
    body: note ?? '',
    link: '/xin-nghi',
    now,
  });
  return { state };
}

/** Takes an own request back before it is decided. @throws Refusal gradebook.leaveNotFound, leaveDecided */
export async function withdrawLeave(tx: WriteTx, { actor }: Acting, id: string): Promise<void> {
  const leave = await waiting(tx, id);
  if (leave.askedBy !== actor.accountId) throw gradebookErrors.leaveNotFound();
  await moveLeave(tx, id, { state: 'withdrawn', by: null, now: null, note: null });
}
