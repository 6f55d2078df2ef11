import type { Constraint } from '../core/constraint.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';

/**
 * How many of a set of resources are busy within some periods of one day: at most `max` (places at lunch, in a hall).
 * Deviation: resources too many.
 */
export class BusyTogether implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #rule: { readonly day: number; readonly within: readonly number[]; readonly max: number };

  /** `within`: alternatives as bits; a resource counts when it is busy in every one of them (morning and afternoon). */
  constructor(
    resources: readonly number[],
    rule: { readonly day: number; readonly within: readonly number[]; readonly max: number },
  ) {
    this.resources = resources;
    this.#rule = rule;
  }

  deviation(state: State): number {
    const { days } = state.problem;
    let there = 0;
    for (const resource of this.resources) {
      const mask = state.mask[resource * days + this.#rule.day]!;
      if (this.#rule.within.every((bits) => (mask & bits) !== 0)) there++;
    }
    return Math.max(0, there - this.#rule.max);
  }
}

/** Hours of several resources within their weeks differ little. Deviation: how far the largest is above the smallest, past `max`. */
export class EvenBurden implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #within: Int32Array;
  readonly #max: number;

  /** `within`: burdensome periods of each day as bits (first and last ones, afternoons). */
  constructor(resources: readonly number[], within: ArrayLike<number>, max: number) {
    this.resources = resources;
    this.#within = Int32Array.from(within);
    this.#max = max;
  }

  deviation(state: State): number {
    const { days } = state.problem;
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (const resource of this.resources) {
      let burden = state.pending(resource);
      let certain = 0;
      for (let day = 0; day < days; day++)
        certain += bitCount(state.mask[resource * days + day]! & this.#within[day]!);
      burden += certain;
      if (burden < least) least = burden;
      if (certain > most) most = certain;
    }
    return Math.max(0, most - least - this.#max);
  }
}
