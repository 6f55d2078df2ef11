import { lastBit } from '../core/bits.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Culprits } from '../core/culprits.ts';
import type { State } from '../core/state.ts';
import { gatherDay } from './days-of-resource.ts';

/** A meet is the last of its day for a resource. Deviation: 1 when another comes after it. */
export class EndsDay implements Constraint {
  readonly resources: readonly number[];
  readonly meets: readonly number[];
  readonly #meet: number;
  readonly #resources: readonly number[];

  constructor(meet: number, resources: readonly number[]) {
    this.meets = [meet];
    this.resources = resources;
    this.#meet = meet;
    this.#resources = resources;
  }

  deviation(state: State): number {
    const slot = state.start[this.#meet]!;
    if (slot < 0) return 0;
    const { periods, days } = state.problem;
    const day = (slot / periods) | 0;
    const last = slot - day * periods + state.duration[this.#meet]! - 1;
    for (const resource of this.#resources) if (lastBit(state.mask[resource * days + day]!) > last) return 1;
    return 0;
  }

  culprits(state: State, out: Culprits): void {
    const slot = state.start[this.#meet]!;
    if (slot < 0) return;
    out.one(this.#meet);
    const day = Math.floor(slot / state.problem.periods);
    const later = -2 << (slot - day * state.problem.periods);
    for (const resource of this.#resources) gatherDay(state, resource, day, out, later);
    out.close();
  }
}
