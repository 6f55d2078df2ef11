import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../core/random.ts';
import { randomProblem } from '../core/random-problem.fixture.ts';
import { discrepancies } from '../core/recompute.ts';
import { State } from '../core/state.ts';
import { Ejection } from './ejection.ts';
import { Outlook } from './outlook.ts';
import { Tables } from './tables.ts';

/** A random problem, half of its meets placed somewhere, and one that is not. */
function halfPlaced(seed: number, weekKinds: number) {
  const random = new Random(seed);
  const problem = randomProblem(random, weekKinds);
  const state = new State(problem);
  const tables = new Tables(problem);
  const startOf = (meet: number) => {
    const first = problem.starts.from[meet]!;
    return problem.starts.items[first + random.below(problem.starts.from[meet + 1]! - first)]!;
  };
  for (let meet = 0; meet < problem.meets; meet++)
    if (random.below(2) === 0) tables.place(state, meet, startOf(meet));
  state.settle();
  const waiting = [...state.start.keys()].filter((meet) => state.start[meet]! < 0);
  const meet = waiting[random.below(waiting.length)] ?? -1;
  return { random, problem, state, tables, meet, slot: meet < 0 ? -1 : startOf(meet) };
}

function snapshot(state: State) {
  const { start, option, count, occupants, mask, taken, excess, cost, hard, soft, unplaced } = state;
  return structuredClone({
    start,
    option,
    count,
    occupants,
    mask,
    taken,
    excess,
    cost,
    hard,
    soft,
    unplaced,
  });
}

const standing = (meets: number) => ({
  weight: new Float64Array(meets).fill(1),
  isFrozen: new Uint8Array(meets),
  priceOf: () => 1,
});
const cases = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 2 }));

test('a look leaves the timetable as it was', () => {
  fc.assert(
    fc.property(cases, ([seed, weekKinds]) => {
      const { random, problem, state, tables, meet, slot } = halfPlaced(seed, weekKinds);
      if (meet < 0) return;
      const before = snapshot(state);
      new Outlook(tables, state, random, standing(problem.meets)).look(meet, slot, 1);
      expect(snapshot(state)).toEqual(before);
      expect(discrepancies(state)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('when those leave whom a look names, the meet breaks no required rule of its own', () => {
  let seen = 0;
  fc.assert(
    fc.property(cases, ([seed, weekKinds]) => {
      const { random, problem, state, tables, meet, slot } = halfPlaced(seed, weekKinds);
      if (meet < 0 || problem.choices.from[meet] !== problem.choices.from[meet + 1]) return;
      const outlook = new Outlook(tables, state, random, standing(problem.meets));
      const price = outlook.look(meet, slot, 0);
      if (price === Number.POSITIVE_INFINITY) return;
      seen++;
      expect(price).toBe(outlook.count);
      const before = Float64Array.from(state.cost);
      for (const other of outlook.leaving.subarray(0, outlook.count)) state.unplace(other);
      state.place(meet, slot);
      state.settle();
      const watching = problem.watchingMeet.items.subarray(
        problem.watchingMeet.from[meet]!,
        problem.watchingMeet.from[meet + 1]!,
      );
      for (const rule of watching)
        if (problem.required[rule]) expect(state.cost[rule]!).toBeLessThanOrEqual(before[rule]! + 1e-9);
    }),
    { numRuns: 120 },
  );
  expect(seen).toBeGreaterThan(10);
});

test('who must stay makes a slot impossible', () => {
  const { problem, state, tables, random, meet } = halfPlaced(11, 1);
  const all = { ...standing(problem.meets), isFrozen: new Uint8Array(problem.meets).fill(1) };
  const free = new Outlook(tables, state, random, standing(problem.meets));
  const stuck = new Outlook(tables, state, random, all);
  const starts = problem.starts.items.subarray(problem.starts.from[meet]!, problem.starts.from[meet + 1]!);
  const blocked = [...starts].filter((slot) => {
    free.look(meet, slot, 0);
    return free.count > 0;
  });
  expect(blocked.length).toBeGreaterThan(0);
  for (const slot of blocked) expect(stuck.look(meet, slot, 0)).toBe(Number.POSITIVE_INFINITY);
});

test('ejection keeps the books', () => {
  const { state, tables, random } = halfPlaced(5, 1);
  const ejection = new Ejection(tables, state, random);
  for (let step = 0; step < 60; step++) ejection.step();
  expect(discrepancies(state)).toEqual([]);
});
