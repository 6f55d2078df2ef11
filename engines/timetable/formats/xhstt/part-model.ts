import { cellIdle, cellUnavailable, cellUsed, deviationOf, type Problem } from './problem.ts';
import { splitLimitsOf } from './split-patterns.ts';
import type { State } from './state.ts';

/** Times in a group whose every pattern of busy and idle becomes a variable. */
const longestGroup = 8;
/** Segments of a quadratic cost; beyond them it rises as steeply as in the last. */
const segments = 12;

/** A part of a solution as a linear model in whole numbers: what may be there instead, and cheaper. */
export interface PartModel {
  /** In the LP format of CPLEX. A solution of it costs less than what is there now. */
  readonly text: string;
  /** The meets that the columns of these names stand for: in the solution when the column is 1. */
  readonly meets: ReadonlyMap<
    string,
    { readonly unit: number; readonly duration: number; readonly time: number }
  >;
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

/** Builds such models of one state. */
export class PartModels {
  readonly #state: State;
  readonly #days: ReadonlyMap<number, readonly Day[]>;
  /** What a resource's being busy at a time costs, by resource * times + time. */
  readonly #unwished: Float64Array;
  /** Nothing costs less less than this. */
  readonly #leastGain: number;

  constructor(state: State) {
    const { problem } = state;
    this.#state = state;
    this.#days = daysOf(problem);
    this.#unwished = unwishedOf(problem);
    const wishes = problem.monitorWeight.filter((_, monitor) => !problem.monitorHard[monitor]);
    this.#leastGain = 0.9 * wishes.reduce((least, weight) => Math.min(least, weight), 1);
  }

