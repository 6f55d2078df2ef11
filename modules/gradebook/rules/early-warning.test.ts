import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssessedSubject, pupilResults } from './class-results.ts';
import { warningsOf } from './early-warning.ts';
import { latestOf, standingsOf } from './standing.ts';

const wanted = ['regular1', 'regular2', 'midterm', 'final'] as const;
const subjects: AssessedSubject[] = [
  { code: 'MATH', name: 'Toán', shortName: 'Toán', judged: 'score', wanted },
  { code: 'PE', name: 'GDTC', shortName: 'GDTC', judged: 'comment', wanted },
];
const limits = { fall: 15, absentFrom: 30 };

type Values = readonly [readonly (number | null)[], (number | null)?, (number | null)?];
function warned(
  rows: { semester: 1 | 2; code?: string; values: Values }[],
  semester: 1 | 2,
  change: { absentSessions?: number; notAssessed?: string[] } = {},
) {
  const marks = rows.map(
    ({ semester: of, code = 'MATH', values: [regular, midterm = null, final = null] }) => ({
      subjectCode: code,
      semester: of,
      regular,
      midterm,
      final,
    }),
  );
  return warningsOf(subjects, { marks, notAssessed: [], absentSessions: 0, ...change }, semester, limits);
}

describe('Early warning', () => {
  test('below 5.0 so far, marks weighted as in the average; exactly 5.0 is not below', () => {
    expect(warned([{ semester: 1, values: [[40, 60], 45] }], 1)).toMatchObject([
      { kind: 'below', subjectCode: 'MATH', value: 48 },
    ]);
    expect(warned([{ semester: 1, values: [[50, 50], 50] }], 1)).toEqual([]);
  });
  test('one mark alone warns of nothing, nor does a test that is to be made up', () => {
    expect(warned([{ semester: 1, values: [[20, null]] }], 1)).toEqual([]);
    expect(warned([{ semester: 1, values: [[20, -1], -1] }], 1)).toEqual([]);
  });
  test('falling: semester 2 against semester 1, the midterm of semester 1 against its regular marks', () => {
    const first = { semester: 1, values: [[80, 80], 80, 80] } as const;
    expect(warned([first, { semester: 2, values: [[65, 65]] }], 2)).toEqual([
      { kind: 'falling', subjectCode: 'MATH', value: 65, before: 80 },
    ]);
    expect(warned([first, { semester: 2, values: [[66, 66]] }], 2)).toEqual([]);
    expect(warned([{ semester: 1, values: [[80, 80], 60] }], 1)).toMatchObject([
      { kind: 'falling', value: 60, before: 80 },
    ]);
  });
  test('a comment Chưa đạt is below; a subject not assessed is not looked at', () => {
    const row = { semester: 1, code: 'PE', values: [[1, 0]] } as const;
    expect(warned([row], 1)).toMatchObject([{ kind: 'below', subjectCode: 'PE', value: null }]);
    expect(warned([row], 1, { notAssessed: ['PE'] })).toEqual([]);
  });
  test('absences from the figure of the setting on', () => {
    expect(warned([], 1, { absentSessions: 29 })).toEqual([]);
    expect(warned([], 1, { absentSessions: 30 })).toMatchObject([{ kind: 'absent', value: 30 }]);
  });
  test('whoever has 5.0 or more everywhere and no change is never warned of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 100 }),
        fc.constantFrom(1 as const, 2 as const),
        (mark, semester) => {
          const values = [[mark, mark], mark, mark] as const;
          const rows = [1 as const, 2 as const].map((of) => ({ semester: of, values }));
          expect(warned(rows, semester)).toEqual([]);
        },
      ),
    );
  });
});

describe('The standing of a pupil in a subject', () => {
  const year = (schoolYear: string, one: number | undefined, two?: number) => ({
    schoolYear,
    results: pupilResults(subjects, {
      semester1: full(one),
      semester2: full(two),
      notAssessed: new Set(),
      conduct1: null,
      conduct2: null,
      conductAfterSummer: null,
      absentSessions: 0,
      retests: new Map(),
    }),
  });
  const full = (mark: number | undefined) =>
    new Map(
      mark === undefined ? [] : [['MATH', { regular: [mark, mark], midterm: mark, final: mark }] as const],
    );
  const soFarMarks = (mark: number, semester: 1 | 2) => [
    { subjectCode: 'MATH', semester, regular: [mark], midterm: mark, final: null },
  ];

  test('is that of the last semester with a result, also of the year before', () => {
    const before = year('2024-2025', 80, 48);
    expect(standingsOf(subjects, [], { now: year('2025-2026', undefined), before }, 'lastSemester')).toEqual([
      {
        ...{ subjectCode: 'MATH', below: true, value: 48 },
        basis: 'điểm trung bình học kì II năm học 2024-2025: 4,8',
      },
    ]);
    expect(standingsOf(subjects, [], { now: year('2025-2026', 50), before }, 'lastSemester')).toMatchObject([
      { below: false },
    ]);
  });
  test('may also be below by the marks so far, where the department lets these count', () => {
    const known = { now: year('2025-2026', 60), before: undefined };
    expect(standingsOf(subjects, soFarMarks(40, 2), known, 'lastSemester')).toMatchObject([{ below: false }]);
    expect(standingsOf(subjects, soFarMarks(40, 2), known, 'marksSoFar')).toEqual([
      { subjectCode: 'MATH', below: true, value: 40, basis: 'học kì II: điểm đến nay 4,0' },
    ]);
  });
  test('is unknown without a result: fine marks so far do not stand for one', () => {
    const known = { now: year('2025-2026', undefined), before: undefined };
    expect(standingsOf(subjects, soFarMarks(80, 1), known, 'marksSoFar')).toEqual([]);
  });
  test('is at the latest what the marks so far say, else the last result', () => {
    const known = { now: year('2025-2026', 60), before: undefined };
    expect(latestOf(subjects, soFarMarks(80, 2), known)).toEqual([
      { subjectCode: 'MATH', below: false, value: 80, basis: 'học kì II: điểm đến nay 8,0' },
    ]);
    expect(latestOf(subjects, [], known)).toMatchObject([{ value: 60 }]);
    expect(latestOf(subjects, [], { now: year('2025-2026', undefined), before: undefined })).toEqual([]);
  });
});
