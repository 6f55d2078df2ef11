import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import type { Tables } from './tables.ts';
import { weigh } from './wishes.ts';

/** Places what is left where it costs least, broken rules and all: what annealing begins with. */
export function putIn(tables: Tables, state: State): void {
  const { starts } = state.problem;
  for (const meet of tables.placeable) {
    if (state.start[meet]! >= 0 || state.duration[meet] === 0) continue;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let at = starts.from[meet]!; at < starts.from[meet + 1]!; at++) {
      state.begin();
      tables.place(state, meet, starts.items[at]!);
      state.settle();
      if (state.total < least) {
        least = state.total;
        best = starts.items[at]!;
      }
      state.rollback();
    }
    tables.place(state, meet, best);
    state.settle();
  }
}

/** Takes out meets until no required rule is broken. */
export function takeOutWorst(state: State, random: Random): void {
  weigh(state, 1);
  for (let round = 0; round < state.problem.meets && state.hard > 1e-9; round++) {
    const culprit = worstMeet(state, random);
    if (culprit < 0) break;
    state.unplace(culprit);
    state.settle();
  }
}

/** The placed meet without which the least is broken; -1 when none helps. Among equals by chance. */
function worstMeet(state: State, random: Random): number {
  const { required, constraints } = state.problem;
  const seen = new Set<number>();
  for (let index = 0; index < state.violatedCount; index++) {
    const rule = state.violated[index]!;
    if (!required[rule]) continue;
    for (const meet of constraints[rule]!.meets) if (state.start[meet]! >= 0) seen.add(meet);
    for (const resource of constraints[rule]!.resources)
      state.forPlacedOn(resource, (meet) => seen.add(meet));
  }
  let worst = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const meet of seen) {
    state.begin();
    state.unplace(meet);
    state.settle();
    const left = state.hard + random.unit() * 0.3;
    state.rollback();
    if (left >= least) continue;
    least = left;
    worst = meet;
  }
  return worst;
}
