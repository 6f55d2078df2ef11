import type { ResultLevel } from './level.ts';

const yearTable: Readonly<Record<ResultLevel, Readonly<Record<ResultLevel, ResultLevel>>>> = {
  excellent: { excellent: 'excellent', good: 'good', pass: 'good', fail: 'fail' },
  good: { excellent: 'excellent', good: 'good', pass: 'pass', fail: 'fail' },
  pass: { excellent: 'good', good: 'good', pass: 'pass', fail: 'fail' },
  fail: { excellent: 'good', good: 'pass', pass: 'pass', fail: 'fail' },
};

/** Conduct of the year from those of the two semesters (Circular 22/2021 Điều 8 khoản 2). */
export function yearConduct(semester1: ResultLevel, semester2: ResultLevel): ResultLevel {
  return yearTable[semester1][semester2];
}
