/** How the search stands at a moment: which cooling it is in, and which part, its temperature, and what a broken required rule weighs. */
export interface Moment {
  readonly cooling: number;
  readonly isStrict: boolean;
  readonly temperature: number;
  readonly required: number;
}

/** Temperatures, in what a half-day of a teacher costs, at which the two parts of a cooling begin and end. */
const lenient = { from: 0.54, to: 0.25 };
const strict = { from: 0.3, to: 0.2 };
/** What a broken required rule weighs, in the same measure, in the course of the first part, and in the second. */
const price = { from: 2.5, to: 12, strict: 60 };
/** The share of the first part. */
const lenientShare = 0.75;
/** Each cooling is so many times as long as the one before. */
const growth = 8;
const coolings = 3;

/**
 * The coolings of a search that puts comfort first. One long cooling finds what many short ones do not: so the last ends with the
 * time and takes most of it, and those before leave something good for whoever stops early. In the first part of each a broken
 * rule weighs no more than a few half-days: ways lead through timetables that break some. These are mended before the second.
 */
export class CoolingPlan {
  readonly #unit: number;
  /** Shares of the time at which each cooling begins, and at which the last ends. */
  readonly #begins: readonly number[];

  /** `began`: the share of the time that is spent already; `unit`: what a half-day of a teacher costs. */
  constructor(began: number, unit: number) {
    this.#unit = unit;
    const left = Math.max(0, 1 - began);
    this.#begins = [
      0,
      ...Array.from({ length: coolings }, (_, index) => growth ** (index + 1 - coolings)),
    ].map((share) => began + left * share);
  }

  /** Where the search stands when that share, 0 to 1, of the time is spent. */
  at(share: number): Moment {
    const begins = this.#begins;
    let cooling = 0;
    while (cooling < coolings - 1 && share >= begins[cooling + 1]!) cooling++;
    const [from, to] = [begins[cooling]!, begins[cooling + 1]!];
    const way = to > from ? Math.min(1, Math.max(0, (share - from) / (to - from))) : 1;
    const isStrict = way >= lenientShare;
    const part = isStrict ? (way - lenientShare) / (1 - lenientShare) : way / lenientShare;
    const along = ({ from, to }: { from: number; to: number }) => this.#unit * from * (to / from) ** part;
    return {
      cooling,
      isStrict,
      temperature: along(isStrict ? strict : lenient),
      required: isStrict ? this.#unit * price.strict : along(price),
    };
  }
}
