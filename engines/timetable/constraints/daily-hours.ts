import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { areAlike, type DayGroups, gatherDay, inARow } from './days-of-resource.ts';

export interface DailyHoursRule {
  readonly groups: DayGroups;
  /** Periods that count, as bits; -1 for all. */
  readonly within?: number;
  readonly min?: number;
  /** Whether a day without any hour is allowed below `min`. */
  readonly emptyAllowed?: boolean;
  readonly max?: number;
  /** What a day above `max` counts: the hours too many (left out), or one. */
  readonly perDay?: 'once';
}

/**
 * Hours of a resource on each day (half-day, real day): at least `min` where there are any, at most `max`. Deviation:
 * hours too few plus hours too many; unplaced hours can still fill.
 */
export class DailyHours implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #groups: DayGroups;
  readonly #within: number;
  readonly #min: number;
  readonly #emptyAllowed: boolean;
  readonly #max: number;
  readonly #once: boolean;
  /** Days of all groups one after the other, and where each group ends. */
  readonly #days: Int32Array;
  readonly #ends: Int32Array;

  constructor(resource: number, rule: DailyHoursRule) {
    this.resources = [resource];
    this.#resource = resource;
    this.#groups = rule.groups;
    this.#within = rule.within ?? -1;
    this.#min = rule.min ?? 0;
    this.#emptyAllowed = rule.emptyAllowed ?? true;
    this.#max = rule.max ?? 1000;
    this.#once = rule.perDay === 'once';
    ({ days: this.#days, ends: this.#ends } = inARow(rule.groups));
  }

  deviation(state: State): number {
    const base = this.#resource * state.problem.days;
    const { mask } = state;
    const within = this.#within;
    const days = this.#days;
    const ends = this.#ends;
    const min = this.#min;
    const max = this.#max;
    const least = this.#emptyAllowed ? 1 : 0;
    let missing = 0;
    let over = 0;
    for (let group = 0, at = 0; group < ends.length; group++) {
      let hours = 0;
      for (const end = ends[group]!; at < end; at++) {
        const bits = mask[base + days[at]!]! & within;
        if (bits !== 0) hours += bitCount(bits);
      }
      if (hours > max) over += this.#once ? 1 : hours - max;
      else if (hours < min && hours >= least) missing += min - hours;
    }
    if (missing > 0) {
      missing -= state.pending(this.#resource);
      if (missing > 0) over += missing;
    }
    return over;
  }

  implies(other: Constraint): boolean {
    return (
      other instanceof DailyHours &&
      other.#resource === this.#resource &&
      other.#within === this.#within &&
      this.#min >= other.#min &&
      (other.#min === 0 || !this.#emptyAllowed || other.#emptyAllowed) &&
      this.#max <= other.#max &&
      areAlike(this.#groups, other.#groups)
    );
  }

  /** A day with too few hours as a whole; each meet of a day with too many, or, to fill others, of one with enough. */
  culprits(state: State, out: Culprits): void {
    const base = this.#resource * state.problem.days;
    const { mask } = state;
    const days = this.#days;
    const ends = this.#ends;
    for (let group = 0, at = 0; group < ends.length; group++) {
      let hours = 0;
      for (const end = ends[group]!; at < end; at++) {
        gatherDay(state, this.#resource, days[at]!, out, this.#within);
        hours += bitCount(mask[base + days[at]!]! & this.#within);
      }
      if (hours < this.#min && this.#emptyAllowed) out.close();
      else if (hours > this.#max || this.#min > 0) out.closeEach();
      else out.drop();
    }
  }
}
