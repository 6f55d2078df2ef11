import { describe, expect, test } from 'vitest';
import { findSubject, type Programme, programmeOfYear, programmeOn, programmes } from './curriculum-2018.ts';

function compulsorySum(programme: Programme, grade: number): number {
  return programme.lines
    .filter(({ kind }) => kind === 'compulsory')
    .reduce((sum, line) => sum + (line.periodsByGrade[grade] ?? 0), 0);
}

describe.each(programmes)('programme $id', (programme) => {
  test.each([
    [6, 1015],
    [7, 1015],
    [8, 1032],
    [9, 1032],
    [10, 612],
    [11, 612],
    [12, 612],
  ])('grade %i has %i compulsory periods a year', (grade, periods) => {
    expect(compulsorySum(programme, grade)).toBe(periods);
  });

  test('every line names a subject taught at the level of its grades', () => {
    for (const line of programme.lines) {
      const subject = findSubject(programme, line.subjectCode);
      for (const grade of Object.keys(line.periodsByGrade).map(Number)) {
        expect(subject?.levels).toContain(grade <= 9 ? 'lower' : 'upper');
      }
    }
  });

  test('nine electives, twelve topic clusters, nine chuyên subjects', () => {
    expect(programme.lines.filter(({ kind }) => kind === 'elective')).toHaveLength(9);
    expect(programme.lines.filter(({ kind }) => kind === 'topic')).toHaveLength(12);
    expect(programme.subjects.filter(({ specialised }) => specialised)).toHaveLength(9);
  });

  test('strands with periods of their own add up to the subject in every grade', () => {
    for (const { code, strands } of programme.subjects) {
      if (strands.length === 0 || strands.some(({ periodsPerYear }) => periodsPerYear === undefined))
        continue;
      const sum = strands.reduce((total, strand) => total + (strand.periodsPerYear ?? 0), 0);
      const line = programme.lines.find(({ subjectCode }) => subjectCode === code);
      expect(new Set(Object.values(line?.periodsByGrade ?? {}))).toEqual(new Set([sum]));
    }
  });
});

test('the programme in force on a day is the last that began by then', () => {
  expect(programmeOn('2025-09-05').id).toBe('GDPT2018-2022');
  expect(programmeOn('2025-11-20').id).toBe('GDPT2018-2025');
  expect(programmeOn('2020-01-01').id).toBe('GDPT2018-2022');
});

test('a school year is taught by the programme issued for it, also when that came in September', () => {
  expect(programmeOfYear('2025-2026').id).toBe('GDPT2018-2025');
  expect(programmeOfYear('2024-2025').id).toBe('GDPT2018-2022');
});

test('without any version there is no programme', () => {
  expect(() => programmeOn('2025-09-05', [])).toThrow('no version');
  expect(() => programmeOfYear('2025-2026', [])).toThrow('no version');
  expect(findSubject(programmeOn('2025-11-20'), 'NOPE')).toBeUndefined();
});
