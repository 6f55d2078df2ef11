import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock';
import { type Settings, sql } from '#platform/db';
import { readTables } from '#platform/documents';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { addClass } from '../people/testing.ts';
import { actingAs, provinceSeed, unitOf } from '../plan/testing.ts';
import { gradebookTasks } from './index.ts';
import {
  cellsOf,
  type Ground,
  here,
  makeGround,
  names,
  otherSchool,
  put,
  school,
  schoolYearId,
  sheetAddress,
} from './testing.ts';

// Conduct, absences and the results of a class.

const scored = ['LIT', 'MATH', 'FL1', 'CIV', 'HISGEO', 'SCI', 'TECH', 'INF'];
const comments = ['ART', 'PE', 'EXP', 'LOC'];

let hoaBan: Served;
let ground: Ground;
let maths: Person;
let homeroom: Person;
let principal: Person;
let results: string;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2026-01-05T08:00:00+07:00');
  ground = await makeGround(hoaBan.db, 3);
  maths = await hoaBan.as(names.maths, 'teacher');
  homeroom = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
  results = `/api/gradebook/classes/${ground.classId}/results`;
  await fill(ground.pupils[0]!, 85);
  await fill(ground.pupils[1]!, 60, { MATH: 32, FL1: 48 });
});
afterAll(() => hoaBan?.close());

/** All marks of a year, the same everywhere but in some subjects. */
async function fill(
  pupilId: string,
  score: number,
  change: Readonly<Record<string, number>> = {},
): Promise<void> {
  for (const semester of [1, 2]) {
    for (const code of [...scored, ...comments]) {
      const value = comments.includes(code) ? 1 : (change[code] ?? score);
      await hoaBan.db.owner.query(
        `INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm, final)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, array_fill($9::smallint, ARRAY[4]), $9, $9)`,
        [
          uuidv7(),
          pupilId,
          here.id,
          here.departmentId,
          schoolYearId,
          code,
          semester,
          comments.includes(code) ? 'comment' : 'score',
          value,
        ],
      );
    }
  }
}

async function anAccount(): Promise<string> {
  const id = uuidv7();
  await hoaBan.db.owner.query(
    `INSERT INTO identity.account (id, department_id, display_name, username) VALUES ($1, $2, 'Giàng Thị Mẹ', 'me.thu')`,
    [id, here.departmentId],
  );
  return id;
}

const setConduct = (person: Person, semester: 1 | 2, rows: readonly (readonly [number, string, number?])[]) =>
  put(person, `/api/gradebook/classes/${ground.classId}/conduct/${semester}`, {
    rows: rows.map(([at, level, version = 0]) => ({
      pupilId: ground.pupils[at],
      level,
      comment: 'Chấp hành tốt nội quy.',
      version,
    })),
  });
const rowOf = async (at: number) => (await principal.get(results)).body.rows[at];

describe('Results of a class', () => {
  test('show the averages, say what is missing and why, before conduct is set', async () => {
    const row = await rowOf(0);
    expect(row.semester1).toMatchObject({
      level: 'excellent',
      conduct: null,
      values: { MATH: '8,5', PE: 'Đ' },
    });
    expect(row.year).toMatchObject({ level: 'excellent', decision: null });
    expect(row.year.reasons.at(-1)).toContain('rèn luyện');
    expect((await rowOf(2)).semester1.reasons[0]).toContain('Ngữ văn còn thiếu TX 1');
  });
  test('are for the homeroom teacher and the school’s office, not for who only teaches the class', async () => {
    expect((await homeroom.get(results)).body.may).toContain('gradebook.saveConduct');
    expect((await maths.get(results)).body.code).toBe('gradebook.notHomeroom');
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(results)).body.code).toBe('gradebook.noSheet');
  });
  test('change at once with a mark', async () => {
    const cell = cellsOf([[ground.pupils[0]!, 'final', '3', '8,5']]);
    expect((await maths.post(`${sheetAddress(ground.classId, 'MATH')}/cells`, cell)).status).toBe(200);
    expect((await rowOf(0)).semester1.values.MATH).not.toBe('8,5');
    await maths.post(
      `${sheetAddress(ground.classId, 'MATH')}/cells`,
      cellsOf([[ground.pupils[0]!, 'final', '8,5', '3,0']]),
    );
  });
});

