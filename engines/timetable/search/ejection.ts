import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import type { Tables } from './tables.ts';

/** How often a broken constraint is relieved for one meet: the first of a chain, or one further on. */
const mostEvictions = 14;
const fewEvictions = 4;
/** Steps a displaced meet does not come back to where it was. */
const tabuSteps = 12;
/** How much one unit of soft cost weighs beside displacing a meet of weight 1. */
const softBesideWeight = 0.25;
/** How much heavier a meet grows each time it could not be placed without displacing. */
const weightStep = 0.3;
/** How much more it weighs to drive a meet from a slot it was driven from before. */
const removalPrice = 0.5;
const tabuWeight = 1000;
/** Meets looked at in one chain, and how long it grows. */
const mostNodes = 300;
const mostLevels = 14;
/** Slots looked at closely for the first meet of a chain and for the others. */
const mostLooks = 16;
const mostLooksDeeper = 6;
/** Looking ends when so many free slots are known, one of them without cost. */
const enoughFree = 4;
/** How many slots are tried at each level of a chain; one below. */
const widths = [8, 4, 3, 2, 2];

/**
 * Places meets one after the other so that no required constraint is broken. What stands in the way is displaced: the set
 * that weighs least, where a meet grows heavier each time it was hard to place; displaced meets come next. (Guided ejection
 * search, Nagata and Bräysy 2009, with the recursive swapping of FET as its model.)
 */
export class Ejection {
  readonly #state: State;
  readonly #tables: Tables;
  readonly #random: Random;
  readonly weight: Float64Array;
  readonly #waiting: number[] = [];
  readonly #tabu: Int32Array;
  readonly #candidates: Float64Array;
  readonly #order: Int32Array;
  readonly #seen: Int32Array;
  readonly #isFrozen: Uint8Array;
  readonly #frozen: Int32Array;
  #frozenCount = 0;
  /** Where a displaced meet was. */
  readonly #left: Int32Array;
  /** How often a meet was driven from a slot. */
  readonly #removals: Float64Array;
  #nodes = 0;
  #stamp = 0;
  steps = 0;
  /** Meets looked at in all chains. */
  work = 0;
  #fewest = Number.POSITIVE_INFINITY;
  #bestAt = 0;

  constructor(tables: Tables, state: State, random: Random) {
    const { problem } = tables;
    this.#tables = tables;
    this.#state = state;
    this.#random = random;
    this.weight = new Float64Array(problem.meets).fill(1);
    this.#tabu = new Int32Array(problem.meets * problem.weekLength);
    this.#candidates = new Float64Array(problem.weekLength);
    this.#order = new Int32Array(problem.weekLength);
    this.#seen = new Int32Array(problem.meets);
    this.#isFrozen = new Uint8Array(problem.meets);
    this.#frozen = new Int32Array(problem.meets + 1);
    this.#left = new Int32Array(problem.meets);
    this.#removals = new Float64Array(problem.meets * problem.weekLength);
    const waiting = [...tables.placeable].filter(
      (meet) => state.start[meet]! < 0 && state.duration[meet]! > 0,
    );
    const hardness = this.#hardness();
    random.shuffle(waiting, waiting.length);
    waiting.sort((one, other) => hardness[one]! - hardness[other]!);
    this.#waiting = waiting;
    for (const meet of tables.placeable)
      if (problem.starts.from[meet + 1]! - problem.starts.from[meet]! === 1) this.weight[meet] = 20;
  }

  /** Meets that still wait for a place. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Meets looked at since fewer waited than ever before. */
  get sinceBest(): number {
    return this.work - this.#bestAt;
  }

  /** Places the next waiting meet: by a chain in which everybody displaced finds a place, else displacing the lightest. */
  step(): void {
    const meet = this.#waiting.pop();
    if (meet === undefined) return;
    this.steps++;
    if (this.#waiting.length < this.#fewest) {
      this.#fewest = this.#waiting.length;
      this.#bestAt = this.work;
    }
    this.#nodes = 0;
    this.#frozenCount = 0;
    if (this.#insert(meet, 0)) {
      this.#thaw(0);
      return;
    }
    this.#thaw(0);
    this.weight[meet]! += weightStep;
    const slots = this.#rank(meet, 0);
    if (slots.length === 0) {
      this.#kick(meet);
      return;
    }
    const displaced: number[] = [];
    this.#state.begin();
    this.#put(meet, slots[0]!, Number.POSITIVE_INFINITY, displaced);
    this.#state.commit();
    for (const other of displaced) this.#forbid(other);
    displaced.sort((one, other) => this.weight[one]! - this.weight[other]!);
    this.#waiting.push(...displaced);
    this.#perturb(8);
  }

