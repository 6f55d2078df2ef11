import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BusyDays } from '../constraints/busy-days.ts';
import { DailyHours } from '../constraints/daily-hours.ts';
import { singleDays } from '../constraints/days-of-resource.ts';
import { Gaps } from '../constraints/gaps.ts';
import { MeetPair } from '../constraints/meet-pairs.ts';
import { NoClash } from '../constraints/no-clash.ts';
import { StartCost } from '../constraints/start-cost.ts';
import { type Problem, ProblemBuilder } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { type RepairRequest, repair } from './repair.ts';
import { withoutMeets } from './strict-problem.ts';
import { applyMoves, inverseOf, placingOf, stateOf, type Timetable } from './timetable.ts';

const days = 2;
const periods = 3;

/** Five lessons of two classes, three teachers and two rooms, with rules on pairs, days, hours and gaps. */
function smallSchool(random: Random): { problem: Problem; base: Timetable } {
  const builder = new ProblemBuilder({ days, periods, weekKinds: 1 + random.below(2) });
  const [classes, teachers, rooms] = [2, 3, 2].map((many) =>
    Array.from({ length: many }, () => builder.addResource()),
  ) as [number[], number[], number[]];
  const everyWeek = (1 << builder.grid.weekKinds) - 1;
  for (let meet = 0; meet < 5; meet++) {
    const duration = 1 + (random.below(4) === 0 ? 1 : 0);
    builder.addMeet({
      duration,
      resources: [classes[random.below(2)]!, teachers[random.below(3)]!],
      starts: [0, 1, 2, 3, 4, 5].filter((slot) => (slot % periods) + duration <= periods),
      choices: random.below(3) === 0 ? [rooms.map((room) => ({ resources: [room] }))] : [],
      weeks: 1 + random.below(everyWeek),
    });
  }
  const price = () => ({ required: random.below(3) > 0, weight: 1 + random.below(3) });
  for (const resource of [...classes, ...teachers, ...rooms])
    builder.addConstraint(new NoClash(resource), { required: true, weight: 1 });
  const groups = singleDays(days * builder.grid.weekKinds);
  for (const resource of [...classes, ...teachers]) {
    if (random.below(3) === 0)
      builder.addConstraint(new DailyHours(resource, { groups, min: 1, max: 2 }), price());
    if (random.below(3) === 0) builder.addConstraint(new BusyDays(resource, { groups, max: 1 }), price());
    if (random.below(3) === 0)
      builder.addConstraint(
        new Gaps(resource, { groups, max: 0, ignored: new Int32Array(groups.length) }),
        price(),
      );
  }
  builder.addConstraint(new MeetPair(0, 1, { kind: 'ordered' }), price());
  builder.addConstraint(new MeetPair(2, 3, { kind: 'same-day' }), price());
  builder.addConstraint(
    new StartCost(
      4,
      Array.from({ length: 6 }, () => random.below(3)),
    ),
    { required: false, weight: 1 },
  );
  const problem = builder.compile();
  const pick = (rows: Problem['starts'], row: number) =>
    rows.items[rows.from[row]! + random.below(rows.from[row + 1]! - rows.from[row]!)]!;
  return {
    problem,
    base: {
      start: Array.from({ length: problem.meets }, (_, meet) =>
        random.below(8) === 0 ? -1 : pick(problem.starts, meet),
      ),
      option: Array.from({ length: problem.choiceMeet.length }, (_, choice) => pick(problem.options, choice)),
    },
  };
}

/** A request in which something is closed, locked, wanted, dropped and relaxed, or not. */
function smallRequest(random: Random): RepairRequest {
  const { problem, base } = smallSchool(random);
  const some = (many: number, chance: number) =>
    Array.from({ length: many }, (_, item) => item).filter(() => random.below(chance) === 0);
  const wanted = random.below(3) === 0 ? [{ meet: random.below(5), start: random.below(6) }] : [];
  const relaxed = new Set(some(problem.constraints.length, 6));
  return {
    problem,
    base,
    closed: [{ resource: random.below(problem.resources), slots: some(problem.slots, 2) }],
    locked: some(5, 6).filter((meet) => base.start[meet]! >= 0 && meet !== wanted[0]?.meet),
    wanted,
    dropped: some(5, 8).filter((meet) => meet !== wanted[0]?.meet),
    relaxed: (constraint) => relaxed.has(constraint),
  };
}

