import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { provinceSeed } from '../plan/testing.ts';
import { cellsOf, type Ground, makeGround, names, sheetAddress } from './testing.ts';

// Who falls behind, seen by whom, and the help given.

let hoaBan: Served;
let ground: Ground;
let maths: Person;
let homeroom: Person;
let principal: Person;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-11-15T08:00:00+07:00');
  ground = await makeGround(hoaBan.db, 3);
  maths = await hoaBan.as(names.maths, 'teacher');
  homeroom = await hoaBan.as(names.history, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
  const [weak, falling, well] = ground.pupils as [string, string, string];
  const marks = await maths.post(
    `${sheetAddress(ground.classId, 'MATH')}/cells`,
    cellsOf([
      [weak, 'regular1', '4'],
      [weak, 'midterm', '4,5'],
      [falling, 'regular1', '9'],
      [falling, 'midterm', '6'],
      [well, 'regular1', '8'],
      [well, 'midterm', '8'],
    ]),
  );
  expect(marks.status).toBe(200);
});
afterAll(() => hoaBan?.close());

const warnings = async (person: Person) => (await person.get('/api/gradebook/warnings?semester=1')).body;
const help = (change: object) => ({
  pupilId: ground.pupils[0],
  subjectCode: 'MATH',
  form: 'tutoring',
  note: 'Kèm thêm phép chia sau giờ học.',
  givenOn: '2025-11-14',
  ...change,
});

test('pupils below the requirement and pupils whose marks fall are named, others are not; the need of remedial lessons is counted', async () => {
  const { pupils, needs } = await warnings(principal);
  expect(pupils.map((one: { name: string; warnings: object[] }) => [one.name, one.warnings])).toEqual([
    [
      'Giàng A Thử A',
      [{ kind: 'below', subjectCode: 'MATH', subjectName: 'Toán', value: '4,3', before: null }],
    ],
    [
      'Giàng A Thử B',
      [{ kind: 'falling', subjectCode: 'MATH', subjectName: 'Toán', value: '6,0', before: '9,0' }],
    ],
  ]);
  expect(needs).toEqual([{ grade: 6, subjectCode: 'MATH', subjectName: 'Toán', pupils: 1 }]);
});

test('the subject’s teacher and the homeroom teacher see them; another school does not', async () => {
  expect((await warnings(maths)).pupils).toHaveLength(2);
  expect((await warnings(homeroom)).pupils).toHaveLength(2);
  expect((await warnings(await hoaBan.as(names.elsewhere, 'principal'))).pupils).toEqual([]);
});

test('help is recorded by who teaches or leads the pupil and stands beside the warning', async () => {
  expect((await maths.post('/api/gradebook/help', help({}))).status).toBe(200);
  const led = await homeroom.post('/api/gradebook/help', help({ subjectCode: null, form: 'guardian' }));
  expect(led.status).toBe(200);
  const [first] = (await warnings(principal)).pupils;
  expect(first.help.map(({ form }: { form: string }) => form).sort()).toEqual(['guardian', 'tutoring']);
  // What was done in general is the homeroom teacher's and the school's.
  expect((await warnings(maths)).pupils[0].help).toHaveLength(1);
});

test('nobody records help for a pupil or subject not theirs, of tomorrow, or without saying what', async () => {
  expect((await maths.post('/api/gradebook/help', help({ subjectCode: 'LIT' }))).body.code).toBe(
    'gradebook.notYourPupil',
  );
  expect((await maths.post('/api/gradebook/help', help({ pupilId: ground.strangerId }))).body.code).toBe(
    'gradebook.notYourPupil',
  );
  expect((await maths.post('/api/gradebook/help', help({ givenOn: '2025-11-16' }))).body.code).toBe(
    'gradebook.badHelpDay',
  );
  expect((await maths.post('/api/gradebook/help', help({ note: ' ' }))).status).toBe(400);
  const elsewhere = await hoaBan.as(names.elsewhere, 'principal');
  expect((await elsewhere.post('/api/gradebook/help', help({}))).body.code).toBe('gradebook.pupilNotHere');
});