  /** Puts a meet where everybody it displaces can be put again in turn; changes nothing when there is no such place. */
  #insert(meet: number, level: number): boolean {
    this.work++;
    if (++this.#nodes > mostNodes) return false;
    const state = this.#state;
    const slots = this.#rank(meet, level);
    const frozenBefore = this.#frozenCount;
    this.#freeze(meet);
    const width = level < widths.length ? widths[level]! : 1;
    for (let index = 0; index < slots.length && index < width; index++) {
      const displaced: number[] = [];
      state.begin();
      const weight = this.#put(meet, slots[index]!, Number.POSITIVE_INFINITY, displaced);
      if (weight < Number.POSITIVE_INFINITY) {
        let placed = displaced.length === 0 || level + 1 < mostLevels;
        if (placed) {
          displaced.sort((one, other) => this.weight[other]! - this.weight[one]!);
          for (const other of displaced) this.#left[other] = state.start[other]!;
          for (let at = 0; placed && at < displaced.length; at++)
            placed = this.#insert(displaced[at]!, level + 1);
        }
        if (placed) {
          state.commit();
          return true;
        }
      }
      state.rollback();
      this.#thaw(frozenBefore + 1);
      if (this.#nodes > mostNodes) break;
    }
    this.#thaw(frozenBefore);
    return false;
  }

  /** The slots a meet can be put on, cheapest first. */
  #rank(meet: number, level: number): number[] {
    const { starts, weekLength } = this.#tables.problem;
    const state = this.#state;
    const first = starts.from[meet]!;
    const many = starts.from[meet + 1]! - first;
    let open = 0;
    for (let index = 0; index < many; index++) {
      const slot = starts.items[first + index]!;
      let weight = this.#clashWeight(meet, slot) + this.#random.unit() * 0.01;
      if (weight > 1e5) continue;
      if (this.#tabu[meet * weekLength + slot]! > this.steps) weight += tabuWeight;
      this.#order[open++] = slot;
      this.#candidates[slot] = weight;
    }
    this.#sort(open);
    const look = level === 0 ? mostLooks : mostLooksDeeper;
    const width = level < widths.length ? widths[level]! : 1;
    const found: { slot: number; price: number }[] = [];
    let free = 0;
    for (let index = 0; index < open && index < look + free; index++) {
      const slot = this.#order[index]!;
      // What follows costs at least its clashes: enough cheaper ones are known, or free ones that cost nothing.
      let settled = 0;
      for (const { price } of found) if (price <= this.#candidates[slot]!) settled++;
      if (settled >= width || (free >= enoughFree && found.some(({ price }) => price < 0.1))) break;
      const tabu = this.#tabu[meet * weekLength + slot]! > this.steps ? tabuWeight : 0;
      state.begin();
      const before = state.total;
      const limit = found.length < width ? Number.POSITIVE_INFINITY : nthPrice(found, width) + 1 - tabu;
      const displaced = this.#put(meet, slot, limit, undefined, level === 0 ? mostEvictions : fewEvictions);
      const price = displaced + tabu + (state.total - before) * softBesideWeight + this.#random.unit() * 0.05;
      state.rollback();
      if (displaced >= limit) continue;
      found.push({ slot, price });
      if (displaced === 0) free++;
    }
    found.sort((one, other) => one.price - other.price);
    return found.map(({ slot }) => slot);
  }

  #freeze(meet: number): void {
    this.#isFrozen[meet] = 1;
    this.#frozen[this.#frozenCount++] = meet;
  }

  #thaw(count: number): void {
    while (this.#frozenCount > count) this.#isFrozen[this.#frozen[--this.#frozenCount]!] = 0;
  }

  /** For some steps a displaced meet does not go back to where it was. */
  #forbid(meet: number): void {
    const { weekLength } = this.#tables.problem;
    this.#removals[meet * weekLength + this.#left[meet]!]!++;
    this.#tabu[meet * weekLength + this.#left[meet]!] =
      this.steps + tabuSteps + this.#random.below(tabuSteps);
  }

  /** Nothing could be displaced to let the meet in: some random meets that share with it go, and it waits again. */
  #kick(meet: number): void {
    const { meetsOf } = this.#tables.problem;
    const state = this.#state;
    const gone: number[] = [];
    for (let at = this.#tables.from[meet]!; at < this.#tables.from[meet + 1]!; at++) {
      const resource = this.#tables.exclusive[at]!;
      const many = meetsOf.from[resource + 1]! - meetsOf.from[resource]!;
      for (let pick = 0; pick < 3; pick++) {
        const other = meetsOf.items[meetsOf.from[resource]! + this.#random.below(many)]!;
        if (other === meet || state.start[other]! < 0) continue;
        state.unplace(other);
        gone.push(other);
      }
    }
    state.settle();
    this.#waiting.unshift(...gone);
    this.#waiting.splice(this.#random.below(this.#waiting.length + 1), 0, meet);
  }

