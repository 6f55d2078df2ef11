import { firstBit, lastBit } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import type { State } from '../core/state.ts';
import { gatherDay } from './days-of-resource.ts';

/** Two days that follow each other for a rest: yesterday and today, or morning and afternoon. */
export type FollowingDays = readonly (readonly [number, number])[];

/**
 * Free periods between the last busy one of a day and the first of the next: at least `min`. A day has `state.problem.periods` of
 * them, or as many as `lengths` says. Deviation: periods of rest missing.
 */
export class RestingHours implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #pairs: FollowingDays;
  readonly #min: number;
  readonly #lengths: ArrayLike<number> | undefined;

  constructor(resource: number, pairs: FollowingDays, min: number, lengths?: ArrayLike<number>) {
    this.resources = [resource];
    this.#lengths = lengths;
    this.#resource = resource;
    this.#pairs = pairs;
    this.#min = min;
  }

  deviation(state: State): number {
    let missing = 0;
    for (const [before, after] of this.#pairs) missing += this.#missing(state, before, after);
    return missing;
  }

  culprits(state: State, out: Culprits): void {
    for (const [before, after] of this.#pairs) {
      if (this.#missing(state, before, after) === 0) continue;
      gatherDay(state, this.#resource, before, out);
      gatherDay(state, this.#resource, after, out);
      out.closeEach();
    }
  }

  #missing(state: State, before: number, after: number): number {
    const base = this.#resource * state.problem.days;
    const evening = state.mask[base + before]!;
    const morning = state.mask[base + after]!;
    if (evening === 0 || morning === 0) return 0;
    const length = this.#lengths?.[before] ?? state.problem.periods;
    const rest = length - 1 - lastBit(evening) + firstBit(morning);
    return rest < this.#min ? this.#min - rest : 0;
  }
}
