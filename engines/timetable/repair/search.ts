import { DaysBetween, TogetherIfSameDay } from '../constraints/days-between.ts';
import { bitCount } from '../core/problem.ts';
import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { type Placing, placingOf } from './timetable.ts';
import type { Values, ValueTable } from './values.ts';

/** What has been decided of a meet: it may stay, it must leave its place, it has a new one, it must stay. */
const kept = 0;
const displaced = 1;
const assigned = 2;
const frozen = 3;

const tolerance = 1e-6;
/** Places of a meet looked at more closely in a try in random order. */
const mostForeseen = 24;

/** Said of each timetable found; false ends the search. */
export type Found = (placings: readonly Placing[], changes: number) => boolean;

/**
 * Looks for timetables that differ from a complete one in few meets. A meet that has to leave takes a place, which
 * displaces who is there, and so on; a broken rule displaces one of the meets it looks at. Each timetable is reached one
 * way only, and with a budget of changes the search is complete: finding none proves that there is none.
 *
 * What is left out is never needed: two lessons alike (same class, teacher and length) changing places.
 */
export class ChangeSearch {
  readonly #state: State;
  readonly #values: ValueTable;
  readonly #status: Uint8Array;
  readonly #base: readonly Placing[];
  /** The fullest resource of each meet, whose slots bound what a move costs; -1 when none clashes. */
  readonly #home: Int32Array;
  /** Resources that clash besides the home, choices included. */
  readonly #besideHome: Int32Array;
  /** Slots of a meet in all its weeks. */
  readonly #length: Int32Array;
  /** Displaced meets by their home. */
  readonly #leavingAt: Int32Array;
  readonly #twinKey: (string | undefined)[];
  readonly #leaving: number[] = [];
  readonly #taken: number[] = [];
  readonly #stamp: Int32Array;
  #stamped = 0;
  #limit = 0;
  #found: Found = () => false;
  #random: Random | undefined;
  nodes = 0;

  /** `state`: the complete timetable of a strict problem. `locked`: meets that stay. */
  constructor(state: State, values: ValueTable, locked: readonly number[]) {
    const { meets, duration, weeks, resources } = state.problem;
    this.#state = state;
    this.#values = values;
    this.#status = new Uint8Array(meets);
    for (const meet of locked) this.#status[meet] = frozen;
    this.#base = Array.from({ length: meets }, (_, meet) => placingOf(state, meet));
    this.#home = homes(state);
    this.#besideHome = Int32Array.from(this.#base, ({ meet }) => values.mostExclusive(meet) - 1);
    this.#length = Int32Array.from(duration, (slots, meet) => slots * bitCount(weeks[meet]!));
    this.#leavingAt = new Int32Array(resources);
    this.#twinKey = new Array(meets);
    this.#stamp = new Int32Array(meets);
  }

  /** Meets that must leave; those not placed yet come with them and are no change. Called once, before `run`. */
  displace(meets: readonly number[]): void {
    for (const meet of meets) this.#displace(meet);
    this.#state.settle();
  }

  /**
   * Tries every timetable that displaces at most `budget` meets more. Returns whether it got through within `limit`
   * nodes, without `found` ending it. With `random` the places are tried in another order each time: a short try from
   * the top goes where a long one, wrong at its first place, never comes.
   */
  run(budget: number, limit: number, found: Found, random?: Random): boolean {
    this.#limit = this.nodes + limit;
    this.#found = found;
    this.#random = random;
    return this.#branch(budget);
  }

