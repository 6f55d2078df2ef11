import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { migrate } from '../migrate.ts';
import { DatabaseTrouble } from '../trouble.ts';
import { type BackupHeader, type BackupTotals, readEntries } from './file.ts';
import { becomeAllSeeing, listTables, readShape, withClient } from './tables.ts';

export interface RestoreParts {
  /** Address of a login that may act as hoaban_owner; nothing else may be connected to that database. */
  readonly ownerUrl: string;
  readonly filesFolder: string;
  /** Installs the tables of the job queue: after the shape of the backup is rebuilt. */
  readonly installJobs: (ownerUrl: string) => Promise<void>;
  readonly log: (line: string) => void;
  /** Folder of the SQL files; the project's own unless a test says otherwise. */
  readonly migrationsFolder?: string;
}

const rowsAtOnce = 1_000;

/** Reads a whole backup without touching anything. Throws DatabaseTrouble when it is damaged or cut off. */
export async function checkBackup(
  path: string,
): Promise<{ header: BackupHeader; totals: BackupTotals; dataMaster: string | undefined }> {
  let header: BackupHeader | undefined;
  let dataMaster: string | undefined;
  let totals: BackupTotals | undefined;
  for await (const entry of readEntries(path)) {
    if (!('mark' in entry)) continue;
    if (entry.mark[0] === 'hoaban-backup') header = entry.mark[1];
    if (entry.mark[0] === 'secrets') dataMaster = entry.mark[1].dataMaster;
    if (entry.mark[0] === 'end') totals = entry.mark[1];
  }
  return { header: header!, totals: totals!, dataMaster };
}

/** Whether any table holds a row. */
export function hasData(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin read only');
    await becomeAllSeeing(client);
    for (const table of await listTables(client)) {
      if (table.name.startsWith('graphile_worker.')) continue;
      const { rowCount } = await client.query(`select from ${table.name} limit 1`);
      if (rowCount) return true;
    }
    return false;
  });
}

/** Deletes every schema of ours with all data, leaving the database as before the first migration. */
async function clear(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('set role hoaban_owner');
    await client.query('set client_min_messages = warning');
    await client.query(`do $$
      declare schema text;
      begin
        for schema in select nspname from pg_namespace where pg_get_userbyid(nspowner) = 'hoaban_owner' loop
          execute format('drop schema %I cascade', schema);
        end loop;
      end $$`);
  });
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Takes foreign keys and triggers away while `load` runs, in the same transaction: rows come in any order, and no audit row is born twice. */
async function withoutReactions(client: pg.Client, load: () => Promise<void>): Promise<void> {
  const tables = await listTables(client);
  const { rows: keys } = await client.query<ForeignKey>(
    `
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conparentid = 0
      and conrelid::regclass::text = any($1)`,
    [tables.map((table) => table.name)],
  );
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  await load();
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
  for (const key of keys) {
    await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  }
}

async function insertRows(
  client: pg.Client,
  table: { name: string; columns: readonly string[] },
  rows: string[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = table.columns.join(', ');
  await client.query(
    `insert into ${table.name} (${columns}) overriding system value
     select ${columns} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  );
  rows.length = 0;
}

async function closeFile(file: { stream: WriteStream; target: string } | undefined): Promise<void> {
  if (!file) return;
  file.stream.end();
  await finished(file.stream);
  await rename(`${file.target}.part`, file.target);
}

async function load(path: string, client: pg.Client, parts: RestoreParts, sameJobs: boolean): Promise<void> {
  // Rows that migrations put in come again from the backup.
  const tables = await listTables(client);
  await client.query(`truncate ${tables.map((table) => table.name).join(', ')} cascade`);
  let table: { name: string; columns: readonly string[] } | undefined;
  let file: { stream: WriteStream; target: string } | undefined;
  const rows: string[] = [];
  for await (const entry of readEntries(path)) {
    if ('line' in entry) {
      if (file) file.stream.write(Buffer.from(entry.line, 'base64'));
      else if (table && rows.push(entry.line) >= rowsAtOnce) await insertRows(client, table, rows);
      continue;
    }
    if (table) await insertRows(client, table, rows);
    await closeFile(file);
    table = undefined;
    file = undefined;
    const [kind, facts] = entry.mark;
    const skipped = (name: string) => !sameJobs && name.startsWith('graphile_worker.');
    if (kind === 'table') {
      if (skipped(facts.name)) rows.length = 0;
      else table = facts;
    } else if (kind === 'sequence') {
      if (!skipped(facts.name))
        await client.query('select setval($1::regclass, $2)', [facts.name, facts.lastValue]);
    } else if (kind === 'file') {
      const target = join(parts.filesFolder, facts.path);
      await mkdir(dirname(target), { recursive: true });
      file = { target, stream: createWriteStream(`${target}.part`, { mode: 0o600 }) };
    }
  }
}

/**
 * Replaces all data of the database by those of the backup `path`, in the shape the backup had, then brings it to the
 * newest shape. The rows come in one transaction; what was there before is gone: back it up first.
 * Throws DatabaseTrouble when the backup is damaged or newer than the program (then nothing was touched).
 */
export async function restoreBackup(path: string, parts: RestoreParts): Promise<BackupTotals> {
  const { header, totals } = await checkBackup(path);
  const current = await withClient(parts.ownerUrl, readShape);
  const known = new Map(current.migrations.map((migration) => [migration.name, migration.sha256]));
  const strange = header.migrations.find((migration) => known.get(migration.name) !== migration.sha256);
  if (strange) {
    throw new DatabaseTrouble(
      `Bản sao lưu được tạo bởi Hoa Ban phiên bản khác (có bước ${strange.name} mà bản này không có): hãy cập nhật Hoa Ban rồi khôi phục lại.`,
    );
  }
  await clear(parts.ownerUrl);
  const folder = parts.migrationsFolder ? { folder: parts.migrationsFolder } : {};
  const only = new Set(header.migrations.map((migration) => migration.name));
  await migrate(parts.ownerUrl, { ...folder, only, log: () => {} });
  await parts.installJobs(parts.ownerUrl);
  await withClient(parts.ownerUrl, async (client) => {
    await client.query('begin');
    await becomeAllSeeing(client);
    const { jobs } = await readShape(client);
    if (jobs !== header.jobs)
      parts.log('Hàng đợi việc nền của bản sao lưu thuộc phiên bản khác: bỏ qua các việc đang chờ.');
    await withoutReactions(client, () => load(path, client, parts, jobs === header.jobs));
    await client.query('commit');
    await client.query('analyze');
  });
  await migrate(parts.ownerUrl, { ...folder, log: parts.log });
  return totals;
}
