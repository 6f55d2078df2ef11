import { expect, test } from 'vitest';
import { State } from '../core/state.ts';
import { compileSchool } from '../formats/json/compile.ts';
import { borderJson } from './border-json.ts';
import { borderSchool } from './border-school.ts';
import { guardedRatio, searchSpeed } from './speed.ts';

const school = borderSchool(1);
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

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

test('in the form of the engine it compiles, begins without a broken rule and knows a lesson out of place', () => {
  const { problem, people, week } = compileSchool(borderJson(school));
  const state = new State(problem);
  expect([state.hard, problem.meets]).toEqual([0, school.lessons.length]);
  const { from, items } = problem.meetsOf;
  const own = from[people.whole(school.classes[0]!)]!;
  // Two lessons of one class at once.
  for (const meet of items.subarray(own, own + 2))
    state.place(meet, week.slotOf({ day: 1, session: 0, period: 0 }));
  state.settle();
  expect(state.hard).toBeGreaterThan(0);
});

test('a small school is like the large one; the search makes its moves at a speed that is guarded', {
  timeout: 30_000,
}, () => {
  const shape = { classes: { 6: 2, 7: 2, 8: 2, 9: 2 }, teachers: 16, shared: 2 };
  expect(borderSchool(1, shape).classes).toHaveLength(8);
  // The best of three: the first runs before its code is compiled.
  const ratios = [1, 2, 3].map((seed) => searchSpeed(seed, 10_000, processorSeconds, shape).ratio);
  expect(Math.max(...ratios)).toBeGreaterThan(guardedRatio);
});
