import { expect, test } from 'vitest';
import { compile } from './problem.ts';
import { readArchive } from './read-archive.ts';
import { archiveText, constraintText, instanceText, times, toGroups, toResources } from './sample.fixture.ts';

/** One lesson of two times in a week of four, in one of two rooms, and when these are closed. */
function startsWith(closed: readonly (readonly [room: string, ...ids: string[]])[]) {
  const text = instanceText({
    days: [4],
    resources: { Class: ['c1'], Room: ['gym', 'yard'] },
    events: [{ id: 'sport', duration: 2, with: ['c1'], open: [['place', 'Room'] as const] }],
    constraints: [
      constraintText('AssignTime', toGroups('all')),
      ...closed.map(([room, ...ids]) =>
        constraintText('AvoidUnavailableTimes', toResources(room), times(...ids)),
      ),
    ].join('\n'),
  });
  const { domains, domainStart } = compile(readArchive(archiveText(text)).instances[0]!, { keepSoft: true });
  const row = domainStart[0]! + 1;
  return Array.from(domains.items.subarray(domains.start[row]!, domains.start[row + 1]!));
}

test('a lesson starts where one of its rooms is open throughout', () => {
  expect(startsWith([['gym', 'D1_1']])).toEqual([0, 1, 2]);
  expect(
    startsWith([
      ['gym', 'D1_1'],
      ['yard', 'D1_2'],
    ]),
  ).toEqual([1, 2]);
});

test('where all its rooms are closed all the time it may start anywhere: something must give', () => {
  const all = ['D1_1', 'D1_2', 'D1_3', 'D1_4'];
  expect(
    startsWith([
      ['gym', ...all],
      ['yard', ...all],
    ]),
  ).toEqual([0, 1, 2]);
});
