import type { Random } from '../../core/random.ts';
import { Chain, type Reach } from './chain.ts';
import { Picks } from './picks.ts';
import { Reassign } from './reassign.ts';
import { Recut } from './recut.ts';
import type { State } from './state.ts';

/**
 * Shares of the work that shifts of each reach get, and last the rings. By work, not by number: a chain through a full week costs as much as
 * hundreds of plain moves, and where weeks are full it ends where it began.
 */
const shares = [0.12, 0.28, 0.32, 0.12, 0.16];

/**
 * The moves of the search. Each changes the state (journaled, so that it can be taken back) and says whether it changed
 * anything at all; after false there may be something to take back.
 */
export class Moves {
  readonly #state: State;
  readonly #random: Random;
  readonly #picks: Picks;
  readonly #chain: Chain;
  readonly #reassign: Reassign;
  readonly #recut: Recut;
  readonly #spent = new Float64Array(shares.length);

  constructor(state: State, random: Random) {
    this.#state = state;
    this.#random = random;
    this.#picks = new Picks(state, random);
    this.#reassign = new Reassign(state, random, this.#picks);
    this.#chain = new Chain(state, random, this.#picks, this.#reassign);
    this.#recut = new Recut(state, random, this.#picks, this.#chain);
  }

  get canRecut(): boolean {
    return this.#recut.flexible.length > 0;
  }

  get canReassign(): boolean {
    return this.#reassign.openSlots.length > 0;
  }

  /** Moves that rise by more than `mostRise` by clashes and spreads alone need not be made. */
  bound(mostRise: number, hardWeight: number) {
    this.#chain.mostRise = mostRise;
    this.#chain.hardWeight = hardWeight;
  }

  recutAny(): boolean {
    return this.#recut.any();
  }

  /** With chance `focus` at a meet in trouble. */
  reassignAny(focus: number): boolean {
    return this.#reassign.any(focus);
  }

  /** Shifts a meet: any to any time, or, with chance `focus`, one in trouble; to where its resource is busy if that helps. */
  shiftAny(focus: number): boolean {
    const { problem, violated, violatedCount } = this.#state;
    if (violatedCount > 0 && this.#random.unit() < focus) {
      const monitor = problem.monitors[violated[this.#random.below(violatedCount)]!]!;
      if (monitor.resource >= 0 && this.#random.below(2) === 0) {
        const { constraint, resource } = monitor;
        const wholeDay = constraint.kind === 'ClusterBusyTimes' && this.#random.below(2) === 0;
        if (wholeDay ? this.#chain.moveDay(resource, constraint.timeGroups) : this.#gather(resource))
          return true;
      }
    }
    const meet = this.#picks.anyMeet(focus);
    if (!this.#picks.movable[problem.meetUnit[meet]!]) return false;
    return this.#shift(meet, this.#picks.anyTime(meet));
  }

  /** Brings one meet of a resource directly before or after another of its meets. */
  #gather(resource: number): boolean {
    const { problem, duration, time } = this.#state;
    const meet = this.#picks.meetWith(resource);
    const other = this.#picks.meetWith(resource);
    if (meet < 0 || other < 0 || meet === other || time[other]! < 0) return false;
    const unit = problem.meetUnit[meet]!;
    if (!this.#picks.movable[unit]) return false;
    const length = duration[meet]!;
    const target = this.#random.below(2) === 0 ? time[other]! - length : time[other]! + duration[other]!;
    if (target < 0 || target + length > problem.times) return false;
    if (!problem.allowed[(problem.domainStart[unit]! + length - 1) * problem.times + target]) return false;
    return this.#shift(meet, target);
  }

  /** Shifts by the reach (or in a ring) that has had least work for its share. */
  #shift(meet: number, target: number): boolean {
    const spent = this.#spent;
    let reach = 0;
    for (let other = 1; other < shares.length; other++)
      if (spent[other]! * shares[reach]! < spent[reach]! * shares[other]!) reach = other;
    const before = this.#chain.work;
    const changed =
      reach === shares.length - 1
        ? this.#chain.ring(meet, target)
        : this.#chain.shift(meet, target, reach as Reach);
    spent[reach]! += 1 + this.#chain.work - before;
    return changed;
  }
}
