import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountNames, gate, leadersOf, sessionCookie } from '#modules/identity-access';
import { fixedClock } from '#platform/clock';
import { buildServer } from '#platform/http';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { signedIn } from '../identity-access/testing.ts';
import { organisationRoutes } from './index.ts';

const clock = fixedClock('2025-10-01T08:00:00+07:00');

let db: TestDatabase;
let server: FastifyInstance;
let unitId: Record<'school' | 'otherSchool' | 'commune' | 'team' | 'department' | 'cluster', string>;

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
    WITH held AS (
      SELECT a.username, r.role, r.unit_id FROM identity.role_assignment r JOIN identity.account a ON a.id = r.account_id)
    SELECT (SELECT unit_id FROM held WHERE username = 'hieutruong' AND role = 'principal') AS school,
           (SELECT unit_id FROM held WHERE username = 'hieutruong.thpt' AND role = 'principal') AS "otherSchool",
           (SELECT unit_id FROM held WHERE username = 'xa.muongpon') AS commune,
           (SELECT unit_id FROM held WHERE username = 'totruong' AND role = 'teamLead') AS team,
           (SELECT id FROM organisation.unit WHERE kind = 'department') AS department,
           (SELECT id FROM organisation.unit WHERE kind = 'cluster' ORDER BY position LIMIT 1) AS cluster`);
  unitId = rows[0];
});
afterAll(async () => {
  await server.close();
  await db.drop();
});

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

async function send(who: string, method: Method, url: string, payload?: object) {
  const headers = await signedIn(db, who, { now: clock.now() });
  const answer = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
}

const getUnit = async (id: string) => (await send('giamdoc', 'GET', `/api/units/${id}`)).body;

describe('Who may change what of which unit', () => {
  const site = { kind: 'satellite', name: 'Điểm Nà Thử' };
  const cluster = { name: 'Cụm thử', code: 'CUM-THU' };
  const team = { name: 'Tổ Ngữ văn' };
  const school = { latitude: 21.5 };

  test.each<[string, Method, string, (ids: typeof unitId) => string, object, number]>([
    ['hieutruong', 'POST', 'a site of the own school', (ids) => `/api/units/${ids.school}/sites`, site, 200],
    ['vanthu', 'POST', 'a site of the own school', (ids) => `/api/units/${ids.school}/sites`, site, 200],
    ['xa.muongpon', 'POST', 'a site of its school', (ids) => `/api/units/${ids.school}/sites`, site, 200],
    [
      'truongphong',
      'POST',
      'a site of any school',
      (ids) => `/api/units/${ids.otherSchool}/sites`,
      site,
      200,
    ],
    [
      'xa.muongpon',
      'POST',
      'a site of an upper school',
      (ids) => `/api/units/${ids.otherSchool}/sites`,
      site,
      403,
    ],
    [
      'hieutruong',
      'POST',
      'a site of another school',
      (ids) => `/api/units/${ids.otherSchool}/sites`,
      site,
      403,
    ],
    ['giaovien', 'POST', 'a site of the own school', (ids) => `/api/units/${ids.school}/sites`, site, 403],
    ['truongphong', 'POST', 'a site of a commune', (ids) => `/api/units/${ids.commune}/sites`, site, 422],
    [
      'hieutruong',
      'POST',
      'a team of the own school',
      (ids) => `/api/units/${ids.school}/subject-teams`,
      team,
      200,
    ],
    [
      'hieutruong',
      'POST',
      'a team of another',
      (ids) => `/api/units/${ids.otherSchool}/subject-teams`,
      team,
      403,
    ],
    [
      'truongphong',
      'POST',
      'a team of a school',
      (ids) => `/api/units/${ids.school}/subject-teams`,
      team,
      403,
    ],
    ['hieutruong', 'PATCH', 'the own school on the map', (ids) => `/api/units/${ids.school}`, school, 200],
    ['hieutruong', 'PATCH', 'another school', (ids) => `/api/units/${ids.otherSchool}`, school, 403],
    [
      'hieutruong',
      'PATCH',
      'the name of the own school',
      (ids) => `/api/units/${ids.school}`,
      { name: 'Trường khác' },
      403,
    ],
    [
      'hieutruong',
      'PATCH',
      'the area class of the own school',
      (ids) => `/api/units/${ids.school}`,
      { zone: 3 },
      403,
    ],
    [
      'hieutruong',
      'PATCH',
      'the name of the own team',
      (ids) => `/api/units/${ids.team}`,
      { name: 'Tổ Tự nhiên' },
      200,
    ],
    [
      'giamdoc',
      'PATCH',
      'the name of a school',
      (ids) => `/api/units/${ids.otherSchool}`,
      { name: 'THPT Tên mới' },
      200,
    ],
    ['xa.muongpon', 'PATCH', 'a school of the commune', (ids) => `/api/units/${ids.school}`, school, 403],
    ['truongphong', 'POST', 'a cluster', () => '/api/clusters', cluster, 200],
    ['chuyenvien', 'POST', 'a cluster', () => '/api/clusters', cluster, 403],
    [
      'hieutruong',
      'PUT',
      'schools of a cluster',
      (ids) => `/api/clusters/${ids.cluster}/schools`,
      { schoolIds: [] },
      403,
    ],
  ])('%s %s %s', async (who, method, _, url, payload, status) => {
    const address = url(unitId);
    const id = /^\/api\/units\/([^/]+)$/.exec(address)?.[1];
    const version = id ? { version: (await getUnit(id)).unit.version } : {};
    const answer = await send(who, method, address, { ...payload, ...version });
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  });
});

describe('Units', () => {
  test('are found without marks, by kind, and page by page in one order', async () => {
    const found = await send('giaovien', 'GET', '/api/units?kind=commune&q=muong%20pon');
    expect(found.body.items).toMatchObject([{ name: 'Xã Mường Pồn', kind: 'commune' }]);
    const all: string[] = [];
    let cursor = '';
    do {
      const { body } = await send('giaovien', 'GET', `/api/units?kind=commune&limit=20${cursor}`);
      all.push(...body.items.map((unit: { id: string }) => unit.id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(all).toHaveLength(45);
    expect(new Set(all).size).toBe(45);
    const ofCommune = await send('giaovien', 'GET', `/api/units?kind=school&communeId=${unitId.commune}`);
    expect(ofCommune.body.items.map((unit: { id: string }) => unit.id)).toContain(unitId.school);
  });

  test('show both lines above, what is below, their sites and who leads them', async () => {
    const { body } = await send('giaovien', 'GET', `/api/units/${unitId.school}`);
    expect(body.above).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: unitId.commune, line: 'state' }),
        expect.objectContaining({ id: unitId.department, line: 'professional' }),
      ]),
    );
    expect(body.below.map((unit: { id: string }) => unit.id)).toContain(unitId.team);
    expect(body.leaders[0]).toMatchObject({ role: 'principal' });
    const own = await send('hieutruong', 'GET', `/api/units/${unitId.school}`);
    expect(own.body.sites[0]).toMatchObject({ kind: 'main' });
  });

  test('that do not exist are not found', async () => {
    const { body } = await send('giamdoc', 'GET', '/api/units/01999999-0000-7000-8000-000000000001');
    expect(body).toMatchObject({ status: 404, code: 'organisation.unitNotFound' });
    expect((await send('giamdoc', 'GET', '/api/units/khong-phai-ma')).status).toBe(400);
    expect((await send('giamdoc', 'GET', '/api/units?cursor=abc')).body.code).toBe('http.invalidInput');
  });

  test('changed by two people: the second gets both texts', async () => {
    const { version } = (await getUnit(unitId.otherSchool)).unit;
    const url = `/api/units/${unitId.otherSchool}`;
    expect((await send('giamdoc', 'PATCH', url, { version, zone: 2 })).body).toMatchObject({
      zone: 2,
      version: version + 1,
    });
    const second = await send('truongphong', 'PATCH', url, { version, zone: 3 });
    expect(second.body).toMatchObject({
      status: 409,
      code: 'organisation.changedMeanwhile',
      facts: { yours: { zone: 3 }, current: { zone: 2 } },
    });
  });
});

describe('Subject teams', () => {
  test('are reached by school, commune and department at once, and close once', async () => {
    const made = await send('hieutruong', 'POST', `/api/units/${unitId.school}/subject-teams`, {
      name: 'Tổ Ngoại ngữ',
    });
    const { rows } = await db.owner.query(
      'SELECT ancestor_id AS id FROM organisation.unit_reach WHERE descendant_id = $1',
      [made.body.id],
    );
    expect(rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining([unitId.school, unitId.commune, unitId.department, made.body.id]),
    );
    const close = (who: string) => send(who, 'POST', `/api/units/${made.body.id}/close`);
    expect((await close('hieutruong.thpt')).body.code).toBe('organisation.unitOutOfReach');
    expect((await close('hieutruong')).status).toBe(204);
    expect((await close('hieutruong')).body.code).toBe('organisation.notASubjectTeam');
    expect((await getUnit(made.body.id)).unit.closedOn).toBe('2025-10-01');
  });

  test('nothing else is closed this way', async () => {
    const { body } = await send('hieutruong', 'POST', `/api/units/${unitId.school}/close`);
    expect(body).toMatchObject({ status: 422, code: 'organisation.notASubjectTeam' });
  });
});

describe('Sites', () => {
  test('are changed and deleted by those who reach the school only', async () => {
    const made = await send('hieutruong', 'POST', `/api/units/${unitId.school}/sites`, {
      kind: 'satellite',
      name: 'Điểm Huổi Un',
      distanceKm: 7.5,
    });
    const url = `/api/sites/${made.body.id}`;
    expect((await send('hieutruong.thpt', 'PATCH', url, { version: 1, name: 'X' })).body.code).toBe(
      'organisation.siteNotFound',
    );
    const changed = await send('vanthu', 'PATCH', url, {
      version: 1,
      village: 'Bản Huổi Un',
      distanceKm: null,
    });
    expect(changed.body).toMatchObject({
      name: 'Điểm Huổi Un',
      village: 'Bản Huổi Un',
      distanceKm: null,
      version: 2,
    });
    expect((await send('vanthu', 'PATCH', url, { version: 1, name: 'X' })).body.code).toBe(
      'organisation.changedMeanwhile',
    );
    expect((await send('vanthu', 'PATCH', url, { version: 2, kind: 'main' })).body.code).toBe(
      'organisation.mainSiteExists',
    );
    expect((await send('vanthu', 'DELETE', url)).status).toBe(403);
    expect((await send('hieutruong.thpt', 'DELETE', url)).body.code).toBe('organisation.siteNotFound');
    expect((await send('hieutruong', 'DELETE', url)).status).toBe(204);
    expect((await send('hieutruong', 'DELETE', url)).body.code).toBe('organisation.siteNotFound');
  });

  test('a distance below nothing is refused', async () => {
    const payload = { kind: 'satellite', name: 'X', distanceKm: -1 };
    expect((await send('hieutruong', 'POST', `/api/units/${unitId.school}/sites`, payload)).status).toBe(400);
  });
});

describe('Clusters', () => {
  test('take exactly the schools given, count what was done and say what was not', async () => {
    const { body: cluster } = await send('truongphong', 'POST', '/api/clusters', {
      name: 'Cụm mới',
      code: 'CUM-MOI',
    });
    const set = (schoolIds: string[]) =>
      send('truongphong', 'PUT', `/api/clusters/${cluster.id}/schools`, { schoolIds });
    const first = await set([
      unitId.school,
      unitId.school,
      unitId.commune,
      '01999999-0000-7000-8000-000000000001',
    ]);
    expect(first.body).toMatchObject({ asked: 3, done: 1, added: 1, removed: 0 });
    expect(first.body.skipped.map((each: { id: string }) => each.id)).toEqual([
      unitId.commune,
      '01999999-0000-7000-8000-000000000001',
    ]);
    expect((await set([unitId.otherSchool, unitId.school])).body).toMatchObject({
      asked: 2,
      done: 2,
      added: 1,
      removed: 0,
    });
    expect((await set([unitId.otherSchool])).body).toMatchObject({ asked: 1, done: 1, added: 0, removed: 1 });
    const { rows } = await db.owner.query(
      'SELECT descendant_id AS id FROM organisation.unit_reach WHERE ancestor_id = $1 AND depth = 1',
      [cluster.id],
    );
    expect(rows).toEqual([{ id: unitId.otherSchool }]);
    const again = await send('truongphong', 'POST', '/api/clusters', { name: 'Cụm khác', code: 'CUM-MOI' });
    expect(again.body.code).toBe('organisation.clusterCodeTaken');
  });

  test('a school is no cluster', async () => {
    const answer = await send('truongphong', 'PUT', `/api/clusters/${unitId.school}/schools`, {
      schoolIds: [],
    });
    expect(answer.body.code).toBe('organisation.notACluster');
  });
});

describe('School years', () => {
  const decision = {
    startsOn: '2026-08-01',
    opensOn: '2026-09-05',
    endsOn: '2027-05-31',
    semester1Weeks: 18,
    semester2Weeks: 17,
    breaks: [{ from: '2027-02-01', to: '2027-02-14', name: 'Nghỉ Tết' }],
    isCurrent: false,
    sourceNote: 'Quyết định thử',
  };

  test('are set by the department, and the weeks are counted anew', async () => {
    const set = await send('truongphong', 'PUT', '/api/school-years/2026-2027', decision);
    expect(set.body).toMatchObject({ schoolYear: { name: '2026-2027', version: 1 }, warnings: [] });
    expect(set.body.weeks).toHaveLength(35);
    const { id } = set.body.schoolYear;
    const changed = await send('giamdoc', 'PUT', '/api/school-years/2026-2027', {
      ...decision,
      version: 1,
      semester2Weeks: 16,
    });
    expect(changed.body.schoolYear).toMatchObject({ id, version: 2, breaks: decision.breaks });
    const read = await send('giaovien', 'GET', `/api/school-years/${id}`);
    expect(read.body.weeks).toHaveLength(34);
    expect(read.body.semesters).toMatchObject([
      { number: 1, weeks: 18 },
      { number: 2, weeks: 16 },
    ]);
    const late = await send('truongphong', 'PUT', '/api/school-years/2026-2027', { ...decision, version: 1 });
    expect(late.body).toMatchObject({
      status: 409,
      code: 'organisation.changedMeanwhile',
      facts: { current: { version: 2 } },
    });
  });

  test('only one is current', async () => {
    const { body: before } = await send('giamdoc', 'GET', '/api/school-years');
    const old = before.items.find((year: { isCurrent: boolean }) => year.isCurrent);
    const next = {
      ...decision,
      startsOn: '2027-08-01',
      opensOn: '2027-09-05',
      endsOn: '2028-05-31',
      breaks: [],
      isCurrent: true,
    };
    expect((await send('giamdoc', 'PUT', '/api/school-years/2027-2028', next)).status).toBe(200);
    const { body: after } = await send('giamdoc', 'GET', '/api/school-years');
    expect(after.items.filter((year: { isCurrent: boolean }) => year.isCurrent)).toMatchObject([
      { name: '2027-2028' },
    ]);
    expect(after.items.find((year: { id: string }) => year.id === old.id).isCurrent).toBe(false);
  });

  test('leaving the national frame is told, not refused', async () => {
    const { body } = await send('giamdoc', 'GET', '/api/school-years');
    const year = body.items.find((each: { name: string }) => each.name === '2025-2026');
    const { id: _, name: __, ...dates } = year;
    const set = await send('giamdoc', 'PUT', '/api/school-years/2025-2026', {
      ...dates,
      endsOn: '2026-06-30',
      breaks: [{ from: '2025-10-01', to: '2025-11-02', name: 'Nghỉ do lũ' }],
      semester1Weeks: 18,
      semester2Weeks: 17,
    });
    expect(set.status, JSON.stringify(set.body)).toBe(200);
    expect(set.body.warnings.length).toBeGreaterThan(0);
  });

  test.each([
    ['hieutruong', {}, 403, 'identity.notAllowed'],
    ['giamdoc', { opensOn: '2027-06-01' }, 422, 'organisation.badSchoolYear'],
    ['giamdoc', { endsOn: '2027-01-31' }, 422, 'organisation.badSchoolYear'],
    [
      'giamdoc',
      { breaks: [{ from: '2027-02-14', to: '2027-02-01', name: 'Ngược' }] },
      422,
      'organisation.badSchoolYear',
    ],
    ['giamdoc', { sourceNote: ' ' }, 400, 'http.invalidInput'],
    ['giamdoc', { opensOn: '2026-02-30' }, 400, 'http.invalidInput'],
  ])('%s with %o is refused', async (who, wrong, status, code) => {
    const answer = await send(who, 'PUT', '/api/school-years/2030-2031', { ...decision, ...wrong });
    expect(answer.body).toMatchObject({ status, code });
  });

  test.each(['2026', '2026-2028', 'abcd-efgh'])('%s is no school year', async (name) => {
    expect((await send('giamdoc', 'PUT', `/api/school-years/${name}`, decision)).status).toBe(400);
  });
});

describe('On the line', () => {
  async function ask(url: string, encoding: string) {
    const headers = { ...(await signedIn(db, 'giamdoc', { now: clock.now() })), 'accept-encoding': encoding };
    return server.inject({ method: 'GET', url, headers });
  }

  test('a long list travels as a tenth of itself and says the same', async () => {
    const plain = await ask('/api/units?limit=200', 'identity');
    const packed = await ask('/api/units?limit=200', 'gzip');
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 8);
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(plain.json());
  });

  test('a short answer and one to somebody who cannot unpack stay as they are', async () => {
    expect((await ask('/api/units?limit=1', 'gzip')).headers['content-encoding']).toBeUndefined();
    expect((await ask('/api/units?limit=200', 'identity')).headers['content-encoding']).toBeUndefined();
  });
});
