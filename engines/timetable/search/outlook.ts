import { NoClash } from '../constraints/no-clash.ts';
import { costOf } from '../core/constraint.ts';
import { Culprits } from '../core/culprits.ts';
import { type Problem, type Rows, rowsOf } from '../core/problem.ts';
import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { Bonds } from './bonds.ts';
import { noOption, type Standing, type Tables } from './tables.ts';

/** More meets than this are never displaced at once. */
export const mostLeaving = 32;
/** How many sets that could relieve a broken rule are tried. */
const mostTried = 8;
/** How often broken rules are relieved in one look. */
const mostReliefs = 16;

/**
 * Which rules may not cost more than they do: the required ones; also the wishes of the document, comfort left out; these
 * too, but each look passes over some, the lighter the likelier (as FET does with a rule of 95 %).
 */
export type Strictness = 'required' | 'wishes' | 'wishes-leniently';

/** What displacing a placed meet weighs where it lies, beside what `Standing` says of it. */
export interface Prices extends Standing {
  /** How often each meet was driven from each slot: meet * weekLength + slot. */
  readonly removals: Float64Array;
  /** Its weight, and how often it was driven from there before. */
  priceOf(meet: number): number;
}

/**
 * Looks at what putting a meet on a slot would displace. The books are changed for the look and put back as they were; no
 * constraint is settled and nothing is remembered, which makes a look some twenty times cheaper than doing and undoing.
 * Only required rules on the meet and its resources are asked: taking meets away breaks none.
 */
export class Outlook {
  readonly #state: State;
  readonly #tables: Tables;
  readonly #random: Random;
  readonly #standing: Prices;
  /** Required rules, these and the wishes of the document, and all wishes that a meet, wherever it goes, may touch. */
  readonly #required: Rows;
  #asked: Rows | undefined;
  #wished: Rows | undefined;
  /** Rules that another required rule implies: nobody asks them. */
  readonly #implied: Uint8Array;
  readonly bonds: Bonds;
  strictness: Strictness = 'required';
  /** How likely a look that goes by wishes leniently passes over the heaviest wish; over lighter ones more often. */
  lenience = 0;
  /** What a wish weighs beside the heaviest; 0 for what is required. */
  readonly #share: Float64Array;
  readonly #culprits = new Culprits();
  readonly #prices = new Float64Array(256);
  readonly #stamps: Int32Array;
  #stamp = 0;
  readonly #from = new Int32Array(mostLeaving);
  readonly #options: Int32Array;
  /** Meets that would leave after a look, `count` of them. */
  readonly leaving = new Int32Array(mostLeaving);
  count = 0;
  /** What they weigh. */
  price = 0;
  isExact = true;
  #limit = Number.POSITIVE_INFINITY;

  constructor(tables: Tables, state: State, random: Random, standing: Prices) {
    this.#tables = tables;
    this.#state = state;
    this.#random = random;
    this.#standing = standing;
    const { problem } = tables;
    this.#stamps = new Int32Array(problem.meets);
    let places = 0;
    for (let meet = 0; meet < problem.meets; meet++)
      places = Math.max(places, problem.choices.from[meet + 1]! - problem.choices.from[meet]!);
    this.#options = new Int32Array(places);
    const isWish = (rule: number) => problem.required[rule] === 0 && problem.comfort[rule] === 0;
    const heaviest = problem.weight.reduce(
      (most, weight, rule) => (isWish(rule) ? Math.max(most, weight) : most),
      0,
    );
    this.#share = problem.weight.map((weight, rule) => (isWish(rule) ? weight / heaviest : 0));
    this.#implied = impliedBy(problem);
    this.bonds = new Bonds(problem, this.#implied);
    this.#required = this.#rulesOf((rule) => problem.required[rule] === 1);
  }

  /** Gathered when first needed: most timetables are found without. */
  get #askedRules(): Rows {
    const { comfort, required } = this.#tables.problem;
    this.#asked ??= this.#rulesOf((rule) => comfort[rule] === 0 || required[rule] === 1);
    return this.#asked;
  }

