import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemSettings } from '#modules/identity-access';
import { sql } from '#platform/db';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { assignedTeachingSeed } from '#tests/sample-province/assigned-teaching.ts';
import { addPosting } from '../staffing/testing.ts';
import { timetableIndicators } from './data/timetable-indicators.ts';

// What a timetable takes from other rows of the school and gives to others: groups of session 2, shared teachers, meetings, who may see
// closed periods, and the figures of the plan.

let hoaBan: Served;
let principal: Person;
let upper: Person;
let unitId: string;
let departmentId: string;
let ground: {
  classes: { id: string; name: string; grade: number; pupils: number }[];
  teachers: { id: string; teamId: string | null; postedFrom: string | null }[];
  frame: { sessions: object[]; bells: object[]; noonClasses: number | null; travelPeriods: number };
};
let version = 0;

beforeAll(async () => {
  hoaBan = await serve(assignedTeachingSeed, '2025-09-08T08:00:00+07:00');
  principal = await hoaBan.as('hieutruong', 'principal');
  upper = await hoaBan.as('hieutruong.thpt', 'principal');
  const shown = (await principal.get('/api/timetable/setup?semester=1')).body;
  ({ ground, version } = shown);
  unitId = shown.school.id;
  const { rows } = await hoaBan.db.owner.query('SELECT department_id FROM organisation.unit WHERE id = $1', [
    unitId,
  ]);
  departmentId = rows[0].department_id;
});
afterAll(() => hoaBan?.close());

const setup = async (person: Person) => (await person.get('/api/timetable/setup?semester=1')).body;
async function save(change: object): Promise<void> {
  const saved = await principal.put('/api/timetable/setup', { version, ...change });
  expect(saved.status).toBe(200);
  version = saved.body.version;
}
interface Shown {
  id: string;
  kind: string;
  title: string | null;
  session: number;
  classIds: string[];
  staffIds: string[];
  locked: boolean;
  at: unknown;
}
async function draft(): Promise<{ id: string; lessons: Shown[] }> {
  const made = await principal.post('/api/timetable/timetables', { name: 'Bản nháp', semester: 1 });
  expect(made.status).toBe(200);
  const { lessons } = (await principal.get(`/api/timetable/timetables/${made.body.id}`)).body;
  return { id: made.body.id, lessons };
}
/** Publishes a draft without looking at it, as rows of another day would have it. */
const publish = (id: string, figures: object = {}) =>
  hoaBan.db.owner.query(
    `UPDATE timetable.timetable SET state = 'published', weeks = '{[1,19)}', published_at = now(), figures = figures || $2::jsonb WHERE id = $1`,
    [id, JSON.stringify(figures)],
  );

describe('Groups of session 2', () => {
  const ids = { read: uuidv7(), chess: uuidv7() };

  test('come with their pupils, those that share a pupil apart, and without a session 2 that is named', async () => {
    const { rows: pupils } = await hoaBan.db.owner.query(
      'SELECT pupil_id, class_id FROM people.enrolment WHERE unit_id = $1 AND ends_on IS NULL ORDER BY class_id, pupil_id',
      [unitId],
    );
    const [one] = pupils;
    const other = pupils.find(({ class_id }) => class_id !== one.class_id);
    for (const [id, name, members] of [
      [ids.read, 'Đọc sách', [one.pupil_id, other.pupil_id]],
      [ids.chess, 'Cờ vua', [one.pupil_id]],
    ] as const) {
      await hoaBan.db.owner.query(
        `INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, name, size_limit, periods_per_week, state, teacher_id)
         SELECT $1, $2, $3, y.id, 'club', $4, 30, 2, 'confirmed', $5 FROM organisation.school_year y WHERE y.is_current`,
        [id, unitId, departmentId, name, ground.teachers[0]!.id],
      );
      for (const pupilId of members)
        await hoaBan.db.owner.query(
          `INSERT INTO needs_survey.group_member (group_id, pupil_id, unit_id, department_id, reason, reason_text, decided_by, decided_at)
           SELECT $1, $2, $3, $4, 'decision', 'Quyết định thử', a.id, '2025-09-01' FROM identity.account a WHERE a.username = 'hieutruong'`,
          [id, pupilId, unitId, departmentId],
        );
    }
    const shown = await setup(principal);
    expect(shown.ground.groups).toEqual(
      expect.arrayContaining([
        { id: ids.read, pupils: 2 },
        { id: ids.chess, pupils: 1 },
      ]),
    );
    expect(shown.ground.groupsSharing.map((pair: string[]) => [...pair].sort())).toEqual([
      [ids.read, ids.chess].sort(),
    ]);
    expect(shown.ground.classes.every(({ pupils: many }: { pupils: number }) => many > 0)).toBe(true);
    const { lessons } = await draft();
    const groups = lessons.filter(({ kind }) => kind === 'group');
    expect(groups).toHaveLength(4);
    expect(groups.find(({ title }) => title === 'Đọc sách')).toMatchObject({
      session: 2,
      classIds: [one.class_id, other.class_id].sort(),
      staffIds: [ground.teachers[0]!.id],
      at: null,
    });
    await save({
      frame: {
        ...ground.frame,
        sessions: ground.frame.sessions.filter((row) => (row as { session: number }).session === 1),
      },
    });
    const missing = (await setup(principal)).findings.map(({ message }: { message: string }) => message);
    expect(missing).toContainEqual(expect.stringMatching(/Cờ vua.*không có buổi 2/));
    await save({ frame: ground.frame });
  });
});

