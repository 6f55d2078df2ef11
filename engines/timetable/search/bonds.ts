import { type Problem, type Rows, rowsOf } from '../core/problem.ts';
import type { State } from '../core/state.ts';

/**
 * The required rules on pairs of meets. Where a meet goes they leave no choice: each other meet that breaks one with it there must
 * leave, so they are known before a look is taken, and no look asks them.
 */
export class Bonds {
  readonly #problem: Problem;
  /** Whether a rule is one of them. */
  readonly isBond: Uint8Array;
  /** For each meet the others that it is bound to, each followed by the rule that binds them. */
  readonly #rows: Rows;

  /** `implied`: rules that another required rule implies (not 0). */
  constructor(problem: Problem, implied: Uint8Array) {
    this.#problem = problem;
    const { constraints, required, meets } = problem;
    this.isBond = new Uint8Array(constraints.length);
    const rows: number[][] = Array.from({ length: meets }, () => []);
    for (let rule = 0; rule < constraints.length; rule++) {
      const constraint = constraints[rule]!;
      if (!required[rule] || !constraint.onPair || constraint.meets.length < 2) continue;
      this.isBond[rule] = 1;
      if (implied[rule]) continue;
      for (const meet of constraint.meets)
        for (const other of constraint.meets) if (other !== meet) rows[meet]!.push(other, rule);
    }
    this.#rows = rowsOf(rows);
  }

  /** Where the bonds of a meet begin, and where those of the next do: two places for each. */
  begin(meet: number): number {
    return this.#rows.from[meet]!;
  }

  /** The other meet of a bond when it would break its rule with the meet at the slot; -1 when not. */
  breaking(state: State, meet: number, slot: number, bond: number): number {
    const other = this.#rows.items[bond]!;
    if (state.start[other]! < 0) return -1;
    const rule = this.#rows.items[bond + 1]!;
    return this.#problem.constraints[rule]!.onPair!(state, meet, slot, other) > 0 ? other : -1;
  }
}
