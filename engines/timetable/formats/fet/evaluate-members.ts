import type { DayUnit, FetAsk, Members } from './asks.ts';
import type { Tables } from './evaluate.ts';

/** Days that a unit takes together. */
export function dayUnits(unit: DayUnit | 'week', days: number): number[][] {
  const all = Array.from({ length: days }, (_, day) => day);
  if (unit === 'week') return [all];
  if (unit === 'day') return all.map((day) => [day]);
  if (unit === 'morning') return all.filter((day) => day % 2 === 0).map((day) => [day]);
  if (unit === 'afternoon') return all.filter((day) => day % 2 === 1).map((day) => [day]);
  return all.filter((day) => day % 2 === 0).map((day) => [day, day + 1].filter((half) => half < days));
}

/** Units broken of a rule on the hours of teachers or students; undefined for other rules. */
export function evaluateMembers(tables: Tables, ask: FetAsk): number | undefined {
  if (!('members' in ask) || ask.ask === 'changes') return undefined;
  let units = 0;
  for (const member of ask.members.of)
    units += ofMember(new MemberWeek(tables, ask.members, member), ask, tables);
  return units;
}

function ofMember(week: MemberWeek, ask: FetAsk, { days, hours, document }: Tables): number {
  switch (ask.ask) {
    case 'not-available':
      return ask.slots.filter((slot) => week.busy[slot]).length;
    case 'hours':
      return sum(dayUnits(ask.unit, days), (unit) => {
        const here = sum(unit, (day) => week.hoursOn(day));
        if (ask.max !== undefined && here > ask.max) return 1;
        if (ask.min === undefined || here >= ask.min || week.total === 0) return 0;
        return here > 0 || (!ask.emptyAllowed && document.mode !== 'Mornings-Afternoons')
          ? ask.min - here
          : 0;
      });
    case 'gaps': {
      const over = dayUnits(ask.per, days).map((unit) =>
        Math.max(0, sum(unit, (day) => week.gapsOn(day)) - ask.max),
      );
      return Math.max(0, sum(over, (gaps) => gaps) - (ask.oneLonger ? 1 : 0));
    }
    case 'early': {
      let late = 0;
      let units = 0;
      for (const [day] of dayUnits(ask.unit, days)) {
        const empty = week.emptyBefore(day!);
        if (empty === 1) late++;
        else if (empty > 1) units += empty;
      }
      return units + Math.max(0, late - ask.max);
    }
    case 'busy-days': {
      const within = (day: number) => week.busyWithin(day, ask.from ?? 0, ask.until ?? hours);
      const busy = dayUnits(ask.unit, days).filter((unit) => unit.some(within)).length;
      if (ask.max !== undefined && busy > ask.max) return busy - ask.max;
      return ask.min !== undefined && busy < ask.min && week.total > 0 ? ask.min - busy : 0;
    }
    case 'run':
      return sum(dayUnits('day', days), ([day]) => week.runsOver(day!, ask.max));
    case 'span': {
      const over = dayUnits(ask.unit, days).map((unit) => Math.max(0, week.spanOf(unit) - ask.max));
      return Math.max(0, sum(over, (past) => past) - (ask.oneLonger ? 1 : 0));
    }
    case 'rest':
      return sum(restingPairs(ask.between, days), ([before, after]) => {
        const rest = week.emptyAtEnd(before) + week.emptyAtBegin(after);
        return week.hoursOn(before) > 0 && week.hoursOn(after) > 0 ? Math.max(0, ask.min - rest) : 0;
      });
    case 'days-in-a-row': {
      const busy = Array.from({ length: days }, (_, day) => week.hoursOn(day) > 0);
      const runs = busy.map((_, day) => busy.slice(day, day + ask.max + 1));
      return runs.filter(
        (run, day) => run.length > ask.max && !run.includes(false) && !(ask.orFromAfternoon && day % 2 === 1),
      ).length;
    }
    case 'tags-a-day':
      return sum(dayUnits('day', days), (unit) => {
        const tags = ask.tags.filter((tag) =>
          week.activitiesOn(unit).some((activity) => document.activities[activity]!.tags.includes(tag)),
        );
        return Math.max(0, tags.length - ask.max);
      });
    case 'ordered-tags':
      return sum(dayUnits('day', days), (unit) => orderedTags(week, unit[0]!, ask, document, hours));
    default:
      return 0;
  }
}

