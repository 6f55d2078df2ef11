import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tellAt } from './quiet-hours.ts';

const night = { from: 21, to: 6 };

test.each([
  ['2025-10-14T20:59:00+07:00', '2025-10-14T20:59:00+07:00'],
  ['2025-10-14T21:00:00+07:00', '2025-10-15T06:00:00+07:00'],
  ['2025-10-15T02:30:00+07:00', '2025-10-15T06:00:00+07:00'],
  ['2025-10-15T06:00:00+07:00', '2025-10-15T06:00:00+07:00'],
])('what is said at %s is told at %s', (said, told) => {
  expect(tellAt(new Date(said), night)).toEqual(new Date(told));
});

test('without quiet hours everything is told at once', () => {
  const now = new Date('2025-10-14T23:00:00+07:00');
  expect(tellAt(now, { from: 0, to: 0 })).toEqual(now);
});

test('nobody is told before it is said, later than a day after, or inside the quiet hours', () => {
  const hours = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      hours,
      hours,
      (now, from, to) => {
        const told = tellAt(now, { from, to });
        expect(told.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(told.getTime() - now.getTime()).toBeLessThan(24 * 3_600_000);
        expect(tellAt(told, { from, to })).toEqual(told);
      },
    ),
  );
});
