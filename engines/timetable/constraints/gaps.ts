import { firstBit, gapsIn, lastBit } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount, type Problem } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { areAlike, type DayGroups, inARow } from './days-of-resource.ts';

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

/** Days of so many periods are looked up; longer ones are counted each time. */
const mostTabled = 10;
/** Tables of what days add, shared by days and rules that are alike. */
const tablesOf = new WeakMap<Problem, Map<string, Int32Array>>();
/** A tally holds three counts, the sums of a week included. */
const neededShift = 12;
const mostCounted = (1 << neededShift) - 1;
const lateShift = 24;

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
  /** Days of all groups one after the other, and where each group ends. */
  readonly #days: Int32Array;
  readonly #ends: Int32Array;
  /** What each day adds, by its busy periods; -1 until it is asked for. */
  #tables: readonly Int32Array[] = [];
  #periods = 0;

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
    ({ days: this.#days, ends: this.#ends } = inARow(rule.groups));
  }

  deviation(state: State): number {
    const { days, periods } = state.problem;
    if (this.#periods !== periods) this.#begin(state.problem);
    const { mask } = state;
    const base = this.#resource * days;
    const tables = this.#tables;
    const inGroups = this.#days;
    const ends = this.#ends;
    const pending = state.pending(this.#resource);
    // With hours unplaced, days that lack hours need them too; with all placed only gaps count.
    const shift = pending > 0 ? neededShift : 0;
    const spared = pending + this.#forgiven;
    let deviation = 0;
    for (let group = 0, at = 0; group < ends.length; group++) {
      let sum = 0;
      for (; at < ends[group]!; at++) {
        const bits = mask[base + inGroups[at]!]!;
        if (periods > mostTabled) sum += this.#tally(bits, at);
        else {
          const known = tables[at]![bits]!;
          sum += known >= 0 ? known : this.#note(bits, at);
        }
      }
      let gaps = (sum >>> shift) & mostCounted;
      const late = sum >>> lateShift;
      if (late > 0) gaps -= Math.min(late, this.#lateBeginnings);
      if (gaps > this.#max) deviation += gaps - this.#max;
    }
    return deviation > spared ? deviation - spared : 0;
  }

  /** What a day adds, packed: gaps, hours that fill them and make the day long enough, late beginnings. */
  #tally(mask: number, at: number): number {
    if (mask === 0) return this.#everyDay ? this.#minDaily << neededShift : 0;
    const ignored = this.#ignored[this.#days[at]!]!;
    let gaps = this.#onlyBefore ? 0 : gapsIn(mask, ignored);
    let late = 0;
    if (this.#lateBeginnings >= 0) {
      const before = ~ignored & ((mask & -mask) - 1);
      if (before !== 0) {
        gaps += bitCount(before);
        late = 1;
      }
    }
    const needed = this.#minDaily > 0 ? Math.max(this.#minDaily - bitCount(mask), gaps) : gaps;
    return gaps | (needed << neededShift) | (late << lateShift);
  }

  #note(mask: number, at: number): number {
    const found = this.#tally(mask, at);
    this.#tables[at]![mask] = found;
    return found;
  }

  #begin(problem: Problem): void {
    const { periods } = problem;
    this.#periods = periods;
    if (periods > mostTabled) return;
    const known = tablesOf.get(problem) ?? new Map<string, Int32Array>();
    tablesOf.set(problem, known);
    const kind = `${this.#minDaily} ${this.#everyDay} ${this.#lateBeginnings >= 0} ${this.#onlyBefore}`;
    this.#tables = Array.from(this.#days, (day) => {
      const key = `${this.#ignored[day]! & ((1 << periods) - 1)} ${kind}`;
      const table = known.get(key) ?? new Int32Array(1 << periods).fill(-1);
      known.set(key, table);
      return table;
    });
  }

  /** A rule for the week that allows no more than another allows a day is the stricter. */
  implies(other: Constraint): boolean {
    if (!(other instanceof Gaps) || other.#resource !== this.#resource) return false;
    const excuses = this.#lateBeginnings > 0 && other.#minDaily > 0;
    return (
      !excuses &&
      this.#max <= other.#max &&
      this.#minDaily >= other.#minDaily &&
      (this.#everyDay || !other.#everyDay) &&
      this.#forgiven <= other.#forgiven &&
      (!this.#onlyBefore || other.#onlyBefore) &&
      (other.#lateBeginnings < 0 ||
        (this.#lateBeginnings >= 0 && this.#lateBeginnings <= other.#lateBeginnings)) &&
      (this.#ends.length === 1 || areAlike(this.#groups, other.#groups)) &&
      other.#days.every(
        (day) => this.#days.includes(day) && (this.#ignored[day]! & ~other.#ignored[day]!) === 0,
      )
    );
  }

  /** Meets at the ends of days: only these make a day shorter. */
  culprits(state: State, out: Culprits): void {
    const { days, periods, slots } = state.problem;
    const base = this.#resource * days;
    const inGroups = this.#days;
    for (let index = 0; index < inGroups.length; index++) {
      const day = inGroups[index]!;
      const mask = state.mask[base + day]!;
      if (mask === 0) continue;
      const first = firstBit(mask);
      const last = lastBit(mask);
      const compact = gapsIn(mask, this.#ignored[day]!) === 0 && (this.#lateBeginnings < 0 || first === 0);
      if (compact && bitCount(mask) <= this.#minDaily) continue;
      const slot = this.#resource * slots + day * periods;
      if (state.count[slot + last] === 1) out.one(state.occupants[slot + last]! - 1);
      if (first === last || this.#lateBeginnings >= 0) continue;
      if (state.count[slot + first] === 1) out.one(state.occupants[slot + first]! - 1);
    }
  }
}
