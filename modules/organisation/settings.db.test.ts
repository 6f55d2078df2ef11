import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountNames, gate, leadersOf, sessionCookie, systemSettings } from '#modules/identity-access';
import '#modules/plan';
import { fixedClock } from '#platform/clock';
import { type Settings, sql } from '#platform/db';
import { buildServer } from '#platform/http';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { actorOf, signedIn } from '../identity-access/testing.ts';
import { organisationRoutes, settingReader, settingsOf } from './index.ts';
import { defineSetting } from './rules/index.ts';
import { registerSettings } from './settings.ts';

const clock = fixedClock('2025-10-01T08:00:00+07:00');
const days = { vi: 'ngày', en: 'days' };
const escalation = defineSetting({
  key: 'plan.escalationRepeatDays',
  label: days,
  effect: days,
  form: { kind: 'number', min: 1, max: 60, step: 1, unit: days },
  default: 7,
  source: 'Thử',
});
const path = `/api/settings/${escalation.key}`;

let db: TestDatabase;
let server: FastifyInstance;
let department: string;
let system: Settings;
let administrator: string;

beforeAll(async () => {
  db = await freshDatabase(demoProvinceSeed);
  server = await buildServer({
    database: db.database,
    clock,
    gate,
    services: { filesFolder: '', publicUrl: 'http://127.0.0.1' },
    routes: organisationRoutes({ leadersOf, namesOf: accountNames }),
    sessionCookie,
    secureCookies: false,
    logger: false,
    checkAnswers: true,
    trustProxy: false,
  });
  const { rows } = await db.owner.query(`
    SELECT u.id AS department, a.username AS administrator FROM organisation.unit u
    JOIN identity.role_assignment r ON r.unit_id = u.id AND r.role = 'systemAdmin'
    JOIN identity.account a ON a.id = r.account_id WHERE u.kind = 'department'`);
  ({ department, administrator } = rows[0]);
  system = systemSettings(department, 'test');
  // The administrator of a school: the same role, but no say in the rules of the department.
  await db.owner.query(
    `INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role)
     SELECT $1, a.id, r.unit_id, r.department_id, 'systemAdmin' FROM identity.account a
     JOIN identity.role_assignment r ON r.account_id = a.id WHERE a.username = 'vanthu' LIMIT 1`,
    [uuidv7()],
  );
});
afterAll(async () => {
  await server.close();
  await db.drop();
});
beforeEach(() => db.owner.query('DELETE FROM organisation.setting'));

