import type { Problem } from '../core/problem.ts';
import { State } from '../core/state.ts';

/** Where everything is: first slot of each meet (-1: not placed) and option of each choice (-1: none). */
export interface Timetable {
  readonly start: ArrayLike<number>;
  readonly option: ArrayLike<number>;
}

/** One meet and where it goes. `options`: one for each of its choices, in their order; -1 for none. */
export interface Placing {
  readonly meet: number;
  readonly start: number;
  readonly options: readonly number[];
}

/** One change of a timetable, with what it takes to go back; a `start` of -1 is a meet that is not placed. */
export interface Move {
  readonly meet: number;
  readonly from: Omit<Placing, 'meet'>;
  readonly to: Omit<Placing, 'meet'>;
}

/** A state in which the timetable lies. Meets without duration stay out. */
export function stateOf(problem: Problem, { start, option }: Timetable): State {
  const state = new State(problem);
  for (let choice = 0; choice < problem.choiceMeet.length; choice++)
    if (option[choice]! >= 0) state.choose(choice, option[choice]!);
  for (let meet = 0; meet < problem.meets; meet++)
    if (start[meet]! >= 0 && state.duration[meet]! > 0) state.place(meet, start[meet]!);
  state.settle();
  return state;
}

/** Where a meet lies now. */
export function placingOf(state: State, meet: number): Placing {
  const { from, items } = state.problem.choices;
  const options: number[] = [];
  for (let at = from[meet]!; at < from[meet + 1]!; at++) options.push(state.option[items[at]!]!);
  return { meet, start: state.start[meet]!, options };
}

/** The moves that bring meets from where they lie now to new places. */
export function movesFrom(state: State, placings: readonly Placing[]): Move[] {
  return placings.map(({ meet, start, options }) => {
    const now = placingOf(state, meet);
    return { meet, from: { start: now.start, options: now.options }, to: { start, options } };
  });
}

/** Carries out moves, all taken away before any is placed (so that they may swap), and looks at the constraints. */
export function applyMoves(state: State, moves: readonly Move[]): void {
  const { from, items } = state.problem.choices;
  for (const { meet } of moves) if (state.start[meet]! >= 0) state.unplace(meet);
  for (const { meet, to } of moves) {
    to.options.forEach((option, place) => {
      const choice = items[from[meet]! + place]!;
      if (state.option[choice] !== option) state.choose(choice, option);
    });
    if (to.start >= 0) state.place(meet, to.start);
  }
  state.settle();
}

/** The moves that take these ones back. */
export function inverseOf(moves: readonly Move[]): Move[] {
  return moves.map(({ meet, from, to }) => ({ meet, from: to, to: from })).reverse();
}
