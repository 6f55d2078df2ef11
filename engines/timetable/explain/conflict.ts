import type { Problem } from '../core/problem.ts';
import { canKeep } from './exact.ts';
import { meetsInWeek, shortageOf, slotsOf, tooFewPlaces } from './hall.ts';
import { findRoomShortages } from './rooms.ts';

/** Why no timetable exists: the rules that clash, with the meets and the resource they clash over. */
export interface Conflict {
  readonly kind:
    | 'nowhere' // a meet has no slot where it may start
    | 'overfull' // the meets of a resource need more slots than it has
    | 'crowded' // some meets of a resource have, all together, too few slots
    | 'clashing' // rules on the meets of a resource contradict each other
    | 'rooms' // some meets that need a room have, all together, too few hours in their rooms
    | 'together'; // rules on the meets of several resources contradict each other
  /** The resource (the first of several); -1 when the conflict is of a meet alone. */
  readonly resource: number;
  /** All resources, where there are several. */
  readonly resources?: readonly number[];
  /** False: not proved, only that a search could not keep these together; true when left out. */
  readonly proved?: boolean;
  readonly meets: readonly number[];
  /** Constraints of the problem that cannot be kept together; none of them can be left out of the set. */
  readonly constraints: readonly number[];
  /** Slots needed and slots there are, for what is counted. */
  readonly needed?: number;
  readonly available?: number;
}

/** Places tried for the meets of one resource. */
const mostNodes = 20_000;

/**
 * Looks for proofs that a problem has no solution: counting and matching (Hall) resource by resource, rooms by their kind; then, which
 * takes longer, an exact search over the meets of one resource under the rules that speak of these alone. A conflict given is proved;
 * none given proves nothing. Stops when `isLate`, told how many are found, says so.
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
  }))
    .filter(
      ({ meets }) =>
        meets.length > 0 &&
        meets.every((meet) => problem.starts.from[meet] !== problem.starts.from[meet + 1]),
    )
    // The small ones first: their proofs are quick, and their conflicts easy to see.
    .sort((one, other) => one.meets.length - other.meets.length);
  const crowded = new Set<number>();
  for (const { resource, meets } of all) {
    if (isLate(found.length)) return found;
    const short = problem.exclusive[resource] ? hallViolation(problem, meets) : undefined;
    if (!short) continue;
    found.push({ ...short, resource, constraints: [] });
    crowded.add(resource);
  }
  if (!isLate(found.length)) found.push(...findRoomShortages(problem));
  for (const { resource, meets } of all) {
    if (isLate(found.length)) break;
    const constraints = crowded.has(resource) ? undefined : minimalClash(problem, resource, meets);
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
 * Meets that together have fewer slots than hours in a kind of week (each hour of a meet may lie where any start puts it: a
 * relaxation, so what is found is certain).
 */
function hallViolation(problem: Problem, meets: readonly number[]) {
  for (let kind = 0; kind < problem.weekKinds; kind++) {
    const own = meetsInWeek(problem, meets, kind);
    const found = tooFewPlaces(
      own.map((meet) => slotsOf(problem, meet)),
      own.map((meet) => problem.duration[meet]!),
    );
    if (!found) continue;
    const isWhole = found.short.length === own.length;
    return {
      ...shortageOf(problem, own, found),
      kind: isWhole ? ('overfull' as const) : ('crowded' as const),
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
  if (canKeep(problem, meets, all, mostNodes) !== false) return undefined;
  let core = all;
  for (const constraint of all) {
    const without = core.filter((one) => one !== constraint);
    if (canKeep(problem, meets, without, mostNodes) === false) core = without;
  }
  return core;
}
