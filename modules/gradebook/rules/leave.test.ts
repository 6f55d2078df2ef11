import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaveDays, mostLeaveDays } from './leave.ts';

const today = '2025-10-14';

test('Sundays are left out', () => {
  expect(leaveDays('2025-10-17', '2025-10-20', today)).toEqual(['2025-10-17', '2025-10-18', '2025-10-20']);
});

test.each([
  ['2025-10-16', '2025-10-15', 'order'],
  ['2025-10-06', '2025-10-06', 'past'],
  ['2025-12-14', '2025-12-14', 'far'],
  ['2025-10-19', '2025-10-19', 'noSchoolDay'],
  ['2025-10-15', '2025-10-30', 'tooLong'],
])('from %s to %s is no leave: %s', (from, to, fault) => {
  expect(leaveDays(from, to, today)).toBe(fault);
});

test('days are in order, each once, within the bounds', () => {
  const day = fc
    .date({ min: new Date('2025-10-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (from, to) => {
      const days = leaveDays(from, to, today);
      if (typeof days === 'string') return;
      expect([...new Set(days)].sort()).toEqual(days);
      expect(days.length).toBeLessThanOrEqual(mostLeaveDays);
      expect(days.every((one) => one >= from && one <= to)).toBe(true);
    }),
  );
});
