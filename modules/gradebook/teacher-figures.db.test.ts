import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTables } from '#platform/documents';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { addPupil } from '../people/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import { cellsOf, type Ground, here, makeGround, names, schoolYearId, sheetAddress } from './testing.ts';

// Marks by teacher: the heads see everybody's, a teacher the own, nobody else any.

let hoaBan: Served;
let ground: Ground;
let maths: Person;
let principal: Person;
const address = '/api/gradebook/figures/teachers?period=1';

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2026-01-05T08:00:00+07:00');
  ground = await makeGround(hoaBan.db, 2);
  maths = await hoaBan.as(names.maths, 'teacher');
  principal = await hoaBan.as(names.principal, 'principal');
  const places = ['regular1', 'regular2', 'regular3', 'regular4', 'midterm', 'final'];
  const cells = places.flatMap((place) => [
    [ground.pupils[0]!, place, '9'] as const,
    [ground.pupils[1]!, place, '4'] as const,
  ]);
  expect((await maths.post(`${sheetAddress(ground.classId, 'MATH')}/cells`, cellsOf(cells))).status).toBe(
    200,
  );
  expect((await principal.post('/api/gradebook/figures/compute', {})).status).toBe(200);
});
afterAll(() => hoaBan?.close());

const rowsOf = async (person: Person) =>
  (await person.get(address)).body.rows as { teacher: string; code: string; bands: number[]; mean: number }[];

test('the principal sees how the marks of each teacher are spread', async () => {
  const rows = await rowsOf(principal);
  expect(new Set(rows.map(({ teacher }) => teacher))).toEqual(new Set(['Vàng A Toán', 'Lò Thị Sử']));
  expect(rows.find(({ code }) => code === 'MATH')).toMatchObject({
    teacher: 'Vàng A Toán',
    classes: ['6A1'],
    mean: 6.5,
    bands: [0, 1, 0, 0, 1],
  });
});

test('a teacher sees the own figures and nobody else’s', async () => {
  const rows = await rowsOf(maths);
  expect(rows.map(({ teacher, code }) => [teacher, code])).toEqual([
    ['Vàng A Toán', 'MATH'],
    ['Vàng A Toán', 'PE'],
  ]);
  const seen = await (await hoaBan.as(names.history, 'teacher')).get(address);
  expect(seen.body.rows.every(({ teacher }: { teacher: string }) => teacher === 'Lò Thị Sử')).toBe(true);
});

test('commune and another school see none of it', async () => {
  expect((await (await hoaBan.as(names.commune)).get(address)).status).toBe(403);
  expect(await rowsOf(await hoaBan.as(names.elsewhere, 'principal'))).toEqual([]);
});

test('results by circumstances are counted without names; few pupils are hidden from everybody', async () => {
  const ask = (person: Person, change = '') =>
    person.get(`/api/gradebook/figures/equity?period=1&by=all&dimension=sex&measure=MATH${change}`);
  const few = (await ask(principal)).body;
  expect(few).toMatchObject({ least: 5, outcomes: ['Dưới 5,0', 'Từ 5,0 đến dưới 8,0', 'Từ 8,0', 'Chưa có'] });
  expect(few.groups[0].parts.every(({ pupils }: { pupils: number | null }) => pupils === null)).toBe(true);
  // Ten girls and ten boys more: enough to tell how many there are.
  for (let at = 0; at < 20; at += 1) {
    const { classId } = ground;
    const sex = at < 10 ? 'female' : 'male';
    await addPupil(hoaBan.db, here, { classId, schoolYearId }, { full_name: `Vàng Thị Đông ${at}`, sex });
  }
  expect((await principal.post('/api/gradebook/figures/compute', {})).status).toBe(200);
  const many = (await ask(principal)).body.groups[0].parts;
  expect(many.map(({ part, pupils }: { part: string; pupils: number }) => [part, pupils > 9]).sort()).toEqual(
    [
      ['female', true],
      ['male', true],
    ],
  );
  // The two with marks stay hidden.
  expect(many.every(({ outcomes }: { outcomes: unknown[] }) => outcomes[0] !== 1 && outcomes[2] !== 1)).toBe(
    true,
  );
  const commune = await hoaBan.as(names.commune);
  expect((await ask(commune)).body.groups[0].parts).toHaveLength(2);
  expect((await ask(maths)).status).toBe(403);
  expect((await ask(principal, '&by=nobody')).status).toBe(400);
  const ofTeacher = (person: Person) =>
    person.get('/api/gradebook/figures/equity?period=1&by=teacher&dimension=sex&measure=MATH');
  expect((await ofTeacher(principal)).body.groups.map(({ name }: { name: string }) => name)).toEqual([
    'Vàng A Toán',
  ]);
  expect((await ofTeacher(commune)).body.groups).toEqual([]);
  const { bytes } = await principal.get(
    '/api/gradebook/figures/equity/workbook?period=1&by=base&dimension=ethnic&measure=academic',
  );
  const [sheet] = await readTables(bytes, 'hoan-canh.xlsx');
  expect(sheet?.rows[0]).toContain('Số học sinh');
});
