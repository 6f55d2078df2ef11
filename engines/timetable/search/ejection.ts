import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { Chain } from './chain.ts';
import { crowdingOf, demandOf, hardnessOf } from './demand.ts';
import { Level, noisesOf } from './level.ts';
import { mostLeaving, Outlook, type Strictness } from './outlook.ts';
import { perturb } from './perturb.ts';
import { Survey } from './survey.ts';
import type { Tables } from './tables.ts';

/** Steps a displaced meet does not come back to where it was. */
const tabuSteps = 12;
const tabuWeight = 1000;
/** How much more than 1 the hardest meet weighs at first; as hard as most: half of that. */
const hardnessWeight = 0.4;
/** How much heavier a meet grows each time it could not be placed without displacing. */
const weightStep = 0.1;
/**
 * How much more a slot weighs that others want by one more; each step draws up to so much, or the same chains are tried for ever.
 */
const mostThrift = 0.6;
/** How long a chain grows. */
const mostLevels = 14;
/**
 * Meets looked at in one chain, how many slots are tried at its first levels (one below), and whether, when it fails, the lightest of all
 * its ends is done or only of those after one move. Narrow chains place most schools with half the work; some of the tightest
 * only go in by wide ones.
 */
const breadths = {
  narrow: { nodes: 30, widths: [4, 4, 3, 2, 2], isFarSighted: true },
  wide: { nodes: 40, widths: [16, 8, 4, 2, 2], isFarSighted: false },
};
export type Breadth = keyof typeof breadths;

/** How often the heaviest wish is passed over at first, how much more readily each time, and at most. */
const firstLenience = 0.01;
const softening = 4;
const mostLenience = 0.2;

/**
 * Places meets one after the other so that no required constraint is broken. A meet goes where least stands in the way;
 * what is displaced looks for a place in turn, and all is taken back when it finds none (the recursive swapping of FET).
 * When no such chain is found the one is done, of all that were looked at, after which the lightest set waits, where a meet grows
 * heavier each time it was hard to place or was driven from the same slot (guided ejection search, Nagata and Bräysy 2009).
 */
export class Ejection {
  readonly #state: State;
  readonly #tables: Tables;
  readonly #random: Random;
  readonly #outlook: Outlook;
  readonly weight: Float64Array;
  /** Meets of the chain, and those that have only one place: nobody displaces them. */
  readonly isFrozen: Uint8Array;
  readonly #frozen: Int32Array;
  #frozenCount = 0;
  readonly #waiting: number[] = [];
  readonly #hardness: Float64Array;
  readonly #firstWeight: Float64Array;
  readonly #tabu: Int32Array;
  readonly removals: Float64Array;
  readonly #weekLength: number;
  readonly #levels: Level[] = [];
  #nodes = 0;
  #thrift = 0;
  readonly #chain = new Chain();
  /** What each meet of the chain that left its slot weighed there. */
  readonly #worth: Float64Array;
  /** How chains are tried: those of the steps to come. */
  breadth: Breadth;
  steps = 0;
  /** Meets looked at in all chains. */
  work = 0;
  #fewest = Number.POSITIVE_INFINITY;
  #bestAt = 0;

  constructor(tables: Tables, state: State, random: Random, breadth: Breadth = 'narrow') {
    const { problem } = tables;
    this.#tables = tables;
    this.#state = state;
    this.#random = random;
    this.breadth = breadth;
    this.#weekLength = problem.weekLength;
    this.weight = new Float64Array(problem.meets);
    this.isFrozen = new Uint8Array(problem.meets);
    const demand = demandOf(tables);
    this.#hardness = hardnessOf(tables, demand);
    this.#firstWeight = firstWeightOf(tables, this.#hardness);
    this.#outlook = new Outlook(tables, state, random, this);
    this.#tabu = new Int32Array(problem.meets * problem.weekLength);
    this.removals = new Float64Array(problem.meets * problem.weekLength);
    this.#worth = new Float64Array(problem.meets);
    this.#frozen = new Int32Array(problem.meets + 1);
    const survey = new Survey(tables, state, this, this.#outlook.bonds);
    const crowding = crowdingOf(tables, demand);
    const noises = noisesOf(random);
    let most = 0;
    for (let meet = 0; meet < problem.meets; meet++)
      most = Math.max(most, problem.starts.from[meet + 1]! - problem.starts.from[meet]!);
    for (let level = 0; level < mostLevels; level++)
      this.#levels.push(new Level(problem.starts, most, crowding, survey, this.#outlook, random, noises));
    for (const meet of tables.placeable)
      if (
        problem.starts.from[meet + 1]! - problem.starts.from[meet]! === 1 &&
        problem.choices.from[meet] === problem.choices.from[meet + 1]
      )
        this.isFrozen[meet] = 1;
    this.restart();
  }

  get strictness(): Strictness {
    return this.#outlook.strictness;
  }

  /** What the rules that must be kept cost. */
  #broken(): number {
    return this.#outlook.strictness === 'wishes' ? this.#state.hard + this.#state.soft : this.#state.hard;
  }

