import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemSettings } from '#modules/identity-access';
import { sql } from '#platform/db';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { put } from '../gradebook/testing.ts';
import { movableClock } from '../identity-access/testing.ts';
import { addStaff } from '../people/testing.ts';
import { computeIndicators } from '../plan/actions/compute-indicators.ts';
import { holderOf, province, provinceSeed } from '../plan/testing.ts';
import { lessonTasks } from './index.ts';
import { here, type LessonGround, lineOf, makeLessonGround, names, schoolYearId } from './testing.ts';

// The lesson log of a class: filled from timetable and programme, written by whoever teaches, signed by the week, chased, on paper.

const clock = movableClock('2025-09-10T08:00:00+07:00');
const day = 24 * 60;
let hoaBan: Served;
let ground: LessonGround;
let maths: Person;
let history: Person;
let principal: Person;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  ground = await makeLessonGround(hoaBan.db);
  maths = await hoaBan.as(names.maths, 'teacher');
  history = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
});
afterAll(() => hoaBan?.close());

const line = (parts: object = {}) => lineOf(ground, parts as Record<string, unknown>);
const write = (person: Person, parts: object = {}) => put(person, '/api/lessons/log/entries', line(parts));
const book = (number = 1) => `/api/lessons/log/classes/${ground.classId}/${number}`;
const read = async (person: Person, number = 1) => (await person.get(book(number))).body;

describe('The week of a teacher', () => {
  test('holds the own periods of the published timetable, a double period as two, with the programme', async () => {
    const { body } = await maths.get('/api/lessons/log/mine');
    expect(
      body.planned.map((one: { day: string; period: number; subjectCode: string }) => [
        one.day,
        one.period,
        one.subjectCode,
      ]),
    ).toEqual([
      ['2025-09-08', 1, 'MATH'],
      ['2025-09-08', 2, 'MATH'],
      ['2025-09-10', 2, 'MATH'],
      ['2025-09-11', 3, 'PE'],
    ]);
    expect(body.programmes['MATH 6'].map(({ title }: { title: string }) => title)[0]).toBe('Tập hợp');
    expect(body).toMatchObject({
      week: { number: 1 },
      ratings: ['A', 'B', 'C', 'D'],
      lateDays: 3,
      missing: [],
      reached: {},
    });
  });

  test('names who was absent from the attendance, which nobody types again', async () => {
    await put(maths, `/api/gradebook/classes/${ground.classId}/attendance/2025-09-08`, {
      pupils: [
        { pupilId: ground.pupils[0], absences: [{ session: 1, period: 0, excused: true, reason: 'Ốm' }] },
      ],
    });
    const { absent } = (await maths.get('/api/lessons/log/mine')).body;
    expect(absent).toMatchObject([{ day: '2025-09-08', half: 'morning', period: 0, excused: true }]);
    expect(absent[0].name).toContain('Giàng A Thử');
  });

  test('says who had no connection to an online lesson', async () => {
    await put(maths, `/api/gradebook/classes/${ground.classId}/attendance/2025-09-08`, {
      pupils: [
        {
          pupilId: ground.pupils[1],
          absences: [{ session: 1, period: 1, excused: true, reason: null, online: 'noConnection' }],
        },
      ],
    });
    const { absent } = (await maths.get('/api/lessons/log/mine')).body;
    expect(absent).toContainEqual(expect.objectContaining({ period: 1, online: 'noConnection' }));
  });
});