/** The least number of moves by trying every timetable; undefined when none keeps the rules. */
function leastMoves(request: RepairRequest): { moved: number; hard: number; soft: number } | undefined {
  const { base, closed = [], locked = [], wanted = [], dropped = [], relaxed = () => false } = request;
  const problem = withoutMeets(request.problem, dropped);
  const out = new Set(dropped);
  const present = stateOf(problem, base);
  const before = problem.constraints.map((constraint) => constraint.deviation(present));
  const first = Array.from({ length: problem.meets }, (_, meet) => placingOf(present, meet));
  const state = stateOf(problem, { start: first.map(() => -1), option: base.option });
  let best: { moved: number; hard: number; soft: number } | undefined;
  const isShut = (resource: number, slot: number) =>
    closed.some((one) => one.resource === resource && one.slots.includes(slot));
  const strict = problem.constraints.map((_, index) => problem.required[index] === 1 && !relaxed(index));
  const resourcesOf = (meet: number) =>
    Array.from({ length: problem.resources }, (_, resource) => resource).filter((one) =>
      state.takes(meet, one),
    );
  const clashing = problem.constraints.flatMap((one, index) =>
    one instanceof NoClash && strict[index] ? one.resources : [],
  );
  const hasMoved = (meet: number) => {
    const { start, options } = placingOf(state, meet);
    return start !== first[meet]!.start || options.some((option, at) => option !== first[meet]!.options[at]);
  };
  const clashes = (meet: number): boolean => {
    let wrong = false;
    for (const resource of resourcesOf(meet))
      state.forSlotsOf(meet, (slot) => {
        if (isShut(resource, slot)) wrong = true;
        if (!clashing.includes(resource) || state.count[resource * problem.slots + slot]! < 2) return;
        for (let other = 0; other < meet; other++)
          if (state.start[other]! >= 0 && state.takes(other, resource) && (hasMoved(meet) || hasMoved(other)))
            state.forSlotsOf(other, (taken) => {
              if (taken === slot) wrong = true;
            });
      });
    return wrong;
  };
  const place = (meet: number, moved: number): void => {
    if (meet === problem.meets) {
      const keeps = problem.constraints.every(
        (one, index) =>
          one instanceof NoClash || !strict[index] || one.deviation(state) <= before[index]! + 1e-9,
      );
      if (!keeps) return;
      state.settle();
      const { hard, soft } = state;
      if (
        !best ||
        moved < best.moved ||
        (moved === best.moved && (hard < best.hard || (hard === best.hard && soft < best.soft)))
      )
        best = { moved, hard, soft };
      return;
    }
    if (out.has(meet)) {
      place(meet + 1, moved);
      return;
    }
    const choice = problem.choices.items[problem.choices.from[meet]!]!;
    const options =
      problem.choices.from[meet] === problem.choices.from[meet + 1]
        ? [-1]
        : [
            ...problem.options.items.subarray(
              problem.options.from[choice]!,
              problem.options.from[choice + 1]!,
            ),
          ];
    for (const start of problem.starts.items.subarray(
      problem.starts.from[meet]!,
      problem.starts.from[meet + 1]!,
    ))
      for (const option of options) {
        if (wanted.some((one) => one.meet === meet && one.start !== start)) continue;
        if (option >= 0) state.choose(choice, option);
        state.place(meet, start);
        const changed = hasMoved(meet);
        const counts = changed && first[meet]!.start >= 0 ? 1 : 0;
        if (!clashes(meet) && !(changed && locked.includes(meet))) place(meet + 1, moved + counts);
        state.unplace(meet);
      }
  };
  place(0, 0);
  return best;
}

