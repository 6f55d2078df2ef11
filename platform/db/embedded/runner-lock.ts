import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { DatabaseTrouble } from '../trouble.ts';

/** Held in database `postgres` by the process that runs the server; vanishes with that process. */
const lockNumber = 7_190_412;
/** How long a predecessor that is just stopping is waited for. */
const patienceMs = 6_000;

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    lockNumber,
  ]);
  return rows[0]!.taken;
}

async function holderName(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
     where pid in (select pid from pg_locks where locktype = 'advisory' and objid = $1 and granted)`,
    [lockNumber],
  );
  return rows[0]?.name.replace('hoaban ', '') ?? '?';
}

/**
 * Becomes the one that runs the server `client` is connected to. 'theirs': another process is, and may stay ('join').
 * 'gone': the server went away meanwhile, with its predecessor. Throws DatabaseTrouble when `use` is 'sole' and another
 * process goes on running it.
 */
export async function takeRunnerLock(
  client: pg.Client,
  use: 'sole' | 'join',
  folder: string,
): Promise<'mine' | 'theirs' | 'gone'> {
  try {
    for (let waited = 0; ; waited += 250) {
      if (await tryLock(client)) return 'mine';
      if (use === 'join') return 'theirs';
      if (waited >= patienceMs) break;
      await wait(250);
    }
    const holder = await holderName(client);
    await client.end();
    throw new DatabaseTrouble(
      `Hoa Ban đang chạy với dữ liệu ${folder} (tiến trình ${holder}): dừng tiến trình đó, hoặc đặt HOABAN_DATA tới thư mục khác.`,
    );
  } catch (error) {
    if (error instanceof DatabaseTrouble) throw error;
    return 'gone';
  }
}