describe('Conduct', () => {
  test('is set by the homeroom teacher, and only while the semester is open', async () => {
    expect(
      (
        await setConduct(homeroom, 1, [
          [0, 'excellent'],
          [1, 'good'],
        ])
      ).body,
    ).toEqual({ saved: 2 });
    expect((await setConduct(maths, 1, [[0, 'good', 1]])).body.code).toBe('gradebook.notHomeroom');
    expect((await setConduct(principal, 1, [[0, 'good', 1]])).status).toBe(403);
    expect((await setConduct(homeroom, 2, [[0, 'excellent', 1]])).body.code).toBe('gradebook.windowClosed');
    expect((await setConduct(homeroom, 1, [[2, 'great']])).status).toBe(400);
  });
  test('changed meanwhile is told', async () => {
    expect((await setConduct(homeroom, 1, [[0, 'good', 0]])).body.code).toBe('gradebook.changedMeanwhile');
  });
  test('of both semesters decides on honour, re-test and promotion, each with its reason', async () => {
    await hoaBan.db.owner.query(`UPDATE gradebook.conduct SET semester2 = semester1`);
    expect((await rowOf(0)).year).toMatchObject({
      conduct: 'excellent',
      honour: 'excellent',
      decision: 'promoted',
    });
    const weak = (await rowOf(1)).year;
    expect(weak).toMatchObject({
      level: 'fail',
      decision: 'retest',
      retestSubjects: ['FL1', 'MATH'],
      honour: null,
    });
    expect(weak.reasons.join(' ')).toContain('Kiểm tra, đánh giá lại: Ngoại ngữ 1 4,8, Toán 3,2.');
  });
});

describe('Summer', () => {
  const summer = (person: Person, at: number, more: object) =>
    put(person, `/api/gradebook/classes/${ground.classId}/summer/${ground.pupils[at]}`, {
      heldOn: '2026-07-20',
      retests: [],
      conduct: null,
      conductVersion: 1,
      ...more,
    });
  const maths10 = { retests: [{ subjectCode: 'MATH', value: '6,5' }] };

  test('a re-test is entered by the office, only in a subject open to one, and decides on promotion', async () => {
    const wrong = await summer(principal, 1, { retests: [{ subjectCode: 'LIT', value: '9' }] });
    expect(wrong.body.problems[0].message).toContain('không kiểm tra lại môn Ngữ văn');
    // A re-test is not made up again: V is offered in the grid only.
    for (const value of ['11', 'V'])
      expect(
        (await summer(principal, 1, { retests: [{ subjectCode: 'MATH', value }] })).body.problems,
      ).toEqual([
        {
          path: 'retests.0.value',
          message: 'Điểm từ 0 đến 10, nhiều nhất một chữ số thập phân.',
        },
      ]);
    for (const heldOn of [null, '1990-01-01', '2026-05-31', '2027-01-01']) {
      const { body } = await summer(principal, 1, { ...maths10, heldOn });
      expect(body.problems).toEqual([{ path: 'heldOn', message: expect.stringContaining('đến 31/12/2026') }]);
    }
    expect((await summer(principal, 0, maths10)).status).toBe(422);
    expect((await summer(homeroom, 1, maths10)).status).toBe(403);
    expect((await summer(principal, 1, maths10)).body).toEqual({ afterSummer: 'promoted' });
    const { year } = await rowOf(1);
    expect(year).toMatchObject({
      level: 'fail',
      decision: 'retest',
      afterSummer: 'promoted',
      values: { MATH: '3,2' },
      retests: { MATH: '6,5' },
    });
  });
  test('conduct after the training decides for who had to train', async () => {
    await hoaBan.db.owner.query(`UPDATE gradebook.conduct SET semester2 = 'fail' WHERE pupil_id = $1`, [
      ground.pupils[0],
    ]);
    expect((await rowOf(0)).year.decision).toBe('summerTraining');
    expect((await summer(principal, 0, { conduct: 'pass', conductVersion: 9 })).status).toBe(409);
    expect((await summer(principal, 0, { conduct: 'pass', heldOn: null })).body).toEqual({
      afterSummer: 'promoted',
    });
    await hoaBan.db.owner.query(
      `UPDATE gradebook.conduct SET semester2 = 'excellent', after_summer = NULL WHERE pupil_id = $1`,
      [ground.pupils[0]],
    );
  });
});

