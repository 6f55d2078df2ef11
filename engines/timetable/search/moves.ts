import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { Foresight } from './foresight.ts';
import type { Tables } from './tables.ts';

const longestChain = 40;

/** How far a move goes: the meet alone; it changes places with whom it meets in its first resource; or all that follows. */
export type Reach = 'alone' | 'swap' | 'chain';

/**
 * Moves of a whole timetable. A meet goes to another slot, and what it meets there goes where it came from; in a chain
 * also what these meet, until nobody clashes (a Kempe chain between two windows of the week).
 */
export class Moves {
  readonly #tables: Tables;
  readonly #state: State;
  readonly #chain = new Int32Array(longestChain);
  readonly #to = new Int32Array(longestChain);
  readonly #inChain: Int32Array;
  readonly #foresight: Foresight | undefined;
  #stamp = 0;
  #length = 0;

  constructor(tables: Tables, state: State) {
    this.#tables = tables;
    this.#state = state;
    this.#inChain = new Int32Array(tables.problem.meets);
    if (Number.isFinite(tables.problem.wishPrice)) this.#foresight = new Foresight(tables, state);
  }

  /**
   * Makes the move, unsettled; false, with nothing changed, when some meet may not go where it would have to, or when the total
   * would rise by more than `mostRise` as far as that is seen before: by clashes that weigh `clashWeight` each and of which another
   * broken rule may pay one, and, where comfort comes first, by the days of people.
   */
  make(meet: number, slot: number, reach: Reach, mostRise: number, clashWeight: number): boolean {
    if (!this.#gather(meet, slot, reach)) return false;
    const clashes = reach === 'chain' ? 0 : this.#clashes();
    if (clashes > mostRise / clashWeight + 1) return false;
    const paid = clashes * clashWeight;
    if (this.#foresight?.refuses(this.#chain, this.#to, this.#length, paid, mostRise)) return false;
    const state = this.#state;
    for (let index = 0; index < this.#length; index++)
      if (state.start[this.#chain[index]!]! >= 0) state.unplace(this.#chain[index]!);
    for (let index = 0; index < this.#length; index++)
      this.#tables.place(state, this.#chain[index]!, this.#to[index]!);
    return true;
  }

  /** Gives a random open place of a meet another option; false when there is none. */
  choose(meet: number, random: Random): boolean {
    const { choices, options } = this.#tables.problem;
    const many = choices.from[meet + 1]! - choices.from[meet]!;
    if (many === 0) return false;
    const choice = choices.items[choices.from[meet]! + random.below(many)]!;
    const first = options.from[choice]!;
    const pick = options.items[first + random.below(options.from[choice + 1]! - first)]!;
    if (pick === this.#state.option[choice]) return false;
    this.#state.choose(choice, pick);
    return true;
  }

  #gather(meet: number, slot: number, reach: Reach): boolean {
    const state = this.#state;
    const { slots, weekLength } = this.#tables.problem;
    const { mayStart, from, exclusive } = this.#tables;
    this.#stamp++;
    this.#length = 0;
    this.#add(meet, slot);
    const old = state.start[meet]!;
    if (reach === 'alone' || old < 0) return true;
    const shift = slot - old;
    for (let index = 0; index < this.#length; index++) {
      const moving = this.#chain[index]!;
      const begin = this.#to[index]!;
      const back = begin > state.start[moving]! ? -Math.abs(shift) : Math.abs(shift);
      const duration = state.duration[moving]!;
      const weeks = this.#tables.weeksOf(moving);
      const end = reach === 'swap' ? Math.min(from[moving]! + 1, from[moving + 1]!) : from[moving + 1]!;
      for (let at = from[moving]!; at < end; at++) {
        const resource = exclusive[at]!;
        for (let week = 0; week < weeks.length; week++)
          for (let step = begin + weeks[week]!, stop = step + duration; step < stop; step++) {
            const count = state.count[resource * slots + step]!;
            if (count === 0) continue;
            const other =
              count === 1
                ? state.occupants[resource * slots + step]! - 1
                : state.otherAt(resource, step, moving);
            if (other < 0 || this.#inChain[other] === this.#stamp) continue;
            const goes = state.start[other]! + back;
            if (goes < 0 || goes >= weekLength || !mayStart[other * weekLength + goes]) return false;
            if (this.#length === longestChain) return false;
            this.#add(other, goes);
          }
      }
      if (reach === 'swap') return true;
    }
    return true;
  }

  /** Clashes the gathered move brings, less those it takes away. */
  #clashes(): number {
    const state = this.#state;
    const { slots } = this.#tables.problem;
    const { from, exclusive } = this.#tables;
    let rise = 0;
    for (let index = 0; index < this.#length; index++) {
      const meet = this.#chain[index]!;
      const begin = this.#to[index]!;
      const old = state.start[meet]!;
      const duration = state.duration[meet]!;
      const weeks = this.#tables.weeksOf(meet);
      for (let at = from[meet]!; at < from[meet + 1]!; at++) {
        const base = exclusive[at]! * slots;
        for (let week = 0; week < weeks.length; week++)
          for (let step = 0; step < duration; step++) {
            const slot = base + begin + weeks[week]! + step;
            const count = state.count[slot]!;
            if (count > 0 && !(count === 1 && this.#inChain[state.occupants[slot]! - 1] === this.#stamp))
              rise++;
            if (old >= 0 && state.count[base + old + weeks[week]! + step]! > 1) rise--;
          }
      }
    }
    return rise;
  }

  #add(meet: number, slot: number): void {
    this.#inChain[meet] = this.#stamp;
    this.#chain[this.#length] = meet;
    this.#to[this.#length++] = slot;
  }
}
