import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import type { State } from '../core/state.ts';
import { gatherDay } from './days-of-resource.ts';

/**
 * At most `max` busy days (half-days) of a resource one after the other. Deviation: runs of `max` + 1 busy days, overlapping
 * ones each; with `mayBeginAt` those that begin on such a day do not count (from an afternoon to the morning after the next).
 */
export class DaysInARow implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #max: number;
  /** First days of the runs that count. */
  readonly #begins: Int32Array;

  constructor(
    resource: number,
    rule: { readonly days: number; readonly max: number; readonly mayBeginAt?: (day: number) => boolean },
  ) {
    this.resources = [resource];
    this.#resource = resource;
    this.#max = rule.max;
    this.#begins = Int32Array.from(
      Array.from({ length: Math.max(0, rule.days - rule.max) }, (_, day) => day).filter(
        (day) => !rule.mayBeginAt?.(day),
      ),
    );
  }

  deviation(state: State): number {
    let runs = 0;
    for (let index = 0; index < this.#begins.length; index++)
      if (this.#isBusyFrom(state, this.#begins[index]!)) runs++;
    return runs;
  }

  /** Any day of a run that is emptied ends it. */
  culprits(state: State, out: Culprits): void {
    for (const begin of this.#begins)
      if (this.#isBusyFrom(state, begin))
        for (let day = begin; day <= begin + this.#max; day++) {
          gatherDay(state, this.#resource, day, out);
          out.close();
        }
  }

  #isBusyFrom(state: State, begin: number): boolean {
    const base = this.#resource * state.problem.days + begin;
    for (let day = 0; day <= this.#max; day++) if (state.mask[base + day] === 0) return false;
    return true;
  }
}
