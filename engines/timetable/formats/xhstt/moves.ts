import type { Random } from '../../core/random.ts';
import { type SplitLimits, splitLimitsOf } from './split-patterns.ts';
import type { State } from './state.ts';

const longestChain = 48;

/**
 * The moves of the search. Each changes the state (journaled, so that it can be taken back) and says whether it changed
 * anything at all.
 *
 * - shift: a meet goes to another time; what stands in its way goes where it came from, and so on (Kempe chain). With
 *   meets of different length this also swaps a double lesson with two singles.
 * - split, merge, transfer: the durations of a unit's meets change; pieces travel by shifts.
 * - reassign: a slot gets another resource; whoever holds it there takes the one given up; alone or together with the
 *   slots that should hold one resource.
 */
export class Moves {
  readonly #state: State;
  readonly #random: Random;
  readonly #chain = new Int32Array(longestChain);
  readonly #target = new Int32Array(longestChain);
  readonly #found = new Int32Array(64);
  readonly #stamps: Int32Array;
  #stamp = 0;
  #count = 0;
  #rise = 0;
  readonly #movable: Int32Array;
  /** Units that can be cut in more than one way. */
  readonly flexible: Int32Array;
  readonly #limits: readonly SplitLimits[];
  /** Slots that wait for a resource: unit and place in it. */
  readonly openSlots: Int32Array;

