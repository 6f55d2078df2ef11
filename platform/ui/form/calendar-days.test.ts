import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayAfterKey, weekdayOf, weeksOf, withinLimits } from './calendar-days.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

test('a month later is the same day, or the last one of a shorter month', () => {
  expect(addMonths('2025-10-14', 1)).toBe('2025-11-14');
  expect(addMonths('2025-10-31', 1)).toBe('2025-11-30');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2025-12-05', 1)).toBe('2026-01-05');
  expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
});

test('days go on across months and years', () => {
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
});

test('a month is shown in whole weeks from Monday on, with every day of it once', () => {
  expect(weeksOf('2025-09')[0]?.[0]).toBe('2025-09-01');
  expect(weeksOf('2025-11')[0]?.[0]).toBe('2025-10-27');
  fc.assert(
    fc.property(day, (date) => {
      const weeks = weeksOf(date.slice(0, 7));
      expect(weeks.flat().filter((one) => one === date)).toHaveLength(1);
      for (const week of weeks) expect(week.map(weekdayOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    }),
  );
});

test('keys lead to the day, week, month or year beside; other keys lead nowhere', () => {
  expect(dayAfterKey('2025-09-05', 'ArrowLeft', false)).toBe('2025-09-04');
  expect(dayAfterKey('2025-09-05', 'ArrowDown', false)).toBe('2025-09-12');
  expect(dayAfterKey('2025-09-05', 'Home', false)).toBe('2025-09-01');
  expect(dayAfterKey('2025-09-05', 'End', false)).toBe('2025-09-07');
  expect(dayAfterKey('2025-09-05', 'PageUp', false)).toBe('2025-08-05');
  expect(dayAfterKey('2025-09-05', 'PageDown', true)).toBe('2026-09-05');
  expect(dayAfterKey('2025-09-05', 'a', false)).toBeUndefined();
});

test('limits hold a day back, and only then', () => {
  expect(withinLimits('2025-09-05', '2025-09-10', undefined)).toBe('2025-09-10');
  expect(withinLimits('2025-09-05', undefined, '2025-09-01')).toBe('2025-09-01');
  expect(withinLimits('2025-09-05', '2025-09-01', '2025-09-30')).toBe('2025-09-05');
});

test('what is not a day is an error', () => {
  expect(() => addDays('05/09/2025x', 1)).toThrow(RangeError);
});
