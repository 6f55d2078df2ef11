import { expect, test } from 'vitest';
import { pastedRows } from './pasted-rows.ts';
import type { RowColumn } from './rows-table.tsx';

const columns: readonly RowColumn[] = [
  { field: 'grade', label: 'Lớp', kind: 'number' },
  { field: 'subjectCode', label: 'Môn', kind: 'choice', options: [{ value: 'MATH', label: 'Toán' }] },
  { field: 'title', label: 'Bài', kind: 'text' },
  { field: 'on', label: 'Ngày', kind: 'day', optional: true },
];

test('lines of a spreadsheet become rows, the headings are passed over', () => {
  expect(
    pastedRows('Lớp\tMôn\tBài\tNgày\n6\ttoan\tTập hợp\t5/9/2025\n6\tMATH\tSố tự nhiên\t\n', columns),
  ).toEqual({
    rows: [
      { grade: 6, subjectCode: 'MATH', title: 'Tập hợp', on: '2025-09-05' },
      { grade: 6, subjectCode: 'MATH', title: 'Số tự nhiên', on: null },
    ],
    faults: [],
  });
});

test('lines that cannot be read are named, none is guessed', () => {
  expect(pastedRows('6\tHoá\tBài 1\nsáu\tToán\tBài 2\n6\tToán\t', columns).faults).toEqual([1, 2, 3]);
});
