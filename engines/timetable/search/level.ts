import type { Rows } from '../core/problem.ts';
import type { Random } from '../core/random.ts';
import { mostLeaving, type Outlook } from './outlook.ts';
import type { Survey } from './survey.ts';

/** Decides between slots that cost the same. */
const noiseWeight = 0.05;
/** Its numbers are drawn once: fresh ones for each slot of each meet cost more than many a look. */
const lastNoise = 1023;
/** How much one unit of soft cost weighs beside displacing a meet of weight 1. */
const softBesideWeight = 0.25;
/** Looking ends at a free slot that costs hardly anything, whatever it leans to. */
const cheapFree = 0.075;

/** How well a price is known: at least so much, exactly, or exactly and tried in vain. */
const bounded = 0;
const exact = 1;
const tried = 2;

/** The slots of one meet of a chain: what it costs to be there, and who leaves for it. No more is looked at than must be to know the cheapest. */
export class Level {
  readonly #starts: Rows;
  readonly #crowding: Float64Array;
  readonly #survey: Survey;
  readonly #outlook: Outlook;
  readonly #random: Random;
  readonly #noises: Float64Array;
  #meet = -1;
  #many = 0;
  readonly slots: Int32Array;
  /** The least a slot can cost until it is looked at. */
  readonly prices: Float64Array;
  /** What is added to each price, so that nobody goes always the same way. */
  readonly #leanings: Float64Array;
  readonly #known: Uint8Array;
  /** How many leave a slot that was looked at, and who, from `mostLeaving` times its index on. */
  readonly counts: Int32Array;
  readonly leaving: Int32Array;

  /** `most`: slots a meet has at most; `crowding`: how much each start is wanted by others; `noises`: see there. */
  constructor(
    starts: Rows,
    most: number,
    crowding: Float64Array,
    survey: Survey,
    outlook: Outlook,
    random: Random,
    noises: Float64Array,
  ) {
    this.#starts = starts;
    this.#crowding = crowding;
    this.#survey = survey;
    this.#outlook = outlook;
    this.#random = random;
    this.#noises = noises;
    this.slots = new Int32Array(most);
    this.prices = new Float64Array(most);
    this.#leanings = new Float64Array(most);
    this.#known = new Uint8Array(most);
    this.counts = new Int32Array(most);
    this.leaving = new Int32Array(most * mostLeaving);
  }

  /** Notes the slots a meet may have with the least they can cost; what others want costs more, at `thrift` a unit. */
  begin(meet: number, thrift: number): void {
    const { from, items } = this.#starts;
    const first = from[meet]!;
    const starts = from[meet + 1]! - first;
    this.#meet = meet;
    const { slots, prices } = this;
    const noises = this.#noises;
    const leanings = this.#leanings;
    const crowding = this.#crowding;
    const known = this.#known;
    this.#survey.over(meet, prices);
    let many = 0;
    let draw = this.#random.bits() & lastNoise;
    for (let index = 0; index < starts; index++) {
      const price = prices[index]!;
      if (price === Number.POSITIVE_INFINITY) continue;
      draw = (draw + 1) & lastNoise;
      const leaning = noises[draw]! + thrift * crowding[first + index]!;
      slots[many] = items[first + index]!;
      leanings[many] = leaning;
      prices[many] = price + leaning;
      known[many++] = bounded;
    }
    this.#many = many;
  }

  /** The cheapest slot not tried yet, looked at; -1 when none is possible. */
  next(): number {
    const { prices } = this;
    const known = this.#known;
    const many = this.#many;
    for (;;) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      let second = Number.POSITIVE_INFINITY;
      for (let index = 0; index < many; index++) {
        const price = prices[index]!;
        if (price >= second || known[index] === tried) continue;
        if (price < least) {
          second = least;
          least = price;
          best = index;
        } else second = price;
      }
      if (best < 0 || known[best] === exact) return best;
      this.#lookAt(best, second);
      if (
        known[best] === exact &&
        this.counts[best] === 0 &&
        prices[best]! - this.#leanings[best]! <= cheapFree
      )
        return best;
    }
  }

  /** Leaves a slot out from now on. */
  setTried(index: number): void {
    this.#known[index] = tried;
  }

  #lookAt(index: number, limit: number): void {
    const outlook = this.#outlook;
    const price = outlook.look(this.#meet, this.slots[index]!, softBesideWeight, limit);
    this.prices[index] = price + this.#leanings[index]!;
    if (!outlook.isExact) return;
    this.#known[index] = exact;
    this.counts[index] = outlook.count;
    for (let at = 0; at < outlook.count; at++) this.leaving[index * mostLeaving + at] = outlook.leaving[at]!;
  }
}

/** Small numbers by chance, for all levels. */
export function noisesOf(random: Random): Float64Array {
  const noises = new Float64Array(lastNoise + 1);
  for (let at = 0; at <= lastNoise; at++) noises[at] = random.unit() * noiseWeight;
  return noises;
}
