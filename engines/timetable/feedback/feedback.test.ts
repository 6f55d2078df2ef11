import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NoClash } from '../constraints/no-clash.ts';
import { StartCost } from '../constraints/start-cost.ts';
import { ProblemBuilder } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { randomProblem } from '../core/random-problem.fixture.ts';
import { discrepancies } from '../core/recompute.ts';
import { State } from '../core/state.ts';
import { applyMoves, inverseOf, stateOf } from '../repair/timetable.ts';
import { cellsFor } from './cells.ts';
import { chainSwaps } from './chain-swaps.ts';

/** A timetable put together by luck, some lessons not placed. */
function randomTimetable(random: Random): State {
  const problem = randomProblem(random, 1 + random.below(2));
  const state = new State(problem);
  const pick = (from: Int32Array, items: Int32Array, row: number) =>
    items[from[row]! + random.below(from[row + 1]! - from[row]!)]!;
  for (let choice = 0; choice < problem.choiceMeet.length; choice++)
    state.choose(choice, pick(problem.options.from, problem.options.items, choice));
  for (let meet = 0; meet < problem.meets; meet++)
    if (random.below(8) > 0) state.place(meet, pick(problem.starts.from, problem.starts.items, meet));
  state.settle();
  return state;
}

test('a cell says what moving the lesson there does to every rule', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = new Random(seed);
      const state = randomTimetable(random);
      const { problem } = state;
      const meet = random.below(problem.meets);
      const present = { start: [...state.start], option: [...state.option] };
      const cells = cellsFor(state, meet);
      expect(discrepancies(state)).toEqual([]);
      expect(cells.map(({ slot }) => slot)).toEqual(
        Array.from({ length: problem.weekLength }, (_, at) => at),
      );
      for (const cell of cells) {
        if (cell.verdict === 'closed') continue;
        const option = present.option.slice();
        const { from, items } = problem.choices;
        cell.options.forEach((one, place) => {
          option[items[from[meet]! + place]!] = one;
        });
        const there = stateOf(problem, { start: present.start.with(meet, cell.slot), option });
        expect(cell.soft).toBeCloseTo(there.soft + there.comfort - state.soft - state.comfort);
        const without = stateOf(problem, { start: present.start.with(meet, -1), option: present.option });
        const against = problem.constraints.flatMap((one, index) => {
          const before = one instanceof NoClash ? without : state;
          return problem.required[index] && there.cost[index]! > before.cost[index]! ? [index] : [];
        });
        const named = cell.reasons.filter(({ required, amount }) => required && amount > 0);
        expect(named.map(({ constraint }) => constraint).sort()).toEqual(against.sort());
        if (cell.verdict !== 'here') expect(cell.verdict).toBe(against.length > 0 ? 'conflict' : 'free');
      }
    }),
    { numRuns: 25 },
  );
});

/** Two classes of three lessons, one teacher of both; each lesson wishes for slot 0. */
function twoClasses() {
  const builder = new ProblemBuilder({ days: 1, periods: 4 });
  const [one, two, shared, ...others] = Array.from({ length: 7 }, () => builder.addResource());
  const starts = [0, 1, 2, 3];
  const meets = [
    [one!, shared!],
    [one!, others[0]!],
    [one!, others[1]!],
    [two!, shared!],
    [two!, others[2]!],
    [two!, others[3]!],
  ].map((resources) => builder.addMeet({ duration: 1, resources, starts }));
  for (let resource = 0; resource < 7; resource++)
    builder.addConstraint(new NoClash(resource), { required: true, weight: 1, source: 100 + resource });
  builder.addConstraint(new StartCost(meets[1]!, [0, 5, 5, 5]), { required: false, weight: 2, source: 7 });
  return { problem: builder.compile(), shared: shared!, one: one! };
}

test('the lessons in the way, the resources and the source of the rule are named', () => {
  const { problem, shared, one } = twoClasses();
  const state = stateOf(problem, { start: [0, 1, 2, 1, 0, 2], option: [] });
  const cells = cellsFor(state, 0);
  expect(cells.map(({ verdict }) => verdict)).toEqual(['here', 'conflict', 'conflict', 'free']);
  expect(cells[1]!.reasons).toMatchObject([
    { kind: 'clash', required: true, amount: 1, resources: [one], meets: [1], source: 100 },
    { kind: 'clash', required: true, amount: 1, resources: [shared], meets: [3], source: 102 },
  ]);
  const better = cellsFor(state, 1)[0]!;
  expect(better).toMatchObject({ verdict: 'conflict', soft: -10 });
  expect(better.reasons.at(-1)).toMatchObject({
    kind: 'preferred-slot',
    required: false,
    amount: -10,
    source: 7,
  });
});

test('a chain makes room, breaks nothing, and can be taken back', () => {
  const { problem } = twoClasses();
  const state = stateOf(problem, { start: [0, 1, 2, 1, 0, 2], option: [] });
  const chains = chainSwaps(state, { meet: 1, start: 0 });
  expect(chains.length).toBeGreaterThan(1);
  expect(chains.map(({ soft }) => soft)).toEqual(chains.map(({ soft }) => soft).toSorted((a, b) => a - b));
  for (const { moves, soft } of chains) {
    expect(moves.length).toBeLessThanOrEqual(4);
    expect(moves).toContainEqual({ meet: 1, from: { start: 1, options: [] }, to: { start: 0, options: [] } });
    applyMoves(state, moves);
    expect(state.hard).toBe(0);
    expect(state.soft).toBeCloseTo(10 + soft);
    applyMoves(state, inverseOf(moves));
    expect([...state.start]).toEqual([0, 1, 2, 1, 0, 2]);
  }
});

test('no chain is proposed when all others are locked, or nothing is to be moved', () => {
  const { problem } = twoClasses();
  const state = stateOf(problem, { start: [0, 1, 2, 1, 0, 2], option: [] });
  expect(chainSwaps(state, { meet: 1, start: 0 }, { locked: [0, 2, 3, 4, 5] })).toEqual([]);
  expect(chainSwaps(state, { meet: 1, start: 1 })).toEqual([]);
});
