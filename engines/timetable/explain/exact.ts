import type { Problem } from '../core/problem.ts';
import { State } from '../core/state.ts';

/**
 * Whether some meets, alone in the week, can be placed so that constraints are kept: true, false (proved: constraints are
 * lower bounds while meets are unplaced, so what fails for some meets fails for all), or undefined after `mostNodes`
 * places tried. The meet with the fewest places left comes next.
 */
export function canKeep(
  problem: Problem,
  meets: readonly number[],
  constraints: readonly number[],
  mostNodes: number,
): boolean | undefined {
  const state = new State(problem);
  // What is broken by an empty week is not for these meets to answer for.
  const asked = new Uint8Array(problem.constraints.length);
  for (const constraint of constraints) asked[constraint] = state.cost[constraint]! < 1e-9 ? 1 : 0;
  const open = [...meets];
  let nodes = 0;
  const kept = () => {
    for (let i = 0; i < state.violatedCount; i++) if (asked[state.violated[i]!]) return false;
    return true;
  };
  /** Places of a meet that break nothing by themselves; no more than `enough` are counted. */
  const places = (meet: number, enough: number): number[] => {
    const found: number[] = [];
    for (let at = problem.starts.from[meet]!; at < problem.starts.from[meet + 1]!; at++) {
      nodes++;
      state.begin();
      state.place(meet, problem.starts.items[at]!);
      state.settle();
      if (kept()) found.push(problem.starts.items[at]!);
      state.rollback();
      if (found.length >= enough) break;
    }
    return found;
  };
  const search = (): boolean | undefined => {
    if (open.length === 0) return true;
    let next = 0;
    let fewest: number[] | undefined;
    for (let index = 0; index < open.length; index++) {
      const found = places(open[index]!, fewest?.length ?? Number.POSITIVE_INFINITY);
      if (fewest && found.length >= fewest.length) continue;
      fewest = found;
      next = index;
      if (found.length === 0) return false;
    }
    if (nodes > mostNodes) return undefined;
    const [meet] = open.splice(next, 1);
    for (const slot of fewest!) {
      state.begin();
      state.place(meet!, slot);
      state.settle();
      const found = search();
      state.rollback();
      if (found !== false) {
        open.splice(next, 0, meet!);
        return found;
      }
    }
    open.splice(next, 0, meet!);
    return false;
  };
  return search();
}
