import { BusyDays } from '../../constraints/busy-days.ts';
import { DailyHours } from '../../constraints/daily-hours.ts';
import { DaysInARow } from '../../constraints/days-in-a-row.ts';
import { Gaps } from '../../constraints/gaps.ts';
import { MeetPair } from '../../constraints/meet-pairs.ts';
import { RestingHours } from '../../constraints/resting-hours.ts';
import { RunLength } from '../../constraints/run-length.ts';
import { Span } from '../../constraints/span.ts';
import { TagsADay } from '../../constraints/tags-a-day.ts';
import { bitsWhere } from '../../core/bits.ts';
import type { Constraint } from '../../core/constraint.ts';
import type { FetAsk, FetRule, Members } from './asks.ts';
import type { Compiling } from './compiling.ts';
import { dayUnits, restingPairs } from './evaluate-members.ts';

/** Adds the constraints of a rule on hours of teachers or students; leaves other rules alone. */
export function addMemberRule(compiling: Compiling, rule: FetRule): void {
  const { ask } = rule;
  if (!('members' in ask) || ask.ask === 'not-available' || ask.ask === 'changes') return;
  if (ask.ask === 'ordered-tags') {
    addOrderedTags(compiling, rule, ask);
    return;
  }
  const { who, of, tag } = ask.members;
  const times = new Map<number, { member: number; times: number }>();
  for (const member of of) {
    const resource =
      ask.ask === 'tags-a-day' ? compiling.resourceOf(who, member) : compiling.resourceOf(who, member, tag);
    if (resource < 0) continue;
    const known = times.get(resource);
    if (known) known.times++;
    else times.set(resource, { member, times: 1 });
  }
  for (const [resource, { member, times: often }] of times) {
    const made = constraintOf(compiling, ask, resource, member, rule.weight >= 100);
    if (made) compiling.add(rule, made, 'linear', often);
  }
}

function constraintOf(
  compiling: Compiling,
  ask: FetAsk,
  resource: number,
  member: number,
  required: boolean,
): Constraint | undefined {
  const { days, hours, document } = compiling;
  if (!('members' in ask)) return undefined;
  const who = ask.members.who;
  switch (ask.ask) {
    case 'hours':
      return new DailyHours(resource, {
        groups: dayUnits(ask.unit, days),
        ...(ask.min !== undefined && {
          min: ask.min,
          emptyAllowed: ask.emptyAllowed === true || document.mode === 'Mornings-Afternoons',
        }),
        ...(ask.max !== undefined && { max: ask.max, perDay: 'once' as const }),
      });
    case 'gaps':
      return new Gaps(resource, {
        groups: dayUnits(ask.per, days),
        max: ask.max,
        ignored: compiling.ignored(who, member),
        ...minDailyOf(compiling, who, member, ask.per === 'week'),
        ...(ask.oneLonger && { oneLonger: true }),
        ...(ask.per === 'week' && lateBeginningsOf(compiling, who, member)),
      });
    case 'early':
      return new Gaps(resource, {
        groups: [dayUnits(ask.unit, days).flat()],
        max: 0,
        ignored: compiling.ignored(who, member),
        lateBeginnings: ask.max,
        onlyBefore: true,
      });
    case 'busy-days':
      return new BusyDays(resource, {
        groups: dayUnits(ask.unit, days),
        within:
          ask.from === undefined ? -1 : bitsWhere(hours, (hour) => hour >= ask.from! && hour < ask.until!),
        ...(ask.min !== undefined && { min: ask.min }),
        ...(ask.max !== undefined && { max: ask.max }),
        ...(required && { count: 'hours' as const }),
        ...(ask.members.tag === undefined && maxDailyOf(compiling, who, member)),
      });
    case 'run':
      return new RunLength(resource, ask.max, 'once');
    case 'span':
      return new Span(resource, {
        groups: dayUnits(ask.unit, days),
        max: ask.max,
        oneDayLonger: ask.oneLonger,
      });
    case 'rest':
      return new RestingHours(resource, restingPairs(ask.between, days), ask.min);
    case 'days-in-a-row':
      return new DaysInARow(resource, {
        ...{ days, max: ask.max },
        ...(ask.orFromAfternoon && { mayBeginAt: (day: number) => day % 2 === 1 }),
      });
    case 'tags-a-day': {
      const tagged = ask.tags.map((tag) => compiling.resourceOf(who, member, tag)).filter((one) => one >= 0);
      return tagged.length > ask.max ? new TagsADay(tagged, dayUnits('day', days), ask.max) : undefined;
    }
    default:
      return undefined;
  }
}

/** The largest number of hours a day that required rules allow a teacher or atom; nothing when none says so. */
function maxDailyOf({ boundsOfDays }: Compiling, who: Members['who'], member: number): { maxDaily?: number } {
  let least: number | undefined;
  for (const ask of boundsOfDays)
    if (
      ask.ask === 'hours' &&
      ask.unit === 'day' &&
      ask.max !== undefined &&
      ask.members.tag === undefined &&
      ask.members.who === who &&
      ask.members.of.includes(member)
    )
      least = Math.min(least ?? ask.max, ask.max);
  return least === undefined ? {} : { maxDaily: least };
}

/** The largest required minimum of hours a day must have, for the bound of partial timetables. */
function minDailyOf(
  { boundsOfDays, document }: Compiling,
  who: string,
  member: number,
  inWeek: boolean,
): { minDaily: number; everyDay?: boolean } {
  let minDaily = 0;
  let everyDay = false;
  for (const ask of boundsOfDays) {
    if (ask.ask !== 'hours' || ask.unit !== 'day' || ask.min === undefined) continue;
    if (ask.members.tag !== undefined || ask.members.who !== who || !ask.members.of.includes(member))
      continue;
    if (ask.min < minDaily) continue;
    minDaily = ask.min;
    everyDay = inWeek && !ask.emptyAllowed && document.mode !== 'Mornings-Afternoons';
  }
  return everyDay ? { minDaily, everyDay } : { minDaily };
}

/** How often days may begin late, when a required rule says so: counted with the gaps, both need the same hours. */
function lateBeginningsOf(
  { boundsOfDays }: Compiling,
  who: string,
  member: number,
): { lateBeginnings?: number } {
  let least: number | undefined;
  for (const ask of boundsOfDays)
    if (
      ask.ask === 'early' &&
      ask.unit === 'day' &&
      ask.members.who === who &&
      ask.members.of.includes(member)
    )
      least = Math.min(least ?? ask.max, ask.max);
  return least === undefined ? {} : { lateBeginnings: least };
}

/** Lessons with the second tag keep a distance after those with the first, within one student's day. */
function addOrderedTags(
  compiling: Compiling,
  rule: FetRule,
  ask: Extract<FetAsk, { ask: 'ordered-tags' }>,
): void {
  const { activities } = compiling.document;
  const within = new Set(ask.members.of);
  activities.forEach((one, first) => {
    if (!one.tags.includes(ask.first)) return;
    activities.forEach((other, second) => {
      if (first === second || !other.tags.includes(ask.second)) return;
      const shared =
        ask.members.who === 'students'
          ? one.atoms.some((atom) => within.has(atom) && other.atoms.includes(atom))
          : one.teachers.some(
              (name) =>
                other.teachers.includes(name) && within.has(compiling.document.teachers.indexOf(name)),
            );
      if (shared)
        compiling.add(
          rule,
          new MeetPair(compiling.meetOf[first]!, compiling.meetOf[second]!, {
            kind: 'min-gap-after',
            min: ask.min,
          }),
        );
    });
  });
}
