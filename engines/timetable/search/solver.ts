import type { Problem } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import { State } from '../core/state.ts';
import { Annealing } from './annealing.ts';
import { Easing } from './easing.ts';
import { type Breadth, Ejection } from './ejection.ts';
import { putIn, takeOutWorst } from './mending.ts';
import { narrowed } from './narrow.ts';
import type { Strictness } from './outlook.ts';
import { isBetter, restore, type Solution, solutionOf } from './solution.ts';
import { Tables } from './tables.ts';
import { brokenWishes, leastWish, meetsConcerned, weigh } from './wishes.ts';

export interface SolverOptions {
  readonly seed: number;
  /** Stops when a solution without broken rules costs no more than this. */
  readonly target?: number;
  /** Where to go on from: a checkpoint, or what another thread has found. */
  readonly from?: Solution;
  /**
   * Only where comfort comes first: the share of the time, 0 to 1, that is spent. The coolings go by it, and the search is done when it is
   * 1. Left out, the time is a number of moves.
   */
  readonly spent?: () => number;
  /** How it places at first: narrow chains when left out. Whenever it begins anew it changes. */
  readonly breadth?: Breadth;
}

/** Of so many times that placing gets stuck, one is mended by annealing; the others begin anew. */
const mendEvery = 4;
const requiredWeight = 10;
const mendingWeight = 5;
/** The first cooling when much is left unplaced, and the milder one otherwise. */
const mendingCooling = { from: 2.5, to: 0.35 };
const mildCooling = { from: 1, to: 0.35 };
/** Coolings of quality begin, in turn, where a wish is readily given up and where only comfort is … */
const qualityBegins = 0.5;
const qualityBeginsAgain = 0.15;
/** … and end, in parts of the smallest weight, where hardly anything is. */
const qualityEnds = 0.06;
/** With more wishes not kept the first timetable is left aside and another placed with an eye to them. */
const mostLeft = 40;
/** Wishes not kept that are few enough for polishing, how often each is tried and all together, and meets looked at in an attempt. */
const mostPolished = 90;
const polishAttempts = 6;
const mostAttempts = 30;
const polishWork = 2500;
/** The last few wishes are given longer attempts, and together as much work as placing took. */
const patientWork = 10_000;
/** With so few wishes not kept another beginning is tried soon, otherwise after so many times the work of placing; moves of a cooling that take as long as looking at one meet. */
const fewWishes = 5;
const muchLonger = 8;
const movesPerNode = 5;
const slice = 2000;
/** Where comfort comes first and nobody tells the time: moves for each meet. */
const movesPerMeet = 20_000;

