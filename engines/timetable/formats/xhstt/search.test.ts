import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { readArchive } from './read-archive.ts';
import {
  anneal,
  archiveText,
  constraintText,
  instanceText,
  limits,
  type Sample,
  type SampleEvent,
  timeGroups,
  times,
  toEvents,
  toGroups,
  toResources,
} from './sample.fixture.ts';
import { Searcher } from './search.ts';

/** Three classes with full weeks of eight times, four teachers, one gym: tight, with doubles to be cut out of events. */
const events: SampleEvent[] = ['c1', 'c2', 'c3'].flatMap((c, i) => [
  { id: `${c}-math`, duration: 3, with: [c, 't1'].slice(0, i < 2 ? 2 : 1), groups: ['gm'] },
  { id: `${c}-lit`, duration: 3, with: [c, 't2'].slice(0, i > 0 ? 2 : 1) },
  { id: `${c}-sport`, duration: 2, with: [c, 't3'], open: [['place', 'Room'] as const] },
]);
const school: Sample = {
  days: [4, 4],
  resources: { Class: ['c1', 'c2', 'c3'], Teacher: ['t1', 't2', 't3'], Room: ['gym', 'yard'] },
  events,
  constraints: [
    constraintText('AssignTime', toGroups('all')),
    constraintText('AssignResource', toGroups('all'), '<Role>place</Role>'),
    constraintText('AvoidClashes', toResources('c1', 'c2', 'c3', 't1', 't2', 't3', 'gym', 'yard')),
    constraintText(
      'SplitEvents',
      toGroups('all'),
      '<MinimumDuration>1</MinimumDuration><MaximumDuration>2</MaximumDuration><MinimumAmount>1</MinimumAmount><MaximumAmount>2</MaximumAmount>',
    ),
    constraintText(
      'PreferTimes',
      toGroups('all'),
      `${times('D1_1', 'D1_2', 'D1_3', 'D2_1', 'D2_2', 'D2_3')}<Duration>2</Duration>`,
    ),
    constraintText('SpreadEvents', toGroups('gm'), timeGroups(['D1', 'D2'], limits(2, 4))),
    constraintText('AvoidUnavailableTimes', toResources('yard'), times('D1_1', 'D2_1')),
    constraintText('LimitIdleTimes', toResources('t1', 't2'), timeGroups(['D1', 'D2']) + limits(0, 0), {
      required: false,
    }),
  ].join('\n'),
};
const instance = readArchive(archiveText(instanceText(school))).instances[0]!;

function solved(seed: number, iterations: number) {
  return anneal(new Searcher(instance, seed, true), iterations);
}

describe('the search', () => {
  test.each([1, 2, 3])('finds a timetable without fault (seed %i)', (seed) => {
    const searcher = solved(seed, 60_000);
    const { hard, soft } = evaluate(instance, searcher.solution());
    expect({ hard, soft }).toEqual({ hard: 0, soft: 0 });
    expect(searcher.best).toMatchObject({ hard, soft });
  });

  test.each([1, 4, 6])('seeks feasibility alone, and counts the wishes again after (seed %i)', (seed) => {
    const searcher = new Searcher(instance, seed, true);
    expect(searcher.best.hard).toBeGreaterThan(0);
    for (let pass = 0; pass < 3; pass++) {
      const order = { aim: 'feasible', heat: 1, onBetter: () => {} } as const;
      searcher.run({ ...order, progress: (made) => made / 20_000 });
    }
    const { hard, soft } = evaluate(instance, searcher.solution());
    expect(hard).toBe(0);
    expect(searcher.best).toMatchObject({ hard, soft });
  });

  test('where every resource is given and only clashes are forbidden, what annealing leaves is packed', () => {
    // Six weeks of six times, all full: at time t class c has teacher c + t and room c + 2t or the like.
    const six = [0, 1, 2, 3, 4, 5];
    const full = readArchive(
      archiveText(
        instanceText({
          days: [6],
          resources: {
            Class: six.map((i) => `c${i}`),
            Teacher: six.map((i) => `t${i}`),
            Room: six.map((i) => `r${i}`),
          },
          events: six.flatMap((t) =>
            six.map((c) => ({
              id: `e${c}-${t}`,
              duration: 1,
              with: [`c${c}`, `t${(c + t * t) % 6}`, `r${(5 * c + t) % 6}`],
            })),
          ),
          constraints: [
            constraintText('AssignTime', toGroups('all')),
            constraintText('AvoidClashes', toResources(...six.flatMap((i) => [`c${i}`, `t${i}`, `r${i}`]))),
          ].join('\n'),
        }),
      ),
    ).instances[0]!;
    const searcher = new Searcher(full, 1, true);
    expect(searcher.best.hard).toBeGreaterThan(0);
    for (const most of [256, 200_000]) {
      const order = { aim: 'feasible', heat: 1, onBetter: () => {} } as const;
      searcher.run({ ...order, progress: (made) => made / most });
      if (most === 256) expect(searcher.best.hard).toBeGreaterThan(0);
    }
    expect(searcher.best.hard).toBe(0);
    expect(evaluate(full, searcher.solution())).toMatchObject({ hard: 0, soft: 0 });
  });

  test('is decided by its seed', () => {
    const [one, same, other] = [solved(5, 700), solved(5, 700), solved(6, 700)];
    expect(same!.solution()).toEqual(one!.solution());
    expect(other!.solution()).not.toEqual(one!.solution());
  });

  test('gives the best it can when no timetable is without fault', () => {
    const over = {
      ...school,
      constraints: `${school.constraints}${constraintText('LimitBusyTimes', toResources('t3'), timeGroups(['D1', 'D2']) + limits(0, 1))}`,
    };
    const strict = readArchive(archiveText(instanceText(over))).instances[0]!;
    const searcher = anneal(new Searcher(strict, 1, true), 20_000);
    expect(evaluate(strict, searcher.solution()).hard).toBe(4);
  });

  test('links kept by force make linked events one', () => {
    const linked = {
      ...school,
      events: events.map((event) =>
        event.id === 'c1-math' || event.id === 'c3-lit'
          ? { ...event, groups: [...(event.groups ?? []), 'link'] }
          : event,
      ),
      constraints: `${school.constraints}${constraintText('LinkEvents', toGroups('link'), '', { required: false })}${constraintText('AssignTime', toEvents('c1-math'))}`,
    };
    const withLink = readArchive(archiveText(instanceText(linked))).instances[0]!;
    expect(new Searcher(withLink, 1, true).problem.units).toBe(8);
    expect(new Searcher(withLink, 1, false).problem.units).toBe(9);
  });
});
