import type { Constraint } from '../core/constraint.ts';
import type { State } from '../core/state.ts';

/** What a choice of a placed meet costs by the option taken: a room that is not the preferred one, or none at all. */
export class OptionCost implements Constraint {
  readonly readsChoices = true;
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];
  readonly #meet: number;
  readonly #place: number;
  readonly #costs: Float64Array;
  readonly #none: number;

  /** `place`: which choice of the meet; `costs`: deviation for each of its options; `none`: when none is taken. */
  constructor(meet: number, place: number, costs: ArrayLike<number>, none: number) {
    this.meets = [meet];
    this.#meet = meet;
    this.#place = place;
    this.#costs = Float64Array.from(costs);
    this.#none = none;
  }

  deviation(state: State): number {
    if (state.start[this.#meet]! < 0) return 0;
    const { choices, options } = state.problem;
    const choice = choices.items[choices.from[this.#meet]! + this.#place]!;
    const option = state.option[choice]!;
    // Options of one choice lie side by side.
    return option < 0 ? this.#none : this.#costs[option - options.items[options.from[choice]!]!]!;
  }
}
