import { gapsIn } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { State } from '../core/state.ts';

/**
 * What makes a week pleasant for a teacher though no rule asks for it: few gaps, few half-days at school, none for a single
 * lesson. Deviation: gaps, plus busy days, plus half a unit for a day with one lesson only.
 */
export class Comfort implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #ignored: Int32Array;

  /** `ignored`: periods of each day, as bits, that are no gap. */
  constructor(resource: number, ignored: ArrayLike<number>) {
    this.resources = [resource];
    this.#resource = resource;
    this.#ignored = Int32Array.from(ignored);
  }

  deviation(state: State): number {
    const { days } = state.problem;
    const base = this.#resource * days;
    let sum = 0;
    for (let day = 0; day < days; day++) {
      const mask = state.mask[base + day]!;
      if (mask === 0) continue;
      sum += 1 + gapsIn(mask, this.#ignored[day]!);
      if ((mask & (mask - 1)) === 0) sum += 0.5;
    }
    return sum;
  }
}
