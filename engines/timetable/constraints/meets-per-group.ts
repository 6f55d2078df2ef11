import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import type { State } from '../core/state.ts';

export interface MeetsPerGroupRule {
  /** Group (term, week, day) of each slot. */
  readonly groupOf: ArrayLike<number>;
  readonly maxGroups?: number;
  readonly maxInGroup?: number;
}

/** In how many groups of slots (terms) a set of meets lies, and how many in one. Deviation: groups and meets too many. */
export class MeetsPerGroup implements Constraint {
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];
  readonly #meets: readonly number[];
  readonly #rule: MeetsPerGroupRule;
  readonly #here: Int32Array;

  constructor(meets: readonly number[], rule: MeetsPerGroupRule) {
    this.meets = [...new Set(meets)];
    this.#meets = meets;
    this.#rule = rule;
    let groups = 0;
    for (let slot = 0; slot < rule.groupOf.length; slot++) groups = Math.max(groups, rule.groupOf[slot]! + 1);
    this.#here = new Int32Array(groups);
  }

  deviation(state: State): number {
    const { groupOf, maxGroups, maxInGroup } = this.#rule;
    this.#here.fill(0);
    for (const meet of this.#meets) if (state.start[meet]! >= 0) this.#here[groupOf[state.start[meet]!]!]!++;
    let groups = 0;
    let over = 0;
    for (const many of this.#here) {
      if (many > 0) groups++;
      if (maxInGroup !== undefined && many > maxInGroup) over += many - maxInGroup;
    }
    return over + (maxGroups !== undefined && groups > maxGroups ? groups - maxGroups : 0);
  }

  /** All meets of one group; or, of a group with too many, each. */
  culprits(state: State, out: Culprits): void {
    const { groupOf, maxGroups, maxInGroup } = this.#rule;
    const gather = (group: number) => {
      for (const meet of this.meets)
        if (state.start[meet]! >= 0 && groupOf[state.start[meet]!] === group) out.add(meet);
    };
    for (let group = 0; group < this.#here.length; group++) {
      gather(group);
      if (maxInGroup !== undefined && out.gathered > maxInGroup) {
        out.closeEach();
        gather(group);
      }
      if (maxGroups !== undefined) out.close();
      else out.drop();
    }
  }
}
