import { BusyTogether, EvenBurden } from '../../constraints/across-resources.ts';
import { BusyDays } from '../../constraints/busy-days.ts';
import { DailyHours } from '../../constraints/daily-hours.ts';
import { DaysBetween, TogetherIfSameDay } from '../../constraints/days-between.ts';
import { Gaps } from '../../constraints/gaps.ts';
import { MeetPair, type PairRule } from '../../constraints/meet-pairs.ts';
import { PlaceChanges } from '../../constraints/place-changes.ts';
import { RestingHours } from '../../constraints/resting-hours.ts';
import { RunLength } from '../../constraints/run-length.ts';
import { StartCost } from '../../constraints/start-cost.ts';
import type { Constraint } from '../../core/constraint.ts';
import type { ProblemBuilder } from '../../core/problem.ts';
import { DocumentError } from '../xml.ts';
import type { Placed } from './compile.ts';
import { membersOf, type People } from './people.ts';
import type { SchoolConstraint, SchoolProblem } from './schema.ts';
import type { Week } from './week.ts';

/** What the constraints are made from. */
export interface Lessons {
  readonly school: SchoolProblem;
  readonly week: Week;
  readonly people: People;
  readonly builder: ProblemBuilder;
  readonly lessons: readonly Placed[];
  /** Site of each option. */
  readonly siteOf: readonly (string | undefined)[];
}

/** Adds one constraint of the school to the problem. Throws DocumentError for what it names and is not there. */
export function addSchoolConstraint(
  context: Lessons,
  constraint: SchoolConstraint,
  source: number,
  subjectHours: { of(member: number, subjects: readonly string[]): number },
): void {
  const { school, week, people, builder } = context;
  const required = constraint.weight === 'required';
  const price = { required, weight: constraint.weight === 'required' ? 1 : constraint.weight, source };
  const add = (made: Constraint) => builder.addConstraint(made, price);
  const allDays = week.sessionGroups().flat();
  const open = new Int32Array(allDays.length);
  const groups = (per: 'session' | 'day' | 'week') =>
    per === 'week' ? weeksOf(week) : per === 'day' ? week.realDayGroups() : week.sessionGroups();
  const eachPair = (ids: readonly string[], rule: PairRule) => {
    const meets = [...new Set(ids.flatMap((id) => meetsOf(context, id)))];
    for (let one = 1; one < meets.length; one++)
      for (let other = 0; other < one; other++) add(new MeetPair(meets[other]!, meets[one]!, rule));
  };
  switch (constraint.type) {
    case 'spread':
      for (const meets of courses(context, constraint.which)) {
        add(new DaysBetween(meets, { min: constraint.minDays, daysInOne: week.sessionsADay }));
        if (constraint.togetherIfSameDay) add(new TogetherIfSameDay(meets));
      }
      return;
    case 'hours':
      for (const member of membersOf(school, people, constraint.who)) {
        const resource = constraint.subjects ? subjectHours.of(member, constraint.subjects) : member;
        const { min, max, emptyAllowed = true } = constraint;
        add(
          new DailyHours(resource, {
            ...{ groups: groups(constraint.per), emptyAllowed },
            ...(min !== undefined && { min }),
            ...(max !== undefined && { max }),
          }),
        );
      }
      return;
    case 'gaps':
      for (const member of membersOf(school, people, constraint.who))
        add(
          new Gaps(member, {
            ...{ groups: groups(constraint.per), max: constraint.max, ignored: open },
            ...(constraint.fromStart && { lateBeginnings: 0 }),
          }),
        );
      return;
    case 'presence':
      for (const member of membersOf(school, people, constraint.who)) {
        const { min, max, session } = constraint;
        for (const within of weeksOf(week)) {
          const all = constraint.per === 'day' ? week.realDayGroups() : week.sessionGroups(session);
          add(
            new BusyDays(member, {
              groups: all.filter((days) => within.includes(days[0]!)),
              ...(min !== undefined && { min }),
              ...(max !== undefined && { max }),
              ...(required && { count: 'hours' as const }),
            }),
          );
        }
      }
      return;
    case 'consecutive':
      for (const member of membersOf(school, people, constraint.who))
        add(new RunLength(member, constraint.max));
      return;
    case 'rest': {
      const lengths = week.lengths();
      // Sessions that a day does not have are not rest: its last one is followed by the first of the next day.
      const days = week.realDayGroups().map((day) => day.filter((session) => lengths[session]! > 0));
      const pairs = days.slice(1).flatMap((day, index) => {
        const last = days[index]!.at(-1);
        // The last day of one kind of week is not followed by the first of the next kind.
        const isFollowed = (index + 1) % week.realDays !== 0 && last !== undefined && day.length > 0;
        return isFollowed ? [[last, day[0]!] as const] : [];
      });
      for (const member of membersOf(school, people, constraint.who))
        add(new RestingHours(member, pairs, constraint.min, lengths));
      return;
    }
    case 'times': {
      const named = new Set(week.slotsOf(constraint.slots));
      for (const { lesson, meet } of selected(context, constraint.which))
        add(
          new StartCost(
            meet,
            Float64Array.from({ length: week.slots }, (_, start) => {
              let wrong = 0;
              for (let slot = start; slot < start + lesson.duration; slot++)
                if (named.has(slot) === (constraint.avoid ?? false)) wrong++;
              return wrong;
            }),
          ),
        );
      return;
    }
    case 'early':
      for (const { meet } of selected(context, constraint.which))
        add(
          new StartCost(
            meet,
            Float64Array.from({ length: week.slots }, (_, slot) => slot % week.periods),
          ),
        );
      return;
    case 'same':
      eachPair(
        constraint.ids,
        constraint.what === 'day'
          ? { kind: 'same-day', daysInOne: week.sessionsADay }
          : { kind: constraint.what === 'start' ? 'same-start' : 'same-period' },
      );
      return;
    case 'apart':
      eachPair(constraint.ids, { kind: 'no-overlap' });
      return;
    case 'order': {
      const kind = ({ week: 'ordered', session: 'ordered-in-day', next: 'follows' } as const)[constraint.how];
      for (const first of meetsOf(context, constraint.first))
        for (const second of meetsOf(context, constraint.second)) add(new MeetPair(first, second, { kind }));
      return;
    }
    case 'noon': {
      const classes = constraint.classes === 'all' ? school.classes.map(({ id }) => id) : constraint.classes;
      const members = classes.map((id) => people.whole(id));
      for (const days of week.realDayGroups())
        add(
          new BusyTogether(members, { parts: days.map((day) => ({ day, within: -1 })), max: constraint.max }),
        );
      return;
    }
    case 'fair':
      add(
        new EvenBurden(
          membersOf(school, people, { teachers: constraint.teachers }),
          week.bitsOf(constraint.slots),
          constraint.max,
        ),
      );
      return;
    case 'travel':
      for (const member of membersOf(school, people, { teachers: constraint.teachers }))
        addTravel(context, member, constraint.periods, add);
      return;
    case 'stay':
      for (const former of constraint.former) {
        const placed = context.lessons.find(
          ({ lesson, nth }) => lesson.id === former.lesson && nth === former.nth,
        );
        if (!placed) continue;
        const slot = week.slotOf(former);
        add(
          new StartCost(
            placed.meet,
            Float64Array.from({ length: week.slots }, (_, at) => (at === slot ? 0 : 1)),
          ),
        );
      }
  }
}

