import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LostLesson, type MakeUpPlace, makeUp } from './make-up.ts';

/** A lesson of a class and a teacher that could lie in some periods of one day; cells: class * 10 + period, 1000 + teacher * 10 + period. */
function lost(
  who: number,
  teacher: number,
  periods: readonly number[],
  counts: readonly number[] = [],
  urgency = 0,
): LostLesson {
  const places = periods.map(
    (period): MakeUpPlace => ({
      takes: [who * 10 + period, 1000 + teacher * 10 + period],
      counts,
      cost: period,
    }),
  );
  return {
    ...{ duration: 1, urgency, places },
    owners: [
      { who: `class ${who}`, cells: places.map(({ takes }) => takes[0]!) },
      { who: `teacher ${teacher}`, cells: places.map(({ takes }) => takes[1]!) },
    ],
  };
}

const periodsOf = (lessons: readonly LostLesson[], chosen: readonly number[]) =>
  lessons.map(({ places }, at) => places[chosen[at]!]?.cost ?? -1);

/** More lessons than there are points of urgency: what a lesson counts for, however urgent. */
const each = 1000;
const worth = (lessons: readonly LostLesson[], chosen: readonly number[]) =>
  lessons.reduce((sum, { urgency }, at) => sum + (chosen[at]! >= 0 ? each + urgency : 0), 0);

/** What the most lessons that can have a place, and among as many the most urgent, are worth: by trying everything. */
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
      found = Math.max(found, each + lesson.urgency + best(from + 1));
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
        fc.integer({ min: 0, max: 3 }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    fc.integer({ min: 1, max: 4 }),
  );
  fc.assert(
    fc.property(instance, ([rows, hours]) => {
      const lessons = rows.map(([who, teacher, periods, urgency]) =>
        lost(who, teacher, periods.sort(), [who], urgency),
      );
      const { chosen, most: isMost } = makeUp(lessons, [hours, hours]);
      const taken = lessons.flatMap(({ places }, at) => places[chosen[at]!]?.takes ?? []);
      expect(new Set(taken).size).toBe(taken.length);
      for (const who of [0, 1])
        expect(rows.filter(([of], at) => of === who && chosen[at]! >= 0).length).toBeLessThanOrEqual(hours);
      const placed = chosen.filter((place) => place >= 0).length;
      const best = Math.floor(most(lessons, [hours, hours]) / each);
      if (isMost) expect(placed).toBe(best);
      expect(placed).toBeGreaterThanOrEqual(best - 1);
      // Nobody waits in whose place a lesson lies that is missed less.
      for (const [at, { urgency, places }] of lessons.entries())
        for (const [other, less] of lessons.entries()) {
          if (chosen[at]! >= 0 || chosen[other]! < 0 || less.urgency >= urgency) continue;
          const kept = lessons.flatMap((one, index) =>
            index !== other && chosen[index]! >= 0 ? one.places[chosen[index]!]!.takes : [],
          );
          const full = (who: number) =>
            rows.filter(([of], index) => of === who && index !== other && chosen[index]! >= 0).length >=
            hours;
          const fits = places.some(
            ({ takes, counts }) => !takes.some((cell) => kept.includes(cell)) && !counts.some(full),
          );
          expect(fits).toBe(false);
        }
    }),
    { numRuns: 150 },
  );
});

test('where a lesson takes one cell, as many lessons as there can be have a place, and among as many the most urgent', () => {
  const row = fc.tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
    fc.integer({ min: 0, max: 5 }),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 7 }), (rows) => {
      const lessons = rows.map(([cells, urgency], at): LostLesson => {
        const places = cells.map((cell): MakeUpPlace => ({ takes: [cell], counts: [], cost: cell }));
        return { duration: 1, urgency, places, owners: [{ who: `class ${at}`, cells }] };
      });
      expect(worth(lessons, makeUp(lessons, []).chosen)).toBe(most(lessons, []));
    }),
    { numRuns: 150 },
  );
});

test('the only free period goes to the lesson that is missed more, though it comes later; two lessons go before one that is', () => {
  const pair = (urgency: number) => [lost(0, 0, [1]), lost(0, 1, [1], [], urgency)];
  expect(periodsOf(pair(2), makeUp(pair(2), []).chosen)).toEqual([-1, 1]);
  // Were urgency not looked at, the first would keep it.
  expect(periodsOf(pair(0), makeUp(pair(0), []).chosen)).toEqual([1, -1]);
  const long: LostLesson = {
    ...{ duration: 2, urgency: 9, owners: [] },
    places: [{ takes: [1, 2], counts: [], cost: 1 }],
  };
  const trio = [long, lost(0, 0, [1]), lost(0, 1, [2])];
  expect(makeUp(trio, []).chosen).toEqual([-1, 0, 0]);
});
