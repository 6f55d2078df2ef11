import type { State } from '../core/state.ts';
import type { Bonds } from './bonds.ts';
import type { Prices } from './outlook.ts';
import type { Tables } from './tables.ts';

/** Looks over all slots of a meet at once, by what needs no look: who has its resources there, and who is bound to it. */
export class Survey {
  readonly #tables: Tables;
  readonly #state: State;
  readonly #standing: Prices;
  readonly #bonds: Bonds;
  /** The last slot, of all that were ever looked over, for which a meet was counted. */
  readonly #stamps: Int32Array;
  #stamp = 0;

  constructor(tables: Tables, state: State, standing: Prices, bonds: Bonds) {
    this.#tables = tables;
    this.#state = state;
    this.#standing = standing;
    this.#bonds = bonds;
    this.#stamps = new Int32Array(tables.problem.meets);
  }

  /**
   * Notes for each start of an unplaced meet, in their order, what those weigh who must leave whatever else does: the least that a
   * look can give. Infinite when one must stay.
   */
  over(meet: number, prices: Float64Array): void {
    const { from, exclusive, problem } = this.#tables;
    const { starts, slots } = problem;
    const { count, occupants, duration } = this.#state;
    const { isFrozen } = this.#standing;
    const stamps = this.#stamps;
    const weeks = this.#tables.weeksOf(meet);
    const length = duration[meet]!;
    const first = starts.from[meet]!;
    const many = starts.from[meet + 1]! - first;
    const { weight, removals } = this.#standing;
    const bonds = this.#bonds;
    const firstBond = bonds.begin(meet);
    const lastBond = bonds.begin(meet + 1);
    const weekLength = problem.weekLength;
    const start = this.#state.start;
    const firstResource = from[meet]!;
    const lastResource = from[meet + 1]!;
    const weekly = weeks.length;
    let stamp = this.#stamp;
    for (let index = 0; index < many; index++) {
      const slot = starts.items[first + index]!;
      stamp++;
      let price = 0;
      for (let bond = firstBond; bond < lastBond; bond += 2) {
        const other = bonds.breaking(this.#state, meet, slot, bond);
        if (other < 0 || stamps[other] === stamp) continue;
        if (isFrozen[other]) {
          price = Number.POSITIVE_INFINITY;
          break;
        }
        stamps[other] = stamp;
        // As `priceOf` has it; a call for each is what V8's first compilers make dear.
        price += weight[other]! + removals[other * weekLength + start[other]!]!;
      }
      for (let at = firstResource; at < lastResource && price < Number.POSITIVE_INFINITY; at++) {
        const base = exclusive[at]! * slots + slot;
        for (let week = 0; week < weekly; week++)
          for (let step = base + weeks[week]!, stop = step + length; step < stop; step++) {
            // Where several clash already only a look can tell.
            if (count[step] !== 1) continue;
            const other = occupants[step]! - 1;
            if (isFrozen[other]) price = Number.POSITIVE_INFINITY;
            else if (stamps[other] !== stamp) {
              stamps[other] = stamp;
              price += weight[other]! + removals[other * weekLength + start[other]!]!;
            }
          }
      }
      prices[index] = price;
    }
    this.#stamp = stamp;
  }
}
