import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { randomProblem } from '../core/random-problem.fixture.ts';
import { State } from '../core/state.ts';
import { fetFormat } from '../formats/fet/format.ts';
import { rule, smallSchool } from '../formats/fet/small-school.fixture.ts';
import { Moves } from './moves.ts';
import { Tables } from './tables.ts';

/** Makes random moves on a timetable laid anyhow, with foresight and without; counts those that only foresight refused. */
function refusedOf(problem: Problem, random: Random, clashWeight: number, otherWeight: number): number {
  const state = new State(problem);
  const startOf = (meet: number) => {
    const first = problem.starts.from[meet]!;
    return problem.starts.items[first + random.below(problem.starts.from[meet + 1]! - first)]!;
  };
  const foreseeing = new Moves(new Tables({ ...problem, wishPrice: 1 }), state);
  const plainTables = new Tables({ ...problem, wishPrice: Number.POSITIVE_INFINITY });
  const plain = new Moves(plainTables, state);
  // What is broken elsewhere could pay for anything: it weighs little.
  problem.constraints.forEach((constraint, index) => {
    if (!constraint.onDay) state.setSearchWeight(index, problem.weight[index]! * otherWeight);
  });
  for (let meet = 0; meet < problem.meets; meet++) plainTables.place(state, meet, startOf(meet));
  state.settle();
  let refused = 0;
  for (let move = 0; move < 60; move++) {
    const meet = random.below(problem.meets);
    const slot = startOf(meet);
    if (slot === state.start[meet]) continue;
    const most = random.unit() * 2;
    const reach = (['alone', 'swap', 'chain'] as const)[random.below(3)]!;
    state.begin();
    const isForeseen = !foreseeing.make(meet, slot, reach, most, clashWeight);
    state.rollback();
    const { total } = state;
    state.begin();
    const isMade = plain.make(meet, slot, reach, most, clashWeight);
    state.settle();
    if (isForeseen && isMade) {
      refused++;
      expect(state.total - total).toBeGreaterThan(most);
    }
    if (isMade && random.below(2) === 0) state.commit();
    else state.rollback();
  }
  return refused;
}

/** Seeds that every run has: so that something is refused, whatever others are drawn. */
const ownSeeds = Array.from({ length: 20 }, (_, seed) => seed);

test('a move that is refused beforehand would have been taken back', () => {
  const refused = (seed: number, weekKinds: number) => {
    const random = new Random(seed);
    return refusedOf(randomProblem(random, weekKinds), random, 1e-6, 0.01);
  };
  const property = fc.property(fc.integer(), fc.integer({ min: 1, max: 2 }), (seed, weekKinds) => {
    refused(seed, weekKinds);
  });
  fc.assert(property, { numRuns: 20 });
  expect(ownSeeds.reduce((sum, seed) => sum + refused(seed, 1), 0)).toBeGreaterThan(5);
});

test('so is one whose clashes are reckoned in', () => {
  const time = rule('TeachersMaxGapsPerWeek', 100, { Max_Gaps: 1 });
  const { problem } = fetFormat.read(smallSchool({ time }), 'comfort');
  const refused = (seed: number) => refusedOf(problem, new Random(seed), 1, 1);
  const property = fc.property(fc.integer(), (seed) => {
    refused(seed);
  });
  fc.assert(property, { numRuns: 20 });
  expect(ownSeeds.reduce((sum, seed) => sum + refused(seed), 0)).toBeGreaterThan(5);
});
