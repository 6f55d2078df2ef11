import { settingsOf } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { addDigestJobs, escalateOverdue, listOpenDeadlines, remindCarriers } from '../data/reminders.ts';
import { reminderStep, reminderTitle } from '../rules/reminders.ts';
import { escalationRepeatDays, reminderDaysBefore } from '../rules/settings.ts';

export interface Reminded {
  /** Assignments of which somebody was told. */
  readonly reminded: number;
  readonly escalated: number;
  readonly notices: number;
  /** Persons who get one mail about all they were told. */
  readonly mails: number;
}

/**
 * Tells carriers of deadlines that come near or have passed, and the level above of those that have passed. `tx`
 * acts for the department as role 'system'. Running it again on the same day tells nobody anything twice.
 */
export async function remind(tx: WriteTx, departmentId: string, now: Date): Promise<Reminded> {
  const today = localDate(now);
  const times = await settingsOf(tx, { daysBefore: reminderDaysBefore, repeatDays: escalationRepeatDays });
  const furthest = Math.max(...times.daysBefore);
  const until = new Date(Date.parse(today) + furthest * 86_400_000).toISOString().slice(0, 10);
  const steps = (await listOpenDeadlines(tx, until)).flatMap((dueOn) => {
    const step = reminderStep(dueOn, today, times);
    return step ? [{ ...step, dueOn, words: reminderTitle(dueOn, today) }] : [];
  });
  const reminded = await remindCarriers(tx, departmentId, steps, now);
  const escalated = await escalateOverdue(tx, departmentId, steps, now);
  const told = [...new Set([...reminded.accountIds, ...escalated.accountIds])];
  return {
    reminded: reminded.assignments,
    escalated: escalated.assignments,
    notices: reminded.notices + escalated.notices,
    mails: await addDigestJobs(tx, departmentId, told, now),
  };
}
