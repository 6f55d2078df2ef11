import { Random } from '../../core/random.ts';
import { anneal, isBetter } from './anneal.ts';
import { construct } from './construct.ts';
import type { Instance } from './instance.ts';
import { Moves } from './moves.ts';
import { compile, type Problem } from './problem.ts';
import { type Snapshot, State } from './state.ts';

/** One round of annealing, as told to a searcher. */
export interface Round {
  /** Starting temperature as a share of the usual one: 1 from scratch, less to improve what is there. */
  readonly heat: number;
  /** What infeasibility weighs, times the usual. */
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
  readonly #scale: ReturnType<typeof scaleOf>;

  /** Builds a first solution. `linkSoft`: soft links are kept by force (see `compile`). */
  constructor(instance: Instance, seed: number, linkSoft: boolean) {
    this.problem = compile(instance, { linkSoft });
    this.#random = new Random(seed);
    this.#state = new State(this.problem);
    construct(this.#state, this.#random);
    this.#moves = new Moves(this.#state, this.#random);
    this.#scale = scaleOf(this.problem);
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
    const { hardWeight, coldest, slack } = this.#scale;
    this.#state.restore(this.best);
    const weight = hardWeight * round.severity;
    const cooling = {
      from: Math.max(coldest, (weight / 2) * round.heat),
      to: coldest,
      hardWeight: weight,
      softSlack: slack,
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

const mix = { recut: 0.05, reassign: 0.25, focus: 0.2 };

/** Weights and temperatures fitting the weights of the instance. */
function scaleOf(problem: Problem) {
  const soft = problem.monitors
    .filter(({ constraint }) => !constraint.required)
    .map(({ constraint }) => constraint.weight)
    .sort((a, b) => a - b);
  if (soft.length === 0) return { hardWeight: 1, coldest: 0.12, slack: 0 };
  const lightest = soft[0]!;
  const heavy = soft[Math.floor(soft.length * 0.9)]!;
  return { hardWeight: Math.max(2 * heavy, 8 * lightest), coldest: 0.15 * lightest, slack: 2 * heavy };
}
