import type { Random } from '../../core/random.ts';
import type { Picks } from './picks.ts';
import type { Reassign } from './reassign.ts';
import type { State } from './state.ts';

const longestChain = 48;
const mostDisplaced = 6;
const longestRing = 5;

/** How a shift treats what it meets: leaves it, pushes it back once, pushes back along the whole chain, finds it another time. */
export type Reach = 0 | 1 | 2 | 3;

/**
 * Moves of meets to other times. What a meet meets there goes where it came from, and so on (Kempe chain; with meets of
 * different length this also swaps a double lesson with two singles), or, ejected, each to the time that suits it best.
 */
export class Chain {
  readonly #state: State;
  readonly #random: Random;
  readonly #movable: Uint8Array;
  readonly #reassign: Reassign;
  readonly #meets = new Int32Array(longestChain);
  readonly #targets = new Int32Array(longestChain);
  readonly #found = new Int32Array(64);
  readonly #stamps: Int32Array;
  #stamp = 0;
  #count = 0;
  #rise = 0;
  /** A move that rises by more than this through clashes and spreads alone is not made. */
  mostRise = Number.POSITIVE_INFINITY;
  /** What infeasibility counts, for judging by that. */
  hardWeight = 1;
  /** Work done since the start, in meets looked at or moved: the same for one seed on every machine. */
  work = 0;

  constructor(state: State, random: Random, picks: Picks, reassign: Reassign) {
    this.#state = state;
    this.#random = random;
    this.#movable = picks.movable;
    this.#reassign = reassign;
    this.#stamps = new Int32Array(state.problem.meets);
  }

