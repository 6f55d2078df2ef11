import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { provinceSeed } from '../plan/testing.ts';
import { cellsOf, type Ground, makeGround, names, sheetAddress } from './testing.ts';

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
