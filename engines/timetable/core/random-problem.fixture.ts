import { BusyTogether, EvenBurden } from '../constraints/across-resources.ts';
import { Apart } from '../constraints/apart.ts';
import { BusyDays } from '../constraints/busy-days.ts';
import { DifferentResources, SameResourceIfNext } from '../constraints/chosen-resources.ts';
import { Comfort } from '../constraints/comfort.ts';
import { DailyHours } from '../constraints/daily-hours.ts';
import { DaysBetween, TogetherIfSameDay } from '../constraints/days-between.ts';
import { DaysInARow } from '../constraints/days-in-a-row.ts';
import { singleDays } from '../constraints/days-of-resource.ts';
import { EndsDay } from '../constraints/ends-day.ts';
import { Gaps } from '../constraints/gaps.ts';
import { MeetPair, type PairRule, ThreeGrouped } from '../constraints/meet-pairs.ts';
import { MeetsPerGroup } from '../constraints/meets-per-group.ts';
import { NoClash } from '../constraints/no-clash.ts';
import { OptionCost } from '../constraints/option-cost.ts';
import { PlaceChanges } from '../constraints/place-changes.ts';
import { RestingHours } from '../constraints/resting-hours.ts';
import { RunLength } from '../constraints/run-length.ts';
import { SlotSelection } from '../constraints/slot-selection.ts';
import { Span } from '../constraints/span.ts';
import { StartCost } from '../constraints/start-cost.ts';
import { TagsADay } from '../constraints/tags-a-day.ts';
import { Unavailable } from '../constraints/unavailable.ts';
import type { Constraint, CostFunction } from './constraint.ts';
import { type Problem, ProblemBuilder } from './problem.ts';
import type { Random } from './random.ts';

const days = 4;
const periods = 5;
const pairRules: readonly PairRule[] = [
  { kind: 'same-start' },
  { kind: 'same-day' },
  { kind: 'same-period' },
  { kind: 'no-overlap' },
  { kind: 'follows' },
  { kind: 'grouped' },
  { kind: 'ordered' },
  { kind: 'ordered-in-day' },
  { kind: 'min-gap', min: 2 },
  { kind: 'min-gap-after', min: 2 },
];
const costFunctions: readonly CostFunction[] = ['linear', 'quadratic', 'step'];

/** A small problem with every constraint of the engine in it, two kinds of week when asked. */
export function randomProblem(random: Random, weekKinds = 1): Problem {
  const builder = new ProblemBuilder({ days, periods, weekKinds });
  const classes = Array.from({ length: 3 }, () => builder.addResource());
  const teachers = Array.from({ length: 4 }, () => builder.addResource());
  const rooms = Array.from({ length: 3 }, () => builder.addResource());
  const meets: number[] = [];
  for (let index = 0; index < 18; index++) {
    const duration = 1 + random.below(2);
    const starts: number[] = [];
    for (let slot = 0; slot < days * periods; slot++)
      if ((slot % periods) + duration <= periods) starts.push(slot);
    meets.push(
      builder.addMeet({
        duration,
        resources: [classes[random.below(3)]!, teachers[random.below(4)]!],
        starts,
        choices: random.below(2) ? [rooms.map((room) => ({ resources: [room] }))] : [],
        ...(weekKinds > 1 && { weeks: 1 + random.below((1 << weekKinds) - 1) }),
      }),
    );
  }
  const add = (constraint: Constraint) =>
    builder.addConstraint(constraint, {
      required: random.below(2) === 1,
      comfort: random.below(4) === 0,
      weight: 1 + random.below(5),
      costFunction: costFunctions[random.below(3)]!,
    });
  const allDays = singleDays(days * weekKinds);
  const none = new Int32Array(days * weekKinds);
  for (const resource of [...classes, ...teachers, ...rooms]) {
    add(new NoClash(resource));
    builder.markExclusive(resource);
    add(
      new Unavailable(
        resource,
        Int32Array.from(none, () => random.below(4)),
      ),
    );
    add(new BusyDays(resource, { groups: allDays, min: 2, max: 3 }));
    add(new DailyHours(resource, { groups: allDays, min: 2, max: 4 }));
    add(
      new Gaps(resource, { groups: [allDays.flat()], max: 1, ignored: none, minDaily: 2, lateBeginnings: 1 }),
    );
    add(new Gaps(resource, { groups: allDays, max: 0, ignored: none }));
    add(new RunLength(resource, 2));
    add(new Comfort(resource, none));
    add(new Span(resource, { groups: allDays, max: 3, oneDayLonger: true }));
    add(
      new RestingHours(
        resource,
        [
          [0, 1],
          [2, 3],
        ],
        4,
      ),
    );
  }
  for (const teacher of teachers)
    add(
      new PlaceChanges(
        teacher,
        new Map(
          meets.flatMap((meet) => (builder.meets[meet]!.choices!.length > 0 ? [[meet, 0] as const] : [])),
        ),
        {
          placeOf: (option) => option % 3,
          groups: allDays,
          max: 0,
          minGap: 2,
        },
      ),
    );
  add(
    new BusyTogether(classes, {
      parts: [
        { day: 1, within: 3 },
        { day: 2, within: 24 },
      ],
      max: 1,
    }),
  );
  add(
    new EvenBurden(
      teachers,
      none.map(() => 17),
      1,
    ),
  );
  for (const rule of pairRules) add(new MeetPair(meets[random.below(18)]!, meets[random.below(18)]!, rule));
  add(new DaysBetween([0, 1, 2, 3], { min: 2, max: 3 }));
  add(new TogetherIfSameDay([4, 5, 6]));
  add(new ThreeGrouped([7, 8, 9]));
  add(
    new SlotSelection([1, 3, 5, 7], days * periods, {
      slots: [0, 1, 2, 6],
      maxTaken: 2,
      minTaken: 1,
      maxAtOnce: 1,
      minAtOnce: 1,
      emptyAllowed: true,
      maxMeets: 2,
    }),
  );
  add(new EndsDay(10, classes));
  add(new Apart([classes[0]!, teachers[0]!]));
  add(new TagsADay(teachers, allDays, 2));
  add(
    new MeetsPerGroup([0, 2, 4, 6], {
      groupOf: Array.from({ length: days * periods }, (_, slot) => slot % 3),
      maxGroups: 2,
      maxInGroup: 1,
    }),
  );
  add(new DifferentResources(meets, 2));
  add(new SameResourceIfNext(meets));
  meets.forEach((meet) => {
    add(
      new StartCost(
        meet,
        Float64Array.from({ length: days * periods }, () => random.below(3)),
      ),
    );
    if (builder.meets[meet]!.choices!.length > 0) add(new OptionCost(meet, 0, [0, 1, 2], 3));
  });
  add(new DaysInARow(teachers[1]!, { days, max: 2, mayBeginAt: (day) => day === 1 }));
  return builder.compile();
}
