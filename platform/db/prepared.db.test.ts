import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { type Database, executePrepared, openDatabase, sql } from './index.ts';

// One connection, so that every transaction meets the plan that the one before left behind.

let db: TestDatabase;
let single: Database;
beforeAll(async () => {
  db = await freshDatabase();
  single = openDatabase(db.runtimeUrl, { maxConnections: 1 });
  await db.owner.query(`
    INSERT INTO organisation.unit (id, department_id, kind, code, name)
    SELECT id, id, 'department', code, 'Sở ' || code
    FROM (VALUES ('00000000-0000-7000-8000-000000000001'::uuid, 'A'), ('00000000-0000-7000-8000-000000000002', 'B')) made (id, code)`);
});
afterAll(async () => {
  await single.close();
  await db.drop();
});

const namesSeen = (departmentId?: string) =>
  single.read(departmentId ? { 'hoaban.department_id': departmentId } : {}, async (tx) => {
    const query = sql<{
      name: string;
    }>`SELECT name FROM organisation.unit WHERE code <> ${'none'} ORDER BY name`;
    return (await executePrepared(tx, query)).rows.map((row) => row.name);
  });

test('a kept plan shows each transaction the rows of its own department, and nothing when nobody is set', async () => {
  for (let round = 0; round < 8; round++) {
    expect(await namesSeen('00000000-0000-7000-8000-000000000001')).toEqual(['Sở A']);
    expect(await namesSeen('00000000-0000-7000-8000-000000000002')).toEqual(['Sở B']);
    expect(await namesSeen()).toEqual([]);
  }
});

test('the same text is planned once a connection, two at once included, and takes new values', async () => {
  const square = (of: number) => sql<{ square: number }>`SELECT ${of}::int * ${of}::int AS square`;
  const [three, four, kept] = await single.read({}, async (tx) => {
    const both = await Promise.all([executePrepared(tx, square(3)), executePrepared(tx, square(4))]);
    const plans = await sql<{ count: number }>`
      SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%AS square'`.execute(tx);
    return [...both.map((answer) => answer.rows[0]?.square), plans.rows[0]?.count];
  });
  expect([three, four, kept]).toEqual([9, 16, 1]);
});

test('a statement that fails leaves the connection fit for the next', async () => {
  const divide = (by: number) => sql<{ part: number }>`SELECT 12 / ${by}::int AS part`;
  const ask = (by: number) =>
    single.read({}, async (tx) => (await executePrepared(tx, divide(by))).rows[0]?.part);
  await expect(ask(0)).rejects.toMatchObject({ code: '22012' });
  expect(await ask(4)).toBe(3);
  await expect(ask(0)).rejects.toMatchObject({ code: '22012' });
  expect(await ask(6)).toBe(2);
});
