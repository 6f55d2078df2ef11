import { expect, test } from 'vitest';
import { fixedClock, localDate, systemClock } from './index.ts';

test('the day in Việt Nam begins seven hours before the day in UTC', () => {
  expect(localDate(new Date('2025-08-31T16:59:59Z'))).toBe('2025-08-31');
  expect(localDate(new Date('2025-08-31T17:00:00Z'))).toBe('2025-09-01');
});

test('a fixed clock stands still, and a caller cannot move it', () => {
  const clock = fixedClock('2025-09-05T07:00:00+07:00');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2025-09-05T00:00:00.000Z');
});

test('a fixed clock refuses what is not an instant', () => {
  expect(() => fixedClock('mùa thu')).toThrow(RangeError);
});

test('the system clock moves', () => {
  expect(systemClock.now().getTime()).toBeGreaterThan(Date.parse('2025-01-01'));
});
