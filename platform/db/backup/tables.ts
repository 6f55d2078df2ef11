import pg from 'pg';

/** One table as it is backed up: name ready for SQL, and the columns that hold data of their own. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface StoredSequence {
  readonly name: string;
  readonly lastValue: string;
}

export interface AppliedMigration {
  readonly name: string;
  readonly sha256: string;
}

/** Schemas that hold data: ours and the job queue. `platform.migration` tells the shape and is not data. */
const dataSchemas = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')`;
const bookkeeping = `'platform.migration'::text, 'graphile_worker.migrations'::text`;

/** The tables to back up or restore, in the order of their names. Extensions' own tables are left out. */
export async function listTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           array_agg(format('%I', a.attname) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and ${dataSchemas}
      and format('%I.%I', n.nspname, c.relname) not in (${bookkeeping})
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by n.nspname, c.relname
    order by n.nspname, c.relname`);
  return rows;
}

/** Sequences that have been used, with the last number given. */
export async function listSequences(client: pg.ClientBase): Promise<StoredSequence[]> {
  const { rows } = await client.query<StoredSequence>(`
    select format('%I.%I', n.nspname, s.relname) as name, q.last_value::text as "lastValue"
    from pg_class s
    join pg_namespace n on n.oid = s.relnamespace
    join pg_sequences q on q.schemaname = n.nspname and q.sequencename = s.relname
    where s.relkind = 'S' and q.last_value is not null and ${dataSchemas}
    order by 1`);
  return rows;
}

/** Which migrations shaped the database, and the shape of the job queue. */
export async function readShape(
  client: pg.ClientBase,
): Promise<{ migrations: AppliedMigration[]; jobs: number }> {
  const { rows: migrations } = await client.query<AppliedMigration>(
    'select name, sha256 from platform.migration order by name',
  );
  const { rows: known } = await client.query<{ jobs: string | null }>(
    `select to_regclass('graphile_worker.migrations')::text as jobs`,
  );
  if (!known[0]?.jobs) return { migrations, jobs: 0 };
  const { rows } = await client.query<{ jobs: number }>(
    'select max(id)::integer as jobs from graphile_worker.migrations',
  );
  return { migrations, jobs: rows[0]?.jobs ?? 0 };
}

/** A superuser already sees every row; any other login sees them as the owner, whose policies let it. */
export async function becomeAllSeeing(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ sees: boolean }>(
    'select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user',
  );
  if (!rows[0]?.sees) await client.query('set local role hoaban_owner');
}

/** Connects and works; always closes. */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'hoaban backup' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
