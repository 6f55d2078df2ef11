import { expect, test } from 'vitest';
import { type AssessedSubject, classFigures, type PupilResults, type ResultLevel } from './index.ts';

const subjects: AssessedSubject[] = [
  { code: 'MATH', name: 'Toán', shortName: 'Toán', judged: 'score', wanted: [] },
  { code: 'PE', name: 'Thể chất', shortName: 'TD', judged: 'comment', wanted: [] },
];
function pupil(
  score: number | undefined,
  level: ResultLevel | null,
  honour: 'excellent' | null = null,
): PupilResults {
  const result = {
    reached: {
      scores: new Map(score === undefined ? [] : [['MATH', score]]),
      comments: new Map([['PE', 'pass' as const]]),
    },
    level,
    conduct: 'good' as const,
    reasons: [],
  };
  const outcome = level === null ? null : { honour, decision: 'promoted' as const, retestSubjects: [] };
  return { semester1: result, semester2: result, year: { ...result, outcome, afterSummer: null } };
}

test('pupils are counted by level, title and decision; who has no result yet is in none', () => {
  const pupils = [pupil(90, 'excellent', 'excellent'), pupil(60, 'pass'), pupil(undefined, null)];
  const { classes } = classFigures(subjects, pupils);
  expect(classes.map(({ period }) => period)).toEqual([1, 2, 0]);
  expect(classes[2]).toEqual({
    period: 0,
    pupils: 3,
    academic: [1, 0, 1, 0],
    conduct: [0, 3, 0, 0],
    honours: [1, 0],
    decisions: [2, 0, 0, 0],
  });
  expect(classes[0]).toMatchObject({ honours: [0, 0], decisions: [0, 0, 0, 0] });
});

test('averages fall into their band at every edge, and the bands add up to those who have one', () => {
  const edges = [34, 35, 49, 50, 64, 65, 79, 80, 100];
  const { subjects: found } = classFigures(
    subjects,
    [...edges, undefined].map((score) => pupil(score, 'pass')),
  );
  const maths = found.find(({ subjectCode, period }) => subjectCode === 'MATH' && period === 1);
  expect(maths).toMatchObject({ bands: [1, 2, 2, 2, 2], comments: [0, 0] });
  expect(maths?.sumTenths).toBe(edges.reduce((sum, one) => sum + one, 0));
  expect(found.find(({ subjectCode }) => subjectCode === 'PE')).toMatchObject({ comments: [10, 0] });
});
