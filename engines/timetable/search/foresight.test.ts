import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Comfort } from '../constraints/comfort.ts';
import { Random } from '../core/random.ts';
import { randomProblem } from '../core/random-problem.fixture.ts';
import { discrepancies } from '../core/recompute.ts';
import { State } from '../core/state.ts';
import { Cycles } from './cycles.ts';
import { Ease } from './ease.ts';
import { Foresight } from './foresight.ts';
import { Tables } from './tables.ts';

/** A random problem with everything placed, and a meet of it with a slot. */
function allPlaced(seed: number, weekKinds: number) {
  const random = new Random(seed);
  const problem = randomProblem(random, weekKinds);
  const { starts } = problem;
  const state = new State(problem);
  const tables = new Tables(problem);
  const startOf = (meet: number) =>
    starts.items[starts.from[meet]! + random.below(starts.from[meet + 1]! - starts.from[meet]!)]!;
  for (let meet = 0; meet < problem.meets; meet++) tables.place(state, meet, startOf(meet));
  state.settle();
  const meet = random.below(problem.meets);
  return { random, problem, state, tables, meet, slot: startOf(meet) };
}

type Placed = ReturnType<typeof allPlaced>;

/** Whether nobody of the meet has anything else there, and it has no room to choose. */
function isLone({ problem, state, tables, meet, slot }: Placed): boolean {
  if (problem.choices.from[meet] !== problem.choices.from[meet + 1]) return false;
  const old = state.start[meet]!;
  for (let at = tables.from[meet]!; at < tables.from[meet + 1]!; at++)
    for (const week of tables.weeksOf(meet))
      for (let step = slot; step < slot + state.duration[meet]!; step++) {
        const own = step >= old && step < old + state.duration[meet]! ? 1 : 0;
        if (state.count[tables.exclusive[at]! * problem.slots + step + week]! > own) return false;
      }
  return true;
}

function clashes({ problem, state, tables }: Placed, meet: number): boolean {
  for (let at = tables.from[meet]!; at < tables.from[meet + 1]!; at++)
    for (let step = state.start[meet]!; step < state.start[meet]! + state.duration[meet]!; step++)
      if (state.count[tables.exclusive[at]! * problem.slots + step]! > 1) return true;
  return false;
}

/** The costs before each rule's weight, after the meet has gone to the slot. */
function costsThere({ state, meet, slot }: Placed): { total: number; cost: Float64Array } {
  state.begin();
  state.move(meet, slot);
  state.settle();
  const there = { total: state.total, cost: Float64Array.from(state.cost) };
  state.rollback();
  return there;
}

const cases = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 2 }));

test('what a meet would cost where its people are free is known before it goes, and nothing is changed', () => {
  fc.assert(
    fc.property(cases, ([seed, weekKinds]) => {
      const placed = allPlaced(seed, weekKinds);
      const { state, tables, meet, slot } = placed;
      const rise = new Foresight(tables, state).riseOf(meet, slot);
      expect(discrepancies(state)).toEqual([]);
      if (isLone(placed)) expect(rise).toBeCloseTo(costsThere(placed).total - state.total);
    }),
    { numRuns: 300 },
  );
});

test('comfort reckoned from busy periods is what the comfort rules say', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const placed = allPlaced(seed, 1);
      const { state, tables, meet, slot, problem } = placed;
      // Who clashes stays busy when one of the two leaves.
      for (let other = 0; other < problem.meets; other++)
        if (other !== meet && state.start[other]! >= 0 && clashes(placed, other)) state.unplace(other);
      state.settle();
      if (!isLone(placed)) return;
      const ease = new Ease(tables, state);
      const { cost } = costsThere(placed);
      const rise = problem.constraints.reduce((sum, rule, number) => {
        const counts = rule instanceof Comfort && ease.resources.includes(rule.resources[0]!);
        return counts && problem.comfort[number] && problem.costFunction[number] === 'linear'
          ? sum + (cost[number]! - state.cost[number]!) * state.searchWeight[number]!
          : sum;
      }, 0);
      expect(ease.riseOf(meet, slot)).toBeCloseTo(rise);
    }),
    { numRuns: 300 },
  );
});

test('a round brings no clash among those who always come to its meets; taken back, all is as before', () => {
  fc.assert(
    fc.property(cases, ([seed, weekKinds]) => {
      const { state, tables, meet, problem, random } = allPlaced(seed, weekKinds);
      const foresight = new Foresight(tables, state);
      const start = Int32Array.from(state.start);
      const people = new Set(problem.fixed.items);
      const clashes = () => [...people].reduce((sum, resource) => sum + state.excess[resource]!, 0);
      const before = clashes();
      state.begin();
      const made = new Cycles(tables, state, foresight, new Ease(tables, state)).make(meet, 50, random);
      state.settle();
      if (made) expect(state.start).not.toEqual(start);
      expect(clashes()).toBeLessThanOrEqual(before);
      state.rollback();
      expect(state.start).toEqual(start);
      expect(discrepancies(state)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
