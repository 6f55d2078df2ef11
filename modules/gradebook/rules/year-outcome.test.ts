import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  academicResult,
  assessPupil,
  honourOf,
  outcomeAfterSummer,
  type PupilYear,
  type Reached,
  type ResultLevel,
  reachedInYear,
  resultLevels,
  retestSubjectsOf,
  type YearFacts,
  yearConduct,
  yearOutcome,
} from './index.ts';

const reached = (
  scores: Readonly<Record<string, number>>,
  comments: Readonly<Record<string, 'pass' | 'fail'>> = {},
): Reached => ({
  scores: new Map(Object.entries(scores)),
  comments: new Map(Object.entries(comments)),
});
const facts = (of: Reached, more: Partial<YearFacts> = {}): YearFacts => ({
  reached: of,
  academic: academicResult(of).level,
  conduct: 'excellent',
  absentSessions: 0,
  ...more,
});
const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const all = (score: number, change: Readonly<Record<string, number>> = {}) =>
  reached({ ...Object.fromEntries(codes.map((code) => [code, score])), ...change }, { PE: 'pass' });

describe('Conduct of the year (Điều 8), semester 1 down, semester 2 across', () => {
  test.each([
    ['excellent', ['excellent', 'good', 'good', 'fail']],
    ['good', ['excellent', 'good', 'pass', 'fail']],
    ['pass', ['good', 'good', 'pass', 'fail']],
    ['fail', ['good', 'pass', 'pass', 'fail']],
  ] as const)('%s in semester 1', (first, row) => {
    expect(resultLevels.map((second) => yearConduct(first, second))).toEqual(row);
  });
});

describe('Titles (Điều 15)', () => {
  test('Giỏi for Tốt and Tốt; Xuất sắc with six subjects from 9.0', () => {
    expect(honourOf(facts(all(85)))).toBe('excellent');
    expect(honourOf(facts(all(80, { A: 90, B: 90, C: 90, D: 90, E: 90, F: 90 })))).toBe('outstanding');
    expect(honourOf(facts(all(80, { A: 90, B: 90, C: 90, D: 90, E: 90, F: 89 })))).toBe('excellent');
  });
  test('none for conduct Khá, for academic Khá, nor for whoever missed more than 45 sessions', () => {
    expect(honourOf(facts(all(95), { conduct: 'good' }))).toBeNull();
    expect(honourOf(facts(all(70)))).toBeNull();
    expect(honourOf(facts(all(95), { absentSessions: 46 }))).toBeNull();
    expect(honourOf(facts(all(95), { absentSessions: 45 }))).toBe('outstanding');
  });
});

describe('Promotion (Điều 12-14)', () => {
  const poor = all(60, { A: 48, B: 32 });
  test.each([
    ['all well', facts(all(80)), 'promoted'],
    ['exactly 45 sessions missed', facts(all(80), { absentSessions: 45 }), 'promoted'],
    ['46 sessions missed, all Tốt (ASM-24)', facts(all(95), { absentSessions: 46 }), 'retained'],
    ['conduct Chưa đạt (ASM-21)', facts(all(80), { conduct: 'fail' }), 'summerTraining'],
    ['academic result Chưa đạt, conduct Đạt (ASM-22)', facts(poor, { conduct: 'pass' }), 'retest'],
    ['both Chưa đạt (ASM-23)', facts(poor, { conduct: 'fail' }), 'retained'],
  ] as const)('%s', (_, given, decision) => {
    expect(yearOutcome(given).decision).toBe(decision);
  });
  test('a re-test is open in scores under 5.0 and comments Chưa đạt, by code', () => {
    expect(yearOutcome(facts(poor)).retestSubjects).toEqual(['A', 'B']);
    expect(retestSubjectsOf(reached({ MATH: 50, FL1: 49 }, { PE: 'fail', ART: 'pass' }))).toEqual([
      'FL1',
      'PE',
    ]);
  });
  test('who is not sent to a re-test has no subjects to be tested in', () => {
    expect(yearOutcome(facts(poor, { absentSessions: 46 })).retestSubjects).toEqual([]);
    expect(yearOutcome(facts(all(60, { A: 48 }))).retestSubjects).toEqual([]);
  });
});

