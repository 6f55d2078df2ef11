import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { fixedClock } from '#platform/clock';
import { type Database, openDatabase, sql } from '#platform/db';
import { Refusal } from '#platform/errors';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { bindAhead, buildServer, type Gate } from './index.ts';

// A reading that leaves together with the question who asks.

const department = '00000000-0000-7000-8000-000000000001';
const listNames = defineOperation('trial.listNames', {
  method: 'GET',
  path: '/names',
  summary: 'Names',
  query: z.object({ most: z.coerce.number().int().max(10) }),
  answer: z.object({ names: z.array(z.string()) }),
});

let db: TestDatabase;
let database: Database;
let server: FastifyInstance;
/** What the handler found, whether or not it was answered. */
let found: string[][] = [];

const signInNeeded = new Refusal('trial.signIn', {
  status: 401,
  title: 'Chưa đăng nhập',
  detail: 'Đăng nhập.',
});
const notAllowed = new Refusal('trial.notAllowed', {
  status: 403,
  title: 'Không được',
  detail: 'Hỏi người khác.',
});

/** 'good' and 'barred' are sessions of the department; only 'good' may. */
const gate: Gate<string> = {
  async open(tx, token) {
    if (token !== 'good' && token !== 'barred') return null;
    await sql`SELECT set_config('hoaban.department_id', ${department}, true)`.execute(tx);
    return token;
  },
  refuse: (_, actor) => (actor === null ? signInNeeded : actor === 'barred' ? notAllowed : undefined),
  commandOwner: () => ({ accountId: '', departmentId: '' }),
};

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(
    `INSERT INTO organisation.unit (id, department_id, kind, code, name) VALUES ($1, $1, 'department', 'A', 'Sở A')`,
    [department],
  );
  database = openDatabase(db.runtimeUrl, { maxConnections: 2 });
  server = await buildServer({
    database,
    clock: fixedClock('2025-10-01T08:00:00+07:00'),
    gate,
    services: { filesFolder: '', publicUrl: '' },
    routes: [
      bindAhead(listNames, async ({ tx, query }) => {
        const { rows } = await sql<{
          name: string;
        }>`SELECT name FROM organisation.unit LIMIT ${query.most}`.execute(tx);
        found.push(rows.map((row) => row.name));
        if (rows.length === 0)
          throw new Refusal('trial.empty', { status: 404, title: 'Trống', detail: 'Không có gì.' });
        return { names: rows.map((row) => row.name) };
      }),
    ],
    sessionCookie: 'session',
    secureCookies: false,
    logger: false,
    checkAnswers: true,
    trustProxy: false,
  });
});
beforeEach(() => {
  found = [];
});
afterAll(async () => {
  await server.close();
  await database.close();
  await db.drop();
});

async function ask(session: string, most = '5') {
  const answer = await server.inject({ url: `/names?most=${most}`, cookies: { session } });
  return { status: answer.statusCode, ...(answer.json() as { code?: string; names?: string[] }) };
}

test('sees what the gate let it see, as if it had waited', async () => {
  for (let round = 0; round < 3; round++) expect(await ask('good')).toEqual({ status: 200, names: ['Sở A'] });
});

test('finds nothing without a session, and the gate’s word is the answer', async () => {
  expect(await ask('stolen')).toMatchObject({ status: 401, code: 'trial.signIn' });
  expect(await ask('')).toMatchObject({ status: 401, code: 'trial.signIn' });
  expect(found).toEqual([[], []]);
});

test('what it found for one who may not is thrown away', async () => {
  const answer = await ask('barred');
  expect(answer).toMatchObject({ status: 403, code: 'trial.notAllowed' });
  expect(JSON.stringify(answer)).not.toContain('Sở A');
});

test('a wrong question is told only to whom the gate lets in', async () => {
  expect(await ask('', '1000')).toMatchObject({ status: 401 });
  expect(await ask('good', '1000')).toMatchObject({ status: 400, code: 'http.invalidInput' });
  expect(found).toEqual([]);
});

test('a command cannot leave ahead', () => {
  const change = defineOperation('trial.change', { method: 'POST', path: '/change', summary: 'Change' });
  expect(() => bindAhead(change, async () => undefined)).toThrow();
});
