import { gapsIn } from '../../core/bits.ts';
import { bitCount } from '../../core/problem.ts';
import { LinearModel, type Part } from './linear-model.ts';
import { cellIdle, cellUnavailable, cellUsed, deviationOf, type Problem } from './problem.ts';
import { splitLimitsOf } from './split-patterns.ts';
import type { State } from './state.ts';

/** Times in a group whose every pattern of busy and idle becomes a variable. */
const longestGroup = 8;

/** A part of a solution as a linear model in whole numbers: what may be there instead, and cheaper. */
export interface PartModel {
  /** In the LP format of CPLEX (`LinearModel`). A solution of it costs less than what is there now. */
  readonly text: string;
  /** The meets that the columns of these names stand for: in the solution when the column is 1. */
  readonly meets: ReadonlyMap<string, PartMeet>;
}

/**
 * Whether parts of a solution can be put as linear models: all resources are given, nobody may be in two places, units
 * hang together through resources and spreads alone, and the days whose shape costs are short.
 */
export function canModel(problem: Problem): boolean {
  const { instance, monitors, slotFixed, clashCost, links, orders } = problem;
  return (
    slotFixed.every((resource) => resource >= 0 && clashCost[resource]! > 0) &&
    links.items.length === 0 &&
    orders.length === 0 &&
    monitors.every(({ constraint }) => {
      if (constraint.kind === 'AvoidClashes' || constraint.kind === 'SplitEvents') return constraint.required;
      if (!constraint.required && constraint.costFunction === 'Step') return false;
      if (constraint.kind === 'PreferTimes' || constraint.kind === 'AvoidUnavailableTimes')
        return constraint.required || constraint.costFunction === 'Linear';
      return (
        !('timeGroups' in constraint) ||
        constraint.kind === 'SpreadEvents' ||
        constraint.timeGroups.every(
          (group) => instance.timeGroups[group as number]!.times.length <= longestGroup,
        )
      );
    })
  );
}

interface PartMeet {
  readonly unit: number;
  readonly duration: number;
  readonly time: number;
}

/** A model in the making. */
interface Draft {
  readonly model: LinearModel;
  readonly units: ReadonlySet<number>;
  readonly meets: Map<string, PartMeet>;
  /** How many meets of other units a resource attends, by resource * times + time. */
  readonly fixed: Int32Array;
  /** Columns that make a resource busy, by the same. */
  readonly busy: Map<number, string[]>;
}

/** Builds such models of one state. */
export class PartModels {
  readonly #state: State;
  readonly #problem: Problem;
  readonly #days: readonly (readonly Day[])[];
  /** What a resource's being busy at a time costs, by resource * times + time. */
  readonly #unwished: Float64Array;
  /** Nothing becomes cheaper by less than this. */
  readonly #leastGain: number;

