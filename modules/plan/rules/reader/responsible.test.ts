import { expect, test } from 'vitest';
import { findUnits, unitsOfMonthlyWork } from './responsible.ts';

const month = findUnits('Sở/Trường, UBND cấp xã, Tổ/nhóm CM, GV, GVCN');
const codes = (text: string, units = month) => unitsOfMonthlyWork(text, units).map((unit) => unit.unit);

test('work of a month that only a department does stays with the department', () => {
  expect(codes('Ban hành hướng dẫn thực hiện các lĩnh vực')).toEqual(['department']);
  expect(codes('Điều chỉnh cấu trúc đề thi')).toEqual(['department']);
  expect(codes('Phương án, kế hoạch tuyển sinh năm sau')).toEqual(['department']);
});

test('other work of the month goes to every unit the month names', () => {
  expect(codes('Phân công chuyên môn')).toEqual(month.map((unit) => unit.unit));
});

test('a month that names no department keeps its units, whatever the work', () => {
  const schools = findUnits('Trường, Tổ/nhóm CM');
  expect(codes('Ban hành hướng dẫn ôn tập', schools)).toEqual(schools.map((unit) => unit.unit));
});
