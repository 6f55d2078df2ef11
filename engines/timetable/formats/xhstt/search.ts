import { Random } from '../../core/random.ts';
import { anneal, isBetter } from './anneal.ts';
import { construct } from './construct.ts';
import type { Instance } from './instance.ts';
import { Moves } from './moves.ts';
import { compile, type Problem } from './problem.ts';
import { type Snapshot, State } from './state.ts';

/** One round of annealing, as told to a searcher. */
export interface Round {
  /** From a constructed solution: hot enough to move everything. */
  readonly fresh: boolean;
  /** Starting temperature as a share of the usual one; less keeps more of what is there. */
  readonly heat: number;
  /** How many times heavier infeasibility weighs if there is any at the start. */
  readonly severity: number;
  /** Progress from 0 to 1; asked now and then with the iterations so far; 1 ends the round. */
  readonly progress: (iterations: number) => number;
  /** Told of each improvement of the best. */
  readonly onBetter: (snapshot: Snapshot, iterations: number) => void;
}

/** A search of one thread: its own state and random numbers, the best it knows. */
export class Searcher {
  readonly problem: Problem;
  readonly best: Snapshot;
  readonly #state: State;
  readonly #moves: Moves;
  readonly #random: Random;

  /** Builds a first solution. `keepSoft`: soft links are kept by force (see `compile`). */
  constructor(instance: Instance, seed: number, keepSoft: boolean) {
    this.problem = compile(instance, { keepSoft });
    this.#random = new Random(seed);
    this.#state = new State(this.problem);
    construct(this.#state, this.#random);
    this.#moves = new Moves(this.#state, this.#random);
    this.best = this.#state.snapshot();
  }

  /** Takes over a better solution of the same problem. */
  adopt(snapshot: Snapshot) {
    if (!isBetter(snapshot, this.best)) return;
    this.#state.restore(snapshot);
    this.#state.saveInto(this.best);
  }

  /** Anneals from the best known. Gives the iterations made. */
  run(round: Round): number {
    this.#state.restore(this.best);
    const { hardWeight, hottest, coldest, slack } = scaleOf(this.#state, round);
    const cooling = {
      from: Math.max(coldest, hottest * round.heat),
      to: coldest,
      hardWeight,
      slack,
      progress: round.progress,
      onBetter: round.onBetter,
    };
    return anneal(this.#state, this.#moves, this.#random, this.best, cooling, mix);
  }

  /** The meets of the best solution. */
  solution() {
    this.#state.restore(this.best);
    return this.#state.solution();
  }
}

const mix = { recut: 0.12, reassign: 0.25, focus: 0.4 };

/**
 * Weights and temperatures that fit the instance and where the search stands: cold enough to settle the lightest cost,
 * hot enough to move what still costs. A fresh start is hot enough to move everything.
 */
function scaleOf(state: State, { fresh, severity }: Round) {
  const { problem, violated, violatedCount, cost } = state;
  const ascending = (a: number, b: number) => a - b;
  const weights = problem.monitors
    .filter(({ constraint }) => !constraint.required)
    .map(({ constraint }) => constraint.weight)
    .sort(ascending);
  // Nothing soft: the weight of infeasibility is the only scale.
  if (weights.length === 0) return { hardWeight: 1, hottest: 0.5, coldest: 0.12, slack: 0 };
  const at = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  const lightest = weights[0]!;
  const heavy = at(weights, 0.9);
  const hardWeight = Math.max(2 * heavy, 20 * lightest) * (state.hard > 0 ? severity : 1);
  const costs = Array.from(violated.subarray(0, violatedCount))
    .filter((monitor) => !problem.monitorHard[monitor])
    .map((monitor) => cost[monitor]!)
    .sort(ascending);
  const paid = costs.length > 0 ? at(costs, 0.8) : lightest;
  // Where hardly anything costs as little as the lightest weight, the last cold is not worth the time.
  const settled = costs.length > 0 ? Math.max(lightest, at(costs, 0.1) / 2) : lightest;
  const moving = Math.min(hardWeight / 2, Math.max(paid, 2 * lightest));
  // Not from where infeasibility melts: hotter starts left the objective too little time.
  const hottest = fresh ? hardWeight / 2 : state.hard > 0 ? Math.max(moving, hardWeight / 5) : moving;
  return {
    hardWeight,
    hottest,
    coldest: 0.2 * (fresh ? lightest : settled),
    slack: Math.min(2 * heavy, 4 * paid),
  };
}