test('Places at noon and the way between sites are kept; too many of them are refused', async () => {
  await save({ frame: { ...ground.frame, noonClasses: 6, travelPeriods: 2 } });
  expect((await setup(principal)).ground.frame).toMatchObject({ noonClasses: 6, travelPeriods: 2 });
  const wrong = await principal.put('/api/timetable/setup', {
    version,
    frame: { ...ground.frame, noonClasses: 500 },
  });
  expect(wrong).toMatchObject({ status: 400, body: { problems: [{ path: 'frame.noonClasses' }] } });
  await save({ frame: ground.frame });
});

test('A subject asks for equipment by the names that rooms have; what no room has is told', async () => {
  await hoaBan.db.owner.query(
    `UPDATE people.room SET equipment = '{Máy chiếu}' WHERE unit_id = $1 AND kind = 'laboratory'`,
    [unitId],
  );
  const { subjectRules } = (await setup(principal)).ground;
  const asking = (equipment: string[]) =>
    save({
      subjectRules: subjectRules.map((rule: { subjectCode: string }) =>
        rule.subjectCode === 'SCI' ? { ...rule, roomKind: 'laboratory', equipment } : rule,
      ),
    });
  const told = async () =>
    (await setup(principal)).findings.filter(({ message }: { message: string }) =>
      /cần .*không phòng nào/.test(message),
    );
  await asking(['máy chiếu']);
  const { rooms, subjectRules: kept } = (await setup(principal)).ground;
  expect(kept.find(({ subjectCode }: { subjectCode: string }) => subjectCode === 'SCI').equipment).toEqual([
    'máy chiếu',
  ]);
  expect(rooms.filter(({ kind }: { kind: string }) => kind === 'laboratory')[0].equipment).toEqual([
    'Máy chiếu',
  ]);
  expect(await told()).toEqual([]);
  await asking(['máy chiếu', 'Kính thiên văn']);
  expect(await told()).toMatchObject([{ severity: 'warning', link: '/phong-hoc' }]);
  await save({ subjectRules });
});

test('A meeting of a team takes its teachers, and nobody else', async () => {
  const { teamId } = ground.teachers.find((one) => one.teamId !== null)!;
  const at = { weekday: 4, half: 'afternoon', period: 1 };
  const { events } = (await setup(principal)).ground;
  await save({
    events: [...events, { kind: 'meeting', name: 'Họp tổ', at, duration: 1, grades: null, teamId }],
  });
  const meeting = (await draft()).lessons.filter(({ title }) => title === 'Họp tổ');
  expect(meeting).toMatchObject([{ kind: 'event', classIds: [], locked: true, at }]);
  expect([...meeting[0]!.staffIds].sort()).toEqual(
    ground.teachers
      .filter((one) => one.teamId === teamId && one.postedFrom === null)
      .map(({ id }) => id)
      .sort(),
  );
});

