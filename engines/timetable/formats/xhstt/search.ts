import { Random } from '../../core/random.ts';
import { anneal, isBetter } from './anneal.ts';
import { construct } from './construct.ts';
import type { Instance } from './instance.ts';
import { Moves } from './moves.ts';
import { canPack, PackedState } from './pack-state.ts';
import { Polisher, type SolveModel } from './polish.ts';
import { compile, type Problem } from './problem.ts';
import type { Aim } from './rounds.ts';
import { type Snapshot, State } from './state.ts';

/** One round of annealing, as told to a searcher. */
export interface Round {
  readonly aim: Aim;
  /** Starting temperature as a share of the usual one; less keeps more of what is there. */
  readonly heat: number;
  /** Progress from 0 to 1; asked now and then with the iterations so far; 1 ends the round. */
  readonly progress: (iterations: number) => number;
  /** Told of each improvement of the best. */
  readonly onBetter: (snapshot: Snapshot, iterations: number) => void;
  /** For polishing: who solves linear models, the seconds that the round still has, and what other threads found meanwhile. */
  readonly polishing?: {
    readonly solve: SolveModel;
    readonly secondsLeft: () => number;
    readonly heard: () => Snapshot | undefined;
  };
}

/** A search of one thread: its own state and random numbers, the best it knows. */
export class Searcher {
  readonly problem: Problem;
  readonly best: Snapshot;
  readonly #state: State;
  readonly #moves: Moves;
  readonly #random: Random;
  /** Where the last search for feasibility alone ended, better or not. */
  #trial: Snapshot | undefined;
  /** How many such searches in a row brought nothing. */
  #inVain = 0;
  /** Where feasibility is nothing but packing: the packing under way, begun when annealing alone did not do it. */
  #packed: PackedState | undefined;
  readonly #canPack: boolean;
  /** How much each monitor counts while feasibility alone is sought. */
  readonly #emphasis: Float64Array;
  /** How feasibility was won: by the way, by the first look for it alone, or only by a longer one (or not yet). */
  #won: 'by the way' | 'easily' | 'hardly' = 'by the way';