  #branch(budget: number): boolean {
    if (this.nodes++ >= this.#limit) return false;
    if (this.#state.hard > tolerance) return this.#branchOnRule(budget);
    if (this.#leaving.length === 0)
      return this.#found(
        this.#taken.map((meet) => placingOf(this.#state, meet)),
        this.#taken.length,
      );
    return this.#branchOnMeet(budget);
  }

  /** One of the meets that a broken rule looks at must leave: each in turn, those before it staying. */
  #branchOnRule(budget: number): boolean {
    const state = this.#state;
    const { constraints } = state.problem;
    const broken = state.cost.findIndex((cost) => cost > tolerance);
    const candidates = new Set<number>();
    const consider = (meet: number) => {
      if (this.#status[meet] === kept && state.start[meet]! >= 0) candidates.add(meet);
    };
    constraints[broken]!.meets.forEach(consider);
    for (const resource of constraints[broken]!.resources) state.forPlacedOn(resource, consider);
    if (budget < 1) return true;
    const order = [...candidates];
    this.#random?.shuffle(order, order.length);
    let complete = true;
    for (const meet of order) {
      state.begin();
      this.#displace(meet);
      state.settle();
      complete = this.#branch(budget - 1);
      this.#leaving.pop();
      state.rollback();
      if (!complete) break;
      this.#status[meet] = frozen;
    }
    for (const meet of candidates) this.#status[meet] = kept;
    return complete;
  }

  /** Places the displaced meet that has the fewest places left. */
  #branchOnMeet(budget: number): boolean {
    const leaving = this.#leaving;
    const open: OpenPlaces[] = [];
    let least = 0;
    this.#leavingAt.fill(0);
    for (const meet of leaving) if (this.#home[meet]! >= 0) this.#leavingAt[this.#home[meet]!]!++;
    for (const meet of leaving) {
      const places = this.#placesFor(meet, budget);
      if (places.index.length === 0) return true;
      least += places.least;
      if (least > budget + tolerance) return true;
      open.push(places);
    }
    let best = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let at = 0; at < open.length; at++) {
      const { certain, least: own } = open[at]!;
      let count = 0;
      for (const share of certain) if (share - own + least <= budget + tolerance) count++;
      if (count === 0) return true;
      if (count >= fewest) continue;
      fewest = count;
      best = at;
    }
    const { index, displaces, certain, least: own } = open[best]!;
    const meet = leaving[best]!;
    leaving[best] = leaving[leaving.length - 1]!;
    leaving.pop();
    const order = [...index.keys()].filter((at) => certain[at]! - own + least <= budget + tolerance);
    order.sort((one, other) => displaces[one]! - displaces[other]!);
    if (this.#random) this.#foresee(meet, index, displaces, order, this.#random);
    let complete = true;
    for (const at of order) {
      complete = this.#assign(meet, this.#values.of(meet), index[at]!, budget - displaces[at]!);
      if (!complete) break;
    }
    leaving.push(meet);
    const last = leaving.length - 1;
    leaving[last] = leaving[best]!;
    leaving[best] = meet;
    return complete;
  }

  /**
   * Puts the places that displace least into the order of what they come to: who is displaced, and the rules that are
   * broken then, for each of which somebody more must leave. Among equals luck decides.
   */
  #foresee(
    meet: number,
    index: readonly number[],
    displaces: readonly number[],
    order: number[],
    random: Random,
  ): void {
    const price = new Map<number, number>();
    order.length = Math.min(order.length, mostForeseen);
    const state = this.#state;
    const values = this.#values.of(meet);
    for (const at of order) {
      state.begin();
      this.#occupants(meet, values, index[at]!, (other) => state.unplace(other));
      this.#lay(meet, values, index[at]!);
      price.set(at, displaces[at]! + state.hard + random.unit());
      state.rollback();
    }
    order.sort((one, other) => price.get(one)! - price.get(other)!);
  }