/**
 * The anytime search. `step` works for a moment and can be called as often as wanted; `best` is the best so far. What it
 * does depends on the problem and the seed alone, never on the clock: a run cut later only goes on further. Only where comfort comes
 * first it depends on what `spent` says, too.
 *
 * First every meet is placed by ejection chains. If these get stuck they begin anew in another order; now and then the rest
 * is put in where it hurts least, the whole is annealed, what still breaks rules is taken out and ejection goes on. Once
 * nothing is broken, coolings of growing length lower the cost, each from the best.
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
  readonly #ejection: Ejection;
  readonly #annealing: Annealing;
  #phase: 'place' | 'mend' | 'polish' | 'improve' | 'ease' | 'done' = 'place';
  #patience: number;
  #mendings = 0;
  #coolings = 0;
  #stuck = 0;
  /** Polishing: how often it is still tried, and the work at which the present attempt is given up; 0 for none. */
  #attempts = 0;
  #until = 0;
  #polishWork = polishWork;
  #moves: number;
  /** Temperature at which coolings of quality end. */
  readonly #lowest: number;
  readonly #hasComfort: boolean;
  /** What wishes weigh beside comfort where it comes first, and how comfort is then eased by a measure of the time. */
  readonly #wishPrice: number;
  readonly #spent: () => number;
  #easing: Easing | undefined;
  #worthBefore: Solution | undefined;
  /** What polishing and the next cooling begin with: the best, or what was placed afresh. */
  #base: Solution | undefined;
  /** Meets looked at until everything was placed, and the work since, in the same measure. */
  #placing = 0;
  #sincePlaced = 0;
  /** Whether what is being placed is another timetable beside the best, the work given to it, and when that is spent. */
  #isFresh = false;
  #freshWork: number;
  #freshUntil = 0;
  readonly #noteNow = () => this.#note();

  constructor(given: Problem, { seed, target = 0, from, spent, breadth }: SolverOptions) {
    const problem = narrowed(given);
    this.problem = problem;
    this.state = new State(problem);
    this.#tables = new Tables(problem);
    this.#random = new Random(seed);
    this.#target = target;
    this.#patience = 10_000 + problem.meets * 900;
    this.#freshWork = 20_000 + problem.meets * 200;
    this.#moves = 100_000 + problem.meets * 400;
    this.#lowest = qualityEnds * leastWish(problem);
    this.#hasComfort = problem.comfort.includes(1);
    this.#wishPrice = problem.wishPrice;
    this.#spent = spent ?? (() => this.iterations / (problem.meets * movesPerMeet));
    this.#annealing = new Annealing(this.#tables, this.state, this.#random);
    if (from) this.#load(from);
    this.#ejection = new Ejection(this.#tables, this.state, this.#random, breadth);
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
    else if (this.#phase === 'polish') this.#polish();
    else if (this.#phase === 'ease') this.#ease();
    else if (this.#phase !== 'done') this.#anneal();
  }

  /** Goes on from a better solution of another thread, from the next cooling on. */
  adopt(solution: Solution): void {
    if (isBetter(solution, this.best, this.#wishPrice)) this.best = solution;
  }

  #place(): void {
    const ejection = this.#ejection;
    for (let step = 0; step < 4 && ejection.waiting > 0; step++) {
      ejection.step();
      this.iterations++;
    }
    if (ejection.waiting === 0 && this.state.hard < 1e-9) {
      this.#note();
      this.#afterPlacing();
    } else if (this.#isFresh) {
      if (ejection.waiting > 0) {
        if (ejection.work < this.#freshUntil) return;
        this.#freshUntil = ejection.work + this.#freshWork / 2;
        // What does not go in with an eye to the wishes goes in with half an eye, and in the end without.
        if (ejection.soften()) return;
        if (ejection.strictness !== 'required') {
          ejection.restart();
          return;
        }
      }
      this.#freshWork = Math.min(this.#freshWork * 1.5, 2_000_000);
      this.#load(this.best!);
      this.#afterPlacing();
    } else if (ejection.waiting === 0 || ejection.sinceBest > this.#patience) {
      this.#note();
      if (++this.#stuck % mendEvery !== 0) {
        ejection.breadth = ejection.breadth === 'narrow' ? 'wide' : 'narrow';
        this.#startAnew();
        return;
      }
      putIn(this.#tables, this.state);
      weigh(this.state, mendingWeight);
      const far = this.#mendings++ === 0 && ejection.waiting * 12 > this.problem.meets;
      const cooling = far ? mendingCooling : mildCooling;
      this.#annealing.begin({ ...cooling, moves: this.#moves }, mendingWeight);
      this.#phase = 'mend';
    }
  }

  /** Takes everything out and places it in another order: some beginnings never end. */
  #startAnew(strictness: Strictness = 'required'): void {
    const { state } = this;
    for (const meet of this.#tables.placeable) if (state.start[meet]! >= 0) state.unplace(meet);
    state.settle();
    state.sumAnew();
    this.#patience = Math.min(this.#patience * 1.2, 2_000_000);
    this.#ejection.restart(strictness);
  }

  /** Whether wishes resist: another timetable, placed from nothing, often keeps more of them. */
  #isWorthFreshStart(): boolean {
    if (this.#onTarget()) return false;
    const wishes = brokenWishes(this.state).length;
    if (wishes === 0) return false;
    return this.#sincePlaced >= this.#placing * (wishes <= fewWishes ? 1 : muchLonger);
  }

  /** Places everything anew with an eye to the wishes, the best kept aside. */
  #startAfresh(): void {
    weigh(this.state, 1);
    this.#startAnew('wishes-leniently');
    this.#freshUntil = this.#ejection.work + this.#freshWork;
    this.#placing = this.#ejection.work;
    this.#phase = 'place';
    this.#isFresh = true;
  }

  #afterPlacing(): void {
    const isWhole = this.state.hard < 1e-9 && this.state.unplaced === 0;
    this.#base = isWhole ? solutionOf(this.state) : this.best;
    this.#placing = this.#ejection.work - this.#placing;
    this.#sincePlaced = 0;
    if (this.#reached()) return;
    if (Number.isFinite(this.#wishPrice)) {
      this.#easing ??= new Easing(this.#tables, this.state, this.#random, this.#annealing, this.#spent);
      this.#isFresh = false;
      this.#phase = 'ease';
      return;
    }
    if (!this.#isFresh && isWhole && brokenWishes(this.state).length > mostLeft) {
      this.#startAfresh();
      return;
    }
    this.#isFresh = false;
    weigh(this.state, requiredWeight);
    if (!this.#beginPolishing()) this.#beginCooling();
  }

  /** Goes on from the best with wishes that are not kept, if there are some and not too many. */
  #beginPolishing(): boolean {
    if (this.state.soft <= this.#target + 1e-9) return false;
    const wishes = brokenWishes(this.state);
    if (wishes.length === 0 || wishes.length > mostPolished) return false;
    this.#attempts = Math.min(wishes.length * polishAttempts, mostAttempts);
    if (wishes.length <= fewWishes)
      this.#attempts = Math.max(this.#attempts, Math.ceil(this.#placing / patientWork));
    this.#until = 0;
    this.#phase = 'polish';
    return true;
  }

  /**
   * Takes out a meet of a wish that is not kept and places it again, every wish taken as strictly as a required rule: the
   * ejection chains that found the timetable also find its last wishes, where single moves no longer do.
   */
  #polish(): void {
    const { state } = this;
    const ejection = this.#ejection;
    if (this.#until === 0) {
      const wishes = brokenWishes(this.state);
      if (wishes.length === 0 || this.#attempts-- <= 0) {
        this.#beginCooling();
        return;
      }
      const meets = meetsConcerned(this.state, wishes[this.#random.below(wishes.length)]!);
      if (meets.length === 0) return;
      state.unplace(meets[this.#random.below(meets.length)]!);
      state.settle();
      // The last wishes come of what the attempts before have learnt.
      if (ejection.strictness === 'wishes') ejection.goOn();
      else ejection.restart('wishes');
      this.#polishWork = wishes.length > fewWishes ? polishWork : patientWork;
      this.#until = ejection.work + this.#polishWork;
    }
    ejection.step();
    this.iterations++;
    if (ejection.waiting > 0 && ejection.work < this.#until) return;
    this.#until = 0;
    this.#sincePlaced += this.#polishWork;
    if (ejection.waiting === 0 && isBetter(state, this.#base)) {
      if (state.soft < this.#base!.soft - 1e-6) this.#attempts = Math.max(this.#attempts, mostAttempts);
      this.#base = solutionOf(state);
      this.#note();
    } else this.#load(this.#base!);
    if (this.#reached()) return;
  }

  #beginCooling(): void {
    const from = this.#coolings++ % 2 === 0 ? qualityBegins : qualityBeginsAgain;
    this.#annealing.begin({ from, to: this.#lowest, moves: this.#moves }, requiredWeight);
    this.#worthBefore = this.best;
    this.#sincePlaced += this.#moves / movesPerNode;
    this.#moves = Math.min(this.#moves * 2, 50_000_000);
    this.#phase = 'improve';
  }

  #anneal(): void {
    const before = this.#annealing.left;
    this.#annealing.run(slice, this.#noteNow);
    this.iterations += before - this.#annealing.left;
    if (this.#reached()) return;
    if (this.#phase === 'mend' && this.state.hard < 1e-9 && this.state.unplaced === 0) this.#afterPlacing();
    if (this.#annealing.left > 0) return;
    this.state.sumAnew();
    if (this.#phase === 'mend') this.#backToPlacing();
    else {
      if (this.#tables.movable.length === 0 || (this.#onTarget() && !isBetter(this.best!, this.#worthBefore)))
        this.#phase = 'done';
      else {
        this.#base = this.best;
        this.#load(this.best!);
        if (this.#isWorthFreshStart()) this.#startAfresh();
        else if (!this.#beginPolishing()) this.#beginCooling();
      }
    }
  }

  /** Cools for comfort, wishes at their price, until the time is spent. */
  #ease(): void {
    const before = this.#tables.movable.length === 0 ? 'end' : this.#easing!.advance();
    if (before === 'end') this.#phase = 'done';
    else if (before === 'mend') {
      takeOutWorst(this.state, this.#random);
      this.#ejection.restart();
      this.#freshUntil = this.#ejection.work + this.#freshWork;
      this.#isFresh = true;
      this.#phase = 'place';
    } else {
      if (before === 'load-best') this.#load(this.best!);
      this.iterations += this.#easing!.run(this.#noteNow);
    }
  }

  /** Takes out what breaks required rules and goes on placing, more patiently. */
  #backToPlacing(): void {
    takeOutWorst(this.state, this.#random);
    this.#patience = Math.min(this.#patience * 1.3, 1_000_000);
    this.#moves = Math.min(this.#moves * 1.2, 20_000_000);
    this.#ejection.restart();
    this.#phase = 'place';
  }

  /** Remembers the timetable when it is the best so far. */
  #note(): void {
    const { state } = this;
    if (!isBetter(state, this.best, this.#wishPrice)) return;
    this.best = solutionOf(state);
  }

  #reached(): boolean {
    if (this.#hasComfort || !this.#onTarget()) return false;
    this.#phase = 'done';
    return true;
  }

  #onTarget(): boolean {
    const { best } = this;
    return best !== undefined && best.hard + best.unplaced < 1e-9 && best.soft <= this.#target + 1e-9;
  }

  #load(solution: Solution): void {
    restore(this.state, solution);
    this.#note();
  }
}
