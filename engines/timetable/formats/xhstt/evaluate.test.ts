import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from '../xml.ts';
import { evaluate, pointCost } from './evaluate.ts';
import { readArchive, readSolution } from './read-archive.ts';
import {
  archiveText,
  constraintText,
  instanceText,
  limits,
  type SampleEvent,
  timeGroups,
  times,
  toEvents,
  toGroups,
  toResources,
} from './sample.fixture.ts';

interface PlacedMeet {
  readonly event: string;
  readonly duration?: number;
  readonly time?: string;
  readonly resources?: Readonly<Record<string, string>>;
}

/** Deviation of one constraint of weight 1: two days of three times, teacher t, classes c and d, rooms r and s. */
function deviation(events: readonly SampleEvent[], constraint: string, meets: readonly PlacedMeet[]): number {
  const sample = {
    days: [3, 3],
    resources: { Class: ['c', 'd'], Teacher: ['t'], Room: ['r', 's'] },
    events,
    constraints: constraint,
  };
  const eventTexts = meets.map(
    ({ event, duration, time, resources = {} }) => `<Event Reference="${event}">
${duration ? `<Duration>${duration}</Duration>` : ''}${time ? `<Time Reference="${time}"/>` : ''}<Resources>${Object.entries(
      resources,
    )
      .map(([role, id]) => `<Resource Reference="${id}"><Role>${role}</Role></Resource>`)
      .join('')}</Resources></Event>`,
  );
  const solution = `<SolutionGroup Id="s"><Solution Reference="sample"><Events>${eventTexts.join('')}</Events></Solution></SolutionGroup>`;
  const archive = readArchive(archiveText(instanceText(sample), solution));
  const instance = archive.instances[0]!;
  return evaluate(instance, readSolution(archive.solutions[0]!, instance)).hard;
}

const lesson = (id: string, duration: number, more: Partial<SampleEvent> = {}): SampleEvent => ({
  id,
  duration,
  with: ['c'],
  ...more,
});
const room = { open: [['room', 'Room'] as const] };

