import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../core/random.ts';
import {
  type Nearness,
  proposeSubstitutes,
  type Substitute,
  type SubstitutionRequest,
  usualWeights,
} from './substitute.ts';

const teacher = (given: Partial<Substitute> = {}): Substitute => ({
  busy: new Map(),
  load: new Map([[0, 2]]),
  stoodIn: 0,
  ...given,
});
const lesson = (period: number, duration = 1, site = -1) => ({ day: 0, period, duration, site });
const taken = (request: SubstitutionRequest) =>
  proposeSubstitutes(request).map(({ chosen }) => chosen?.substitute ?? -1);

test('the same subject and grade goes before the same subject, a teacher of the class, and anyone free', () => {
  const order: Nearness[] = ['free', 'class', 'subject', 'subject-and-grade'];
  const [proposal] = proposeSubstitutes({
    lessons: [lesson(1)],
    substitutes: order.map(() => teacher()),
    nearness: (_, substitute) => order[substitute],
    mostADay: 7,
  });
  expect(proposal!.chosen).toMatchObject({ substitute: 3, nearness: 'subject-and-grade', load: 2, cost: 6 });
  expect(proposal!.alternatives.map(({ nearness }) => nearness)).toEqual(['subject', 'class', 'free']);
});

test('who has stood in less, and has less on that day, goes first; nobody is given all', () => {
  const request: SubstitutionRequest = {
    lessons: [lesson(1), lesson(2)],
    substitutes: [teacher({ stoodIn: 5 }), teacher(), teacher({ load: new Map([[0, 4]]) })],
    nearness: () => 'subject',
    mostADay: 7,
  };
  expect(taken(request).sort()).toEqual([1, 2]);
});

test('why nobody can be had is counted', () => {
  const proposals = proposeSubstitutes({
    lessons: [lesson(3, 2, 1)],
    substitutes: [
      teacher({ busy: new Map([[0, [{ period: 4, duration: 1, site: 1 }]]]) }),
      teacher({ busy: new Map([[0, [{ period: 2, duration: 1, site: 0 }]]]) }),
      teacher({ load: new Map([[0, 6]]) }),
      teacher(),
    ],
    nearness: (_, substitute) => (substitute === 3 ? undefined : 'free'),
    travel: () => 1,
    mostADay: 7,
  });
  expect(proposals).toEqual([
    {
      lesson: 0,
      chosen: undefined,
      alternatives: [],
      obstacles: { 'not-qualified': 1, busy: 1, 'no-time-to-travel': 1, 'full-day': 1 },
    },
  ]);
});

/** A few lessons of one day with doubles and two sites, and a few teachers. */
function smallAbsence(random: Random): SubstitutionRequest {
  const order: (Nearness | undefined)[] = ['free', 'class', 'subject', 'subject-and-grade', undefined];
  const near = Array.from({ length: 20 }, () => order[random.below(5)]);
  const site = () => random.below(3) - 1;
  return {
    lessons: Array.from({ length: 4 }, () => ({
      ...{ day: random.below(2), period: random.below(4), duration: 1 + random.below(2), site: site() },
    })),
    substitutes: Array.from({ length: 4 }, () => ({
      busy: new Map([[random.below(2), [{ period: random.below(4), duration: 1, site: site() }]]]),
      load: new Map([[0, random.below(3)]]),
      stoodIn: random.below(4),
    })),
    nearness: (one, other) => near[one * 4 + other],
    travel: () => 1,
    mostADay: 4,
  };
}

/** The whole cost of an assignment by its definition; undefined when somebody cannot. */
function costOf(request: SubstitutionRequest, chosen: readonly number[]): number | undefined {
  const { lessons, substitutes, mostADay } = request;
  let cost = 0;
  for (let one = 0; one < substitutes.length; one++) {
    const mine = [...lessons.keys()].filter((at) => chosen[at] === one);
    for (const day of [0, 1]) {
      const here = mine.filter((at) => lessons[at]!.day === day);
      const times = [
        ...here.map((at) => lessons[at]!),
        ...(here.length ? (substitutes[one]!.busy.get(day) ?? []) : []),
      ];
      const load = substitutes[one]!.load.get(day) ?? 0;
      if (here.length && here.reduce((sum, at) => sum + lessons[at]!.duration, load) > mostADay)
        return undefined;
      for (const [at, first] of times.entries())
        for (const second of times.slice(at + 1)) {
          const [a, b] = first.period <= second.period ? [first, second] : [second, first];
          const between = b.period - a.period - a.duration;
          if (between < 0 || (between < 1 && a.site >= 0 && b.site >= 0 && a.site !== b.site))
            return undefined;
        }
      cost += (usualWeights.load * here.length * (here.length - 1)) / 2;
      for (const at of here) {
        const near = request.nearness(at, one);
        if (!near) return undefined;
        cost += usualWeights.nearness[near] + (load === 0 ? usualWeights.comesSpecially : 0);
        cost +=
          lessons[at]!.duration *
          (usualWeights.stoodIn * substitutes[one]!.stoodIn + usualWeights.load * load);
      }
    }
    cost += (usualWeights.stoodIn * mine.length * (mine.length - 1)) / 2;
  }
  return cost + usualWeights.uncovered * chosen.filter((one) => one < 0).length;
}

test('the proposal costs as little as the cheapest of all assignments', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const request = smallAbsence(new Random(seed));
      let least = Number.POSITIVE_INFINITY;
      for (let code = 0; code < 5 ** 4; code++) {
        const chosen = [0, 1, 2, 3].map((at) => (Math.floor(code / 5 ** at) % 5) - 1);
        least = Math.min(least, costOf(request, chosen) ?? Number.POSITIVE_INFINITY);
      }
      expect(costOf(request, taken(request))).toBeCloseTo(least);
    }),
    { numRuns: 60 },
  );
});
