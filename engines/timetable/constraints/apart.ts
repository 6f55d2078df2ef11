import type { Constraint } from '../core/constraint.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { offerMeetsOn } from './days-of-resource.ts';

/** Of several resources at most one is busy at a time (kinds of lesson that exclude each other). Deviation: resources too many, summed over the slots. */
export class Apart implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];

  constructor(resources: readonly number[]) {
    this.resources = resources;
  }

  deviation(state: State): number {
    const { days } = state.problem;
    let over = 0;
    for (let day = 0; day < days; day++) {
      let seen = 0;
      for (const resource of this.resources) {
        const mask = state.mask[resource * days + day]!;
        if ((seen & mask) !== 0) over += bitCount(seen & mask);
        seen |= mask;
      }
    }
    return over;
  }

  culprits(state: State, offer: (meets: readonly number[]) => void): void {
    const { days } = state.problem;
    for (const resource of this.resources)
      offerMeetsOn(
        state,
        resource,
        (day) =>
          this.resources.some(
            (other) =>
              other !== resource &&
              (state.mask[other * days + day]! & state.mask[resource * days + day]!) !== 0,
          ),
        offer,
      );
  }
}
