import { expect, test } from 'vitest';
import { checkCalendar } from './calendar.ts';
import { programme, rightPlan } from './testing.ts';

const plan = rightPlan();
const activity = (startsOn: string, endsOn: string) => ({
  title: 'Hội khoẻ',
  grades: null,
  startsOn,
  endsOn,
  lead: null,
  place: null,
  topics: null,
});

test('18 and 17 weeks inside the frame are fine', () => {
  expect(checkCalendar(plan, programme)).toEqual([]);
});

test.each([
  ['a week less', { lessonsTo: plan.year.weeks[33]!.endsOn }, 'Học kì II'],
  [
    'a week moved to semester 2',
    { semester1To: plan.year.weeks[16]!.endsOn, semester2From: plan.year.weeks[17]!.startsOn },
    'Học kì I',
  ],
  ['after the year', { lessonsTo: '2026-07-05' }, 'Học kì II'],
  ['before the year', { lessonsFrom: '2025-07-28' }, 'Học kì I'],
])('%s must be put right', (_, calendar, place) => {
  const findings = checkCalendar({ ...plan, calendar: { ...plan.calendar, ...calendar } }, programme);
  expect(findings[0]).toMatchObject({ rule: 'calendar', severity: 'mustFix', place });
});

test('an activity outside the year is named', () => {
  const activities = [activity('2025-10-01', '2025-10-02'), activity('2026-06-30', '2026-07-02')];
  expect(checkCalendar({ ...plan, activities }, programme)).toMatchObject([{ place: 'Hội khoẻ' }]);
});
