import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Comfort } from '../constraints/comfort.ts';
import { NoClash } from '../constraints/no-clash.ts';
import { StartCost } from '../constraints/start-cost.ts';
import { ProblemBuilder } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { randomProblem } from '../core/random-problem.fixture.ts';
import { discrepancies } from '../core/recompute.ts';
import { State } from '../core/state.ts';
import { Relief } from './relief.ts';
import { Tables } from './tables.ts';
import { weigh } from './wishes.ts';

/**
 * Three teachers, each with one lesson on each of two days of one class, first and second hours. Second hours may change places so that
 * everybody comes once, in two steps; between them the lesson of the second teacher lies where it costs `onTheWay` half-days.
 */
function roundOfThree(onTheWay: number) {
  const builder = new ProblemBuilder({ days: 3, periods: 2 });
  builder.preferComfort(1);
  const pupils = builder.addResource();
  const teachers = [0, 1, 2].map(() => builder.addResource());
  const meet = (teacher: number, starts: number[]) =>
    builder.addMeet({ duration: 1, resources: [pupils, teachers[teacher]!], starts, choices: [] });
  const first = [0, 2, 4].map((slot, teacher) => meet(teacher, [slot]));
  const second = [
    [5, 1],
    [1, 3, 5],
    [3, 5],
  ].map((starts, teacher) => meet(teacher, starts));
  for (const resource of [pupils, ...teachers]) {
    builder.addConstraint(new NoClash(resource), { required: true, weight: 1 });
    builder.markExclusive(resource);
  }
  for (const teacher of teachers)
    builder.addConstraint(new Comfort(teacher, [0, 0, 0], { gap: 3, single: 2.25 }), {
      ...{ required: false, comfort: true, weight: 1 },
    });
  builder.addConstraint(new StartCost(second[1]!, [0, 0, 0, 0, 0, onTheWay]), { required: false, weight: 1 });
  const problem = builder.compile();
  const state = new State(problem);
  const tables = new Tables(problem);
  [0, 2, 4].forEach((slot, teacher) => {
    tables.place(state, first[teacher]!, slot);
  });
  [5, 1, 3].forEach((slot, teacher) => {
    tables.place(state, second[teacher]!, slot);
  });
  state.settle();
  const relief = new Relief(tables, state, new Random(1));
  weigh(state, relief.required);
  return { state, relief, second };
}

test('who comes twice for a single lesson is relieved by a chain whose first step alone makes the whole dearer', () => {
  const { state, relief, second } = roundOfThree(8);
  expect(state.total).toBeCloseTo(6 * 3.25);
  let tries = 0;
  while (!relief.relieve()) expect(++tries).toBeLessThan(50);
  expect(second.map((meet) => state.start[meet])).toEqual([1, 3, 5]);
  expect(state.total).toBeCloseTo(3);
  expect(relief.relieve()).toBe(false);
});

test('a chain that is far dearer on its way is not followed', () => {
  const { state, relief, second } = roundOfThree(20);
  for (let tries = 0; tries < 50; tries++) expect(relief.relieve()).toBe(false);
  expect(second.map((meet) => state.start[meet])).toEqual([5, 1, 3]);
});

test('a day is relieved, the whole gets cheaper and no more rules are broken; or nothing has changed', () => {
  let relieved = 0;
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2 }), (seed, weekKinds) => {
      const random = new Random(seed);
      const problem = randomProblem(random, weekKinds);
      const state = new State(problem);
      const tables = new Tables(problem);
      for (let meet = 0; meet < problem.meets; meet++) {
        const first = problem.starts.from[meet]!;
        const many = problem.starts.from[meet + 1]! - first;
        tables.place(state, meet, problem.starts.items[first + random.below(many)]!);
      }
      state.settle();
      const relief = new Relief(tables, state, random);
      weigh(state, relief.required);
      for (let round = 0; round < 4; round++) {
        const { total, hard } = state;
        const start = Int32Array.from(state.start);
        if (relief.relieve()) {
          relieved++;
          expect(state.total).toBeLessThan(total);
          expect(state.hard).toBeLessThanOrEqual(hard + 1e-5);
        } else {
          expect(state.total).toBeCloseTo(total);
          expect(state.start).toEqual(start);
        }
      }
      expect(discrepancies(state)).toEqual([]);
    }),
    { numRuns: 30 },
  );
  expect(relieved).toBeGreaterThan(20);
});
