import { firstBit, spanBits } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { Moves } from './moves.ts';
import type { Tables } from './tables.ts';
import { comfortUnit } from './wishes.ts';

/** How many moves are followed up, the least dear first, after one, two and three moves; a fourth must end well. */
const widths = [20, 12, 8];
/** Days that a move has made dearer and that are relieved in turn, the dearest first. */
const mostWorsened = 3;
/** By how many half-days a chain may be worse on its way, and what a broken required rule counts there. */
const mostWorse = 6;
const required = 3;
/** Moves looked at for one day. */
const mostLooks = 20_000;
/** Sums that differ by no more are equal. */
const rounding = 1e-6;

/** A day of somebody whose comfort counts. */
interface PersonDay {
  readonly person: number;
  readonly day: number;
  readonly rise: number;
}

/** The least dear moves found at one length of a chain. */
class Shortlist {
  readonly meet: Int32Array;
  readonly slot: Int32Array;
  readonly #total: Float64Array;
  many = 0;

  constructor(width: number) {
    this.meet = new Int32Array(width);
    this.slot = new Int32Array(width);
    this.#total = new Float64Array(width);
  }

  offer(meet: number, slot: number, total: number): void {
    const width = this.meet.length;
    if (this.many === width && total >= this.#total[width - 1]!) return;
    let at = this.many < width ? this.many++ : width - 1;
    for (; at > 0 && this.#total[at - 1]! > total; at--) {
      this.#total[at] = this.#total[at - 1]!;
      this.meet[at] = this.meet[at - 1]!;
      this.slot[at] = this.slot[at - 1]!;
    }
    this.#total[at] = total;
    this.meet[at] = meet;
    this.slot[at] = slot;
  }
}

/**
 * Takes a gap, or a day for a single lesson, from somebody by a chain of up to four moves, each of which relieves the day that the one
 * before has made dearer (an ejection chain in the sense of Glover; Lin and Kernighan's rule that all together must gain). Annealing
 * finds no such chain once it is cool: what lies between is dearer by several half-days.
 */
export class Relief {
  readonly #tables: Tables;
  readonly #state: State;
  readonly #random: Random;
  readonly #moves: Moves;
  /** People whose comfort counts, and the rule of each. */
  readonly #people: readonly number[];
  readonly #rules: readonly Constraint[];
  readonly #unit: number;
  readonly #days: number;
  readonly #lists = widths.map((width) => new Shortlist(width));
  /** At each length, the days of people before the move. */
  readonly #masks: readonly Int32Array[];
  /** What the chain must be better than, what may be broken at its end, and moves it may still look at. */
  #total = 0;
  #hard = 0;
  #left = 0;
  #person = 0;
  #day = 0;
  /** Moves looked at so far. */
  looks = 0;

  constructor(tables: Tables, state: State, random: Random) {
    const { problem } = tables;
    this.#tables = tables;
    this.#state = state;
    this.#random = random;
    this.#moves = new Moves(tables, state);
    this.#unit = comfortUnit(problem);
    this.#days = problem.days / problem.weekKinds;
    this.#rules = problem.constraints.filter((one, rule) => problem.comfort[rule] && one.onDay);
    this.#people = this.#rules.map(({ resources }) => resources[0]!);
    this.#masks = widths.map(() => new Int32Array(this.#people.length * this.#days));
  }

  /** What a broken required rule should weigh while days are relieved. */
  get required(): number {
    return this.#unit * required;
  }