  /** Builds a first solution. `keepSoft`: soft links are kept by force (see `compile`). */
  constructor(instance: Instance, seed: number, keepSoft: boolean) {
    this.problem = compile(instance, { keepSoft });
    this.#random = new Random(seed);
    this.#state = new State(this.problem);
    construct(this.#state, this.#random);
    this.#moves = new Moves(this.#state, this.#random);
    this.best = this.#state.snapshot();
    this.#canPack = canPack(this.problem);
    this.#emphasis = Float64Array.from(this.problem.monitorHard);
  }

  /** Takes over a better solution of the same problem. */
  adopt(snapshot: Snapshot) {
    this.#state.restore(snapshot);
    if (isBetter(this.#state, this.best)) this.#state.saveInto(this.best);
  }

  /** Anneals from the best known. Gives the iterations made. */
  run(round: Round): number {
    if (this.best.hard > 0 && this.#canPack && this.#won !== 'by the way')
      return this.#packForFeasibility(round);
    if (round.aim === 'feasible')
      return this.best.hard === 0 || this.#inVain === mostInVain ? 0 : this.#runForFeasibility(round);
    if (round.aim === 'polish' && round.polishing && this.best.hard === 0)
      return this.#polish(round, round.polishing);
    this.#state.restore(this.best);
    const { hardWeight, hottest, coldest, slack } = scaleOf(this.#state, round.aim, this.#won);
    if (this.#won === 'easily') this.#won = 'by the way';
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

  /**
   * Anneals infeasibility alone, until there is none. The wishes are muted, not only light: what they cost would draw the
   * moves away from the few places that matter. A constraint that such a round left broken counts more in the next, so
   * that the scarcest resource is settled while the others are still in motion.
   */
  #runForFeasibility(round: Round): number {
    const state = this.#state;
    const { monitorHard, monitorWeight } = this.problem;
    state.restore(this.#trial ?? this.best);
    const broken = Array.from(state.violated.subarray(0, state.violatedCount)).filter((m) => monitorHard[m]);
    const weights = broken.map((m) => monitorWeight[m]!).sort((a, b) => a - b);
    const unit = weights[weights.length >> 1]!;
    if (this.#won !== 'by the way') for (const m of broken) this.#emphasis[m]! *= 2;
    this.#emphasis.forEach((times, m) => {
      state.setEmphasis(m, times);
    });
    const found = state.snapshot();
    const first = this.#won === 'by the way';
    const cooling = {
      from: (first ? 0.3 : 0.16) * round.heat * unit,
      to: (first ? 0.1 : 0.13) * unit,
      hardWeight: 1,
      slack: 0,
      progress: (made: number) => (found.hard > 0 ? round.progress(made) : 1),
      onBetter: () => {},
    };
    const iterations = anneal(state, this.#moves, this.#random, found, cooling, mixForFeasibility);
    for (let m = 0; m < this.#emphasis.length; m++) state.setEmphasis(m, 1);
    const before = this.best.hard;
    this.adopt(found);
    this.#inVain = this.best.hard < before ? 0 : this.#inVain + 1;
    this.#trial = found;
    this.#won = found.hard === 0 && this.#won === 'by the way' ? 'easily' : 'hardly';
    return iterations;
  }

  /** Makes parts of the best anew by linear models, as long as there is time, and joins in what other threads gain. */
  #polish(round: Round, { solve, secondsLeft, heard }: NonNullable<Round['polishing']>): number {
    const state = this.#state;
    state.restore(this.best);
    const polisher = new Polisher(state, this.#random);
    let parts = 0;
    while (round.progress(parts) < 1 && this.best.soft > 0) {
      parts++;
      const other = heard();
      const gained = other ? polisher.hear(other, this.best) : polisher.step(solve, secondsLeft());
      if (!gained) continue;
      state.saveInto(this.best);
      round.onBetter(this.best, parts);
    }
    return parts;
  }

  /** Packs all meets anew, whatever they would like, until nobody clashes. */
  #packForFeasibility(round: Round): number {
    const state = this.#state;
    if (!this.#packed) {
      state.restore(this.best);
      this.#packed = new PackedState(state, this.#random);
    }
    const steps = this.#packed.run((made) => round.progress(made) < 1);
    if (isBetter(state, this.best)) state.saveInto(this.best);
    return steps;
  }

  /** The meets of the best solution. */
  solution() {
    this.#state.restore(this.best);
    return this.#state.solution();
  }
}

const mix = { recut: 0.12, reassign: 0.25, focus: 0.4 };
const mixForFeasibility = { ...mix, focus: 0.6 };
/** So many rounds for feasibility without any gain are enough. */
const mostInVain = 12;

/**
 * Weights and temperatures that fit the instance and where the search stands: cold enough to settle the lightest cost,
 * hot enough to move what still costs. A fresh start is hot enough to move everything.
 */
function scaleOf(state: State, aim: Aim, won: 'by the way' | 'easily' | 'hardly') {
  const fresh = aim === 'start';
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
  const usual = Math.max(2 * heavy, 20 * lightest);
  const costs = Array.from(violated.subarray(0, violatedCount))
    .filter((monitor) => !problem.monitorHard[monitor])
    .map((monitor) => cost[monitor]!)
    .sort(ascending);
  const paid = costs.length > 0 ? at(costs, 0.8) : lightest;
  // Where hardly anything costs as little as the lightest weight, the last cold is not worth the time.
  const settled = costs.length > 0 ? Math.max(lightest, at(costs, 0.1) / 2) : lightest;
  const moving = Math.min(usual / 2, Math.max(paid, 2 * lightest));
  // Feasibility that was hard to win is not melted again; where it comes easily, heat serves the objective.
  const hardWeight =
    won === 'hardly' ? Math.max(3 * usual, 10 * moving) : won === 'easily' ? 3 * usual : usual;
  const hottest = fresh ? hardWeight / 2 : won === 'easily' ? Math.max(moving, hardWeight / 5) : moving;
  return {
    hardWeight,
    hottest,
    coldest: 0.2 * (fresh ? lightest : settled),
    slack: Math.min(2 * heavy, 4 * paid),
  };
}