  /**
   * Everything about the given units anew, all others fixed: when their meets begin and how they are cut, so that what is
   * required is kept and the objective falls. Days of a resource are priced by patterns: one variable for each set of busy
   * times of a group, which makes the linear relaxation strong. The state has no infeasibility; `canModel` holds.
   */
  of(units: ReadonlySet<number>): PartModel {
    const state = this.#state;
    const { problem } = state;
    const { times, monitors, monitorWeight, monitorHard } = problem;
    const objective: string[] = [];
    const rows: string[] = [];
    const bounds: string[] = [];
    const meets = new Map<string, { unit: number; duration: number; time: number }>();
    /** What the model prices, as it costs now. */
    let now = 0;
    const fixed = loadWithout(state, units);
    /** Columns that make a resource busy at a time, by resource * times + time. */
    const busy = new Map<number, string[]>();
    const touched = new Set<number>();
    const row = (terms: readonly string[], relation: string, value: number) => {
      if (terms.length > 0) rows.push(`${sum(terms)} ${relation} ${value}`);
    };

    /** Keeps a sum, of which `given` is there already, within limits; outside they cost as the monitor says. */
    const keep = (monitor: number, parts: readonly Part[]) => {
      const name = `m${monitor}`;
      const over: string[] = [];
      parts.forEach(({ terms, given, minimum, maximum }, i) => {
        const columns = monitorHard[monitor] ? [] : [`${name}o${i}`, `${name}u${i}`];
        if (Number.isFinite(maximum)) {
          row([...terms, ...columns.slice(0, 1).map((column) => `-1 ${column}`)], '<=', maximum - given);
          over.push(...columns.slice(0, 1));
        }
        if (minimum > 0) {
          row([...terms, ...columns.slice(1)], '>=', minimum - given);
          over.push(...columns.slice(1));
        }
      });
      if (monitorHard[monitor] || over.length === 0) return;
      const weight = monitorWeight[monitor]!;
      now += state.cost[monitor]!;
      if (monitors[monitor]!.constraint.costFunction === 'Linear') {
        objective.push(...over.map((column) => `${weight} ${column}`));
        return;
      }
      // Quadratic: each unit more costs more than the one before, so that the cheap segments fill first.
      const steps = Array.from({ length: segments }, (_, k) => `${name}s${k}`);
      row([...over, ...steps.map((step) => `-1 ${step}`)], '<=', 0);
      steps.forEach((step, k) => {
        objective.push(`${weight * (2 * k + 1)} ${step}`);
        if (k < segments - 1) bounds.push(`${step} <= 1`);
      });
    };

    for (const unit of units) {
      const { shortest, longest, fewest, most } = splitLimitsOf(problem, unit);
      const own: string[] = [];
      const lengths: string[] = [];
      const byDuration = new Map<number, string[]>();
      const resources = Array.from(
        { length: problem.slotStart[unit + 1]! - problem.slotStart[unit]! },
        (_, k) => problem.slotFixed[problem.slotStart[unit]! + k]!,
      );
      for (let duration = shortest; duration <= longest; duration++)
        for (let time = 0; time + duration <= times; time++) {
          if (problem.allowed[(problem.domainStart[unit]! + duration - 1) * times + time] !== 1) continue;
          const slots = resources.flatMap((resource) =>
            Array.from({ length: duration }, (_, step) => resource * times + time + step),
          );
          if (slots.some((slot) => fixed[slot]! > 0)) continue;
          const column = `x${unit}_${duration}_${time}`;
          meets.set(column, { unit, duration, time });
          own.push(column);
          lengths.push(`${duration} ${column}`);
          push(byDuration, duration, column);
          for (const slot of slots) push(busy, slot, column);
          const price = priceOfMeet(problem, this.#unwished, unit, duration, time, slots);
          if (price > 0) objective.push(`${price} ${column}`);
        }
      row(lengths, '=', problem.unitDuration[unit]!);
      row(own, '>=', fewest);
      row(own, '<=', most);
      for (let m = problem.meetStart[unit]!; m < problem.meetStart[unit + 1]!; m++) {
        const [duration, time] = [state.duration[m]!, state.time[m]!];
        if (duration === 0) continue;
        const slots = resources.flatMap((resource) =>
          Array.from({ length: duration }, (_, step) => resource * times + time + step),
        );
        now += priceOfMeet(problem, this.#unwished, unit, duration, time, slots);
      }
      for (let i = problem.distributes.start[unit]!; i < problem.distributes.start[unit + 1]!; i++) {
        const { monitor, duration, minimum, maximum } =
          problem.distributeRules[problem.distributes.items[i]!]!;
        keep(monitor, [{ terms: byDuration.get(duration) ?? [], given: 0, minimum, maximum }]);
      }
      for (let i = problem.spreads.start[unit]!; i < problem.spreads.start[unit + 1]!; i += 3)
        touched.add(problem.spreads.items[i]!);
    }

    for (const { monitor, rule, groups } of problem.spreadMonitors) {
      if (!touched.has(monitor)) continue;
      const { start, items } = problem.spreadLimits;
      const parts = Array.from({ length: groups }, (_, group) => ({
        terms: [] as string[],
        given: 0,
        minimum: items[start[rule]! + 2 * group]!,
        maximum: items[start[rule]! + 2 * group + 1]!,
      }));
      const groupsAt = (time: number) =>
        problem.spreadGroupsAt.items.subarray(
          problem.spreadGroupsAt.start[rule * times + time]!,
          problem.spreadGroupsAt.start[rule * times + time + 1]!,
        );
      const watched = new Set(monitors[monitor]!.units);
      for (const [column, { unit, time }] of meets)
        if (watched.has(unit)) for (const group of groupsAt(time)) parts[group]!.terms.push(column);
      for (const unit of watched) {
        if (units.has(unit)) continue;
        for (let m = problem.meetStart[unit]!; m < problem.meetStart[unit + 1]!; m++)
          if (state.duration[m]! > 0) for (const group of groupsAt(state.time[m]!)) parts[group]!.given++;
      }
      keep(monitor, parts);
    }

    const resources = new Set(Array.from(busy.keys(), (slot) => Math.floor(slot / times)));
    for (const resource of resources) {
      const covered = new Uint8Array(times);
      const sums = new Map<number, { terms: string[]; given: number }>();
      for (const { cell, members, users } of this.#days.get(resource) ?? []) {
        let given = 0;
        let open = 0;
        members.forEach((time, place) => {
          if (fixed[resource * times + time]! > 0) given |= 1 << place;
          else if (busy.has(resource * times + time)) open |= 1 << place;
        });
        const patterns: string[] = [];
        const busyAt: string[][] = members.map(() => []);
        for (let part = open; ; part = (part - 1) & open) {
          const pattern = given | part;
          const column = `p${cell}_${pattern}`;
          if (open !== 0) patterns.push(column);
          members.forEach((_, place) => {
            if ((pattern >>> place) & 1) busyAt[place]!.push(column);
          });
          for (const { monitor, kind } of users) {
            const deviation = partOf(problem, monitor, kind, pattern);
            const total = sums.get(monitor) ?? { terms: [], given: 0 };
            sums.set(monitor, total);
            if (open === 0) total.given += deviation;
            else if (deviation > 0) total.terms.push(`${deviation} ${column}`);
          }
          if (part === 0) break;
        }
        row(patterns, '=', 1);
        members.forEach((time, place) => {
          const columns = busy.get(resource * times + time);
          if (!((open >>> place) & 1) || !columns) return;
          covered[time] = 1;
          row([...busyAt[place]!, ...columns.map((column) => `-1 ${column}`)], '=', 0);
        });
      }
      for (const [monitor, { terms, given }] of sums)
        if (terms.length > 0)
          keep(monitor, [
            {
              terms,
              given,
              minimum: problem.monitorMinimum[monitor]!,
              maximum: problem.monitorMaximum[monitor]!,
            },
          ]);
      for (let time = 0; time < times; time++) {
        const columns = busy.get(resource * times + time);
        if (columns && !covered[time]) row(columns, '<=', 1);
      }
    }

    row(objective, '<=', now - this.#leastGain);
    const text = [
      'Minimize',
      ` cost: ${objective.length > 0 ? sum(objective) : '0 nothing'}`,
      'Subject To',
      ...rows.map((line, i) => ` r${i}: ${line}`),
      'Bounds',
      ...bounds.map((line) => ` ${line}`),
      'Binary',
      ...Array.from(meets.keys(), (column) => ` ${column}`),
      'End',
      '',
    ].join('\n');
    return { text, meets };
  }
}

interface Part {
  readonly terms: readonly string[];
  readonly given: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** A group of times of a resource whose shape costs. */
interface Day {
  readonly cell: number;
  /** Its times, in the order of the bits of a pattern. */
  readonly members: readonly number[];
  readonly users: readonly { readonly monitor: number; readonly kind: number }[];
}

/** By resource, the groups of times that count idle, busy or used ones. */
function daysOf({ resources, times, cellsAt, cellUsers }: Problem): Map<number, Day[]> {
  const members = new Map<number, number[]>();
  const days = new Map<number, Day[]>();
  for (let resource = 0; resource < resources; resource++)
    for (let time = 0; time < times; time++) {
      const at = resource * times + time;
      for (let i = cellsAt.start[at]!; i < cellsAt.start[at + 1]!; i += 2) {
        const [cell, place] = [cellsAt.items[i]!, cellsAt.items[i + 1]!];
        const known = members.get(cell);
        if (known) {
          known[place] = time;
          continue;
        }
        const users: { monitor: number; kind: number }[] = [];
        for (let j = cellUsers.start[cell]!; j < cellUsers.start[cell + 1]!; j += 2)
          if (cellUsers.items[j + 1] !== cellUnavailable)
            users.push({ monitor: cellUsers.items[j]!, kind: cellUsers.items[j + 1]! });
        if (users.length === 0) continue;
        const day: number[] = [];
        day[place] = time;
        members.set(cell, day);
        days.set(resource, [...(days.get(resource) ?? []), { cell, members: day, users }]);
      }
    }
  return days;
}

function unwishedOf({
  resources,
  times,
  cellsAt,
  cellUsers,
  monitorHard,
  monitorWeight,
}: Problem): Float64Array {
  const unwished = new Float64Array(resources * times);
  for (let at = 0; at < unwished.length; at++)
    for (let i = cellsAt.start[at]!; i < cellsAt.start[at + 1]!; i += 2)
      for (let j = cellUsers.start[cellsAt.items[i]!]!; j < cellUsers.start[cellsAt.items[i]! + 1]!; j += 2) {
        const monitor = cellUsers.items[j]!;
        if (cellUsers.items[j + 1] === cellUnavailable && !monitorHard[monitor])
          unwished[at]! += monitorWeight[monitor]!;
      }
  return unwished;
}

const sum = (terms: readonly string[]) => terms.join(' + ').replaceAll('+ -', '- ');

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

/** What a meet costs by its time alone: wishes for times, and times at which its resources would rather not. */
function priceOfMeet(
  problem: Problem,
  unwished: Float64Array,
  unit: number,
  duration: number,
  time: number,
  slots: readonly number[],
): number {
  const { preferTimes, preferTimeTables, monitorHard, monitorWeight } = problem;
  let price = 0;
  for (let i = preferTimes.start[unit]!; i < preferTimes.start[unit + 1]!; i += 3) {
    const [monitor, only, table] = [
      preferTimes.items[i]!,
      preferTimes.items[i + 1]!,
      preferTimes.items[i + 2]!,
    ];
    if (!monitorHard[monitor] && (only === 0 || only === duration) && !preferTimeTables[table]![time])
      price += duration * monitorWeight[monitor]!;
  }
  for (const slot of slots) price += unwished[slot]!;
  return price;
}

/** What one pattern of busy times of a group counts for a monitor. */
function partOf(
  { groupMinimum, groupMaximum }: Problem,
  monitor: number,
  kind: number,
  pattern: number,
): number {
  if (pattern === 0) return 0;
  let busy = 0;
  for (let bits = pattern; bits !== 0; bits &= bits - 1) busy++;
  if (kind === cellUsed) return 1;
  if (kind === cellIdle) return 32 - Math.clz32(pattern) - (31 - Math.clz32(pattern & -pattern)) - busy;
  return deviationOf(busy, groupMinimum[monitor]!, groupMaximum[monitor]!);
}