  /**
   * Puts a meet on a slot and displaces what then breaks a required constraint; gives the weight displaced, infinite when
   * it cannot be done below `limit`. The displaced meets are added to `out`.
   */
  #put(meet: number, slot: number, limit: number, out?: number[], rounds = mostEvictions): number {
    const state = this.#state;
    const { slots } = this.#tables.problem;
    const duration = state.duration[meet]!;
    const weeks = this.#tables.weeksOf(meet);
    let displaced = 0;
    for (let at = this.#tables.from[meet]!, end = this.#tables.from[meet + 1]!; at < end; at++) {
      const base = this.#tables.exclusive[at]! * slots;
      for (let week = 0; week < weeks.length; week++)
        for (let step = slot + weeks[week]!, stop = step + duration; step < stop; step++) {
          if (state.count[base + step] === 0) continue;
          const other = state.otherAt(this.#tables.exclusive[at]!, step, -1);
          if (other < 0) return Number.POSITIVE_INFINITY;
          if (this.#isFrozen[other]) return Number.POSITIVE_INFINITY;
          displaced += this.#displace(other, out);
          if (displaced >= limit) return displaced;
        }
    }
    if (!this.#tables.place(state, meet, slot, this.weight)) return Number.POSITIVE_INFINITY;
    state.settle();
    for (let round = 0; round < rounds; round++) {
      const broken = this.#firstRaised();
      if (broken < 0) return displaced;
      const weight = this.#relieve(broken, meet, out);
      displaced += weight;
      if (displaced >= limit) return displaced;
    }
    return Number.POSITIVE_INFINITY;
  }

  #displace(meet: number, out?: number[]): number {
    const weight = this.#price(meet);
    this.#left[meet] = this.#state.start[meet]!;
    out?.push(meet);
    this.#state.unplace(meet);
    return weight;
  }

  /** What displacing a placed meet weighs: its weight, and how often it was driven from there before. */
  #price(meet: number): number {
    return (
      this.weight[meet]! +
      removalPrice * this.#removals[meet * this.#tables.problem.weekLength + this.#state.start[meet]!]!
    );
  }

