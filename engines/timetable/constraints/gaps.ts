import { firstBit, gapsIn, lastBit } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import type { DayGroups } from './days-of-resource.ts';

export interface GapsRule {
  /** Days whose gaps are counted together against `max`; one group of all days for a week. */
  readonly groups: DayGroups;
  readonly max: number;
  /** Periods of each day that are no gap when empty (closed, break), as bits. */
  readonly ignored: ArrayLike<number>;
  /** Hours that each busy day must have by another rule: tightens the bound of a partial timetable. */
  readonly minDaily?: number;
  /** Days without any hour need `minDaily` hours too. */
  readonly everyDay?: boolean;
  /** On how many days it may begin one period late; days begin early otherwise. Left out: days may begin at any period. */
  readonly lateBeginnings?: number;
  /** Only the periods before the first busy one count. */
  readonly onlyBefore?: boolean;
  /** One gap of one group of days is forgiven. */
  readonly oneLonger?: boolean;
}

/**
 * Empty periods of a resource between the first and the last busy one of a day (with `lateBeginnings` also those before
 * the first): at most `max` in each group of days. Deviation: gaps too many; unplaced hours can still fill some.
 */
export class Gaps implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #groups: DayGroups;
  readonly #max: number;
  readonly #ignored: Int32Array;
  readonly #minDaily: number;
  readonly #everyDay: boolean;
  readonly #lateBeginnings: number;
  readonly #onlyBefore: boolean;
  readonly #forgiven: number;

  constructor(resource: number, rule: GapsRule) {
    this.resources = [resource];
    this.#resource = resource;
    this.#groups = rule.groups;
    this.#max = rule.max;
    this.#ignored = Int32Array.from(rule.ignored);
    this.#minDaily = rule.minDaily ?? 0;
    this.#everyDay = rule.everyDay ?? false;
    this.#lateBeginnings = rule.lateBeginnings ?? -1;
    this.#onlyBefore = rule.onlyBefore ?? false;
    this.#forgiven = rule.oneLonger ? 1 : 0;
  }

  deviation(state: State): number {
    const base = this.#resource * state.problem.days;
    const groups = this.#groups;
    const pending = state.pending(this.#resource);
    let deviation = 0;
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index]!;
      let gaps = 0;
      let needed = 0;
      let late = 0;
      for (let member = 0; member < group.length; member++) {
        const day = group[member]!;
        const mask = state.mask[base + day]!;
        if (mask === 0) {
          if (this.#everyDay) needed += this.#minDaily;
          continue;
        }
        let inDay = this.#onlyBefore ? 0 : gapsIn(mask, this.#ignored[day]!);
        if (this.#lateBeginnings >= 0) {
          const before = ~this.#ignored[day]! & ((mask & -mask) - 1);
          if (before !== 0) {
            inDay += bitCount(before);
            late++;
          }
        }
        gaps += inDay;
        if (this.#minDaily > 0) {
          const short = this.#minDaily - bitCount(mask);
          needed += Math.max(short, inDay);
        } else needed += inDay;
      }
      if (late > 0) {
        const excused = Math.min(late, this.#lateBeginnings);
        gaps -= excused;
        needed -= excused;
      }
      // With hours unplaced, days that lack hours need them too; with all placed only gaps count.
      if (pending > 0) gaps = needed;
      if (gaps > this.#max) deviation += gaps - this.#max;
    }
    const spared = pending + this.#forgiven;
    return deviation > spared ? deviation - spared : 0;
  }

  /** Meets at the ends of days: only these make a day shorter. */
  culprits(state: State, out: Culprits): void {
    const { days, periods, slots } = state.problem;
    const base = this.#resource * days;
    const offerAt = (day: number, period: number) => {
      const at = this.#resource * slots + day * periods + period;
      if (state.count[at] === 1) out.one(state.occupants[at]! - 1);
    };
    for (const group of this.#groups)
      for (const day of group) {
        const mask = state.mask[base + day]!;
        if (mask === 0) continue;
        const first = firstBit(mask);
        const last = lastBit(mask);
        const compact = gapsIn(mask, this.#ignored[day]!) === 0 && (this.#lateBeginnings < 0 || first === 0);
        if (compact && bitCount(mask) <= this.#minDaily) continue;
        offerAt(day, last);
        if (first !== last && this.#lateBeginnings < 0) offerAt(day, first);
      }
  }
}
