import type { Random } from '../../core/random.ts';
import type { State } from './state.ts';

/** Draws meets and times for moves: any, or with preference for what is in trouble. */
export class Picks {
  readonly #state: State;
  readonly #random: Random;
  /** 1 for units that have no time given by the instance. */
  readonly movable: Uint8Array;
  readonly #allTimes: readonly number[];
  readonly #found = new Int32Array(64);

  constructor(state: State, random: Random) {
    this.#state = state;
    this.#random = random;
    this.movable = Uint8Array.from(state.problem.unitTime, (time) => (time < 0 ? 1 : 0));
    this.#allTimes = state.problem.instance.times.map((_, time) => time);
  }

  /** A random time for a meet; rarely one outside its domain. */
  anyTime(meet: number): number {
    const { problem, duration } = this.#state;
    const length = duration[meet]!;
    if (this.#random.below(200) === 0) return this.#random.below(problem.times - length + 1);
    const row = problem.domainStart[problem.meetUnit[meet]!]! + length - 1;
    const { start, items } = this.#random.below(2) === 0 ? problem.wished : problem.domains;
    return items[start[row]! + this.#random.below(start[row + 1]! - start[row]!)]!;
  }

  /** A meet in use; with chance `focus` one that a violated monitor watches. */
  anyMeet(focus: number): number {
    const { problem, active, activeCount, violated, violatedCount } = this.#state;
    const random = this.#random;
    if (violatedCount > 0 && random.unit() < focus) {
      const monitor = problem.monitors[violated[random.below(violatedCount)]!]!;
      const { constraint, resource, units } = monitor;
      let meet = -1;
      if (resource < 0) meet = this.meetOf(units[random.below(units.length)]!);
      else if (random.below(4) > 0)
        if (constraint.kind === 'AvoidClashes') meet = this.#culprit(resource, this.#allTimes, 2);
        else if (constraint.kind === 'AvoidUnavailableTimes')
          meet = this.#culprit(resource, constraint.times, 1);
      if (meet < 0 && resource >= 0) meet = this.meetWith(resource);
      if (meet >= 0) return meet;
    }
    return active[random.below(activeCount)]!;
  }

  /** A meet at one of the given times, at which a resource attends at least `crowd` meets; -1 when there is none. */
  #culprit(resource: number, times: readonly number[], crowd: number): number {
    const { problem, load } = this.#state;
    const row = resource * problem.times;
    const offset = this.#random.below(times.length);
    for (let i = 0; i < times.length; i++) {
      const time = times[(offset + i) % times.length]!;
      if (load[row + time]! < crowd) continue;
      const found = this.#state.occupants(resource, time, this.#found, 0);
      return this.#found[this.#random.below(found)]!;
    }
    return -1;
  }

  /** A random meet in use of a unit. */
  meetOf(unit: number): number {
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

  /** A random meet of a unit that may use a resource; -1 when there is none. */
  meetWith(resource: number): number {
    const { start, items } = this.#state.problem.unitsOfResource;
    const count = start[resource + 1]! - start[resource]!;
    return count === 0 ? -1 : this.meetOf(items[start[resource]! + this.#random.below(count)]!);
  }
}
