import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanFacts } from '../facts.ts';
import type { DayLoadRow } from '../rows.ts';
import { classFact, programme, rightPlan } from './testing.ts';
import { checkWeek } from './week.ts';

const plan = rightPlan([classFact(8, '8A')]);
const rules = (facts: PlanFacts) => checkWeek(facts, programme).map(({ rule }) => rule);
const change = (fits: (row: DayLoadRow) => boolean, to: Partial<DayLoadRow>) => ({
  ...plan,
  dayLoads: plan.dayLoads.map((row) => (fits(row) ? { ...row, ...to } : row)),
});
const afternoon = (weekday: number, periods: Partial<DayLoadRow>): DayLoadRow => ({
  grade: 8,
  weekday,
  half: 'afternoon',
  programme: 0,
  support: 0,
  ...periods,
});

test('more than five periods in one session must be put right', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 6, max: 12 }),
      fc.integer({ min: 1, max: 6 }),
      (programmePeriods, weekday) => {
        expect(rules(change((row) => row.weekday === weekday, { programme: programmePeriods }))).toContain(
          'sessionLength',
        );
      },
    ),
  );
});

test('more than seven periods in a day must be put right, seven may be', () => {
  const day = (support: number) => ({ ...plan, dayLoads: [...plan.dayLoads, afternoon(1, { support })] });
  expect(rules(day(2))).toEqual([]);
  expect(rules(day(3))).toEqual(['dayLength']);
});

test('a twelfth session is one too many', () => {
  const more = [1, 2, 3, 4, 5, 6].map((weekday) => afternoon(weekday, { support: 1 }));
  expect(rules({ ...plan, dayLoads: [...plan.dayLoads, ...more.slice(1)] })).toEqual([]);
  expect(rules({ ...plan, dayLoads: [...plan.dayLoads, ...more] })).toContain('weekSessions');
});

test('the programme and session 2 do not share a session', () => {
  const findings = checkWeek(
    change((row) => row.weekday === 6, { programme: 4, support: 1 }),
    programme,
  );
  expect(findings.map(({ rule }) => rule)).toContain('mixedSession');
  expect(findings[0]!.place).toContain('Khối 8, sáng Thứ Bảy');
});

test('a frame without room for the programme must be put right', () => {
  expect(rules(change((row) => row.weekday === 6, { programme: 0 }))).toEqual(['weekCapacity']);
});

test('more than 35 periods a week are told as overload', () => {
  const more = [1, 2, 3, 4].map((weekday) => afternoon(weekday, { support: 2 }));
  expect(checkWeek({ ...plan, dayLoads: [...plan.dayLoads, ...more] }, programme)).toMatchObject([
    { rule: 'overload', severity: 'warning' },
  ]);
});

test('two sessions a day on four days are too few', () => {
  const two = rightPlan([classFact(8, '8A', { twoSessions: true })]);
  expect(rules({ ...two, dayLoads: two.dayLoads.filter((row) => row.weekday < 5) })).toContain(
    'weekSessions',
  );
});