describe('After the summer', () => {
  const spring = facts(all(60, { A: 48, B: 32, C: 45 }), { conduct: 'pass' });
  const summer = (scores: Readonly<Record<string, number>>, conduct: ResultLevel | null = null) => ({
    ...reached(scores),
    conduct,
  });
  test('the re-test replaces the result of its subject for this decision', () => {
    expect(outcomeAfterSummer(spring, summer({ A: 50, B: 50, C: 50 }))).toBe('promoted');
    expect(outcomeAfterSummer(spring, summer({ B: 35 }))).toBe('retained');
    expect(outcomeAfterSummer(spring, summer({}))).toBe('retained');
  });
  test('a subject not open to a re-test is not replaced', () => {
    const two = facts(all(60, { A: 34, B: 34, C: 49 }));
    expect(outcomeAfterSummer(two, summer({ D: 100, E: 100 }))).toBe('retained');
  });
  test('conduct after the training decides', () => {
    const trained = facts(all(60), { conduct: 'fail' });
    expect(outcomeAfterSummer(trained, summer({}, 'pass'))).toBe('promoted');
    expect(outcomeAfterSummer(trained, summer({}, 'fail'))).toBe('retained');
    expect(outcomeAfterSummer(trained, summer({}))).toBe('retained');
  });
  test('whoever missed more than 45 sessions stays down whatever is tested', () => {
    expect(
      outcomeAfterSummer({ ...spring, absentSessions: 46 }, summer({ A: 100, B: 100 }, 'excellent')),
    ).toBe('retained');
  });
  test('replacing by the same results changes nothing, replacing all by 10 promotes', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 6, maxLength: 10 }), (scores) => {
        const given = facts(reached(Object.fromEntries(scores.map((one, index) => [`S${index}`, one]))));
        const decided = yearOutcome(given);
        fc.pre(decided.decision === 'retest');
        expect(outcomeAfterSummer(given, { ...given.reached, conduct: null })).toBe('retained');
        const full = Object.fromEntries(decided.retestSubjects.map((code) => [code, 100]));
        expect(outcomeAfterSummer(given, summer(full))).toBe('promoted');
      }),
    );
  });
});

describe('The whole year of a pupil', () => {
  const same = (score: number) => ({ regular: [score, score], midterm: score, final: score });
  const pupil = (change: Partial<PupilYear> = {}): PupilYear => ({
    subjects: [
      ...codes.map((code) => ({ code, kind: 'scored' as const, semester1: same(70), semester2: same(82) })),
      {
        code: 'PE',
        kind: 'comment',
        semester1: { results: ['fail'] },
        semester2: { results: ['pass', 'pass'] },
      },
    ],
    conduct: { semester1: 'fail', semester2: 'good' },
    absentSessions: 12,
    ...change,
  });
  const named = (code: string) => `môn ${code}`;

  test('semesters, year, levels and decision with reasons', () => {
    const assessed = assessPupil(pupil(), named);
    expect(assessed.year.scores.get('A')).toBe(78);
    // One comment Chưa đạt, every score from 6.5 but none from 8.0.
    expect(assessed.academic).toEqual({ semester1: 'pass', semester2: 'excellent', year: 'good' });
    expect(assessed.conduct).toBe('pass');
    expect(assessed.outcome).toEqual({ honour: null, decision: 'promoted', retestSubjects: [] });
    expect(assessed.reasons).toEqual([
      expect.stringContaining('Kết quả học tập cả năm: Khá'),
      'Kết quả rèn luyện cả năm: Đạt, vì học kì I Chưa đạt, học kì II Khá.',
      expect.stringContaining('Được lên lớp'),
    ]);
  });
  test('a subject without one of the semesters has no year', () => {
    const year = reachedInYear(reached({ A: 70 }), reached({ A: 80, B: 90 }, { PE: 'pass' }));
    expect([...year.scores.keys()]).toEqual(['A']);
    expect(year.comments.get('PE')).toBe('pass');
  });
  test('reasons say what stood in the way, whatever the pupil', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 8, maxLength: 8 }), fc.nat(60), (scores, absentSessions) => {
        const subjects = scores.map((one, index) => ({
          code: `S${index}`,
          kind: 'scored' as const,
          semester1: same(one),
          semester2: same(one),
        }));
        const { reasons, outcome } = assessPupil(pupil({ subjects, absentSessions }), named);
        expect(reasons.every((reason) => /[^ ]\.$/.test(reason) && !reason.includes('vì .'))).toBe(true);
        for (const code of outcome.retestSubjects) expect(reasons.join(' ')).toContain(code);
      }),
    );
  });
});
