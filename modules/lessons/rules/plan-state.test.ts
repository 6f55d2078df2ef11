import { expect, test } from 'vitest';
import { lessonMethods, lessonTopics, tagsOfYear } from '#reference/lesson-tags';
import { emptyActivities, missingParts, planStates, planSteps } from './plan-state.ts';
import { lessonRating, ratingsOf } from './settings.ts';

test('the author writes while the plan is open; the head decides what is proposed, but never the own', () => {
  expect(planSteps({ state: 'draft', mine: true, heads: true })).toEqual([
    'save',
    'propose',
    'remove',
    'share',
  ]);
  expect(planSteps({ state: 'proposed', mine: true, heads: true })).toEqual(['reopen', 'share']);
  expect(planSteps({ state: 'proposed', mine: false, heads: true })).toEqual(['decide']);
  expect(planSteps({ state: 'approved', mine: true, heads: false })).toEqual(['reopen', 'share']);
  for (const state of planStates) expect(planSteps({ state, mine: false, heads: false })).toEqual([]);
});

test('each of the four activities needs words, or the plan lies beside it as a file', () => {
  expect(missingParts({ activities: emptyActivities, hasDocument: false }).map(({ path }) => path)).toEqual([
    'activities.0',
    'activities.1',
    'activities.2',
    'activities.3',
  ]);
  expect(missingParts({ activities: emptyActivities, hasDocument: true })).toEqual([]);
  const written = emptyActivities.map((activity, at) =>
    at === 2 ? activity : { ...activity, content: 'Làm bài' },
  );
  expect(missingParts({ activities: written, hasDocument: false })).toHaveLength(1);
});

test('tags are those of the year: digital and AI competence came in 2025', () => {
  const codes = (year: string) => tagsOfYear(lessonTopics, year).map(({ code }) => code);
  expect(codes('2025-2026')).toEqual(
    expect.arrayContaining(['ethics', 'trafficSafety', 'digitalCompetence', 'ai']),
  );
  expect(codes('2020-2021')).not.toContain('ai');
  const all = [...lessonTopics, ...lessonMethods].map(({ code }) => code);
  expect(new Set(all).size).toBe(all.length);
});

test('a rating is one of those of the way chosen', () => {
  expect(ratingsOf('letters')).toEqual(['A', 'B', 'C', 'D']);
  expect(ratingsOf('points')).toHaveLength(11);
  expect(ratingsOf('none')).toEqual([]);
  expect(lessonRating.default).toBe('letters');
});
