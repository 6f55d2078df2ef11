import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { columnTypes, type Database, databaseUrl, openDatabase, runtimeUrlFrom } from '#platform/db';

/** A database of one test file's own. */
export interface TestDatabase {
  /** Administrator's address: may act as hoaban_owner; row-level security does not hold for it. */
  readonly ownerUrl: string;
  /** Address as hoaban_runtime, as the system serves. */
  readonly runtimeUrl: string;
  /** The database as the running system sees it: through row-level security. */
  readonly database: Database;
  /** Administrator's pool: to arrange rows and to look behind row-level security. */
  readonly owner: pg.Pool;
  /** Closes and deletes it. Call in `afterAll`. */
  drop(): Promise<void>;
}

/** Rows that many test files start from: loaded once a run, into a template of their own. */
export interface Seed {
  /** Lower-case letters and underscores. */
  readonly name: string;
  load(urls: { ownerUrl: string; runtimeUrl: string }): Promise<void>;
}

async function withAdmin<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function clone(adminUrl: string, name: string, template: string): Promise<string> {
  const database = pg.escapeIdentifier(name);
  await withAdmin(adminUrl, async (client) => {
    // No session may be in the template meanwhile; concurrent clones of it do not hinder each other.
    await client.query(`create database ${database} template ${pg.escapeIdentifier(template)}`);
    await client.query(`grant create, temporary on database ${database} to hoaban_owner`); // rights on the whole are not cloned
  });
  return databaseUrl(adminUrl, name);
}

/** Builds the seeded template unless another test file of this run already has. */
async function ensureTemplate(seed: Seed): Promise<string> {
  const { adminUrl, runtimePassword, prefix } = inject('testServer');
  const name = `${prefix}_seed_${seed.name}`;
  await withAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const known = await client.query('select from pg_database where datname = $1', [name]);
    if (known.rowCount) return;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${pg.escapeIdentifier(draft)} with (force)`);
    const ownerUrl = await clone(adminUrl, draft, `${prefix}_template`);
    await seed.load({ ownerUrl, runtimeUrl: runtimeUrlFrom(ownerUrl, runtimePassword) });
    await client.query(`alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(name)}`);
  });
  return name;
}

/**
 * A fresh migrated database, cloned from the run's template (or from the template of `seed`). Files run in
 * parallel and in any order. `seed.load` must close its connections before it returns.
 */
export async function freshDatabase(seed?: Seed): Promise<TestDatabase> {
  const { adminUrl, runtimePassword, prefix } = inject('testServer');
  const template = seed ? await ensureTemplate(seed) : `${prefix}_template`;
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  const ownerUrl = await clone(adminUrl, name, template);
  const runtimeUrl = runtimeUrlFrom(ownerUrl, runtimePassword);
  const database = openDatabase(runtimeUrl, { maxConnections: 5 });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 3, types: columnTypes });
  owner.on('error', () => {}); // a connection cut by `drop` of another holder
  return {
    ownerUrl,
    runtimeUrl,
    database,
    owner,
    async drop() {
      await Promise.all([database.close(), owner.end()]);
      await withAdmin(adminUrl, (client) =>
        client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
      );
    },
  };
}
