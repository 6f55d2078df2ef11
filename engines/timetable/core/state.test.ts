import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from './random.ts';
import { randomProblem } from './random-problem.fixture.ts';
import { discrepancies } from './recompute.ts';
import { State } from './state.ts';

/** One random change of a timetable. */
function change(state: State, random: Random): void {
  const { problem } = state;
  if (random.below(3) === 0 && problem.choiceMeet.length > 0) {
    const choice = random.below(problem.choiceMeet.length);
    const first = problem.options.from[choice]!;
    const many = problem.options.from[choice + 1]! - first;
    const pick = random.below(many + 1);
    state.choose(choice, pick === many ? -1 : problem.options.items[first + pick]!);
    return;
  }
  const meet = random.below(problem.meets);
  if (state.start[meet]! >= 0) {
    state.unplace(meet);
    if (random.below(4) === 0) return;
  }
  const first = problem.starts.from[meet]!;
  state.place(meet, problem.starts.items[first + random.below(problem.starts.from[meet + 1]! - first)]!);
}

test('after any moves, undone and kept, the costs are those computed anew', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2 }), (seed, weekKinds) => {
      const random = new Random(seed);
      const state = new State(randomProblem(random, weekKinds));
      for (let step = 0; step < 60; step++) {
        state.begin();
        for (let move = random.below(4); move >= 0; move--) change(state, random);
        if (random.below(5) > 0) state.settle();
        if (random.below(4) === 0) {
          state.settle();
          state.begin();
          change(state, random);
          state.settle();
          if (random.below(2)) state.rollback();
          else state.commit();
        }
        if (random.below(2)) state.rollback();
        else {
          state.settle();
          state.commit();
        }
      }
      expect(discrepancies(state)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('taking a step back restores every figure exactly', () => {
  const random = new Random(7);
  const state = new State(randomProblem(random));
  for (let step = 0; step < 40; step++) change(state, random);
  state.settle();
  const before = { start: [...state.start], cost: [...state.cost], hard: state.hard, soft: state.soft };
  state.begin();
  for (let step = 0; step < 25; step++) change(state, random);
  state.settle();
  expect([...state.start]).not.toEqual(before.start);
  state.rollback();
  expect({ start: [...state.start], cost: [...state.cost], hard: state.hard, soft: state.soft }).toEqual(
    before,
  );
});

test('books that are wrong are noticed', () => {
  const state = new State(randomProblem(new Random(3)));
  state.place(0, 0);
  state.settle();
  state.cost[0]! += 1;
  expect(discrepancies(state)).not.toEqual([]);
});
