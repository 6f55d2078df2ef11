import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installJobs } from '#platform/jobs';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { checkBackup, DatabaseTrouble, hasData, migrate, restoreBackup, writeBackup } from '../index.ts';

let source: TestDatabase;
let target: TestDatabase;
let folder: string;

// Shapes that have been the ruin of backups: a cycle of foreign keys, generated and identity columns, forced
// row-level security, a trigger that would write again, numbers beyond JavaScript, line breaks in json.
const oddTables = `
  create schema odd;
  create table odd.parent (
    id uuid primary key, favourite uuid, amount numeric not null, large bigint not null, blob bytea,
    day date, instant timestamptz, span tstzrange, words text[], raw json, kept jsonb,
    doubled numeric generated always as (amount * 2) stored
  );
  create table odd.child (
    number bigint generated always as identity primary key,
    parent_id uuid not null references odd.parent, text text not null
  );
  alter table odd.parent add foreign key (favourite) references odd.parent;
  alter table odd.parent enable row level security;
  alter table odd.parent force row level security;
  create policy owner_works on odd.parent to hoaban_owner using (true) with check (true);
  create table odd.log (text text);
  create function odd.note() returns trigger language plpgsql as $$
    begin insert into odd.log values (new.text); return new; end $$;
  create trigger note after insert on odd.child for each row execute function odd.note();`;

const rows = `
  insert into odd.parent (id, favourite, amount, large, blob, day, instant, span, words, raw, kept) values
    ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 0.10000000000000000001,
     9223372036854775807, '\\x00ff', '2025-09-05', '2025-09-05 07:00:00.123456+07', '[2025-09-01,2026-05-31)',
     array['a,b', null, 'Điện "Biên"'], E'{"a":\\n1}', '{"n": 12345678901234567890}'),
    ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 1, -1, null, null, null, null, null, null, null);
  insert into odd.child (parent_id, text) select '00000000-0000-7000-8000-000000000001', 'dòng ' || n from generate_series(1, 2500) n;`;

const picture = `
  select (select jsonb_agg(to_jsonb(p) order by id)::text from odd.parent p) as parents,
         (select md5(string_agg(c::text, '|' order by number)) from odd.child c) as children,
         (select count(*)::integer from odd.log) as logged`;

const dataMaster = 'k'.repeat(43);
const migrationsFolder = () => join(folder, 'migrations');

beforeAll(async () => {
  [source, target] = await Promise.all([freshDatabase(), freshDatabase()]);
  folder = await mkdtemp(join(tmpdir(), 'hoaban-backup-'));
  await cp(join(import.meta.dirname, '../../../database/migrations'), join(folder, 'migrations'), {
    recursive: true,
  });
  await writeFile(join(folder, 'migrations/29991231_0000__odd.sql'), oddTables);
  await Promise.all(
    [source, target].map(({ ownerUrl }) => migrate(ownerUrl, { folder: migrationsFolder(), log: () => {} })),
  );
  await source.owner.query(rows);
  await mkdir(join(folder, 'files/ab'), { recursive: true });
  await writeFile(join(folder, 'files/ab/cdef'), Buffer.alloc(500_000, 'Hoa Ban'));
});
afterAll(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true });
});

const restore = (path: string) =>
  restoreBackup(path, {
    ownerUrl: target.ownerUrl,
    filesFolder: join(folder, 'restored'),
    installJobs,
    log: () => {},
    migrationsFolder: migrationsFolder(),
  });

test('what was backed up comes back to the last digit, files too, and triggers do not fire again', async () => {
  const path = join(folder, 'whole.hoaban');
  const totals = await writeBackup(path, {
    ownerUrl: source.ownerUrl,
    filesFolder: join(folder, 'files'),
    dataMaster,
    now: new Date('2026-01-01T00:00:00Z'),
  });
  expect(totals).toMatchObject({ rows: 5002, files: 1 });
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect(await checkBackup(path)).toMatchObject({ totals, dataMaster });
  await restore(path);
  const [before, after] = await Promise.all([source.owner.query(picture), target.owner.query(picture)]);
  expect(after.rows).toEqual(before.rows);
  expect(after.rows[0]).toMatchObject({ logged: 2500 });
  const file = await readFile(join(folder, 'restored/ab/cdef'));
  expect(file.equals(await readFile(join(folder, 'files/ab/cdef')))).toBe(true);

  // The foreign keys, the trigger and the numbering are alive again.
  const insert = `insert into odd.child (parent_id, text) values ($1, 'mới') returning number`;
  await expect(target.owner.query(insert, ['00000000-0000-7000-8000-00000000dead'])).rejects.toThrow(
    'foreign key',
  );
  const added = await target.owner.query(insert, ['00000000-0000-7000-8000-000000000001']);
  expect(added.rows[0].number).toBeGreaterThan(2500);
  expect(await hasData(target.ownerUrl)).toBe(true);
});

test('a backup cut off in the middle is refused and nothing is touched', async () => {
  const path = join(folder, 'whole.hoaban');
  const whole = await readFile(path);
  const cut = join(folder, 'cut.hoaban');
  await writeFile(cut, whole.subarray(0, whole.length - 2000));
  const before = await target.owner.query(picture);
  await expect(restore(cut)).rejects.toThrow(DatabaseTrouble);
  expect((await target.owner.query(picture)).rows).toEqual(before.rows);
});

test('a file that is no backup is refused, and so is one that is not there', async () => {
  const text = join(folder, 'note.txt');
  await writeFile(text, 'xin chào');
  await expect(restore(text)).rejects.toThrow('không phải bản sao lưu');
  await expect(restore(join(folder, 'nowhere'))).rejects.toThrow('Không có tệp');
});

test('a fresh database has no data', async () => {
  const fresh = await freshDatabase();
  expect(await hasData(fresh.ownerUrl)).toBe(false);
  await fresh.drop();
});
