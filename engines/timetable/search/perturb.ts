import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import type { Standing, Tables } from './tables.ts';

/** Random moves that break nothing, so that the same meets do not stand in the same way for ever. */
export function perturb(
  tables: Tables,
  state: State,
  random: Random,
  standing: Standing,
  moves: number,
): void {
  const { starts } = tables.problem;
  const { movable } = tables;
  if (movable.length === 0) return;
  for (let move = 0; move < moves; move++) {
    const meet = movable[random.below(movable.length)]!;
    if (state.start[meet]! < 0) continue;
    const first = starts.from[meet]!;
    const slot = starts.items[first + random.below(starts.from[meet + 1]! - first)]!;
    if (slot === state.start[meet] || !isFreeFor(tables, state, meet, slot)) continue;
    const { hard, total } = state;
    state.begin();
    state.unplace(meet);
    tables.place(state, meet, slot, standing);
    state.settle();
    if (state.hard <= hard && state.total <= total + 0.5) state.commit();
    else state.rollback();
  }
}

/** Whether nobody else has the exclusive resources of a placed meet where it would be. */
function isFreeFor(tables: Tables, state: State, meet: number, slot: number): boolean {
  const { slots } = tables.problem;
  const old = state.start[meet]!;
  const duration = state.duration[meet]!;
  const weeks = tables.weeksOf(meet);
  for (let at = tables.from[meet]!, end = tables.from[meet + 1]!; at < end; at++) {
    const base = tables.exclusive[at]! * slots;
    for (let week = 0; week < weeks.length; week++)
      for (let step = slot; step < slot + duration; step++) {
        const own = step >= old && step < old + duration ? 1 : 0;
        if (state.count[base + step + weeks[week]!]! > own) return false;
      }
  }
  return true;
}
