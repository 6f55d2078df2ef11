import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { addElectiveGroup, school } from '../gradebook/testing.ts';
import { here, type LessonGround, makeLessonGround, names } from '../lessons/testing.ts';
import { nameOf, provinceSeed } from '../plan/testing.ts';

// The calendar of a class for its group chat: who may give it away, what it shows, when it ends.

let hoaBan: Served;
let ground: LessonGround;
let homeroom: Person;
let principal: Person;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-09-16T08:00:00+07:00');
  ground = await makeLessonGround(hoaBan.db);
  const { owner } = hoaBan.db;
  for (const [name, pupil] of [
    ['MATH', ground.pupils[0]!],
    ['BIO', ground.pupils[1]!],
  ] as const) {
    const lessonId = uuidv7();
    const groupId = await addElectiveGroup(hoaBan.db, name, ground.staff.maths, [pupil], 'Lượt 1');
    const place = [ground.timetableId, here.id, here.departmentId];
    await owner.query(
      `INSERT INTO timetable.lesson (id, timetable_id, unit_id, department_id, kind, session, subject_code, title, study_group_id, block, duration,
         weekday, half, period) VALUES ($1, $2, $3, $4, 'group', 1, $5, $6, $7, '10 Lượt 1 1', 1, 5, 'morning', 1)`,
      [lessonId, ...place, name, `Nhóm ${name}`, groupId],
    );
    await owner.query(
      'INSERT INTO timetable.lesson_class (lesson_id, class_id, timetable_id, unit_id, department_id) VALUES ($1, $2, $3, $4, $5)',
      [lessonId, ground.classId, ...place],
    );
  }
  homeroom = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
});
afterAll(() => hoaBan?.close());

const ask = (person: Person, classId: string | null = ground.classId) =>
  person.post('/api/timetable/calendar-feed', { classId });
const open = (address: string) => hoaBan.stranger.get(new URL(address).pathname);
/** Titles of the events of a day, 'YYYYMMDD'. */
const titlesOn = (feed: string, day: string) =>
  feed
    .split('BEGIN:VEVENT')
    .filter((event) => event.includes(`DTSTART:${day}T`))
    .map((event) => /SUMMARY:(.*)\r/.exec(event)?.[1])
    .sort();

test('A class has a calendar of its lessons with changes of days, each group of a block by its name, and no pupil’s name', async () => {
  const { address } = (await ask(homeroom)).body;
  const read = async () => (await open(address)).bytes.toString();
  const feed = await read();
  expect(feed).toContain('Lớp 6A1');
  expect(titlesOn(feed, '20250922')).toEqual(['Toán 6A1']);
  expect(titlesOn(feed, '20250926')).toEqual(['Nhóm BIO 6A1', 'Nhóm MATH 6A1']);
  expect(feed).not.toContain('Giàng A');
  await principal.post('/api/timetable/disruptions', {
    ...{ kind: 'teacherAway', staffId: ground.staff.maths, reason: 'Ốm' },
    ...{ fromDay: '2025-09-22', toDay: '2025-09-22' },
  });
  expect(titlesOn(await read(), '20250922')).toEqual([]);
  expect(titlesOn(await read(), '20250929')).toEqual(['Toán 6A1']);
  // The own calendar is another address.
  const own = (await ask(homeroom, null)).body.address;
  expect(titlesOn((await open(own)).bytes.toString(), '20250926')).toEqual([]);
  expect((await open(address)).status).toBe(200);
});

test('The homeroom teacher and the office give it away, nobody else; the newest address alone is open, as long as who asked works there', async () => {
  const others = await hoaBan.as(names.maths, 'teacher');
  expect((await ask(others)).body.code).toBe('timetable.notYourClass');
  expect((await ask(homeroom, ground.otherClassId)).body.code).toBe('timetable.notYourClass');
  const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
  expect((await ask(elsewhere)).body.code).toBe('timetable.notYourClass');
  const offered = async (person: Person) => (await person.get('/api/timetable/week')).body.feedClassIds;
  expect(await offered(homeroom)).toEqual([ground.classId]);
  expect(await offered(others)).toEqual([]);
  expect(await offered(principal)).toEqual(expect.arrayContaining([ground.classId, ground.otherClassId]));
  const first = (await ask(homeroom)).body.address;
  const clerk = await hoaBan.as(nameOf(school, 'clerk'), 'clerk');
  const second = (await ask(clerk)).body.address;
  expect((await open(first)).body.code).toBe('timetable.feedNotFound');
  expect((await open(second)).status).toBe(200);
  await hoaBan.db.owner.query(
    `UPDATE identity.role_assignment SET ends_on = '2025-09-15' WHERE role = 'clerk'`,
  );
  expect((await open(second)).body.code).toBe('timetable.feedNotFound');
});
