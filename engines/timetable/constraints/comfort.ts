import { gapsIn } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { State } from '../core/state.ts';

/** What a gap, and a day with one lesson only, weigh beside a day at school. */
export interface Burdens {
  readonly gap: number;
  readonly single: number;
}

/**
 * What makes a week pleasant for a teacher though no rule asks for it: few gaps, few half-days at school, none for a single
 * lesson. Deviation: busy days, plus gaps and days with one lesson only at what they weigh.
 */
export class Comfort implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #ignored: Int32Array;
  readonly #gap: number;
  readonly #single: number;

  /** `ignored`: periods of each day, as bits, that are no gap. */
  constructor(
    resource: number,
    ignored: ArrayLike<number>,
    { gap, single }: Burdens = { gap: 1, single: 0.5 },
  ) {
    this.resources = [resource];
    this.#resource = resource;
    this.#ignored = Int32Array.from(ignored);
    this.#gap = gap;
    this.#single = single;
  }

  deviation(state: State): number {
    const { days } = state.problem;
    const base = this.#resource * days;
    let sum = 0;
    for (let day = 0; day < days; day++) sum += this.onDay(state.mask[base + day]!, day);
    return sum;
  }

  onDay(mask: number, day: number): number {
    if (mask === 0) return 0;
    if ((mask & (mask - 1)) === 0) return 1 + this.#single;
    return 1 + this.#gap * gapsIn(mask, this.#ignored[day]!);
  }
}