  #firstRaised(): number {
    const { required } = this.#tables.problem;
    let found = -1;
    this.#state.forRaised((constraint) => {
      if (required[constraint]) found = constraint;
    });
    return found;
  }

  /** Displaces the lightest set that lowers a broken constraint; infinite when there is none. */
  #relieve(constraint: number, meet: number, out?: number[]): number {
    const state = this.#state;
    const ways = this.#waysOut(constraint, meet);
    if (ways.length === 0) return Number.POSITIVE_INFINITY;
    const weights = ways.map(
      (way) => way.reduce((sum, other) => sum + this.#price(other), 0) + this.#random.unit() * 0.3,
    );
    const order = ways.map((_, index) => index).sort((one, other) => weights[one]! - weights[other]!);
    const before = state.cost[constraint]!;
    let tried = 0;
    for (const index of order) {
      if (++tried > 8) break;
      state.begin();
      for (const other of ways[index]!) state.unplace(other);
      state.settle();
      const lower = state.cost[constraint]! < before;
      state.rollback();
      if (!lower) continue;
      let weight = 0;
      for (const other of ways[index]!) weight += this.#displace(other, out);
      state.settle();
      return weight;
    }
    // No single set helps: one goes, and the next round goes on from there.
    let weight = 0;
    for (const other of ways[order[0]!]!) weight += this.#displace(other, out);
    state.settle();
    return weight;
  }

  #waysOut(constraint: number, meet: number): (readonly number[])[] {
    const state = this.#state;
    const { constraints, meetsOf } = this.#tables.problem;
    const rule = constraints[constraint]!;
    const ways: (readonly number[])[] = [];
    if (rule.culprits) {
      rule.culprits(state, (meets) => {
        if (!meets.includes(meet) && !meets.some((other) => this.#isFrozen[other])) ways.push(meets);
      });
      return ways;
    }
    this.#stamp++;
    const offer = (other: number) => {
      if (
        other === meet ||
        this.#isFrozen[other] ||
        state.start[other]! < 0 ||
        this.#seen[other] === this.#stamp
      )
        return;
      this.#seen[other] = this.#stamp;
      ways.push([other]);
    };
    for (const other of rule.meets) offer(other);
    for (const resource of rule.resources)
      for (let at = meetsOf.from[resource]!; at < meetsOf.from[resource + 1]!; at++) {
        const other = meetsOf.items[at]!;
        if (state.start[other]! >= 0 && state.takes(other, resource)) offer(other);
      }
    return ways;
  }

  /** Weight of the meets that have the exclusive resources of a meet where it would be. */
  #clashWeight(meet: number, slot: number): number {
    const state = this.#state;
    const { slots } = this.#tables.problem;
    const duration = state.duration[meet]!;
    const weeks = this.#tables.weeksOf(meet);
    this.#stamp++;
    let weight = 0;
    for (let at = this.#tables.from[meet]!, end = this.#tables.from[meet + 1]!; at < end; at++) {
      const resource = this.#tables.exclusive[at]!;
      const base = resource * slots;
      for (let week = 0; week < weeks.length; week++)
        for (let step = slot + weeks[week]!, stop = step + duration; step < stop; step++) {
          if (state.count[base + step] === 0) continue;
          const other = state.otherAt(resource, step, -1);
          if (other < 0) return 1e6;
          if (this.#seen[other] === this.#stamp) continue;
          this.#seen[other] = this.#stamp;
          weight += this.#price(other);
        }
    }
    return weight;
  }

  /** Random moves that break nothing, so that the same meets do not stand in the same way for ever. */
  #perturb(moves: number): void {
    const state = this.#state;
    const { starts } = this.#tables.problem;
    const { movable } = this.#tables;
    if (movable.length === 0) return;
    for (let move = 0; move < moves; move++) {
      const meet = movable[this.#random.below(movable.length)]!;
      if (state.start[meet]! < 0) continue;
      const first = starts.from[meet]!;
      const slot = starts.items[first + this.#random.below(starts.from[meet + 1]! - first)]!;
      if (slot === state.start[meet] || this.#clashWeightWithout(meet, slot) > 0) continue;
      const { hard, total } = state;
      state.begin();
      state.unplace(meet);
      this.#tables.place(state, meet, slot, this.weight);
      state.settle();
      if (state.hard <= hard && state.total <= total + 0.5) state.commit();
      else state.rollback();
    }
  }

  #clashWeightWithout(meet: number, slot: number): number {
    const state = this.#state;
    const { slots } = this.#tables.problem;
    const old = state.start[meet]!;
    const duration = state.duration[meet]!;
    const weeks = this.#tables.weeksOf(meet);
    for (let at = this.#tables.from[meet]!, end = this.#tables.from[meet + 1]!; at < end; at++) {
      const base = this.#tables.exclusive[at]! * slots;
      for (let week = 0; week < weeks.length; week++)
        for (let step = slot; step < slot + duration; step++) {
          const own = step >= old && step < old + duration ? 1 : 0;
          if (state.count[base + step + weeks[week]!]! > own) return 1;
        }
    }
    return 0;
  }

  /** How hard a meet is to place: few starts, long, much wanted resources. */
  #hardness(): Float64Array {
    const { problem } = this.#tables;
    const hardness = new Float64Array(problem.meets);
    const open = new Float64Array(problem.resources);
    const slotSets: Set<number>[] = Array.from({ length: problem.resources }, () => new Set());
    for (const meet of this.#tables.placeable)
      for (let at = this.#tables.from[meet]!; at < this.#tables.from[meet + 1]!; at++) {
        const set = slotSets[this.#tables.exclusive[at]!]!;
        for (let start = problem.starts.from[meet]!; start < problem.starts.from[meet + 1]!; start++)
          set.add(problem.starts.items[start]!);
      }
    for (let resource = 0; resource < problem.resources; resource++)
      open[resource] = problem.load[resource]! / Math.max(1, slotSets[resource]!.size);
    for (let meet = 0; meet < problem.meets; meet++) {
      const many = problem.starts.from[meet + 1]! - problem.starts.from[meet]!;
      let demand = 0;
      for (let at = this.#tables.from[meet]!; at < this.#tables.from[meet + 1]!; at++)
        demand += open[this.#tables.exclusive[at]!]!;
      hardness[meet] = ((demand + 0.2) * (problem.duration[meet]! * 2 - 1) * 30) / Math.max(1, many);
    }
    return hardness;
  }

  /** Sorts the first `many` of the order by their candidates' weight. */
  #sort(many: number): void {
    const order = this.#order;
    const weights = this.#candidates;
    for (let index = 1; index < many; index++) {
      const slot = order[index]!;
      const weight = weights[slot]!;
      let at = index - 1;
      while (at >= 0 && weights[order[at]!]! > weight) {
        order[at + 1] = order[at]!;
        at--;
      }
      order[at + 1] = slot;
    }
  }
}

/** The `nth` smallest price, counted from 1. */
function nthPrice(found: readonly { readonly price: number }[], nth: number): number {
  return found.map(({ price }) => price).sort((one, other) => one - other)[nth - 1]!;
}
