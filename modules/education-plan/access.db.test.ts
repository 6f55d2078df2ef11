import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gate, sessionCookie } from '#modules/identity-access';
import { fixedClock } from '#platform/clock';
import { buildServer } from '#platform/http';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { signedIn } from '../identity-access/testing.ts';
import { addClass, addPupil, addStaff } from '../people/testing.ts';
import { educationPlanRoutes } from './index.ts';

const clock = fixedClock('2025-08-20T08:00:00+07:00');

let db: TestDatabase;
let server: FastifyInstance;
let school: { id: string; departmentId: string; code: string };
let team: string;
let year: string;

beforeAll(async () => {
  db = await freshDatabase(demoProvinceSeed);
  server = await buildServer({
    database: db.database,
    clock,
    gate,
    services: { filesFolder: '', publicUrl: 'http://127.0.0.1' },
    routes: educationPlanRoutes,
    sessionCookie,
    secureCookies: false,
    logger: false,
    checkAnswers: true,
    trustProxy: false,
  });
  const { rows } = await db.owner.query(`
    SELECT u.id, u.department_id AS "departmentId", u.code, y.id AS year,
      (SELECT r.unit_id FROM identity.role_assignment r JOIN identity.account a ON a.id = r.account_id
       WHERE a.username = 'totruong' AND r.role = 'teamLead') AS team
    FROM organisation.unit u JOIN identity.role_assignment r ON r.unit_id = u.id AND r.role = 'principal'
    JOIN identity.account a ON a.id = r.account_id AND a.username = 'hieutruong', organisation.school_year y WHERE y.is_current`);
  [school] = rows;
  ({ team, year } = rows[0]);
  await db.owner.query('DELETE FROM people.enrolment WHERE unit_id = $1', [school.id]);
  await db.owner.query('DELETE FROM people.school_class WHERE unit_id = $1', [school.id]);
  await db.owner.query('UPDATE people.room SET closed_on = $2 WHERE unit_id = $1', [school.id, '2020-01-01']);
  for (const name of ['6A', '6B']) {
    const classId = await addClass(db, school, year, { name });
    await addPupil(db, school, { classId, schoolYearId: year });
  }
  await addClass(db, school, year, { name: '9A', grade: 9, two_sessions: true });
  await db.owner.query(
    `UPDATE people.staff_member SET account_id = NULL WHERE account_id = (SELECT id FROM identity.account WHERE username = 'giaovien')`,
  );
  const staff = await addStaff(db, school, { full_name: 'Quàng Văn Thử' });
  await db.owner.query(
    `UPDATE people.staff_member SET account_id = (SELECT id FROM identity.account WHERE username = 'giaovien') WHERE id = $1`,
    [staff],
  );
  await db.owner.query(
    `INSERT INTO staffing.teaching_assignment (id, unit_id, department_id, school_year_id, class_id, subject_code, staff_id, periods_1, periods_2)
     SELECT gen_random_uuid(), $1, $2, $3, c.id, 'MATH', $4, 4, 4 FROM people.school_class c WHERE c.unit_id = $1 AND c.name = '6A'`,
    [school.id, school.departmentId, year, staff],
  );
});
afterAll(async () => {
  await server.close();
  await db.drop();
});

async function send(
  who: string | null,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  url: string,
  payload?: object,
) {
  const headers = who ? await signedIn(db, who, { now: clock.now() }) : {};
  const answer = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const json = answer.headers['content-type']?.includes('json') ? answer.json() : undefined;
  return { status: answer.statusCode, body: json, bytes: answer.rawPayload };
}

const plans = '/api/education-plans';
let planId = '';
let planVersion = 0;
const at = (path = '') => `${plans}/${planId}${path}`;

async function read(who = 'hieutruong') {
  const { body } = await send(who, 'GET', at());
  planVersion = body.plan?.version ?? planVersion;
  return body;
}

