import type { State } from '../core/state.ts';
import { ChangeSearch } from '../repair/search.ts';
import { strictProblem } from '../repair/strict-problem.ts';
import { applyMoves, type Move, movesFrom, stateOf } from '../repair/timetable.ts';
import { ValueTable } from '../repair/values.ts';

/** A way to put a lesson where somebody wants it: the lesson itself comes with the others that make room. */
export interface ChainSwap {
  readonly moves: readonly Move[];
  /** By how much the weighted costs of required and of wished rules (comfort among them) change; `hard` is never above 0. */
  readonly hard: number;
  readonly soft: number;
}

export interface ChainBounds {
  /** Moves of one chain, the wanted one counted. */
  readonly moves: number;
  /** Chains given. */
  readonly chains: number;
  /** Nodes of the search tree looked at, and timetables reckoned through. */
  readonly nodes: number;
  readonly tried: number;
}

export const usualChainBounds: ChainBounds = { moves: 4, chains: 5, nodes: 2_000, tried: 200 };

/**
 * Chains of at most four moves that bring a meet to a slot without breaking a required rule more than now: the cheapest
 * first, among equally cheap ones the shortest. Empty when there are none within the bounds. `locked` meets stay. Leaves
 * the state as it was; it must be settled.
 */
export function chainSwaps(
  state: State,
  wanted: { readonly meet: number; readonly start: number },
  { locked = [], bounds = usualChainBounds }: { locked?: readonly number[]; bounds?: ChainBounds } = {},
): ChainSwap[] {
  const { meet, start } = wanted;
  if (state.start[meet] === start || locked.includes(meet)) return [];
  const now = { start: Int32Array.from(state.start), option: Int32Array.from(state.option) };
  const strict = strictProblem(state.problem, now, () => false);
  const shut = new Uint8Array(state.problem.resources * state.problem.slots);
  const search = new ChangeSearch(
    stateOf(strict, now),
    new ValueTable(strict, now, shut, new Map([[meet, start]])),
    locked,
  );
  search.displace([meet]);
  const found: ChainSwap[] = [];
  let tried = 0;
  for (let others = 0; others < bounds.moves; others++) {
    const whole = search.run(others, bounds.nodes - search.nodes, (placings, changes) => {
      // Shorter chains have been seen with a smaller budget.
      if (changes <= others) return true;
      found.push(priced(state, movesFrom(state, placings)));
      return ++tried < bounds.tried;
    });
    if (!whole) break;
  }
  return found
    .filter(({ hard }) => hard <= 1e-6)
    .sort((one, other) => one.soft - other.soft || one.moves.length - other.moves.length)
    .slice(0, bounds.chains);
}

function priced(state: State, moves: readonly Move[]): ChainSwap {
  const { hard, soft, comfort } = state;
  state.begin();
  applyMoves(state, moves);
  const priced = { moves, hard: state.hard - hard, soft: state.soft - soft + state.comfort - comfort };
  state.rollback();
  return priced;
}
