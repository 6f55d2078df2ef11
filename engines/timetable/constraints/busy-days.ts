import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount, type Problem } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { areAlike, type DayGroups, gatherDay, inARow, offerDays } from './days-of-resource.ts';

export interface BusyDaysRule {
  readonly groups: DayGroups;
  /** Periods that make a day busy, as bits; -1 for all. */
  readonly within?: number;
  readonly min?: number;
  readonly max?: number;
  /** What days too many count: each 1 (left out), or the hours on the smallest of them, which shows the search the way. */
  readonly count?: 'hours';
  /** Hours that a day can have at most by another required rule. */
  readonly maxDaily?: number;
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
  /** Days of all groups one after the other, and where each group ends. */
  readonly #days: Int32Array;
  readonly #ends: Int32Array;
  readonly #within: number;
  readonly #min: number;
  readonly #max: number;
  readonly #inHours: boolean;
  readonly #hours: Int32Array;
  readonly #maxDaily: number;
  #problem: Problem | undefined;
  #reached = new Int32Array(0);
  /** Days that no group counts: there hours can lie without being a day too many. */
  #uncounted = new Int32Array(0);

  constructor(resource: number, rule: BusyDaysRule) {
    this.resources = [resource];
    this.#resource = resource;
    this.#groups = rule.groups;
    ({ days: this.#days, ends: this.#ends } = inARow(rule.groups));
    this.#within = rule.within ?? -1;
    this.#min = rule.min ?? 0;
    this.#max = rule.max ?? rule.groups.length;
    this.#inHours = rule.count === 'hours';
    this.#hours = new Int32Array(rule.groups.length);
    this.#maxDaily = rule.maxDaily ?? 1000;
  }

  deviation(state: State): number {
    const busy = this.#busy(state);
    if (busy > this.#max)
      return this.#inHours ? this.#hoursTooMany(state, busy - this.#max) : busy - this.#max;
    if (this.#overflows(state)) return 1;
    if (busy >= this.#min) return 0;
    return Math.max(0, this.#min - busy - state.pending(this.#resource));
  }

  /** Whether the unplaced hours need more days than allowed: what the busy ones, and the roomiest others, can still hold. */
  #overflows(state: State): boolean {
    let left = state.pending(this.#resource);
    if (left === 0 || this.#max >= this.#groups.length) return false;
    if (this.#problem !== state.problem) this.#reached = this.#reachIn(state.problem);
    const reached = this.#reached;
    if (reached.length === 0) return false;
    const base = this.#resource * state.problem.days;
    const within = this.#within;
    const roomiest = this.#hours;
    for (let index = 0; index < this.#uncounted.length; index++) {
      const day = this.#uncounted[index]!;
      left -= bitCount(reached[day]! & ~state.mask[base + day]!);
    }
    let days = this.#max;
    const inGroups = this.#days;
    const ends = this.#ends;
    const groups = ends.length;
    for (let index = 0, at = 0; index < groups; index++) {
      let inside = 0;
      let room = 0;
      for (const end = ends[index]!; at < end; at++) {
        const day = inGroups[at]!;
        const mask = state.mask[base + day]!;
        const open = reached[day]! & ~mask;
        inside |= mask & within;
        room += Math.min(bitCount(open & within), this.#maxDaily - bitCount(mask));
        const elsewhere = open & ~within;
        if (elsewhere !== 0) left -= bitCount(elsewhere);
      }
      roomiest[index] = inside === 0 ? room : 0;
      if (inside === 0) continue;
      left -= room;
      days--;
    }
    for (; days > 0 && left > 0; days--) {
      let best = 0;
      for (let index = 1; index < groups; index++) if (roomiest[index]! > roomiest[best]!) best = index;
      left -= roomiest[best]!;
      roomiest[best] = 0;
    }
    return left > 0;
  }

  /** Periods of each day, as bits, that some meet of the resource can reach; empty when that says nothing. */
  #reachIn(problem: Problem): Int32Array<ArrayBuffer> {
    this.#problem = problem;
    const { periods, days, weekKinds, exclusive, meetsOf, starts, duration } = problem;
    if (!exclusive[this.#resource] || weekKinds > 1) return new Int32Array(0);
    const reached = new Int32Array(days);
    for (let at = meetsOf.from[this.#resource]!; at < meetsOf.from[this.#resource + 1]!; at++) {
      const meet = meetsOf.items[at]!;
      for (let one = starts.from[meet]!; one < starts.from[meet + 1]!; one++)
        for (let step = 0; step < duration[meet]!; step++) {
          const slot = starts.items[one]! + step;
          reached[Math.floor(slot / periods)]! |= 1 << (slot % periods);
        }
    }
    const counted = new Set(this.#groups.flat());
    this.#uncounted = Int32Array.from(
      Array.from({ length: days }, (_, day) => day).filter((day) => !counted.has(day)),
    );
    return reached;
  }

  /** Hours on the smallest `days` busy days. */
  #hoursTooMany(state: State, days: number): number {
    const base = this.#resource * state.problem.days;
    const hours = this.#hours;
    const inGroups = this.#days;
    const ends = this.#ends;
    const groups = ends.length;
    for (let index = 0, at = 0; index < groups; index++) {
      hours[index] = 0;
      for (const end = ends[index]!; at < end; at++)
        hours[index]! += bitCount(state.mask[base + inGroups[at]!]! & this.#within);
    }
    let sum = 0;
    for (let round = 0; round < days; round++) {
      let least = -1;
      for (let index = 0; index < groups; index++)
        if (hours[index]! > 0 && (least < 0 || hours[index]! < hours[least]!)) least = index;
      sum += hours[least]!;
      hours[least] = 0;
    }
    return sum;
  }

  implies(other: Constraint): boolean {
    return (
      other instanceof BusyDays &&
      other.#resource === this.#resource &&
      other.#within === this.#within &&
      this.#min >= other.#min &&
      this.#max <= other.#max &&
      this.#maxDaily <= other.#maxDaily &&
      areAlike(this.#groups, other.#groups)
    );
  }

  /** Whole days when there are too many; when there are too few, single meets of days that have several. */
  culprits(state: State, out: Culprits): void {
    if (this.#busy(state) > this.#max || this.#overflows(state)) {
      offerDays(state, this.#resource, this.#groups, out, this.#within);
      return;
    }
    for (const group of this.#groups) {
      for (const day of group) gatherDay(state, this.#resource, day, out, this.#within);
      if (out.gathered > 1) out.closeEach();
      else out.drop();
    }
  }

  #busy(state: State): number {
    const base = this.#resource * state.problem.days;
    const within = this.#within;
    const { mask } = state;
    const days = this.#days;
    const ends = this.#ends;
    let busy = 0;
    for (let group = 0, at = 0; group < ends.length; group++) {
      let bits = 0;
      for (const end = ends[group]!; at < end; at++) bits |= mask[base + days[at]!]!;
      if ((bits & within) !== 0) busy++;
    }
    return busy;
  }
}
