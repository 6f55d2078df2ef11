import { isBetter } from './anneal.ts';
import type { Snapshot, State } from './state.ts';

/**
 * What one thread gained that the others may not have yet. Gains in different weeks do not exclude each other: whoever
 * hears of another solution does its own gains there again, so that the work of every thread counts.
 */
export class Gains {
  readonly #state: State;
  /** Sets of units that changed together; no unit is in two. */
  #groups: ReadonlySet<number>[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  /** Units that became better by changing together. */
  add(units: ReadonlySet<number>) {
    const meeting = this.#groups.filter((group) => [...units].some((unit) => group.has(unit)));
    const apart = this.#groups.filter((group) => !meeting.includes(group));
    this.#groups = [...apart, new Set([...meeting, units].flatMap((group) => [...group]))];
  }

  /**
   * The state becomes what another thread found, with all own gains that are gains there too. `own` is the best known here.
   * False when that is no better; then the state is `own` again.
   */
  merge(other: Snapshot, own: Snapshot): boolean {
    const state = this.#state;
    state.restore(other);
    const again = this.#groups.filter((units) => {
      const { hard, soft } = state;
      takeOver(state, own, units);
      const isGain = isBetter(state, { hard, soft });
      if (isGain) state.commit();
      else state.undo();
      return isGain;
    });
    if (isBetter(state, own)) {
      this.#groups = again;
      return true;
    }
    state.restore(own);
    return false;
  }
}

/** The meets of these units become those of a snapshot; it is in the journal. Resources are those given. */
export function takeOver(state: State, from: Snapshot, units: Iterable<number>) {
  const { meetStart } = state.problem;
  for (const unit of units)
    for (let meet = meetStart[unit]!; meet < meetStart[unit + 1]!; meet++) {
      if (state.duration[meet] === 0) continue;
      if (state.time[meet]! >= 0) state.lift(meet);
      state.close(meet);
    }
  for (const unit of units)
    for (let meet = meetStart[unit]!; meet < meetStart[unit + 1]!; meet++) {
      if (from.duration[meet] === 0) continue;
      state.open(meet, from.duration[meet]!);
      if (from.time[meet]! >= 0) state.place(meet, from.time[meet]!);
    }
}