  /**
   * Begins anew with what is not placed now; forgets what was hard. `strictness`: which rules must not cost more than they
   * do now.
   */
  restart(strictness: Strictness = 'required'): void {
    this.weight.set(this.#firstWeight);
    this.removals.fill(0);
    this.#outlook.strictness = strictness;
    this.#outlook.lenience = firstLenience;
    this.goOn();
  }

  /** Passes over wishes more readily and goes on; false when that is not done any more. */
  soften(): boolean {
    const lenience = this.#outlook.lenience * softening;
    if (this.#outlook.strictness !== 'wishes-leniently' || lenience > mostLenience) return false;
    this.#outlook.lenience = lenience;
    this.goOn();
    return true;
  }

  /** Goes on with what is not placed now, in its order, by the same rules and with what was learnt. */
  goOn(): void {
    const state = this.#state;
    this.#tabu.fill(0);
    this.#waiting.length = 0;
    for (const meet of this.#tables.placeable)
      if (state.start[meet]! < 0 && state.duration[meet]! > 0) this.#waiting.push(meet);
    this.#random.shuffle(this.#waiting, this.#waiting.length);
    this.#waiting.sort((one, other) => this.#hardness[one]! - this.#hardness[other]!);
    this.#fewest = Number.POSITIVE_INFINITY;
    this.#bestAt = this.work;
  }

  /** Meets that still wait for a place. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Meets looked at since fewer waited than ever before. */
  get sinceBest(): number {
    return this.work - this.#bestAt;
  }

  priceOf(meet: number): number {
    const slot = this.#state.start[meet]!;
    return this.weight[meet]! + this.removals[meet * this.#weekLength + slot]!;
  }

  /** Places the next waiting meet: by a chain in which everybody displaced finds a place, else by the one that displaces the lightest. */
  step(): void {
    const meet = this.#waiting.pop();
    if (meet === undefined) return;
    this.steps++;
    if (this.#waiting.length < this.#fewest) {
      this.#fewest = this.#waiting.length;
      this.#bestAt = this.work;
    }
    this.#nodes = 0;
    this.#thrift = this.#random.unit() * mostThrift;
    this.#chain.begin();
    const placed = this.#insert(meet, 0, 0);
    this.#thaw(0);
    if (placed) return;
    this.weight[meet]! += weightStep;
    if (this.#driveIn(meet)) perturb(this.#tables, this.#state, this.#random, this, 8);
    else this.#kick(meet);
  }

  /**
   * Puts a meet where everybody it displaces can be put again in turn; changes nothing when there is no such place. `waiting`: what
   * those of the chain weigh that wait beside it.
   */
  #insert(meet: number, depth: number, waiting: number): boolean {
    this.work++;
    const { nodes, widths, isFarSighted } = breadths[this.breadth];
    if (++this.#nodes > nodes) return false;
    const state = this.#state;
    const level = this.#levels[depth]!;
    level.begin(meet, this.#thrift);
    const frozenBefore = this.#frozenCount;
    this.#freeze(meet);
    let width = widths[depth] ?? 1;
    while (width > 0) {
      const index = level.next();
      if (index < 0) break;
      const count = level.counts[index]!;
      if (count > 0 && depth + 1 === mostLevels) break;
      level.setTried(index);
      width--;
      const before = this.#chain.length;
      let open = this.#note(meet, index, level, waiting, isFarSighted || depth === 0);
      state.begin();
      this.#put(meet, index, level);
      let placed = true;
      if (count > 0) {
        const first = this.#sortLeaving(index, level);
        for (let at = first; placed && at < first + count; at++) {
          open -= this.#worth[level.leaving[at]!]!;
          placed = this.#insert(level.leaving[at]!, depth + 1, open);
        }
      }
      // Costs are looked at once, when the whole chain stands: every look has seen that no rule is broken by it.
      if (placed && depth === 0) {
        const broken = this.#broken();
        state.settle();
        placed = this.#broken() <= broken + 1e-9;
      }
      if (placed) {
        state.commit();
        return true;
      }
      state.rollback();
      this.#chain.cut(before);
      this.#thaw(frozenBefore + 1);
      if (this.#nodes > nodes) break;
    }
    this.#thaw(frozenBefore);
    return false;
  }

  /** Takes away what must leave a slot and puts the meet there, unsettled. */
  #put(meet: number, index: number, level: Level): void {
    const state = this.#state;
    const first = index * mostLeaving;
    for (let at = first; at < first + level.counts[index]!; at++) state.unplace(level.leaving[at]!);
    this.#tables.place(state, meet, level.slots[index]!, this);
  }

  /** Sorts who leaves a slot, the hardest to place first; gives where they begin. */
  #sortLeaving(index: number, { leaving, counts }: Level): number {
    const first = index * mostLeaving;
    for (let at = first + 1; at < first + counts[index]!; at++) {
      const meet = leaving[at]!;
      let place = at - 1;
      while (place >= first && this.weight[leaving[place]!]! < this.weight[meet]!) {
        leaving[place + 1] = leaving[place]!;
        place--;
      }
      leaving[place + 1] = meet;
    }
    return first;
  }

  /** Adds a move to the chain, before it is done, and gives what those weigh that wait after it; `isEnd`: the chain may end there. */
  #note(meet: number, index: number, level: Level, waiting: number, isEnd: boolean): number {
    const { slots, counts, leaving } = level;
    const slot = slots[index]!;
    const first = index * mostLeaving;
    const count = counts[index]!;
    let open = waiting;
    for (let at = first; at < first + count; at++) {
      const other = leaving[at]!;
      this.#worth[other] = this.priceOf(other);
      open += this.#worth[other]!;
    }
    this.#chain.add(meet, slot, leaving, first, count);
    if (!isEnd) return open;
    const isTabu = this.#tabu[meet * this.#weekLength + slot]! > this.steps;
    this.#chain.offerEnd(open + (isTabu ? tabuWeight : 0));
    return open;
  }

  /**
   * Puts a meet, for which no chain was found, where the lightest set waits for good: after moves that were tried, or at a slot
   * of its own that was not; false when it can go nowhere.
   */
  #driveIn(meet: number): boolean {
    const state = this.#state;
    const chain = this.#chain;
    const level = this.#levels[0]!;
    for (;;) {
      const index = level.next();
      if (index < 0 || level.prices[index]! >= chain.least) break;
      level.setTried(index);
      this.#note(meet, index, level, 0, true);
      chain.cut(0);
    }
    if (chain.least === Number.POSITIVE_INFINITY) return false;
    state.begin();
    const gone = chain.follow(state, this.#tables, this);
    // The heaviest is placed first.
    for (const [other, slot] of [...gone].sort(([one], [two]) => this.weight[one]! - this.weight[two]!))
      this.#drive(other, slot);
    state.settle();
    // A rule that taking meets away has broken, against what is expected of rules.
    for (let round = 0; round < mostLeaving; round++) {
      const broken = this.#raised();
      if (broken < 0 || !this.#outlook.relief(broken, meet)) break;
      for (const other of this.#outlook.leaving.slice(0, this.#outlook.count)) {
        this.#drive(other, state.start[other]!);
        state.unplace(other);
      }
      state.settle();
    }
    state.commit();
    return true;
  }

  /** A meet that was driven from a slot waits, and for some steps it does not go back there. */
  #drive(meet: number, slot: number): void {
    const at = meet * this.#weekLength + slot;
    this.removals[at]!++;
    this.#tabu[at] = this.steps + tabuSteps + this.#random.below(tabuSteps);
    this.#waiting.push(meet);
  }

  #raised(): number {
    const { required, comfort } = this.#tables.problem;
    let found = -1;
    this.#state.forRaised((rule) => {
      if (required[rule] || (this.#outlook.strictness === 'wishes' && !comfort[rule])) found = rule;
    });
    return found;
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

  #freeze(meet: number): void {
    if (this.isFrozen[meet]) return;
    this.isFrozen[meet] = 1;
    this.#frozen[this.#frozenCount++] = meet;
  }

  #thaw(count: number): void {
    while (this.#frozenCount > count) this.isFrozen[this.#frozen[--this.#frozenCount]!] = 0;
  }
}

/** What each meet weighs before anything was hard to place. */
function firstWeightOf({ placeable }: Tables, hardness: Float64Array): Float64Array {
  let sum = 0;
  for (let index = 0; index < placeable.length; index++) sum += hardness[placeable[index]!]!;
  const mean = sum / placeable.length;
  return hardness.map((hard) => (hard > 0 ? 1 + (hardnessWeight * hard) / (hard + mean) : 1));
}
