import { z } from 'zod';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/db';
import type { Task } from '#platform/jobs';
import type { Pusher } from '#platform/push';
import { listChoices, listTargets, markPushed } from '../data/push.ts';
import { wantsWay } from '../rules/notice-topics.ts';
import { systemSettings } from './system.ts';

const payloadShape = z.object({
  departmentId: z.uuid(),
  accountIds: z.array(z.uuid()).max(1000),
  at: z.iso.datetime(),
});
const action = 'plan.push';
/** All that goes over the push service of another company: who was told what stays here. */
const text = 'Có thông báo mới. Mở Hoa Ban để xem.';

/**
 * Tells people's browsers that there is something new. A browser that is gone is forgotten; one whose service is busy is tried again later,
 * those that have heard are not told twice.
 */
export function pushTask({
  database,
  clock,
  pusher,
}: {
  database: Database;
  clock: Clock;
  pusher: Pusher;
}): Task {
  return async (payload) => {
    const { departmentId, accountIds, at } = payloadShape.parse(payload);
    const settings = systemSettings(departmentId, action);
    const { targets, choices } = await database.read(settings, async (tx) => ({
      targets: await listTargets(tx, accountIds, at, clock.now()),
      choices: await listChoices(tx, accountIds),
    }));
    const failures: unknown[] = [];
    for (const target of targets) {
      if (!wantsWay('push', target.kinds, choices.get(target.accountId) ?? {})) continue;
      try {
        const gone = (await pusher.send(target, text)) === 'gone';
        await database.write(settings, (tx) => markPushed(tx, target.id, gone, at));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${action} failed for ${failures.length} browsers`);
  };
}
