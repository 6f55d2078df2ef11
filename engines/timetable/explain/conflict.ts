import type { Problem } from '../core/problem.ts';
import { State } from '../core/state.ts';

/** Why no timetable exists: the rules that clash, with the meets and the resource they clash over. */
export interface Conflict {
  readonly kind:
    | 'nowhere' // a meet has no slot where it may start
    | 'overfull' // the meets of a resource need more slots than it has
    | 'crowded' // some meets of a resource have, all together, too few slots
    | 'clashing'; // rules on the meets of a resource contradict each other
  /** The resource; -1 when the conflict is of a meet alone. */
  readonly resource: number;
  readonly meets: readonly number[];
  /** Constraints of the problem that cannot be kept together; none of them can be left out of the set. */
  readonly constraints: readonly number[];
  /** Slots needed and slots there are, for what is counted. */
  readonly needed?: number;
  readonly available?: number;
}

const mostNodes = 1000;

/**
 * Looks for proofs that a problem has no solution, resource by resource: counting, matching (Hall), and an exact search
 * over the meets of one resource under the rules that speak of these alone. A conflict given is proved; none given proves
 * nothing. Stops when `isLate`, told how many are found, says so.
 */
export function findConflicts(
  problem: Problem,
  isLate: (found: number) => boolean = () => false,
): Conflict[] {
  const found: Conflict[] = [];
  for (let meet = 0; meet < problem.meets; meet++)
    if (problem.starts.from[meet] === problem.starts.from[meet + 1] && problem.duration[meet]! > 0)
      found.push({ kind: 'nowhere', resource: -1, meets: [meet], constraints: [] });
  const all = Array.from({ length: problem.resources }, (_, resource) => ({
    resource,
    meets: fixedMeets(problem, resource),
  }));
  // The small ones first: their proofs are quick, and their conflicts easy to see.
  all.sort((one, other) => one.meets.length - other.meets.length);
  for (const { resource, meets } of all) {
    if (isLate(found.length)) break;
    if (
      meets.length === 0 ||
      meets.some((meet) => problem.starts.from[meet] === problem.starts.from[meet + 1])
    )
      continue;
    if (problem.exclusive[resource]) {
      const crowded = hallViolation(problem, meets);
      if (crowded) {
        const whole = crowded.meets.length === meets.length;
        found.push({ kind: whole ? 'overfull' : 'crowded', resource, constraints: [], ...crowded });
        continue;
      }
    }
    const constraints = minimalClash(problem, resource, meets);
    if (constraints) found.push({ kind: 'clashing', resource, meets, constraints });
  }
  return found;
}

function fixedMeets(problem: Problem, resource: number): number[] {
  const meets: number[] = [];
  for (let at = problem.meetsOf.from[resource]!; at < problem.meetsOf.from[resource + 1]!; at++) {
    const meet = problem.meetsOf.items[at]!;
    for (let one = problem.fixed.from[meet]!; one < problem.fixed.from[meet + 1]!; one++)
      if (problem.fixed.items[one] === resource) {
        meets.push(meet);
        break;
      }
  }
  return meets;
}

/**
 * Meets that together have fewer slots than hours, found by matching hours with slots (each hour of a meet may lie where
 * any start puts it: a relaxation, so what is found is certain).
 */
function hallViolation(
  problem: Problem,
  meets: readonly number[],
): { meets: number[]; needed: number; available: number } | undefined {
  const reach = meets.map((meet) => {
    const slots = new Set<number>();
    for (let at = problem.starts.from[meet]!; at < problem.starts.from[meet + 1]!; at++)
      for (let step = 0; step < problem.duration[meet]!; step++) slots.add(problem.starts.items[at]! + step);
    return [...slots];
  });
  if (problem.weekKinds > 1) return undefined;
  const takenBy = new Map<number, number>();
  const hours: number[] = meets.flatMap((meet, index) => Array<number>(problem.duration[meet]!).fill(index));
  const seats = new Map<number, number>();
  for (let hour = 0; hour < hours.length; hour++) {
    const seen = new Set<number>();
    const augment = (one: number): boolean => {
      for (const slot of reach[hours[one]!]!) {
        if (seen.has(slot)) continue;
        seen.add(slot);
        const other = takenBy.get(slot);
        if (other === undefined || augment(other)) {
          takenBy.set(slot, one);
          seats.set(one, slot);
          return true;
        }
      }
      return false;
    };
    if (augment(hour)) continue;
    // The slots reached are all taken, by meets that reach no others.
    const short = new Set([hours[hour]!]);
    for (const slot of seen) short.add(hours[takenBy.get(slot)!]!);
    const involved = [...short].sort((one, other) => one - other).map((index) => meets[index]!);
    return {
      meets: involved,
      needed: involved.reduce((sum, meet) => sum + problem.duration[meet]!, 0),
      available: seen.size,
    };
  }
  return undefined;
}

/** A smallest set of required constraints on the meets of one resource that cannot be kept together; undefined when there may be a way. */
function minimalClash(problem: Problem, resource: number, meets: readonly number[]): number[] | undefined {
  const own = new Set(meets);
  const all: number[] = [];
  problem.constraints.forEach((constraint, index) => {
    if (!problem.required[index] || constraint.readsChoices) return;
    if (constraint.resources.length === 0 && constraint.meets.length === 0) return;
    if (
      constraint.resources.every((one) => one === resource) &&
      constraint.meets.every((meet) => own.has(meet))
    )
      all.push(index);
  });
  if (all.length === 0 || meets.length > 40) return undefined;
  if (canKeep(problem, meets, all) !== false) return undefined;
  let core = all;
  for (const constraint of all) {
    const without = core.filter((one) => one !== constraint);
    if (canKeep(problem, meets, without) === false) core = without;
  }
  return core;
}

/** Whether the meets can be placed so that the constraints are kept; undefined when it takes too long to say. */
function canKeep(
  problem: Problem,
  meets: readonly number[],
  constraints: readonly number[],
): boolean | undefined {
  const state = new State(problem);
  const order = [...meets].sort(
    (one, other) =>
      problem.starts.from[one + 1]! -
      problem.starts.from[one]! -
      (problem.starts.from[other + 1]! - problem.starts.from[other]!),
  );
  // Only these meets are placed: elsewhere nothing is pending that could fill.
  let nodes = 0;
  const search = (depth: number): boolean | undefined => {
    if (depth === order.length) return true;
    if (++nodes > mostNodes) return undefined;
    const meet = order[depth]!;
    for (let at = problem.starts.from[meet]!; at < problem.starts.from[meet + 1]!; at++) {
      state.begin();
      state.place(meet, problem.starts.items[at]!);
      state.settle();
      const kept = constraints.every((constraint) => state.cost[constraint]! < 1e-9);
      const found = kept ? search(depth + 1) : false;
      state.rollback();
      if (found !== false) return found;
    }
    return false;
  };
  return search(0);
}
