import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  academicResult,
  type CommentResult,
  commentResult,
  levelNames,
  type Reached,
  regularAssessments,
} from './index.ts';
import { rankOf } from './level.ts';

/** Scores in points, comments as Đ and C. */
function reached(points: readonly number[], comments = 'ĐĐĐĐ'): Reached {
  return {
    scores: new Map(points.map((score, index) => [`S${index}`, Math.round(score * 10)])),
    comments: new Map([...comments].map((one, index) => [`C${index}`, one === 'Đ' ? 'pass' : 'fail'])),
  };
}
const levelOf = (points: readonly number[], comments?: string) =>
  levelNames[academicResult(reached(points, comments)).level];

describe('Levels (Circular 22/2021 Điều 9 khoản 2), eight scored subjects', () => {
  test.each([
    ['six from 8.0, the lowest 6.5', [8.0, 8.1, 8.4, 8.0, 8.6, 9.0, 6.5, 7.0], 'ĐĐĐĐ', 'Tốt'],
    ['only five from 8.0', [7.9, 8.1, 8.4, 8.0, 8.6, 9.0, 6.5, 7.0], 'ĐĐĐĐ', 'Khá'],
    ['the lowest 6.4', [8.0, 8.1, 8.4, 8.0, 8.6, 9.0, 6.4, 7.0], 'ĐĐĐĐ', 'Khá'],
    ['six from 6.5, the lowest 5.0', [6.5, 6.5, 6.5, 6.5, 6.5, 6.5, 5.0, 5.0], 'ĐĐĐĐ', 'Khá'],
    ['only five from 6.5', [6.4, 6.5, 6.5, 6.5, 6.5, 6.5, 5.0, 5.0], 'ĐĐĐĐ', 'Đạt'],
    ['six from 5.0, the lowest 3.5', [5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 3.5, 3.5], 'ĐĐĐĐ', 'Đạt'],
    ['only five from 5.0', [4.9, 5.0, 5.0, 5.0, 5.0, 5.0, 3.5, 3.5], 'ĐĐĐĐ', 'Chưa đạt'],
    ['one at 3.4', [5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 3.4, 3.5], 'ĐĐĐĐ', 'Chưa đạt'],
    ['one comment Chưa đạt with scores of Đạt', [5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 3.5, 3.5], 'ĐCĐĐ', 'Đạt'],
    ['two comments Chưa đạt', [9, 9, 9, 9, 9, 9, 9, 9], 'CCĐĐ', 'Chưa đạt'],
    [
      'fewer than six scored subjects: six is a number, not a share',
      [10, 10, 10, 10, 10],
      'ĐĐĐĐ',
      'Chưa đạt',
    ],
    ['nothing at all', [], '', 'Chưa đạt'],
  ] as const)('%s', (_, points, comments, level) => {
    expect(levelOf(points, comments)).toBe(level);
  });
});

describe('Adjustment for one single subject (ASM-13)', () => {
  const tốt = [8, 8, 8, 8, 8, 8, 6.5];
  const khá = [6.5, 6.5, 6.5, 6.5, 6.5, 6.5, 5.0];
  test.each([
    ['Tốt but for one at 4.9: raw Đạt, becomes Khá', [...tốt, 4.9], 'ĐĐĐĐ', 'Khá'],
    ['Tốt but for one at 3.5: raw Đạt, becomes Khá', [...tốt, 3.5], 'ĐĐĐĐ', 'Khá'],
    ['Tốt but for one at 3.4: raw Chưa đạt, becomes Đạt', [...tốt, 3.4], 'ĐĐĐĐ', 'Đạt'],
    ['Tốt but for one at 0: raw Chưa đạt, becomes Đạt', [...tốt, 0], 'ĐĐĐĐ', 'Đạt'],
    ['Tốt but for one at 5.0: one level only, stays Khá', [...tốt, 5.0], 'ĐĐĐĐ', 'Khá'],
    ['Tốt but for one at 6.4: one level only, stays Khá', [...tốt, 6.4], 'ĐĐĐĐ', 'Khá'],
    ['Khá but for one at 3.4: raw Chưa đạt, becomes Đạt', [...khá, 3.4], 'ĐĐĐĐ', 'Đạt'],
    ['Khá but for one at 3.5: one level only, stays Đạt', [...khá, 3.5], 'ĐĐĐĐ', 'Đạt'],
    ['Khá but for one at 4.9: one level only, stays Đạt', [...khá, 4.9], 'ĐĐĐĐ', 'Đạt'],
    ['Tốt but for one comment: raw Đạt, becomes Khá', [...tốt, 6.5], 'ĐĐCĐ', 'Khá'],
    ['Khá but for one comment: one level only, stays Đạt', [...khá, 5.0], 'ĐĐCĐ', 'Đạt'],
    ['two subjects pull down: no adjustment', [8, 8, 8, 8, 8, 8, 4.9, 4.9], 'ĐĐĐĐ', 'Đạt'],
    ['two subjects under 3.5: no adjustment', [8, 8, 8, 8, 8, 8, 3.4, 3.4], 'ĐĐĐĐ', 'Chưa đạt'],
    ['one score and one comment pull down: no adjustment', [...tốt, 4.9], 'CĐĐĐ', 'Đạt'],
    ['one score under 3.5 and one comment: no adjustment', [...tốt, 3.4], 'CĐĐĐ', 'Chưa đạt'],
    ['five from 8.0, the sixth would be the offending one', [8, 8, 8, 8, 8, 6.5, 6.5, 4.9], 'ĐĐĐĐ', 'Khá'],
    [
      'four from 8.0: even the offending one would not make Tốt',
      [8, 8, 8, 8, 6.5, 6.5, 6.5, 4.9],
      'ĐĐĐĐ',
      'Đạt',
    ],
  ] as const)('%s', (_, points, comments, level) => {
    expect(levelOf(points, comments)).toBe(level);
  });
  test('the subject it was adjusted for is named, with the level before', () => {
    expect(academicResult(reached([...tốt, 3.4]))).toEqual({ level: 'pass', raw: 'fail', adjustedFor: 'S7' });
    expect(academicResult(reached([...tốt, 6.5], 'ĐĐCĐ'))).toMatchObject({ raw: 'pass', adjustedFor: 'C2' });
  });
});

