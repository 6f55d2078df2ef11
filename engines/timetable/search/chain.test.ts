import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NoClash } from '../constraints/no-clash.ts';
import { ProblemBuilder } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { State } from '../core/state.ts';
import { Chain } from './chain.ts';
import { Ejection } from './ejection.ts';
import { Tables } from './tables.ts';

/** Lessons of one class and one slot each in a week of so many slots. */
function oneClass(lessons: number, slots: number) {
  const builder = new ProblemBuilder({ days: 1, periods: slots });
  const pupils = builder.addResource();
  for (let meet = 0; meet < lessons; meet++)
    builder.addMeet({ duration: 1, resources: [pupils], starts: [...Array(slots).keys()] });
  builder.addConstraint(new NoClash(pupils), { required: true, weight: 1 });
  builder.markExclusive(pupils);
  const problem = builder.compile();
  const state = new State(problem);
  return {
    state,
    tables: new Tables(problem),
    standing: { weight: new Float64Array(lessons), isFrozen: new Uint8Array(lessons) },
  };
}

test('of all ends the lightest is done, with the moves that lead there and no others', () => {
  const { state, tables, standing } = oneClass(3, 2);
  state.place(1, 0);
  state.place(2, 1);
  const chain = new Chain();
  chain.add(0, 0, Int32Array.of(1), 0, 1);
  chain.offerEnd(5);
  const before = chain.length;
  chain.add(1, 1, Int32Array.of(9, 2), 1, 1);
  chain.offerEnd(2);
  chain.cut(before);
  chain.offerEnd(2);
  expect([...chain.follow(state, tables, standing)]).toEqual([[2, 1]]);
  state.settle();
  expect([...state.start]).toEqual([0, 1, -1]);
  expect(state.hard).toBe(0);
});

test('a chain begun anew has no end', () => {
  const chain = new Chain();
  chain.add(0, 0, new Int32Array(), 0, 0);
  chain.offerEnd(1);
  chain.begin();
  expect(chain.length).toBe(0);
  expect(chain.least).toBe(Number.POSITIVE_INFINITY);
});

test('one lesson more than fits: nobody is lost, and nothing required is broken on the way', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.integer(), (slots, seed) => {
      const { state, tables } = oneClass(slots + 1, slots);
      const ejection = new Ejection(tables, state, new Random(seed));
      for (let step = 0; step < 40; step++) {
        ejection.step();
        expect(state.hard).toBe(0);
        expect(ejection.waiting).toBe(state.unplaced);
      }
      expect(ejection.waiting).toBe(1);
    }),
    { numRuns: 30 },
  );
});

test('what narrow chains do in one way wide ones do in another, and both lose nobody', () => {
  const ends = (['narrow', 'wide'] as const).map((breadth) => {
    const { state, tables } = oneClass(7, 6);
    const ejection = new Ejection(tables, state, new Random(3), breadth);
    for (let step = 0; step < 40; step++) ejection.step();
    expect(state.hard).toBe(0);
    expect(ejection.waiting).toBe(1);
    return ejection.work;
  });
  expect(ends[0]).not.toBe(ends[1]);
});
