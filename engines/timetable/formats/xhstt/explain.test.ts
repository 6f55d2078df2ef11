import { expect, test } from 'vitest';
import { explainInstance } from './explain.ts';
import { readArchive } from './read-archive.ts';
import {
  archiveText,
  constraintText,
  instanceText,
  type SampleEvent,
  times,
  toEvents,
  toGroups,
  toResources,
} from './sample.fixture.ts';

/** Explains two days of three times, classes c and d, teacher t, with times for all and no clash. */
function explained(events: readonly SampleEvent[], more: string, required = true) {
  const constraints =
    constraintText('AssignTime', toGroups('all'), '', { required }) +
    constraintText('AvoidClashes', toResources('c', 'd', 't'));
  const sample = { days: [3, 3], resources: { Class: ['c', 'd'], Teacher: ['t'] }, events };
  const text = archiveText(instanceText({ ...sample, constraints: constraints + more }));
  return explainInstance(readArchive(text).instances[0]!);
}
const lessons = [
  { id: 'a', duration: 2, with: ['c', 't'] },
  { id: 'b', duration: 2, with: ['d', 't'] },
];
const closed = (...ids: string[]) => constraintText('AvoidUnavailableTimes', toResources('t'), times(...ids));

test('what fits is not explained away', () => {
  expect(explained(lessons, closed('D1_1', 'D2_3'))).toEqual([]);
});

test('a teacher with fewer free times than lessons, with the rule to loosen', () => {
  const [conflict, ...others] = explained(lessons, closed('D1_1', 'D1_2', 'D2_3'));
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({ events: ['a', 'b'], needed: 4, available: 3 });
  expect(conflict!.sentence).toBe(
    't: các sự kiện a, b cần 4 tiết, mà tất cả các tiết xếp được cho chúng chỉ có 3.',
  );
  expect(conflict!.relaxations).toEqual([
    'Nới quy định về tiết: AvoidUnavailableTimes.',
    'Bớt 1 tiết của t, hoặc giao số tiết đó cho người hay lớp khác.',
  ]);
});

test('only those lessons are named that are crowded', () => {
  const early = constraintText('PreferTimes', toEvents('a', 'b'), times('D1_1', 'D1_2'));
  const split = constraintText(
    'SplitEvents',
    toGroups('all'),
    '<MinimumDuration>1</MinimumDuration><MaximumDuration>1</MaximumDuration><MinimumAmount>1</MinimumAmount><MaximumAmount>9</MaximumAmount>',
  );
  const free = { id: 'free', duration: 1, with: ['c', 't'] };
  expect(explained([...lessons, free], early + split)).toMatchObject([
    { events: ['a', 'b'], needed: 4, available: 2 },
  ]);
});

test('an event that may lie nowhere', () => {
  const [conflict] = explained([lessons[0]!], closed('D1_1', 'D1_2', 'D1_3', 'D2_1', 'D2_2', 'D2_3'));
  expect(conflict!.sentence).toBe('Sự kiện a cần 2 tiết nhưng không có tiết nào xếp được.');
});

test('events that need no time prove nothing', () => {
  expect(explained(lessons, closed('D1_1', 'D1_2', 'D2_3'), false)).toEqual([]);
});
