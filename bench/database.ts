import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  columnTypes,
  type Database,
  type EmbeddedServer,
  ensureDatabase,
  migrate,
  openDatabase,
  removeEmbeddedCluster,
  runtimeUrlFrom,
  startEmbeddedServer,
} from '#platform/db';
import { installJobs } from '#platform/jobs';
import { demoOptions, generateDemoProvince, generateSchoolPeople } from '#tests/sample-province/generate.ts';
import { loadPeople, loadProvince } from '#tests/sample-province/load.ts';

const password = 'only-for-measuring';

/** A migrated, empty database to measure on. */
export interface BenchDatabase {
  /** Superuser's address and pool: row-level security does not hold for it. */
  readonly ownerUrl: string;
  readonly owner: pg.Pool;
  readonly runtimeUrl: string;
  /** As the product sees it: hoaban_runtime, through row-level security. */
  readonly database: Database;
}

export interface BenchServer {
  readonly version: string;
  open(name: string): Promise<BenchDatabase>;
  /** Closes every database, stops the server and deletes its folder. */
  remove(): Promise<void>;
}

/** Starts a PostgreSQL of its own in a temporary folder, durable as in service (fsync on). */
export async function startBenchServer(): Promise<BenchServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hoaban-bench-'));
  const server: EmbeddedServer = await startEmbeddedServer({
    dataFolder,
    password,
    use: 'sole',
    log: () => {},
  });
  const opened: BenchDatabase[] = [];
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    "SELECT split_part(current_setting('server_version'), ' ', 1) AS version",
  );
  await client.end();
  return {
    version: rows[0]?.version ?? '',
    async open(name) {
      const ownerUrl = await ensureDatabase(server.url, name);
      await migrate(ownerUrl, { runtimePassword: password, log: () => {} });
      await installJobs(ownerUrl);
      const runtimeUrl = runtimeUrlFrom(ownerUrl, password);
      const made: BenchDatabase = {
        ownerUrl,
        runtimeUrl,
        owner: new pg.Pool({ connectionString: ownerUrl, max: 2, types: columnTypes }),
        database: openDatabase(runtimeUrl, { maxConnections: 20 }),
      };
      made.owner.on('error', () => {}); // cut when the server is removed after a failure
      opened.push(made);
      return made;
    },
    async remove() {
      await Promise.allSettled(opened.flatMap(({ owner, database }) => [owner.end(), database.close()]));
      await server.stop().catch(() => {});
      await removeEmbeddedCluster(dataFolder);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Loads the demo province with everybody in its schools; gives what was generated of it. */
export async function loadWholeProvince({
  owner,
}: BenchDatabase): Promise<ReturnType<typeof generateDemoProvince>> {
  const province = generateDemoProvince();
  await loadProvince(owner, province, { passwordHash: 'nobody signs in', mustChangePassword: false });
  await loadPeople(owner, { schools: generateSchoolPeople(demoOptions) });
  return province;
}
