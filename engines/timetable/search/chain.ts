import type { State } from '../core/state.ts';
import type { Standing, Tables } from './tables.ts';

/** Moves that follow from one another, as they are tried, and the best end of all that were tried: where the least waits. */
export class Chain {
  /** Each move as meet, slot, how many leave, who. */
  readonly #moves: number[] = [];
  #lightest: readonly number[] = [];
  /** What those weigh that wait at the lightest end known; infinite when there is none. */
  least = Number.POSITIVE_INFINITY;

  /** Forgets everything. */
  begin(): void {
    this.#moves.length = 0;
    this.least = Number.POSITIVE_INFINITY;
  }

  get length(): number {
    return this.#moves.length;
  }

  /** Adds a move; `count` meets leave for it, those in `leaving` from `first` on. */
  add(meet: number, slot: number, leaving: Int32Array, first: number, count: number): void {
    this.#moves.push(meet, slot, count);
    for (let at = first; at < first + count; at++) this.#moves.push(leaving[at]!);
  }

  /** Takes back the moves beyond a former length. */
  cut(length: number): void {
    this.#moves.length = length;
  }

  /** Remembers the moves so far when those that wait after them weigh less than ever. */
  offerEnd(weight: number): void {
    if (weight >= this.least) return;
    this.least = weight;
    this.#lightest = this.#moves.slice();
  }

  /** Does the moves of the lightest end, unsettled; gives who waits then, each with the slot it had. */
  follow(state: State, tables: Tables, standing: Standing): Map<number, number> {
    const moves = this.#lightest;
    const waiting = new Map<number, number>();
    for (let at = 0; at < moves.length; ) {
      const meet = moves[at++]!;
      const slot = moves[at++]!;
      for (let many = moves[at++]!; many > 0; many--) {
        const other = moves[at++]!;
        waiting.set(other, state.start[other]!);
        state.unplace(other);
      }
      waiting.delete(meet);
      tables.place(state, meet, slot, standing);
    }
    return waiting;
  }
}