describe('each kind of constraint', () => {
  test('AssignTime counts the duration without time, also of what no meet covers', () => {
    const rule = constraintText('AssignTime', toEvents('a', 'b'));
    const events = [lesson('a', 3), lesson('b', 2)];
    expect(deviation(events, rule, [{ event: 'a', duration: 1, time: 'D1_1' }])).toBe(4);
  });

  test('AssignResource counts the duration of empty slots of the role', () => {
    const rule = constraintText('AssignResource', toEvents('a'), '<Role>room</Role>');
    const parts = [
      { event: 'a', duration: 2, time: 'D1_1' },
      { event: 'a', duration: 1, time: 'D2_1', resources: { room: 'r' } },
    ];
    expect(deviation([lesson('a', 3, room)], rule, parts)).toBe(2);
  });

  test('SplitEvents counts parts of wrong duration and parts too many or too few', () => {
    const rule = constraintText(
      'SplitEvents',
      toEvents('a'),
      '<MinimumDuration>1</MinimumDuration><MaximumDuration>1</MaximumDuration><MinimumAmount>1</MinimumAmount><MaximumAmount>1</MaximumAmount>',
    );
    const parts = [
      { event: 'a', duration: 2, time: 'D1_1' },
      { event: 'a', duration: 1, time: 'D2_1' },
    ];
    expect(deviation([lesson('a', 3)], rule, parts)).toBe(2);
  });

  test('DistributeSplitEvents counts parts of one duration', () => {
    const rule = constraintText(
      'DistributeSplitEvents',
      toEvents('a'),
      `<Duration>2</Duration>${limits(2, 2)}`,
    );
    expect(deviation([lesson('a', 4)], rule, [{ event: 'a', duration: 2 }])).toBe(0);
    expect(deviation([lesson('a', 4)], rule, [{ event: 'a', duration: 3 }])).toBe(2);
  });

  test('PreferResources counts the duration in resources not preferred, not the empty ones', () => {
    const rule = constraintText(
      'PreferResources',
      toEvents('a', 'b'),
      `<Role>room</Role>${toResources('r')}`,
    );
    const events = [lesson('a', 2, room), lesson('b', 1, room)];
    expect(deviation(events, rule, [{ event: 'a', time: 'D1_1', resources: { room: 's' } }])).toBe(2);
  });

  test('PreferTimes looks at starting times, and only at parts of its duration', () => {
    const rule = (more: string) => constraintText('PreferTimes', toEvents('a'), times('D1_1') + more);
    const parts = [
      { event: 'a', duration: 2, time: 'D1_2' },
      { event: 'a', duration: 1, time: 'D2_1' },
    ];
    expect(deviation([lesson('a', 3)], rule(''), parts)).toBe(3);
    expect(deviation([lesson('a', 3)], rule('<Duration>1</Duration>'), parts)).toBe(1);
  });

  test('AvoidSplitAssignments counts different resources beyond the first', () => {
    const rule = constraintText('AvoidSplitAssignments', toGroups('g'), '<Role>room</Role>');
    const events = [lesson('a', 1, { ...room, groups: ['g'] }), lesson('b', 1, { ...room, groups: ['g'] })];
    const placed = (second: string) => [
      { event: 'a', time: 'D1_1', resources: { room: 'r' } },
      { event: 'b', time: 'D1_2', resources: { room: second } },
    ];
    expect(deviation(events, rule, placed('r'))).toBe(0);
    expect(deviation(events, rule, placed('s'))).toBe(1);
  });

  test('SpreadEvents counts starts in each group of times; a group named twice is one', () => {
    const rule = constraintText('SpreadEvents', toGroups('g'), timeGroups(['D1', 'D2'], limits(1, 1)));
    const events = [lesson('a', 2, { groups: ['g', 'g'] })];
    const parts = [
      { event: 'a', duration: 1, time: 'D1_1' },
      { event: 'a', duration: 1, time: 'D1_3' },
    ];
    expect(deviation(events, rule, parts)).toBe(2);
  });

  test('LinkEvents counts times at which some of the events run, but not all', () => {
    const rule = constraintText('LinkEvents', toGroups('g'));
    const events = [lesson('a', 2, { groups: ['g'] }), lesson('b', 2, { groups: ['g'], with: ['d'] })];
    const placed = (time: string) => [
      { event: 'a', time: 'D1_1' },
      { event: 'b', time },
    ];
    expect(deviation(events, rule, placed('D1_1'))).toBe(0);
    expect(deviation(events, rule, placed('D1_2'))).toBe(2);
  });

  test('OrderEvents counts times too close or too far, from the last end to the first start', () => {
    const rule = constraintText(
      'OrderEvents',
      `<EventPairs><EventPair><FirstEvent Reference="a"/><SecondEvent Reference="b"/><MinSeparation>1</MinSeparation><MaxSeparation>2</MaxSeparation></EventPair></EventPairs>`,
    );
    const events = [lesson('a', 1), lesson('b', 1)];
    const placed = (time: string) => [
      { event: 'a', time: 'D1_1' },
      { event: 'b', time },
    ];
    expect(deviation(events, rule, placed('D1_2'))).toBe(1);
    expect(deviation(events, rule, placed('D1_3'))).toBe(0);
    expect(deviation(events, rule, placed('D2_3'))).toBe(2);
    expect(deviation(events, rule, [{ event: 'a', time: 'D1_1' }])).toBe(0);
  });

  const two = [lesson('a', 2, { with: ['t', 'c'] }), lesson('b', 1, { with: ['t', 'd'] })];
  const at = (first: string, second: string) => [
    { event: 'a', time: first },
    { event: 'b', time: second },
  ];

  test('AvoidClashes counts meets beyond the first at each time', () => {
    expect(deviation(two, constraintText('AvoidClashes', toResources('t')), at('D1_1', 'D1_2'))).toBe(1);
  });

  test('AvoidUnavailableTimes counts busy times, each once', () => {
    const rule = constraintText('AvoidUnavailableTimes', toResources('t'), times('D1_2', 'D1_3'));
    expect(deviation(two, rule, at('D1_1', 'D1_2'))).toBe(1);
  });

  test('LimitIdleTimes counts free times between busy ones of a group', () => {
    const rule = constraintText('LimitIdleTimes', toResources('t'), timeGroups(['D1', 'D2']) + limits(0, 0));
    const three = [lesson('a', 1, { with: ['t'] }), lesson('b', 1, { with: ['t'] })];
    expect(deviation(three, rule, at('D1_1', 'D1_3'))).toBe(1);
    expect(deviation(three, rule, at('D1_1', 'D2_3'))).toBe(0);
  });

  test('ClusterBusyTimes counts groups with a busy time', () => {
    const rule = constraintText(
      'ClusterBusyTimes',
      toResources('t'),
      timeGroups(['D1', 'D2']) + limits(0, 1),
    );
    expect(deviation(two, rule, at('D1_1', 'D2_1'))).toBe(1);
  });

  test('LimitBusyTimes counts busy times outside the limits in groups that are busy at all', () => {
    const rule = constraintText('LimitBusyTimes', toResources('t'), timeGroups(['D1', 'D2']) + limits(3, 3));
    expect(deviation(two, rule, at('D1_1', 'D1_3'))).toBe(0);
    expect(deviation(two, rule, at('D1_1', 'D2_1'))).toBe(3);
    expect(deviation(two, rule, [])).toBe(0);
  });

  test('LimitWorkload counts the workload of parts in proportion, rounded up', () => {
    const rule = constraintText('LimitWorkload', toResources('r'), limits(0, 1));
    const events = [lesson('a', 2, { ...room, workload: 5 })];
    const parts = [
      { event: 'a', duration: 1, resources: { room: 'r' } },
      { event: 'a', duration: 1, resources: { room: 's' } },
    ];
    expect(deviation(events, rule, parts)).toBe(2);
  });
});

