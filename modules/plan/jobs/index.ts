import { z } from 'zod';
import type { Clock } from '#platform/clock';
import type { Database, WriteTx } from '#platform/db';
import type { Recurring, Task } from '#platform/jobs';
import { type Mailer, RefusedMail } from '#platform/mail';
import type { Pusher } from '#platform/push';
import { computeIndicators } from '../actions/compute-indicators.ts';
import { remind } from '../actions/remind.ts';
import { listChoices } from '../data/push.ts';
import { selectDigestOptional } from '../data/reminders.ts';
import { wantsWay } from '../rules/notice-topics.ts';
import { digestMail } from '../rules/reminders.ts';
import { pushTask } from './push.ts';
import { listDepartments, systemSettings } from './system.ts';

export interface PlanWork {
  readonly database: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  /** Absent: nobody is told on devices. */
  readonly pusher?: Pusher | undefined;
  /** Address people reach the server by, without a final slash. */
  readonly publicUrl: string;
  readonly log: (level: 'info' | 'warning', message: string) => void;
}

const digestPayload = z.object({ departmentId: z.uuid(), accountId: z.uuid(), at: z.iso.datetime() });

/** Background work of the plan, by name. A department that fails does not keep the others from their turn. */
export function planTasks({
  database,
  clock,
  mailer,
  pusher,
  publicUrl,
  log,
}: PlanWork): Record<string, Task> {
  async function inEachDepartment(
    action: string,
    work: (tx: WriteTx, departmentId: string, now: Date) => Promise<unknown>,
  ): Promise<void> {
    const failures: unknown[] = [];
    for (const departmentId of await listDepartments(database)) {
      try {
        const now = clock.now();
        const done = await database.write(systemSettings(departmentId, action), (tx) =>
          work(tx, departmentId, now),
        );
        log('info', `${action} ${departmentId}: ${JSON.stringify(done)}`);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${action} failed for ${failures.length} departments`);
  }

  return {
    'plan.computeIndicators': () => inEachDepartment('plan.computeIndicators', computeIndicators),
    'plan.remind': () => inEachDepartment('plan.remind', remind),
    ...(pusher ? { 'plan.push': pushTask({ database, clock, pusher }) } : {}),
    async 'plan.mailDigest'(payload) {
      const { departmentId, accountId, at } = digestPayload.parse(payload);
      const { digest, choices } = await database.read(
        systemSettings(departmentId, 'plan.mailDigest'),
        async (tx) => ({
          digest: await selectDigestOptional(tx, accountId, at),
          choices: (await listChoices(tx, [accountId])).get(accountId) ?? {},
        }),
      );
      const lines = digest?.lines.filter(({ kind }) => wantsWay('mail', [kind], choices)) ?? [];
      if (!digest || lines.length === 0) return;
      try {
        await mailer.send({ to: digest.email, ...digestMail(digest.name, lines, publicUrl) });
      } catch (error) {
        if (!(error instanceof RefusedMail)) throw error;
        log('warning', `plan.mailDigest for account ${accountId}: ${error.message}`);
      }
    },
  };
}

/** When background work of the plan comes by itself. */
export const planCrontab: readonly Recurring[] = [
  { task: 'plan.remind', dailyAt: '06:30' },
  { task: 'plan.computeIndicators', everyMinutes: 30 },
];
