import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import { bitCount } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { gatherDay } from './days-of-resource.ts';

/** A resource is not busy in the given periods. Deviation: busy periods among them. */
export class Unavailable implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;
  readonly #closed: Int32Array;
  readonly #closedDays: Int32Array;

  /** `closed`: closed periods of each day as bits. */
  constructor(resource: number, closed: ArrayLike<number>) {
    this.resources = [resource];
    this.#resource = resource;
    this.#closed = Int32Array.from(closed);
    this.#closedDays = Int32Array.from([...this.#closed.keys()].filter((day) => this.#closed[day] !== 0));
  }

  deviation(state: State): number {
    const base = this.#resource * state.problem.days;
    let busy = 0;
    for (let index = 0; index < this.#closedDays.length; index++) {
      const day = this.#closedDays[index]!;
      busy += bitCount(state.mask[base + day]! & this.#closed[day]!);
    }
    return busy;
  }

  culprits(state: State, out: Culprits): void {
    for (const day of this.#closedDays) {
      gatherDay(state, this.#resource, day, out, this.#closed[day]!);
      out.closeEach();
    }
  }
}
