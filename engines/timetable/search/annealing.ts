import { firstBit, lastBit, spanBits } from '../core/bits.ts';
import { bitCount, type Problem } from '../core/problem.ts';
import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { Moves, type Reach } from './moves.ts';
import type { Tables } from './tables.ts';

/** One cooling: from `from` to `to` in `moves` moves. */
export interface Cooling {
  readonly from: number;
  readonly to: number;
  readonly moves: number;
}

/** Lessons of a day that are moved away together at most. */
const mostEmptied = 3;
/** Of sixteen moves, so many empty a day where comfort comes first. */
const movesThatEmpty = 2;

/** Simulated annealing on a whole timetable, by `state.total`. */
export class Annealing {
  readonly #state: State;
  readonly #tables: Tables;
  readonly #random: Random;
  readonly #moves: Moves;
  /** Resources whose comfort counts. */
  readonly #atEase: Int32Array;
  /** Of sixteen moves, how many empty a day. */
  readonly #emptying: number;
  #temperature = 1;
  #clashWeight = 1;
  #factor = 1;
  #left = 0;
  #resource = 0;
  moves = 0;
  accepted = 0;

  constructor(tables: Tables, state: State, random: Random) {
    this.#tables = tables;
    this.#state = state;
    this.#random = random;
    this.#moves = new Moves(tables, state);
    this.#atEase = atEase(tables.problem);
    this.#emptying =
      Number.isFinite(tables.problem.wishPrice) && this.#atEase.length > 0 ? movesThatEmpty : 0;
  }

  /** Moves left of the cooling. */
  get left(): number {
    return this.#left;
  }

  /** `clashWeight`: what a clash weighs in the total. */
  begin({ from, to, moves }: Cooling, clashWeight: number): void {
    this.#clashWeight = clashWeight;
    this.#temperature = from;
    this.#factor = (to / from) ** (1 / Math.max(1, moves / 64));
    this.#left = moves;
  }

