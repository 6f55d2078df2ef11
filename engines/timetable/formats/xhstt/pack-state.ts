import type { Random } from '../../core/random.ts';
import { bestTime } from './construct.ts';
import { Pack } from './pack.ts';
import type { Problem } from './problem.ts';
import type { State } from './state.ts';

const keptByDomainsAndCuts = new Set([
  'AssignTime',
  'AvoidClashes',
  'PreferTimes',
  'AvoidUnavailableTimes',
  'SplitEvents',
  'DistributeSplitEvents',
  'AssignResource',
  'PreferResources',
]);

/** Whether feasibility is nothing but packing: all resources are given, and what is required is only times and no clashes. */
export function canPack(problem: Problem): boolean {
  return (
    problem.slotFixed.every((resource) => resource >= 0) &&
    problem.monitors.every(
      ({ constraint }) => !constraint.required || keptByDomainsAndCuts.has(constraint.kind),
    )
  );
}

/** The meets of a state, to be packed as they are cut now. */
export class PackedState {
  readonly #state: State;
  readonly #meets: Int32Array;
  readonly #pack: Pack;
  readonly #random: Random;

  constructor(state: State, random: Random) {
    this.#state = state;
    this.#random = random;
    this.#meets = state.active.slice(0, state.activeCount);
    const { problem, duration } = state;
    const meets = Array.from(this.#meets, (meet) => {
      const unit = problem.meetUnit[meet]!;
      const row = problem.domainStart[unit]! + duration[meet]! - 1;
      const given = problem.unitTime[unit]!;
      const { start, items } = problem.domains;
      const held = problem.slotFixed.subarray(problem.slotStart[unit]!, problem.slotStart[unit + 1]!);
      return {
        duration: duration[meet]!,
        resources: [...new Set(held)].filter((resource) => problem.clashCost[resource]! > 0),
        starts: given >= 0 ? [given] : Array.from(items.subarray(start[row]!, start[row + 1]!)),
      };
    });
    this.#pack = new Pack({ times: problem.times, resources: problem.resources, meets }, random);
  }

  /** Packs on. The state becomes what has come out: who still waits goes where it costs least. Gives the steps made. */
  run(goesOn: (made: number) => boolean): number {
    let steps = 0;
    this.#pack.run((made) => {
      steps = made;
      return goesOn(made);
    });
    this.#settle();
    return steps;
  }

  #settle() {
    const state = this.#state;
    for (let meet = 0; meet < state.problem.meets; meet++) if (state.time[meet]! >= 0) state.lift(meet);
    const { start } = this.#pack;
    this.#meets.forEach((meet, m) => {
      if (start[m]! >= 0) state.place(meet, start[m]!);
    });
    this.#meets.forEach((meet, m) => {
      const time = start[m]! >= 0 ? -1 : bestTime(state, meet, this.#random);
      if (time >= 0) state.place(meet, time);
    });
    state.commit();
  }
}
