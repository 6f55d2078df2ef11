import { State } from './state.ts';

/** The same timetable put together from nothing: what the incremental one must agree with. */
export function recomputed(state: State): State {
  const fresh = new State(state.problem);
  for (let meet = 0; meet < state.problem.meets; meet++)
    if (state.duration[meet] !== fresh.duration[meet]) fresh.resize(meet, state.duration[meet]!);
  for (let choice = 0; choice < state.option.length; choice++)
    if (state.option[choice]! >= 0) fresh.choose(choice, state.option[choice]!);
  for (let meet = 0; meet < state.problem.meets; meet++)
    if (state.start[meet]! >= 0) fresh.place(meet, state.start[meet]!);
  fresh.settle();
  return fresh;
}

/** Every difference between a timetable and the same one recomputed, in words; empty when the books are right. */
export function discrepancies(state: State): string[] {
  const fresh = recomputed(state);
  const found: string[] = [];
  const near = (one: number, other: number) => Math.abs(one - other) < 1e-6 * Math.max(1, Math.abs(one));
  for (const table of ['count', 'occupants', 'mask', 'taken', 'excess', 'cost'] as const)
    for (let at = 0; at < state[table].length; at++)
      if (!near(state[table][at]!, fresh[table][at]!))
        found.push(`${table}[${at}] ${state[table][at]} is ${fresh[table][at]}`);
  for (const sum of ['hard', 'soft', 'comfort', 'unplaced'] as const)
    if (!near(state[sum], fresh[sum])) found.push(`${sum} ${state[sum]} is ${fresh[sum]}`);
  return found;
}
