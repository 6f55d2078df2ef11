import { type Solution, Solver, State } from '#engines/timetable';
import { EngineSchool, type Places } from './engine-school.ts';
import type { Goals } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import type { CostPart } from './school-goals.ts';

/** What is searched: the school, the goals of its principal, its lessons. */
export interface SearchInput {
  readonly ground: Ground;
  readonly goals: Goals;
  readonly lessons: readonly Lesson[];
  /** Slot keys of the lessons that the timetable used now has: goals may wish little change. */
  readonly former?: Readonly<Record<string, number>> | undefined;
}

/** A timetable found by a search. */
export interface Best {
  readonly places: Places;
  /** Cost of what must be kept, of the goals, lessons without a place. */
  readonly hard: number;
  readonly soft: number;
  readonly unplaced: number;
  readonly parts: Readonly<Record<CostPart, number>>;
}

/** A search of a school that works in small steps and can go on from a checkpoint. The same seed gives the same timetables. */
export class SchoolSearch {
  readonly #school: EngineSchool;
  readonly #solver: Solver;
  #seen: Solution | undefined;

  /** `from`: a checkpoint to go on with. */
  constructor(input: SearchInput, seed: number, from: Places | null) {
    this.#school = new EngineSchool(input.ground, input.goals, input.lessons, {
      former: input.former,
    });
    const start = from ? this.#school.solutionOf(from) : undefined;
    this.#solver = new Solver(this.#school.problem, { seed, ...(start ? { from: start } : {}) });
  }

  /** Whether nothing is left to improve. */
  get done(): boolean {
    return this.#solver.done;
  }

  /** Works for a moment. */
  work(): void {
    if (!this.#solver.done) this.#solver.step();
  }

  /** The best timetable when it is better than the one given last; undefined otherwise. */
  news(): Best | undefined {
    const best = this.#solver.best;
    if (!best || best === this.#seen) return undefined;
    this.#seen = best;
    return this.#best(best);
  }

  /** What is laid at this moment, whole or not: for a search that is stopped before it has a first whole timetable. */
  present(): Best {
    const { start, option, duration } = this.#solver.state;
    const { unplaced, hard, soft, comfort } = this.#solver.state;
    return this.#best({ start, option, duration, unplaced, hard, soft, comfort });
  }

  #best(solution: Solution): Best {
    const state = new State(this.#school.problem);
    this.#school.lay(state, this.#school.read(solution));
    return {
      places: this.#school.read(solution),
      hard: Math.round(solution.hard),
      soft: Math.round(solution.soft),
      unplaced: solution.unplaced,
      parts: this.#school.parts(state),
    };
  }
}