describe('Attendance', () => {
  const address = (day: string) => `/api/gradebook/classes/${ground.classId}/attendance/${day}`;
  const away = (at: number, absences: readonly object[]) => ({
    pupils: [{ pupilId: ground.pupils[at], absences }],
  });
  const session = { session: 1, period: 0, excused: true, reason: 'Ốm' };

  test('is taken by the teachers of the class, by session or period, and changed', async () => {
    const one = { session: 1, period: 3, excused: false, reason: null };
    expect((await put(maths, address('2025-12-01'), away(0, [session, one]))).body).toEqual({ saved: 1 });
    const { body } = await homeroom.get(address('2025-12-01'));
    expect(body.rows[0]).toMatchObject({ absentSessions: 1, absences: [session, one] });
    await put(homeroom, address('2025-12-01'), away(0, [{ ...session, excused: false }]));
    expect((await homeroom.get(address('2025-12-01'))).body.rows[0].absences).toEqual([
      { ...session, excused: false, online: null },
    ]);
    await put(homeroom, address('2025-12-01'), away(0, []));
    expect((await homeroom.get(address('2025-12-01'))).body.rows[0].absences).toEqual([]);
  });
  test('of what is held online says who had no connection or left early; neither is without leave, only a missed session counts', async () => {
    const noConnection = { ...session, reason: null, online: 'noConnection' };
    const leftEarly = { session: 1, period: 2, excused: true, reason: null, online: 'leftEarly' };
    const day = address('2025-12-03');
    expect((await put(maths, day, away(1, [leftEarly]))).status).toBe(200);
    expect((await homeroom.get(day)).body.rows[1]).toMatchObject({
      absentSessions: 0,
      absences: [leftEarly],
    });
    // What somebody saw without it is not what stands there.
    const changed = { pupilId: ground.pupils[1], absences: [], was: [{ ...leftEarly, online: null }] };
    expect((await put(homeroom, day, { pupils: [changed] })).body.code).toBe('gradebook.changedMeanwhile');
    expect((await put(maths, day, away(1, [noConnection]))).status).toBe(200);
    expect((await homeroom.get(day)).body.rows[1]).toMatchObject({
      absentSessions: 1,
      absences: [noConnection],
    });
    for (const wrong of [
      { ...noConnection, excused: false },
      { ...leftEarly, period: 0 },
    ])
      expect(JSON.stringify((await put(maths, day, away(1, [wrong]))).body)).toContain(
        'không phải nghỉ không phép',
      );
    await put(maths, day, away(1, []));
  });
  test('of a session is told to the guardian once, whatever is changed later', async () => {
    const { rows } = await hoaBan.db.owner.query<{ id: string }>(
      `SELECT account_id AS id FROM identity.role_assignment WHERE role = 'guardian' LIMIT 1`,
    );
    const guardian = rows[0]?.id ?? (await anAccount());
    await hoaBan.db.owner.query(
      `INSERT INTO people.guardian (id, pupil_id, unit_id, department_id, account_id, relation, full_name)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'mother', 'Giàng Thị Mẹ')`,
      [ground.pupils[2], here.id, here.departmentId, guardian],
    );
    for (const excused of [true, false])
      await put(maths, address('2025-12-02'), away(2, [{ ...session, excused }]));
    const told = await hoaBan.db.owner.query(`SELECT title FROM plan.notice WHERE account_id = $1`, [
      guardian,
    ]);
    expect(told.rows).toEqual([{ title: 'Giàng A Thử C nghỉ học buổi sáng ngày 02/12/2025' }]);
  });
  test('of a day to come, or of a pupil of another class, is refused', async () => {
    expect((await put(maths, address('2026-01-06'), away(0, [session]))).body.problems[0].message).toContain(
      'Chưa đến ngày',
    );
    const stranger = { pupils: [{ pupilId: ground.strangerId, absences: [session] }] };
    expect((await put(maths, address('2025-12-01'), stranger)).body.code).toBe('gradebook.pupilNotHere');
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(address('2025-12-01'))).body.code).toBe('gradebook.noSheet');
  });
  test('of 46 days keeps a pupil down whatever the marks, and takes the title; two sessions of a day count once', async () => {
    await hoaBan.db.owner.query(
      `INSERT INTO gradebook.absence (id, pupil_id, unit_id, department_id, school_year_id, day, session, excused)
       SELECT gen_random_uuid(), $1, $2, $3, $4, date '2025-09-08' + n, s, true FROM generate_series(0, 44) n, generate_series(1, 2) s`,
      [ground.pupils[0], here.id, here.departmentId, schoolYearId],
    );
    expect(await rowOf(0)).toMatchObject({ absentSessions: 45, year: { decision: 'promoted' } });
    await put(maths, address('2025-12-20'), away(0, [session]));
    expect((await rowOf(0)).year).toMatchObject({ decision: 'retained', honour: null });
    expect((await homeroom.get(address('2025-12-20'))).body).toMatchObject({ most: 45, warnFrom: 30 });
  });
});

