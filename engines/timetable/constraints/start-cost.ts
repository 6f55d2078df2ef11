import type { Constraint } from '../core/constraint.ts';
import type { Problem } from '../core/problem.ts';
import type { State } from '../core/state.ts';

/** What a meet costs at each slot it may start: preferred times, hard subjects early, the place in a former timetable. */
export class StartCost implements Constraint {
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];
  readonly #meet: number;
  readonly #costs: Float64Array;

  /** `costs`: deviation for each slot of the first kind of week. */
  constructor(meet: number, costs: ArrayLike<number>) {
    this.meets = [meet];
    this.#meet = meet;
    this.#costs = Float64Array.from(costs);
  }

  deviation(state: State): number {
    const slot = state.start[this.#meet]!;
    return slot < 0 ? 0 : this.#costs[slot]!;
  }

  /** The cheapest start. */
  least({ starts }: Problem): number {
    let least = Number.POSITIVE_INFINITY;
    for (let at = starts.from[this.#meet]!; at < starts.from[this.#meet + 1]!; at++)
      least = Math.min(least, this.#costs[starts.items[at]!]!);
    return Number.isFinite(least) ? least : 0;
  }
}
