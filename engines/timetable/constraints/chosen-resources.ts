import type { Constraint } from '../core/constraint.ts';
import type { State } from '../core/state.ts';

/** A set of meets takes at most `max` different resources by its choices (rooms). Deviation: resources too many. */
export class DifferentResources implements Constraint {
  readonly readsChoices = true;
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];
  readonly #max: number;

  constructor(meets: readonly number[], max: number) {
    this.meets = [...new Set(meets)];
    this.#max = max;
  }

  deviation(state: State): number {
    const taken = new Set<number>();
    for (const meet of this.meets)
      if (state.start[meet]! >= 0) for (const room of chosenBy(state, meet)) taken.add(room);
    return Math.max(0, taken.size - this.#max);
  }
}

/** Meets of a set that follow each other at once take the same resource by their choices. Deviation: pairs that do not. */
export class SameResourceIfNext implements Constraint {
  readonly readsChoices = true;
  readonly resources: readonly number[] = [];
  readonly meets: readonly number[];

  constructor(meets: readonly number[]) {
    this.meets = [...new Set(meets)];
  }

  deviation(state: State): number {
    let broken = 0;
    for (const one of this.meets) {
      const end = state.start[one]! + state.duration[one]!;
      if (state.start[one]! < 0 || end % state.problem.periods === 0) continue;
      for (const other of this.meets) {
        if (other === one || state.start[other] !== end) continue;
        const rooms = chosenBy(state, one);
        const next = chosenBy(state, other);
        if (rooms.length > 0 && next.length > 0 && rooms.join() !== next.join()) broken++;
      }
    }
    return broken;
  }
}

/** Resources a meet takes by its choices. */
function chosenBy(state: State, meet: number): number[] {
  const { choices, optionResources } = state.problem;
  const chosen: number[] = [];
  for (let at = choices.from[meet]!; at < choices.from[meet + 1]!; at++) {
    const option = state.option[choices.items[at]!]!;
    if (option >= 0)
      chosen.push(
        ...optionResources.items.subarray(optionResources.from[option]!, optionResources.from[option + 1]!),
      );
  }
  return chosen;
}
