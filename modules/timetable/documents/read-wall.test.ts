import { expect, test } from 'vitest';
import { shortNames } from '#rules/people';
import { type Ground, lessonsOf } from '../rules/index.ts';
import { counter, smallGround } from '../rules/testing.ts';
import { readWall } from './read-wall.ts';

// Two teachers of one name teach natural science to 6A, each another strand.

const { ground: plain, demand } = smallGround();
const strands = [
  { code: 'life', name: 'Vật sống' },
  { code: 'energy', name: 'Năng lượng và sự biến đổi' },
];
const ground: Ground = {
  ...plain,
  teachers: [
    { id: 'life', name: 'Cứ Thị Mị (Vật sống)', teamId: null, postedFrom: null },
    { id: 'energy', name: 'Cứ Thị Mị (Lí)', teamId: null, postedFrom: null },
    { id: 'toan', name: 'Giàng Thị Mị', teamId: null, postedFrom: null },
  ],
  subjects: [...plain.subjects, { code: 'SCI', name: 'Khoa học tự nhiên', shortName: 'KHTN', strands }],
};
const { lessons } = lessonsOf(
  ground,
  {
    ...demand,
    subjects: [{ classId: '6A', subjectCode: 'SCI', weekly: 2 }],
    assigned: strands.map(({ code }) => ({
      ...{ classId: '6A', subjectCode: 'SCI', strand: code, staffId: code, weekly: 1 },
    })),
  },
  counter(),
);
const read = (cell: string, among = ground) =>
  readWall(among, lessons, [
    ['Thứ', 'Buổi', 'Tiết', '6A', '6B'],
    ['Hai', 'Sáng', '1', cell, ''],
  ])!;
const taughtBy = (cell: string) =>
  [...read(cell).places.keys()].map((id) => lessons.find((one) => one.id === id)!.staffIds.join());

test('Namesakes go by the given name and their mark, with others of that given name by as many words as tell these apart', () => {
  expect([...shortNames(ground.teachers).values()]).toEqual([
    'Cứ Thị Mị (Vật sống)',
    'Cứ Thị Mị (Lí)',
    'Giàng Thị Mị',
  ]);
  expect([...shortNames(ground.teachers.slice(0, 2)).values()]).toEqual(['Mị (Vật sống)', 'Mị (Lí)']);
});

test('A cell that names one of them with the mark is the lesson of that one', () => {
  for (const name of ['Cứ Thị Mị (Vật sống)', 'cứ thị mị - vật sống'])
    expect(taughtBy(`KHTN\n${name}`)).toEqual(['life']);
  expect(taughtBy('KHTN\nCứ Thị Mị (Lí)')).toEqual(['energy']);
});

test('A mark of several subjects is one name, and nothing of the cell is left over', () => {
  const [life, ...others] = ground.teachers;
  const among = { ...ground, teachers: [{ ...life!, name: 'Cứ Thị Mị (Toán, Vật sống)' }, ...others] };
  const { places, faults } = read('KHTN\nCứ Thị Mị (Toán, Vật sống)', among);
  expect(places.size).toBe(1);
  expect(faults).toEqual([]);
  expect(read('KHTN\nCứ Thị Mị (Toán, Vật sống), Hoa', among).faults).toEqual([
    expect.objectContaining({ message: expect.stringContaining('phần "Hoa" trong ô không khớp') }),
  ]);
});

test('A cell that names both is refused with what to write instead; nothing is laid', () => {
  const { places, faults } = read('KHTN\nCứ Thị Mị');
  expect(places.size).toBe(0);
  expect(faults).toEqual([
    {
      cell: 'D2',
      message:
        '"KHTN, Cứ Thị Mị": trường có 2 người cùng tên này dạy lớp 6A. Hãy ghi rõ Cứ Thị Mị (Vật sống) hoặc Cứ Thị Mị (Lí).',
    },
  ]);
});

test('Where only one of them teaches it, the name alone is enough', () => {
  expect(taughtBy('Vật sống\nCứ Thị Mị')).toEqual(['life']);
});

test('Rows of a day that the week has not are not read as the day above them', () => {
  const { places, faults } = readWall(ground, lessons, [
    ['Thứ', 'Buổi', 'Tiết', '6A', '6B'],
    ['Bảy', 'Sáng', '1', 'Vật sống', ''],
    ['Chủ nhật', 'Sáng', '2', 'KHTN (Năng lượng)', ''],
    ['', '', '3', 'KHTN (Năng lượng)', ''],
  ])!;
  expect([...places.values()]).toEqual([{ weekday: 6, half: 'morning', period: 1 }]);
  expect(faults).toEqual(
    ['D3', 'D4'].map((cell) => ({ cell, message: expect.stringContaining('Không đọc được thứ') })),
  );
});
