import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedScore, readScore, scoreText, semesterAverage, yearAverage } from './index.ts';

/** Half up another way: the whole part, and one more when the first digit behind it is 5 or larger. */
function halfUpBy(numerator: number, denominator: number): number {
  const digits = ((BigInt(numerator) * 10n) / BigInt(denominator)).toString().padStart(2, '0');
  return Number(digits.slice(0, -1)) + (Number(digits.at(-1)) >= 5 ? 1 : 0);
}

describe('Reading a score', () => {
  test.each([
    ['7', 70],
    ['7.5', 75],
    ['7,5', 75],
    ['０', 0],
    ['７．５', 75],
    ['７，５', 75],
    [' 10 ', 100],
    ['10,0', 100],
    ['0', 0],
    ['07', 70],
  ])('"%s" is %i tenths', (text, tenths) => {
    expect(readScore(text)).toBe(tenths);
  });
  test.each([
    '',
    ' ',
    '999',
    '10.1',
    '11',
    '-1',
    '7.25',
    '7.',
    '.5',
    '7 5',
    '7;5',
    'bảy',
    'NaN',
    '1e1',
    '+7',
  ])('"%s" is no score', (text) => {
    expect(readScore(text)).toBeUndefined();
  });
  test('every score reads back from how it is written and printed', () => {
    for (let score = 0; score <= 100; score += 1) {
      expect(readScore(scoreText(score))).toBe(score);
      expect(readScore(printedScore(score))).toBe(score);
    }
  });
});

describe('Averages', () => {
  test('regular 7, 8, 6, 9, midterm 7.5, final 8 make 7.7', () => {
    expect(semesterAverage([70, 80, 60, 90], 75, 80)).toBe(77);
  });
  test('semesters 7.7 and 8.4 make 8.2 over the year', () => {
    expect(yearAverage(77, 84)).toBe(82);
  });
  test('halves go up: 7.25 is 7.3, 6.45 is 6.5, 7.24 stays 7.2 (ASM-03)', () => {
    // 7.3 + 7.3 + 7.4 + 2 x 7.2 + 3 x 7.2 = 58.0 over 8 parts: 7.25.
    expect(semesterAverage([73, 73, 74], 72, 72)).toBe(73);
    // 6.4 + 6.4 + 6.8 + 5 x 6.4 = 51.6 over 8 parts: 6.45.
    expect(semesterAverage([64, 64, 68], 64, 64)).toBe(65);
    // 7.2 + 7.5 + 5 x 7.2 = 50.7 over 7 parts: 7.243.
    expect(semesterAverage([72, 75], 72, 72)).toBe(72);
  });
  test('an average in tenths is the half-up of the exact quotient', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 6 }),
        score,
        score,
        (regular, midterm, final) => {
          const sum = regular.reduce((total, one) => total + one, 0) + 2 * midterm + 3 * final;
          expect(semesterAverage(regular, midterm, final)).toBe(halfUpBy(sum, regular.length + 5));
          expect(yearAverage(midterm, final)).toBe(halfUpBy(midterm + 2 * final, 3));
        },
      ),
    );
  });
  test('averages lie between the lowest and the highest score and do not depend on the order of the regular ones', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 6 }),
        score,
        score,
        (regular, midterm, final) => {
          const average = semesterAverage(regular, midterm, final);
          expect(average).toBeGreaterThanOrEqual(Math.min(...regular, midterm, final));
          expect(average).toBeLessThanOrEqual(Math.max(...regular, midterm, final));
          expect(semesterAverage(regular.toReversed(), midterm, final)).toBe(average);
        },
      ),
    );
  });
});
