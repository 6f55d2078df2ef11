import pg from 'pg';
import { columnTypes } from './column-types.ts';
import { listMigrationNames } from './migrate.ts';
import { connectionTrouble } from './trouble.ts';

/** How a database stands, for the operator. */
export interface DatabaseState {
  readonly version: string;
  readonly bytes: number;
  readonly applied: number;
  /** Names of migrations not yet applied. */
  readonly waiting: readonly string[];
  readonly jobsWaiting: number;
  /** Jobs given up after their last attempt. */
  readonly jobsFailed: number;
}

/** Reads the state of the database at `ownerUrl` without changing it; it need not be migrated. */
export async function databaseState(ownerUrl: string): Promise<DatabaseState> {
  const client = new pg.Client({ connectionString: ownerUrl, types: columnTypes });
  await client.connect().catch((error) => {
    throw connectionTrouble(error, ownerUrl);
  });
  try {
    const ask = async <Row>(text: string) => (await client.query(text)).rows as Row[];
    const [server] = await ask<{ version: string; bytes: number; migrated: boolean; jobs: boolean }>(`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
             to_regclass('platform.migration') is not null as migrated,
             to_regclass('graphile_worker.jobs') is not null as jobs`);
    const applied = server!.migrated
      ? await ask<{ name: string }>('select name from platform.migration')
      : [];
    const names = new Set(applied.map((row) => row.name));
    const [jobs] = server!.jobs
      ? await ask<{ waiting: number; failed: number }>(`
          select count(*) filter (where attempts < max_attempts) as waiting,
                 count(*) filter (where attempts >= max_attempts) as failed
          from graphile_worker.jobs`)
      : [];
    return {
      version: server!.version,
      bytes: server!.bytes,
      applied: applied.length,
      waiting: (await listMigrationNames()).filter((name) => !names.has(name)),
      jobsWaiting: jobs?.waiting ?? 0,
      jobsFailed: jobs?.failed ?? 0,
    };
  } finally {
    await client.end();
  }
}