describe('A line', () => {
  test('is written by its teacher, once, and again with the version seen', async () => {
    const first = await write(maths);
    expect(first).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await write(maths, { remark: 'Lớp chú ý', was: 1 })).body.version).toBe(2);
    const stale = await write(maths, { remark: 'Khác', was: 1 });
    expect(stale.body).toMatchObject({
      code: 'lessons.entryChangedMeanwhile',
      facts: { yours: { remark: 'Khác' }, current: { remark: 'Lớp chú ý', version: 2 } },
    });
    await write(maths, { period: 2, programmePeriod: 2, title: 'Tập hợp (tiết 2/2)', rating: null });
    expect((await read(principal)).entries).toMatchObject([
      { period: 1, remark: 'Lớp chú ý', subjectCode: 'MATH', rating: 'A' },
      { period: 2, programmePeriod: 2 },
    ]);
  });

  test.each([
    ['of a colleague', { day: '2025-09-09' }, 403, 'lessons.notYourLesson'],
    ['of a period the timetable has not', { period: 4 }, 422, 'lessons.noSuchLesson'],
    ['of a day to come', { day: '2025-09-11', period: 3 }, 422, 'lessons.notYetHeld'],
    [
      'with a rating that is not in use',
      { day: '2025-09-10', period: 2, rating: '9' },
      422,
      'lessons.badRating',
    ],
    ['of another class', { classId: uuidv7() }, 404, 'lessons.classNotFound'],
  ])('%s is refused', async (_, parts, status, code) => {
    expect(await write(maths, parts)).toMatchObject({ status, body: { code } });
  });

  test('that was not taught says why', async () => {
    const bad = await write(maths, { day: '2025-09-10', period: 2, held: 'notTaught', title: 'Nghỉ' });
    expect(bad).toMatchObject({ status: 400 });
  });

  test('that comes late needs its reason', async () => {
    clock.pass(4 * day); // Sunday, 14 September
    maths = await hoaBan.as(names.maths, 'teacher');
    principal = await hoaBan.as(names.principal, 'principal');
    history = await hoaBan.as(names.history, 'teacher');
    const wednesday = {
      day: '2025-09-10',
      period: 2,
      title: 'Luyện tập',
      programmeLessonId: ground.programme[1],
      programmePeriod: 3,
    };
    expect((await write(maths, wednesday)).body).toMatchObject({
      code: 'lessons.lateReasonNeeded',
      problems: [{ path: 'lateReason' }],
    });
    expect((await write(maths, { ...wednesday, lateReason: 'Mất điện, mất mạng cả tuần' })).status).toBe(200);
    expect((await read(principal)).entries.at(-1)).toMatchObject({
      lateReason: 'Mất điện, mất mạng cả tuần',
    });
  });

  test('of a lesson somebody stands in for is the substitute’s, and says so', async () => {
    const lesson = (
      await hoaBan.db.owner.query(
        `SELECT id FROM timetable.lesson WHERE subject_code = 'PE' AND timetable_id = $1`,
        [ground.timetableId],
      )
    ).rows[0].id;
    const disruption = uuidv7();
    await hoaBan.db.owner.query(
      `INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, staff_id, from_day, to_day, reason, made_by, made_at)
       VALUES ($1, $2, $3, $4, 'teacherAway', $5, '2025-09-11', '2025-09-11', 'Ốm', $6, '2025-09-10')`,
      [
        disruption,
        here.id,
        here.departmentId,
        schoolYearId,
        ground.staff.maths,
        holderOf({ id: here.id }, 'principal'),
      ],
    );
    await hoaBan.db.owner.query(
      `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, place_id, away_id, staff_id)
       VALUES ($1, $2, $3, $4, $5, '2025-09-11', 'substituted', $6, $6, $7)`,
      [uuidv7(), disruption, here.id, here.departmentId, lesson, ground.staff.maths, ground.staff.history],
    );
    const thursday = {
      day: '2025-09-11',
      period: 3,
      title: 'Chạy bền',
      programmeLessonId: null,
      programmePeriod: null,
    };
    expect((await write(maths, thursday)).body.code).toBe('lessons.notYourLesson');
    expect((await write(history, thursday)).status).toBe(200);
    const { body } = await history.get('/api/lessons/log/mine?week=1');
    expect(body.entries.find(({ day: on }: { day: string }) => on === '2025-09-11')).toMatchObject({
      standsIn: true,
      subjectCode: 'PE',
    });
  });

  test('of a lesson that two teach together stays with the one who is not away, beside the substitute', async () => {
    const { owner } = hoaBan.db;
    const place = [here.id, here.departmentId];
    const standIn = await addStaff(hoaBan.db, here, { full_name: 'Quàng Văn Thay' });
    const [lesson] = (
      await owner.query(
        `INSERT INTO timetable.lesson_staff (lesson_id, staff_id, timetable_id, unit_id, department_id)
         SELECT id, $2, timetable_id, unit_id, department_id FROM timetable.lesson WHERE subject_code = 'HISGEO' AND timetable_id = $1
         RETURNING lesson_id AS id`,
        [ground.timetableId, ground.staff.maths],
      )
    ).rows;
    const disruption = uuidv7();
    await owner.query(
      `INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, staff_id, from_day, to_day, reason, made_by, made_at)
       VALUES ($1, $2, $3, $4, 'teacherAway', $5, '2025-09-09', '2025-09-10', 'Ốm', $6, '2025-09-08')`,
      [disruption, ...place, schoolYearId, ground.staff.history, holderOf({ id: here.id }, 'principal')],
    );
    await owner.query(
      `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, place_id, away_id, staff_id)
       VALUES ($1, $2, $3, $4, $5, '2025-09-09', 'substituted', $6, $6, $7)`,
      [uuidv7(), disruption, ...place, lesson.id, ground.staff.history, standIn],
    );
    const tuesday = { day: '2025-09-09', period: 1, title: 'Lịch sử là gì', subjectCode: 'HISGEO' };
    const unplanned = { programmeLessonId: null, programmePeriod: null };
    const planned = (await maths.get('/api/lessons/log/mine?week=1')).body.planned;
    expect(planned.find(({ day: on }: { day: string }) => on === '2025-09-09')).toMatchObject({
      staffIds: [standIn, ground.staff.maths],
      substituteIds: [standIn],
    });
    const away = (await history.get('/api/lessons/log/mine?week=1')).body.planned;
    expect(away.some(({ day: on }: { day: string }) => on === '2025-09-09')).toBe(false);
    expect((await write(history, { ...tuesday, ...unplanned })).body.code).toBe('lessons.notYourLesson');
    const late = { lateReason: 'Mất điện' };
    const saved = await write(maths, { ...tuesday, ...unplanned, ...late });
    expect(saved.status).toBe(200);
    const { entries } = await read(principal);
    expect(entries.find(({ id }: { id: string }) => id === saved.body.id)).toMatchObject({ standsIn: false });
    // The absence ended before that day: both teach it again.
    await owner.query('DELETE FROM timetable.day_change WHERE disruption_id = $1', [disruption]);
    const again = (await history.get('/api/lessons/log/mine?week=1')).body.planned;
    expect(again.some(({ day: on }: { day: string }) => on === '2025-09-09')).toBe(true);
    await owner.query('DELETE FROM lessons.log_entry WHERE id = $1', [saved.body.id]);
    await owner.query('DELETE FROM timetable.disruption WHERE id = $1', [disruption]);
    await owner.query('DELETE FROM timetable.lesson_staff WHERE lesson_id = $1 AND staff_id = $2', [
      lesson.id,
      ground.staff.maths,
    ]);
  });

  test('of a lesson that falls away is not asked for; made up on another day it is held there', async () => {
    const wednesday = (
      await hoaBan.db.owner.query(
        `SELECT id FROM timetable.lesson WHERE subject_code = 'MATH' AND weekday = 3 AND timetable_id = $1`,
        [ground.timetableId],
      )
    ).rows[0].id;
    await hoaBan.db.owner.query(
      `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, half, period, held_on)
       SELECT $1, d.id, d.unit_id, d.department_id, $2, '2025-09-17', 'madeUp', 'morning', 4, '2025-09-19' FROM timetable.disruption d`,
      [uuidv7(), wednesday],
    );
    const changes = async () =>
      (await maths.get('/api/lessons/log/mine?week=2')).body.planned.flatMap(
        ({ day: on, period, change }: { day: string; period: number; change: string | null }) =>
          change ? [[on, period, change]] : [],
      );
    expect(await changes()).toEqual([
      ['2025-09-17', 2, 'madeUp'],
      ['2025-09-19', 4, 'makeUp'],
    ]);
    const kindOf = (kind: string, heldOn: string) =>
      hoaBan.db.owner.query('UPDATE timetable.day_change SET kind = $1, held_on = $2 WHERE lesson_id = $3', [
        kind,
        heldOn,
        wednesday,
      ]);
    await kindOf('moved', '2025-09-17');
    expect(await changes(), 'moved within its week it is held where it went').toEqual([
      ['2025-09-17', 2, 'madeUp'],
      ['2025-09-17', 4, 'makeUp'],
    ]);
    await kindOf('madeUp', '2025-09-19');
    const { books } = (await principal.get('/api/lessons/log/classes?week=2')).body;
    expect(books.find(({ classId }: { classId: string }) => classId === ground.classId).due).toBe(0);
  });

  test('goes on where the class stands: the next week begins after the last period taught', async () => {
    const { body } = await maths.get('/api/lessons/log/mine?week=2');
    expect(Object.entries(body.reached)).toEqual([[`${ground.classId} MATH `, 3]]);
  });
});

