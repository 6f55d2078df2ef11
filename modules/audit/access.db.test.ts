import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountNames, gate, leadersOf, sessionCookie } from '#modules/identity-access';
import { organisationRoutes } from '#modules/organisation';
import { fixedClock } from '#platform/clock';
import { sql } from '#platform/db';
import { buildServer } from '#platform/http';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { actorOf, signedIn } from '../identity-access/testing.ts';
import { auditRoutes } from './index.ts';

const clock = fixedClock('2025-10-01T08:00:00+07:00');

let db: TestDatabase;
let server: FastifyInstance;
let schoolId: string;
let siteId: string;

beforeAll(async () => {
  db = await freshDatabase(demoProvinceSeed);
  server = await buildServer({
    database: db.database,
    clock,
    gate,
    services: { filesFolder: '', publicUrl: 'http://127.0.0.1' },
    routes: [
      ...auditRoutes({ namesOf: accountNames }),
      ...organisationRoutes({ leadersOf, namesOf: accountNames }),
    ],
    sessionCookie,
    secureCookies: false,
    logger: false,
    checkAnswers: true,
    trustProxy: false,
  });
  const { rows } = await db.owner.query(
    `SELECT r.unit_id AS id FROM identity.role_assignment r JOIN identity.account a ON a.id = r.account_id
     WHERE a.username = 'hieutruong' AND r.role = 'principal'`,
  );
  schoolId = rows[0].id;
  const made = await server.inject({
    method: 'POST',
    url: `/api/units/${schoolId}/sites`,
    headers: await signedIn(db, 'vanthu', { now: clock.now() }),
    payload: { kind: 'satellite', name: 'Điểm Nà Thử' },
  });
  siteId = made.json().id;
  await server.inject({
    method: 'PATCH',
    url: `/api/sites/${siteId}`,
    headers: await signedIn(db, 'vanthu', { now: clock.now() }),
    payload: { version: 1, name: 'Điểm Nà Đổi' },
  });
});
afterAll(async () => {
  await server.close();
  await db.drop();
});

async function list(who: string, query: Record<string, string> = {}) {
  const search = new URLSearchParams(query).toString();
  const headers = await signedIn(db, who, { now: clock.now() });
  return (await server.inject({ url: `/api/audit/events?${search}`, headers })).json();
}

test('A change is told with who, where, before and after, newest first', async () => {
  const { items } = await list('hieutruong', { entity: 'organisation.site', entityId: siteId });
  expect(items).toMatchObject([
    {
      action: 'organisation.updateSite',
      operation: 'update',
      role: 'clerk',
      unit: { id: schoolId },
      before: { name: 'Điểm Nà Thử' },
      after: { name: 'Điểm Nà Đổi' },
      ip: '127.0.0.1',
    },
    { action: 'organisation.createSite', operation: 'insert', before: null },
  ]);
  expect(items[0].account.name).not.toBe('');
  expect(items[0].requestId).toMatch(/^[0-9a-f-]{36}$/);
});

describe('Who reads it', () => {
  test.each([
    ['giamdoc', true],
    ['truongphong', true],
    ['quantri', true],
    ['lanhdao.muongpon', true],
    ['hieutruong', true],
    ['hieutruong.thpt', false],
  ])('%s sees what happened in the school: %s', async (who, sees) => {
    const { items } = await list(who, { entity: 'organisation.site', entityId: siteId });
    expect(items).toHaveLength(sees ? 2 : 0);
  });

  test.each(['xa.muongpon', 'vanthu', 'totruong', 'giaovien', 'chuyenvien'])(
    '%s has no right to',
    async (who) => {
      expect(await list(who)).toMatchObject({ status: 403, code: 'identity.notAllowed' });
    },
  );

  test('a principal sees nothing but the own school and the own doing', async () => {
    const { actor } = await actorOf(db, 'hieutruong', { now: clock.now() });
    const { items } = await list('hieutruong', { limit: '200' });
    const { rows } = await db.owner.query(
      'SELECT descendant_id AS id FROM organisation.unit_reach WHERE ancestor_id = $1',
      [actor.unitId],
    );
    const reach = rows.map(({ id }) => id);
    expect(items.length).toBeGreaterThan(0);
    for (const { unit } of items) expect(reach).toContain(unit.id);
  });
});

test('Filters and pages leave nothing out and repeat nothing', async () => {
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await list('giamdoc', { unitId: schoolId, limit: '3', ...(cursor ? { cursor } : {}) });
    ids.push(...page.items.map((event: { id: number }) => event.id));
    cursor = page.nextCursor;
  } while (cursor);
  const { rows } = await db.owner.query('SELECT id FROM audit.event WHERE unit_id = $1 ORDER BY id DESC', [
    schoolId,
  ]);
  expect(ids).toEqual(rows.map(({ id }) => id));
  expect((await list('giamdoc', { from: '2020-01-01', to: '2020-12-31' })).items).toEqual([]);
  expect((await list('giamdoc', { action: 'organisation.updateSite' })).items).toHaveLength(1);
  expect((await list('giamdoc', { cursor: 'abc' })).code).toBe('http.invalidInput');
});

test('Nobody forges, changes or deletes an event, not even the owner of the tables', async () => {
  const { settings } = await actorOf(db, 'quantri', { now: clock.now() });
  for (const statement of [
    `INSERT INTO audit.event (action, operation, entity) VALUES ('x', 'other', 'x')`,
    `UPDATE audit.event SET action = 'x'`,
    'DELETE FROM audit.event',
  ]) {
    const trying = db.database.write(settings, (tx) => sql.raw(statement).execute(tx));
    await expect(trying, statement).rejects.toMatchObject({ code: '42501' });
  }
  await expect(db.owner.query('DELETE FROM audit.event')).rejects.toMatchObject({ code: '42501' });
});

test('The instant is the true one; a rehearsed day stands beside it', async () => {
  const began = Date.now();
  const { items: plain } = await list('hieutruong', { entityId: siteId, limit: '1' });
  expect(plain).toMatchObject([{ rehearsedOn: null }]);
  // As the connections of a rehearsal write, also where the rehearsed moment is handed in.
  const { rows } = await db.owner.query('SELECT department_id AS id FROM organisation.unit WHERE id = $1', [
    schoolId,
  ]);
  await db.owner.query('BEGIN');
  await db.owner.query(`SELECT set_config('hoaban.rehearsed_on', '2025-09-22', true)`);
  await db.owner.query('UPDATE organisation.site SET name = $2 WHERE id = $1', [siteId, 'Điểm Nà Tập']);
  await db.owner.query(
    `INSERT INTO audit.event (at, department_id, unit_id, action, operation, entity, entity_id)
     VALUES ('2025-09-22T08:00:00+07', $1, $2, 'test.rehearsal', 'other', 'organisation.site', $3)`,
    [rows[0].id, schoolId, siteId],
  );
  await db.owner.query('COMMIT');
  const { items } = await list('hieutruong', { entityId: siteId, limit: '2' });
  expect(items.map(({ rehearsedOn }: { rehearsedOn: string }) => rehearsedOn)).toEqual([
    '2025-09-22',
    '2025-09-22',
  ]);
  for (const { at } of items) expect(new Date(at).getTime()).toBeGreaterThanOrEqual(began - 1000);
});
