import type { State } from '../core/state.ts';

/** What a timetable is worth: broken required rules and meets unplaced, the wishes of the document, comfort. */
export interface Worth {
  readonly unplaced: number;
  readonly hard: number;
  readonly soft: number;
  readonly comfort: number;
}

/** A timetable as numbers: start of each meet (-1 unplaced), option of each choice, and what it costs. */
export interface Solution extends Worth {
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly duration: Int32Array;
}

/** The timetable as it stands in a state. */
export function solutionOf(state: State): Solution {
  return {
    start: Int32Array.from(state.start),
    option: Int32Array.from(state.option),
    duration: Int32Array.from(state.duration),
    unplaced: state.unplaced,
    hard: Math.max(0, Math.round(state.hard * 1e6) / 1e6),
    soft: Math.max(0, Math.round(state.soft * 1e6) / 1e6),
    comfort: state.comfort,
  };
}

/** Lays a timetable into a state, whatever lies there, and settles. */
export function restore(state: State, solution: Solution): void {
  for (let meet = 0; meet < state.problem.meets; meet++) {
    if (state.start[meet]! >= 0) state.unplace(meet);
    if (state.duration[meet] !== solution.duration[meet]) state.resize(meet, solution.duration[meet]!);
  }
  for (let choice = 0; choice < state.option.length; choice++)
    if (state.option[choice] !== solution.option[choice]) state.choose(choice, solution.option[choice]!);
  for (let meet = 0; meet < state.problem.meets; meet++)
    if (solution.start[meet]! >= 0) state.place(meet, solution.start[meet]!);
  state.settle();
  state.sumAnew();
}

/**
 * Whether one is better than another, or than none: first by what is broken, then by the document's own wishes, and among equals by
 * comfort. With a `wishPrice` (`Problem.wishPrice`) wishes at that price and comfort are summed.
 */
export function isBetter(
  one: Worth,
  other: Worth | undefined,
  wishPrice = Number.POSITIVE_INFINITY,
): boolean {
  if (!other) return true;
  const broken = one.unplaced + one.hard - other.unplaced - other.hard;
  if (broken > 1e-6 || broken < -1e-6) return broken < 0;
  const soft = one.soft - other.soft;
  if (Number.isFinite(wishPrice)) return soft * wishPrice + one.comfort < other.comfort - 1e-6;
  if (soft > 1e-6 || soft < -1e-6) return soft < 0;
  return one.comfort < other.comfort - 1e-6;
}
