import type { Problem } from '../core/problem.ts';

/** What needs more places than there are. */
interface TooFew {
  /** Positions of those that share the too few places. */
  readonly short: readonly number[];
  readonly available: number;
}

/**
 * Matches hours with places. `reach`: for each thing the places where an hour of it may lie; `hours`: how many it has.
 * Gives things that together reach fewer places than they have hours (Hall, 1935); undefined when each hour has a place.
 */
export function tooFewPlaces(
  reach: readonly (readonly number[])[],
  hours: readonly number[],
): TooFew | undefined {
  const takenBy = new Map<number, number>();
  const owner = hours.flatMap((count, index) => Array<number>(count).fill(index));
  for (let hour = 0; hour < owner.length; hour++) {
    const seen = new Set<number>();
    const augment = (one: number): boolean => {
      for (const place of reach[owner[one]!]!) {
        if (seen.has(place)) continue;
        seen.add(place);
        const other = takenBy.get(place);
        if (other === undefined || augment(other)) {
          takenBy.set(place, one);
          return true;
        }
      }
      return false;
    };
    if (augment(hour)) continue;
    // The places reached are all taken, by things that reach no others; whatever else reaches no others waits for them too.
    const short = [...reach.keys()].filter((index) => reach[index]!.every((place) => seen.has(place)));
    return { short, available: seen.size };
  }
  return undefined;
}

/** Slots that a meet may take. */
export function slotsOf(problem: Problem, meet: number): number[] {
  const slots = new Set<number>();
  for (let at = problem.starts.from[meet]!; at < problem.starts.from[meet + 1]!; at++)
    for (let step = 0; step < problem.duration[meet]!; step++) slots.add(problem.starts.items[at]! + step);
  return [...slots];
}

/** Meets of one kind of week; what is too much in one of them is too much. */
export function meetsInWeek(problem: Problem, meets: readonly number[], kind: number): number[] {
  return meets.filter((meet) => (problem.weeks[meet]! >>> kind) & 1);
}

/** Too few places in hours: which meets, how many they need, how many there are. */
export function shortageOf(problem: Problem, meets: readonly number[], { short, available }: TooFew) {
  const involved = short.map((index) => meets[index]!);
  return {
    meets: involved,
    needed: involved.reduce((sum, meet) => sum + problem.duration[meet]!, 0),
    available,
  };
}
