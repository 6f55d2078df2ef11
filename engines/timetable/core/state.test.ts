import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DaysBetween } from '../constraints/days-between.ts';
import { lowerBoundOf } from './lower-bound.ts';
import { ProblemBuilder } from './problem.ts';
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

test('no timetable costs less than the lower bound of a constraint', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = new Random(seed);
      const problem = randomProblem(random);
      const state = new State(problem);
      for (let meet = 0; meet < problem.meets; meet++) {
        const first = problem.starts.from[meet]!;
        state.place(
          meet,
          problem.starts.items[first + random.below(problem.starts.from[meet + 1]! - first)]!,
        );
      }
      state.settle();
      for (const constraint of problem.constraints)
        expect(constraint.deviation(state)).toBeGreaterThanOrEqual(constraint.least?.(problem) ?? 0);
      expect(state.soft).toBeGreaterThanOrEqual(lowerBoundOf(problem) - 1e-6);
    }),
    { numRuns: 40 },
  );
});

test('five lessons in four days share a day at least once', () => {
  const builder = new ProblemBuilder({ days: 4, periods: 2 });
  const meets = Array.from({ length: 5 }, () =>
    builder.addMeet({ duration: 1, resources: [], starts: [0, 1, 2, 3, 4, 5, 6, 7] }),
  );
  builder.addConstraint(new DaysBetween(meets, { min: 1 }), { required: false, weight: 0.95 });
  builder.addConstraint(new DaysBetween(meets.slice(0, 4), { min: 1 }), { required: false, weight: 9 });
  expect(lowerBoundOf(builder.compile())).toBe(0.95);
});

test('books that are wrong are noticed', () => {
  const state = new State(randomProblem(new Random(3)));
  state.place(0, 0);
  state.settle();
  state.cost[0]! += 1;
  expect(discrepancies(state)).not.toEqual([]);
});
