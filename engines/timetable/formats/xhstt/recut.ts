import type { Random } from '../../core/random.ts';
import type { Chain, Reach } from './chain.ts';
import type { Picks } from './picks.ts';
import { type SplitLimits, splitLimitsOf } from './split-patterns.ts';
import type { State } from './state.ts';

/** Moves that change how a unit is cut into meets: split, merge, hand a piece over. Pieces travel by shifts. */
export class Recut {
  readonly #state: State;
  readonly #random: Random;
  readonly #picks: Picks;
  readonly #chain: Chain;
  readonly #limits: readonly SplitLimits[];
  /** Units that can be cut in more than one way. */
  readonly flexible: Int32Array;

  constructor(state: State, random: Random, picks: Picks, chain: Chain) {
    this.#state = state;
    this.#random = random;
    this.#picks = picks;
    this.#chain = chain;
    const { problem } = state;
    this.#limits = Array.from({ length: problem.units }, (_, unit) => splitLimitsOf(problem, unit));
    const units = Array.from({ length: problem.units }, (_, unit) => unit);
    this.flexible = Int32Array.from(units.filter((unit) => this.#isFlexible(unit)));
  }

  #isFlexible(unit: number): boolean {
    const duration = this.#state.problem.unitDuration[unit]!;
    const { shortest, longest, fewest, most } = this.#limits[unit]!;
    if (duration < 2 || shortest === longest || this.#state.problem.unitTime[unit]! >= 0) return false;
    return !(fewest === most && (most === 1 || most === duration));
  }

  /** Changes how a random flexible unit is cut. */
  any(): boolean {
    const unit = this.flexible[this.#random.below(this.flexible.length)]!;
    const { problem, duration } = this.#state;
    const limits = this.#limits[unit]!;
    let count = 0;
    for (let m = problem.meetStart[unit]!; m < problem.meetStart[unit + 1]!; m++)
      if (duration[m]! > 0) count++;
    const choice = this.#random.below(3);
    if (choice === 0) return count < limits.most && this.#split(unit, limits) >= 0;
    if (choice === 1) return count > limits.fewest && count > 1 && this.#merge(unit, limits, -1);
    const piece = count > 1 ? this.#split(unit, limits) : -1;
    return piece >= 0 && this.#merge(unit, limits, piece);
  }

  /** A piece seldom finds its new time free: mostly the whole chain goes. */
  #reach(): Reach {
    const chance = this.#random.unit();
    return chance < 0.08 ? 0 : chance < 0.3 ? 1 : 2;
  }

  /** Cuts a meet in two and sends one piece to a random time. Gives the piece, -1 when nothing was cut. */
  #split(unit: number, limits: SplitLimits): number {
    const state = this.#state;
    const { problem, duration, time } = state;
    const meet = this.#picks.meetOf(unit);
    const length = duration[meet]!;
    if (length < 2 * limits.shortest) return -1;
    const cut = limits.shortest + this.#random.below(length - 2 * limits.shortest + 1);
    let piece = problem.meetStart[unit]!;
    while (duration[piece]! > 0) piece++;
    const start = time[meet]!;
    if (start >= 0) state.lift(meet);
    state.close(meet);
    state.open(meet, cut);
    state.open(piece, length - cut);
    const slots = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
    for (let k = 0; k < slots; k++)
      if (problem.slotFixed[problem.slotStart[unit]! + k]! < 0)
        state.assign(piece, k, state.resource[problem.meetResource[meet]! + k]!);
    if (start >= 0) {
      state.place(meet, start);
      state.place(piece, start + cut);
    }
    this.#chain.shift(piece, this.#picks.anyTime(piece), this.#reach());
    return piece;
  }

  /** Brings a meet beside another of its unit and makes them one. */
  #merge(unit: number, limits: SplitLimits, given: number): boolean {
    const state = this.#state;
    const { problem, duration, time } = state;
    const meet = given >= 0 ? given : this.#picks.meetOf(unit);
    const other = this.#picks.meetOf(unit);
    const length = duration[meet]! + duration[other]!;
    if (meet === other || length > limits.longest || time[meet]! < 0 || time[other]! < 0) return given >= 0;
    const row = (problem.domainStart[unit]! + length - 1) * problem.times;
    const before = time[other]! - duration[meet]!;
    const after = time[other]! + duration[other]!;
    const beforeFits = before >= 0 && problem.allowed[row + before] === 1;
    const afterFits = after + duration[meet]! <= problem.times && problem.allowed[row + time[other]!] === 1;
    if (!beforeFits && !afterFits) return given >= 0;
    const goesBefore = beforeFits && (!afterFits || this.#random.below(2) === 0);
    const target = goesBefore ? before : after;
    // Two parts of a unit side by side look badly spread until they are one.
    const mostRise = this.#chain.mostRise;
    this.#chain.mostRise = Number.POSITIVE_INFINITY;
    const arrived = time[meet] === target || this.#chain.shift(meet, target, this.#reach());
    this.#chain.mostRise = mostRise;
    if (!arrived) return given >= 0;
    // The chain may have carried the other meet away.
    if (time[meet] !== (goesBefore ? time[other]! - duration[meet]! : time[other]! + duration[other]!))
      return true;
    const start = Math.min(time[meet]!, time[other]!);
    state.lift(meet);
    state.close(meet);
    state.lift(other);
    state.close(other);
    state.open(other, length);
    state.place(other, start);
    return true;
  }
}