describe('Properties of the academic result', () => {
  const score = fc.oneof(
    fc.constantFrom(34, 35, 49, 50, 64, 65, 79, 80, 100),
    fc.integer({ min: 0, max: 100 }),
  );
  const anything = fc.record({
    scores: fc.array(score, { minLength: 4, maxLength: 12 }),
    comments: fc.array(fc.constantFrom<CommentResult>('pass', 'pass', 'pass', 'fail'), { maxLength: 5 }),
  });
  const of = (given: { scores: readonly number[]; comments: readonly CommentResult[] }): Reached => ({
    scores: new Map(given.scores.map((one, index) => [`S${index}`, one])),
    comments: new Map(given.comments.map((one, index) => [`C${index}`, one])),
  });

  test('a better score or comment never makes the result worse', () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(100), (given, which, gain) => {
        const index = which % (given.scores.length + given.comments.length);
        const better = {
          scores: given.scores.map((one, at) => (at === index ? Math.min(100, one + gain) : one)),
          comments: given.comments.map((one, at) => (at + given.scores.length === index ? 'pass' : one)),
        };
        expect(rankOf(academicResult(of(better)).level)).toBeGreaterThanOrEqual(
          rankOf(academicResult(of(given)).level),
        );
      }),
      { numRuns: 2000 },
    );
  });
  test('the order of subjects changes nothing', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const turned = { scores: given.scores.toReversed(), comments: given.comments.toReversed() };
        expect(academicResult(of(turned)).level).toBe(academicResult(of(given)).level);
      }),
    );
  });
  test('the adjustment lifts by exactly one level, never to Tốt, and only where one subject alone stood in the way', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { level, raw, adjustedFor } = academicResult(of(given));
        if (adjustedFor === null) {
          expect(level).toBe(raw);
          return;
        }
        expect(rankOf(level)).toBe(rankOf(raw) + 1);
        expect(level).not.toBe('excellent');
        const repaired = of(given);
        const whole = {
          scores: new Map(
            [...repaired.scores].map(([code, one]) => [code, code === adjustedFor ? 100 : one]),
          ),
          comments: new Map(
            [...repaired.comments].map(([code, one]) => [code, code === adjustedFor ? 'pass' : one] as const),
          ),
        };
        expect(rankOf(academicResult(whole).raw) - rankOf(raw)).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Number of assessments', () => {
  test.each([
    [35, 2],
    [36, 3],
    [52, 3],
    [70, 3],
    [71, 4],
    [140, 4],
  ])('%i periods a year: %i regular scores a semester (ASM-04)', (periods, number) => {
    expect(regularAssessments('score', periods)).toBe(number);
  });
  test('a subject judged by comments has two, whatever its periods (ASM-05)', () => {
    expect(regularAssessments('comment', 105)).toBe(2);
  });
  test('comments are Đạt only when all required are there and every one is Đạt (ASM-12)', () => {
    expect(commentResult(['pass', 'pass', 'pass', 'pass'], 4)).toBe('pass');
    expect(commentResult(['pass', 'pass', 'pass'], 4)).toBe('fail');
    expect(commentResult(['pass', 'fail', 'pass', 'pass'], 4)).toBe('fail');
    expect(commentResult([], 1)).toBe('fail');
  });
});
