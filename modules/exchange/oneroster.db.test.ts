import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeApi } from '#platform/api';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import {
  type Ground,
  here,
  makeGround,
  names,
  otherSchool,
  school,
  schoolYearId,
} from '../gradebook/testing.ts';
import { type MovableClock, movableClock } from '../identity-access/testing.ts';
import { nameOf, province, provinceSeed, unitOf } from '../plan/testing.ts';
import { fillYear } from '../transcript/testing.ts';
import { exchangeOperations } from './index.ts';
import { scopes } from './rules/index.ts';

// Another system is let in, reads by OneRoster 1.2 what it was granted and nothing else, and is shut out again.

let hoaBan: Served;
let clock: MovableClock;
let ground: Ground;
let principal: Person;
let all: Person;

const roster = '/ims/oneroster/rostering/v1p2';
const gradebook = '/ims/oneroster/gradebook/v1p2';

const registered = (unitId: string, wanted: readonly string[]) => ({
  name: 'Hệ thống học trực tuyến',
  purpose: 'Lập lớp học trực tuyến theo danh sách của trường.',
  contact: 'Tổ tin học',
  unitId,
  scopes: wanted,
  expiresOn: '2026-05-31',
});

async function tokenOf(client: { clientId: string; clientSecret: string }, scope = '') {
  return hoaBan.stranger.raw({
    method: 'POST',
    url: '/oauth/token',
    payload: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(scope ? { scope } : {}),
    }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`,
    },
  });
}

/** A registered system with its token. */
async function systemOf(by: Person, unitId: string, wanted: readonly string[], asked = ''): Promise<Person> {
  const { body: client } = await by.post('/api/exchange/clients', registered(unitId, wanted));
  const { body } = await tokenOf(client, asked);
  return bearer(body.access_token);
}

function bearer(token: string): Person {
  const get = (url: string) =>
    hoaBan.stranger.raw({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
  return { ...hoaBan.stranger, get };
}

beforeAll(async () => {
  clock = movableClock('2025-12-01T08:00:00+07:00');
  hoaBan = await serve(provinceSeed, clock);
  ground = await makeGround(hoaBan.db, 3);
  await fillYear(hoaBan.db, ground.pupils[0]!, 85, { PE: 1 });
  await hoaBan.db.owner.query(
    `UPDATE gradebook.subject_marks SET final = NULL WHERE semester = 2 AND subject_code = 'MATH'`,
  );
  await hoaBan.db.owner.query(
    `INSERT INTO people.guardian (id, pupil_id, unit_id, department_id, relation, full_name, phone)
     VALUES (organisation.uuid_v7(), $1, $2, $3, 'mother', 'Sùng Thị Mẹ', '0912345678')`,
    [ground.pupils[0], here.id, here.departmentId],
  );
  principal = await hoaBan.as(names.principal, 'principal');
  all = await systemOf(principal, school.id, Object.values(scopes));
});
afterAll(() => hoaBan?.close());

const withoutExtras = [scopes.rosterCore, scopes.roster];

describe('Letting a system in', () => {
  test('the secret is shown once, is in no row that can be read, and a wrong one opens nothing', async () => {
    const made = await principal.post('/api/exchange/clients', registered(school.id, [scopes.rosterCore]));
    expect(made.body.clientSecret).toHaveLength(43);
    const { body: known } = await principal.get(`/api/exchange/clients/${made.body.id}`);
    expect(JSON.stringify(known)).not.toContain(made.body.clientSecret);
    expect(known).toMatchObject({
      state: 'active',
      scopes: [scopes.rosterCore],
      lastUsedAt: null,
      reads: [],
    });
    const { rows } = await hoaBan.db.owner.query(
      `SELECT after FROM audit.event WHERE entity = 'identity.client'`,
    );
    expect(JSON.stringify(rows)).not.toContain(made.body.clientSecret);

    const wrong = await tokenOf({ ...made.body, clientSecret: 'x'.repeat(43) });
    expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    const right = await tokenOf(made.body);
    expect(right.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: scopes.rosterCore });
    expect(right.headers['cache-control']).toBe('no-store');
  });

  test('a token carries the scopes asked for, only of those granted', async () => {
    const { body: client } = await principal.post(
      '/api/exchange/clients',
      registered(school.id, [scopes.rosterCore, scopes.demographics]),
    );
    expect((await tokenOf(client, scopes.gradebook)).body.error).toBe('invalid_scope');
    const { body } = await tokenOf(client, `${scopes.rosterCore} ${scopes.gradebook}`);
    expect(body.scope).toBe(scopes.rosterCore);
    const refused = await bearer(body.access_token).get(`${roster}/demographics`);
    expect(refused).toMatchObject({ status: 403, body: { imsx_codeMajor: 'failure' } });
    expect(refused.body.imsx_CodeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue).toBe('forbidden');
  });

  test('nobody grants a unit beyond the own reach, nor without a last day', async () => {
    const beyond = await principal.post('/api/exchange/clients', registered(otherSchool.id, withoutExtras));
    expect(beyond).toMatchObject({ status: 422, body: { code: 'exchange.wrongUnit' } });
    const forever = { ...registered(school.id, withoutExtras), expiresOn: '2099-01-01' };
    expect((await principal.post('/api/exchange/clients', forever)).body.code).toBe('exchange.badLastDay');
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get('/api/exchange/clients')).body.items).toEqual([]);
  });

  test('a form of a web page, JSON and a session of a person get no token and no roster', async () => {
    expect((await hoaBan.stranger.post('/oauth/token', { grant_type: 'client_credentials' })).status).toBe(
      415,
    );
    expect((await principal.get(`${roster}/orgs`)).status).toBe(403);
    const nobody = await hoaBan.stranger.get(`${roster}/orgs`);
    expect(nobody.status).toBe(401);
    expect(nobody.headers['www-authenticate']).toBe('Bearer');
    expect((await all.get('/api/organisation/units')).status).not.toBe(200);
    expect((await all.get('/api/exchange/clients')).body.code).toBe('identity.notForClients');
  });

  test('revoked, run out or an hour old, a token opens nothing', async () => {
    const { body: client } = await principal.post(
      '/api/exchange/clients',
      registered(school.id, withoutExtras),
    );
    const first = bearer((await tokenOf(client)).body.access_token);
    expect((await first.get(`${roster}/orgs`)).status).toBe(200);
    clock.pass(61);
    expect((await first.get(`${roster}/orgs`)).status).toBe(401);
    const second = bearer((await tokenOf(client)).body.access_token);
    expect((await principal.post(`/api/exchange/clients/${client.id}/revoke`)).status).toBe(204);
    expect((await second.get(`${roster}/orgs`)).status).toBe(401);
    expect((await tokenOf(client)).status).toBe(401);
    expect((await principal.post(`/api/exchange/clients/${client.id}/revoke`)).body.code).toBe(
      'exchange.alreadyRevoked',
    );
    all = await systemOf(principal, school.id, Object.values(scopes));
  });
});

describe('The roster', () => {
  test('gives the school, its classes, who learns and who teaches, each object by its own address', async () => {
    const { body: orgs } = await all.get(`${roster}/orgs`);
    expect(orgs.orgs).toMatchObject([
      { sourcedId: school.id, type: 'school', status: 'active', name: school.name },
    ]);
    const { body: classes } = await all.get(`${roster}/classes?filter=classType='scheduled'&sort=classCode`);
    expect(classes.classes.map((one: { classCode: string }) => one.classCode)).toEqual([
      '6A1.HISGEO',
      '6A1.MATH',
      '6A1.PE',
    ]);
    const [, maths] = classes.classes;
    expect(maths).toMatchObject({ title: 'Toán 6A1', grades: ['06'], school: { sourcedId: school.id } });
    expect((await all.get(`${roster}/classes/${maths.sourcedId}`)).body.class).toEqual(maths);
    expect((await all.get(maths.course.href.replace(hoaBan.publicUrl, ''))).body.course.title).toBe('Toán 6');
    expect(
      (await all.get(maths.terms[0].href.replace(hoaBan.publicUrl, ''))).body.academicSession,
    ).toMatchObject({
      type: 'term',
      parent: { sourcedId: schoolYearId },
    });
    const pupils = (await all.get(`${roster}/classes/${maths.sourcedId}/students`)).body.users;
    expect(pupils.map((one: { sourcedId: string }) => one.sourcedId).sort()).toEqual(
      [...ground.pupils].sort(),
    );
    expect(pupils[0]).toMatchObject({ familyName: 'Giàng', middleName: 'A Thử', grades: ['06'] });
    const teachers = (await all.get(`${roster}/classes/${maths.sourcedId}/teachers`)).body.users;
    expect(teachers).toMatchObject([{ sourcedId: ground.staff.maths, roles: [{ role: 'teacher' }] }]);
    const own = (await all.get(`${roster}/teachers/${ground.staff.history}/classes`)).body.classes;
    expect(own.map((one: { classCode: string }) => one.classCode).sort()).toEqual(['6A1', '6A1.HISGEO']);
  });

  test('every list of the standard answers, and each item is found again', async () => {
    for (const operation of exchangeOperations) {
      if (!operation.scopes || operation.answersFile || operation.path.includes('{')) continue;
      const said = await all.get(`${operation.path}?limit=2`);
      expect(said.status, `${operation.id} ${JSON.stringify(said.body)}`).toBe(200);
      const [items] = Object.values(said.body) as [{ sourcedId: string }[]];
      expect(said.headers['x-total-count']).toMatch(/^\d+$/);
      for (const item of items) {
        expect((await all.get(`${operation.path}/${item.sourcedId}`)).status, operation.id).toBe(200);
      }
    }
  });

  test('pages add up to the whole, with links to the next, the first and the last', async () => {
    const whole = (await all.get(`${roster}/enrollments`)).body.enrollments;
    // Four pupils in their classes, three of them in three subjects, three assignments, one homeroom teacher.
    expect(whole).toHaveLength(4 + 9 + 3 + 1);
    const first = await all.get(`${roster}/enrollments?limit=10&fields=sourcedId`);
    expect(first.headers['x-total-count']).toBe('17');
    expect(first.headers.link).toContain('rel="next"');
    expect(first.headers.link).not.toContain('rel="prev"');
    const next = /<([^>]+)>; rel="next"/.exec(String(first.headers.link))?.[1] ?? '';
    const second = await all.get(next.replace(hoaBan.publicUrl, ''));
    const ids = [...first.body.enrollments, ...second.body.enrollments].map(({ sourcedId }) => sourcedId);
    expect(new Set(ids)).toEqual(new Set(whole.map((one: { sourcedId: string }) => one.sourcedId)));
    expect(Object.keys(first.body.enrollments[0])).toEqual(['sourcedId']);
    const beyond = await all.get(`${roster}/enrollments?limit=10&offset=90`);
    expect(beyond.body.enrollments).toEqual([]);
    expect(beyond.headers['x-total-count']).toBe('17');
  });

  test.each([
    ["filter=password='x'", 400],
    ["filter=familyName='Giàng' AND", 400],
    ["filter=familyName='x' OR 1=1", 400],
    ["filter=dateLastModified>'yesterday'", 400],
    ["filter=familyName~'; DROP TABLE people.pupil; --'", 200],
    ["filter=familyName='O''Giàng'", 200],
    ['sort=password', 400],
    ['fields=identityNumber', 400],
    ['limit=0', 400],
    ['limit=5000', 400],
    ['offset=-1', 400],
  ])('?%s is answered with %i, in the words of the standard', async (query, status) => {
    const said = await all.get(`${roster}/users?${encodeURI(query)}`);
    expect(said.status).toBe(status);
    if (status === 400)
      expect(said.body).toMatchObject({ imsx_codeMajor: 'failure', imsx_severity: 'error' });
    else expect(said.body.users).toEqual([]);
  });

  test.each(['%zz', '%00', '%0A'])('%s, which is no text, is noted as it came', async (odd) => {
    expect((await all.get(`${roster}/orgs?cache=${odd}`)).status).toBe(200);
  });

  test('a filter for a sign that no text can hold is refused', async () => {
    expect((await all.get(`${roster}/users?filter=familyName='%00'`)).status).toBe(422);
  });

  test('what changed since a moment is asked for by a filter', async () => {
    const since = encodeURIComponent("dateLastModified>'2025-12-01T00:00:00Z'");
    await hoaBan.db.owner.query(`UPDATE people.pupil SET phone = '0987654321' WHERE id = $1`, [
      ground.pupils[1],
    ]);
    await hoaBan.db.owner.query(
      `INSERT INTO audit.event (at, action, operation, entity, entity_id) SELECT '2024-01-01', 'test', 'update', 'people.pupil', id
       FROM people.pupil WHERE id <> $1`,
      [ground.pupils[1]],
    );
    const { users } = (await all.get(`${roster}/students?filter=${since}`)).body;
    expect(users.map((one: { sourcedId: string }) => one.sourcedId)).toEqual([ground.pupils[1]]);
  });
});

describe('What is not handed out', () => {
  test('identity numbers, phones, ethnic groups and addresses stand in no answer, birth dates and guardians only by their scope', async () => {
    await hoaBan.db.owner.query(
      `INSERT INTO people.pupil_private (pupil_id, unit_id, department_id, identity_number, address) VALUES ($1, $2, $3, '011214000001', 'Bản Nà Thử')
       ON CONFLICT (pupil_id) DO UPDATE SET identity_number = excluded.identity_number`,
      [ground.pupils[0], here.id, here.departmentId],
    );
    const said = [];
    for (const operation of exchangeOperations) {
      if (operation.scopes && !operation.answersFile && !operation.path.includes('{')) {
        said.push((await all.get(operation.path)).bytes.toString());
      }
    }
    const text = said.join('\n');
    expect(text).toContain('Sùng');
    expect(text).toContain('birthDate');
    for (const secret of ['011214000001', '0912345678', 'Nà Thử', 'ethnic'])
      expect(text).not.toContain(secret);

    const plain = await systemOf(principal, school.id, withoutExtras);
    const users = (await plain.get(`${roster}/users`)).body.users;
    expect(users.some((one: { roles: { role: string }[] }) => one.roles[0]?.role === 'guardian')).toBe(false);
    expect(users.flatMap((one: { agents: unknown[] }) => one.agents)).toEqual([]);
    expect((await plain.get(`${roster}/demographics`)).status).toBe(403);
    expect((await plain.get(`${gradebook}/results`)).status).toBe(403);
  });

  test('another school is not there, whether asked for in a list, by its id or by one of its pupils', async () => {
    const other = await systemOf(
      await hoaBan.as(names.elsewhere, 'principal'),
      otherSchool.id,
      Object.values(scopes),
    );
    for (const address of [
      `${roster}/orgs/${school.id}`,
      `${roster}/schools/${school.id}/students`,
      `${roster}/students/${ground.pupils[0]}`,
      `${roster}/classes/${ground.classId}.MATH/students`,
      `${roster}/classes/nonsense/students`,
      `${gradebook}/classes/${ground.classId}.MATH/results`,
    ]) {
      const said = await other.get(address);
      expect(said.status, address).toBe(404);
      expect(said.body.imsx_CodeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue).toBe('unknownobject');
    }
    expect((await other.get(`${gradebook}/results`)).body.results).toEqual([]);
    expect((await other.get(`${roster}/students`)).body.users).toEqual([]);
    expect((await other.get(`/ims/oneroster/csv/v1p2/bulk.zip?school=${school.id}`)).status).toBe(422);
  });

  test('the database itself shows a client no identity number, no guardian and no mark beyond its scopes', async () => {
    const settings = {
      'hoaban.account_id': school.id,
      'hoaban.department_id': here.departmentId,
      'hoaban.unit_id': here.id,
      'hoaban.role': 'client',
      'hoaban.scope': 'subtree',
    };
    const { sql } = await import('#platform/db');
    const seen = await hoaBan.db.database.read(settings, async (tx) => {
      const count = async (table: string) =>
        (await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(tx)).rows[0]?.n;
      return [
        await count('people.pupil'),
        await count('people.pupil_private'),
        await count('people.guardian'),
        await count('gradebook.subject_marks'),
      ];
    });
    expect(seen).toEqual([4, 0, 0, 0]);
  });
});

describe('The gradebook', () => {
  test('a scored subject gives scores of ten and the average of a complete semester, an open semester gives none', async () => {
    const address = `${gradebook}/classes/${ground.classId}.MATH/results`;
    const { results } = (await all.get(`${address}?limit=1000`)).body;
    const byItem = new Map<string, Record<string, unknown>>(
      results.map((one: { lineItem: { sourcedId: string } }) => [one.lineItem.sourcedId.slice(37), one]),
    );
    expect(byItem.get('MATH.1.regular1')).toMatchObject({ score: 8.5, scoreStatus: 'fully graded' });
    expect(byItem.get('MATH.1.average')).toMatchObject({ score: 8.5, scoreStatus: 'fully graded' });
    expect(byItem.get('MATH.2.average')).toMatchObject({ scoreStatus: 'partially graded' });
    expect(byItem.get('MATH.2.average')).not.toHaveProperty('score');
    const items = (await all.get(`${gradebook}/classes/${ground.classId}.MATH/lineItems`)).body.lineItems;
    expect(items).toHaveLength(2 * (4 + 3));
    for (const { lineItem } of results) {
      expect(items.some((one: { sourcedId: string }) => one.sourcedId === lineItem.sourcedId)).toBe(true);
    }
    const one = await all.get(
      `${gradebook}/classes/${ground.classId}.MATH/lineItems/${ground.classId}.MATH.1.final/results`,
    );
    expect(one.body.results).toHaveLength(1);
  });

  test('a subject judged by comments gives Đ and CĐ on a score scale, never a number', async () => {
    const { results } = (await all.get(`${gradebook}/classes/${ground.classId}.PE/results`)).body;
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(result).toMatchObject({
        textScore: 'Đ',
        scoreScale: { sourcedId: `${ground.classId}.PE.scale` },
      });
      expect(result).not.toHaveProperty('score');
    }
    const { scoreScale } = (await all.get(`${gradebook}/scoreScales/${ground.classId}.PE.scale`)).body;
    expect(scoreScale.scoreScaleValue).toEqual([
      { itemValueLHS: 'Đ', itemValueRHS: 'Đạt' },
      { itemValueLHS: 'CĐ', itemValueRHS: 'Chưa đạt' },
    ]);
  });
});

describe('Traces', () => {
  test('the school finds in its change log which system read of which pupils', async () => {
    const system = await systemOf(principal, school.id, withoutExtras);
    await system.get(`${roster}/classes/${ground.classId}.MATH/students?limit=2`);
    const { body } = await principal.get('/api/audit/events?entity=oneroster.users&limit=1');
    expect(body.items[0]).toMatchObject({
      operation: 'read',
      account: { name: 'Hệ thống học trực tuyến' },
      unit: { id: school.id },
      after: { reader: 'Hệ thống học trực tuyến', count: 2 },
    });
    expect(body.items[0].after.people).toHaveLength(2);
    const { items } = (await principal.get('/api/exchange/clients')).body;
    const { reads } = (await principal.get(`/api/exchange/clients/${body.items[0].account.id}`)).body;
    expect(items.find(({ id }: { id: string }) => id === body.items[0].account.id).lastUsedAt).not.toBeNull();
    expect(reads[0]).toMatchObject({ count: 2, unit: school.name });
  });

  test('whoever guesses secrets is told to wait', async () => {
    const { body: client } = await principal.post(
      '/api/exchange/clients',
      registered(school.id, withoutExtras),
    );
    clock.pass(2);
    const said = [];
    for (let at = 0; at < 12; at += 1) {
      said.push((await tokenOf({ ...client, clientSecret: `x${at}` })).status);
    }
    expect(said).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    clock.pass(2);
    expect((await tokenOf(client)).status).toBe(200);
  });
});

describe('The files', () => {
  const linesOf = (file: Uint8Array | undefined) =>
    strFromU8(file ?? new Uint8Array())
      .split('\r\n')
      .filter(Boolean);

  test('hold the same as the lists, name what is absent, and give no formula to a spreadsheet', async () => {
    await hoaBan.db.owner.query(`UPDATE people.pupil SET full_name = '=SUM(A1) Thử' WHERE id = $1`, [
      ground.pupils[2],
    ]);
    const said = await all.get('/ims/oneroster/csv/v1p2/bulk.zip');
    expect(said.headers['content-type']).toBe('application/zip');
    const files = unzipSync(said.bytes);
    const manifest = linesOf(files['manifest.csv']);
    expect(manifest).toContain('oneroster.version,1.2');
    expect(manifest).toContain('file.results,bulk');
    expect(manifest).toContain('file.resources,absent');
    const users = (await all.get(`${roster}/users?limit=1000`)).body.users;
    expect(linesOf(files['users.csv'])).toHaveLength(users.length + 1);
    expect(linesOf(files['results.csv'])).toHaveLength(
      (await all.get(`${gradebook}/results?limit=1000`)).body.results.length + 1,
    );
    expect(strFromU8(files['users.csv']!)).toContain(",'=SUM(A1),");
    expect(strFromU8(files['results.csv']!)).toContain(',8.5,');
    await hoaBan.db.owner.query(`UPDATE people.pupil SET full_name = 'Giàng A Thử C' WHERE id = $1`, [
      ground.pupils[2],
    ]);
  });

  test('a school downloads its own without guardians, and without marks and birth dates unless it says so', async () => {
    const plain = unzipSync((await principal.get('/api/exchange/oneroster.zip')).bytes);
    expect(Object.keys(plain)).not.toContain('results.csv');
    expect(Object.keys(plain)).not.toContain('demographics.csv');
    expect(strFromU8(plain['users.csv']!)).not.toContain('Sùng');
    const more = unzipSync(
      (await principal.get('/api/exchange/oneroster.zip?marks=yes&birthDates=yes')).bytes,
    );
    expect(linesOf(more['demographics.csv']).length).toBeGreaterThan(3);
  });
});

test('the description of the API names every operation with its scopes and the address of the tokens', () => {
  const described = describeApi(exchangeOperations as never) as {
    paths: Record<string, Record<string, { security?: unknown }>>;
    components: { securitySchemes: { client: { flows: { clientCredentials: { tokenUrl: string } } } } };
  };
  expect(described.paths[`${roster}/orgs`]?.get?.security).toEqual([
    { client: [scopes.rosterCore] },
    { client: [scopes.roster] },
  ]);
  expect(described.components.securitySchemes.client.flows.clientCredentials.tokenUrl).toBe('/oauth/token');
});

test('the head of the department lets a system read of every school', async () => {
  const department = unitOf('department', () => true);
  const administrator = await hoaBan.as(nameOf(department, 'systemAdmin'), 'systemAdmin');
  const system = await systemOf(administrator, province.departmentId, withoutExtras);
  const { body } = await system.get(`${roster}/schools?limit=1000`);
  expect(body.orgs.length).toBe(province.units.filter(({ kind }) => kind === 'school').length);
});