  /** Moves a meet to a time, and what it meets there as `reach` says. False, perhaps half-way, when it cannot or surely costs too much. */
  shift(meet: number, target: number, reach: Reach): boolean {
    const state = this.#state;
    const { problem, time } = state;
    if (time[meet] === target) return false;
    if (time[meet]! < 0) {
      state.place(meet, target);
      return true;
    }
    this.#begin();
    if (!this.#join(meet, target)) return false;
    if (reach === 3) return this.#eject();
    // Where everybody is busy all the time, pushing all that is met helps nobody: then a plain swap with one of them.
    const unit = problem.meetUnit[meet]!;
    const slots = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
    const only = reach === 1 && this.#random.below(2) === 0 ? this.#random.below(slots) : -1;
    return this.#carryOut(reach === 2 ? longestChain : reach, only);
  }

  /** Moves all that a resource does in one group of times into another, as on another day; what is there goes the other way. */
  moveDay(resource: number, groups: readonly number[]): boolean {
    const state = this.#state;
    const { problem, time } = state;
    const { timeGroups } = problem.instance;
    const from = timeGroups[groups[this.#random.below(groups.length)]!]!.times;
    const to = timeGroups[groups[this.#random.below(groups.length)]!]!.times;
    if (from === to || from.length === 0 || to.length === 0) return false;
    const step = to[0]! - from[0]!;
    this.#begin();
    for (const t of from) {
      if (state.load[resource * problem.times + t] === 0) continue;
      const found = state.occupants(resource, t, this.#found, 0);
      for (let j = 0; j < found; j++) {
        const meet = this.#found[j]!;
        if (this.#stamps[meet] !== this.#stamp && !this.#join(meet, time[meet]! + step)) return false;
      }
    }
    return this.#count > 0 && this.#carryOut(longestChain, -1);
  }

  /**
   * Moves a meet to where another of one resource is, that to where a third is, and so on until one can go where the first
   * came from: a ring in the week of one resource in which nobody else is met. False when none is found.
   */
  ring(meet: number, target: number): boolean {
    const state = this.#state;
    const { problem, time, duration, resource } = state;
    const home = time[meet]!;
    const unit = problem.meetUnit[meet]!;
    const slots = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
    if (home < 0 || home === target || slots === 0) return false;
    const week = resource[problem.meetResource[meet]! + this.#random.below(slots)]!;
    if (week < 0) return false;
    this.#begin();
    let [mover, to] = [meet, target];
    for (let length = 1; length <= longestRing; length++) {
      if (!this.#isFreeBut(week, mover, to) || !this.#join(mover, to)) return false;
      const next = this.#onlyAt(week, to, duration[mover]!);
      if (next < 0 || this.#stamps[next] === this.#stamp) return false;
      if (this.#mayGo(next, home) && this.#isFreeBut(week, next, home))
        return this.#join(next, home) && this.#carryOut(0, -1);
      mover = next;
      to = this.#stepTo(week, mover, home);
      if (to < 0) return false;
    }
    return false;
  }

  /** A time to which a meet can go without meeting others but in one week; if there is, one whose meet can go home. */
  #stepTo(week: number, mover: number, home: number): number {
    const { problem, time, duration } = this.#state;
    const row = problem.domainStart[problem.meetUnit[mover]!]! + duration[mover]! - 1;
    const first = problem.domains.start[row]!;
    const count = problem.domains.start[row + 1]! - first;
    if (count === 0) return -1;
    const offset = this.#random.below(count);
    let step = -1;
    this.work += 2 + (count >> 2);
    for (let i = 0; i < count; i++) {
      const to = problem.domains.items[first + ((offset + i) % count)]!;
      if (to === time[mover]) continue;
      const next = this.#onlyAt(week, to, duration[mover]!);
      if (next < 0 || this.#stamps[next] === this.#stamp || !this.#isFreeBut(week, mover, to)) continue;
      if (this.#mayGo(next, home) && this.#isFreeBut(week, next, home)) return to;
      if (step < 0) step = to;
    }
    return step;
  }

  /** The meet that a resource attends exactly from a time on for a duration; -1 when it is not one such. */
  #onlyAt(week: number, at: number, length: number): number {
    const { problem, time, duration, load } = this.#state;
    if (load[week * problem.times + at] !== 1) return -1;
    this.#state.occupants(week, at, this.#found, 0);
    const meet = this.#found[0]!;
    return time[meet] === at && duration[meet] === length ? meet : -1;
  }

  #mayGo(meet: number, to: number): boolean {
    const { problem, duration } = this.#state;
    const unit = problem.meetUnit[meet]!;
    return (
      this.#movable[unit] === 1 &&
      problem.allowed[(problem.domainStart[unit]! + duration[meet]! - 1) * problem.times + to] === 1
    );
  }

  /** Whether all given resources of a meet but one are free at another time. */
  #isFreeBut(week: number, meet: number, to: number): boolean {
    const { problem, time, duration, resource, load } = this.#state;
    const unit = problem.meetUnit[meet]!;
    const first = problem.slotStart[unit]!;
    const base = problem.meetResource[meet]! - first;
    const [from, length] = [time[meet]!, duration[meet]!];
    for (let s = first; s < problem.slotStart[unit + 1]!; s++) {
      const held = resource[base + s]!;
      if (held < 0 || held === week || problem.slotFixed[s]! < 0) continue;
      for (let t = to; t < to + length; t++) {
        const own = t >= from && t < from + length ? 1 : 0;
        if (load[held * problem.times + t]! > own) return false;
      }
    }
    return true;
  }

  #begin() {
    this.#stamp++;
    this.#count = 0;
    this.#rise = 0;
  }

  /** Adds a meet to the chain; false when it may not go there, or when that alone costs too much. */
  #join(meet: number, to: number): boolean {
    const { problem, time, duration } = this.#state;
    const unit = problem.meetUnit[meet]!;
    const length = duration[meet]!;
    if (!this.#movable[unit] || to < 0 || to + length > problem.times || this.#count === longestChain)
      return false;
    const allowed = problem.allowed[(problem.domainStart[unit]! + length - 1) * problem.times + to] === 1;
    // The first has chosen its time; who is pushed rarely goes where it may not.
    if (!allowed && this.#count > 0 && this.#random.below(50) !== 0) return false;
    this.#rise += this.#state.spreadRise(unit, time[meet]!, to, this.hardWeight);
    if (this.#rise > this.mostRise) return false;
    this.#stamps[meet] = this.#stamp;
    this.#meets[this.#count] = meet;
    this.#targets[this.#count++] = to;
    return true;
  }

  /**
   * Lets the first `pushers` of the chain push what they meet (in one slot, or in all when `only` is -1) and moves
   * everybody. False, with nothing changed, when somebody cannot go or it surely costs too much.
   */
  #carryOut(pushers: number, only: number): boolean {
    const state = this.#state;
    const { problem, time, duration, resource } = state;
    // Open slots can get another resource instead of pushing meets around; sometimes they push too.
    const openPush = this.#reassign.openSlots.length > 0 && this.#random.below(4) === 0;
    for (let i = 0; i < this.#count && i < pushers; i++) {
      const mover = this.#meets[i]!;
      const to = this.#targets[i]!;
      const step = to - time[mover]!;
      const unit = problem.meetUnit[mover]!;
      const first = problem.slotStart[unit]!;
      const slots = problem.slotStart[unit + 1]! - first;
      const base = problem.meetResource[mover]!;
      for (let k = 0; k < slots; k++) {
        if (only >= 0 && k !== only) continue;
        const held = resource[base + k]!;
        if (held < 0 || (!openPush && problem.slotFixed[first + k]! < 0)) continue;
        for (let t = to; t < to + duration[mover]!; t++) {
          if (state.load[held * problem.times + t] === 0) continue;
          const found = state.occupants(held, t, this.#found, 0);
          for (let j = 0; j < found; j++) {
            const other = this.#found[j]!;
            if (this.#stamps[other] !== this.#stamp && !this.#join(other, time[other]! - step)) return false;
          }
        }
      }
    }
    const count = this.#count;
    this.work += count;
    if (pushers < count || only >= 0) {
      this.#rise += this.hardWeight * this.#clashRise(only >= 0 ? 0 : pushers, count, this.#stamp);
      if (this.#rise > this.mostRise) return false;
    }
    this.work += 6 * count;
    for (let i = 0; i < count; i++) state.lift(this.#meets[i]!);
    for (let i = 0; i < count; i++) state.place(this.#meets[i]!, this.#targets[i]!);
    if (this.#reassign.openSlots.length > 0)
      for (let i = 0; i < count; i++) this.#reassign.findFree(this.#meets[i]!);
    return true;
  }

  /**
   * How much infeasibility the chain would bring by clashes: members that push nobody meet others at their new time; less
   * what clashes all leave behind.
   */
  #clashRise(pushers: number, count: number, stamp: number): number {
    const { problem, time, duration, resource, load } = this.#state;
    let rise = 0;
    for (let i = 0; i < count; i++) {
      const mover = this.#meets[i]!;
      const [from, to] = [time[mover]!, this.#targets[i]!];
      const unit = problem.meetUnit[mover]!;
      const first = problem.slotStart[unit]!;
      const slots = problem.slotStart[unit + 1]! - first;
      const base = problem.meetResource[mover]!;
      for (let k = 0; k < slots; k++) {
        const held = resource[base + k]!;
        if (held < 0 || problem.slotFixed[first + k]! < 0) continue;
        const row = held * problem.times;
        for (let t = 0; t < duration[mover]!; t++) {
          if (load[row + from + t]! > 1) rise -= problem.clashCost[held]!;
          if (i < pushers || load[row + to + t] === 0) continue;
          const found = this.#state.occupants(held, to + t, this.#found, 0);
          for (let j = 0; j < found; j++)
            if (this.#stamps[this.#found[j]!] !== stamp) {
              rise += problem.clashCost[held]!;
              break;
            }
        }
      }
    }
    return rise;
  }

  /** Moves the first of the chain; what stands in its way goes to its own best time, and so on, a few meets at most. */
  #eject(): boolean {
    const state = this.#state;
    const { time } = state;
    const enough = this.hardWeight * state.hard + state.soft + this.mostRise;
    for (let i = 0; i < this.#count; i++) {
      const mover = this.#meets[i]!;
      if (i > 0) {
        this.#targets[i] = this.#bestTime(mover);
        if (this.#targets[i]! < 0) return false;
      }
      this.work += 6;
      state.lift(mover);
      state.place(mover, this.#targets[i]!);
      if (this.#reassign.openSlots.length > 0) this.#reassign.findFree(mover);
      if (i > 0 && this.hardWeight * state.hard + state.soft <= enough) return true;
      this.#displace(mover);
    }
    return time[this.#meets[0]!] === this.#targets[0];
  }

  /** Those that a meet clashes with join the chain, as long as there is room. */
  #displace(mover: number) {
    const state = this.#state;
    const { problem, time, duration, resource, load } = state;
    const unit = problem.meetUnit[mover]!;
    const slots = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
    const base = problem.meetResource[mover]!;
    for (let k = 0; k < slots; k++) {
      const held = resource[base + k]!;
      if (held < 0) continue;
      for (let t = time[mover]!; t < time[mover]! + duration[mover]!; t++) {
        if (load[held * problem.times + t]! < 2) continue;
        const found = state.occupants(held, t, this.#found, 0);
        for (let j = 0; j < found && this.#count < mostDisplaced; j++) {
          const other = this.#found[j]!;
          if (this.#stamps[other] === this.#stamp || !this.#movable[problem.meetUnit[other]!]) continue;
          this.#stamps[other] = this.#stamp;
          this.#meets[this.#count++] = other;
        }
      }
    }
  }

  /** Another time of its domain for a meet, the least costly by clashes and spreads; a chance among equals; -1 when there is none. */
  #bestTime(meet: number): number {
    const { problem, time, duration, resource, load } = this.#state;
    const unit = problem.meetUnit[meet]!;
    const [from, length] = [time[meet]!, duration[meet]!];
    const row = problem.domainStart[unit]! + length - 1;
    const first = problem.slotStart[unit]!;
    const slots = problem.slotStart[unit + 1]! - first;
    const base = problem.meetResource[meet]!;
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    let equals = 0;
    this.work += (problem.domains.start[row + 1]! - problem.domains.start[row]!) >> 2;
    for (let i = problem.domains.start[row]!; i < problem.domains.start[row + 1]!; i++) {
      const to = problem.domains.items[i]!;
      if (to === from) continue;
      let cost = 0;
      for (let k = 0; k < slots; k++) {
        const held = resource[base + k]!;
        if (held < 0 || problem.slotFixed[first + k]! < 0) continue;
        for (let t = to; t < to + length; t++) {
          const own = t >= from && t < from + length ? 1 : 0;
          if (load[held * problem.times + t]! > own) cost += problem.clashCost[held]! * this.hardWeight;
        }
      }
      if (cost > bestCost) continue;
      cost += this.#state.spreadRise(unit, from, to, this.hardWeight);
      if (cost > bestCost) continue;
      equals = cost < bestCost ? 1 : equals + 1;
      bestCost = cost;
      if (this.#random.below(equals) === 0) best = to;
    }
    return best;
  }
}
