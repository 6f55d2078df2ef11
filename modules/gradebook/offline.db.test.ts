import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { movableClock } from '../identity-access/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import { TestDevice } from '../sync/testing.ts';
import { type Ground, makeGround, names } from './testing.ts';

// Marks and absences that come from a device: checked like those from the grid, each with its own answer.

const clock = movableClock('2025-10-14T08:00:00+07:00');
let hoaBan: Served;
let ground: Ground;
let teacher: Person;
let device: TestDevice;
let next = 1;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  ground = await makeGround(hoaBan.db, 30);
  teacher = await hoaBan.as(names.maths, 'teacher');
  device = await TestDevice.bound(teacher, clock.now);
});
afterAll(() => hoaBan?.close());

const cell = (pupil: number, place: string, value: string, was = '') =>
  device.command(next++, 'gradebook.saveCells', {
    classId: ground.classId,
    subjectCode: 'MATH',
    semester: 1,
    cells: [{ pupilId: ground.pupils[pupil], place, was, value }],
  });
const day = (pupil: number, absences: object[], was: object[] = [], on = '2025-10-14') =>
  device.command(next++, 'gradebook.saveAttendance', {
    classId: ground.classId,
    day: on,
    pupils: [{ pupilId: ground.pupils[pupil], absences, was }],
  });
const outcomes = (answer: { body: { results: { outcome: string }[] } }) =>
  answer.body.results.map(({ outcome }) => outcome);
const away = { session: 1, period: 0, excused: true, reason: null };

test('many marks are saved in one step; one that is refused and one that somebody changed do not hold up the others', async () => {
  await teacher.post(`/api/gradebook/sheets/${ground.classId}/MATH/1/cells`, {
    cells: [{ pupilId: ground.pupils[7], place: 'regular1', was: '', value: '4' }],
  });
  const message = Array.from({ length: 30 }, (_, pupil) =>
    cell(pupil, 'regular1', pupil === 3 ? '999' : '8'),
  );
  const answer = await device.push(message);
  expect(outcomes(answer)).toEqual(
    message.map((_, pupil) => (pupil === 3 ? 'refused' : pupil === 7 ? 'conflict' : 'applied')),
  );
  expect(answer.body.results[7].conflict).toMatchObject({
    mine: [{ value: '8,0' }],
    theirs: [{ name: expect.stringContaining('Giàng A Thử'), value: '4,0' }],
  });
  const { rows } = await hoaBan.db.owner.query(
    `SELECT count(*) FILTER (WHERE regular[1] = 80)::int AS kept, count(*) FILTER (WHERE regular[1] = 40)::int AS theirs FROM gradebook.subject_marks`,
  );
  expect(rows).toEqual([{ kept: 28, theirs: 1 }]);
});

test('a mark changed twice without a network follows its own first change, and both stand in its history', async () => {
  expect(outcomes(await device.push([cell(0, 'midterm', '5'), cell(0, 'midterm', '6', '5,0')]))).toEqual([
    'applied',
    'applied',
  ]);
  const history = await teacher.get(
    `/api/gradebook/sheets/${ground.classId}/MATH/1/history?pupilId=${ground.pupils[0]}&place=midterm`,
  );
  expect(history.body.entries.map(({ after }: { after: string }) => after)).toEqual(['6,0', '5,0']);
});

test('absences that somebody else has entered meanwhile are told with both; the decision is a new command', async () => {
  const unexcused = { ...away, excused: false };
  expect(outcomes(await device.push([day(1, [away])]))).toEqual(['applied']);
  const answer = await device.push([day(1, [unexcused]), day(2, [away])]);
  expect(outcomes(answer)).toEqual(['conflict', 'applied']);
  expect(answer.body.results[0].conflict.theirs.absences).toEqual([{ ...away, online: null }]);
  expect(outcomes(await device.push([day(1, [unexcused], [away])]))).toEqual(['applied']);
  expect(outcomes(await device.push([day(3, [away], [], '2025-10-20')]))).toEqual(['refused']); // not yet taught
  // Of a lesson held online; a device that does not know of it sends none.
  const online = { ...away, period: 2, online: 'noConnection' };
  expect(outcomes(await device.push([day(4, [online]), day(5, [away])]))).toEqual(['applied', 'applied']);
  const { rows } = await hoaBan.db.owner.query(
    'SELECT pupil_id, online FROM gradebook.absence WHERE pupil_id = ANY ($1) ORDER BY online',
    [ground.pupils.slice(4, 6)],
  );
  expect(rows).toEqual([
    { pupil_id: ground.pupils[4], online: 'noConnection' },
    { pupil_id: ground.pupils[5], online: null },
  ]);
});

test('what a teacher holds is the own classes, small, and nothing of another subject', async () => {
  const { body } = await device.pull();
  const keys: string[] = body.documents.map(({ key }: { key: string }) => key.split('/').slice(1).join('/'));
  expect(keys).toContain(`gradebook.getSheet/${ground.classId}/MATH/1`);
  expect(keys).toContain(`gradebook.getAttendance/${ground.classId}/2025-10-14`);
  expect(keys.some((key) => key.includes('HISGEO'))).toBe(false);
  expect(JSON.stringify(body).length).toBeLessThan(100_000);
});

test('after the lock a mark is refused whatever the clock of the device says, and stays for a correction', async () => {
  const principal = await hoaBan.as(names.principal, 'principal');
  const locked = await principal.post('/api/gradebook/terms/1/lock', { version: 0, note: 'Khoá để thử' });
  expect(locked.status).toBe(200);
  const early = { ...cell(5, 'final', '9'), madeAt: '2025-10-01T00:00:00.000Z' };
  const answer = await device.push([early]);
  expect(answer.body.results).toMatchObject([{ outcome: 'refused', problem: { code: 'gradebook.locked' } }]);
});

test('a teacher whose assignment has ended is refused, and holds the class no longer', async () => {
  const have = Object.fromEntries(
    (await device.pull()).body.documents.map(({ key, hash }: { key: string; hash: string }) => [key, hash]),
  );
  await hoaBan.db.owner.query('DELETE FROM staffing.teaching_assignment WHERE subject_code = $1', ['MATH']);
  const answer = await device.push([cell(6, 'final', '9')]);
  expect(answer.body.results[0].outcome).toBe('refused');
  const { gone } = (await device.pull(have)).body;
  expect(gone.some((key: string) => key.includes('gradebook.getSheet') && key.includes('/MATH/'))).toBe(true);
});
