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
  roomId: string | null;
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
const publish = async (id: string, figures: object = {}) => {
  // As the database itself does before long: without it every reading of the lessons walks all of them.
  await hoaBan.db.owner.query('ANALYZE timetable.lesson, timetable.lesson_class, timetable.lesson_staff');
  await hoaBan.db.owner.query(
    `UPDATE timetable.timetable SET state = 'published', weeks = '{[1,19)}', published_at = now(), figures = figures || $2::jsonb WHERE id = $1`,
    [id, JSON.stringify(figures)],
  );
};

/** Events of a lesson in somebody's phone calendar. */
async function eventsOf(person: Person, lessonId: string): Promise<string[]> {
  const { address } = (await person.post('/api/timetable/calendar-feed', {})).body;
  const feed = (await hoaBan.stranger.get(new URL(address).pathname)).bytes
    .toString()
    .replaceAll('\r\n ', '');
  return feed.split('BEGIN:VEVENT').filter((event) => event.includes(`UID:${lessonId}.`));
}

interface Place {
  changeId: string;
  day: string;
  half: string;
  period: number;
  roomId: string | null;
}
const makeUpOf = ({ id }: { id: string }) => `/api/timetable/disruptions/${id}/make-up`;
const makeUp = ({ id, version: seen }: { id: string; version: number }, places: readonly Place[]) =>
  upper.post(makeUpOf({ id }), { version: seen, untilDay: '2025-09-27', places });

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

  test('are laid while they are only planned, and it is said what is left to do; without a session 2 they stop nothing', async () => {
    const { owner } = hoaBan.db;
    const { chess } = ids;
    const grades = [...new Set(ground.classes.map(({ grade }) => grade))];
    const mornings = grades.flatMap((grade) =>
      [2, 3, 4, 5, 6, 7].map((weekday) => ({ grade, weekday, half: 'morning', session: 1, periods: 5 })),
    );
    const afternoons = grades.map((grade) => ({
      ...{ grade, weekday: 3, half: 'afternoon', session: 2, periods: 3 },
    }));
    const plannedIn = async (sessions: object[]) => {
      await save({ frame: { ...ground.frame, sessions } });
      const { findings } = await setup(principal);
      const { lessons } = await draft();
      return {
        findings: findings.filter(({ message }: { message: string }) => message.includes('còn dự kiến')),
        laid: lessons.filter(({ title }) => title === 'Cờ vua').map(({ session }) => session),
      };
    };
    await owner.query(`UPDATE needs_survey.study_group SET state = 'proposed' WHERE id = $1`, [chess]);
    const message = (words: RegExp) => expect.stringMatching(words);
    expect(await plannedIn([...mornings, ...afternoons])).toEqual({
      findings: [
        {
          severity: 'note',
          message: message(/^Nhóm buổi 2 "Cờ vua" còn dự kiến, vẫn được xếp giờ.*trước khi công bố/),
          link: `/nhom-buoi-2/${chess}`,
        },
      ],
      laid: [2, 2],
    });
    expect(await plannedIn(mornings)).toMatchObject({
      findings: [{ severity: 'note', message: message(/chưa được xếp giờ: khối \d+ không có buổi 2/) }],
      laid: [],
    });
    // Nobody is in it any more: there is nothing to lay.
    await owner.query('DELETE FROM needs_survey.group_member WHERE group_id = $1', [chess]);
    expect(await plannedIn([...mornings, ...afternoons])).toEqual({ findings: [], laid: [] });
    await save({ frame: ground.frame });
  });
});

