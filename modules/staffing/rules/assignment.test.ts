import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { classProgramme, weeklyPeriods } from '#rules/curriculum';
import {
  type Assignment,
  assignmentProblems,
  cellDifference,
  isComplete,
  isQualified,
  loadsOf,
  type Teacher,
} from './assignment.ts';
import { subjectCapacity } from './capacity.ts';
import { fairness, loadState } from './load.ts';
import { shareOverStrands } from './strands.ts';

const programme = programmeOfYear('2025-2026');
const hoa: Teacher = {
  id: 'hoa',
  name: 'Lò Thị Hoa',
  teamId: null,
  norm: 19,
  elsewhere: 0,
  qualifications: [
    { subjectCode: 'MATH', strand: '', lower: true, upper: false },
    { subjectCode: 'SCI', strand: 'energy', lower: true, upper: false },
  ],
};
const seven = {
  id: '7a',
  name: '7A',
  grade: 7,
  homeroomStaffId: null,
  needs: classProgramme(programme, { grade: 7, specialisedSubject: null }, []),
};
const known = { classes: new Map([[seven.id, seven]]), teachers: new Map([[hoa.id, hoa]]) };
const row = (change: Partial<Assignment> = {}): Assignment => ({
  classId: '7a',
  subjectCode: 'MATH',
  strand: '',
  staffId: 'hoa',
  periods: { 1: 4, 2: 4 },
  exceptionReason: null,
  ...change,
});
const messages = (...rows: Assignment[]) =>
  assignmentProblems(programme, known, rows).map(({ message }) => message);

describe('Rows of an assignment', () => {
  test('a qualified teacher with the right periods is fine', () => {
    expect(messages(row(), row({ subjectCode: 'SCI', strand: 'energy', periods: { 1: 1, 2: 1.5 } }))).toEqual(
      [],
    );
  });
  test('a subject she is not trained for is refused, or allowed with a written reason', () => {
    expect(messages(row({ subjectCode: 'LIT' }))).toEqual([
      expect.stringContaining('Lò Thị Hoa chưa được ghi nhận'),
    ]);
    expect(
      messages(row({ subjectCode: 'LIT', exceptionReason: 'Thiếu giáo viên, dạy thay học kì I' })),
    ).toEqual([]);
    expect(messages(row({ subjectCode: 'LIT', exceptionReason: '  ' }))).toHaveLength(1);
  });
  test('one strand is not the whole subject; activities and local contents are for everybody; nobody is trained for earth alone', () => {
    expect(isQualified(hoa, 7, 'SCI', '')).toBe(false);
    expect(isQualified(hoa, 7, 'SCI', 'life')).toBe(false);
    expect(isQualified(hoa, 7, 'SCI', 'earth')).toBe(true);
    expect(isQualified(hoa, 7, 'EXP', 'theme')).toBe(true);
    expect(isQualified(hoa, 10, 'MATH', '')).toBe(false);
  });
  test.each([
    ['0 periods', row({ periods: { 1: 0, 2: 0 } }), 'từ 0,1 đến 20'],
    ['500 periods', row({ periods: { 1: 500, 2: 4 } }), 'từ 0,1 đến 20'],
    ['no number', row({ periods: { 1: Number.NaN, 2: 4 } }), 'từ 0,1 đến 20'],
    ['a teacher of another school', row({ staffId: 'la' }), 'không có quyết định dạy liên trường'],
    ['a subject the class does not learn', row({ subjectCode: 'PHY' }), 'không học Vật lí'],
    ['a strand there is not', row({ strand: 'algebra' }), 'không có phân môn này'],
  ])('%s is refused with what to do', (_, wrong, text) => {
    expect(messages(wrong)).toEqual([expect.stringContaining(text)]);
  });
  test('the same teacher twice in a cell is refused', () => {
    expect(messages(row(), row())).toEqual([expect.stringContaining('ghi hai lần')]);
  });
});

describe('Periods', () => {
  const need = { weekly: weeklyPeriods(programme, 52) };
  test('a cell tells what is missing and what is too many, in each semester', () => {
    expect(cellDifference(need, [row({ periods: { 1: 2, 2: 1 } })])).toEqual({ 1: 1, 2: -1 });
    expect(isComplete(need, [row({ periods: { 1: 1, 2: 2 } })])).toBe(true);
    expect(isComplete(need, [])).toBe(false);
  });
  test('a load is the mean over 18 and 17 weeks', () => {
    expect(loadsOf(programme, [row({ periods: { 1: 1, 2: 2 } })]).get('hoa')! * 35).toBeCloseTo(52);
  });
  test('strands share the periods of their subject without losing any', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('SCI', 'HISGEO', 'EXP', 'ART'),
        fc.integer({ min: 0, max: 60 }),
        (code, tenths) => {
          const weekly = { 1: tenths / 10, 2: tenths / 5 };
          const parts = shareOverStrands(findSubject(programme, code)!, weekly);
          expect(parts.reduce((sum, { periods }) => sum + periods[1], 0)).toBeCloseTo(weekly[1]);
          expect(parts.reduce((sum, { periods }) => sum + periods[2], 0)).toBeCloseTo(weekly[2]);
        },
      ),
    );
    expect(
      shareOverStrands(findSubject(programme, 'HISGEO')!, { 1: 3, 2: 3 }).map(({ periods }) => periods[1]),
    ).toEqual([1.5, 1.5]);
  });
  test('loads are judged against the norm with a tolerance', () => {
    expect([14, 17, 19, 21, 21.1, 31].map((load) => loadState(load, 19))).toEqual([
      'under',
      'right',
      'right',
      'right',
      'over',
      'excessive',
    ]);
  });
  test('fairness is measured against each one’s own norm; nobody is not fair or unfair', () => {
    expect(
      fairness([
        { load: 15, norm: 15 },
        { load: 21, norm: 19 },
      ]),
    ).toEqual({ least: 0, most: 2, spread: 2 });
    expect(fairness([])).toBeUndefined();
  });
});

describe('Need against capacity of a subject', () => {
  const one = (norm: number, ...codes: string[]) => ({
    norm,
    qualifications: codes.map((subjectCode) => ({ subjectCode })),
  });
  test('whoever may teach two subjects is shared by what is wanted', () => {
    const found = subjectCapacity(
      [
        { subjectCode: 'MATH', periods: 30 },
        { subjectCode: 'INF', periods: 10 },
      ],
      [one(20, 'MATH', 'INF'), one(20, 'MATH')],
      19,
    );
    expect(found[0]!.have + found[1]!.have).toBeCloseTo(40, 0);
    expect(found[1]!.have).toBeGreaterThan(5);
    expect(found[1]).toMatchObject({ need: 10, needFte: 0.5 });
  });
  test('what is shared never exceeds what the teachers have, and nobody at all is a need without cover', () => {
    const code = fc.constantFrom('MATH', 'INF', 'LIT', 'EXP');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ subjectCode: code, periods: fc.integer({ min: 1, max: 80 }) }), {
          selector: (need) => need.subjectCode,
        }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 19 }), fc.array(code))),
        (needs, people) => {
          const teachers = people.map(([norm, codes]) => one(norm, ...codes));
          const have = subjectCapacity(needs, teachers, 19).reduce((sum, row) => sum + row.have, 0);
          expect(have).toBeLessThanOrEqual(people.reduce((sum, [norm]) => sum + norm, 0) + 0.3);
        },
      ),
    );
    expect(subjectCapacity([{ subjectCode: 'INF', periods: 19 }], [], 19)).toEqual([
      { subjectCode: 'INF', need: 19, have: 0, needFte: 1, haveFte: 0 },
    ]);
  });
});
