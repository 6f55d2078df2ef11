import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import {
  databaseUrl,
  type EmbeddedServer,
  ensureDatabase,
  migrate,
  removeEmbeddedCluster,
  startEmbeddedServer,
} from '#platform/db';
import { installJobs } from '#platform/jobs';

/** What the tests are told about the server of this run. */
export interface TestServer {
  /** Administrator's address of database `postgres`. */
  readonly adminUrl: string;
  readonly runtimePassword: string;
  /** Every database of this run starts with it. */
  readonly prefix: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const temporary = join(import.meta.dirname, '../../.tmp');
const password = 'only-for-tests';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A test run that was killed leaves its server: it goes when the next run begins. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(temporary)) {
    const pid = Number(/^test-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    await removeEmbeddedCluster(join(temporary, name));
    await rm(join(temporary, name), { recursive: true, force: true });
  }
}

interface Run {
  readonly server: TestServer;
  stop(): Promise<void>;
}

async function startRun(): Promise<Run> {
  const own = process.env.HOABAN_TEST_DATABASE_URL;
  const dataFolder = join(temporary, `test-${process.pid}`);
  const prefix = `hoaban_test_${process.pid}`;
  let embedded: EmbeddedServer | undefined;
  if (!own) {
    await mkdir(temporary, { recursive: true });
    await removeLeftovers();
    embedded = await startEmbeddedServer({
      dataFolder,
      password,
      use: 'sole',
      durable: false,
      log: () => {},
    });
  }
  const adminUrl = own ? databaseUrl(own, 'postgres') : embedded!.url;
  const template = await ensureDatabase(adminUrl, `${prefix}_template`);
  await migrate(template, { runtimePassword: password, log: () => {} });
  await installJobs(template);
  return {
    server: { adminUrl, runtimePassword: password, prefix },
    async stop() {
      if (!embedded) return dropDatabases(adminUrl, prefix);
      await removeEmbeddedCluster(dataFolder);
      await embedded.stop().catch(() => {});
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of rows) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
}

// Several projects of one run (database tests, journeys) share one server.
const shared = globalThis as { hoabanTestRun?: { run: Promise<Run>; users: number } };

/** Starts one PostgreSQL for the whole run, with the migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.hoabanTestRun ??= { run: startRun(), users: 0 };
  const holder = shared.hoabanTestRun;
  holder.users++;
  const run = await holder.run;
  project.provide('testServer', run.server);
  return async () => {
    if (--holder.users > 0) return;
    delete shared.hoabanTestRun;
    await run.stop();
  };
}
