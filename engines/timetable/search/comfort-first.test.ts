import { expect, test } from 'vitest';
import { fetFormat } from '../formats/fet/format.ts';
import { rule, smallSchool } from '../formats/fet/small-school.fixture.ts';
import type { Preference } from '../formats/format.ts';
import { CoolingPlan } from './cooling-plan.ts';
import { isBetter } from './solution.ts';
import { Solver } from './solver.ts';

/** An teaches five lessons that two half-days hold; three of them are wished on three days. */
const text = smallSchool({
  time: rule('MinDaysBetweenActivities', 95, {
    Consecutive_If_Same_Day: false,
    Activity_Id: [1, 2, 3],
    MinDays: 1,
  }),
});

function solved(preference: Preference | undefined, seed = 1) {
  const instance = fetFormat.read(text, preference);
  let steps = 0;
  const solver = new Solver(instance.problem, { seed, spent: () => steps / 12 });
  for (; steps < 12 && !solver.done; steps++) solver.step();
  const solution = solver.best!;
  const days = (activities: readonly number[]) =>
    new Set(activities.map((id) => Math.floor(solution.start[id - 1]! / 4))).size;
  return { ...instance.reckon(solution), solution, isDone: solver.done, days: days([1, 2, 3, 6, 7]) };
}

test('a wish is kept though it costs a half-day; where comfort comes first it is given up', () => {
  const wishes = solved(undefined);
  expect(wishes).toMatchObject({ hard: 0, soft: 0, days: 3 });
  expect(solved('wishes').solution).toEqual(wishes.solution);
  const comfort = solved('comfort');
  expect(comfort).toMatchObject({ hard: 0, days: 2 });
  expect(comfort.soft).toBeGreaterThan(0);
});

test('unless somebody says so, comfort comes first only where half-days are called days', () => {
  const half = ['T4 sáng', 'T4 chiều', 'T5 sáng', 'T5 chiều'].map((day) => `<Day><Name>${day}</Name></Day>`);
  const inHalfDays = text.replace('<Day><Name>T2</Name></Day>', `$&${half.join('')}`);
  const comesFirst = (given: string, preference?: Preference) =>
    Number.isFinite(fetFormat.read(given, preference).problem.wishPrice);
  expect([comesFirst(text), comesFirst(inHalfDays)]).toEqual([false, true]);
  expect([comesFirst(text, 'comfort'), comesFirst(inHalfDays, 'wishes')]).toEqual([true, false]);
  // In the mode that has rules on half-days the document says itself what it wants of them.
  const mode = '<Mode>Mornings-Afternoons</Mode><Institution_Name>';
  expect(comesFirst(inHalfDays.replace('<Institution_Name>', mode))).toBe(false);
});

test('where comfort comes first a seed and a measure of time give one run, which ends with the time', () => {
  const once = solved('comfort', 3);
  expect(solved('comfort', 3).solution).toEqual(once.solution);
  expect(once.isDone).toBe(false);
  const { problem } = fetFormat.read(text, 'comfort');
  const solver = new Solver(problem, { seed: 1, spent: () => (solver.best ? 1 : 0) });
  for (let step = 0; step < 200 && !solver.done; step++) solver.step();
  expect(solver.done).toBe(true);
});

test('a broken rule is never the price of comfort; wishes are, at their price', () => {
  const worth = { unplaced: 0, hard: 0, soft: 8, comfort: 1 };
  expect(isBetter({ ...worth, hard: 1, comfort: 0 }, worth, 0.02)).toBe(false);
  const spread = { ...worth, soft: 0, comfort: 1.1 };
  expect(isBetter(spread, worth, 0.02)).toBe(true);
  expect(isBetter(worth, spread, 0.01)).toBe(true);
  expect(isBetter(worth, spread)).toBe(false);
});

test('coolings get longer, each part of one cools down, and the last ends with the time', () => {
  const plan = new CoolingPlan(0.1, 0.08);
  const moments = Array.from({ length: 901 }, (_, index) => plan.at(0.1 + index / 1000));
  moments.slice(1).forEach((now, index) => {
    const before = moments[index]!;
    expect(now.cooling).toBeGreaterThanOrEqual(before.cooling);
    if (now.cooling > before.cooling) expect(now.temperature).toBeGreaterThan(before.temperature);
    else if (now.isStrict === before.isStrict) expect(now.temperature).toBeLessThan(before.temperature);
    if (now.isStrict) expect(now.required).toBeGreaterThan(100 * now.temperature);
  });
  const lengthOf = (cooling: number) => moments.filter((one) => one.cooling === cooling).length;
  expect(lengthOf(2)).toBeGreaterThan(5 * lengthOf(1));
  expect(moments.at(-1)).toMatchObject({ cooling: 2, isStrict: true });
  // Placing that took longer than planned leaves the end of the last cooling, not nothing.
  expect(plan.at(1)).toEqual(plan.at(2));
  expect(new CoolingPlan(1, 0.08).at(1).temperature).toBeGreaterThan(0);
});