  /** Makes up to `moves` moves; calls `accepted` after each that is kept. */
  run(moves: number, accepted: () => void): void {
    const state = this.#state;
    const random = this.#random;
    const { movable } = this.#tables;
    const { starts } = this.#tables.problem;
    if (movable.length === 0) {
      this.#left = 0;
      return;
    }
    const until = Math.max(0, this.#left - moves);
    while (this.#left > until) {
      this.#left--;
      if ((this.#left & 63) === 0) this.#temperature *= this.#factor;
      let meet = this.#pick();
      const before = state.total;
      state.begin();
      // Drawn first: what rises more is not worth looking at.
      const mostRise = -this.#temperature * Math.log(random.unit() + 1e-12);
      const kind = random.below(16);
      let made: boolean;
      if (kind < this.#emptying) made = this.#emptyDay();
      else if (kind === 0 && state.option.length > 0) made = this.#moves.choose(meet, random);
      else {
        let slot = -1;
        if (kind % 4 === 3) slot = this.#beside(meet);
        else if (kind % 4 === 2 && this.#atEase.length > 0) {
          const away = this.#fromShortDay();
          if (away >= 0) {
            meet = away;
            slot = this.#besideOn(meet, this.#resource, this.#busyDay(this.#resource));
          }
        } else {
          const first = starts.from[meet]!;
          slot = starts.items[first + random.below(starts.from[meet + 1]! - first)]!;
        }
        const reach: Reach = kind < 5 ? 'alone' : kind < 9 ? 'swap' : 'chain';
        made =
          slot >= 0 &&
          slot !== state.start[meet] &&
          this.#moves.make(meet, slot, reach, mostRise, this.#clashWeight);
      }
      if (!made) {
        state.rollback();
        continue;
      }
      this.moves++;
      state.settle();
      const rise = state.total - before;
      if (rise <= mostRise) {
        state.commit();
        this.accepted++;
        accepted();
      } else state.rollback();
    }
  }

  /**
   * Moves all lessons of a day of somebody whose comfort counts, if they are few, beside other days of theirs. One at a time they would
   * leave a day for a single lesson on the way, which is dearer than both ends.
   */
  #emptyDay(): boolean {
    const { days, periods, slots, starts } = this.#tables.problem;
    const { mask, count, occupants, start } = this.#state;
    const first = this.#fromShortDay();
    if (first < 0) return false;
    const resource = this.#resource;
    const day = Math.floor(start[first]! / periods);
    if (bitCount(mask[resource * days + day]!) > mostEmptied) return false;
    for (let moved = 0; mask[resource * days + day] !== 0; moved++) {
      const at = resource * slots + day * periods + firstBit(mask[resource * days + day]!);
      const meet = occupants[at]! - 1;
      if (moved === mostEmptied || count[at] !== 1) return false;
      if (starts.from[meet + 1]! - starts.from[meet]! < 2) return false;
      let slot = -1;
      for (let draw = 0; draw < 4 && slot < 0; draw++) {
        const to = this.#busyDay(resource);
        if (to !== day) slot = this.#besideOn(meet, resource, to);
      }
      if (slot < 0 || !this.#moves.make(meet, slot, 'chain', Number.POSITIVE_INFINITY, 1)) return false;
    }
    return true;
  }

  /** A slot where the meet would touch, or fill, a day that one of its resources has already; -1 when the draw gives none. */
  #beside(meet: number): number {
    const { problem, from, exclusive } = this.#tables;
    const random = this.#random;
    const many = from[meet + 1]! - from[meet]!;
    if (many === 0) return -1;
    const resource = exclusive[from[meet]! + random.below(many)]!;
    return this.#besideOn(meet, resource, random.below(problem.days / problem.weekKinds));
  }

  /** A slot where the meet would touch or fill that day of the resource; -1 when there is none. */
  #besideOn(meet: number, resource: number, day: number): number {
    const { problem, mayStart } = this.#tables;
    const { days, periods, weekLength } = problem;
    const random = this.#random;
    if (day < 0) return -1;
    const mask = this.#state.mask[resource * days + day]!;
    if (mask === 0) return -1;
    const span = spanBits(mask);
    let open = (span | (span << 1) | (span >>> 1)) & ~mask & ((1 << periods) - 1);
    if (open === 0) return -1;
    for (let skip = random.below(bitCount(open)); skip > 0; skip--) open &= open - 1;
    const period = 31 - Math.clz32(open & -open);
    // A longer meet ends where it touches what comes after.
    const back = ((mask >>> period) & -2) !== 0 ? this.#state.duration[meet]! - 1 : 0;
    const slot = day * periods + Math.max(0, period - back);
    return mayStart[meet * weekLength + slot] ? slot : -1;
  }

  /** A meet that begins or ends a day of somebody whose comfort counts (`#resource`), of two days the shorter; -1 for none. */
  #fromShortDay(): number {
    const { days, periods, slots, starts } = this.#tables.problem;
    const { mask, count, occupants } = this.#state;
    const random = this.#random;
    this.#resource = this.#atEase[random.below(this.#atEase.length)]!;
    const resource = this.#resource;
    let day = this.#busyDay(resource);
    const other = this.#busyDay(resource);
    if (day < 0 || other < 0) return -1;
    if (bitCount(mask[resource * days + other]!) < bitCount(mask[resource * days + day]!)) day = other;
    const bits = mask[resource * days + day]!;
    const at = resource * slots + day * periods + (random.below(2) === 0 ? firstBit(bits) : lastBit(bits));
    if (count[at] !== 1) return -1;
    const meet = occupants[at]! - 1;
    return starts.from[meet + 1]! - starts.from[meet]! > 1 ? meet : -1;
  }

  /** A day on which the resource is busy; -1 when a few draws give none. */
  #busyDay(resource: number): number {
    const { days, weekKinds } = this.#tables.problem;
    for (let draw = 0; draw < 5; draw++) {
      const day = this.#random.below(days / weekKinds);
      if (this.#state.mask[resource * days + day] !== 0) return day;
    }
    return -1;
  }

  /** A movable meet: any, or one that a violated constraint speaks of. */
  #pick(): number {
    const { movable, problem } = this.#tables;
    const state = this.#state;
    const random = this.#random;
    if (state.violatedCount > 0 && random.below(100) < 25) {
      const constraint = problem.constraints[state.violated[random.below(state.violatedCount)]!]!;
      let meet = -1;
      if (constraint.meets.length > 0) meet = constraint.meets[random.below(constraint.meets.length)]!;
      else if (constraint.resources.length > 0) {
        const resource = constraint.resources[random.below(constraint.resources.length)]!;
        const first = problem.meetsOf.from[resource]!;
        const many = problem.meetsOf.from[resource + 1]! - first;
        if (many > 0) meet = problem.meetsOf.items[first + random.below(many)]!;
      }
      if (meet >= 0 && problem.starts.from[meet + 1]! - problem.starts.from[meet]! > 1) return meet;
    }
    return movable[random.below(movable.length)]!;
  }
}

function atEase({ constraints, comfort }: Problem): Int32Array {
  return Int32Array.from(
    new Set(constraints.flatMap(({ resources }, rule) => (comfort[rule] ? resources : []))),
  );
}
