import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aheadBy,
  expectedPeriods,
  type ProgrammeLesson,
  periodOf,
  periodsBefore,
  periodsOf,
} from './programme.ts';

const lessons: readonly ProgrammeLesson[] = [
  { id: 'a', title: 'Một', periods: 2, week: 1 },
  { id: 'b', title: 'Hai', periods: 3, week: 1 },
  { id: 'c', title: 'Ba', periods: 1, week: 3 },
];

test('periods are counted through the lessons in their order', () => {
  expect([1, 2, 3, 5, 6].map((number) => periodOf(lessons, number)?.lessonId)).toEqual([
    'a',
    'a',
    'b',
    'b',
    'c',
  ]);
  expect(periodOf(lessons, 4)?.title).toBe('Hai (tiết 2/3)');
  expect(periodOf(lessons, 6)?.title).toBe('Ba');
  expect(periodOf(lessons, 0)).toBeUndefined();
  expect(periodOf(lessons, 7)).toBeUndefined();
  expect(periodsBefore(lessons, 3)).toBe(5);
});

test('whoever is inside the lesson that has begun is on time; before it behind, after it ahead', () => {
  const expected = expectedPeriods(lessons, { ended: 1, current: 2 });
  expect(expected).toEqual({ least: 2, most: 5 });
  expect([0, 2, 4, 5, 6].map((taught) => aheadBy(taught, expected))).toEqual([-2, 0, 0, 0, 1]);
  expect(expectedPeriods(lessons, { ended: 35, current: 35 })).toEqual({ least: 6, most: 6 });
  expect(expectedPeriods([], { ended: 3, current: 4 })).toEqual({ least: 0, most: 0 });
});

test('what is expected never shrinks and never passes the programme', () => {
  const programme = fc
    .array(fc.record({ periods: fc.integer({ min: 1, max: 6 }), week: fc.integer({ min: 1, max: 35 }) }), {
      maxLength: 40,
    })
    .map((list) =>
      list
        .sort((one, other) => one.week - other.week)
        .map((one, at): ProgrammeLesson => ({ ...one, id: String(at), title: `Bài ${at}` })),
    );
  fc.assert(
    fc.property(programme, fc.integer({ min: 0, max: 34 }), (list, ended) => {
      const now = expectedPeriods(list, { ended, current: ended + 1 });
      const later = expectedPeriods(list, { ended: ended + 1, current: ended + 2 });
      expect(now.least).toBeLessThanOrEqual(now.most);
      expect(later.least).toBeGreaterThanOrEqual(now.least);
      expect(later.most).toBeGreaterThanOrEqual(now.most);
      expect(now.most).toBeLessThanOrEqual(periodsOf(list));
    }),
  );
});