test('cost functions: linear, square, or once', () => {
  expect([0, 1, 3].map((d) => pointCost(2, 'Linear', d))).toEqual([0, 2, 6]);
  expect([0, 1, 3].map((d) => pointCost(2, 'Quadratic', d))).toEqual([0, 2, 18]);
  expect([0, 1, 3].map((d) => pointCost(2, 'Step', d))).toEqual([0, 2, 2]);
});

// The archive's own files lie beside the repository when they are there; they may not be kept in it.
const folder =
  process.env.HOABAN_XHSTT ?? join(import.meta.dirname, '../../../../../shared/timetabling/xhstt');
const expectedFile = join(folder, 'expected-costs.json');

describe.runIf(existsSync(expectedFile))('solutions stored in the archive', () => {
  interface Expected {
    readonly file: string;
    readonly instance: string;
    readonly solution_group: string;
    readonly hard: number;
    readonly soft: number;
  }
  const expected = existsSync(expectedFile)
    ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as Expected[])
    : [];
  const files = [...new Set(expected.map(({ file }) => file))];

  test.each(files)(
    '%s: every stored solution costs what was computed independently',
    (file) => {
      const archive = readArchive(textOf(readFileSync(join(folder, file))));
      const vectors = expected.filter((vector) => vector.file === file);
      const found = vectors.map(({ instance: id, solution_group: group }) => {
        const instance = archive.instances.find((candidate) => candidate.id === id)!;
        const stored = archive.solutions.find((s) => s.group === group && s.instance === id)!;
        const { hard, soft } = evaluate(instance, readSolution(stored, instance));
        return { group, hard, soft };
      });
      expect(found).toEqual(vectors.map(({ solution_group: group, hard, soft }) => ({ group, hard, soft })));
    },
    60_000,
  );
});
