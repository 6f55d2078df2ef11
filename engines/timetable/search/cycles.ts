import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import type { Ease } from './ease.ts';
import type { Foresight } from './foresight.ts';
import type { Tables } from './tables.ts';

/** Meets of a round at most, and slots looked at for one. */
const longest = 5;
const mostLooks = 120;
const nobody = -1;
const nobodyThatMay = -2;

/**
 * Rounds within one resource: a meet takes the place of the next, this one that of a third, the last goes where the first came from
 * (or to a free slot). People of the meets are free where they go, so what each costs is known without trying; a round is followed
 * only while what it has cost so far may rise that much (the gain criterion of Lin and Kernighan: every round that is
 * worth it has a meet from which all its beginnings are).
 */
export class Cycles {
  readonly #tables: Tables;
  readonly #state: State;
  readonly #foresight: Foresight;
  readonly #ease: Ease;
  readonly #chain = new Int32Array(longest);
  readonly #to = new Int32Array(longest);
  /** Resources of the meets of the round. */
  readonly #taken: Int32Array;
  #stamp = 0;
  #length = 0;
  #resource = 0;
  #hole = 0;
  #mostRise = 0;
  /** Slots looked at for the last round. */
  looks = 0;

  constructor(tables: Tables, state: State, foresight: Foresight, ease: Ease) {
    this.#ease = ease;
    this.#tables = tables;
    this.#state = state;
    this.#foresight = foresight;
    this.#taken = new Int32Array(tables.problem.resources);
  }

  /** Makes a round that begins with the meet and costs at most so much more, unsettled; false when none is found. */
  make(meet: number, mostRise: number, random: Random): boolean {
    const { from, exclusive } = this.#tables;
    const state = this.#state;
    this.looks = 0;
    this.#hole = state.start[meet]!;
    if (this.#hole < 0 || from[meet] === from[meet + 1]) return false;
    this.#resource = exclusive[from[meet]!]!;
    if (this.#whoIs(this.#hole, meet) !== meet) return false;
    this.#mostRise = mostRise;
    this.#stamp++;
    this.#take(meet, this.#stamp);
    if (!this.#follow(0, meet, 0, random)) return false;
    for (let at = 0; at < this.#length; at++) state.unplace(this.#chain[at]!);
    for (let at = 0; at < this.#length; at++) this.#tables.place(state, this.#chain[at]!, this.#to[at]!);
    return true;
  }

  #follow(depth: number, meet: number, cost: number, random: Random): boolean {
    const { starts } = this.#tables.problem;
    const state = this.#state;
    const old = state.start[meet]!;
    this.#chain[depth] = meet;
    if (depth > 0 && this.#goes(depth, meet, this.#hole, cost) <= this.#mostRise) {
      this.#length = depth + 1;
      return true;
    }
    const first = starts.from[meet]!;
    const many = starts.from[meet + 1]! - first;
    const offset = random.below(many);
    for (let k = 0; k < many; k++) {
      if (this.looks >= mostLooks) return false;
      const slot = starts.items[first + ((k + offset) % many)]!;
      if (Math.abs(slot - old) < state.duration[meet]! || (depth > 0 && slot === this.#hole)) continue;
      const next = this.#whoIs(slot, meet);
      if (next === nobodyThatMay || (next >= 0 && (depth + 1 === longest || this.#isTaken(next)))) continue;
      const rise = this.#goes(depth, meet, slot, cost);
      if (rise > this.#mostRise) continue;
      if (next === nobody) {
        this.#length = depth + 1;
        return true;
      }
      this.#take(next, this.#stamp);
      if (this.#follow(depth + 1, next, rise, random)) return true;
      this.#take(next, 0);
    }
    return false;
  }

  /** The one meet of the resource that can go round with this one and lies at the slot; `nobody` when the slot is free. */
  #whoIs(slot: number, meet: number): number {
    const { slots, weeks, starts } = this.#tables.problem;
    const state = this.#state;
    const kinds = this.#tables.weeksOf(meet);
    let most = 0;
    let least = 2;
    for (let week = 0; week < kinds.length; week++) {
      const begin = this.#resource * slots + slot + kinds[week]!;
      for (let step = begin; step < begin + state.duration[meet]!; step++) {
        most = Math.max(most, state.count[step]!);
        least = Math.min(least, state.count[step]!);
      }
    }
    if (most === 0) return nobody;
    if (most !== 1 || least !== 1) return nobodyThatMay;
    const other = state.occupants[this.#resource * slots + slot + kinds[0]!]! - 1;
    const isAlike = state.duration[other] === state.duration[meet] && weeks[other] === weeks[meet];
    if (!isAlike || state.start[other] !== slot) return nobodyThatMay;
    return starts.from[other + 1]! - starts.from[other]! > 1 ? other : nobodyThatMay;
  }

  /** The cost of the round with this meet going to the slot; infinite when it may not, or its people are not free. */
  #goes(depth: number, meet: number, slot: number, cost: number): number {
    const { mayStart, from, exclusive } = this.#tables;
    const { slots, weekLength } = this.#tables.problem;
    const state = this.#state;
    if (!mayStart[meet * weekLength + slot]) return Number.POSITIVE_INFINITY;
    const weeks = this.#tables.weeksOf(meet);
    for (let at = from[meet]!; at < from[meet + 1]!; at++) {
      if (exclusive[at] === this.#resource) continue;
      for (let week = 0; week < weeks.length; week++) {
        const begin = exclusive[at]! * slots + slot + weeks[week]!;
        for (let step = begin; step < begin + state.duration[meet]!; step++)
          if (state.count[step] !== 0) return Number.POSITIVE_INFINITY;
      }
    }
    const most = this.#mostRise - cost;
    if (this.#ease.riseOf(meet, slot) > most && this.#ease.riseOf(meet, slot) - this.#ease.owed(meet) > most)
      return Number.POSITIVE_INFINITY;
    this.looks++;
    this.#to[depth] = slot;
    return cost + this.#foresight.riseOf(meet, slot);
  }

  #take(meet: number, stamp: number): void {
    const { from, exclusive } = this.#tables;
    for (let at = from[meet]!; at < from[meet + 1]!; at++)
      if (exclusive[at] !== this.#resource) this.#taken[exclusive[at]!] = stamp;
  }

  #isTaken(meet: number): boolean {
    const { from, exclusive } = this.#tables;
    for (let at = from[meet]!; at < from[meet + 1]!; at++)
      if (exclusive[at] !== this.#resource && this.#taken[exclusive[at]!] === this.#stamp) return true;
    return false;
  }
}
