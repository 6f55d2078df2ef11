import type { Constraint } from '../core/constraint.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { type DayGroups, offerDays } from './days-of-resource.ts';

export interface BusyDaysRule {
  readonly groups: DayGroups;
  /** Periods that make a day busy, as bits; -1 for all. */
  readonly within?: number;
  readonly min?: number;
  readonly max?: number;
  /** What days too many count: each 1 (left out), or the hours on the smallest of them, which shows the search the way. */
  readonly count?: 'hours';
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
  readonly #inHours: boolean;
  readonly #hours: Int32Array;

  constructor(resource: number, rule: BusyDaysRule) {
    this.resources = [resource];
    this.#resource = resource;
    this.#groups = rule.groups;
    this.#within = rule.within ?? -1;
    this.#min = rule.min ?? 0;
    this.#max = rule.max ?? rule.groups.length;
    this.#inHours = rule.count === 'hours';
    this.#hours = new Int32Array(rule.groups.length);
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
    if (busy > this.#max)
      return this.#inHours ? this.#hoursTooMany(state, busy - this.#max) : busy - this.#max;
    if (busy >= this.#min) return 0;
    return Math.max(0, this.#min - busy - state.pending(this.#resource));
  }

  /** Hours on the smallest `days` busy days. */
  #hoursTooMany(state: State, days: number): number {
    const base = this.#resource * state.problem.days;
    const hours = this.#hours;
    for (let index = 0; index < hours.length; index++) {
      hours[index] = 0;
      for (const day of this.#groups[index]!)
        hours[index]! += bitCount(state.mask[base + day]! & this.#within);
    }
    let sum = 0;
    for (let round = 0; round < days; round++) {
      let least = -1;
      for (let index = 0; index < hours.length; index++)
        if (hours[index]! > 0 && (least < 0 || hours[index]! < hours[least]!)) least = index;
      sum += hours[least]!;
      hours[least] = 0;
    }
    return sum;
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
