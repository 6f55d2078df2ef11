import { describe, expect, test } from 'vitest';
import { type AssessedSubject, pupilResults } from './class-results.ts';
import { caseKindsOf } from './council.ts';
import type { ResultLevel } from './level.ts';

const subjects: AssessedSubject[] = ['LIT', 'MATH', 'FL1', 'CIV', 'HISGEO', 'SCI', 'TECH', 'INF'].map(
  (code) => ({
    code,
    name: code,
    shortName: code,
    judged: 'score',
    wanted: ['regular1', 'midterm', 'final'],
  }),
);

function pupil(
  scores: readonly (number | null)[],
  change: { conduct?: ResultLevel | null; absentSessions?: number } = {},
) {
  const { conduct = 'excellent', absentSessions = 0 } = change;
  const rows = new Map(
    subjects.map(({ code }, at) => {
      const value = scores[at] === undefined ? scores[0]! : scores[at]!;
      return [code, { regular: [value], midterm: value, final: value }];
    }),
  );
  const results = pupilResults(subjects, {
    semester1: rows,
    semester2: rows,
    notAssessed: new Set(),
    conduct1: conduct,
    conduct2: conduct,
    conductAfterSummer: null,
    absentSessions,
    retests: new Map(),
  });
  return { results, absentSessions };
}

describe('Whom the council looks at', () => {
  test('nobody with a plain result', () => {
    for (const period of [0, 1, 2] as const) expect(caseKindsOf(pupil([70]), period, 30)).toEqual([]);
  });
  test('one single subject that pulled the result down by two levels: raised (ASM-13)', () => {
    expect(caseKindsOf(pupil([85, 40]), 1, 30)).toEqual(['adjusted']);
  });
  test('absence: near the limit from the school’s figure on, over it with what follows in the year (ASM-24)', () => {
    expect(caseKindsOf(pupil([70], { absentSessions: 29 }), 0, 30)).toEqual([]);
    expect(caseKindsOf(pupil([70], { absentSessions: 30 }), 0, 30)).toEqual(['nearAbsent']);
    expect(caseKindsOf(pupil([70], { absentSessions: 45 }), 0, 30)).toEqual(['nearAbsent']);
    expect(caseKindsOf(pupil([70], { absentSessions: 46 }), 0, 30)).toEqual(['retained', 'absent']);
  });
  test('re-test and summer training belong to the year, a failed semester to the semester', () => {
    const weak = pupil([60, 30, 30]);
    expect([caseKindsOf(weak, 0, 30), caseKindsOf(weak, 1, 30)]).toEqual([['retest'], ['failing']]);
    const unruly = pupil([70], { conduct: 'fail' });
    expect([caseKindsOf(unruly, 0, 30), caseKindsOf(unruly, 2, 30)]).toEqual([
      ['summerTraining'],
      ['failing'],
    ]);
  });
  test('whoever lacks a mark or conduct is open', () => {
    expect(caseKindsOf(pupil([70, null]), 1, 30)).toEqual(['open']);
    expect(caseKindsOf(pupil([70], { conduct: null }), 1, 30)).toEqual(['open']);
  });
});
