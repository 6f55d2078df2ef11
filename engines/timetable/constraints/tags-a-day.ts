import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import type { State } from '../core/state.ts';
import { type DayGroups, gatherDay } from './days-of-resource.ts';

/**
 * Of several resources (kinds of lesson of one teacher) at most `max` are busy on a day, or in a slot. Deviation:
 * resources too many, summed over the days.
 */
export class TagsADay implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #groups: DayGroups;
  readonly #max: number;

  constructor(resources: readonly number[], groups: DayGroups, max: number) {
    this.resources = resources;
    this.#groups = groups;
    this.#max = max;
  }

  deviation(state: State): number {
    let over = 0;
    for (const group of this.#groups) over += Math.max(0, this.#busy(state, group) - this.#max);
    return over;
  }

  culprits(state: State, out: Culprits): void {
    for (const group of this.#groups) {
      if (this.#busy(state, group) <= this.#max) continue;
      for (const resource of this.resources) {
        for (const day of group) gatherDay(state, resource, day, out);
        out.close();
      }
    }
  }

  #busy(state: State, group: readonly number[]): number {
    const { days } = state.problem;
    let busy = 0;
    for (const resource of this.resources)
      for (const day of group)
        if (state.mask[resource * days + day] !== 0) {
          busy++;
          break;
        }
    return busy;
  }
}
