import { longestRun } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { gatherDay } from './days-of-resource.ts';

/**
 * At most `max` busy periods of a resource in a row within a day. Deviation: busy periods past `max` in each run, or each
 * run that is too long once.
 */
export class RunLength implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #max: number;
  readonly #once: boolean;

  constructor(resource: number, max: number, count: 'periods' | 'once' = 'periods') {
    this.resources = [resource];
    this.#resource = resource;
    this.#max = max;
    this.#once = count === 'once';
  }

  deviation(state: State): number {
    const { days } = state.problem;
    const base = this.#resource * days;
    let over = 0;
    for (let day = 0; day < days; day++) {
      let bits = state.mask[base + day]!;
      if (bits === 0) continue;
      // A period that ends a run of max + 1 stays set after max shifts.
      for (let step = 0; step < this.#max && bits !== 0; step++) bits &= bits << 1;
      if (bits === 0) continue;
      // Counting once: the lowest of the periods past max of each run.
      over += bitCount(this.#once ? bits & ~(bits << 1) : bits);
    }
    return over;
  }

  culprits(state: State, out: Culprits): void {
    const { days } = state.problem;
    const base = this.#resource * days;
    for (let day = 0; day < days; day++) {
      if (longestRun(state.mask[base + day]!) <= this.#max) continue;
      gatherDay(state, this.#resource, day, out);
      out.closeEach();
    }
  }
}
