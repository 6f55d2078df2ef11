import { expect, test } from 'vitest';
import { State } from '../core/state.ts';
import { borderProblem } from './border-problem.ts';
import { borderSchool } from './border-school.ts';

const school = borderSchool(1);

test('every class has 29 periods in the morning and 4 in the afternoon, no teacher more than 19', () => {
  const periods = (who: string, session: string) =>
    school.lessons
      .filter((lesson) => lesson.session === session && [...lesson.classes, ...lesson.teachers].includes(who))
      .reduce((sum, { duration }) => sum + duration, 0);
  expect(school.classes).toHaveLength(45);
  for (const name of school.classes)
    expect([periods(name, 'morning'), periods(name, 'afternoon')]).toEqual([29, 4]);
  expect(school.teachers).toHaveLength(90);
  for (const name of school.teachers)
    expect(periods(name, 'morning') + periods(name, 'afternoon')).toBeLessThanOrEqual(19);
});

test('it has shared teachers, lessons of two teachers, blocks of several classes, and one homeroom teacher a class', () => {
  expect(school.away.size).toBe(6);
  expect(
    school.lessons.filter(({ classes, teachers }) => classes.length === 1 && teachers.length === 2),
  ).toHaveLength(24);
  expect(school.lessons.filter(({ classes }) => classes.length === 3)).toHaveLength(15);
  const homerooms = school.lessons
    .filter(({ subject }) => subject === 'Chào cờ')
    .flatMap(({ teachers }) => teachers);
  expect(new Set(homerooms).size).toBe(45);
});

test('the same seed gives the same school; another one differs', () => {
  expect(borderSchool(1)).toEqual(school);
  expect(borderSchool(2)).not.toEqual(school);
});

test('the compiled school begins without a broken rule and knows a lesson out of place', () => {
  const { problem, resourceOf } = borderProblem(school);
  const state = new State(problem);
  expect([state.hard, problem.meets]).toEqual([0, school.lessons.length]);
  const [teacher, days] = [...school.away][0]!;
  const { from, items } = problem.meetsOf;
  state.place(items[from[resourceOf.get(teacher)!]!]!, days[0]! * problem.periods);
  state.settle();
  expect(state.hard).toBeGreaterThan(0);
});
