import type { Random } from '../core/random.ts';

/** After so much work the shares are reckoned anew, and what was seen before counts half. */
const period = 20_000;
/** The part of all work that is shared out evenly, so that what was no use can become so again. */
const evenPart = 0.15;

/** Shares out work among kinds of move: to each by what it has yielded for its work. */
export class Shares {
  readonly #gains: Float64Array;
  readonly #work: Float64Array;
  readonly #tries: Float64Array;
  /** Chances of a draw, summed up. */
  readonly #sums: Float64Array;
  readonly #adapts: boolean;
  #sinceReckoned = 0;

  /** `first`: the share of tries of each kind to begin with, for good unless it `adapts`. */
  constructor(first: readonly number[], adapts: boolean) {
    this.#adapts = adapts;
    this.#gains = new Float64Array(first.length);
    this.#work = new Float64Array(first.length);
    this.#tries = new Float64Array(first.length);
    this.#sums = new Float64Array(first.length);
    this.#sumUp((kind) => first[kind]!);
  }

  draw(random: Random): number {
    const sums = this.#sums;
    const point = random.unit() * sums[sums.length - 1]!;
    let kind = 0;
    while (sums[kind]! <= point) kind++;
    return kind;
  }

  note(kind: number, work: number, gains: number): void {
    if (!this.#adapts) return;
    this.#work[kind]! += work;
    this.#tries[kind]! += 1;
    this.#gains[kind]! += gains;
    this.#sinceReckoned += work;
    if (this.#sinceReckoned >= period) this.#reckon();
  }

  #reckon(): void {
    this.#sinceReckoned = 0;
    const worth = (kind: number) => (this.#gains[kind]! + 0.1) / (this.#work[kind]! + 100);
    let all = 0;
    const many = this.#sums.length;
    for (let kind = 0; kind < many; kind++) all += worth(kind);
    this.#sumUp((kind) => {
      const share = ((1 - evenPart) * worth(kind)) / all + evenPart / many;
      return (share * (this.#tries[kind]! + 1)) / (this.#work[kind]! + 3);
    });
    for (let kind = 0; kind < many; kind++) {
      this.#gains[kind]! /= 2;
      this.#work[kind]! /= 2;
      this.#tries[kind]! /= 2;
    }
  }

  #sumUp(chance: (kind: number) => number): void {
    let sum = 0;
    for (let kind = 0; kind < this.#sums.length; kind++) {
      sum += chance(kind);
      this.#sums[kind] = sum;
    }
  }
}