function orderedTags(
  week: MemberWeek,
  day: number,
  ask: Extract<FetAsk, { ask: 'ordered-tags' }>,
  document: Tables['document'],
  hours: number,
): number {
  const has = (hour: number, tag: string) =>
    week.at(day * hours + hour).some((activity) => document.activities[activity]!.tags.includes(tag));
  let broken = 0;
  let last = -1;
  for (let hour = 0; hour < hours; hour++) {
    if (last >= 0 && has(hour, ask.second) && !has(hour, ask.first) && hour - last - 1 < ask.min) {
      broken++;
      last = -1;
    }
    if (has(hour, ask.first)) last = hour;
  }
  return broken;
}

/** Days between which a rest is counted. */
export function restingPairs(
  between: 'days' | 'circular-days' | 'morning-afternoon',
  days: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (let day = 0; day + 1 < days; day++)
    if (between !== 'morning-afternoon' || day % 2 === 0) pairs.push([day, day + 1]);
  if (between === 'circular-days') pairs.push([days - 1, 0]);
  return pairs;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}

/** The week of one teacher or atom, with a tag only the lessons that have it. */
class MemberWeek {
  readonly busy: Uint8Array;
  readonly total: number;
  readonly #tables: Tables;
  readonly #closed: Uint8Array;
  readonly #occupation: readonly (readonly number[])[];
  readonly #tag: string | undefined;

  constructor(tables: Tables, members: Members, member: number) {
    const teachers = members.who === 'teachers';
    this.#tables = tables;
    this.#occupation = (teachers ? tables.ofTeacher : tables.ofAtom)[member]!;
    this.#closed = (teachers ? tables.teacherClosed : tables.atomClosed)[member]!;
    this.#tag = members.tag;
    this.busy = Uint8Array.from(this.#occupation, (_, slot) => (this.at(slot).length > 0 ? 1 : 0));
    this.total = this.busy.reduce((count, busy) => count + busy, 0);
  }

  at(slot: number): readonly number[] {
    const tag = this.#tag;
    const here = this.#occupation[slot]!;
    return tag === undefined
      ? here
      : here.filter((activity) => this.#tables.document.activities[activity]!.tags.includes(tag));
  }

  activitiesOn(unit: readonly number[]): number[] {
    const { hours } = this.#tables;
    return unit.flatMap((day) =>
      Array.from({ length: hours }, (_, hour) => this.at(day * hours + hour)).flat(),
    );
  }

  hoursOn(day: number): number {
    const { hours } = this.#tables;
    return this.busy.subarray(day * hours, (day + 1) * hours).reduce((count, busy) => count + busy, 0);
  }

  busyWithin(day: number, from: number, until: number): boolean {
    const { hours } = this.#tables;
    return this.busy.subarray(day * hours + from, day * hours + until).some((busy) => busy === 1);
  }

  gapsOn(day: number): number {
    const { hours } = this.#tables;
    const [first, last] = [this.emptyAtBegin(day), hours - 1 - this.emptyAtEnd(day)];
    let gaps = 0;
    for (let hour = first + 1; hour < last; hour++)
      if (!this.busy[day * hours + hour] && this.#open(day, hour)) gaps++;
    return gaps;
  }

  /** Open empty hours before the first busy one of a day; 0 for an empty day. */
  emptyBefore(day: number): number {
    const first = this.emptyAtBegin(day);
    if (first === this.#tables.hours) return 0;
    let empty = 0;
    for (let hour = 0; hour < first; hour++) if (this.#open(day, hour)) empty++;
    return empty;
  }

  /** How many runs of busy hours in a row are longer than `max`. */
  runsOver(day: number, max: number): number {
    const { hours } = this.#tables;
    let run = 0;
    let over = 0;
    for (let hour = 0; hour <= hours; hour++) {
      if (hour < hours && this.busy[day * hours + hour]) run++;
      else {
        if (run > max) over++;
        run = 0;
      }
    }
    return over;
  }

  spanOf(unit: readonly number[]): number {
    return sum(unit, (day) =>
      this.hoursOn(day) === 0 ? 0 : this.#tables.hours - this.emptyAtBegin(day) - this.emptyAtEnd(day),
    );
  }

  emptyAtBegin(day: number): number {
    const { hours } = this.#tables;
    let hour = 0;
    while (hour < hours && !this.busy[day * hours + hour]) hour++;
    return hour;
  }

  emptyAtEnd(day: number): number {
    const { hours } = this.#tables;
    let hour = 0;
    while (hour < hours && !this.busy[(day + 1) * hours - 1 - hour]) hour++;
    return hour;
  }

  #open(day: number, hour: number): boolean {
    const slot = day * this.#tables.hours + hour;
    return !this.#closed[slot] && !this.#tables.isBreak[slot];
  }
}
