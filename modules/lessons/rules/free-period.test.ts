import { expect, test } from 'vitest';
import { freePeriod } from './free-period.ts';

const bells = (['afternoon', 'morning'] as const).flatMap((half) =>
  [1, 2, 3].map((period) => ({ half, period })),
);
const upTo = (half: 'morning' | 'afternoon', last: number) =>
  bells.filter((one) => one.half === half && one.period <= last);

test('The period offered is the first of the day that is not written, in the half day of the group before the other', () => {
  expect(freePeriod(bells, [], 'afternoon')).toEqual({ half: 'afternoon', period: 1 });
  expect(freePeriod(bells, upTo('afternoon', 2), 'afternoon')).toEqual({ half: 'afternoon', period: 3 });
  expect(freePeriod(bells, upTo('afternoon', 3), 'afternoon')).toEqual({ half: 'morning', period: 1 });
});

test('After the last period of the school’s day none is offered', () => {
  expect(freePeriod(bells, bells, 'morning')).toBeNull();
});
