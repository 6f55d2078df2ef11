import { z } from 'zod';
import { systemSettings } from '#modules/identity-access';
import { settingsOf } from '#modules/organisation';
import { listDepartments, tellPersons } from '#modules/plan';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/db';
import type { Recurring, Task } from '#platform/jobs';
import { clearThreads, isStillUnread } from '../data/threads.ts';
import { messageDays } from '../rules/index.ts';

export interface FamilyWork {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: (level: 'info' | 'warning', message: string) => void;
}

const toTell = z.object({
  departmentId: z.uuid(),
  threadId: z.uuid(),
  accountId: z.uuid(),
  saidAt: z.iso.datetime(),
  since: z.string(),
});
const clear = 'family.clearThreads';

/** Background work of school and family, by name. */
export function familyTasks({ database, clock, log }: FamilyWork): Record<string, Task> {
  return {
    /** Tells the other side of a message that is still unread: that there is one, never what it says. */
    async 'family.tellMessage'(payload) {
      const { departmentId, threadId, accountId, saidAt, since } = toTell.parse(payload);
      await database.write(systemSettings(departmentId, 'family.tellMessage'), async (tx) => {
        if (!(await isStillUnread(tx, threadId, accountId, saidAt))) return;
        await tellPersons(tx, departmentId, [accountId], {
          kind: 'family.message',
          title: 'Có tin nhắn mới',
          body: '',
          link: `/tin-nhan/${threadId}`,
          now: clock.now(),
          onceKey: `family.message:${threadId}:${since}`,
        });
      });
    },
    async [clear]() {
      for (const departmentId of await listDepartments(database)) {
        const gone = await database.write(systemSettings(departmentId, clear), async (tx) => {
          const { days } = await settingsOf(tx, { days: messageDays });
          return clearThreads(tx, new Date(clock.now().getTime() - days * 86_400_000));
        });
        log('info', `${clear} ${departmentId}: ${gone} threads`);
      }
    },
  };
}

/** Threads that have had their time go at night. */
export const familyCrontab: readonly Recurring[] = [{ task: clear, dailyAt: '02:45' }];
