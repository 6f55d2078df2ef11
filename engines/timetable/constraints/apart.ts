import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { gatherDay } from './days-of-resource.ts';

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

  culprits(state: State, out: Culprits): void {
    const { days } = state.problem;
    for (const resource of this.resources)
      for (let day = 0; day < days; day++) {
        const mask = state.mask[resource * days + day]!;
        let together = 0;
        for (const other of this.resources)
          if (other !== resource) together |= state.mask[other * days + day]! & mask;
        if (together !== 0) gatherDay(state, resource, day, out, together);
        out.closeEach();
      }
  }
}
