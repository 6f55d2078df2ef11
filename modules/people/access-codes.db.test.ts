import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gate, sessionCookie } from '#modules/identity-access';
import { Refusal } from '#platform/errors';
import { buildServer } from '#platform/http';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { actorOf, movableClock, signedIn } from '../identity-access/testing.ts';
import { type MadeSlip, makeSlips } from './actions/access-codes.ts';
import { importScope } from './actions/import-kinds.ts';
import { peopleRoutes, pupilByCode } from './index.ts';
import { addClass, addPupil } from './testing.ts';

const clock = movableClock('2025-10-01T08:00:00+07:00');
const password = 'mây trắng qua đèo';
let db: TestDatabase;
let server: FastifyInstance;
let school: { id: string; departmentId: string };
let year: string;
let classId: string;
let next = 0;

beforeAll(async () => {
  db = await freshDatabase(demoProvinceSeed);
  const { actor } = await actorOf(db, 'hieutruong', { now: clock.now(), role: 'principal' });
  school = { id: actor.unitId!, departmentId: actor.departmentId };
  year = (await db.owner.query('SELECT id FROM organisation.school_year WHERE is_current')).rows[0].id;
  server = await buildServer({
    database: db.database,
    clock,
    gate,
    services: { filesFolder: '', publicUrl: 'https://truong.example' },
    routes: peopleRoutes,
    sessionCookie,
    secureCookies: false,
    logger: false,
    checkAnswers: true,
    trustProxy: false,
  });
});
afterAll(async () => {
  await server?.close();
  await db.drop();
});
beforeEach(async () => {
  next += 1;
  classId = await addClass(db, school, year, { name: `6P${next}` });
  const place = { classId, schoolYearId: year };
  await addPupil(db, school, place, { full_name: 'Lò Thị Phiếu' });
  await addPupil(db, school, place, { full_name: 'Vàng A Phiếu' });
  clock.pass(20);
});

const post = async (path: string, payload: object, headers: object = {}) => {
  const answer = await server.inject({
    method: 'POST',
    url: path,
    headers: { ...headers, 'idempotency-key': uuidv7(), origin: 'https://truong.example' },
    payload,
  });
  return {
    status: answer.statusCode,
    raw: answer.rawPayload,
    body: answer.headers['content-type']?.includes('json') ? answer.json() : null,
  };
};

async function slips(holder: 'pupil' | 'guardian' = 'pupil', replace = false): Promise<MadeSlip[]> {
  const { actor, settings } = await actorOf(db, 'hieutruong', { now: clock.now(), role: 'principal' });
  return db.database.write(settings, async (tx) =>
    makeSlips(tx, await importScope(tx, { actor, now: clock.now() }, undefined), {
      classId,
      holder,
      replace,
    }),
  );
}

describe('slips of a class', () => {
  test('come as one PDF, and printing again must be confirmed and takes the old codes back', async () => {
    const clerk = await signedIn(db, 'hieutruong', { now: clock.now(), role: 'principal' });
    const body = { holder: 'pupil', classId, replace: false };
    const printed = await post('/api/people/slips', body, clerk);
    expect([printed.status, printed.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(await post('/api/people/slips', body, clerk)).toMatchObject({
      status: 409,
      body: { code: 'people.slipsExist' },
    });
    const [old] = await slips('pupil', true);
    await slips('pupil', true);
    expect(await post('/api/activation/check', { code: old!.code })).toMatchObject({
      status: 404,
      body: { code: 'people.codeNotValid' },
    });
    const stored = await db.owner.query(`SELECT DISTINCT length(code_hash) AS n FROM people.access_code`);
    expect(stored.rows).toEqual([{ n: 32 }]);
    const list = await server.inject({ url: '/api/people/slips', headers: clerk });
    const { items } = list.json() as { items: { classId: string | null }[] };
    expect(items.find((item) => item.classId === classId)).toMatchObject({
      people: 2,
      pupilCodes: 2,
      pupilActivated: 0,
    });
  });

  test('of a class of another school, or an empty class, are refused', async () => {
    const clerk = await signedIn(db, 'hieutruong', { now: clock.now(), role: 'principal' });
    const foreign = await post(
      '/api/people/slips',
      { holder: 'pupil', classId: uuidv7(), replace: false },
      clerk,
    );
    expect(foreign).toMatchObject({ status: 422, body: { code: 'people.nobodyForSlips' } });
  });
});

describe('a code', () => {
  test('becomes an account once, which signs in as the pupil', async () => {
    const [slip] = await slips();
    expect((await post('/api/activation/check', { code: slip!.code.toLowerCase() })).body).toMatchObject({
      name: slip!.fullName,
      role: 'pupil',
    });
    expect(await post('/api/activation', { code: slip!.code, password: '1234567890' })).toMatchObject({
      status: 422,
      body: { code: 'people.weakPassword' },
    });
    const made = await post('/api/activation', { code: slip!.code, password });
    expect(made).toMatchObject({
      status: 200,
      body: { username: expect.stringMatching(/^phieu\.[a-z]+\d{4}$/) },
    });
    const { rows } = await db.owner.query(
      `SELECT p.full_name, r.role FROM identity.account a JOIN people.pupil p ON p.account_id = a.id
       JOIN identity.role_assignment r ON r.account_id = a.id WHERE a.username = $1`,
      [made.body.username],
    );
    expect(rows).toEqual([{ full_name: slip!.fullName, role: 'pupil' }]);
    const again = await post('/api/activation', { code: slip!.code, password });
    const wrong = await post('/api/activation', { code: 'ABCD-EFGH-JKLM', password });
    const { instance: _one, ...used } = again.body;
    const { instance: _two, ...unknown } = wrong.body;
    expect(used).toEqual(unknown);
  });

  test('is not tried for ever from one address; the count outlives the refusals', async () => {
    const [slip] = await slips();
    for (let times = 0; times < 30; times += 1) {
      const { body } = await post('/api/activation/check', {
        code: `WRNG-${String(times + 1000).replace(/[01]/g, '2')}-ABCD`,
      });
      expect(body.code).toBe('people.codeNotValid');
    }
    expect((await post('/api/activation/check', { code: slip!.code })).body.code).toBe('people.tooManyCodes');
    clock.pass(16);
    expect((await post('/api/activation/check', { code: slip!.code })).status).toBe(200);
  });

  test('pressed twice at the same moment makes one account', async () => {
    const [, slip] = await slips();
    const both = await Promise.all([0, 1].map(() => post('/api/activation', { code: slip!.code, password })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('tells another module whose it is, and expires with the school year', async () => {
    const [slip] = await slips('guardian');
    const ask = (now: Date) =>
      db.database.write({}, (tx) => pupilByCode(tx, slip!.code, { ip: '10.0.0.1', now }));
    expect(await ask(clock.now())).toMatchObject({ holder: 'guardian', unitId: school.id });
    expect(await ask(new Date('2027-01-01'))).toBeInstanceOf(Refusal);
    // No guardian is recorded: there is nobody to make an account for.
    expect((await post('/api/activation', { code: slip!.code, password })).status).toBe(404);
  });
});
