import type { Constraint } from '../core/constraint.ts';
import { type Rows, rowsOf } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import type { Tables } from './tables.ts';

/** Sums that differ by no more than rounding are equal. */
const rounding = 1e-9;

/** A rule whose cost is the sum of what each day of one resource costs. */
type DaySum = Constraint & Required<Pick<Constraint, 'onDay'>>;

/**
 * Tells before a move is made that the total would rise by more than is allowed: the days of the people concerned are reckoned from
 * their masks, and everything else that the move touches is taken to cost nothing afterwards. What it refuses would have been
 * taken back.
 */
export class Foresight {
  readonly #tables: Tables;
  readonly #state: State;
  /** The rule that sums over the days of a resource, by resource. */
  readonly #sums: (DaySum | undefined)[];
  readonly #ruleOf: Int32Array;
  /** Fixed resources of each meet that have such a rule, and all other rules that look at the meet or at what it takes. */
  readonly #summed: Rows;
  readonly #others: Rows;
  /** Days that the move touches, as resource * days + day, and their masks after it. */
  readonly #touched: Int32Array;
  readonly #mask: Int32Array;
  readonly #isTouched: Uint8Array;
  #many = 0;
  /** Day and bit of each slot, and whether a meet has an open place. */
  readonly #dayOf: Int32Array;
  readonly #bitOf: Int32Array;
  readonly #hasChoices: Uint8Array;

  constructor(tables: Tables, state: State) {
    const { constraints, costFunction, resources, days, periods, slots, meets } = tables.problem;
    const { fixed, choices, watchingResource, watchingMeet } = tables.problem;
    this.#tables = tables;
    this.#state = state;
    this.#sums = Array.from({ length: resources }, () => undefined);
    this.#ruleOf = new Int32Array(resources).fill(-1);
    constraints.forEach((constraint, rule) => {
      const resource = constraint.resources[0]!;
      if (!constraint.onDay || costFunction[rule] !== 'linear' || this.#sums[resource]) return;
      this.#sums[resource] = constraint as DaySum;
      this.#ruleOf[resource] = rule;
    });
    const summed = new Set(this.#ruleOf);
    const fixedOf = Array.from({ length: meets }, (_, meet) => rowOf(fixed, meet));
    this.#summed = rowsOf(fixedOf.map((own) => own.filter((resource) => this.#sums[resource])));
    this.#others = rowsOf(
      fixedOf.map((own, meet) => {
        const watching = [
          ...rowOf(watchingMeet, meet),
          ...own.flatMap((resource) => rowOf(watchingResource, resource)),
        ];
        return [...new Set(watching)].filter((rule) => !summed.has(rule));
      }),
    );
    this.#dayOf = Int32Array.from({ length: slots }, (_, slot) => Math.floor(slot / periods));
    this.#bitOf = Int32Array.from({ length: slots }, (_, slot) => 1 << (slot % periods));
    this.#hasChoices = Uint8Array.from({ length: meets }, (_, meet) =>
      choices.from[meet] === choices.from[meet + 1] ? 0 : 1,
    );
    this.#touched = new Int32Array(resources * days);
    this.#mask = new Int32Array(resources * days);
    this.#isTouched = new Uint8Array(resources * days);
  }

  /**
   * Whether the total certainly rises by more than `most` when the first `length` meets of `chain` go where `to` says. `paid`: what
   * clashes that come add to it.
   */
  refuses(chain: Int32Array, to: Int32Array, length: number, paid: number, most: number): boolean {
    const { cost, searchWeight } = this.#state;
    const isKnown = this.#foresee(chain, to, length);
    let rise = paid + this.#settle();
    if (!isKnown || rise <= most + rounding) return false;
    const { from, items } = this.#others;
    for (let index = 0; index < length; index++) {
      const meet = chain[index]!;
      for (let at = from[meet]!, end = from[meet + 1]!; at < end; at++)
        rise -= cost[items[at]!]! * searchWeight[items[at]!]!;
      if (rise <= most + rounding) return false;
    }
    return true;
  }

  /** Lays the move into masks of its own; false when it cannot be told who is busy then. */
  #foresee(chain: Int32Array, to: Int32Array, length: number): boolean {
    const { start, count, duration } = this.#state;
    const { slots } = this.#tables.problem;
    const { from, items } = this.#summed;
    const dayOf = this.#dayOf;
    const bitOf = this.#bitOf;
    for (let index = 0; index < length; index++) {
      const meet = chain[index]!;
      // Which room or teacher it would take there is not known yet.
      if (this.#hasChoices[meet] === 1) return false;
      const begin = start[meet]!;
      if (begin < 0) continue;
      const weeks = this.#tables.weeksOf(meet);
      const many = duration[meet]!;
      for (let at = from[meet]!, end = from[meet + 1]!; at < end; at++)
        for (let week = 0; week < weeks.length; week++)
          for (let slot = begin + weeks[week]!, stop = slot + many; slot < stop; slot++) {
            // Who else is there stays, or leaves too.
            if (count[items[at]! * slots + slot] !== 1) return false;
            this.#mask[this.#touch(items[at]!, dayOf[slot]!)]! &= ~bitOf[slot]!;
          }
    }
    for (let index = 0; index < length; index++) {
      const meet = chain[index]!;
      const begin = to[index]!;
      const weeks = this.#tables.weeksOf(meet);
      const many = duration[meet]!;
      for (let at = from[meet]!, end = from[meet + 1]!; at < end; at++)
        for (let week = 0; week < weeks.length; week++)
          for (let slot = begin + weeks[week]!, stop = slot + many; slot < stop; slot++)
            this.#mask[this.#touch(items[at]!, dayOf[slot]!)]! |= bitOf[slot]!;
    }
    return true;
  }

  #touch(resource: number, day: number): number {
    const at = resource * this.#tables.problem.days + day;
    if (this.#isTouched[at] === 0) {
      this.#isTouched[at] = 1;
      this.#mask[at] = this.#state.mask[at]!;
      this.#touched[this.#many++] = at;
    }
    return at;
  }

  /** By how much the days touched get dearer; forgets them. */
  #settle(): number {
    const { mask, searchWeight } = this.#state;
    const { days } = this.#tables.problem;
    let rise = 0;
    for (let index = 0; index < this.#many; index++) {
      const at = this.#touched[index]!;
      this.#isTouched[at] = 0;
      if (this.#mask[at] === mask[at]) continue;
      const resource = (at / days) | 0;
      const day = at - resource * days;
      const sum = this.#sums[resource]!;
      rise +=
        (sum.onDay(this.#mask[at]!, day) - sum.onDay(mask[at]!, day)) *
        searchWeight[this.#ruleOf[resource]!]!;
    }
    this.#many = 0;
    return rise;
  }
}

function rowOf({ from, items }: Rows, row: number): number[] {
  return [...items.subarray(from[row]!, from[row + 1]!)];
}
