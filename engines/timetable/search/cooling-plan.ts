/** How the search stands at a moment: which cooling it is in, its temperature, and what a required rule weighs. */
export interface Moment {
  readonly cooling: number;
  readonly temperature: number;
  readonly required: number;
}

/** Where a cooling begins and ends, in what a half-day of a teacher costs. */
const hottest = 0.4;
const coldest = 0.15;
/** What a broken required rule weighs at its beginning and at its end, in the same measure. */
const lenient = 2.5;
const strict = 15;
/** Each cooling is so many times as long as the one before. */
const growth = 8;
const coolings = 3;

/**
 * The coolings of a search that puts comfort first. One long cooling finds what many short ones do not: so the last ends with the
 * time and takes most of it, and those before leave something good for whoever stops early. While it is warm a required
 * rule weighs no more than a few half-days: ways lead through timetables that break one, and grow dearer as it gets cold.
 */
export class CoolingPlan {
  readonly #unit: number;
  /** Shares of the time at which each cooling begins, and at which the last ends. */
  readonly #begins: readonly number[];

  /** `began`: the share of the time that is spent already; `unit`: what a half-day of a teacher costs. */
  constructor(began: number, unit: number) {
    this.#unit = unit;
    const left = Math.max(0, 1 - began);
    this.#begins = [0, ...Array.from({ length: coolings }, (_, index) => growth ** (index + 1 - coolings))].map(
      (share) => began + left * share,
    );
  }

  /** Where the search stands when that share, 0 to 1, of the time is spent. */
  at(share: number): Moment {
    const begins = this.#begins;
    let cooling = 0;
    while (cooling < coolings - 1 && share >= begins[cooling + 1]!) cooling++;
    const [from, to] = [begins[cooling]!, begins[cooling + 1]!];
    const way = to > from ? Math.min(1, Math.max(0, (share - from) / (to - from))) : 1;
    const along = (first: number, last: number) => this.#unit * first * (last / first) ** way;
    return { cooling, temperature: along(hottest, coldest), required: along(lenient, strict) };
  }
}
