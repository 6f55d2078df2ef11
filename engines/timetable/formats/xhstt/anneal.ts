import type { Random } from '../../core/random.ts';
import type { Moves } from './moves.ts';
import type { Snapshot, State } from './state.ts';

/** Shares of the kinds of move, and how often a move starts at a violated constraint. */
export interface Mix {
  readonly recut: number;
  readonly reassign: number;
  readonly focus: number;
}

export interface Cooling {
  /** Temperatures in units of objective cost. */
  readonly from: number;
  readonly to: number;
  /** What one unit of infeasibility counts, in units of objective cost. */
  readonly hardWeight: number;
  /** By how much the objective may fall in one move, for judging a move by its clashes and spreads alone. */
  readonly slack: number;
  /** Progress of this round from 0 to 1; asked now and then with the iterations so far; 1 ends the round. */
  readonly progress: (iterations: number) => number;
  readonly onBetter: (snapshot: Snapshot, iterations: number) => void;
}

export function isBetter(a: { hard: number; soft: number }, b: { hard: number; soft: number }): boolean {
  return a.hard < b.hard || (a.hard === b.hard && a.soft < b.soft);
}

const betweenLooks = 256;

/**
 * One round of simulated annealing from where the state stands; the best seen lies in `best`. Gives the iterations made.
 */
export function anneal(
  state: State,
  moves: Moves,
  random: Random,
  best: Snapshot,
  cooling: Cooling,
  mix: Mix,
): number {
  const { from, to, hardWeight, slack } = cooling;
  let iterations = 0;
  let temperature = from;
  let current = hardWeight * state.hard + state.soft;
  const recut = moves.canRecut ? mix.recut : 0;
  const reassign = moves.canReassign ? mix.reassign : 0;
  while (best.hard > 0 || best.soft > 0) {
    if (iterations % betweenLooks === 0) {
      const progress = cooling.progress(iterations);
      if (progress >= 1) break;
      temperature = from * (to / from) ** progress;
    }
    iterations++;
    // The highest rise that will be taken, drawn beforehand: what surely rises more need not be computed to the end.
    const mostRise = -temperature * Math.log(1 - random.unit());
    moves.bound(mostRise + slack, hardWeight);
    const kind = random.unit();
    const changed =
      kind < recut
        ? moves.recutAny()
        : kind < recut + reassign
          ? moves.reassignAny(mix.focus)
          : moves.shiftAny(mix.focus);
    if (!changed) {
      state.undo();
      continue;
    }
    const cost = hardWeight * state.hard + state.soft;
    if (cost - current > mostRise) {
      state.undo();
      continue;
    }
    state.commit();
    current = cost;
    if (isBetter(state, best)) {
      state.saveInto(best);
      cooling.onBetter(best, iterations);
    }
  }
  return iterations;
}