describe('A published timetable', () => {
  let published: string;
  let shared: string;
  const at = { weekday: 2, half: 'morning', period: 3 };

  test('closes the hours of a shared teacher in the other school: times only, for its office alone', async () => {
    const made = await draft();
    published = made.id;
    const lesson = made.lessons.find(({ kind, staffIds }) => kind === 'lesson' && staffIds.length > 0)!;
    shared = lesson.staffIds[0]!;
    await hoaBan.db.owner.query(
      `UPDATE timetable.lesson SET weekday = 2, half = 'morning', period = 3, weeks = 'even' WHERE id = $1`,
      [lesson.id],
    );
    const host = (await setup(upper)).school.id;
    await addPosting(hoaBan.db, shared, host, 4);
    expect((await setup(upper)).ground.taken).toEqual([]);
    await publish(published, { mustFix: 3 });
    const { taken, teachers } = (await setup(upper)).ground;
    expect(taken).toContainEqual({
      staffId: shared,
      school: expect.any(String),
      weeks: 'even',
      at,
      duration: expect.any(Number),
    });
    expect(new Set(taken.map(({ staffId }: { staffId: string }) => staffId))).toEqual(new Set([shared]));
    expect(teachers.find(({ id }: { id: string }) => id === shared).postedFrom).toEqual(expect.any(String));
    const other = (await upper.get('/api/timetable/setup?semester=2')).body;
    expect(other.ground.taken).toEqual([]);
  });

  test('tells colleagues nothing of who cannot come when, nor does the database', async () => {
    await save({ wishes: [{ of: 'staff', id: shared, at, wish: 'closed' }] });
    const url = `/api/timetable/timetables/${published}`;
    expect((await principal.get(url)).body.ground.wishes).toHaveLength(1);
    const teacher = await hoaBan.as('giaovien', 'teacher');
    const read = await teacher.get(url);
    expect(read).toMatchObject({ status: 200, body: { mayEdit: false, ground: { wishes: [], taken: [] } } });
    expect(read.body.lessons.length).toBeGreaterThan(20);
    const { rows } = await hoaBan.db.owner.query(
      `SELECT account_id, unit_id FROM identity.role_assignment r JOIN identity.account a ON a.id = r.account_id
       WHERE a.username = 'giaovien' AND r.role = 'teacher'`,
    );
    const asRole = (role: string, scope: string, account: string, unit: string) => ({
      'hoaban.account_id': account,
      'hoaban.department_id': departmentId,
      'hoaban.unit_id': unit,
      'hoaban.role': role,
      'hoaban.scope': scope,
    });
    const count = async (settings: ReturnType<typeof asRole>) =>
      hoaBan.db.database.read(
        settings as never,
        async (tx) =>
          (await sql<{ n: number }>`SELECT count(*)::int AS n FROM timetable.slot_wish`.execute(tx)).rows[0]!
            .n,
      );
    expect(await count(asRole('teacher', 'own', rows[0].account_id, rows[0].unit_id))).toBe(0);
    const office = await hoaBan.db.owner.query(
      `SELECT id FROM identity.account WHERE username = 'hieutruong'`,
    );
    expect(await count(asRole('principal', 'subtree', office.rows[0].id, unitId))).toBe(1);
  });

  test('counts in the figures of the plan: published, classes with session 2, rules broken', async () => {
    const { rows: years } = await hoaBan.db.owner.query(
      `SELECT id, starts_on AS "startsOn", ends_on AS "endsOn" FROM organisation.school_year WHERE is_current`,
    );
    const context = { departmentId, schoolYear: years[0], today: '2025-09-10' };
    const figure = async (id: string, unit: string) => {
      const indicator = timetableIndicators.find((one) => one.id === id)!;
      const found = await hoaBan.db.database.read(
        systemSettings(departmentId, 'plan.computeIndicators'),
        async (tx) =>
          (
            await sql<{ numerator: string; denominator: string | null }>`
              SELECT numerator, denominator FROM (${indicator.sql(context as never)}) counted WHERE unit_id = ${unit}`.execute(
              tx,
            )
          ).rows[0],
      );
      return (
        found && [Number(found.numerator), found.denominator === null ? null : Number(found.denominator)]
      );
    };
    const { rows: schools } = await hoaBan.db.owner.query(
      `SELECT count(*)::int AS n FROM organisation.unit WHERE kind = 'school' AND closed_on IS NULL AND department_id = $1`,
      [departmentId],
    );
    expect(await figure('timetable.published', unitId)).toEqual([1, 1]);
    expect(await figure('timetable.published', departmentId)).toEqual([1, schools[0].n]);
    expect(await figure('timetable.ruleViolations', departmentId)).toEqual([3, null]);
    // Groups of session 2 count once they lie somewhere.
    expect(await figure('timetable.twoSessionCoverage', unitId)).toEqual([0, ground.classes.length]);
    await hoaBan.db.owner.query(
      `UPDATE timetable.lesson SET weekday = 5, half = 'afternoon', period = 1
       WHERE timetable_id = $1 AND title = 'Đọc sách'`,
      [published],
    );
    expect(await figure('timetable.twoSessionCoverage', unitId)).toEqual([2, ground.classes.length]);
    expect(await figure('timetable.twoSessionCoverage', (await setup(upper)).school.id)).toBeUndefined();
  });
});

