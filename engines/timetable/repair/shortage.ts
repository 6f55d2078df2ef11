import type { Problem } from '../core/problem.ts';
import type { ValueTable } from './values.ts';

/** Meets of one resource that need more slots than there are for them: a proof that no timetable exists. */
export interface Shortage {
  readonly resource: number;
  readonly meets: readonly number[];
  /** Slots in which these meets could lie, fewer than they need. */
  readonly slots: readonly number[];
  readonly needed: number;
}

/**
 * The first of the resources whose meets cannot all lie in different slots, each where it may (Hall 1935, by augmenting
 * paths over single hours); undefined when there is none. The resources must be ones that clash.
 */
export function shortageOf(
  problem: Problem,
  values: ValueTable,
  resources: Iterable<number>,
): Shortage | undefined {
  for (const resource of resources) {
    const hours = hoursOf(problem, values, resource);
    const takenBy = new Map<number, number>();
    for (let hour = 0; hour < hours.length; hour++) {
      const seen = new Set<number>();
      if (augment(hours, takenBy, hour, seen)) continue;
      const parts = [hour, ...[...seen].map((slot) => takenBy.get(slot)!)];
      return {
        resource,
        meets: [...new Set(parts.map((part) => hours[part]!.meet))],
        slots: [...seen].sort((one, other) => one - other),
        needed: parts.length,
      };
    }
  }
  return undefined;
}

interface Hour {
  readonly meet: number;
  readonly slots: readonly number[];
}

/** Single hours of the meets that always take the resource, each with the slots where it may lie. */
function hoursOf(problem: Problem, values: ValueTable, resource: number): Hour[] {
  const { meetsOf, fixed, weeks, weekKinds, weekLength, duration } = problem;
  const hours: Hour[] = [];
  for (const meet of meetsOf.items.subarray(meetsOf.from[resource]!, meetsOf.from[resource + 1]!)) {
    if (!fixed.items.subarray(fixed.from[meet]!, fixed.from[meet + 1]!).includes(resource)) continue;
    const starts = [...new Set(values.of(meet).start)];
    for (let kind = 0; kind < weekKinds; kind++)
      for (let part = 0; (weeks[meet]! >>> kind) & 1 && part < duration[meet]!; part++)
        hours.push({ meet, slots: starts.map((start) => start + part + kind * weekLength) });
  }
  return hours;
}

function augment(
  hours: readonly Hour[],
  takenBy: Map<number, number>,
  hour: number,
  seen: Set<number>,
): boolean {
  for (const slot of hours[hour]!.slots) {
    if (seen.has(slot)) continue;
    seen.add(slot);
    const holder = takenBy.get(slot);
    if (holder !== undefined && !augment(hours, takenBy, holder, seen)) continue;
    takenBy.set(slot, hour);
    return true;
  }
  return false;
}