describe('Marks, conduct and absences of children', () => {
  const tables = ['subject_marks', 'conduct', 'absence'];
  const seen = (settings: Settings) =>
    hoaBan.db.database.read(settings, async (tx) => {
      const counts = [];
      for (const table of tables) {
        const { rows } = await sql<{
          n: number;
        }>`SELECT count(*)::int AS n FROM ${sql.raw(`gradebook.${table}`)}`.execute(tx);
        counts.push(rows[0]!.n > 0);
      }
      return counts;
    });
  const commune = unitOf('commune', ({ id }) => id === school.parent_id);

  test('are seen by the school, whoever asks the database', async () => {
    expect(await seen(actingAs(school, 'principal', 'subtree'))).toEqual([true, true, true]);
  });
  test.each([
    ['the commune that manages the school', () => actingAs(commune, 'communeOfficer', 'subtree')],
    ['a specialist of the department', () => actingAs(unitOf('division'), 'specialist', 'department')],
    ['another school', () => actingAs(otherSchool, 'principal', 'subtree')],
    [
      'a teacher who neither teaches nor leads the class',
      () => ({ ...actingAs(school, 'principal', 'own'), 'hoaban.role': 'teacher' }),
    ],
    ['a pupil', () => ({ ...actingAs(school, 'principal', 'own'), 'hoaban.role': 'pupil' })],
  ])('are hidden from %s', async (_, settings) => {
    expect(await seen(settings())).toEqual([false, false, false]);
  });
});

describe('Figures', () => {
  const figures = async (person: Person, query: string) =>
    (await person.get(`/api/gradebook/figures?${query}`)).body;

  test('are counted from the marks, by class and by subject, and hold no name', async () => {
    expect((await principal.post('/api/gradebook/figures/compute', {})).body).toEqual({ pupils: 4 });
    const { groups, subjects } = await figures(principal, 'period=1&by=class');
    expect(groups).toMatchObject([
      { name: '6A1', pupils: 3, academic: [1, 0, 0, 1] },
      { name: '6A2', pupils: 1, academic: [0, 0, 0, 0] },
    ]);
    const maths = subjects.find(({ code }: { code: string }) => code === 'MATH');
    expect(maths).toMatchObject({ mean: 5.85, bands: [1, 0, 0, 0, 1] });
    expect(JSON.stringify({ groups, subjects })).not.toContain('Giàng');
  });
  test('are seen by the commune and the department for their schools, not by another school or a teacher', async () => {
    const commune = await hoaBan.as(names.commune, 'communeOfficer');
    expect((await figures(commune, 'period=1&by=school')).groups).toMatchObject([{ pupils: 4 }]);
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await figures(elsewhere, 'period=1&by=school')).groups).toEqual([]);
    expect((await maths.get('/api/gradebook/figures?period=1&by=class')).status).toBe(403);
  });
  test('are computed every night for every school with marks', async () => {
    await hoaBan.db.owner.query('DELETE FROM gradebook.class_figure');
    const said: string[] = [];
    const tasks = gradebookTasks({
      database: hoaBan.db.database,
      clock: fixedClock('2026-01-06T02:30:00+07:00'),
      log: (_, line) => said.push(line),
    });
    await tasks['gradebook.computeFigures']!({}, {} as never);
    expect(said).toEqual([expect.stringMatching(/1 schools$/)]);
    expect((await figures(principal, 'period=0&by=grade')).groups).toMatchObject([
      { name: '6', pupils: 4, computedAt: expect.stringContaining('2026-01-05') },
    ]);
  });
});