function addTravel(
  { week, builder, lessons, siteOf }: Lessons,
  member: number,
  periods: number,
  add: (constraint: Constraint) => void,
): void {
  const choices = new Map<number, number>();
  for (const { meet, choice } of lessons)
    if (choice >= 0 && builder.meets[meet]!.resources.includes(member)) choices.set(meet, choice);
  const sites = [...new Set(siteOf)].filter((site) => site !== undefined);
  if (choices.size === 0 || sites.length < 2) return;
  add(
    new PlaceChanges(member, choices, {
      placeOf: (option) => (siteOf[option] === undefined ? -1 : sites.indexOf(siteOf[option]!)),
      groups: week.sessionGroups(),
      minGap: periods,
    }),
  );
}

/** Days of the grid of each kind of week. */
function weeksOf(week: Week): number[][] {
  return Array.from({ length: week.kinds }, (_, kind) =>
    Array.from({ length: week.sessions }, (_, session) => kind * week.sessions + session),
  );
}

function meetsOf({ lessons }: Lessons, id: string): number[] {
  const found = lessons.filter(({ lesson }) => lesson.id === id).map(({ meet }) => meet);
  if (found.length === 0)
    throw new DocumentError(`Ràng buộc nhắc đến tiết "${id}" không có trong danh sách.`);
  return found;
}

/** The lessons that a rule speaks of. */
export function selected(
  { lessons }: Lessons,
  which: Extract<SchoolConstraint, { type: 'times' }>['which'],
): readonly Placed[] {
  const within = (wanted: readonly string[] | undefined, has: readonly string[]) =>
    !wanted || has.some((one) => wanted.includes(one));
  return lessons.filter(
    ({ lesson }) =>
      within(which.ids, [lesson.id]) &&
      within(which.subjects, [lesson.subject]) &&
      within(which.classes, lesson.groups) &&
      within(which.teachers, lesson.teachers) &&
      within(which.tags, lesson.tags ?? []),
  );
}

/** Meets of the selected lessons, taken together by subject and group: each set is one course. */
function courses(
  context: Lessons,
  which: Extract<SchoolConstraint, { type: 'spread' }>['which'],
): number[][] {
  const byCourse = new Map<string, number[]>();
  for (const { lesson, meet } of selected(context, which)) {
    const key = `${lesson.subject} ${[...lesson.groups].sort().join(' ')}`;
    byCourse.set(key, [...(byCourse.get(key) ?? []), meet]);
  }
  return [...byCourse.values()].filter((meets) => meets.length > 1);
}
