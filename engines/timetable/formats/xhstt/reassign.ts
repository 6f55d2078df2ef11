import type { Random } from '../../core/random.ts';
import type { Picks } from './picks.ts';
import type { State } from './state.ts';

/**
 * Moves of resources: a slot gets another one; whoever holds it there takes the one given up; alone or together with the
 * slots that should hold one resource.
 */
export class Reassign {
  readonly #state: State;
  readonly #random: Random;
  readonly #picks: Picks;
  readonly #found = new Int32Array(64);
  /** Slots with more than one candidate. */
  readonly openSlots: Int32Array;

  constructor(state: State, random: Random, picks: Picks) {
    this.#state = state;
    this.#random = random;
    this.#picks = picks;
    const { slots, candidates } = state.problem;
    this.openSlots = Int32Array.from(
      slots.flatMap((slot, s) =>
        slot.resource < 0 && candidates.start[s + 1]! - candidates.start[s]! > 1 ? [s] : [],
      ),
    );
  }

  /** Gives a random open slot another resource; with chance `focus` one of a meet in trouble. */
  any(focus: number): boolean {
    const { problem } = this.#state;
    const random = this.#random;
    let slot = this.openSlots[random.below(this.openSlots.length)]!;
    if (random.unit() < focus) {
      // A slot of a meet in trouble, when it has one.
      const meet = this.#picks.anyMeet(1);
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
    const meet = this.#picks.meetOf(unit);
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

  /** Gives open slots of a meet that clash (or hold nothing) a resource that is free there, when there is one. */
  findFree(meet: number) {
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

  /** Whether a resource is available and attends at most `own` meets during a meet. */
  #isFree(resource: number, meet: number, own: number): boolean {
    const { problem, time, duration, load } = this.#state;
    const start = time[meet]!;
    if (start < 0) return true;
    const row = resource * problem.times;
    for (let t = row + start; t < row + start + duration[meet]!; t++)
      if (load[t]! > own || problem.closed[t] === 1) return false;
    return true;
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
}
