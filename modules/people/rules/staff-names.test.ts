import { expect, test } from 'vitest';
import { type Namesake, tellApart, withoutMark } from './staff-names.ts';

const mi = (id: string, subjects: readonly string[], more: Partial<Namesake> = {}): Namesake => ({
  ...{ id, name: 'Cứ Thị Mị', code: null, place: 1 },
  subjects: subjects.map((one) => ({ subjectCode: one.split(' ')[0]!, strand: one.split(' ')[1] ?? '' })),
  ...more,
});
const names = (...people: readonly Namesake[]) => tellApart(people).map(({ name }) => name);

test('People of one name are marked with what they teach, a strand by its own name where that is short', () => {
  expect(names(mi('a', ['SCI life', 'SCI matter']), mi('b', ['ART music']))).toEqual([
    'Cứ Thị Mị (KHTN)',
    'Cứ Thị Mị (Âm nhạc)',
  ]);
  expect(names(mi('a', ['MATH']), mi('b', ['LIT', 'HISGEO history']))).toEqual([
    'Cứ Thị Mị (Toán)',
    'Cứ Thị Mị (Văn, Lịch sử)',
  ]);
});

test('Whoever teaches the same is marked with the staff code besides, without one by the order of coming', () => {
  const people = [
    mi('a', ['MATH'], { code: '1104000012', place: 2 }),
    mi('b', ['MATH'], { place: 3 }),
    mi('c', ['PE']),
    mi('d', [], { place: 4 }),
  ];
  expect(names(...people)).toEqual([
    'Cứ Thị Mị (Toán, mã 1104000012)',
    'Cứ Thị Mị (Toán, người thứ 3)',
    'Cứ Thị Mị (GDTC)',
    'Cứ Thị Mị',
  ]);
  for (const name of names(...people)) expect(withoutMark(name)).toBe('Cứ Thị Mị');
});
