import type { Constraint } from '../core/constraint.ts';
import type { State } from '../core/state.ts';
import { type DayGroups, offerDays } from './days-of-resource.ts';

export interface BusyDaysRule {
  readonly groups: DayGroups;
  /** Periods that make a day busy, as bits; -1 for all. */
  readonly within?: number;
  readonly min?: number;
  readonly max?: number;
}

/**
 * On how many days (half-days, real days) a resource is busy at all, or busy within some periods: at least `min`, at
 * most `max`. Deviation: days too few plus days too many; an unplaced period can still make a day busy.
 */
export class BusyDays implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #groups: DayGroups;
  readonly #within: number;
  readonly #min: number;
  readonly #max: number;

  constructor(resource: number, rule: BusyDaysRule) {
    this.resources = [resource];
    this.#resource = resource;
    this.#groups = rule.groups;
    this.#within = rule.within ?? -1;
    this.#min = rule.min ?? 0;
    this.#max = rule.max ?? rule.groups.length;
  }

  deviation(state: State): number {
    const base = this.#resource * state.problem.days;
    const within = this.#within;
    const groups = this.#groups;
    let busy = 0;
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index]!;
      let mask = state.mask[base + group[0]!]!;
      for (let member = 1; member < group.length; member++) mask |= state.mask[base + group[member]!]!;
      if ((mask & within) !== 0) busy++;
    }
    if (busy > this.#max) return busy - this.#max;
    if (busy >= this.#min) return 0;
    return Math.max(0, this.#min - busy - state.pending(this.#resource));
  }

  culprits(state: State, offer: (meets: readonly number[]) => void): void {
    let busy = 0;
    const all: (readonly number[])[] = [];
    const add = (meets: readonly number[]) => {
      busy++;
      all.push(meets);
    };
    offerDays(state, this.#resource, this.#groups, add, this.#within);
    if (busy > this.#max) for (const meets of all) offer(meets);
    else for (const meets of all) if (meets.length > 1) for (const meet of meets) offer([meet]);
  }
}