async function send(
  who: string,
  method: 'GET' | 'PUT' | 'POST',
  url: string,
  payload?: object,
  role?: 'systemAdmin',
) {
  const headers = await signedIn(db, who, { now: clock.now(), ...(role ? { role } : {}) });
  const answer = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
const inForce = () =>
  db.database.read(system, async (tx) => (await settingsOf(tx, { repeatDays: escalation })).repeatDays);
const store = (value: unknown, unit = department) =>
  db.owner.query(
    `INSERT INTO organisation.setting (id, department_id, key, value, note, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, 'Thử', $1, now())`,
    [uuidv7(), unit, escalation.key, JSON.stringify(value)],
  );

describe('Who may set the figures of the rules', () => {
  const change = { version: 0, value: 10, note: 'Quy chế số 12/QC' };
  test.each<[string, number]>([
    ['giamdoc', 200],
    ['truongphong', 200],
    ['chuyenvien', 403],
    ['hieutruong', 403],
    ['xa.muongpon', 403],
    ['vanthu', 403],
  ])('%s: %i', async (who, status) => {
    expect((await send(who, 'PUT', path, change)).status).toBe(status);
    expect((await send(who, 'POST', `${path}/reset`, { version: 1, note: 'Như cũ' })).status).toBe(status);
  });

  test('the administrator of the department may, the one of a school may only read', async () => {
    expect((await send(administrator, 'PUT', path, change)).status).toBe(200);
    const refused = await send('vanthu', 'PUT', path, { ...change, version: 1 }, 'systemAdmin');
    expect(refused).toMatchObject({ status: 403, body: { code: 'organisation.departmentDecides' } });
    const read = await send('vanthu', 'GET', '/api/settings', undefined, 'systemAdmin');
    expect(read.body).toMatchObject({ mayChange: false });
    expect((await send('giaovien', 'GET', '/api/settings')).status).toBe(403);
  });

  test('the database lets nobody else write either', async () => {
    const { settings } = await actorOf(db, 'chuyenvien', { now: clock.now() });
    const writing = db.database.write(settings, (tx) =>
      sql`INSERT INTO organisation.setting (id, department_id, key, value, note, changed_by, changed_at)
        VALUES (${uuidv7()}, ${department}, 'plan.x', '1', 'x', ${uuidv7()}, now())`.execute(tx),
    );
    await expect(writing).rejects.toMatchObject({ code: '42501' });
  });
});

describe('A figure that was set', () => {
  test('counts at once, says who, when and why, and leaves a trace', async () => {
    expect(await inForce()).toBe(7);
    const set = await send('giamdoc', 'PUT', path, { version: 0, value: 10, note: 'Quy chế số 12/QC' });
    expect(set.body).toMatchObject({ own: 10, default: 7, version: 1, module: 'plan', unusable: false });
    expect(set.body.changed).toMatchObject({ note: 'Quy chế số 12/QC', by: expect.stringMatching(/\S/) });
    expect(await inForce()).toBe(10);
    const { body } = await send('hieutruong', 'GET', '/api/settings');
    expect(body.items.find((one: { key: string }) => one.key === escalation.key)).toMatchObject({ own: 10 });
    const { rows } = await db.owner.query(
      `SELECT action FROM audit.event WHERE entity = 'organisation.setting' ORDER BY id DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ action: 'organisation.updateSetting' }]);
  });

  test('goes back to the default, with the reason', async () => {
    await send('giamdoc', 'PUT', path, { version: 0, value: 10, note: 'Thử' });
    const reset = await send('truongphong', 'POST', `${path}/reset`, { version: 1, note: 'Hết thử' });
    expect(reset.body).toMatchObject({ own: null, version: 2, changed: { note: 'Hết thử' } });
    expect(await inForce()).toBe(7);
  });

  test('is not written over what another has set meanwhile', async () => {
    await send('giamdoc', 'PUT', path, { version: 0, value: 10, note: 'Của giám đốc' });
    const late = await send('truongphong', 'PUT', path, { version: 0, value: 14, note: 'Của phòng' });
    expect(late).toMatchObject({
      status: 409,
      body: {
        facts: { yours: { value: 14, note: 'Của phòng' }, current: { value: 10, note: 'Của giám đốc' } },
      },
    });
    expect(await inForce()).toBe(10);
  });

  test.each<[string, string, object, number, string]>([
    ['a value out of bounds', path, { version: 0, value: 0, note: 'Thử' }, 422, 'value'],
    ['a value of another kind', path, { version: 0, value: [1], note: 'Thử' }, 422, 'value'],
    ['no reason', path, { version: 0, value: 10, note: '  ' }, 400, 'note'],
    ['an unknown figure', '/api/settings/plan.nothing', { version: 0, value: 1, note: 'Thử' }, 404, ''],
  ])('%s is refused', async (_, url, payload, status, at) => {
    const answer = await send('giamdoc', 'PUT', url, payload);
    expect(answer.status).toBe(status);
    expect(answer.body.problems?.[0]?.path ?? '').toBe(at);
    expect(await inForce()).toBe(7);
  });
});

describe('Reading', () => {
  test('a stored value that no longer fits does not count, is logged, and the page says so', async () => {
    await store(9000);
    const warnings: string[] = [];
    const listen = (warning: Error) => void warnings.push(warning.message);
    process.on('warning', listen);
    expect(await inForce()).toBe(7);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    expect(warnings).toEqual([expect.stringContaining(escalation.key)]);
    const { body } = await send('giamdoc', 'GET', '/api/settings');
    expect(body.items.find((one: { key: string }) => one.key === escalation.key)).toMatchObject({
      own: null,
      unusable: true,
    });
  });

  test('what one department sets is not known in another', async () => {
    const other = uuidv7();
    await db.owner.query(
      `INSERT INTO organisation.unit (id, department_id, kind, code, name) VALUES ($1, $1, 'department', 'KHAC', 'Sở khác')`,
      [other],
    );
    await store(30, other);
    expect(await inForce()).toBe(7);
    const read = await db.database.read(systemSettings(other, 'test'), settingReader);
    expect(read(escalation)).toBe(30);
  });

  test('a key that is taken cannot be declared again', () => {
    expect(() => registerSettings([escalation])).toThrow('defined twice');
  });
});
