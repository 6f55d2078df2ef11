import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { put } from '../gradebook/testing.ts';
import { movableClock } from '../identity-access/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import { TestDevice } from '../sync/testing.ts';
import { type LessonGround, lineOf, makeLessonGround, names } from './testing.ts';

// The lesson log and notes of observed lessons from a device: each once, each with its own answer, nothing overwritten.

const clock = movableClock('2025-09-11T08:00:00+07:00');
let hoaBan: Served;
let ground: LessonGround;
let teacher: Person;
let device: TestDevice;
let next = 1;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  ground = await makeLessonGround(hoaBan.db);
  teacher = await hoaBan.as(names.maths, 'teacher');
  device = await TestDevice.bound(teacher, clock.now);
});
afterAll(() => hoaBan?.close());

const line = (parts: object) =>
  device.command(next++, 'lessons.saveEntry', lineOf(ground, parts as Record<string, unknown>));
const outcomes = (answer: { body: { results: { outcome: string }[] } }) =>
  answer.body.results.map(({ outcome }) => outcome);
const note = (parts: object) => ({
  ...{
    classId: ground.classId,
    day: '2025-09-09',
    half: 'morning',
    period: 1,
    staffId: ground.staff.history,
    subjectCode: 'HISGEO',
  },
  ...{
    title: 'Thời nguyên thuỷ',
    notes: 'Học sinh làm việc nhóm tốt',
    advice: '',
    shared: false,
    was: 0,
    ...parts,
  },
});

test('lines arrive in order and once; one that is not the person’s and one written meanwhile do not hold up the others', async () => {
  await put(
    teacher,
    '/api/lessons/log/entries',
    lineOf(ground, { period: 2, title: 'Ghi ở máy khác', programmePeriod: 2 }),
  );
  const message = [
    line({ period: 1 }),
    line({ period: 2, title: 'Ghi trên máy này', programmePeriod: 2 }),
    line({ day: '2025-09-09', period: 1 }),
    line({ day: '2025-09-10', period: 2, programmePeriod: 3 }),
    line({ period: 1, remark: 'Sửa thêm', was: 1 }),
  ];
  const answer = await device.push(message);
  expect(outcomes(answer)).toEqual(['applied', 'conflict', 'refused', 'applied', 'applied']);
  expect(answer.body.results[1].conflict).toMatchObject({
    mine: { title: 'Ghi trên máy này' },
    theirs: { title: 'Ghi ở máy khác', version: 1 },
  });
  expect(outcomes(await device.push(message))).toEqual([
    'applied',
    'conflict',
    'refused',
    'applied',
    'applied',
  ]);
  const { rows } = await hoaBan.db.owner.query(
    'SELECT title, remark, version FROM lessons.log_entry ORDER BY day, period',
  );
  expect(rows).toMatchObject([
    { remark: 'Sửa thêm', version: 2 },
    { title: 'Ghi ở máy khác', version: 1 },
    { version: 1 },
  ]);
});

test('the same words from two devices are one line, not a conflict', async () => {
  const again = await device.push([line({ period: 1, remark: 'Sửa thêm', was: 0 })]);
  expect(outcomes(again)).toEqual(['applied']);
  const { rows } = await hoaBan.db.owner.query('SELECT version FROM lessons.log_entry WHERE period = 1');
  expect(rows).toEqual([{ version: 2 }]);
});

test('the decision of a conflict is a new command over what was seen', async () => {
  const decided = await device.push([
    line({ period: 2, title: 'Ghi trên máy này', programmePeriod: 2, was: 1 }),
  ]);
  expect(outcomes(decided)).toEqual(['applied']);
});

test('notes of an observed lesson keep the id the device gave them; a second device that did not see them is told', async () => {
  const observationId = uuidv4();
  const name = 'lessons.saveObservation';
  const answer = await device.push([
    device.command(next++, name, { observationId, ...note({}) }),
    device.command(next++, name, {
      observationId,
      ...note({ advice: 'Chốt kiến thức', shared: true, was: 1 }),
    }),
    device.command(next++, name, { observationId, ...note({ notes: 'Bản cũ', was: 1 }) }),
    device.command(next++, name, { observationId: uuidv4(), ...note({ staffId: ground.staff.maths }) }),
  ]);
  expect(outcomes(answer)).toEqual(['applied', 'applied', 'conflict', 'refused']);
  const observed = await hoaBan.as(names.history, 'teacher');
  expect((await observed.get('/api/lessons/observations')).body.items).toMatchObject([
    { id: observationId, advice: 'Chốt kiến thức', mine: false },
  ]);
});

test('notes not shared are the observer’s alone, also against the principal', async () => {
  const observationId = uuidv4();
  await device.push([
    device.command(next++, 'lessons.saveObservation', { observationId, ...note({ title: 'Nháp' }) }),
  ]);
  const principal = await hoaBan.as(names.principal, 'principal');
  const seen = (await principal.get('/api/lessons/observations')).body.items.map(
    ({ title }: { title: string }) => title,
  );
  expect(seen).toEqual(['Thời nguyên thuỷ']);
  expect((await principal.delete(`/api/lessons/observations/${observationId}`)).status).toBe(404);
  expect((await teacher.delete(`/api/lessons/observations/${observationId}`)).status).toBe(204);
});

test('the weeks a device holds are those near today, the own lessons, small', async () => {
  const { body } = await device.pull();
  const own = body.documents.filter(({ key }: { key: string }) => key.includes('/lessons.'));
  const keys = own.map(({ key }: { key: string }) => key.split('/').slice(1).join('/')).sort();
  expect(keys).toEqual([
    'lessons.getMyWeek/1',
    'lessons.getMyWeek/2',
    'lessons.getMyWeek/3',
    'lessons.getMyWeek/now',
    'lessons.listObservations/now',
  ]);
  expect(JSON.stringify(own).length).toBeLessThan(60_000);
});

test('a line written in time but sent late says so by itself; one that even the device wrote late is refused', async () => {
  const thursday = {
    day: '2025-09-11',
    period: 3,
    title: 'Chạy bền',
    programmeLessonId: null,
    programmePeriod: null,
  };
  clock.pass(8 * 60); // the same day, after school
  const inTime = line(thursday);
  clock.pass(6 * 24 * 60);
  teacher = await hoaBan.as(names.maths, 'teacher');
  const late = line({ ...thursday, title: 'Ghi muộn' });
  const answer = await device.push(
    [
      { ...late, seq: inTime.seq },
      { ...inTime, seq: late.seq },
    ],
    { as: teacher },
  );
  expect(outcomes(answer)).toEqual(['refused', 'applied']);
  expect(answer.body.results[0].problem.code).toBe('lessons.lateReasonNeeded');
  const { rows } = await hoaBan.db.owner.query(
    `SELECT late_reason FROM lessons.log_entry WHERE day = '2025-09-11'`,
  );
  expect(rows).toEqual([{ late_reason: 'Ghi trên máy lúc 11/09/2025 16:00 khi không có mạng.' }]);
});
