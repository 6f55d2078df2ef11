import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programmeOn } from '#reference/curriculum-2018';
import {
  type Choice,
  choiceProblems,
  classProgramme,
  linesOfGrade,
  semesterPeriods,
  totalPeriods,
  weeklyPeriods,
  yearlyMean,
} from './index.ts';

const programme = programmeOn('2025-11-20');
const grades = [6, 7, 8, 9, 10, 11, 12];
const electives = linesOfGrade(programme, 10, 'elective').map(({ subjectCode }) => subjectCode);
const alwaysTaken = ['LIT', 'MATH', 'HIS'];

const choice = (kind: Choice['kind'], subjectCode: string, periods: number | null = null): Choice => ({
  kind,
  subjectCode,
  periods,
  reason: null,
});
/** A right combination: 4 electives, 3 topics of subjects taken. */
const combination = fc
  .record({
    grade: fc.constantFrom(10, 11, 12),
    electives: fc.subarray(electives, { minLength: 4, maxLength: 4 }),
  })
  .chain(({ grade, electives: four }) =>
    fc.subarray([...alwaysTaken, ...four], { minLength: 3, maxLength: 3 }).map((topics) => ({
      grade,
      choices: [
        ...four.map((code) => choice('elective', code)),
        ...topics.map((code) => choice('topic', code)),
      ],
    })),
  );

test.each([
  [6, 1015],
  [7, 1015],
  [8, 1032],
  [9, 1032],
  [10, 997],
  [11, 997],
  [12, 997],
])('grade %i is taught %i periods a year', (grade, periods) => {
  expect(totalPeriods(programme, grade)).toBe(periods);
});

describe('Semesters', () => {
  test('52 periods are one a week, then two (CUR-05); 35, 70, 105 and 140 are the same all year', () => {
    expect(weeklyPeriods(programme, 52)).toEqual({ 1: 1, 2: 2 });
    expect(weeklyPeriods(programme, 53)).toEqual({ 1: 2, 2: 1 });
    expect([35, 70, 105, 140].map((periods) => weeklyPeriods(programme, periods))).toEqual(
      [1, 2, 3, 4].map((each) => ({ 1: each, 2: each })),
    );
  });
  test('the two semesters always add up to the year, and differ by at most one period a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (periods) => {
        const split = semesterPeriods(programme, periods);
        expect(split[1] + split[2]).toBe(periods);
        expect(Math.abs(split[1] / 18 - split[2] / 17)).toBeLessThanOrEqual(1);
      }),
    );
  });
  test('the mean over the year is the periods a year through 35 weeks', () => {
    expect(yearlyMean(programme, weeklyPeriods(programme, 52)) * 35).toBeCloseTo(52);
  });
});

describe('Choices of a class', () => {
  test('every right combination is accepted and makes 997 periods', () => {
    fc.assert(
      fc.property(combination, ({ grade, choices }) => {
        const form = { grade, specialisedSubject: null };
        expect(choiceProblems(programme, form, choices)).toEqual([]);
        const periods = classProgramme(programme, form, choices).map(({ periodsPerYear }) => periodsPerYear);
        expect(periods.reduce((sum, one) => sum + one, 0)).toBe(997);
      }),
    );
  });
  test('leaving any choice of a right combination out is refused', () => {
    fc.assert(
      fc.property(combination, fc.nat(6), ({ grade, choices }, out) => {
        const rest = choices.filter((_, index) => index !== out);
        expect(choiceProblems(programme, { grade, specialisedSubject: null }, rest)).not.toEqual([]);
      }),
    );
  });
  test('a topic of a subject the class does not take is refused by name (CUR-02)', () => {
    const choices = [
      ...['GEO', 'ECL', 'PHY', 'INF'].map((code) => choice('elective', code)),
      ...['LIT', 'MATH', 'BIO'].map((code) => choice('topic', code)),
    ];
    expect(choiceProblems(programme, { grade: 11, specialisedSubject: null }, choices)).toEqual([
      { path: '', message: expect.stringContaining('Chuyên đề Sinh học') },
    ]);
  });
  test.each([0, 500, 2.5])(
    '%d periods a year are refused, and so is a change without a reason',
    (periods) => {
      const messages = choiceProblems(programme, { grade: 6, specialisedSubject: null }, [
        choice('optional', 'ETH', periods),
      ]).map(({ message }) => message);
      expect(messages).toEqual([expect.stringContaining('từ 1 đến 350'), expect.stringContaining('lí do')]);
    },
  );
  test('lower secondary has no electives', () => {
    expect(
      choiceProblems(programme, { grade: 6, specialisedSubject: null }, [choice('elective', 'PHY')]),
    ).toHaveLength(1);
  });
});

describe('Programme of a class', () => {
  test('a class without choices is taught at least the compulsory subjects', () => {
    for (const grade of grades) {
      const needs = classProgramme(programme, { grade, specialisedSubject: null }, []);
      expect(needs.reduce((sum, { periodsPerYear }) => sum + periodsPerYear, 0)).toBe(
        grade <= 9 ? totalPeriods(programme, grade) : 612,
      );
    }
  });
  test('topics and the chuyên extension are added to their subject', () => {
    const needs = classProgramme(programme, { grade: 10, specialisedSubject: 'MATH' }, [
      choice('topic', 'MATH'),
    ]);
    expect(needs.find(({ subjectCode }) => subjectCode === 'MATH')).toMatchObject({
      periodsPerYear: 105 + 35 + 53,
      parts: [
        { kind: 'compulsory', periods: 105 },
        { kind: 'topic', periods: 35 },
        { kind: 'specialised', periods: 53 },
      ],
    });
  });
});
