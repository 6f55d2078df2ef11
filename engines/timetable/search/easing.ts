import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import type { Annealing } from './annealing.ts';
import { CoolingPlan, type Moment } from './cooling-plan.ts';
import { Relief } from './relief.ts';
import type { Tables } from './tables.ts';
import { comfortUnit, weigh } from './wishes.ts';

/** Moves of annealing before somebody's day is relieved. */
const slice = 2000;

/** What is to be done before the cooling goes on: begin from the best, mend what is broken, nothing; or the time is over. */
type Before = 'load-best' | 'mend' | 'nothing' | 'end';

/** How comfort is eased where it comes first: by the coolings of a plan, in the strict parts by relieving days as well. */
export class Easing {
  readonly #state: State;
  readonly #annealing: Annealing;
  readonly #relief: Relief;
  readonly #spent: () => number;
  readonly #plan: CoolingPlan;
  #moment: Moment | undefined;

  /** `spent`: the share of the time, 0 to 1, that is spent. */
  constructor(tables: Tables, state: State, random: Random, annealing: Annealing, spent: () => number) {
    this.#state = state;
    this.#annealing = annealing;
    this.#relief = new Relief(tables, state, random);
    this.#spent = spent;
    this.#plan = new CoolingPlan(spent(), comfortUnit(tables.problem));
  }

  /** Looks where in the plan the search is; what must be done before `run`. */
  advance(): Before {
    const spent = this.#spent();
    if (spent >= 1) return 'end';
    const before = this.#moment;
    const now = this.#plan.at(spent);
    this.#moment = now;
    if (now.cooling !== before?.cooling) return 'load-best';
    return now.isStrict && !before.isStrict && this.#state.hard > 1e-9 ? 'mend' : 'nothing';
  }

  /** Works for a moment; calls `better` when the timetable may be. Gives the number of moves looked at. */
  run(better: () => void): number {
    const { temperature, required, isStrict } = this.#moment!;
    weigh(this.#state, required);
    this.#annealing.begin({ from: temperature, to: temperature, moves: slice }, required);
    this.#annealing.run(slice, better);
    if (!isStrict) return slice;
    const { looks } = this.#relief;
    weigh(this.#state, this.#relief.required);
    if (this.#relief.relieve()) better();
    return slice + this.#relief.looks - looks;
  }
}
