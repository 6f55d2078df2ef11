import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ensureRuntimePassword } from './runtime-login.ts';
import { connectionTrouble, DatabaseTrouble } from './trouble.ts';

const databaseFolder = join(import.meta.dirname, '../../database');
const oldestVersion = 15;
/** Any number, the same in every release: two migrators of one database wait for each other. */
const migratorLock = 7_190_411;

export interface MigrateOptions {
  /** Password to give hoaban_runtime; leave out when somebody else keeps that role. */
  readonly runtimePassword?: string;
  /** Told one Vietnamese line per migration applied. */
  readonly log: (line: string) => void;
  /** Apply only these of the files not yet applied: to rebuild the shape a backup had. */
  readonly only?: ReadonlySet<string>;
  /** Folder of the SQL files; the project's own unless a test says otherwise. */
  readonly folder?: string;
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (file) => {
      const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      return { name: file.slice(0, -4), text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Names of the project's migrations, oldest first. */
export async function listMigrationNames(): Promise<string[]> {
  return (await readMigrations(join(databaseFolder, 'migrations'))).map((migration) => migration.name);
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: string; encoding: string; name: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number,
            current_setting('server_encoding') as encoding, current_database() as name`,
  );
  const server = rows[0]!;
  if (Math.floor(Number(server.number) / 10_000) < oldestVersion) {
    throw new DatabaseTrouble(
      `PostgreSQL ${server.version} quá cũ: Hoa Ban cần PostgreSQL ${oldestVersion} trở lên; hãy nâng cấp máy chủ.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new DatabaseTrouble(
      `Cơ sở dữ liệu "${server.name}" dùng bảng mã ${server.encoding}: hãy tạo cơ sở dữ liệu mới với ENCODING 'UTF8'.`,
    );
  }
}

async function ensureRoles(
  client: pg.Client,
  ownerUrl: string,
  runtimePassword: string | undefined,
): Promise<void> {
  try {
    await client.query(await readFile(join(databaseFolder, 'roles.sql'), 'utf8'));
    if (runtimePassword !== undefined) await ensureRuntimePassword(client, ownerUrl, runtimePassword);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    const login = decodeURIComponent(new URL(ownerUrl).username);
    throw new DatabaseTrouble(
      `Tài khoản "${login}" trong DATABASE_URL không được tạo vai trò: nhờ quản trị PostgreSQL chạy ` +
        `CREATE ROLE hoaban_owner; CREATE ROLE hoaban_runtime LOGIN PASSWORD '…'; GRANT hoaban_owner TO "${login}"; ` +
        `GRANT CREATE, TEMPORARY ON DATABASE "${client.database}" TO hoaban_owner; ` +
        'rồi đặt HOABAN_RUNTIME_URL theo tài khoản hoaban_runtime.',
    );
  }
}

async function ensureExtensions(client: pg.Client): Promise<void> {
  for (const extension of ['unaccent', 'pg_trgm', 'btree_gist']) {
    const known = await client.query('select from pg_extension where extname = $1', [extension]);
    if (known.rowCount) continue;
    try {
      await client.query(`create extension if not exists ${extension} schema public`);
    } catch {
      throw new DatabaseTrouble(
        `Thiếu phần mở rộng ${extension}: nhờ quản trị PostgreSQL cài gói contrib và chạy ` +
          `CREATE EXTENSION ${extension} SCHEMA public trong cơ sở dữ liệu "${client.database}".`,
      );
    }
  }
}

async function recordedMigrations(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    );
    comment on table platform.migration is 'Migrations applied to this database, with the hash of the file as it was.';
    grant usage on schema platform to hoaban_runtime;
    grant select on platform.migration to hoaban_runtime;
  `);
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from platform.migration',
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function refuseMismatch(files: readonly Migration[], recorded: ReadonlyMap<string, string>): void {
  const known = new Set(files.map((file) => file.name));
  const unknown = [...recorded.keys()].filter((name) => !known.has(name)).sort();
  if (unknown.length > 0) {
    throw new DatabaseTrouble(
      `Cơ sở dữ liệu mới hơn phần mềm (có bước ${unknown.at(-1)} mà bản này chưa biết): hãy cập nhật Hoa Ban rồi chạy lại.`,
    );
  }
  const changed = files.find((file) => recorded.has(file.name) && recorded.get(file.name) !== file.sha256);
  if (changed) {
    throw new DatabaseTrouble(
      `Tệp ${changed.name}.sql đã chạy trên cơ sở dữ liệu này rồi bị sửa: hãy lấy lại tệp gốc; thay đổi mới phải viết vào tệp mới.`,
    );
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.text);
    await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const { position, message } = error as { position?: string; message: string };
    const line = position ? migration.text.slice(0, Number(position)).split('\n').length : undefined;
    throw new Error(`${migration.name}.sql${line ? `:${line}` : ''}: ${message}`, { cause: error });
  }
}

/**
 * Brings the database at `ownerUrl` (a login that may create roles, or is already a member of
 * hoaban_owner) to the newest shape: roles, extensions, then each SQL file not yet applied, in the
 * order of their names, each in its own transaction as hoaban_owner. Safe to call at every start and
 * by several processes at once.
 *
 * Gives the names applied now. Throws DatabaseTrouble (one Vietnamese line) when the server is too
 * old, the encoding wrong, rights missing, an applied file was changed, or the database is newer
 * than the files; a plain Error naming file and line when a migration fails.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error) => {
    throw connectionTrouble(error, ownerUrl);
  });
  try {
    await checkServer(client);
    await client.query(`set client_min_messages = warning`);
    await client.query('select pg_advisory_lock($1)', [migratorLock]);
    await ensureRoles(client, ownerUrl, options.runtimePassword);
    await ensureExtensions(client);
    await client.query('set role hoaban_owner');
    const files = await readMigrations(options.folder ?? join(databaseFolder, 'migrations'));
    const recorded = await recordedMigrations(client);
    refuseMismatch(files, recorded);
    const waiting = files.filter(
      (file) => !recorded.has(file.name) && (options.only?.has(file.name) ?? true),
    );
    for (const migration of waiting) {
      await apply(client, migration);
      options.log(`Đã cập nhật cơ sở dữ liệu: ${migration.name}`);
    }
    return waiting.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}
