import { expect, test } from 'vitest';
import { NoClash } from '../constraints/no-clash.ts';
import { ProblemBuilder } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { State } from '../core/state.ts';
import { crowdingOf, demandOf, hardnessOf } from './demand.ts';
import { Ejection } from './ejection.ts';
import { Tables } from './tables.ts';

/** Lessons of one class, given by where they may start. */
function classOf(...starts: readonly (readonly number[])[]) {
  const builder = new ProblemBuilder({ days: 1, periods: 4 });
  const room = builder.addResource();
  builder.addConstraint(new NoClash(room), { required: true, weight: 1 });
  builder.markExclusive(room);
  for (const one of starts) builder.addMeet({ duration: 1, resources: [room], starts: one });
  return builder.compile();
}

test('each lesson spreads one over its starts; a start is as crowded as others want it beyond the one least wanted', () => {
  const tables = new Tables(classOf([0, 1, 2, 3], [0, 1], [0]));
  const demand = demandOf(tables);
  expect([...demand]).toEqual([1.75, 0.75, 0.25, 0.25]);
  expect([...crowdingOf(tables, demand)]).toEqual([1.5, 0.5, 0, 0, 1, 0, 0]);
});

test('who has few starts is hard to place, and weighs more before anything was tried', () => {
  const problem = classOf([0, 1, 2, 3], [0, 1], [0, 1, 2]);
  const tables = new Tables(problem);
  const hardness = hardnessOf(tables, demandOf(tables));
  expect(hardness[1]).toBeGreaterThan(hardness[2]!);
  expect(hardness[2]).toBeGreaterThan(hardness[0]!);
  const { weight } = new Ejection(tables, new State(problem), new Random(1));
  expect(weight[1]).toBeGreaterThan(weight[2]!);
  expect(weight[2]).toBeGreaterThan(weight[0]!);
  expect(weight[0]).toBeGreaterThan(1);
});

test('a lesson alone takes, of its free slots, most often the one that others want least', () => {
  const problem = classOf([0, 1, 2, 3], [0, 1], [0, 1, 2]);
  let calm = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const state = new State(problem);
    for (const meet of [1, 2]) state.place(meet, meet - 1);
    state.settle();
    new Ejection(new Tables(problem), state, new Random(seed)).step();
    if (state.start[0] === 3) calm++;
  }
  expect(calm).toBeGreaterThan(80);
});
