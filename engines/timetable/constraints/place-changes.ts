import type { Constraint } from '../core/constraint.ts';
import type { State } from '../core/state.ts';

export interface PlaceChangesRule {
  /** Where a resource is when it has a meet that takes the option: a building, a site or a room; -1 for nowhere in particular. */
  readonly placeOf: (option: number) => number;
  /** Days whose changes are counted together against `max`. */
  readonly groups: readonly (readonly number[])[];
  /** Days of the grid within which going from one place to another is a change (morning and afternoon: 2). */
  readonly dayLength?: number;
  readonly max?: number;
  /** Periods that must lie between two meets in different places of one day. */
  readonly minGap?: number;
}

/**
 * Changes of place (site, building, room) of a resource within a day: at most `max` in each group of days, with at least
 * `minGap` periods for the way. Deviation: changes too many plus periods missing.
 */
export class PlaceChanges implements Constraint {
  readonly readsChoices = true;
  readonly resources: readonly number[];
  readonly meets: readonly number[];
  readonly #resource: number;
  readonly #rule: PlaceChangesRule;

  readonly #choices: ReadonlyMap<number, number>;

  /** `choices`: for each meet of the resource that has a place, which of its choices says where. */
  constructor(resource: number, choices: ReadonlyMap<number, number>, rule: PlaceChangesRule) {
    this.resources = [resource];
    this.meets = [...choices.keys()];
    this.#choices = choices;
    this.#resource = resource;
    this.#rule = rule;
  }

  deviation(state: State): number {
    const { periods, slots } = state.problem;
    let deviation = 0;
    for (const group of this.#rule.groups) {
      let changes = 0;
      let place = -1;
      let last = -1;
      let realDay = -1;
      for (const day of group) {
        const here = Math.floor(day / (this.#rule.dayLength ?? 1));
        if (here !== realDay) {
          place = -1;
          realDay = here;
        }
        for (let period = 0; period < periods; period++) {
          const slot = day * periods + period;
          if (state.count[this.#resource * slots + slot] !== 1) continue;
          const now = this.#placeAt(state, state.occupants[this.#resource * slots + slot]! - 1);
          if (now < 0) continue;
          if (place >= 0 && now !== place) {
            changes++;
            const gap = slot - last - 1;
            if (this.#rule.minGap !== undefined && gap < this.#rule.minGap)
              deviation += this.#rule.minGap - gap;
          }
          place = now;
          last = slot;
        }
      }
      if (this.#rule.max !== undefined && changes > this.#rule.max) deviation += changes - this.#rule.max;
    }
    return deviation;
  }

  #placeAt(state: State, meet: number): number {
    const { choices } = state.problem;
    const choice = this.#choices.get(meet);
    if (choice === undefined) return -1;
    const option = state.option[choices.items[choices.from[meet]! + choice]!]!;
    return option < 0 ? -1 : this.#rule.placeOf(option);
  }
}
