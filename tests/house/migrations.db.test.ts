import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { ensureDatabase, migrate } from '#platform/db';
import { dataChanges, type MigrationFile, readDataTest } from './data-changes.ts';

// Every migration that meets rows of earlier days has a test with such rows: database/migrations/tests/<its name>.sql.

const folder = join(import.meta.dirname, '../../database/migrations');
const { adminUrl, prefix } = inject('testServer');
const made: string[] = [];

async function readFolder(path: string): Promise<MigrationFile[]> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({ name: name.slice(0, -4), text: await readFile(join(path, name), 'utf8') })),
  );
}

const migrations = await readFolder(folder);
const dataTests = await readFolder(join(folder, 'tests'));

/** A database before the first migration. */
async function emptyDatabase(): Promise<string> {
  const name = `${prefix}_steps_${made.length}`;
  made.push(name);
  return ensureDatabase(adminUrl, name);
}

afterAll(async () => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const name of made) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
});

/** Runs the migrations up to and with `last`, those that have not run yet. */
async function migrateTo(url: string, last: string): Promise<string[]> {
  const only = new Set(migrations.map(({ name }) => name).filter((name) => name <= last));
  return migrate(url, { only, log: () => {} });
}

async function execute(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** Rows in, the migration, checks; then every later migration over the same rows. */
async function runDataTest(name: string, text: string): Promise<void> {
  const { before, after } = readDataTest(text);
  const at = migrations.findIndex((migration) => migration.name === name);
  const url = await emptyDatabase();
  await migrateTo(url, migrations[at - 1]!.name);
  await execute(url, before);
  expect(await migrateTo(url, name)).toEqual([name]);
  await execute(url, after);
  await migrate(url, { log: () => {} });
}

test('the migrations apply one by one, each on what the ones before it left', async () => {
  const url = await emptyDatabase();
  for (const { name } of migrations) expect(await migrateTo(url, name)).toEqual([name]);
  expect(await migrate(url, { log: () => {} })).toEqual([]);
});

test('every migration that alters or fills a table of an earlier one has a data test, and no data test is left over', () => {
  const needed = [...dataChanges(migrations).keys()];
  const there = dataTests.map(({ name }) => name);
  expect(needed.filter((name) => !there.includes(name))).toEqual([]);
  const known = migrations.map(({ name }) => name);
  expect(there.filter((name) => !known.includes(name))).toEqual([]);
});

describe('rows of earlier days come through', () => {
  test.each(dataTests)('$name', ({ name, text }) => runDataTest(name, text));
});

describe('what the detector finds', () => {
  const first = { name: '1', text: 'CREATE TABLE a.old (id int);' };
  const touched = (text: string) => dataChanges([first, { name: '2', text }]).get('2');

  test.each([
    'ALTER TABLE a.old ADD kind text;',
    'alter table only a.old\n  drop constraint x',
    'UPDATE a.old SET id = 1;',
    'DELETE FROM a.old;',
    'INSERT INTO a.old SELECT 1;',
    'INSERT INTO a.old VALUES (1)',
    'MERGE INTO a.old USING x ON true WHEN MATCHED THEN DELETE',
    'TRUNCATE a.old;',
    'CREATE UNIQUE INDEX one ON a.old (id);',
    'DO $$ BEGIN UPDATE a.old SET id = 2; END $$;',
    'ALTER TABLE a."old" ADD kind text;',
  ])('%s meets rows', (text) => expect(touched(text)).toEqual(['a.old']));

  test.each([
    'CREATE TABLE a.fresh (id int); ALTER TABLE a.fresh ADD kind text; INSERT INTO a.fresh SELECT 1;',
    'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ UPDATE a.old SET id = 1 $$;',
    'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $body$ DELETE FROM a.old $body$;',
    '-- UPDATE a.old SET id = 1;',
    "COMMENT ON TABLE a.old IS 'ALTER TABLE a.old';",
    'CREATE INDEX some ON a.old (id);',
    'ALTER TABLE a.old FORCE ROW LEVEL SECURITY;',
    'GRANT UPDATE ON a.old TO somebody;',
  ])('%s does not', (text) => expect(touched(text)).toBeUndefined());
});

describe('a data test', () => {
  test.each([
    'INSERT INTO a.old VALUES (1);',
    '-- AFTER\nDO $$ BEGIN ASSERT true; END $$;',
    'INSERT INTO a.old VALUES (1);\n-- AFTER\nSELECT 1;',
  ])('without rows, without a turn or without a check is none: %#', (text) => {
    expect(() => readDataTest(text)).toThrow(RangeError);
  });

  test('whose check does not hold fails', async () => {
    const { name, text } = dataTests[0]!;
    const wrong = `${text}\nDO $$ BEGIN ASSERT false, 'rows were lost'; END $$;`;
    await expect(runDataTest(name, wrong)).rejects.toThrow('rows were lost');
  });
});
