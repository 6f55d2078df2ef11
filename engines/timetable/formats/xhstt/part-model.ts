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
  /** In the LP format of CPLEX (`LinearModel`). */
  readonly text: string;
  /** What a solution of it may cost at most, so that it is cheaper than what is there now. */
  readonly bound: number;
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

/** Names the column of a meet. */
export const columnOf = ({ unit, duration, time }: PartMeet) => `x${unit}_${duration}_${time}`;

interface PartMeet {
  readonly unit: number;
  readonly duration: number;
  readonly time: number;
}

/** A model in the making. */
interface Draft {
  readonly model: LinearModel;
  readonly freed: ReadonlySet<number>;
  /** Units with meets that are freed. */
  readonly units: ReadonlySet<number>;
  readonly meets: Map<string, PartMeet>;
  /** How many meets that stay a resource attends, by resource * times + time. */
  readonly fixed: Int32Array;
  /** Columns that make a resource busy, by the same. */
  readonly busy: Map<number, string[]>;
  readonly patterns: string[];
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
   * Instead of the given meets others of the same units, all else fixed: when they begin and how they are cut, so that what
   * is required is kept and the objective falls. Days of a resource are priced by patterns: one variable for each set of busy
   * times of a group, which makes the linear relaxation strong. The state has no infeasibility; `canModel` holds.
   */
  of(freed: ReadonlySet<number>): PartModel {
    const units = new Set(Array.from(freed, (meet) => this.#problem.meetUnit[meet]!));
    const draft: Draft = {
      model: new LinearModel(),
      freed,
      units,
      meets: new Map(),
      fixed: loadWithout(this.#state, freed),
      busy: new Map(),
      patterns: [],
    };
    for (const unit of units) this.#addUnit(draft, unit);
    this.#addSpreads(draft);
    const { times } = this.#problem;
    for (const resource of new Set(Array.from(draft.busy.keys(), (slot) => Math.floor(slot / times))))
      this.#addWeek(draft, resource);
    const { model, meets, patterns } = draft;
    return { text: model.text([...meets.keys(), ...patterns]), bound: model.now - this.#leastGain, meets };
  }

  /** When the meets of a unit may begin, how it may be cut, and what of that costs by itself. */
  #addUnit({ model, freed, meets, fixed, busy }: Draft, unit: number) {
    const { duration: durations, time: starts } = this.#state;
    const { times, allowed, domainStart, meetStart, distributes, distributeRules } = this.#problem;
    const { shortest, longest, fewest, most } = splitLimitsOf(this.#problem, unit);
    let freedHours = 0;
    const kept: number[] = [];
    for (let m = meetStart[unit]!; m < meetStart[unit + 1]!; m++)
      if (durations[m]! > 0) {
        if (!freed.has(m)) kept.push(durations[m]!);
        else {
          const meet = { unit, duration: durations[m]!, time: starts[m]! };
          freedHours += meet.duration;
          model.now += this.#priceOf(meet, this.#slotsOf(meet));
        }
      }
    const own: string[] = [];
    const hours: string[] = [];
    const byDuration = new Map<number, string[]>();
    for (let duration = shortest; duration <= longest; duration++)
      for (let time = 0; time + duration <= times; time++) {
        if (allowed[(domainStart[unit]! + duration - 1) * times + time] !== 1) continue;
        const meet = { unit, duration, time };
        const slots = this.#slotsOf(meet);
        if (slots.some((slot) => fixed[slot]! > 0)) continue;
        const column = columnOf(meet);
        meets.set(column, meet);
        own.push(column);
        hours.push(`${duration} ${column}`);
        push(byDuration, duration, column);
        for (const slot of slots) push(busy, slot, column);
        model.price(column, this.#priceOf(meet, slots));
      }
    model.row(hours, '=', freedHours);
    model.row(own, '>=', fewest - kept.length);
    model.row(own, '<=', most - kept.length);
    for (let i = distributes.start[unit]!; i < distributes.start[unit + 1]!; i++) {
      const { monitor, duration, minimum, maximum } = distributeRules[distributes.items[i]!]!;
      const given = kept.filter((one) => one === duration).length;
      this.#keep(model, monitor, [{ terms: byDuration.get(duration) ?? [], given, minimum, maximum }]);
    }
  }

  /** How the meets of events spread over groups of times, those that stay counted in. */
  #addSpreads({ model, freed, units, meets }: Draft) {
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
      for (const unit of watched)
        for (let m = meetStart[unit]!; m < meetStart[unit + 1]!; m++)
          if (duration[m]! > 0 && !freed.has(m))
            for (const group of groupsAt(starts[m]!)) parts[group]!.given++;
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
    draft: Draft,
    resource: number,
    { cell, members, users }: Day,
    covered: Set<number>,
    sums: Map<number, { terms: string[]; given: number }>,
  ) {
    const { model, fixed, busy } = draft;
    const base = resource * this.#problem.times;
    let given = 0;
    let open = 0;
    members.forEach((time, place) => {
      if (fixed[base + time]! > 0) given |= 1 << place;
      else if (busy.has(base + time)) open |= 1 << place;
    });
    const patterns: string[] = [];
    const busyAt: string[][] = members.map(() => []);
    for (const part of this.#reachable(draft, resource, members)) {
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
    }
    if (open === 0) return;
    for (const column of patterns) draft.patterns.push(column);
    model.row(patterns, '=', 1);
    members.forEach((time, place) => {
      if (!((open >>> place) & 1)) return;
      covered.add(time);
      const columns = busy.get(base + time)!;
      model.row([...busyAt[place]!, ...columns.map((column) => `-1 ${column}`)], '=', 0);
    });
  }

  /** The sets of busy times of a day that meets of the part can make: others would let the relaxation cheat. */
  #reachable({ units, meets }: Draft, resource: number, members: readonly number[]): Set<number> {
    const { unitsOfResource } = this.#problem;
    const masks = new Map<number, { readonly masks: Set<number>; readonly starts: Set<number> }>();
    for (const { unit, duration, time } of meets.values()) {
      let mask = 0;
      members.forEach((member, place) => {
        if (member >= time && member < time + duration) mask |= 1 << place;
      });
      if (mask === 0) continue;
      const own = masks.get(unit) ?? { masks: new Set(), starts: new Set() };
      masks.set(unit, own);
      own.masks.add(mask);
      own.starts.add(time);
    }
    let reached = new Set([0]);
    for (const unit of unitsOfResource.items.subarray(
      unitsOfResource.start[resource]!,
      unitsOfResource.start[resource + 1]!,
    )) {
      const own = masks.get(unit);
      if (!own || !units.has(unit)) continue;
      const most = this.#mostMeets(unit, [...own.starts]);
      let last = reached;
      for (let k = 0; k < most && last.size > 0; k++) {
        const next = new Set<number>();
        for (const mask of last) for (const more of own.masks) if ((mask & more) === 0) next.add(mask | more);
        last = new Set([...next].filter((mask) => !reached.has(mask)));
        reached = new Set([...reached, ...next]);
      }
    }
    return reached;
  }

  /** How many meets of a unit may begin at these times. */
  #mostMeets(unit: number, starts: readonly number[]): number {
    const { times, spreads, spreadLimits, spreadGroupsAt, monitorHard } = this.#problem;
    let most = splitLimitsOf(this.#problem, unit).most;
    for (let i = spreads.start[unit]!; i < spreads.start[unit + 1]!; i += 3) {
      if (!monitorHard[spreads.items[i]!]) continue;
      const rule = spreads.items[i + 1]!;
      const groupsAt = (time: number) => {
        const row = rule * times + time;
        return [...spreadGroupsAt.items.subarray(spreadGroupsAt.start[row]!, spreadGroupsAt.start[row + 1]!)];
      };
      for (const group of groupsAt(starts[0]!))
        if (starts.every((time) => groupsAt(time).includes(group)))
          most = Math.min(most, spreadLimits.items[spreadLimits.start[rule]! + 2 * group + 1]!);
    }
    return most;
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

/** How many meets each resource attends at each time, these left out. */
function loadWithout({ problem, load, duration, time }: State, freed: ReadonlySet<number>): Int32Array {
  const rest = load.slice();
  for (const meet of freed) {
    const unit = problem.meetUnit[meet]!;
    for (let s = problem.slotStart[unit]!; s < problem.slotStart[unit + 1]!; s++)
      for (let t = time[meet]!; t < time[meet]! + duration[meet]!; t++)
        rest[problem.slotFixed[s]! * problem.times + t]!--;
  }
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
