import type { Constraint } from '../core/constraint.ts';
import type { State } from '../core/state.ts';

/** How two placed meets may break a rule; each gives a deviation from (start, duration) of both. */
export type PairRule =
  /** Both begin at one slot. Deviation 1. */
  | { readonly kind: 'same-start' }
  /** Both on one day, or within so many days side by side (the sessions of a real day). Deviation 1. */
  | { readonly kind: 'same-day'; readonly daysInOne?: number }
  /** Both begin at one period of whatever day. Deviation 1. */
  | { readonly kind: 'same-period' }
  /** No slot in common. Deviation: slots in common. */
  | { readonly kind: 'no-overlap' }
  /** On one day, and the second begins when the first ends (closed periods between do not count). Deviation 1. */
  | { readonly kind: 'follows' }
  /** On one day, one beginning when the other ends. Deviation 1. */
  | { readonly kind: 'grouped' }
  /** The first is over before the second begins, in the week. Deviation 1. */
  | { readonly kind: 'ordered' }
  /** As ordered, when both fall on one day. */
  | { readonly kind: 'ordered-in-day' }
  /** On one day, at least `min` periods between. Deviation: periods missing. */
  | { readonly kind: 'min-gap'; readonly min: number }
  /** As min-gap, when the second comes after the first. */
  | { readonly kind: 'min-gap-after'; readonly min: number };

/** A rule on two meets. Unplaced meets break nothing. */
export class MeetPair implements Constraint {
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];
  readonly #first: number;
  readonly #second: number;
  readonly #rule: PairRule;
  /** Periods of each day as bits over which meets may reach to follow each other. */
  readonly #closed: ArrayLike<number> | undefined;

  constructor(first: number, second: number, rule: PairRule, closed?: ArrayLike<number>) {
    this.meets = first === second ? [first] : [first, second];
    this.#first = first;
    this.#second = second;
    this.#rule = rule;
    this.#closed = closed;
  }

  deviation(state: State): number {
    const one = state.start[this.#first]!;
    const two = state.start[this.#second]!;
    return one < 0 || two < 0 ? 0 : this.#between(state, one, two);
  }

  onPair(state: State, meet: number, slot: number, other: number): number {
    return meet === this.#first
      ? this.#between(state, slot, state.start[other]!)
      : this.#between(state, state.start[other]!, slot);
  }

  #between(state: State, one: number, two: number): number {
    const periods = state.problem.periods;
    const dayOne = (one / periods) | 0;
    const dayTwo = (two / periods) | 0;
    const endOne = one + state.duration[this.#first]!;
    const endTwo = two + state.duration[this.#second]!;
    switch (this.#rule.kind) {
      case 'same-start':
        return one === two ? 0 : 1;
      case 'same-day': {
        const { daysInOne = 1 } = this.#rule;
        return ((dayOne / daysInOne) | 0) === ((dayTwo / daysInOne) | 0) ? 0 : 1;
      }
      case 'same-period':
        return one - dayOne * periods === two - dayTwo * periods ? 0 : 1;
      case 'no-overlap':
        return endOne <= two || endTwo <= one ? 0 : Math.min(endOne, endTwo) - Math.max(one, two);
      case 'follows':
        return dayOne === dayTwo && this.#meet(state, endOne, two) ? 0 : 1;
      case 'grouped':
        return dayOne === dayTwo && (this.#meet(state, endOne, two) || this.#meet(state, endTwo, one))
          ? 0
          : 1;
      case 'ordered':
        return endOne <= two ? 0 : 1;
      case 'ordered-in-day':
        return dayOne !== dayTwo || endOne <= two ? 0 : 1;
      case 'min-gap': {
        if (dayOne !== dayTwo) return 0;
        const gap = one < two ? two - endOne : one - endTwo;
        return Math.max(0, this.#rule.min - Math.max(0, gap));
      }
      default: {
        if (dayOne !== dayTwo || two < endOne) return 0;
        return Math.max(0, this.#rule.min - (two - endOne));
      }
    }
  }

  /** Whether what ends before `end` and what begins at `begin` touch, closed periods left out. */
  #meet(state: State, end: number, begin: number): boolean {
    if (end === begin) return true;
    if (begin < end || !this.#closed) return false;
    const periods = state.problem.periods;
    for (let slot = end; slot < begin; slot++) {
      const day = (slot / periods) | 0;
      if (!((this.#closed[day]! >>> (slot - day * periods)) & 1)) return false;
    }
    return true;
  }
}

/** Three meets in one block of a day, in any order. Deviation: 1 when not. */
export class ThreeGrouped implements Constraint {
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];

  constructor(meets: readonly [number, number, number]) {
    this.meets = meets;
  }

  deviation(state: State): number {
    const { periods } = state.problem;
    const placed = this.meets
      .filter((meet) => state.start[meet]! >= 0)
      .sort((one, other) => state.start[one]! - state.start[other]!);
    if (placed.length < 2) return 0;
    const missing = this.meets
      .filter((meet) => state.start[meet]! < 0)
      .reduce((sum, meet) => sum + state.duration[meet]!, 0);
    let gap = 0;
    for (let index = 1; index < placed.length; index++) {
      const before = state.start[placed[index - 1]!]!;
      const after = state.start[placed[index]!]!;
      if (Math.floor(before / periods) !== Math.floor(after / periods)) return 1;
      const between = after - before - state.duration[placed[index - 1]!]!;
      if (between < 0) return 1;
      gap += between;
    }
    return gap === 0 || gap === missing ? 0 : 1;
  }
}