describe('A subject taught every other week', () => {
  let id: string;
  let halves: (Shown & { weeks: string | null })[];
  const inWeek = async (person: Person, number: number) =>
    (await person.get(`/api/timetable/week?week=${number}`)).body;

  test('gives a class one lesson of odd or even weeks, as the school wishes, and says so', async () => {
    const { frame, subjectRules } = (await setup(principal)).ground;
    const alternating = subjectRules.map((rule: { subjectCode: string }) =>
      rule.subjectCode === 'TECH' ? { ...rule, alternates: true } : rule,
    );
    await save({ frame: { ...frame, weekA: 'even' }, subjectRules: alternating });
    const { findings, ground: kept } = await setup(principal);
    expect(kept.frame.weekA).toBe('even');
    expect(findings.map(({ message }: { message: string }) => message)).toContainEqual(
      expect.stringMatching(/^Công nghệ \(.*\): một tiết chỉ học tuần [AB]/),
    );
    const made = await draft();
    id = made.id;
    halves = (made.lessons as typeof halves).filter(({ weeks }) => weeks);
    // Grades 8 and 9 have 52 periods a year.
    expect(halves).toHaveLength(ground.classes.filter(({ grade }) => grade >= 8).length);
  });

  test('stands in the weeks it is taught in: in the week of the class, its log and the phone of its teacher', async () => {
    const half = halves.find(({ staffIds }) => staffIds.length > 0)!;
    const weeks = half.weeks === 'odd' ? [3, 4] : [4, 3];
    await hoaBan.db.owner.query(
      `UPDATE timetable.timetable SET state = 'superseded', weeks = '{}' WHERE unit_id = $1 AND state = 'published'`,
      [unitId],
    );
    await hoaBan.db.owner.query(
      `UPDATE timetable.lesson SET weekday = 2, half = 'afternoon', period = 5 WHERE id = $1`,
      [half.id],
    );
    await publish(id);
    const has = async (number: number) =>
      (await inWeek(principal, number)).lessons.some((one: { id: string }) => one.id === half.id);
    expect([await has(weeks[0]!), await has(weeks[1]!)]).toEqual([true, false]);
    expect([(await inWeek(principal, 3)).letter, (await inWeek(principal, 4)).letter]).toEqual(['B', 'A']);
    const slots = async (number: number) =>
      (await principal.get(`/api/lessons/log/classes/${half.classIds[0]}/${number}`)).body;
    const inLog = async (number: number) =>
      JSON.stringify(await slots(number)).includes('"half":"afternoon"');
    expect([await inLog(weeks[0]!), await inLog(weeks[1]!)]).toEqual([true, false]);
    const teacher = await hoaBan.as('giaovien', 'teacher');
    const { myStaffId } = await inWeek(teacher, 3);
    await hoaBan.db.owner.query('UPDATE timetable.lesson_staff SET staff_id = $2 WHERE lesson_id = $1', [
      half.id,
      myStaffId,
    ]);
    const { address } = (await teacher.post('/api/timetable/calendar-feed', {})).body;
    const feed = (await hoaBan.stranger.get(new URL(address).pathname)).bytes.toString();
    const inFeed = [...feed.matchAll(new RegExp(`UID:${half.id}\\.(\\d+)`, 'g'))].map(([, week]) =>
      Number(week),
    );
    expect(inFeed.length).toBe(9);
    expect(new Set(inFeed.map((week) => week % 2))).toEqual(new Set([half.weeks === 'odd' ? 1 : 0]));
  });
});
