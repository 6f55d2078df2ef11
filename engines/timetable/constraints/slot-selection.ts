import type { Constraint } from '../core/constraint.ts';
import type { State } from '../core/state.ts';

export interface SlotSelectionRule {
  readonly slots: readonly number[];
  /** How many slots of the selection are taken by the set at all. */
  readonly maxTaken?: number;
  readonly minTaken?: number;
  /** How many meets of the set are there at once, in each slot of the selection. */
  readonly maxAtOnce?: number;
  readonly minAtOnce?: number;
  /** Whether a slot without any meet is allowed below minAtOnce. */
  readonly emptyAllowed?: boolean;
  /** How many meets of the set begin or lie in the selection. */
  readonly maxMeets?: number;
}

/** A set of meets against a selection of slots. Deviation: what is too many or too few, summed; unplaced meets can still fill. */
export class SlotSelection implements Constraint {
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];
  readonly #rule: SlotSelectionRule;
  readonly #selected: Uint8Array;
  readonly #at: Int32Array;

  constructor(meets: readonly number[], slots: number, rule: SlotSelectionRule) {
    this.meets = [...new Set(meets)];
    this.#rule = rule;
    this.#selected = new Uint8Array(slots);
    for (const slot of rule.slots) this.#selected[slot] = 1;
    this.#at = new Int32Array(slots);
  }

  deviation(state: State): number {
    const { maxTaken, minTaken, maxAtOnce, minAtOnce, maxMeets, slots, emptyAllowed } = this.#rule;
    const at = this.#at;
    for (const slot of slots) at[slot] = 0;
    let pending = 0;
    let inside = 0;
    for (const meet of this.meets) {
      const begin = state.start[meet]!;
      if (begin < 0) {
        pending += state.duration[meet]!;
        continue;
      }
      let touches = 0;
      for (let slot = begin; slot < begin + state.duration[meet]!; slot++) {
        if (!this.#selected[slot]) continue;
        at[slot]!++;
        touches = 1;
      }
      inside += touches;
    }
    let taken = 0;
    let over = 0;
    let missing = 0;
    for (const slot of slots) {
      const here = at[slot]!;
      if (here > 0) taken++;
      if (maxAtOnce !== undefined && here > maxAtOnce) over += here - maxAtOnce;
      if (minAtOnce !== undefined && here < minAtOnce && (here > 0 || !emptyAllowed))
        missing += minAtOnce - here;
    }
    if (maxTaken !== undefined && taken > maxTaken) over += taken - maxTaken;
    if (maxMeets !== undefined && inside > maxMeets) over += inside - maxMeets;
    if (minTaken !== undefined && taken < minTaken) missing += minTaken - taken;
    return over + Math.max(0, missing - pending);
  }
}
