import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LostLesson, type MakeUpPlace, makeUp } from './make-up.ts';

/** A lesson of a class and a teacher that could lie in some periods of one day; cells: class * 10 + period, 1000 + teacher * 10 + period. */
function lost(
  who: number,
  teacher: number,
  periods: readonly number[],
  counts: readonly number[] = [],
): LostLesson {
  const places = periods.map(
    (period): MakeUpPlace => ({
      takes: [who * 10 + period, 1000 + teacher * 10 + period],
      counts,
      cost: period,
    }),
  );
  return {
    duration: 1,
    places,
    owners: [
      { who: `class ${who}`, cells: places.map(({ takes }) => takes[0]!) },
      { who: `teacher ${teacher}`, cells: places.map(({ takes }) => takes[1]!) },
    ],
  };
}

const periodsOf = (lessons: readonly LostLesson[], chosen: readonly number[]) =>
  lessons.map(({ places }, at) => places[chosen[at]!]?.cost ?? -1);

/** The most lessons that can have a place, by trying everything. */
function most(lessons: readonly LostLesson[], hoursLeft: readonly number[]): number {
  const taken = new Set<number>();
  const left = [...hoursLeft];
  const best = (from: number): number => {
    const lesson = lessons[from];
    if (!lesson) return 0;
    let found = best(from + 1);
    for (const { takes, counts } of lesson.places) {
      if (takes.some((cell) => taken.has(cell)) || counts.some((one) => left[one]! < lesson.duration))
        continue;
      for (const cell of takes) taken.add(cell);
      for (const one of counts) left[one]! -= lesson.duration;
      found = Math.max(found, 1 + best(from + 1));
      for (const cell of takes) taken.delete(cell);
      for (const one of counts) left[one]! += lesson.duration;
    }
    return found;
  };
  return best(0);
}

test('a lesson that could lie anywhere makes room for one that could not, where taking the earliest leaves it out', () => {
  const lessons = [lost(0, 0, [1, 2]), lost(0, 1, [1])];
  expect(periodsOf(lessons, makeUp(lessons, []).chosen)).toEqual([2, 1]);
  expect(makeUp(lessons, []).most).toBe(true);
});

test('of three lessons of a class for two free periods one is left, and that no more fit is proved', () => {
  const lessons = [lost(0, 0, [1, 2]), lost(0, 1, [1, 2]), lost(0, 2, [1, 2])];
  const { chosen, most: isMost } = makeUp(lessons, []);
  expect(chosen.filter((place) => place < 0)).toHaveLength(1);
  expect(isMost).toBe(true);
});

test('never more hours on a day than are left, never two in one cell, never a wrong proof, and at most one fewer than there can be', () => {
  const instance = fc.tuple(
    fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: 0, max: 2 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    fc.integer({ min: 1, max: 4 }),
  );
  fc.assert(
    fc.property(instance, ([rows, hours]) => {
      const lessons = rows.map(([who, teacher, periods]) => lost(who, teacher, periods.sort(), [who]));
      const { chosen, most: isMost } = makeUp(lessons, [hours, hours]);
      const taken = lessons.flatMap(({ places }, at) => places[chosen[at]!]?.takes ?? []);
      expect(new Set(taken).size).toBe(taken.length);
      for (const who of [0, 1])
        expect(rows.filter(([of], at) => of === who && chosen[at]! >= 0).length).toBeLessThanOrEqual(hours);
      const placed = chosen.filter((place) => place >= 0).length;
      const best = most(lessons, [hours, hours]);
      if (isMost) expect(placed).toBe(best);
      expect(placed).toBeGreaterThanOrEqual(best - 1);
    }),
    { numRuns: 150 },
  );
});