  /** Tries to relieve one burdened day of somebody. Whether the total has fallen, with no more required rules broken than before. */
  relieve(): boolean {
    if (!this.#drawBurdened()) return false;
    this.#total = this.#state.total;
    this.#hard = this.#state.hard;
    this.#left = mostLooks;
    return this.#follow(0, this.#person, this.#day);
  }

  /** Draws one of the days that cost somebody more than coming; false when there is none. */
  #drawBurdened(): boolean {
    let many = 0;
    for (let index = 0; index < this.#people.length; index++)
      for (let day = 0; day < this.#days; day++) {
        if (this.#costOf(index, day, this.#maskOf(index, day)) <= 1 || this.#random.below(++many) > 0)
          continue;
        this.#person = index;
        this.#day = day;
      }
    return many > 0;
  }

  /** Tries all moves that change this day; then follows those that were least dear. Keeps a chain that gains. */
  #follow(length: number, person: number, day: number): boolean {
    const list = this.#lists[length];
    if (list) list.many = 0;
    if (this.#tryAll(list, person, day)) return true;
    if (!list) return false;
    const state = this.#state;
    const masks = this.#masks[length]!;
    for (let index = 0; index < this.#people.length; index++)
      for (let one = 0; one < this.#days; one++) masks[index * this.#days + one] = this.#maskOf(index, one);
    for (let index = 0; index < list.many && this.#left > 0; index++) {
      state.begin();
      this.#make(list.meet[index]!, list.slot[index]!, Number.POSITIVE_INFINITY);
      for (const worse of this.#worsened(masks)) {
        if (!this.#follow(length + 1, worse.person, worse.day)) continue;
        state.commit();
        return true;
      }
      state.rollback();
    }
    return false;
  }

  /** Looks at every move of a meet of that person from that day to another, or to it; keeps the first that ends the chain well. */
  #tryAll(list: Shortlist | undefined, person: number, day: number): boolean {
    const { meetsOf, starts, periods } = this.#tables.problem;
    const { start, duration } = this.#state;
    const resource = this.#people[person]!;
    for (let at = meetsOf.from[resource]!; at < meetsOf.from[resource + 1]!; at++) {
      const meet = meetsOf.items[at]!;
      const slot = start[meet]!;
      if (slot < 0 || starts.from[meet + 1]! - starts.from[meet]! < 2) continue;
      const from = Math.floor(slot / periods);
      const own = ((1 << duration[meet]!) - 1) << (slot % periods);
      for (let to = 0; to < this.#days; to++) {
        if (from !== day && to !== day) continue;
        const mask = this.#maskOf(person, to) & (to === from ? ~own : -1);
        if (mask !== 0 && this.#tryBeside(list, meet, to, mask)) return true;
      }
    }
    return false;
  }

  /** Looks at the moves of a meet to hours of a day that touch, or lie between, those that are busy already. */
  #tryBeside(list: Shortlist | undefined, meet: number, day: number, mask: number): boolean {
    const { mayStart, problem } = this.#tables;
    const { periods, weekLength } = problem;
    const state = this.#state;
    const span = spanBits(mask);
    const longer = state.duration[meet]! - 1;
    let open = (span | (span << 1) | (span >>> 1)) & ~mask & ((1 << periods) - 1);
    for (; open !== 0; open &= open - 1) {
      const period = firstBit(open);
      // A longer meet ends where it touches what comes after.
      const back = ((mask >>> period) & -2) !== 0 ? longer : 0;
      const slot = day * periods + Math.max(0, period - back);
      if (slot === state.start[meet] || mayStart[meet * weekLength + slot] === 0) continue;
      if (this.#left-- <= 0) return false;
      this.looks++;
      const bound = list ? this.#total + mostWorse * this.#unit : this.#total - rounding;
      state.begin();
      if (!this.#make(meet, slot, bound - state.total)) {
        state.rollback();
        continue;
      }
      if (state.total < this.#total - rounding && state.hard <= this.#hard + rounding) {
        state.commit();
        return true;
      }
      if (state.total < bound) list?.offer(meet, slot, state.total);
      state.rollback();
    }
    return false;
  }

  #make(meet: number, slot: number, mostRise: number): boolean {
    // A chain of meets that change places clashes with nobody.
    if (!this.#moves.make(meet, slot, 'chain', mostRise, 1)) return false;
    this.#state.settle();
    return true;
  }

  /** The days that have got dearer since `masks`, the most first. */
  #worsened(masks: Int32Array): PersonDay[] {
    const found: PersonDay[] = [];
    for (let person = 0; person < this.#people.length; person++)
      for (let day = 0; day < this.#days; day++) {
        const before = masks[person * this.#days + day]!;
        const after = this.#maskOf(person, day);
        if (before === after) continue;
        const rise = this.#costOf(person, day, after) - this.#costOf(person, day, before);
        if (rise > rounding) found.push({ person, day, rise });
      }
    return found.sort((one, other) => other.rise - one.rise).slice(0, mostWorsened);
  }

  #maskOf(person: number, day: number): number {
    return this.#state.mask[this.#people[person]! * this.#tables.problem.days + day]!;
  }

  #costOf(person: number, day: number, mask: number): number {
    return this.#rules[person]!.onDay!(mask, day);
  }
}
