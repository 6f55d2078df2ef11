import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemSettings } from '#modules/identity-access';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { rowsReadOf } from '#tests/harness/statements.ts';
import { put } from '../gradebook/testing.ts';
import { movableClock } from '../identity-access/testing.ts';
import { computeIndicators } from '../plan/actions/compute-indicators.ts';
import { holderOf, province, provinceSeed } from '../plan/testing.ts';
import { here, type LessonGround, lineOf, makeLessonGround, names, schoolYearId } from './testing.ts';

// The log of groups: of session 2, with who was away; of an elective block, in the books of the classes its pupils come from.

const clock = movableClock('2025-09-16T08:00:00+07:00');
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
  // The class is one period into its programme.
  await put(maths, '/api/lessons/log/entries', lineOf(ground, { lateReason: 'Mất điện' }));
});
afterAll(() => hoaBan?.close());

const read = async (person: Person) =>
  (await person.get(`/api/lessons/log/classes/${ground.classId}/1`)).body;

describe('The log of a group of session 2', () => {
  const groupId = uuidv7();
  const line = (parts: object = {}) => ({
    day: '2025-09-09',
    half: 'afternoon',
    period: 1,
    title: 'Ôn phép chia',
    programmeLessonId: null,
    programmePeriod: null,
    held: 'taught',
    remark: '',
    homework: '',
    absent: [],
    lateReason: 'Ghi bù.',
    was: 0,
    ...parts,
  });
  const save = (person: Person, parts: object = {}) =>
    put(person, `/api/lessons/groups/${groupId}/entries`, line(parts));
  const log = async (person: Person) => (await person.get(`/api/lessons/groups/${groupId}`)).body;

  beforeAll(async () => {
    const { owner } = hoaBan.db;
    await owner.query(
      `INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, subject_code, grade, name, size_limit, periods_per_week,
         state, teacher_id) VALUES ($1, $2, $3, $4, 'club', NULL, NULL, 'Câu lạc bộ Toán vui', 30, 2, 'confirmed', $5)`,
      [groupId, here.id, here.departmentId, schoolYearId, ground.staff.maths],
    );
    // The second sits in a class that the teacher does not teach.
    for (const pupilId of [ground.pupils[0], ground.strangerId]) {
      await owner.query(
        `INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
         VALUES ($1, $2, $3, $4, 'decision', 'Quyết định 12', $5, '2025-09-01')`,
        [
          groupId,
          pupilId,
          here.id,
          here.departmentId,
          holderOf(province.units.find(({ id }) => id === here.id)!, 'principal'),
        ],
      );
    }
  });

  test('is written by its teacher with who was away, also of classes she does not teach; others do not see it', async () => {
    const { body } = await maths.get('/api/lessons/groups');
    expect(body.groups).toMatchObject([
      { name: 'Câu lạc bộ Toán vui', pupils: 2, lessons: 0, present: null },
    ]);
    const absent = [{ pupilId: ground.strangerId, excused: true }];
    expect((await save(maths, { absent })).body).toMatchObject({ version: 1 });
    const kept = await log(maths);
    expect(
      kept.roster.map(({ name, absent: missed }: { name: string; absent: number }) => [name, missed]),
    ).toEqual([
      ['Giàng A Thử A', 0],
      ['Thào Thị Khác', 1],
    ]);
    expect(kept).toMatchObject({ lessons: 1, present: 0.5, entries: [{ title: 'Ôn phép chia', absent }] });
    expect((await history.get('/api/lessons/groups')).body.groups).toEqual([]);
    expect((await history.get(`/api/lessons/groups/${groupId}`)).body.code).toBe('lessons.groupNotFound');
    expect((await log(principal)).may).toContain('lessons.saveGroupEntry');
    const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
    expect((await elsewhere.get(`/api/lessons/groups/${groupId}`)).status).toBe(404);
  });

  test.each([
    ['a day to come', { day: '2026-09-01' }, 'lessons.notYetHeld'],
    [
      'a pupil who is not in the group',
      { period: 2, absent: [{ pupilId: uuidv7(), excused: false }] },
      'lessons.pupilNotInGroup',
    ],
    ['a line somebody else has changed', { was: 7 }, 'lessons.entryChangedMeanwhile'],
  ])('refuses %s', async (_what, parts, code) => {
    expect((await save(maths, parts)).body.code).toBe(code);
  });

  test('holds no more periods a week than the group has, and what was taught keeps the group', async () => {
    expect((await save(maths, { period: 2 })).status).toBe(200);
    expect((await save(maths, { period: 3 })).body.code).toBe('lessons.weekFull');
    expect((await save(maths, { period: 3, held: 'notTaught', remark: 'Mưa lũ' })).status).toBe(200);
    const { version } = (await principal.get(`/api/needs-survey/groups/${groupId}`)).body;
    expect((await principal.delete(`/api/needs-survey/groups/${groupId}?version=${version}`)).body.code).toBe(
      'needsSurvey.groupTaught',
    );
    const { entries } = await log(maths);
    for (const { id } of entries) {
      expect((await maths.delete(`/api/lessons/groups/${groupId}/entries/${id}`)).status).toBe(204);
    }
    expect((await log(maths)).lessons).toBe(0);
  });

  test('is read one line at a time when it is written: a long log costs as much as an empty one', async () => {
    const round = () =>
      rowsReadOf(async () => {
        const { id } = (await save(maths)).body;
        const entry = `/api/lessons/groups/${groupId}/entries/${id}`;
        expect((await maths.delete(entry)).status).toBe(204);
        expect((await maths.delete(entry)).body.code).toBe('lessons.entryNotFound');
      });
    const inAnEmptyLog = await round();
    await hoaBan.db.owner.query(
      `INSERT INTO lessons.group_entry (id, unit_id, department_id, study_group_id, day, half, period, staff_id, title, held, logged_by, logged_at)
       SELECT gen_random_uuid(), $1, $2, $3, day, 'afternoon', 1, $4, 'Ôn', 'taught', $5, day
       FROM generate_series('2025-06-01'::date, '2025-08-31', '1 day') day`,
      [
        ...[here.id, here.departmentId, groupId, ground.staff.maths],
        holderOf(province.units.find(({ id }) => id === here.id)!, 'principal'),
      ],
    );
    expect((await log(maths)).entries.length).toBeGreaterThan(80);
    expect(await round()).toBe(inAnEmptyLog);
  });

  test('offers the first period of today that is not written, and none after the last of the school’s day', async () => {
    const { today } = await log(maths);
    const place = [here.id, here.departmentId];
    const write = (half: string, periods: number[]) =>
      hoaBan.db.owner.query(
        `INSERT INTO lessons.group_entry (id, unit_id, department_id, study_group_id, staff_id, day, half, logged_by, period, title, held, remark, logged_at)
         SELECT gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, period, 'Nghỉ mưa', 'notTaught', 'Mưa lớn', now() FROM unnest($8::int[]) AS period`,
        [
          ...[...place, groupId, ground.staff.maths, today, half],
          ...[holderOf({ id: here.id }, 'principal'), periods],
        ],
      );
    expect((await log(maths)).free).toEqual({ half: 'afternoon', period: 1 });
    await write('afternoon', [1, 2, 3, 4]);
    expect((await log(maths)).free).toEqual({ half: 'afternoon', period: 5 });
    await write('afternoon', [5]);
    expect((await log(maths)).free).toEqual({ half: 'morning', period: 1 });
    await write('morning', [1, 2, 3, 4, 5]);
    expect((await log(maths)).free).toBeNull();
    await hoaBan.db.owner.query(
      `DELETE FROM lessons.group_entry WHERE study_group_id = $1 AND title = 'Nghỉ mưa'`,
      [groupId],
    );
  });
});

