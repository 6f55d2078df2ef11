import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { gatherDay } from './days-of-resource.ts';

export interface BusyTogetherRule {
  /** A resource counts when it is busy in every one of these: periods (bits) of a day (morning and afternoon). */
  readonly parts: readonly { readonly day: number; readonly within: number }[];
  readonly max: number;
}

/**
 * How many of a set of resources are busy together (places at lunch, in a hall): at most `max`. Deviation: resources too
 * many.
 */
export class BusyTogether implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #rule: BusyTogetherRule;

  constructor(resources: readonly number[], rule: BusyTogetherRule) {
    this.resources = resources;
    this.#rule = rule;
  }

  deviation(state: State): number {
    return Math.max(0, this.#there(state).length - this.#rule.max);
  }

  /** All meets that one of them has in one part. */
  culprits(state: State, out: Culprits): void {
    for (const resource of this.#there(state))
      for (const { day, within } of this.#rule.parts) {
        gatherDay(state, resource, day, out, within);
        out.close();
      }
  }

  #there(state: State): number[] {
    const { days } = state.problem;
    return this.resources.filter((resource) =>
      this.#rule.parts.every(({ day, within }) => (state.mask[resource * days + day]! & within) !== 0),
    );
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
