import type { Problem } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { State } from '../core/state.ts';
import { Annealing } from './annealing.ts';
import { Ejection } from './ejection.ts';
import { Tables } from './tables.ts';

/** A timetable as numbers: start of each meet (-1 unplaced), option of each choice, and what it costs. */
export interface Solution {
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly duration: Int32Array;
  readonly unplaced: number;
  readonly hard: number;
  readonly soft: number;
  readonly comfort: number;
}

export interface SolverOptions {
  readonly seed: number;
  /** Stops when a solution without broken rules costs no more than this. */
  readonly target?: number;
  /** Where to go on from: a checkpoint, or what another thread has found. */
  readonly from?: Solution;
}

/** Whether one solution is better than another: fewer broken required rules first, then cost and comfort together. */
export function isBetter(one: Solution, other: Solution | undefined): boolean {
  if (!other) return true;
  const broken = one.unplaced + one.hard - other.unplaced - other.hard;
  return broken !== 0 ? broken < 0 : one.soft + one.comfort < other.soft + other.comfort - 1e-9;
}

const requiredWeight = 3;
const mendingWeight = 5;
/** The first cooling when much is left unplaced, and the milder one otherwise. */
const mendingCooling = { from: 2.5, to: 0.35 };
const mildCooling = { from: 1, to: 0.35 };
const qualityCooling = { from: 1, to: 0.02 };
const slice = 2000;

/**
 * The anytime search. `step` works for a moment and can be called as often as wanted; `best` is the best so far. What it
 * does depends on the problem and the seed alone, never on the clock: a run cut later only goes on further.
 *
 * First every meet is placed by ejection chains. If these get stuck, the rest is put in where it hurts least, the whole is
 * annealed, what still breaks rules is taken out and ejection goes on. Once nothing is broken, coolings of growing length
 * lower the cost, each from the best.
 */
export class Solver {
  readonly problem: Problem;
  readonly state: State;
  best: Solution | undefined;
  /** Moves and ejection steps so far. */
  iterations = 0;
  readonly #tables: Tables;
  readonly #random: Random;
  readonly #target: number;
  #ejection: Ejection;
  readonly #annealing: Annealing;
  #phase: 'place' | 'mend' | 'improve' | 'done' = 'place';
  #patience: number;
  #mendings = 0;
  #moves: number;
  #record = Number.POSITIVE_INFINITY;

  constructor(problem: Problem, { seed, target = 0, from }: SolverOptions) {
    this.problem = problem;
    this.state = new State(problem);
    this.#tables = new Tables(problem);
    this.#random = new Random(seed);
    this.#target = target;
    this.#patience = 1000 + problem.meets * 12;
    this.#moves = 200_000 + problem.meets * 1000;
    this.#annealing = new Annealing(this.#tables, this.state, this.#random);
    if (from) this.#load(from);
    this.#ejection = new Ejection(this.#tables, this.state, this.#random);
    if (this.#ejection.waiting === 0) {
      this.#note();
      this.#afterPlacing();
    }
  }

  /** Whether nothing is left to do: the target is reached, or nothing can move. */
  get done(): boolean {
    return this.#phase === 'done';
  }

  /** Works for a moment. */
  step(): void {
    if (this.#phase === 'place') this.#place();
    else if (this.#phase !== 'done') this.#anneal();
  }

  /** Goes on from a better solution of another thread, from the next cooling on. */
  adopt(solution: Solution): void {
    if (isBetter(solution, this.best)) this.best = solution;
  }

  #place(): void {
    const ejection = this.#ejection;
    for (let step = 0; step < 4 && ejection.waiting > 0; step++) {
      ejection.step();
      this.iterations++;
    }
    if (ejection.waiting === 0) {
      this.#note();
      this.#afterPlacing();
    } else if (ejection.sinceBest > this.#patience) {
      this.#note();
      this.#putIn();
      this.#weigh(mendingWeight);
      const far = this.#mendings++ === 0 && ejection.waiting * 12 > this.problem.meets;
      const cooling = far ? mendingCooling : mildCooling;
      this.#annealing.begin({ ...cooling, moves: this.#moves }, mendingWeight);
      this.#phase = 'mend';
    }
  }

  #afterPlacing(): void {
    if (this.#reached()) return;
    this.#weigh(requiredWeight);
    this.#beginCooling();
  }

  #beginCooling(): void {
    this.#annealing.begin({ ...qualityCooling, moves: this.#moves }, requiredWeight);
    this.#moves = Math.min(this.#moves * 2, 50_000_000);
    this.#record = Number.POSITIVE_INFINITY;
    this.#phase = 'improve';
  }

