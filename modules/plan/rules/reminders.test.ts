import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestMail, reminderStep, reminderTitle } from './reminders.ts';

const times = { daysBefore: [7, 1, 0], repeatDays: 7 };
const dueOn = '2025-10-31';

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

describe('the step of a deadline', () => {
  test.each([
    ['2025-10-23', null],
    ['2025-10-24', 'before7'],
    ['2025-10-29', 'before7'],
    ['2025-10-30', 'before1'],
    ['2025-10-31', 'before0'],
    ['2025-11-01', 'overdue1'],
    ['2025-11-07', 'overdue1'],
    ['2025-11-08', 'overdue2'],
    ['2025-11-15', 'overdue3'],
  ])('on %s is %s', (today, key) => {
    expect(reminderStep(dueOn, today, times)?.key ?? null).toBe(key);
  });
});

/** Runs day after day as the job does: tells when nobody was told since the step began. */
function toldDays(runs: readonly number[]): string[] {
  let toldOn: string | null = null;
  const told: string[] = [];
  for (const offset of [...runs].sort((a, b) => a - b)) {
    const today = dayAfter(dueOn, offset);
    const step = reminderStep(dueOn, today, times);
    if (step && (toldOn === null || toldOn < step.since)) {
      told.push(step.key);
      toldOn = today;
    }
  }
  return told;
}

const runs = fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 200 });

test('nobody is told the same step twice, whatever days the run comes and however often', () => {
  fc.assert(
    fc.property(runs, (days) => {
      const told = toldDays(days);
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});

test('a run every day tells every step', () => {
  const everyDay = Array.from({ length: 40 }, (_, at) => at - 20);
  expect(toldDays(everyDay)).toEqual(['before7', 'before1', 'before0', 'overdue1', 'overdue2', 'overdue3']);
});

test('a step never begins after the day on which it is told, and holds its own first day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -7, max: 400 }), (offset) => {
      const today = dayAfter(dueOn, offset);
      const step = reminderStep(dueOn, today, times);
      expect(step).not.toBeNull();
      expect(step!.since <= today).toBe(true);
      expect(reminderStep(dueOn, step!.since, times)).toEqual(step);
    }),
  );
});

test('a later deadline starts over', () => {
  expect(reminderStep('2025-12-31', '2025-11-15', times)).toBeNull();
});

test('the title counts the days that are really left', () => {
  expect(reminderTitle(dueOn, '2025-10-26')).toBe('Còn 5 ngày');
  expect(reminderTitle(dueOn, dueOn)).toBe('Hôm nay là hạn cuối');
  expect(reminderTitle(dueOn, '2025-11-03')).toBe('Quá hạn 3 ngày');
});

test('a digest holds every line up to forty and says how many it left out', () => {
  const lines = Array.from({ length: 45 }, (_, at) => ({
    title: `Việc ${at}`,
    body: '',
    link: `/viec/${at}`,
  }));
  const mail = digestMail('Nguyễn Thử', lines, 'https://hoaban.test');
  expect(mail.subject).toBe('[Hoa Ban] 45 việc cần chú ý');
  expect(mail.text).toContain('https://hoaban.test/viec/39');
  expect(mail.text).not.toContain('https://hoaban.test/viec/40');
  expect(mail.text).toContain('và 5 việc khác.');
});
