import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { type DayGroups, gatherDay } from './days-of-resource.ts';

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

  constructor(resource: number, rule: DailyHoursRule) {
    this.resources = [resource];
    this.#resource = resource;
    this.#groups = rule.groups;
    this.#within = rule.within ?? -1;
    this.#min = rule.min ?? 0;
    this.#emptyAllowed = rule.emptyAllowed ?? true;
    this.#max = rule.max ?? 1000;
    this.#once = rule.perDay === 'once';
  }

  deviation(state: State): number {
    const base = this.#resource * state.problem.days;
    const groups = this.#groups;
    const min = this.#min;
    const max = this.#max;
    let missing = 0;
    let over = 0;
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index]!;
      let hours = 0;
      for (let member = 0; member < group.length; member++) {
        const mask = state.mask[base + group[member]!]! & this.#within;
        if (mask !== 0) hours += bitCount(mask);
      }
      if (hours > max) over += this.#once ? 1 : hours - max;
      else if (hours < min && (hours > 0 || !this.#emptyAllowed)) missing += min - hours;
    }
    if (missing > 0) {
      missing -= state.pending(this.#resource);
      if (missing > 0) over += missing;
    }
    return over;
  }

  /** A day with too few hours as a whole; each meet of a day with too many, or, to fill others, of one with enough. */
  culprits(state: State, out: Culprits): void {
    for (const group of this.#groups) {
      let hours = 0;
      for (const day of group) {
        gatherDay(state, this.#resource, day, out, this.#within);
        hours += bitCount(state.mask[this.#resource * state.problem.days + day]! & this.#within);
      }
      if (hours < this.#min && this.#emptyAllowed) out.close();
      else if (hours > this.#max || this.#min > 0) out.closeEach();
      else out.drop();
    }
  }
}
