import type { Problem } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { State } from '../core/state.ts';

/** A timetable without broken required rules for the figures of the editor: cooling with swaps, as long as it takes. */
export function firstTimetable(problem: Problem, seed: number): State {
  const random = new Random(seed);
  const state = new State(problem);
  const { starts, options } = problem;
  const pick = (rows: typeof starts, row: number) =>
    rows.items[rows.from[row]! + random.below(rows.from[row + 1]! - rows.from[row]!)]!;
  for (let choice = 0; choice < problem.choiceMeet.length; choice++)
    state.choose(choice, pick(options, choice));
  for (let meet = 0; meet < problem.meets; meet++) state.place(meet, pick(starts, meet));
  state.settle();
  for (let rule = 0; rule < problem.constraints.length; rule++)
    state.setSearchWeight(rule, problem.required[rule] ? 20 : problem.weight[rule]! * 0.3);
  for (let temperature = 12; state.hard > 0; temperature = Math.max(0.5, temperature * 0.97))
    for (let move = 0; move < 20_000 && state.hard > 0; move++) {
      const before = state.total;
      state.begin();
      if (random.below(16) === 0) {
        const choice = random.below(problem.choiceMeet.length);
        state.choose(choice, pick(options, choice));
      } else swap(state, random.below(problem.meets), pick);
      state.settle();
      const rise = state.total - before;
      if (rise <= 0 || random.unit() < Math.exp(-rise / temperature)) state.commit();
      else state.rollback();
    }
  return state;
}

/** Moves a meet to one of its slots; who takes its first resource there comes to where it was, if that is allowed. */
function swap(
  state: State,
  meet: number,
  pick: (rows: State['problem']['starts'], row: number) => number,
): void {
  const { problem } = state;
  const from = state.start[meet]!;
  const to = pick(problem.starts, meet);
  const { starts, fixed, slots } = problem;
  const group = fixed.items[fixed.from[meet]!]!;
  const others = new Set<number>();
  for (let slot = to; slot < to + state.duration[meet]!; slot++) {
    const other = state.count[group * slots + slot] === 1 ? state.otherAt(group, slot, -1) : -1;
    if (other >= 0 && other !== meet) others.add(other);
  }
  state.move(meet, to);
  for (const other of others) {
    const there = from + state.start[other]! - to;
    if (starts.items.subarray(starts.from[other]!, starts.from[other + 1]!).includes(there))
      state.move(other, there);
  }
}
