import type { Problem } from '../core/problem.ts';
import type { State } from '../core/state.ts';

/** Wishes of the document, as indices of constraints, that the timetable as it stands does not keep; comfort is none of them. */
export function brokenWishes(state: State): number[] {
  const { required, comfort } = state.problem;
  const found: number[] = [];
  for (let index = 0; index < state.violatedCount; index++) {
    const rule = state.violated[index]!;
    if (!required[rule] && !comfort[rule]) found.push(rule);
  }
  return found;
}

/** Placed meets with more than one start that a rule speaks of. */
export function meetsConcerned(state: State, rule: number): number[] {
  const { constraints, starts } = state.problem;
  const found = new Set(constraints[rule]!.meets);
  for (const resource of constraints[rule]!.resources) state.forPlacedOn(resource, (meet) => found.add(meet));
  return [...found].filter(
    (meet) => state.start[meet]! >= 0 && starts.from[meet + 1]! - starts.from[meet]! > 1,
  );
}

/** Weighs what the search goes by: a broken required rule so many times, a wish, where comfort comes first, at its price. */
export function weigh(state: State, times: number): void {
  const { weight, required, comfort, wishPrice } = state.problem;
  const wish = Number.isFinite(wishPrice) ? wishPrice : 1;
  for (let rule = 0; rule < weight.length; rule++)
    state.setSearchWeight(rule, weight[rule]! * (required[rule] ? times : comfort[rule] ? 1 : wish));
}

/** What one unit of comfort, a half-day of a teacher, costs; 0 where there is none. */
export function comfortUnit({ weight, comfort }: Problem): number {
  return weight.reduce((most, one, rule) => (comfort[rule] ? Math.max(most, one) : most), 0);
}

/** The smallest weight of a wish, comfort among them; 1 when there is none. */
export function leastWish({ weight, required }: Problem): number {
  let least = 1;
  for (let rule = 0; rule < weight.length; rule++)
    if (!required[rule] && weight[rule]! > 0.01) least = Math.min(least, weight[rule]!);
  return least;
}