  constructor(state: State) {
    const { problem } = state;
    this.#state = state;
    this.#problem = problem;
    ({ days: this.#days, unwished: this.#unwished } = daysOf(problem));
    const wishes = problem.monitorWeight.filter((_, monitor) => !problem.monitorHard[monitor]);
    this.#leastGain = 0.9 * wishes.reduce((least, weight) => Math.min(least, weight), 1);
  }

  /**
   * Everything about the given units anew, all others fixed: when their meets begin and how they are cut, so that what is
   * required is kept and the objective falls. Days of a resource are priced by patterns: one variable for each set of busy
   * times of a group, which makes the linear relaxation strong. The state has no infeasibility; `canModel` holds.
   */
  of(units: ReadonlySet<number>): PartModel {
    const draft: Draft = {
      model: new LinearModel(),
      units,
      meets: new Map(),
      fixed: loadWithout(this.#state, units),
      busy: new Map(),
    };
    for (const unit of units) this.#addUnit(draft, unit);
    this.#addSpreads(draft);
    const { times } = this.#problem;
    for (const resource of new Set(Array.from(draft.busy.keys(), (slot) => Math.floor(slot / times))))
      this.#addWeek(draft, resource);
    return { text: draft.model.text(draft.meets.keys(), this.#leastGain), meets: draft.meets };
  }

  /** When the meets of a unit may begin, how it may be cut, and what of that costs by itself. */
  #addUnit({ model, meets, fixed, busy }: Draft, unit: number) {
    const { duration: durations, time: starts } = this.#state;
    const { times, allowed, domainStart, unitDuration, meetStart, distributes, distributeRules } =
      this.#problem;
    const { shortest, longest, fewest, most } = splitLimitsOf(this.#problem, unit);
    const own: string[] = [];
    const hours: string[] = [];
    const byDuration = new Map<number, string[]>();
    for (let duration = shortest; duration <= longest; duration++)
      for (let time = 0; time + duration <= times; time++) {
        if (allowed[(domainStart[unit]! + duration - 1) * times + time] !== 1) continue;
        const meet = { unit, duration, time };
        const slots = this.#slotsOf(meet);
        if (slots.some((slot) => fixed[slot]! > 0)) continue;
        const column = `x${unit}_${duration}_${time}`;
        meets.set(column, meet);
        own.push(column);
        hours.push(`${duration} ${column}`);
        push(byDuration, duration, column);
        for (const slot of slots) push(busy, slot, column);
        model.price(column, this.#priceOf(meet, slots));
      }
    model.row(hours, '=', unitDuration[unit]!);
    model.row(own, '>=', fewest);
    model.row(own, '<=', most);
    for (let m = meetStart[unit]!; m < meetStart[unit + 1]!; m++)
      if (durations[m]! > 0) {
        const meet = { unit, duration: durations[m]!, time: starts[m]! };
        model.now += this.#priceOf(meet, this.#slotsOf(meet));
      }
    for (let i = distributes.start[unit]!; i < distributes.start[unit + 1]!; i++) {
      const { monitor, duration, minimum, maximum } = distributeRules[distributes.items[i]!]!;
      this.#keep(model, monitor, [{ terms: byDuration.get(duration) ?? [], given: 0, minimum, maximum }]);
    }
  }

  /** How the meets of events spread over groups of times, those that stay counted in. */
  #addSpreads({ model, units, meets }: Draft) {
    const { duration, time: starts } = this.#state;
    const { times, monitors, meetStart, spreadMonitors, spreadLimits, spreadGroupsAt } = this.#problem;
    for (const { monitor, rule, groups } of spreadMonitors) {
      const watched = monitors[monitor]!.units;
      if (!watched.some((unit) => units.has(unit))) continue;
      const first = spreadLimits.start[rule]!;
      const parts = Array.from({ length: groups }, (_, group) => ({
        terms: [] as string[],
        given: 0,
        minimum: spreadLimits.items[first + 2 * group]!,
        maximum: spreadLimits.items[first + 2 * group + 1]!,
      }));
      const groupsAt = (time: number) => {
        const row = rule * times + time;
        return spreadGroupsAt.items.subarray(spreadGroupsAt.start[row]!, spreadGroupsAt.start[row + 1]!);
      };
      for (const [column, { unit, time }] of meets)
        if (watched.includes(unit)) for (const group of groupsAt(time)) parts[group]!.terms.push(column);
      for (const unit of watched.filter((one) => !units.has(one)))
        for (let m = meetStart[unit]!; m < meetStart[unit + 1]!; m++)
          if (duration[m]! > 0) for (const group of groupsAt(starts[m]!)) parts[group]!.given++;
      this.#keep(model, monitor, parts);
    }
  }

  /** A resource in one place at a time, and what the shape of its days costs. */
  #addWeek(draft: Draft, resource: number) {
    const { model, busy } = draft;
    const { times, monitorMinimum, monitorMaximum } = this.#problem;
    const covered = new Set<number>();
    const sums = new Map<number, { terms: string[]; given: number }>();
    for (const day of this.#days[resource]!) this.#addDay(draft, resource, day, covered, sums);
    for (const [monitor, { terms, given }] of sums)
      if (terms.length > 0)
        this.#keep(model, monitor, [
          { terms, given, minimum: monitorMinimum[monitor]!, maximum: monitorMaximum[monitor]! },
        ]);
    for (let time = 0; time < times; time++)
      if (!covered.has(time)) model.row(busy.get(resource * times + time) ?? [], '<=', 1);
  }

  /** One of the patterns of a day holds; each adds to the sums that monitors watch. `covered`: times that patterns speak of. */
  #addDay(
    { model, fixed, busy }: Draft,
    resource: number,
    { cell, members, users }: Day,
    covered: Set<number>,
    sums: Map<number, { terms: string[]; given: number }>,
  ) {
    const base = resource * this.#problem.times;
    let given = 0;
    let open = 0;
    members.forEach((time, place) => {
      if (fixed[base + time]! > 0) given |= 1 << place;
      else if (busy.has(base + time)) open |= 1 << place;
    });
    const patterns: string[] = [];
    const busyAt: string[][] = members.map(() => []);
    for (let part = open; ; part = (part - 1) & open) {
      const pattern = given | part;
      const column = `p${cell}_${pattern}`;
      patterns.push(column);
      members.forEach((_, place) => {
        if ((part >>> place) & 1) busyAt[place]!.push(column);
      });
      for (const { monitor, kind } of users) {
        const counted = partOf(this.#problem, monitor, kind, pattern);
        const total = sums.get(monitor) ?? { terms: [], given: 0 };
        sums.set(monitor, total);
        if (open === 0) total.given += counted;
        else if (counted > 0) total.terms.push(`${counted} ${column}`);
      }
      if (part === 0) break;
    }
    if (open === 0) return;
    model.row(patterns, '=', 1);
    members.forEach((time, place) => {
      if (!((open >>> place) & 1)) return;
      covered.add(time);
      const columns = busy.get(base + time)!;
      model.row([...busyAt[place]!, ...columns.map((column) => `-1 ${column}`)], '=', 0);
    });
  }

  /** Keeps what a monitor watches within its limits, or prices what is outside. */
  #keep(model: LinearModel, monitor: number, parts: readonly Part[]) {
    const { monitors, monitorHard, monitorWeight } = this.#problem;
    if (monitorHard[monitor]) model.keep(parts);
    else {
      const quadratic = monitors[monitor]!.constraint.costFunction === 'Quadratic';
      model.wish(`m${monitor}`, parts, monitorWeight[monitor]!, quadratic);
      model.now += this.#state.cost[monitor]!;
    }
  }

  /** Where a meet makes its resources busy: resource * times + time. */
  #slotsOf({ unit, duration, time }: PartMeet): number[] {
    const { times, slotStart, slotFixed } = this.#problem;
    const slots: number[] = [];
    for (let s = slotStart[unit]!; s < slotStart[unit + 1]!; s++)
      for (let t = time; t < time + duration; t++) slots.push(slotFixed[s]! * times + t);
    return slots;
  }

  /** What a meet costs by its time alone: wishes for times, and times at which its resources would rather not. */
  #priceOf(meet: PartMeet, slots: readonly number[]): number {
    const { preferTimes, preferTimeTables, monitorHard, monitorWeight } = this.#problem;
    const { start, items } = preferTimes;
    let price = 0;
    for (let i = start[meet.unit]!; i < start[meet.unit + 1]!; i += 3) {
      const only = items[i + 1]!;
      if (monitorHard[items[i]!] || (only !== 0 && only !== meet.duration)) continue;
      if (!preferTimeTables[items[i + 2]!]![meet.time]) price += meet.duration * monitorWeight[items[i]!]!;
    }
    for (const slot of slots) price += this.#unwished[slot]!;
    return price;
  }
}