test('the number of moves is the least one that trying every timetable finds, and the costs are the lowest', () => {
  let possible = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const request = smallRequest(new Random(seed));
      const least = leastMoves(request);
      const answer = repair(request);
      if (!least) {
        expect(answer.outcome).toBe('impossible');
        return;
      }
      possible++;
      expect(answer).toMatchObject({ outcome: 'proved', moved: least.moved, lowerBound: least.moved });
      expect(answer.hard).toBeCloseTo(least.hard);
      expect(answer.soft).toBeCloseTo(least.soft);
    }),
    { numRuns: 80 },
  );
  expect(possible).toBeGreaterThan(15);
});

test('without nodes for a proof a way is found all the same wherever there is one, and no more is said than is true', () => {
  let possible = 0;
  let ways = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const request = smallRequest(new Random(seed));
      const least = leastMoves(request);
      const answer = repair({ ...request, nodes: 1 });
      if (!least) {
        expect(['impossible', 'open']).toContain(answer.outcome);
        return;
      }
      possible++;
      expect(answer.lowerBound).toBeLessThanOrEqual(least.moved);
      if (answer.outcome === 'open') return;
      ways++;
      if (answer.outcome === 'proved') expect(answer.moved).toBe(least.moved);
      else expect(answer).toMatchObject({ outcome: 'found' });
      expect(answer.moved).toBeGreaterThanOrEqual(least.moved);
    }),
    { numRuns: 60 },
  );
  expect(possible).toBeGreaterThan(10);
  expect(ways).toBe(possible);
});

/** One class with all its six slots taken by six teachers. */
function fullClass(): { problem: Problem; base: Timetable; teachers: number[] } {
  const builder = new ProblemBuilder({ days, periods });
  const group = builder.addResource();
  const teachers = Array.from({ length: 6 }, () => builder.addResource());
  for (const teacher of teachers) {
    builder.addMeet({ duration: 1, resources: [group, teacher], starts: [0, 1, 2, 3, 4, 5] });
    builder.addConstraint(new NoClash(teacher), { required: true, weight: 1 });
  }
  builder.addConstraint(new NoClash(group), { required: true, weight: 1 });
  return { problem: builder.compile(), base: { start: [0, 1, 2, 3, 4, 5], option: [] }, teachers };
}

test('a teacher who cannot come to a full class changes places with a colleague', () => {
  const { problem, base, teachers } = fullClass();
  const answer = repair({ problem, base, closed: [{ resource: teachers[0]!, slots: [0] }] });
  expect(answer).toMatchObject({ outcome: 'proved', moved: 2, lowerBound: 2, hard: 0 });
  const state = stateOf(problem, base);
  applyMoves(state, answer.moves);
  expect(state.hard).toBe(0);
  applyMoves(state, inverseOf(answer.moves));
  expect([...state.start]).toEqual(base.start);
});

test('a teacher who can come at no time is named with the lesson that has no slot', () => {
  const { problem, base, teachers } = fullClass();
  const answer = repair({ problem, base, closed: [{ resource: teachers[3]!, slots: [0, 1, 2, 3, 4, 5] }] });
  expect(answer).toMatchObject({
    outcome: 'impossible',
    moves: [],
    shortage: { resource: teachers[3], meets: [3], slots: [], needed: 1 },
  });
});

test('a locked lesson in a closed slot leaves nothing to find', () => {
  const { problem, base, teachers } = fullClass();
  const closed = [{ resource: teachers[0]!, slots: [0] }];
  expect(repair({ problem, base, closed, locked: [0] }).outcome).toBe('impossible');
  expect(repair({ problem, base, closed, locked: [1, 2, 3, 4, 5] }).outcome).toBe('impossible');
});

test('without leave to look further, what was found is given with what is certain', () => {
  const { problem, base, teachers } = fullClass();
  const closed = [{ resource: teachers[0]!, slots: [0, 1, 2, 3] }];
  expect(repair({ problem, base, closed, nodes: 0 })).toMatchObject({
    outcome: 'found',
    moved: 2,
    lowerBound: 1,
  });
  expect(repair({ problem, base, closed })).toMatchObject({ outcome: 'proved', moved: 2, lowerBound: 2 });
});
