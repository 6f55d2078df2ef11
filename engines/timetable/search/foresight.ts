import { costOf } from '../core/constraint.ts';
import type { State } from '../core/state.ts';
import type { Tables } from './tables.ts';

/**
 * What a placed meet at another slot would cost its own people: the rules on the meet, and those on each resource that nobody
 * else has there. Exact for a meet that goes where its people are free; of a longer move the part of its first meet.
 */
export class Foresight {
  readonly #tables: Tables;
  readonly #state: State;
  readonly #seen: Int32Array;
  #stamp = 0;

  constructor(tables: Tables, state: State) {
    this.#tables = tables;
    this.#state = state;
    this.#seen = new Int32Array(tables.problem.constraints.length);
  }

  /** By how much the weighted costs would rise. Nothing is changed, marked or remembered. */
  riseOf(meet: number, slot: number): number {
    const { fixed, exclusive, slots, watchingMeet, watchingResource } = this.#tables.problem;
    const state = this.#state;
    const old = state.start[meet]!;
    const duration = state.duration[meet]!;
    const weeks = this.#tables.weeksOf(meet);
    this.#stamp++;
    state.lift(meet);
    state.lay(meet, slot);
    let rise = 0;
    for (let at = watchingMeet.from[meet]!, end = watchingMeet.from[meet + 1]!; at < end; at++)
      rise += this.#riseBy(watchingMeet.items[at]!);
    for (let at = fixed.from[meet]!, end = fixed.from[meet + 1]!; at < end; at++) {
      const resource = fixed.items[at]!;
      let isAlone = true;
      if (exclusive[resource])
        for (let week = 0; week < weeks.length; week++) {
          const begin = resource * slots + slot + weeks[week]!;
          for (let step = begin; step < begin + duration; step++)
            if (state.count[step] !== 1) isAlone = false;
        }
      if (!isAlone) continue;
      const first = watchingResource.from[resource]!;
      const last = watchingResource.from[resource + 1]!;
      for (let one = first; one < last; one++) rise += this.#riseBy(watchingResource.items[one]!);
    }
    state.lift(meet);
    state.lay(meet, old);
    return rise;
  }

  #riseBy(rule: number): number {
    if (this.#seen[rule] === this.#stamp) return 0;
    this.#seen[rule] = this.#stamp;
    const state = this.#state;
    const { constraints, costFunction } = this.#tables.problem;
    const deviation = constraints[rule]!.deviation(state);
    const rise = (deviation === 0 ? 0 : costOf(deviation, costFunction[rule]!)) - state.cost[rule]!;
    return rise === 0 ? 0 : rise * state.searchWeight[rule]!;
  }
}
