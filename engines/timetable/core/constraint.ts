import type { Culprits } from './culprits.ts';
import type { Problem } from './problem.ts';
import type { State } from './state.ts';

/** How the deviation of one point of application becomes its cost. */
export type CostFunction = 'linear' | 'quadratic' | 'step';

/**
 * One rule at one point of application (one teacher, one pair of lessons). Knows how far the present timetable is from
 * keeping it; what that costs is said when it is added to a problem.
 */
export interface Constraint {
  /** Resources whose hours, when they change, may change the deviation. */
  readonly resources: readonly number[];
  /** Meets whose placing, moving, resizing or choice may change the deviation. */
  readonly meets: readonly number[];
  /** Whether it also reads which options are chosen (rooms): such rules are left out of proofs about times. */
  readonly readsChoices?: boolean;
  /**
   * How far from kept, 0 or more, with the meets placed now. With meets still unplaced it must be a lower bound of what
   * every completion has, as tight as is cheap; with all placed it is exact.
   */
  deviation(state: State): number;
  /**
   * What one day of the one resource adds by its busy periods, when the deviation is the sum of that over the days and reads nothing
   * else: the search then foresees it before a move is made.
   */
  onDay?(mask: number, day: number): number;
  /**
   * What two of its placed meets add, the first as if it began at the slot, when the deviation is the sum of that over all pairs and
   * unplaced meets add nothing: the search then knows before a look who of them must leave.
   */
  onPair?(state: State, meet: number, slot: number, other: number): number;
  /** A deviation that no timetable with all meets placed is below; 0 when left out. */
  least?(problem: Problem): number;
  /**
   * Whether the other rule is kept by every timetable, whole or in part, that keeps this one. It watches only what this one
   * watches too: whoever has asked this need not ask the other.
   */
  implies?(other: Constraint): boolean;
  /**
   * Adds the sets of placed meets, each of which, taken away, may lower the deviation; the search takes the lightest.
   * Without it every placed meet of the watched resources and meets is such a set of its own.
   */
  culprits?(state: State, out: Culprits): void;
}

/** What a constraint costs when it is not kept, and where it comes from. */
export interface Price {
  /** A required constraint counts as infeasibility, any other as objective. */
  readonly required: boolean;
  /** Not asked for by anybody, only nice to have: steers the search, and decides between equals, but is not in the objective. */
  readonly comfort?: boolean;
  /** Cost of one unit after the cost function; not negative. */
  readonly weight: number;
  readonly costFunction?: CostFunction;
  /** Index of the format's own constraint, for progress by constraint and for explanations; -1 when it has none. */
  readonly source?: number;
}

/** The cost of a deviation, before the weight. */
export function costOf(deviation: number, costFunction: CostFunction): number {
  if (deviation <= 0) return 0;
  if (costFunction === 'linear') return deviation;
  return costFunction === 'quadratic' ? deviation * deviation : 1;
}