  #assign(meet: number, values: Values, index: number, budget: number): boolean {
    const state = this.#state;
    const leaving = this.#leaving;
    const before = leaving.length;
    state.begin();
    this.#occupants(meet, values, index, (other) => this.#displace(other));
    this.#lay(meet, values, index);
    this.#status[meet] = assigned;
    this.#taken.push(meet);
    const complete = this.#branch(budget);
    this.#taken.pop();
    this.#status[meet] = displaced;
    for (let at = before; at < leaving.length; at++) this.#status[leaving[at]!] = kept;
    leaving.length = before;
    state.rollback();
    return complete;
  }

  #lay(meet: number, values: Values, index: number): void {
    const state = this.#state;
    const { from, items } = state.problem.choices;
    values.combinations[values.combination[index]!]!.forEach((option, place) => {
      const choice = items[from[meet]! + place]!;
      if (state.option[choice] !== option) state.choose(choice, option);
    });
    state.place(meet, values.start[index]!);
    state.settle();
  }

  /** Every place of a displaced meet that displaces at most `budget` others. */
  #placesFor(meet: number, budget: number): OpenPlaces {
    const values = this.#values.of(meet);
    const base = this.#base[meet]!;
    const found: OpenPlaces = { index: [], displaces: [], certain: [], least: Number.POSITIVE_INFINITY };
    for (let index = 0; index < values.start.length; index++) {
      if (values.start[index] === base.start && this.#isBase(values, index, base)) continue;
      let many = 0;
      let certain = 0;
      const start = values.start[index]!;
      const resources = values.exclusive[values.combination[index]!]!;
      const open = this.#occupants(meet, values, index, (other) => {
        many++;
        certain += this.#certainly(meet, start, resources, other);
      });
      if (!open || many > budget) continue;
      found.index.push(index);
      found.displaces.push(many);
      found.certain.push(certain);
      if (certain < found.least) found.least = certain;
    }
    return found;
  }

  #isBase(values: Values, index: number, base: Placing): boolean {
    return values.combinations[values.combination[index]!]!.every(
      (option, place) => option === base.options[place],
    );
  }

  /** Calls `visit` once with each meet that lies where a value would; false when one of them cannot leave. */
  #occupants(meet: number, values: Values, index: number, visit: (other: number) => void): boolean {
    const state = this.#state;
    const { slots, weekKinds, weekLength, weeks, meetsOf } = state.problem;
    const stamp = ++this.#stamped;
    const begin = values.start[index]!;
    const duration = state.duration[meet]!;
    const resources = values.exclusive[values.combination[index]!]!;
    for (let place = 0; place < resources.length; place++) {
      const resource = resources[place]!;
      for (let kind = 0; kind < weekKinds; kind++) {
        if (weekKinds > 1 && !((weeks[meet]! >>> kind) & 1)) continue;
        const first = begin + kind * weekLength;
        for (let slot = first; slot < first + duration; slot++) {
          const count = state.count[resource * slots + slot]!;
          if (count === 0) continue;
          if (count === 1) {
            const other = state.occupants[resource * slots + slot]! - 1;
            if (this.#stamp[other] === stamp) continue;
            if (this.#status[other] !== kept || this.#isTwin(meet, other, begin)) return false;
            this.#stamp[other] = stamp;
            visit(other);
            continue;
          }
          for (let at = meetsOf.from[resource]!; at < meetsOf.from[resource + 1]!; at++) {
            const other = meetsOf.items[at]!;
            if (this.#stamp[other] === stamp || !this.#liesAt(other, resource, slot)) continue;
            if (this.#status[other] !== kept) return false;
            this.#stamp[other] = stamp;
            visit(other);
          }
        }
      }
    }
    return true;
  }

  /**
   * What displacing `other` certainly adds to the moves, so that sums over the displaced meets stay a lower bound: each
   * slot of `other` on its home counts once when meets leave on that home; else each slot on its other resources.
   */
  #certainly(meet: number, start: number, resources: Int32Array, other: number): number {
    const home = this.#home[other]!;
    if (home < 0 || this.#home[meet]! < 0) return 0;
    let part = 0;
    if (this.#home[meet] === home) part = 1;
    else if (this.#leavingAt[home] === 0) {
      for (let place = 0; place < resources.length; place++)
        if (resources[place] !== home && this.#state.takes(other, resources[place]!)) part++;
      if (part > 0) part /= this.#besideHome[other]!;
    }
    return part === 0 ? 0 : (part * this.#overlap(meet, start, other)) / this.#length[other]!;
  }

  /** Slots in common of a meet, begun at `start`, and another where it lies. */
  #overlap(meet: number, start: number, other: number): number {
    const { duration, start: starts, problem } = this.#state;
    const begin = starts[other]!;
    const common = Math.min(start + duration[meet]!, begin + duration[other]!) - Math.max(start, begin);
    return common <= 0 ? 0 : common * bitCount(problem.weeks[meet]! & problem.weeks[other]!);
  }

  #liesAt(meet: number, resource: number, slot: number): boolean {
    const state = this.#state;
    if (state.start[meet]! < 0 || !state.takes(meet, resource)) return false;
    let there = false;
    state.forSlotsOf(meet, (taken) => {
      if (taken === slot) there = true;
    });
    return there;
  }

  #displace(meet: number): void {
    this.#status[meet] = displaced;
    this.#leaving.push(meet);
    if (this.#state.start[meet]! >= 0) this.#state.unplace(meet);
  }

  /** Whether `other` lies at `start` and nothing tells the two apart. */
  #isTwin(meet: number, other: number, start: number): boolean {
    return this.#state.start[other] === start && this.#keyOf(meet) === this.#keyOf(other);
  }

  #keyOf(meet: number): string {
    const known = this.#twinKey[meet];
    if (known !== undefined) return known;
    const { fixed, starts, choices, watchingMeet, constraints, weeks } = this.#state.problem;
    const rules = watchingMeet.items.subarray(watchingMeet.from[meet]!, watchingMeet.from[meet + 1]!);
    const alike =
      !this.#values.isWanted(meet) &&
      choices.from[meet] === choices.from[meet + 1] &&
      rules.every((rule) => {
        const constraint = constraints[rule]!;
        return constraint instanceof DaysBetween || constraint instanceof TogetherIfSameDay;
      });
    const key = alike
      ? [
          fixed.items.subarray(fixed.from[meet]!, fixed.from[meet + 1]!).toSorted(),
          this.#state.duration[meet],
          weeks[meet],
          starts.items.subarray(starts.from[meet]!, starts.from[meet + 1]!),
          rules.toSorted(),
        ].join('|')
      : `alone ${meet}`;
    this.#twinKey[meet] = key;
    return key;
  }
}

interface OpenPlaces {
  /** Indices of values. */
  readonly index: number[];
  readonly displaces: number[];
  /** What each value certainly adds to the moves, and the least of it. */
  readonly certain: number[];
  least: number;
}

/** The resource of each meet with the largest load among those that clash. */
function homes(state: State): Int32Array {
  const { meets, fixed, exclusive, load } = state.problem;
  const home = new Int32Array(meets).fill(-1);
  for (let meet = 0; meet < meets; meet++)
    for (let at = fixed.from[meet]!; at < fixed.from[meet + 1]!; at++) {
      const resource = fixed.items[at]!;
      if (exclusive[resource] && (home[meet]! < 0 || load[resource]! > load[home[meet]!]!))
        home[meet] = resource;
    }
  return home;
}
