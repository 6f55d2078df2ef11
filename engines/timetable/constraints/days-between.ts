import type { Constraint } from '../core/constraint.ts';
import type { Problem } from '../core/problem.ts';
import type { State } from '../core/state.ts';

/**
 * Days between each two meets of a set: at least `min`, at most `max`. Deviation: days too few or too many, summed over
 * the pairs.
 */
export class DaysBetween implements Constraint {
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];
  readonly #meets: Int32Array;
  readonly #min: number;
  readonly #max: number;
  readonly #daysInOne: number;
  readonly #daysPerTerm: number;

  /** `daysInOne`: days of the grid that count as one (morning and afternoon); `daysPerTerm`: only within a term are they too close. */
  constructor(
    meets: readonly number[],
    rule: {
      readonly min?: number;
      readonly max?: number;
      readonly daysInOne?: number;
      readonly daysPerTerm?: number;
    },
  ) {
    this.meets = [...new Set(meets)];
    this.#meets = Int32Array.from(meets);
    this.#min = rule.min ?? 0;
    this.#max = rule.max ?? 1000;
    this.#daysInOne = rule.daysInOne ?? 1;
    this.#daysPerTerm = rule.daysPerTerm ?? 1_000_000;
  }

  deviation(state: State): number {
    const meets = this.#meets;
    let deviation = 0;
    for (let one = 1; one < meets.length; one++) {
      const first = state.start[meets[one]!]!;
      if (first < 0) continue;
      for (let other = 0; other < one; other++)
        if (state.start[meets[other]!]! >= 0)
          deviation += this.onPair(state, meets[one]!, first, meets[other]!);
    }
    return deviation;
  }

  onPair(state: State, _meet: number, slot: number, other: number): number {
    const periods = state.problem.periods * this.#daysInOne;
    const day = (slot / periods) | 0;
    const otherDay = (state.start[other]! / periods) | 0;
    const distance = Math.abs(day - otherDay);
    if (distance > this.#max) return distance - this.#max;
    if (distance >= this.#min) return 0;
    return ((day / this.#daysPerTerm) | 0) === ((otherDay / this.#daysPerTerm) | 0)
      ? this.#min - distance
      : 0;
  }

  /** Meets that never share a day are together on every day that they share. */
  implies(other: Constraint): boolean {
    return (
      this.#min > 0 &&
      this.#daysPerTerm >= 1_000_000 &&
      other instanceof TogetherIfSameDay &&
      other.meets.every((meet) => this.#meets.includes(meet))
    );
  }

  /** More meets than days: some pairs share a day, fewest when the meets are spread evenly. */
  least({ starts, periods }: Problem): number {
    const days = new Set<number>();
    for (const meet of this.meets)
      for (let at = starts.from[meet]!; at < starts.from[meet + 1]!; at++) {
        days.add(Math.floor(starts.items[at]! / (periods * this.#daysInOne)));
        if (days.size >= this.#meets.length) return 0;
      }
    if (days.size === 0) return 0;
    const few = Math.floor(this.#meets.length / days.size);
    const fuller = this.#meets.length - few * days.size;
    const pairs = (fuller * (few + 1) * few + (days.size - fuller) * few * (few - 1)) / 2;
    return pairs * this.#min;
  }
}

/** Meets of a set that fall on one day follow each other without a break between. Deviation: pairs that do not. */
export class TogetherIfSameDay implements Constraint {
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];
  readonly #meets: Int32Array;

  constructor(meets: readonly number[]) {
    this.meets = [...new Set(meets)];
    this.#meets = Int32Array.from(this.meets);
  }

  deviation(state: State): number {
    const meets = this.#meets;
    let apart = 0;
    for (let one = 1; one < meets.length; one++) {
      const first = state.start[meets[one]!]!;
      if (first < 0) continue;
      for (let other = 0; other < one; other++)
        if (state.start[meets[other]!]! >= 0) apart += this.onPair(state, meets[one]!, first, meets[other]!);
    }
    return apart;
  }

  onPair(state: State, meet: number, slot: number, other: number): number {
    const { periods } = state.problem;
    const second = state.start[other]!;
    if (((slot / periods) | 0) !== ((second / periods) | 0)) return 0;
    return slot + state.duration[meet]! === second || second + state.duration[other]! === slot ? 0 : 1;
  }
}