describe('From the draft to the public page', () => {
  test('one press drafts everything the rows know', async () => {
    const made = await send('phohieutruong', 'POST', plans, { from: 'framework' });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    planId = made.body.id;
    const whole = await read();
    expect(whole.figures.classes).toMatchObject([
      { grade: 6, classes: 2, pupils: 2 },
      { grade: 9, classes: 1, twoSessions: 1 },
    ]);
    expect(whole.rows.periods.filter((row: { grade: number }) => row.grade === 6)).toHaveLength(12);
    expect(whole.rows.dayLoads.length).toBeGreaterThan(12);
    expect(whole.may).toEqual(['edit', 'propose']);
    const rules = new Set(
      whole.findings
        .filter((one: { severity: string }) => one.severity === 'mustFix')
        .map((one: { rule: string }) => one.rule),
    );
    expect([...rules]).toEqual(['annex1']);
    expect((await send('hieutruong', 'POST', plans, { from: 'framework' })).body.code).toBe(
      'educationPlan.planExists',
    );
  });

  test('a change that breaks a rule is found by name, a change of an old version answers both', async () => {
    const { rows } = await read();
    const periods = rows.periods.map((row: { semester1: number }, index: number) =>
      index === 0 ? { ...row, semester1: 0 } : row,
    );
    const saved = await send('vanthu', 'PUT', at('/rows'), {
      part: 'periods',
      version: planVersion,
      rows: periods,
    });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect((await read()).findings[0]).toMatchObject({ rule: 'programmePeriods', place: 'Khối 6' });
    const old = await send('hieutruong', 'PUT', at('/rows'), {
      part: 'periods',
      version: 1,
      rows: rows.periods,
    });
    expect(old.body).toMatchObject({ status: 409, code: 'educationPlan.changedMeanwhile' });
    expect(old.body.facts.current).toHaveLength(rows.periods.length);
    await send('hieutruong', 'PUT', at('/rows'), {
      part: 'periods',
      version: planVersion,
      rows: rows.periods,
    });
  });

  test.each([
    [
      'the same row twice',
      {
        part: 'dayLoads',
        rows: [0, 1].map(() => ({ grade: 6, weekday: 1, half: 'morning', programme: 5, support: 0 })),
      },
      422,
    ],
    [
      'an unknown subject',
      {
        part: 'periods',
        rows: [{ grade: 6, classId: null, subjectCode: 'XYZ', semester1: 1, semester2: 1 }],
      },
      422,
    ],
    [
      '500 periods',
      {
        part: 'periods',
        rows: [{ grade: 6, classId: null, subjectCode: 'MATH', semester1: 500, semester2: 1 }],
      },
      400,
    ],
    [
      'an activity that ends before it begins',
      {
        part: 'activities',
        rows: [
          {
            title: 'X',
            grades: null,
            startsOn: '2025-10-02',
            endsOn: '2025-10-01',
            lead: null,
            place: null,
            topics: null,
          },
        ],
      },
      422,
    ],
  ])('%s is refused and nothing is written', async (_, input, status) => {
    await read();
    const answer = await send('hieutruong', 'PUT', at('/rows'), { version: planVersion, ...input });
    expect(answer.status).toBe(status);
    expect(answer.body.problems.length).toBeGreaterThan(0);
    expect((await send('hieutruong', 'GET', at())).body.plan.version).toBe(planVersion);
  });

  test('approval is refused with every reason at once', async () => {
    await read();
    await send('vanthu', 'POST', at('/propose'), { version: planVersion });
    await read();
    const answer = await send('hieutruong', 'POST', at('/approve'), { version: planVersion });
    expect(answer.body).toMatchObject({ status: 422, code: 'educationPlan.notYet' });
    expect(answer.body.problems.length).toBe(2);
  });

  test('the team writes Annex 1 and proposes, the principal accepts', async () => {
    const { rows } = await read();
    const lessons = [];
    const tests = [];
    for (const row of rows.periods) {
      const subject = { grade: row.grade, subjectCode: row.subjectCode };
      lessons.push({
        ...subject,
        title: 'Học kì I',
        periods: Math.min(100, row.semester1),
        week: 1,
        requirement: null,
        equipment: null,
        room: null,
      });
      lessons.push({
        ...subject,
        title: 'Học kì II',
        periods: row.semester2,
        week: 19,
        requirement: null,
        equipment: null,
        room: null,
      });
      for (const kind of ['midterm1', 'final1', 'midterm2', 'final2'])
        tests.push({ ...subject, kind, minutes: 45, week: 9, requirement: null, form: 'Viết' });
    }
    const url = at(`/teams/${team}`);
    expect((await send('totruong', 'POST', `${url}/propose`, { version: 0 })).body.code).toBe(
      'educationPlan.nothingToPropose',
    );
    const saved = await send('totruong', 'PUT', `${url}/rows`, {
      part: 'lessons',
      version: 0,
      rows: lessons,
    });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    await send('totruong', 'PUT', `${url}/rows`, { part: 'tests', version: 1, rows: tests });
    const proposed = await send('totruong', 'POST', `${url}/propose`, { version: 2 });
    expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
    expect(
      (await send('totruong', 'PUT', `${url}/rows`, { part: 'tests', version: 3, rows: [] })).body.code,
    ).toBe('educationPlan.notNow');
    const decided = await send('hieutruong', 'POST', `${url}/decide`, { version: 3, decision: 'accept' });
    expect(decided.status, JSON.stringify(decided.body)).toBe(200);
    expect((await read()).findings.every((one: { severity: string }) => one.severity === 'warning')).toBe(
      true,
    );
  });

  test('then approval, acknowledgement by the commune, publication, receipts', async () => {
    const step = async (who: string, name: string, more: object = {}) => {
      await read();
      return send(who, 'POST', at(`/${name}`), { version: planVersion, ...more });
    };
    expect((await step('phohieutruong', 'approve')).status).toBe(403);
    expect(
      (await step('hieutruong', 'approve', { warningsReason: 'Mời giáo viên dạy liên trường.' })).body.state,
    ).toBe('approved');
    expect((await send('giaovien', 'GET', at())).status).toBe(404);
    expect((await step('truongphong', 'acknowledge')).body.code).toBe('educationPlan.notNow');
    expect((await step('xa.muongpon', 'acknowledge')).body.state).toBe('acknowledged');
    expect((await step('hieutruong', 'publish')).body.state).toBe('published');
    expect((await send('giaovien', 'GET', at())).body.findings).toEqual([]);
    expect((await send('giaovien', 'POST', at('/readings'), {})).status).toBe(200);
    const { readings } = await read();
    expect(readings.some((row: { read: number; people: number }) => row.read === 1 && row.people >= 1)).toBe(
      true,
    );
  });

  test('everybody reads the public page, which names nobody', async () => {
    const shown = await send(null, 'GET', `/api/public/education-plans/${school.code}?schoolYear=2025-2026`);
    expect(shown.status, JSON.stringify(shown.body)).toBe(200);
    expect(shown.body.periods.length).toBeGreaterThan(20);
    expect(JSON.stringify(shown.body)).not.toMatch(/"lead"|approved_by|Quàng Văn Thử/);
    expect((await send(null, 'GET', '/api/public/education-plans/KHONG-CO')).body.code).toBe(
      'educationPlan.noPublicPlan',
    );
  });

  test('a teacher draws Annex 3 from the assignment and keeps an own week', async () => {
    expect((await send('giaovien', 'POST', at('/teacher-plan'), {})).body).toEqual({ added: 2, removed: 0 });
    const mine = (await send('giaovien', 'GET', at('/teacher-plan'))).body;
    expect(
      mine.rows.map((row: { subjectCode: string; grade: number }) => `${row.subjectCode} ${row.grade}`),
    ).toEqual(['MATH 6', 'MATH 6']);
    const rows = [{ id: mine.rows[0].id, week: 2, equipment: 'Thước', place: null }];
    expect((await send('giaovien', 'PUT', at('/teacher-plan'), { rows })).body).toEqual({ saved: 1 });
    expect((await send('hieutruong.thpt', 'GET', at('/teacher-plan'))).status).toBe(404);
  });

  test('Annex 3 of an integrated subject takes the own strand and what is common; a strand others teach leaves it', async () => {
    // The two lessons of the whole subject that the team wrote come along.
    const { owner } = db;
    await owner.query(
      `INSERT INTO staffing.teaching_assignment (id, unit_id, department_id, school_year_id, class_id, subject_code, strand, staff_id, periods_1, periods_2)
       SELECT gen_random_uuid(), $1, $2, $3, c.id, 'SCI', 'life', s.id, 1, 1 FROM people.school_class c, people.staff_member s
       JOIN identity.account a ON a.id = s.account_id WHERE c.unit_id = $1 AND c.name = '6A' AND a.username = 'giaovien'`,
      [school.id, school.departmentId, year],
    );
    for (const [position, strand] of ['life', 'energy', null].entries()) {
      await owner.query(
        `INSERT INTO education_plan.lesson (id, plan_id, unit_id, department_id, position, grade, subject_code, title, periods, week, strand)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, 6, 'SCI', 'Bài thử', 2, 1, $5)`,
        [planId, team, school.departmentId, 900 + position, strand],
      );
    }
    expect((await send('giaovien', 'POST', at('/teacher-plan'), {})).body).toEqual({ added: 4, removed: 0 });
    const science = async () =>
      (await send('giaovien', 'GET', at('/teacher-plan'))).body.rows.filter(
        (row: { title: string }) => row.title === 'Bài thử',
      );
    expect((await science()).map((row: { strand: string | null }) => row.strand)).toEqual([null, 'Vật sống']);
    await owner.query(
      `UPDATE education_plan.lesson SET strand = 'energy' WHERE strand = 'life' AND title = 'Bài thử' AND plan_id = $1`,
      [planId],
    );
    expect((await send('giaovien', 'POST', at('/teacher-plan'), {})).body).toEqual({ added: 0, removed: 1 });
    expect(await science()).toHaveLength(1);
    await owner.query(`DELETE FROM education_plan.lesson WHERE title = 'Bài thử' AND plan_id = $1`, [planId]);
  });

  test('an amendment needs reason and minute, shows what changed and takes the place of the old one', async () => {
    expect((await send('hieutruong', 'POST', at('/amend'), { reason: '', minute: 'BB 03' })).status).toBe(
      400,
    );
    const amended = await send('hieutruong', 'POST', at('/amend'), {
      reason: 'Thay đổi lịch do mưa lũ',
      minute: 'BB số 03',
    });
    expect(amended.status, JSON.stringify(amended.body)).toBe(200);
    const old = planId;
    planId = amended.body.id;
    const { rows } = await read();
    const sections = rows.sections.map((row: { body: string }, index: number) =>
      index === 2 ? { ...row, body: 'Mục tiêu mới' } : row,
    );
    await send('hieutruong', 'PUT', at('/rows'), { part: 'sections', version: planVersion, rows: sections });
    const { body } = await send('hieutruong', 'GET', at('/differences'));
    expect(body).toMatchObject({
      before: 1,
      parts: [{ part: 'Nội dung', differences: [{ what: 'changed' }] }],
    });
    for (const name of ['propose', 'approve', 'publish']) {
      await read();
      const done = await send('hieutruong', 'POST', at(`/${name}`), {
        version: planVersion,
        ...(name === 'approve' ? { warningsReason: 'Như bản đầu.' } : {}),
      });
      expect(done.status, JSON.stringify(done.body)).toBe(200);
    }
    const { body: list } = await send('hieutruong', 'GET', plans);
    expect(list.items.map((one: { state: string }) => one.state)).toEqual(['published', 'superseded']);
    expect(
      (await send('hieutruong', 'POST', `${plans}/${old}/amend`, { reason: 'x', minute: 'y' })).body.code,
    ).toBe('educationPlan.notNow');
  });

  test.each(['docx', 'pdf', 'xlsx', 'annex1'])('the plan comes out as %s', async (kind) => {
    const file = await send('hieutruong', 'GET', at(`/file?kind=${kind}&teamId=${team}`));
    expect(file.status, JSON.stringify(file.body)).toBe(200);
    expect(file.bytes.subarray(0, 2).toString()).toMatch(/PK|%P/);
  });
});

