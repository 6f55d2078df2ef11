import { firstBit, lastBit } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import type { State } from '../core/state.ts';
import { type DayGroups, gatherDay } from './days-of-resource.ts';

export interface SpanRule {
  readonly groups: DayGroups;
  readonly max: number;
  /** One day of the week may be one period longer. */
  readonly oneDayLonger?: boolean;
}

/** Periods from the first to the last busy one of a day (of all days of a group together): at most `max`. Deviation: periods past it. */
export class Span implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #rule: SpanRule;

  constructor(resource: number, rule: SpanRule) {
    this.resources = [resource];
    this.#resource = resource;
    this.#rule = rule;
  }

  deviation(state: State): number {
    let over = 0;
    let excused = !this.#rule.oneDayLonger;
    for (const group of this.#rule.groups) {
      const past = this.#spanOf(state, group) - this.#rule.max;
      if (past <= 0) continue;
      over += past;
      if (!excused) {
        excused = true;
        over--;
      }
    }
    return over;
  }

  culprits(state: State, out: Culprits): void {
    for (const group of this.#rule.groups) {
      if (this.#spanOf(state, group) <= this.#rule.max) continue;
      for (const day of group) gatherDay(state, this.#resource, day, out);
      out.closeEach();
    }
  }

  #spanOf(state: State, group: readonly number[]): number {
    const base = this.#resource * state.problem.days;
    let span = 0;
    for (const day of group) {
      const mask = state.mask[base + day]!;
      if (mask !== 0) span += lastBit(mask) - firstBit(mask) + 1;
    }
    return span;
  }
}
