import type { WriteTx } from '#platform/db';
import { addJob, addJobs } from '#platform/jobs';
import { type Announcement, tellPeople } from '../data/announcements.ts';
import { anySubscribed } from '../data/push.ts';

/**
 * Tells persons of the department something in the app; those who take mail get it by mail too, and those who agreed on a device are told there that something is new. Lent to modules that stand
 * below the plan. Whoever asks may not see the persons' addresses: the mail job looks them up.
 */
export async function tellPersons(
  tx: WriteTx,
  departmentId: string,
  accountIds: readonly string[],
  announcement: Announcement,
): Promise<void> {
  await tellPeople(tx, accountIds, departmentId, announcement);
  const at = announcement.now.toISOString();
  const mails = accountIds.map((accountId) => ({
    payload: { departmentId, accountId, at },
    jobKey: `plan.mailDigest:${accountId}:${at}`,
  }));
  await addJobs(tx, 'plan.mailDigest', mails);
  if (accountIds.length === 0 || !(await anySubscribed(tx, accountIds))) return;
  for (let from = 0; from < accountIds.length; from += 500) {
    await addJob(tx, 'plan.push', { departmentId, accountIds: accountIds.slice(from, from + 500), at });
  }
}
