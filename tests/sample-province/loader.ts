import pg from 'pg';

/** Where to load: the address of a login that may act as hoaban_owner, or a pool of such logins (left open). */
export type LoadTarget = string | pg.Pool;

/** Does `work` as hoaban_owner in one transaction: all of it is written, or nothing. */
export async function loadInto(
  target: LoadTarget,
  work: (client: pg.ClientBase) => Promise<void>,
): Promise<void> {
  if (typeof target !== 'string') return inTransaction(target, work);
  const pool = new pg.Pool({ connectionString: target, max: 1 });
  try {
    await inTransaction(pool, work);
  } finally {
    await pool.end();
  }
}

async function inTransaction(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE hoaban_owner');
    await client.query(`SELECT set_config('hoaban.action', 'loadSampleProvince', true)`);
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