/** A group of times of a resource whose shape costs. */
interface Day {
  readonly cell: number;
  /** Its times, in the order of the bits of a pattern. */
  readonly members: readonly number[];
  readonly users: readonly { readonly monitor: number; readonly kind: number }[];
}

/** By resource, the groups of times that count idle, busy or used ones; and what being busy at a time costs for itself. */
function daysOf({
  resources,
  times,
  cells,
  cellResource,
  cellTimes,
  cellUsers,
  monitorHard,
  monitorWeight,
}: Problem) {
  const days = Array.from({ length: resources }, (): Day[] => []);
  const unwished = new Float64Array(resources * times);
  for (let cell = 0; cell < cells; cell++) {
    const resource = cellResource[cell]!;
    const members = [...cellTimes.items.subarray(cellTimes.start[cell]!, cellTimes.start[cell + 1]!)];
    const users: { monitor: number; kind: number }[] = [];
    for (let i = cellUsers.start[cell]!; i < cellUsers.start[cell + 1]!; i += 2) {
      const [monitor, kind] = [cellUsers.items[i]!, cellUsers.items[i + 1]!];
      if (kind !== cellUnavailable) users.push({ monitor, kind });
      else if (!monitorHard[monitor])
        for (const time of members) unwished[resource * times + time]! += monitorWeight[monitor]!;
    }
    if (users.length > 0) days[resource]!.push({ cell, members, users });
  }
  return { days, unwished };
}

function push<Key>(lists: Map<Key, string[]>, key: Key, item: string) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** How many meets each resource attends at each time, these units left out. */
function loadWithout({ problem, load, duration, time }: State, units: ReadonlySet<number>): Int32Array {
  const rest = load.slice();
  for (const unit of units)
    for (let m = problem.meetStart[unit]!; m < problem.meetStart[unit + 1]!; m++)
      for (let s = problem.slotStart[unit]!; s < problem.slotStart[unit + 1]!; s++)
        for (let t = time[m]!; t < time[m]! + duration[m]!; t++)
          rest[problem.slotFixed[s]! * problem.times + t]!--;
  return rest;
}

/** What one pattern of busy times of a group counts for a monitor. */
function partOf(
  { groupMinimum, groupMaximum }: Problem,
  monitor: number,
  kind: number,
  pattern: number,
): number {
  if (pattern === 0) return 0;
  if (kind === cellUsed) return 1;
  if (kind === cellIdle) return gapsIn(pattern, 0);
  return deviationOf(bitCount(pattern), groupMinimum[monitor]!, groupMaximum[monitor]!);
}