describe('Above the school', () => {
  test('guidance is published by the department and begins the board and the drafts', async () => {
    const { body: empty } = await send('truongphong', 'GET', `${plans}/guidance`);
    const saved = await send('truongphong', 'PUT', `${plans}/guidance`, {
      version: empty.version,
      title: 'Hướng dẫn',
      body: 'Các trường công khai trước 15/9.',
      publishBy: '2025-09-15',
      sections: [{ title: 'Mở đầu', body: '' }],
    });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect((await send('hieutruong', 'GET', plans)).body.guidance).toEqual([]);
    const published = await send('truongphong', 'POST', `${plans}/guidance/publish`, {
      version: saved.body.version,
    });
    expect(published.body.publishedAt).toBeTruthy();
    expect((await send('hieutruong', 'GET', plans)).body.guidance).toMatchObject([
      { publishBy: '2025-09-15' },
    ]);
    expect((await send('hieutruong', 'PUT', `${plans}/guidance`, {})).status).toBe(403);
  });

  test('the board shows every school in reach with state, faults and whether in time', async () => {
    const all = (await send('truongphong', 'GET', `${plans}/board`)).body;
    const own = all.items.find((row: { unitId: string }) => row.unitId === school.id);
    expect(own).toMatchObject({ state: 'published', mustFix: 0, onTime: true });
    expect(all.items.length).toBeGreaterThan(20);
    const commune = (await send('xa.muongpon', 'GET', `${plans}/board`)).body;
    expect(commune.items.length).toBeLessThan(all.items.length);
    const none = (await send('truongphong', 'GET', `${plans}/board?state=none`)).body.items;
    expect(none).toHaveLength(all.items.length - 1);
    expect((await send('truongphong', 'GET', `${plans}/board/export`)).bytes.subarray(0, 2).toString()).toBe(
      'PK',
    );
  });

  test.each([
    ['hieutruong.thpt', 404],
    ['xa.muongpon', 200],
    ['truongphong', 200],
    ['giaovien', 200],
    ['totruong', 200],
  ])('%s reading the plan of the school: %d', async (who, status) => {
    expect((await send(who, 'GET', at())).status).toBe(status);
  });

  test.each([
    ['giaovien', 'PUT', '/rows'],
    ['totruong', 'POST', '/approve'],
    ['xa.muongpon', 'POST', '/publish'],
    ['chunhiem', 'POST', '/amend'],
  ] as const)('%s may not %s %s', async (who, method, path) => {
    expect((await send(who, method, at(path), {})).status).toBe(403);
  });

  test('another school cannot touch it', async () => {
    const answer = await send('hieutruong.thpt', 'POST', at('/amend'), { reason: 'x', minute: 'y' });
    expect(answer.body.code).toBe('educationPlan.planNotFound');
  });
});