test('the results go out as Excel: both semesters and the year, with the reasons', async () => {
  const tables = await readTables((await principal.get(`${results}/workbook`)).bytes, 'kq.xlsx');
  expect(tables.map(({ name }) => name)).toEqual(['Học kì I', 'Học kì II', 'Cả năm']);
  expect(tables[2]?.rows[2]).toEqual(
    expect.arrayContaining(['Kiểm tra lại', expect.stringContaining('Toán 3,2')]),
  );
});

test('a teacher sees the classes taught and led, the principal all', async () => {
  expect((await homeroom.get('/api/gradebook/classes')).body.items).toMatchObject([
    { name: '6A1', led: true, pupils: 3 },
  ]);
  expect((await principal.get('/api/gradebook/classes')).body.items).toHaveLength(2);
});

describe('Progress of a pupil', () => {
  const progress = (pupil: number) => `/api/gradebook/pupils/${ground.pupils[pupil]}/progress`;
  const lastYearId = uuidv7();

  beforeAll(async () => {
    const { owner } = hoaBan.db;
    await owner.query(
      `INSERT INTO organisation.school_year (id, department_id, name, starts_on, opens_on, ends_on, source_note)
       VALUES ($1, $2, '2024-2025', '2024-08-25', '2024-09-05', '2025-05-31', 'Khung thử')`,
      [lastYearId, here.departmentId],
    );
    const pupilId = ground.pupils[0];
    // Last year in another school, whose class nobody here may open.
    const there = { id: otherSchool.id, departmentId: here.departmentId };
    const classId = await addClass(hoaBan.db, there, lastYearId, { name: '5B', grade: 6 });
    await owner.query(
      `INSERT INTO people.enrolment (id, pupil_id, unit_id, department_id, school_year_id, class_id, starts_on, ends_on, ended_as)
       VALUES ($1, $2, $3, $4, $5, $6, '2024-09-05', '2025-05-31', 'completed')`,
      [uuidv7(), pupilId, there.id, there.departmentId, lastYearId, classId],
    );
    await owner.query(
      `INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm, final)
       VALUES ($1, $2, $3, $4, $5, 'MATH', 1, 'score', '{60,60,60,60}', 60, 60)`,
      [uuidv7(), pupilId, here.id, here.departmentId, lastYearId],
    );
  });

  test('shows averages, levels and absences year by year, marks of another school too', async () => {
    const { body } = await homeroom.get(progress(0));
    expect(
      body.years.map(({ schoolYear, className }: Record<string, string>) => [schoolYear, className]),
    ).toEqual([
      ['2024-2025', '5B'],
      ['2025-2026', '6A1'],
    ]);
    expect(body.years[0].semester1).toEqual({ level: null, conduct: null });
    const maths = body.subjects.find(({ code }: { code: string }) => code === 'MATH');
    expect(maths.values[0]).toEqual([60, null, null]);
    expect(maths.values[1][1]).toBe(85);
    expect(body.subjects.find(({ code }: { code: string }) => code === 'PE').values[1]).toEqual([10, 10, 10]);
  });

  test('leaves a subject teacher the own subjects, and another school nothing', async () => {
    const { body } = await maths.get(progress(0));
    expect(body.subjects.map(({ code }: { code: string }) => code).sort()).toEqual(['MATH', 'PE']);
    expect(body.years[1].year).toMatchObject({ level: null, decision: null });
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(progress(0))).body.code).toBe('gradebook.pupilNotInSight');
    const stranger = `/api/gradebook/pupils/${ground.strangerId}/progress`;
    expect((await maths.get(stranger)).body.code).toBe('gradebook.pupilNotInSight');
  });
});