describe('The class book', () => {
  test('is counted by class, and those who have not written are named and told', async () => {
    const { body } = await principal.get('/api/lessons/log/classes?week=1');
    expect(body.books.find(({ classId }: { classId: string }) => classId === ground.classId)).toMatchObject({
      due: 6,
      logged: 4,
    });
    expect(body.missing).toMatchObject([{ staffId: ground.staff.history, periods: 2 }]);
    expect((await principal.post('/api/lessons/log/remind', { week: 1 })).body).toEqual({
      told: 1,
      unreached: 0,
    });
    const { items } = (await history.get('/api/plan/notices')).body;
    expect(items[0].title).toBe('Còn 2 tiết chưa ghi sổ đầu bài tuần 1');
  });

  test('chases by itself on the last day without a reason, once', async () => {
    const logged: string[] = [];
    const tasks = lessonTasks({
      database: hoaBan.db.database,
      clock,
      log: (_, message) => logged.push(message),
    });
    // Today is Sunday 14 September: the last day for Thursday, which is written.
    await tasks['lessons.chaseMissing']!({}, undefined as never);
    expect(logged[0]).toContain('0 teachers told');
    clock.pass(2 * day);
    await tasks['lessons.chaseMissing']!({}, undefined as never);
    await tasks['lessons.chaseMissing']!({}, undefined as never);
    history = await hoaBan.as(names.history, 'teacher');
    maths = await hoaBan.as(names.maths, 'teacher');
    principal = await hoaBan.as(names.principal, 'principal');
    const { items } = (await history.get('/api/plan/notices')).body;
    const told = items.filter(({ title }: { title: string }) =>
      title.startsWith('Hôm nay là hạn ghi sổ đầu bài 1 tiết ngày 13/09/2025'),
    );
    expect(told).toHaveLength(1);
  });

  test('is signed by the homeroom teacher, then by the school, what is missing with a remark', async () => {
    expect((await maths.post(`${book()}/sign`, { note: '' })).body.code).toBe('lessons.mayNotSign');
    expect((await history.post(`${book(2)}/sign`, { note: '' })).body.code).toBe('lessons.weekNotOver');
    expect((await history.post(`${book()}/sign`, { note: '' })).body).toMatchObject({
      code: 'lessons.signNoteNeeded',
      problems: [{ path: 'note' }],
    });
    expect((await history.post(`${book()}/sign`, { note: 'Hai tiết ghi bù tuần sau' })).body).toEqual({
      part: 'homeroom',
    });
    expect((await principal.post(`${book()}/sign`, { note: 'Đã nhắc' })).body).toEqual({ part: 'principal' });
    const { signatures, may } = await read(principal);
    expect(signatures).toMatchObject([
      { part: 'homeroom', missing: 2 },
      { part: 'principal', missing: 2, note: 'Đã nhắc' },
    ]);
    expect(may).toEqual(['lessons.unsignWeek']);
  });

  test('stays as it is once signed: for the action, and for whoever goes past it', async () => {
    expect((await write(maths, { remark: 'Sau khi ký', was: 2 })).body.code).toBe('lessons.weekSigned');
    const settings = {
      ...{
        'hoaban.account_id': holderOf({ id: here.id }, 'principal'),
        'hoaban.department_id': province.departmentId,
      },
      ...{ 'hoaban.unit_id': here.id, 'hoaban.role': 'principal', 'hoaban.scope': 'subtree' },
    };
    const around = hoaBan.db.database.write(settings, (tx) =>
      sql`UPDATE lessons.log_entry SET remark = 'Lén'`.execute(tx),
    );
    await expect(around).rejects.toMatchObject({ code: '42501' });
    expect((await history.post(`${book()}/unsign`, { reason: 'Muốn sửa' })).body.code).toBe(
      'lessons.weekSigned',
    );
    expect((await principal.post(`${book()}/unsign`, { reason: 'Ghi bù hai tiết' })).status).toBe(200);
    const { rows } = await hoaBan.db.owner.query(
      `SELECT DISTINCT after ->> 'reason' AS reason FROM audit.event WHERE entity = 'lessons.week_signature' AND operation = 'other'`,
    );
    expect(rows).toEqual([{ reason: 'Ghi bù hai tiết' }]);
    expect((await write(maths, { remark: 'Sửa sau khi mở lại', was: 2 })).status).toBe(200);
  });

  test('a line written by mistake is removed by its teacher only', async () => {
    const entry = (await read(maths)).entries[0];
    expect((await history.delete(`/api/lessons/log/entries/${entry.id}`)).body.code).toBe(
      'lessons.entryNotFound',
    );
    expect((await maths.delete(`/api/lessons/log/entries/${entry.id}`)).status).toBe(204);
    expect((await write(maths, { lateReason: 'Xoá nhầm' })).status).toBe(200);
  });

  test('comes out as PDF and Excel', async () => {
    expect((await history.get(`${book()}/file?kind=pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await principal.get(`${book()}/file?kind=xlsx`)).bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('of another school cannot be opened', async () => {
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(book())).status).toBe(404);
    expect((await elsewhere.get('/api/lessons/log/classes')).body.books).toEqual([]);
  });
});

test('Progress says how far each class is against the programme: own for a teacher, all for the school', async () => {
  const { rows } = (await maths.get('/api/lessons/progress')).body;
  expect(rows.find((row: { subjectCode: string }) => row.subjectCode === 'MATH')).toMatchObject({
    ...{ className: '6A1', taught: 3, total: 6, least: 2, most: 6, ahead: 0, mine: true },
  });
  expect(rows.find((row: { subjectCode: string }) => row.subjectCode === 'PE')).toMatchObject({
    ahead: null,
  });
  expect(rows.some((row: { subjectCode: string }) => row.subjectCode === 'HISGEO')).toBe(false);
  const all = (await principal.get('/api/lessons/progress')).body.rows;
  expect(all.map((row: { subjectCode: string }) => row.subjectCode)).toContain('HISGEO');
  const lead = await hoaBan.as(names.history, 'teamLead');
  expect(
    (await lead.get('/api/lessons/progress')).body.rows.map(
      (row: { subjectCode: string }) => row.subjectCode,
    ),
  ).toEqual(['MATH', 'PE']);
});

test('The indicators of the log are the figures of its rules: on time here, nothing to count elsewhere', async () => {
  const now = clock.now();
  const onTime = async () => {
    await hoaBan.db.database.write(systemSettings(province.departmentId, 'plan.computeIndicators'), (tx) =>
      computeIndicators(tx, province.departmentId, now),
    );
    const { rows } = await hoaBan.db.owner.query(
      `SELECT v.indicator, v.numerator::int, v.denominator::int FROM plan.indicator_value v JOIN organisation.unit u ON u.id = v.unit_id
       WHERE u.kind = 'school' AND v.value IS NOT NULL AND v.indicator IN ('lessons.programmeOnTime', 'lessons.weeksSigned') ORDER BY 1`,
    );
    return rows;
  };
  expect(await onTime()).toEqual([
    { indicator: 'lessons.programmeOnTime', numerator: 1, denominator: 1 },
    { indicator: 'lessons.weeksSigned', numerator: 0, denominator: 2 },
  ]);
  await hoaBan.db.owner.query(`DELETE FROM lessons.log_entry WHERE programme_period IN (2, 3)`);
  expect((await onTime())[0]).toMatchObject({ numerator: 0, denominator: 1 });
  const { rows } = (await principal.get('/api/lessons/progress')).body;
  expect(rows.find((row: { subjectCode: string }) => row.subjectCode === 'MATH')).toMatchObject({
    taught: 1,
    least: 2,
    ahead: -1,
  });
});
