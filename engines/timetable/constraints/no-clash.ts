import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import type { State } from '../core/state.ts';

/** A resource has at most `capacity` meets at a time. Deviation: slots with more, counted once for each meet too many. */
export class NoClash implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[] = [];
  readonly #resource: number;

  constructor(resource: number) {
    this.resources = [resource];
    this.#resource = resource;
  }

  deviation(state: State): number {
    return state.excess[this.#resource]!;
  }

  culprits(state: State, out: Culprits): void {
    const base = this.#resource * state.problem.slots;
    state.forPlacedOn(this.#resource, (meet) => {
      state.forSlotsOf(meet, (slot) => {
        if (state.count[base + slot]! > 1) out.add(meet);
      });
      out.close();
    });
  }
}
