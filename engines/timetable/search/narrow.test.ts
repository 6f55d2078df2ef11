import { expect, test } from 'vitest';
import { NoClash } from '../constraints/no-clash.ts';
import { ProblemBuilder } from '../core/problem.ts';
import { narrowed } from './narrow.ts';

/** Lessons of one class, given by where they may start. */
function classOf(...lessons: readonly { readonly starts: readonly number[]; readonly weeks?: number }[]) {
  const builder = new ProblemBuilder({ days: 1, periods: 4, weekKinds: 2 });
  const room = builder.addResource();
  builder.addConstraint(new NoClash(room), { required: true, weight: 1 });
  builder.markExclusive(room);
  for (const lesson of lessons) builder.addMeet({ duration: 1, resources: [room], ...lesson });
  const { starts } = narrowed(builder.compile());
  return lessons.map((_, meet) => [...starts.items.subarray(starts.from[meet]!, starts.from[meet + 1]!)]);
}

test('what can be at one place only keeps the others away, and so on', () => {
  expect(classOf({ starts: [0] }, { starts: [0, 1] }, { starts: [0, 1, 2, 3] })).toEqual([[0], [1], [2, 3]]);
});

test('a lesson of the other kind of week keeps nobody away', () => {
  expect(classOf({ starts: [0], weeks: 1 }, { starts: [0, 1], weeks: 2 })).toEqual([[0], [0, 1]]);
});

test('where everything is taken, a lesson keeps its starts: the contradiction stays to be seen', () => {
  expect(classOf({ starts: [0] }, { starts: [1] }, { starts: [0, 1] })).toEqual([[0], [1], [0, 1]]);
});