describe('Groups of electives that pupils of several classes choose between', () => {
  const wanted = { kind: 'elective', grade: 10, block: 'Lượt 1', periodsPerWeek: 2 };
  let classes: {
    classId: string;
    name: string;
    grade: number;
    choices: { kind: string; subjectCode: string }[];
  }[];
  /** Two classes of grade 10, and an elective of each that the other one does not take. */
  let pair: { classIds: string[]; subjectCodes: string[] };
  let timetableId: string;
  /** The groups of its first period. */
  let taught: Shown[];
  const electives = (one: (typeof classes)[number]) =>
    one.choices.filter(({ kind }) => kind === 'elective').map(({ subjectCode }) => subjectCode);

  test('are made by the choices of the classes; what does not fit is told at its field, and nothing is made', async () => {
    ({ classes } = (await upper.get('/api/curriculum/class-choices')).body);
    const own = classes.filter(({ grade }) => grade === 10);
    const found = own.flatMap((one) =>
      own.flatMap((other) => {
        const mine = electives(one).find((code) => !electives(other).includes(code));
        const theirs = electives(other).find((code) => !electives(one).includes(code));
        return mine && theirs
          ? [{ classIds: [one.classId, other.classId], subjectCodes: [mine, theirs] }]
          : [];
      }),
    );
    pair = found[0]!;
    const both = electives(own[0]!).slice(0, 2);
    for (const [change, path] of [
      [{ subjectCodes: both }, 'classIds'],
      [{ subjectCodes: ['MATH', pair.subjectCodes[0]!] }, 'subjectCodes'],
      [{ classIds: [classes.find(({ grade }) => grade === 11)!.classId] }, 'classIds'],
    ] as const) {
      const refused = await upper.post('/api/needs-survey/elective-blocks', {
        ...wanted,
        ...pair,
        ...change,
      });
      expect(refused.status).toBe(422);
      expect(refused.body.problems.map((one: { path: string }) => one.path)).toContain(path);
    }
    expect((await principal.post('/api/needs-survey/elective-blocks', { ...wanted, ...pair })).status).toBe(
      422,
    );
    const made = await upper.post('/api/needs-survey/elective-blocks', { ...wanted, ...pair });
    expect(made.body).toMatchObject({ groups: 2 });
    const again = await upper.post('/api/needs-survey/elective-blocks', { ...wanted, ...pair });
    expect(again.body.problems).toEqual([expect.objectContaining({ path: 'block' })]);
  });

  test('hold a pupil once: who chose the other subject goes over', async () => {
    const { items } = (await upper.get('/api/needs-survey/groups')).body;
    expect(items.map(({ block }: { block: string }) => block)).toEqual(['Lượt 1', 'Lượt 1']);
    // Whoever is assigned the subject in the class teaches its group.
    expect(items.every(({ teacherId }: { teacherId: string | null }) => teacherId)).toBe(true);
    const [one, other] = items;
    const { members } = (await upper.get(`/api/needs-survey/groups/${one.id}`)).body;
    const moved = await upper.post(`/api/needs-survey/groups/${other.id}/members`, {
      pupilId: members[0].pupilId,
      decision: 'Em chọn môn này khi vào lớp 10',
    });
    expect(moved.status).toBe(200);
    const after = (await upper.get('/api/needs-survey/groups')).body.items;
    const pupils = (list: { id: string; pupils: number }[], id: string) =>
      list.find((row) => row.id === id)!.pupils;
    expect(pupils(after, one.id)).toBe(pupils(items, one.id) - 1);
    expect(pupils(after, other.id)).toBe(pupils(items, other.id) + 1);
    for (const { id, version: seen } of after)
      expect((await upper.post(`/api/needs-survey/groups/${id}/confirm`, { version: seen })).status).toBe(
        200,
      );
  });

  test('of one subject hold a pupil once, also in another block: else two teachers would give the marks', async () => {
    const second = { ...wanted, block: 'Lượt 2' };
    const refused = await upper.post('/api/needs-survey/elective-blocks', { ...second, ...pair });
    expect(refused.status).toBe(422);
    expect(refused.body.problems).toEqual([
      { path: 'subjectCodes', message: expect.stringContaining('mỗi em học một môn ở một nhóm') },
    ]);
    // Nobody in it yet: made by rows, as another way in would.
    const empty = uuidv7();
    const { owner } = hoaBan.db;
    const [group] = (await upper.get('/api/needs-survey/groups')).body.items;
    await owner.query(
      `INSERT INTO needs_survey.study_group (id, unit_id, department_id, school_year_id, kind, subject_code, grade, block, name, size_limit, periods_per_week)
       SELECT $1, unit_id, department_id, school_year_id, kind, subject_code, grade, 'Lượt 2', name || ' B', 45, 2 FROM needs_survey.study_group WHERE id = $2`,
      [empty, group.id],
    );
    const { members } = (await upper.get(`/api/needs-survey/groups/${group.id}`)).body;
    const asked = { pupilId: members[0].pupilId, decision: 'Học thêm ở lượt 2' };
    const added = await upper.post(`/api/needs-survey/groups/${empty}/members`, asked);
    expect(added).toMatchObject({ status: 409, body: { code: 'needsSurvey.inSubjectAlready' } });
    const topic = `UPDATE needs_survey.study_group SET kind = 'topic' WHERE id = $1`;
    await owner.query(topic, [empty]);
    // The topic of a subject goes with the elective.
    expect((await upper.post(`/api/needs-survey/groups/${empty}/members`, asked)).status).toBe(200);
    await owner.query('DELETE FROM needs_survey.study_group WHERE id = $1', [empty]);
  });

  test('stand in the timetable instead of the lessons of the classes, and each pupil sees the own one', async () => {
    const made = await upper.post('/api/timetable/timetables', { name: 'Có lượt chọn', semester: 1 });
    const { lessons } = (await upper.get(`/api/timetable/timetables/${made.body.id}`)).body as {
      lessons: (Shown & { block: string | null; subjectCode: string; studyGroupId: string })[];
    };
    const blocks = lessons.filter(({ block }) => block !== null);
    expect(blocks.map(({ block, session }) => [block, session])).toEqual([
      ['10 Lượt 1 1', 1],
      ['10 Lượt 1 1', 1],
      ['10 Lượt 1 2', 1],
      ['10 Lượt 1 2', 1],
    ]);
    expect(blocks.every(({ staffIds }) => staffIds.length === 1)).toBe(true);
    pair.classIds.forEach((classId, index) => {
      const own = lessons.filter((one) => one.kind === 'lesson' && one.classIds.includes(classId));
      const topics = classes
        .find((one) => one.classId === classId)!
        .choices.filter((one) => one.kind === 'topic' && one.subjectCode === pair.subjectCodes[index]);
      expect(own.filter(({ subjectCode }) => subjectCode === pair.subjectCodes[index])).toHaveLength(
        topics.length,
      );
    });
    const at = { weekday: 2, half: 'morning', period: 3 };
    await hoaBan.db.owner.query(
      `UPDATE timetable.lesson SET weekday = 2, half = 'morning', period = 3 WHERE timetable_id = $1 AND block = '10 Lượt 1 1'`,
      [made.body.id],
    );
    await publish(made.body.id);
    // A pupil of the block signs in with the account of another one.
    const { rows } = await hoaBan.db.owner.query(
      `WITH moved AS (UPDATE people.pupil p SET account_id = NULL FROM identity.account a WHERE a.username = 'hocsinh' AND p.account_id = a.id
         RETURNING a.id), there AS (UPDATE identity.role_assignment r SET unit_id = m.unit_id FROM moved, needs_survey.group_member m
         WHERE r.account_id = moved.id AND m.group_id = $1)
       SELECT m.pupil_id, moved.id FROM needs_survey.group_member m, moved WHERE m.group_id = $1 LIMIT 1`,
      [blocks[0]!.studyGroupId],
    );
    await hoaBan.db.owner.query('UPDATE people.pupil SET account_id = $2 WHERE id = $1', [
      rows[0].pupil_id,
      rows[0].id,
    ]);
    const pupil = await hoaBan.as('hocsinh', 'pupil');
    const week = (await pupil.get('/api/timetable/week?week=1')).body.lessons as typeof blocks;
    expect(week.filter(({ block }) => block === '10 Lượt 1 1')).toEqual([
      expect.objectContaining({ studyGroupId: blocks[0]!.studyGroupId, at }),
    ]);
    const whole = (await upper.get('/api/timetable/week?week=1')).body.lessons as typeof blocks;
    expect(whole.filter(({ block }) => block === '10 Lượt 1 1')).toHaveLength(2);
    // Each finds it on the phone, with the room: it is seldom the own classroom.
    const feed = await eventsOf(pupil, blocks[0]!.id);
    expect(feed).toHaveLength(18);
    expect(feed[0]).toMatch(/DESCRIPTION:[^\r]*(Phòng|phòng)/);
    expect(await eventsOf(pupil, blocks[1]!.id)).toEqual([]);
    // Whoever comes into the group later finds its lessons too.
    const [first, other] = blocks;
    const missing = first!.classIds.find((id) => !other!.classIds.includes(id));
    const { members } = (await upper.get(`/api/needs-survey/groups/${first!.studyGroupId}`)).body;
    const name = classes.find(({ classId }) => classId === missing)?.name;
    const comes = members.find(
      ({ className, pupilId }: { className: string; pupilId: string }) =>
        pupilId !== rows[0].pupil_id && (!missing || className === name),
    );
    await upper.post(`/api/needs-survey/groups/${other!.studyGroupId}/members`, {
      pupilId: comes.pupilId,
      decision: 'Em đổi môn theo quyết định',
    });
    const later = (await upper.get('/api/timetable/week?week=1')).body.lessons as typeof blocks;
    expect(later.find(({ id }) => id === other!.id)?.classIds.toSorted()).toEqual(pair.classIds.toSorted());
    timetableId = made.body.id;
    taught = blocks.slice(0, 2) as typeof taught;
  });

  test('have a substitute each when a teacher is away; what is lost is made up for who sits in the group, and they alone are told', async () => {
    const [mine, other] = taught as [Shown, Shown];
    const day = '2025-09-09';
    const away = { kind: 'teacherAway', staffId: other.staffIds[0], fromDay: day, toDay: day };
    const { items } = (
      await upper.get(`/api/timetable/substitutes?staffId=${away.staffId}&fromDay=${day}&toDay=${day}`)
    ).body;
    expect(items).toMatchObject([{ lessonId: other.id, day, chosen: { staffId: expect.any(String) } }]);
    const candidates = items[0].candidates.map(({ staffId }: { staffId: string }) => staffId);
    expect(candidates).not.toContain(mine.staffIds[0]);
    const lost = await upper.post('/api/timetable/disruptions', { ...away, reason: 'Ốm' });
    expect(lost.body.disruption).toMatchObject({ lessons: 1, cancelled: 1 });
    const { rows: changes } = await hoaBan.db.owner.query(
      'SELECT id FROM timetable.day_change WHERE disruption_id = $1',
      [lost.body.disruption.id],
    );
    const [free] = changes.map(({ id }) => ({
      ...{ changeId: id, day: '2025-09-16', half: 'morning', period: 1, roomId: other.roomId },
    }));
    // The hour of the whole block on another day is taken.
    const taken = await makeUp(lost.body.disruption, [{ ...free!, period: 3 }]);
    expect(taken.body).toMatchObject({ code: 'timetable.badDisruption', problems: [{ path: 'places.0' }] });
    expect((await makeUp(lost.body.disruption, [free!])).body).toMatchObject({ placed: 1, left: 0 });
    const pupil = await hoaBan.as('hocsinh', 'pupil');
    expect((await pupil.get('/api/timetable/week?week=1')).body.changes).toEqual([]);
    expect((await pupil.get('/api/plan/notices')).body.items).toEqual([]);
  });

  test('that a day without school took are made up beside each other, or not at all; and move together', async () => {
    const [mine, other] = taught as [Shown, Shown];
    const wish = {
      kind: 'noSchool',
      grade: 10,
      fromDay: '2025-09-16',
      toDay: '2025-09-16',
      reason: 'Lũ quét',
    };
    const { disruption } = (await upper.post('/api/timetable/disruptions', wish)).body;
    // And with them the one that was made up on that day.
    expect(disruption).toMatchObject({ lessons: 3, cancelled: 3 });
    const lost = (await upper.get(`${makeUpOf(disruption)}?untilDay=2025-09-27`)).body.items;
    expect(lost[0]).toMatchObject({ lost: { day: '2025-09-16', period: 1 } });
    const items = lost.slice(1);
    const places: Place[] = items.map(({ changeId, place }: { changeId: string; place: object }) => ({
      ...place,
      changeId,
    }));
    const [first, second] = places as [Place, Place];
    const torn = await makeUp(disruption, [first, { ...second, period: first.period === 1 ? 2 : 1 }]);
    expect(torn).toMatchObject({ status: 422, body: { code: 'timetable.badDisruption' } });
    const made = await makeUp(disruption, places);
    expect(made.body).toMatchObject({ placed: 2, left: 1 });
    const { changes } = (await upper.get('/api/timetable/week?week=2')).body;
    const [one, two] = changes.filter(({ day }: { day: string }) => day === '2025-09-16');
    expect(one).toMatchObject({ kind: 'madeUp', to: two.to });
    expect(one.roomId).not.toBe(two.roomId);
    const pupil = await hoaBan.as('hocsinh', 'pupil');
    expect((await pupil.get('/api/plan/notices')).body.items[0].title).toContain('Dạy bù 2 tiết');
    const onPhone = (await eventsOf(pupil, mine.id)).find((event) => event.includes('Dạy bù'));
    expect(onPhone).toContain(`DTSTART:${one.to.day.replaceAll('-', '')}`);
    const move = (lessonId: string) =>
      hoaBan.db.owner.query(
        `INSERT INTO timetable.day_change (id, disruption_id, unit_id, department_id, lesson_id, day, kind, held_on, half, period)
         SELECT $1, d.id, d.unit_id, d.department_id, $3, '2025-09-23', 'moved', '2025-09-25', 'morning', 1 FROM timetable.disruption d WHERE d.id = $2`,
        [uuidv7(), disruption.id, lessonId],
      );
    await expect(move(mine.id)).rejects.toThrow(/move together/);
    expect(other.id).not.toBe(mine.id);
    await hoaBan.db.owner.query('DELETE FROM timetable.timetable WHERE id = $1', [timetableId]);
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