describe('The groups of an elective block', () => {
  const groups = { maths: uuidv7(), biology: uuidv7() };
  const lessons = { maths: uuidv7(), biology: uuidv7() };
  const friday = '2025-09-12';
  const line = (parts: object = {}) => ({
    ...{
      day: friday,
      half: 'morning',
      period: 1,
      title: 'Phép cộng',
      held: 'taught',
      remark: '',
      homework: '',
    },
    ...{ programmeLessonId: null, programmePeriod: 3, absent: [], lateReason: 'Ghi bù.', was: 0 },
    ...parts,
  });
  const save = (person: Person, group: keyof typeof groups, parts: object = {}) =>
    put(person, `/api/lessons/groups/${groups[group]}/entries`, line(parts));
  const ofClass = async () =>
    (await principal.get('/api/lessons/log/classes?week=1')).body.books.find(
      ({ classId }: { classId: string }) => classId === ground.classId,
    );
  let before: { due: number; logged: number };

  beforeAll(async () => {
    const { owner } = hoaBan.db;
    before = await ofClass();
    const place = [here.id, here.departmentId];
    for (const [key, subject, name, staff, classes] of [
      ['maths', 'MATH', 'Toán 10', ground.staff.maths, [ground.classId, ground.otherClassId]],
      ['biology', 'BIO', 'Sinh học 10', ground.staff.history, [ground.classId]],
    ] as const) {
      await owner.query(
        `INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, subject_code, grade, block, name, size_limit,
           periods_per_week, state, teacher_id) VALUES ($1, $2, $3, $4, 'elective', $5, 10, 'Lượt 1', $6, 45, 1, 'confirmed', $7)`,
        [groups[key], ...place, schoolYearId, subject, name, staff],
      );
      await owner.query(
        `INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
         VALUES ($1, $2, $3, $4, 'decision', 'Quyết định 13', $5, '2025-09-01')`,
        [
          groups[key],
          key === 'maths' ? ground.strangerId : ground.pupils[1],
          ...place,
          holderOf(province.units.find(({ id }) => id === here.id)!, 'principal'),
        ],
      );
      await owner.query(
        `INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, strand, title, study_group_id, block,
           duration, weekday, half, period) VALUES ($1, $2, $3, $4, 'group', 1, $5, '', $6, $7, '10 Lượt 1 1', 1, 5, 'morning', 1)`,
        [lessons[key], ground.timetableId, ...place, subject, name, groups[key]],
      );
      for (const classId of classes)
        await owner.query(
          'INSERT INTO timetable.lesson_class (lesson_id, class_id, timetable_id, unit_id, department_id) VALUES ($1, $2, $3, $4, $5)',
          [lessons[key], classId, ground.timetableId, ...place],
        );
      await owner.query(
        'INSERT INTO timetable.lesson_staff (lesson_id, staff_id, timetable_id, unit_id, department_id) VALUES ($1, $2, $3, $4, $5)',
        [lessons[key], staff, ground.timetableId, ...place],
      );
    }
  });

  test('stand in the books of their classes and in the week of their teachers, with what comes next', async () => {
    const inBook = (await read(history)).planned.filter(({ isGroup }: { isGroup: boolean }) => isGroup);
    expect(
      inBook.map(({ className, day: on }: { className: string; day: string }) => [className, on]),
    ).toEqual(
      expect.arrayContaining([
        ['Toán 10', friday],
        ['Sinh học 10', friday],
      ]),
    );
    expect(await ofClass()).toMatchObject({ due: before.due + 2, logged: before.logged });
    const mine = (await maths.get('/api/lessons/log/mine?week=1')).body;
    expect(mine.planned).toContainEqual(
      expect.objectContaining({ classId: groups.maths, isGroup: true, subjectCode: 'MATH' }),
    );
    expect(mine.planned.filter(({ isGroup }: { isGroup: boolean }) => isGroup)).toHaveLength(1);
  });

  test('are written by their teachers for periods of the timetable, and count for the class and its programme', async () => {
    expect((await save(maths, 'maths', { day: '2025-09-11' })).body.code).toBe('lessons.noSuchLesson');
    expect((await save(history, 'maths')).body.code).toBe('lessons.groupNotFound');
    const progress = async (subjectCode: string) =>
      (await principal.get('/api/lessons/progress')).body.rows.filter(
        (row: { subjectCode: string }) => row.subjectCode === subjectCode,
      );
    expect(await progress('MATH')).toMatchObject([{ className: '6A1', taught: 1, ahead: -1 }]);
    expect((await save(maths, 'maths')).status).toBe(200);
    expect(await ofClass()).toMatchObject({ due: before.due + 2, logged: before.logged + 1 });
    expect((await read(history)).entries).toContainEqual(
      expect.objectContaining({ classId: groups.maths, title: 'Phép cộng', programmePeriod: 3 }),
    );
    expect(await progress('MATH')).toMatchObject([{ className: '6A1', taught: 2, ahead: 0 }]);
    // No class of its pupils takes biology itself: the group has a row of its own.
    expect(await progress('BIO')).toMatchObject([
      { classId: groups.biology, className: 'Sinh học 10', teachers: ['Lò Thị Sử'], taught: 0 },
    ]);
    await hoaBan.db.database.write(systemSettings(province.departmentId, 'plan.computeIndicators'), (tx) =>
      computeIndicators(tx, province.departmentId, clock.now()),
    );
    const { rows } = await hoaBan.db.owner.query(
      `SELECT v.numerator::int, v.denominator::int FROM plan.indicator_value v WHERE v.indicator = 'lessons.programmeOnTime' AND v.unit_id = $1`,
      [here.id],
    );
    expect(rows).toEqual([{ numerator: 1, denominator: 1 }]);
    const { missing } = (await principal.get('/api/lessons/log/classes?week=1')).body;
    expect(missing).toContainEqual(expect.objectContaining({ staffId: ground.staff.history }));
  });

  test('are written by whoever stands in, that day alone; a week that the school signed for one of their classes is closed', async () => {
    const standIn = (lessonId: string) =>
      hoaBan.db.owner.query(
        `WITH away AS (INSERT INTO timetable.disruption (id, unit_id, department_id, school_year_id, kind, staff_id, from_day, to_day, reason, made_by, made_at)
           VALUES ($1, $2, $3, $4, 'teacherAway', $5, $7, $7, 'Ốm', $8, '2025-09-12') RETURNING id)
         INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, place_id, away_id, staff_id)
         SELECT $9, id, $2, $3, $10, $7, 'substituted', $5, $5, $6 FROM away`,
        [
          ...[
            uuidv7(),
            here.id,
            here.departmentId,
            schoolYearId,
            ground.staff.history,
            ground.staff.maths,
            friday,
          ],
          ...[holderOf(province.units.find(({ id }) => id === here.id)!, 'principal'), uuidv7(), lessonId],
        ],
      );
    expect((await save(maths, 'biology', { programmePeriod: null })).body.code).toBe('lessons.groupNotFound');
    await standIn(lessons.biology);
    expect((await save(maths, 'biology', { programmePeriod: null })).status).toBe(200);
    expect((await read(history)).entries).toContainEqual(
      expect.objectContaining({ classId: groups.biology, standsIn: true, staffName: 'Vàng A Toán' }),
    );
    clock.pass(4 * day); // Saturday, 20 September
    maths = await hoaBan.as(names.maths, 'teacher');
    const nextFriday = { programmePeriod: null, day: '2025-09-19' };
    expect((await save(maths, 'biology', nextFriday)).body.code).toBe('lessons.notYourGroup');
    await hoaBan.db.owner.query(
      `INSERT INTO lessons.week_signature (id, unit_id, department_id, school_year_id, class_id, week, part, signed_by, signed_at, missing, note)
       SELECT $1, $2, $3, $4, $5, 1, 'principal', $6, '2025-09-16', 0, ''`,
      [
        ...[uuidv7(), here.id, here.departmentId, schoolYearId, ground.otherClassId],
        holderOf(province.units.find(({ id }) => id === here.id)!, 'principal'),
      ],
    );
    expect((await save(maths, 'maths', { homework: 'Bài 3', was: 1 })).body.code).toBe('lessons.weekSigned');
    await expect(
      hoaBan.db.owner.query(`DELETE FROM lessons.group_entry WHERE study_group_id = $1`, [groups.maths]),
    ).rejects.toThrow(/signed/);
    expect((await save(maths, 'biology', { programmePeriod: null, homework: 'Bài 1', was: 1 })).status).toBe(
      200,
    );
  });

  test('offer for each period not yet written the one of the programme that it goes on with, and none once that is over', async () => {
    const { owner } = hoaBan.db;
    await owner.query('UPDATE people.school_class SET grade = 10 WHERE id = $1', [ground.classId]);
    await owner.query(`DELETE FROM lessons.group_entry WHERE study_group_id = $1`, [groups.biology]);
    await owner.query(
      `INSERT INTO education_plan.lesson (id, plan_id, unit_id, department_id, position, grade, subject_code, title, periods, week)
       SELECT $1, plan_id, unit_id, department_id, 0, 10, 'BIO', 'Thế giới sống', 2, 1 FROM education_plan.lesson LIMIT 1`,
      [uuidv7()],
    );
    history = await hoaBan.as(names.history, 'teacher');
    const log = async () => (await history.get(`/api/lessons/groups/${groups.biology}`)).body;
    const due = [
      { day: '2025-09-19', nextPeriod: 2 },
      { day: friday, nextPeriod: 1 },
    ];
    expect(await log()).toMatchObject({ nextPeriod: 1, due });
    const second = { day: '2025-09-19', title: 'Thế giới sống (tiết 2/2)', programmePeriod: 2 };
    expect((await save(history, 'biology', second)).status).toBe(200);
    expect(await log()).toMatchObject({ nextPeriod: null, due: due.slice(1) });
  });
});