  #anneal(): void {
    const before = this.#annealing.left;
    this.#record = this.#annealing.run(slice, this.#record, (total) => {
      if (this.state.hard + this.state.unplaced < 1e-9 || this.#phase === 'mend') this.#note();
      return total;
    });
    this.iterations += before - this.#annealing.left;
    if (this.#reached()) return;
    if (this.#phase === 'mend' && this.state.hard < 1e-9 && this.state.unplaced === 0) this.#afterPlacing();
    if (this.#annealing.left > 0) return;
    this.state.sumAnew();
    if (this.#phase === 'mend') this.#backToPlacing();
    else {
      if (this.#tables.movable.length === 0) this.#phase = 'done';
      else {
        this.#load(this.best!);
        this.#beginCooling();
      }
    }
  }

  /** Takes out what breaks required rules and goes on placing, more patiently. */
  #backToPlacing(): void {
    const { state } = this;
    this.#weigh(1);
    for (let round = 0; round < this.problem.meets && state.hard > 1e-9; round++) {
      const culprit = this.#worst();
      if (culprit < 0) break;
      state.unplace(culprit);
      state.settle();
    }
    this.#patience = Math.min(this.#patience * 1.3, 1_000_000);
    this.#moves = Math.min(this.#moves * 1.2, 20_000_000);
    this.#ejection = new Ejection(this.#tables, state, this.#random);
    this.#phase = 'place';
  }

  /** The placed meet without which the least is broken; -1 when none helps. */
  #worst(): number {
    const { state, problem } = this;
    const seen = new Set<number>();
    for (let index = 0; index < state.violatedCount; index++) {
      const constraint = state.violated[index]!;
      if (!problem.required[constraint]) continue;
      for (const meet of problem.constraints[constraint]!.meets) if (state.start[meet]! >= 0) seen.add(meet);
      for (const resource of problem.constraints[constraint]!.resources)
        state.forPlacedOn(resource, (meet) => seen.add(meet));
    }
    let worst = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const meet of seen) {
      state.begin();
      state.unplace(meet);
      state.settle();
      const left = state.hard + this.#random.unit() * 0.3;
      state.rollback();
      if (left >= least) continue;
      least = left;
      worst = meet;
    }
    return worst;
  }

  /** Places what is left where it costs least, broken rules and all. */
  #putIn(): void {
    const { state, problem } = this;
    for (const meet of this.#tables.placeable) {
      if (state.start[meet]! >= 0 || state.duration[meet] === 0) continue;
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let at = problem.starts.from[meet]!; at < problem.starts.from[meet + 1]!; at++) {
        state.begin();
        this.#tables.place(state, meet, problem.starts.items[at]!);
        state.settle();
        if (state.total < least) {
          least = state.total;
          best = problem.starts.items[at]!;
        }
        state.rollback();
      }
      this.#tables.place(state, meet, best);
      state.settle();
    }
  }

  #weigh(required: number): void {
    const { problem, state } = this;
    for (let constraint = 0; constraint < problem.weight.length; constraint++)
      state.setSearchWeight(
        constraint,
        problem.weight[constraint]! * (problem.required[constraint] ? required : 1),
      );
  }

  /** Remembers the timetable when it is the best so far. */
  #note(): void {
    const { state } = this;
    const { best } = this;
    if (best) {
      const broken = state.hard + state.unplaced - best.hard - best.unplaced;
      if (broken > 1e-9) return;
      if (broken > -1e-9 && state.soft + state.comfort >= best.soft + best.comfort - 1e-9) return;
    }
    this.best = {
      start: Int32Array.from(state.start),
      option: Int32Array.from(state.option),
      duration: Int32Array.from(state.duration),
      unplaced: state.unplaced,
      hard: Math.max(0, Math.round(state.hard * 1e6) / 1e6),
      soft: Math.max(0, Math.round(state.soft * 1e6) / 1e6),
      comfort: state.comfort,
    };
  }

  #reached(): boolean {
    const { best } = this;
    if (!best || best.hard + best.unplaced > 1e-9 || best.soft > this.#target + 1e-9) return false;
    this.#phase = 'done';
    return true;
  }

  #load(solution: Solution): void {
    const { state } = this;
    for (let meet = 0; meet < this.problem.meets; meet++) {
      if (state.start[meet]! >= 0) state.unplace(meet);
      if (state.duration[meet] !== solution.duration[meet]) state.resize(meet, solution.duration[meet]!);
    }
    for (let choice = 0; choice < state.option.length; choice++)
      if (state.option[choice] !== solution.option[choice]) state.choose(choice, solution.option[choice]!);
    for (let meet = 0; meet < this.problem.meets; meet++)
      if (solution.start[meet]! >= 0) state.place(meet, solution.start[meet]!);
    state.settle();
    state.sumAnew();
    this.#note();
  }
}