  constructor(state: State, random: Random) {
    this.#state = state;
    this.#random = random;
    const { problem } = state;
    this.#stamps = new Int32Array(problem.meets);
    this.#limits = Array.from({ length: problem.units }, (_, unit) => splitLimitsOf(problem, unit));
    const units = Array.from({ length: problem.units }, (_, unit) => unit);
    this.#movable = Int32Array.from(units, (unit) => (problem.unitTime[unit]! < 0 ? 1 : 0));
    this.flexible = Int32Array.from(units.filter((unit) => this.#isFlexible(unit)));
    this.openSlots = Int32Array.from(
      problem.slots.flatMap((slot, s) =>
        slot.resource < 0 && problem.candidates.start[s + 1]! - problem.candidates.start[s]! > 1 ? [s] : [],
      ),
    );
  }

  #isFlexible(unit: number): boolean {
    const duration = this.#state.problem.unitDuration[unit]!;
    const { shortest, longest, fewest, most } = this.#limits[unit]!;
    if (duration < 2 || shortest === longest || this.#state.problem.unitTime[unit]! >= 0) return false;
    return !(fewest === most && (most === 1 || most === duration));
  }

  /** A random time for a meet; rarely one outside its domain. */
  #anyTime(meet: number): number {
    const { problem, duration } = this.#state;
    const length = duration[meet]!;
    if (this.#random.below(200) === 0) return this.#random.below(problem.times - length + 1);
    const row = problem.domainStart[problem.meetUnit[meet]!]! + length - 1;
    const { start, items } = this.#random.below(2) === 0 ? problem.wished : problem.domains;
    return items[start[row]! + this.#random.below(start[row + 1]! - start[row]!)]!;
  }

  /** A meet in use; with chance `focus` one that a violated monitor watches. */
  #anyMeet(focus: number): number {
    const { problem, active, activeCount, violated, violatedCount } = this.#state;
    const random = this.#random;
    if (violatedCount > 0 && random.unit() < focus) {
      const monitor = problem.monitors[violated[random.below(violatedCount)]!]!;
      const meet =
        monitor.resource >= 0
          ? this.#meetWith(monitor.resource)
          : this.#meetOf(monitor.units[random.below(monitor.units.length)]!);
      if (meet >= 0) return meet;
    }
    return active[random.below(activeCount)]!;
  }

  /** A random meet in use of a unit. */
  #meetOf(unit: number): number {
    const { problem, duration } = this.#state;
    const start = problem.meetStart[unit]!;
    const count = problem.meetStart[unit + 1]! - start;
    const offset = this.#random.below(count);
    for (let i = 0; i < count; i++) {
      const meet = start + ((offset + i) % count);
      if (duration[meet]! > 0) return meet;
    }
    return -1;
  }

  /** Shifts a meet: any to any time, or, with chance `focus`, one in trouble; to where its resource is busy if that helps. */
  shiftAny(focus: number): boolean {
    const { problem, violated, violatedCount } = this.#state;
    if (violatedCount > 0 && this.#random.unit() < focus) {
      const monitor = problem.monitors[violated[this.#random.below(violatedCount)]!]!;
      if (monitor.resource >= 0 && this.#random.below(2) === 0) {
        const { constraint, resource } = monitor;
        const wholeDay = constraint.kind === 'ClusterBusyTimes' && this.#random.below(2) === 0;
        if (wholeDay ? this.#moveDay(resource, constraint.timeGroups) : this.#gather(resource)) return true;
      }
    }
    const meet = this.#anyMeet(focus);
    if (!this.#movable[problem.meetUnit[meet]!]) return false;
    return this.shift(meet, this.#anyTime(meet));
  }

  /** Brings one meet of a resource directly before or after another of its meets. */
  #gather(resource: number): boolean {
    const { problem, duration, time } = this.#state;
    const meet = this.#meetWith(resource);
    const other = this.#meetWith(resource);
    if (meet < 0 || other < 0 || meet === other || time[other]! < 0) return false;
    const unit = problem.meetUnit[meet]!;
    if (!this.#movable[unit]) return false;
    const length = duration[meet]!;
    const target = this.#random.below(2) === 0 ? time[other]! - length : time[other]! + duration[other]!;
    if (target < 0 || target + length > problem.times) return false;
    if (!problem.allowed[(problem.domainStart[unit]! + length - 1) * problem.times + target]) return false;
    return this.shift(meet, target);
  }

  /** A random meet of a unit that may use a resource. */
  #meetWith(resource: number): number {
    const { start, items } = this.#state.problem.unitsOfResource;
    const count = start[resource + 1]! - start[resource]!;
    return count === 0 ? -1 : this.#meetOf(items[start[resource]! + this.#random.below(count)]!);
  }

  #reach(): number {
    const chance = this.#random.unit();
    return chance < this.noPush ? 0 : chance < this.noPush + this.onePush ? 1 : 2;
  }
  noPush = 0.08;
  onePush = 0.22;
  /** A move that rises by more than this through clashes and spreads alone is not made. */
  mostRise = Number.POSITIVE_INFINITY;
  /** What infeasibility counts, for judging by that. */
  hardWeight = 1;

  /** Moves a meet to a time, and what it meets there the other way. */
  shift(meet: number, target: number): boolean {
    const state = this.#state;
    const { problem, time } = state;
    if (time[meet] === target) return false;
    if (time[meet]! < 0) {
      state.place(meet, target);
      return true;
    }
    this.#newChain();
    if (!this.#join(meet, target)) return false;
    const reach = this.#reach();
    // Where everybody is busy all the time, pushing all that is met helps nobody: then a plain swap with one of them.
    const unit = problem.meetUnit[meet]!;
    const slots = problem.slotStart[unit + 1]! - problem.slotStart[unit]!;
    const only = reach === 1 && this.#random.below(2) === 0 ? this.#random.below(slots) : -1;
    return this.#carryOut(reach === 2 ? longestChain : reach, only);
  }

  /** Moves all that a resource does in one group of times into another, as on another day; what is there goes the other way. */
  #moveDay(resource: number, groups: readonly number[]): boolean {
    const state = this.#state;
    const { problem, time } = state;
    const { timeGroups } = problem.instance;
    const from = timeGroups[groups[this.#random.below(groups.length)]!]!.times;
    const to = timeGroups[groups[this.#random.below(groups.length)]!]!.times;
    if (from === to || from.length === 0 || to.length === 0) return false;
    const step = to[0]! - from[0]!;
    this.#newChain();
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

  #newChain() {
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
    this.#chain[this.#count] = meet;
    this.#target[this.#count++] = to;
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
    const openPush = this.openSlots.length > 0 && this.#random.below(4) === 0;
    for (let i = 0; i < this.#count && i < pushers; i++) {
      const mover = this.#chain[i]!;
      const to = this.#target[i]!;
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
    if (pushers < count || only >= 0) {
      this.#rise += this.hardWeight * this.#clashRise(only >= 0 ? 0 : pushers, count, this.#stamp);
      if (this.#rise > this.mostRise) return false;
    }
    for (let i = 0; i < count; i++) state.lift(this.#chain[i]!);
    for (let i = 0; i < count; i++) state.place(this.#chain[i]!, this.#target[i]!);
    if (this.openSlots.length > 0) for (let i = 0; i < count; i++) this.#findResources(this.#chain[i]!);
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
      const mover = this.#chain[i]!;
      const [from, to] = [time[mover]!, this.#target[i]!];
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

  /** Gives open slots of a meet that clash (or hold nothing) a resource that is free there, when there is one. */
  #findResources(meet: number) {
    const state = this.#state;
    const { problem } = state;
    const unit = problem.meetUnit[meet]!;
    const first = problem.slotStart[unit]!;
    for (let s = first; s < problem.slotStart[unit + 1]!; s++) {
      if (problem.slotFixed[s]! >= 0) continue;
      const held = state.resource[problem.meetResource[meet]! + s - first]!;
      if (held >= 0 && this.#isFree(held, meet, 1)) continue;
      const start = problem.candidates.start[s]!;
      const count = problem.candidates.start[s + 1]! - start;
      const offset = count > 0 ? this.#random.below(count) : 0;
      for (let i = 0; i < count; i++) {
        const candidate = problem.candidates.items[start + ((offset + i) % count)]!;
        if (!this.#isFree(candidate, meet, 0)) continue;
        state.assign(meet, s - first, candidate);
        break;
      }
    }
  }

  /** Whether a resource attends at most `own` meets during a meet. */
  #isFree(resource: number, meet: number, own: number): boolean {
    const { problem, time, duration, load } = this.#state;
    const start = time[meet]!;
    if (start < 0) return true;
    for (let t = start; t < start + duration[meet]!; t++)
      if (load[resource * problem.times + t]! > own) return false;
    return true;
  }

  reassignAny(focus: number): boolean {
    const { problem } = this.#state;
    const random = this.#random;
    let slot = this.openSlots[random.below(this.openSlots.length)]!;
    if (random.unit() < focus) {
      // A slot of a meet in trouble, when it has one.
      const meet = this.#anyMeet(1);
      const unit = problem.meetUnit[meet]!;
      const first = problem.slotStart[unit]!;
      const candidate = first + random.below(Math.max(1, problem.slotStart[unit + 1]! - first));
      if (
        problem.slotFixed[candidate]! < 0 &&
        problem.candidates.start[candidate + 1]! > problem.candidates.start[candidate]!
      )
        slot = candidate;
    }
    const unit = problem.slotUnit[slot]!;
    const meet = this.#meetOf(unit);
    if (meet < 0) return false;
    const start = problem.candidates.start[slot]!;
    const count = problem.candidates.start[slot + 1]! - start;
    let resource = problem.candidates.items[start + random.below(count)]!;
    if (random.below(2) === 0)
      for (let tries = 0; tries < 6 && !this.#isFree(resource, meet, 0); tries++)
        resource = problem.candidates.items[start + random.below(count)]!;
    const together =
      problem.unitDuration[unit]! > 1 ||
      problem.slotMates.start[slot + 1]! - problem.slotMates.start[slot]! > 1;
    return this.#reassign(meet, slot, resource, together && random.below(2) === 0);
  }

  /** Gives a slot a resource; who holds it at that time takes the other. `together`: all slots that belong together. */
  #reassign(meet: number, slot: number, resource: number, together: boolean): boolean {
    const state = this.#state;
    const { problem } = state;
    const before =
      state.resource[problem.meetResource[meet]! + slot - problem.slotStart[problem.meetUnit[meet]!]!]!;
    if (before === resource) return false;
    if (!together) {
      this.#exchange(meet, slot, before, resource);
      return true;
    }
    const mates = problem.slotMates;
    for (let i = mates.start[slot]!; i < mates.start[slot + 1]!; i++) {
      const mate = mates.items[i]!;
      const unit = problem.slotUnit[mate]!;
      for (let other = problem.meetStart[unit]!; other < problem.meetStart[unit + 1]!; other++)
        if (state.duration[other]! > 0) {
          const held = state.resource[problem.meetResource[other]! + mate - problem.slotStart[unit]!]!;
          if (held !== resource) this.#exchange(other, mate, held, resource);
        }
    }
    return true;
  }

  #exchange(meet: number, slot: number, before: number, resource: number) {
    const state = this.#state;
    const { problem, time, duration } = state;
    const start = time[meet]!;
    if (start >= 0 && before >= 0)
      for (let t = start; t < start + duration[meet]!; t++) {
        if (state.load[resource * problem.times + t] === 0) continue;
        const found = state.occupants(resource, t, this.#found, 0);
        for (let j = 0; j < found; j++) this.#handOver(this.#found[j]!, resource, before);
      }
    state.assign(meet, slot - problem.slotStart[problem.meetUnit[meet]!]!, resource);
  }

  /** A meet that holds a resource in an open slot takes another one, if the slot may. */
  #handOver(meet: number, from: number, to: number) {
    const state = this.#state;
    const { problem } = state;
    const unit = problem.meetUnit[meet]!;
    const first = problem.slotStart[unit]!;
    const base = problem.meetResource[meet]! - first;
    for (let s = first; s < problem.slotStart[unit + 1]!; s++) {
      if (problem.slotFixed[s]! >= 0 || state.resource[base + s] !== from) continue;
      for (let i = problem.candidates.start[s]!; i < problem.candidates.start[s + 1]!; i++)
        if (problem.candidates.items[i] === to) {
          state.assign(meet, s - first, to);
          return;
        }
    }
  }

  /** Changes how a random flexible unit is cut. */
  recutAny(): boolean {
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

  /** Cuts a meet in two and sends one piece to a random time. Gives the piece, -1 when nothing was cut. */
  #split(unit: number, limits: SplitLimits): number {
    const state = this.#state;
    const { problem, duration, time } = state;
    const meet = this.#meetOf(unit);
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
    this.shift(piece, this.#anyTime(piece));
    return piece;
  }

  /** Brings a meet beside another of its unit and makes them one. */
  #merge(unit: number, limits: SplitLimits, given: number): boolean {
    const state = this.#state;
    const { problem, duration, time } = state;
    const meet = given >= 0 ? given : this.#meetOf(unit);
    const other = this.#meetOf(unit);
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
    const mostRise = this.mostRise;
    this.mostRise = Number.POSITIVE_INFINITY;
    const arrived = time[meet] === target || this.shift(meet, target);
    this.mostRise = mostRise;
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
