import { settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { offlineDays } from '../rules/index.ts';

/** Until when a device that is in contact now may hold what it has, by the department's setting. */
export async function offlineUntil(tx: ReadTx, now: Date): Promise<Date> {
  const { days } = await settingsOf(tx, { days: offlineDays });
  return new Date(now.getTime() + days * 86_400_000);
}