  get #wishedRules(): Rows {
    const { required } = this.#tables.problem;
    this.#wished ??= this.#rulesOf((rule) => !required[rule]);
    return this.#wished;
  }

  /**
   * What must leave when the unplaced meet goes to the slot: its weight, infinite when it cannot be there or something
   * frozen is in the way. `wishes`: what it costs of the wishes is added when nothing leaves, at that price a unit. Above
   * `limit` it is not looked at to the end: `isExact` is false, and what is given is the least it weighs.
   */
  look(meet: number, slot: number, wishes: number, limit = Number.POSITIVE_INFINITY): number {
    this.count = 0;
    this.price = 0;
    this.isExact = true;
    this.#limit = limit;
    const { choices } = this.#tables.problem;
    const state = this.#state;
    const first = choices.from[meet]!;
    const places = choices.from[meet + 1]! - first;
    for (let place = 0; place < places; place++)
      this.#options[place] = state.option[choices.items[first + place]!]!;
    let possible =
      this.#clear(meet, slot) && this.#part(meet, slot) && (places === 0 || this.#furnish(meet, slot));
    if (possible) {
      state.lay(meet, slot);
      possible = this.#relieveAll(meet);
      if (possible && this.isExact && this.count === 0 && wishes > 0)
        this.price += wishes * this.#wishesOf(meet);
      state.lift(meet);
    }
    for (let place = 0; place < places; place++)
      state.option[choices.items[first + place]!] = this.#options[place]!;
    const { count } = this;
    while (this.count > 0) this.#putBack();
    this.count = possible ? count : 0;
    return possible ? this.price : Number.POSITIVE_INFINITY;
  }

  /** What must leave, besides the meet itself, to bring a broken rule of the settled state down; false when nothing helps. */
  relief(rule: number, meet: number): boolean {
    this.count = 0;
    this.price = 0;
    this.#limit = Number.POSITIVE_INFINITY;
    const helped = this.#relieve(rule, meet, this.#state.cost[rule]!);
    const { count } = this;
    while (this.count > 0) this.#putBack();
    this.count = count;
    return helped;
  }

  /** Takes away what has the exclusive resources of the meet there. */
  #clear(meet: number, slot: number): boolean {
    const state = this.#state;
    const { from, exclusive, problem } = this.#tables;
    const { slots } = problem;
    const duration = state.duration[meet]!;
    const weeks = this.#tables.weeksOf(meet);
    for (let at = from[meet]!, end = from[meet + 1]!; at < end; at++) {
      const base = exclusive[at]! * slots;
      for (let week = 0; week < weeks.length; week++)
        for (let step = base + slot + weeks[week]!, stop = step + duration; step < stop; step++) {
          const count = state.count[step]!;
          if (count === 0) continue;
          if (count > 1 || !this.#lift(state.occupants[step]! - 1)) return false;
        }
    }
    return true;
  }

  /** Takes away what would break a required rule on pairs with the meet. */
  #part(meet: number, slot: number): boolean {
    const { bonds } = this;
    for (let bond = bonds.begin(meet), end = bonds.begin(meet + 1); bond < end; bond += 2) {
      const other = bonds.breaking(this.#state, meet, slot, bond);
      if (other >= 0 && !this.#lift(other)) return false;
    }
    return true;
  }

  /** Fills the open places of the meet, taking away who has what it takes. */
  #furnish(meet: number, slot: number): boolean {
    const state = this.#state;
    const { choices, optionResources, slots } = this.#tables.problem;
    const duration = state.duration[meet]!;
    const weeks = this.#tables.weeksOf(meet);
    const first = choices.from[meet]!;
    for (let at = first; at < choices.from[meet + 1]!; at++) {
      const choice = choices.items[at]!;
      const option = this.#tables.pick(state, choice, meet, slot, at > first, this.#standing);
      if (option === noOption) return false;
      state.option[choice] = option;
      if (option < 0) continue;
      for (let one = optionResources.from[option]!; one < optionResources.from[option + 1]!; one++) {
        const base = optionResources.items[one]! * slots;
        if (this.#tables.problem.exclusive[optionResources.items[one]!] === 0) continue;
        for (let week = 0; week < weeks.length; week++)
          for (let step = base + slot + weeks[week]!, stop = step + duration; step < stop; step++) {
            const count = state.count[step]!;
            if (count === 0) continue;
            if (count > 1 || !this.#lift(state.occupants[step]! - 1)) return false;
          }
      }
    }
    return true;
  }

  #lift(meet: number): boolean {
    if (this.#standing.isFrozen[meet] || this.count === mostLeaving) return false;
    this.price += this.#standing.priceOf(meet);
    this.leaving[this.count] = meet;
    this.#from[this.count++] = this.#state.start[meet]!;
    this.#state.lift(meet);
    return true;
  }

  #putBack(): void {
    this.count--;
    this.#state.lay(this.leaving[this.count]!, this.#from[this.count]!);
  }

  #relieveAll(meet: number): boolean {
    const state = this.#state;
    const { constraints, costFunction, choices, optionResources, watchingResource, required } =
      this.#tables.problem;
    const { from, items } = this.strictness === 'required' ? this.#required : this.#askedRules;
    const lenient = this.strictness === 'wishes-leniently';
    let reliefs = mostReliefs;
    for (let at = from[meet]!, end = from[meet + 1]!; at < end; at++) {
      const rule = items[at]!;
      for (;;) {
        const deviation = constraints[rule]!.deviation(state);
        if (deviation === 0) break;
        const before = state.cost[rule]!;
        const now = costOf(deviation, costFunction[rule]!);
        if (now <= before + 1e-9) break;
        if (lenient && this.#isPassedOver(rule)) break;
        if (reliefs-- === 0 || !this.#relieve(rule, meet, now)) return false;
        if (this.#isTooDear()) return true;
      }
    }
    for (let at = choices.from[meet]!; at < choices.from[meet + 1]!; at++) {
      const option = state.option[choices.items[at]!]!;
      if (option < 0) continue;
      for (let one = optionResources.from[option]!; one < optionResources.from[option + 1]!; one++) {
        const resource = optionResources.items[one]!;
        for (
          let watch = watchingResource.from[resource]!;
          watch < watchingResource.from[resource + 1]!;
          watch++
        ) {
          const rule = watchingResource.items[watch]!;
          if (!required[rule] || this.#implied[rule] || this.#isClash(rule)) continue;
          for (;;) {
            const now = costOf(constraints[rule]!.deviation(state), costFunction[rule]!);
            if (now <= state.cost[rule]! + 1e-9) break;
            if (reliefs-- === 0 || !this.#relieve(rule, meet, now)) return false;
            if (this.#isTooDear()) return true;
          }
        }
      }
    }
    return true;
  }

  #isPassedOver(rule: number): boolean {
    const share = this.#share[rule]!;
    return share > 0 && this.#random.unit() > (1 - this.lenience) * share;
  }

  /**
   * Takes away the lightest set that lowers a rule; when no single one does, the lightest. False when there is none. When every set
   * is too dear for the look, none is taken.
   */
  #relieve(rule: number, meet: number, before: number): boolean {
    const state = this.#state;
    const { constraints, costFunction } = this.#tables.problem;
    const culprits = this.#culprits;
    this.#gather(rule);
    const prices = this.#prices;
    const sets = Math.min(culprits.count, prices.length);
    let least = Number.POSITIVE_INFINITY;
    for (let set = 0, at = 0; set < sets; set++) {
      let price = 0;
      for (const end = culprits.ends[set]!; at < end; at++) {
        const other = culprits.meets[at]!;
        price +=
          other === meet || this.#standing.isFrozen[other]
            ? Number.POSITIVE_INFINITY
            : this.#standing.priceOf(other);
      }
      if (price < least) least = price;
      prices[set] = price;
    }
    if (least === Number.POSITIVE_INFINITY) return false;
    if (this.price + least > this.#limit) {
      this.price += least;
      return true;
    }
    for (let set = 0; set < sets; set++) prices[set]! += this.#random.unit() * 0.3;
    let lightest = -1;
    for (let tried = 0; tried < mostTried; tried++) {
      let best = -1;
      for (let set = 0; set < sets; set++)
        if (prices[set]! < Number.POSITIVE_INFINITY && (best < 0 || prices[set]! < prices[best]!)) best = set;
      if (best < 0) break;
      if (lightest < 0) lightest = best;
      prices[best] = Number.POSITIVE_INFINITY;
      const { count, price } = this;
      if (!this.#liftSet(best)) return false;
      if (costOf(constraints[rule]!.deviation(state), costFunction[rule]!) < before) return true;
      while (this.count > count) this.#putBack();
      this.price = price;
    }
    return this.#liftSet(lightest);
  }

  /** Whether a look has become too dear to go on to its end. */
  #isTooDear(): boolean {
    this.isExact = this.price <= this.#limit;
    return !this.isExact;
  }

  #liftSet(set: number): boolean {
    for (let at = this.#culprits.begin(set); at < this.#culprits.ends[set]!; at++)
      if (!this.#lift(this.#culprits.meets[at]!)) return false;
    return true;
  }

  /** The sets that a rule offers; without its own, every meet it looks at alone. */
  #gather(rule: number): void {
    const state = this.#state;
    const { constraints, meetsOf } = this.#tables.problem;
    const constraint = constraints[rule]!;
    const culprits = this.#culprits;
    culprits.clear();
    if (constraint.culprits) {
      constraint.culprits(state, culprits);
      return;
    }
    this.#stamp++;
    const { meets, resources } = constraint;
    for (let index = 0; index < meets.length; index++) this.#offer(meets[index]!);
    for (let index = 0; index < resources.length; index++) {
      const resource = resources[index]!;
      for (let at = meetsOf.from[resource]!; at < meetsOf.from[resource + 1]!; at++) {
        const other = meetsOf.items[at]!;
        if (state.start[other]! >= 0 && state.takes(other, resource)) this.#offer(other);
      }
    }
  }

  #offer(meet: number): void {
    if (this.#state.start[meet]! < 0 || this.#stamps[meet] === this.#stamp) return;
    this.#stamps[meet] = this.#stamp;
    this.#culprits.one(meet);
  }

  #wishesOf(meet: number): number {
    const state = this.#state;
    const { constraints, costFunction } = this.#tables.problem;
    const { from, items } = this.#wishedRules;
    let rise = 0;
    for (let at = from[meet]!, end = from[meet + 1]!; at < end; at++) {
      const rule = items[at]!;
      const now = costOf(constraints[rule]!.deviation(state), costFunction[rule]!);
      rise += (now - state.cost[rule]!) * state.searchWeight[rule]!;
    }
    return rise;
  }

  /** Whether a rule only says that what displaces each other clashes. */
  #isClash(rule: number): boolean {
    const { constraints, exclusive } = this.#tables.problem;
    const constraint = constraints[rule]!;
    return constraint instanceof NoClash && exclusive[constraint.resources[0]!] === 1;
  }

  /** Rules on each meet and its fixed resources: first those that look at meets alone, then those that empty whole days. */
  #rulesOf(wanted: (rule: number) => boolean): Rows {
    const { meets, fixed, watchingMeet, watchingResource, constraints } = this.#tables.problem;
    const rank = constraints.map((constraint) => constraint.resources.length);
    /** The last meet (+ 1) whose rules have it already; never for what is not asked. */
    const taken = new Int32Array(constraints.length);
    for (let rule = 0; rule < constraints.length; rule++)
      if (!wanted(rule) || this.#implied[rule] || this.bonds.isBond[rule] || this.#isClash(rule))
        taken[rule] = meets + 1;
    const lists: number[][] = [];
    for (let meet = 0; meet < meets; meet++) {
      const rules: number[] = [];
      const take = ({ from, items }: Rows, row: number) => {
        for (let at = from[row]!; at < from[row + 1]!; at++) {
          const rule = items[at]!;
          if (taken[rule]! > meet) continue;
          taken[rule] = meet + 1;
          rules.push(rule);
        }
      };
      take(watchingMeet, meet);
      for (let one = fixed.from[meet]!; one < fixed.from[meet + 1]!; one++)
        take(watchingResource, fixed.items[one]!);
      lists.push(rules.sort((one, other) => rank[one]! - rank[other]!));
    }
    return rowsOf(lists);
  }
}

/** Rules that a required rule on the same resource or meet implies; of two that imply each other the second. */
function impliedBy({ constraints, required, watchingResource, watchingMeet }: Problem): Uint8Array {
  const implied = new Uint8Array(constraints.length);
  const compare = ({ from, items }: Rows) => {
    for (let row = 0; row + 1 < from.length; row++)
      for (let at = from[row]!; at < from[row + 1]!; at++) {
        const strong = items[at]!;
        const rule = constraints[strong]!;
        if (!required[strong] || implied[strong] || !rule.implies) continue;
        for (let other = from[row]!; other < from[row + 1]!; other++) {
          const weak = items[other]!;
          if (weak !== strong && !implied[weak] && rule.implies(constraints[weak]!)) implied[weak] = 1;
        }
      }
  };
  compare(watchingResource);
  compare(watchingMeet);
  return implied;
}
