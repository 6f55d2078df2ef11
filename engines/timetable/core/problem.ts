import type { Constraint, CostFunction, Price } from './constraint.ts';

/** One way to fill an open place of a meet: the resources it brings (several: a room made of rooms). */
export interface Option {
  readonly resources: readonly number[];
}

/** A lesson to place: how long, with whom, where it may begin. */
export interface MeetSpec {
  /** Slots it takes; 0 makes a meet that is not there until it is resized. */
  readonly duration: number;
  /** Resources it always takes. */
  readonly resources: readonly number[];
  /** Slots where it may begin, ascending; the caller leaves out what would cross the end of a day. */
  readonly starts: readonly number[];
  /** Open places, each filled by one of its options; the better ones first: the search takes the first it can have. */
  readonly choices?: readonly (readonly Option[])[];
  /** For each open place whether it may stay open at a price (a room that is only wished); no when left out. */
  readonly mayStayOpen?: readonly boolean[];
  /** Kinds of week in which it takes place (bit set); all of them when left out. */
  readonly weeks?: number;
}

/** How the slots lie. Slot = kind of week * days * periods + day * periods + period. */
export interface Grid {
  readonly days: number;
  /** At most 31 a day: a day of a resource is a bit mask. */
  readonly periods: number;
  /** Kinds of week (A and B, parts of the term); 1 when every week is alike. */
  readonly weekKinds?: number;
}

/** Rows of numbers of unequal length in two typed arrays. */
export interface Rows {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

/** Packs lists of numbers. */
export function rowsOf(lists: readonly ArrayLike<number>[]): Rows {
  const from = new Int32Array(lists.length + 1);
  for (let index = 0; index < lists.length; index++) from[index + 1] = from[index]! + lists[index]!.length;
  const items = new Int32Array(from[lists.length]!);
  for (let index = 0; index < lists.length; index++) items.set(lists[index]!, from[index]!);
  return { from, items };
}

/** The compiled problem: what the search works on. Nothing in it changes. */
export interface Problem {
  /** Days of all kinds of week together. */
  readonly days: number;
  readonly periods: number;
  readonly slots: number;
  readonly weekKinds: number;
  /** Slots of one kind of week. */
  readonly weekLength: number;
  readonly resources: number;
  readonly meets: number;
  readonly duration: Int32Array;
  readonly weeks: Int32Array;
  readonly starts: Rows;
  readonly fixed: Rows;
  /** Choices of a meet: indices into the choice tables. */
  readonly choices: Rows;
  readonly choiceMeet: Int32Array;
  /** Whether a choice may stay without an option. */
  readonly mayStayOpen: Uint8Array;
  /** Options of a choice: indices into optionResources. */
  readonly options: Rows;
  readonly optionResources: Rows;
  /** Slots that the fixed meets of a resource need in all. */
  readonly load: Int32Array;
  /** Meets that take the resource or may take it by a choice. */
  readonly meetsOf: Rows;
  readonly constraints: readonly Constraint[];
  readonly required: Uint8Array;
  /** Whether a constraint is comfort only. */
  readonly comfort: Uint8Array;
  readonly weight: Float64Array;
  /** How much comfort one unit of the other wishes is worth; Infinity when any wish comes before all comfort, or there is none. */
  readonly wishPrice: number;
  readonly costFunction: readonly CostFunction[];
  readonly source: Int32Array;
  /** Constraints to look at when the hours of a resource, or a meet, change. */
  readonly watchingResource: Rows;
  readonly watchingMeet: Rows;
  /** Periods of resource * days + day in which the resource cannot be chosen, as bits. */
  readonly closed: Int32Array;
  /** Whether two meets on one resource clash (a required no-clash constraint is on it). */
  readonly exclusive: Uint8Array;
}

/** Collects resources, meets and constraints, and compiles them. */
export class ProblemBuilder {
  readonly grid: Required<Grid>;
  readonly #meets: MeetSpec[] = [];
  readonly #constraints: Constraint[] = [];
  readonly #prices: Price[] = [];
  readonly #exclusive = new Set<number>();
  readonly #closed = new Map<number, ArrayLike<number>>();
  #resources = 0;
  #wishPrice = Number.POSITIVE_INFINITY;

  constructor(grid: Grid) {
    if (grid.periods > 31) throw new RangeError('At most 31 periods a day.');
    this.grid = { weekKinds: 1, ...grid };
  }

  get meets(): readonly MeetSpec[] {
    return this.#meets;
  }

  /** A new resource: a class, a teacher, a room, or only a name for the hours of some meets (maths of 8A). */
  addResource(): number {
    return this.#resources++;
  }

  addMeet(spec: MeetSpec): number {
    return this.#meets.push(spec) - 1;
  }

  /** Adds a constraint. Throws RangeError for a weight that is negative or not a number. */
  addConstraint(constraint: Constraint, price: Price): number {
    if (!(price.weight >= 0 && Number.isFinite(price.weight))) throw new RangeError(`weight ${price.weight}`);
    this.#prices.push(price);
    return this.#constraints.push(constraint) - 1;
  }

  /** Tells the search that meets on this resource displace each other; called by whoever adds the no-clash constraint. */
  markExclusive(resource: number): void {
    this.#exclusive.add(resource);
  }

  /** Tells the search when a resource that is chosen cannot be had (bits per day); called by whoever adds Unavailable. */
  close(resource: number, closed: ArrayLike<number>): void {
    this.#closed.set(resource, closed);
  }

  /** Lets comfort come before the wishes, one unit of which is then worth so much comfort; above 0. */
  preferComfort(wishPrice: number): void {
    this.#wishPrice = wishPrice;
  }

  compile(): Problem {
    const { days, periods, weekKinds } = this.grid;
    const meets = this.#meets;
    const choices: number[][] = [];
    const choiceMeet: number[] = [];
    const mayStayOpen: number[] = [];
    const options: number[][] = [];
    const optionResources: (readonly number[])[] = [];
    const load = new Int32Array(this.#resources);
    const meetsOf: number[][] = Array.from({ length: this.#resources }, () => []);
    const everyWeek = (1 << weekKinds) - 1;
    const duration = new Int32Array(meets.length);
    const weeks = new Int32Array(meets.length);
    meets.forEach((meet, index) => {
      duration[index] = meet.duration;
      weeks[index] = meet.weeks ?? everyWeek;
      const ofMeet: number[] = [];
      meet.choices?.forEach((given, place) => {
        mayStayOpen.push(meet.mayStayOpen?.[place] ? 1 : 0);
        options.push(given.map((option) => optionResources.push(option.resources) - 1));
        for (const resource of new Set(given.flatMap((option) => option.resources)))
          if (!meet.resources.includes(resource)) meetsOf[resource]!.push(index);
        ofMeet.push(choiceMeet.push(index) - 1);
      });
      choices.push(ofMeet);
      const hours = meet.duration * bitCount(weeks[index]!);
      for (const resource of meet.resources) {
        load[resource]! += hours;
        meetsOf[resource]!.push(index);
      }
    });
    const watchingResource: number[][] = Array.from({ length: this.#resources }, () => []);
    const watchingMeet: number[][] = meets.map(() => []);
    const many = this.#constraints.length;
    const required = new Uint8Array(many);
    const comfort = new Uint8Array(many);
    const weight = new Float64Array(many);
    const source = new Int32Array(many);
    const costFunction: CostFunction[] = [];
    this.#constraints.forEach((constraint, index) => {
      for (const resource of constraint.resources) watchingResource[resource]!.push(index);
      for (const meet of constraint.meets) watchingMeet[meet]!.push(index);
      const price = this.#prices[index]!;
      if (price.required) required[index] = 1;
      if (price.comfort) comfort[index] = 1;
      weight[index] = price.weight;
      source[index] = price.source ?? -1;
      costFunction.push(price.costFunction ?? 'linear');
    });
    const exclusive = new Uint8Array(this.#resources);
    for (const resource of this.#exclusive) exclusive[resource] = 1;
    const allDays = days * weekKinds;
    const closed = new Int32Array(this.#resources * allDays);
    for (const [resource, masks] of this.#closed)
      for (let day = 0; day < allDays; day++) closed[resource * allDays + day]! |= masks[day]!;
    return {
      days: allDays,
      periods,
      slots: days * periods * weekKinds,
      weekKinds,
      weekLength: days * periods,
      resources: this.#resources,
      meets: meets.length,
      duration,
      weeks,
      starts: rowsOf(meets.map((meet) => meet.starts)),
      fixed: rowsOf(meets.map((meet) => meet.resources)),
      choices: rowsOf(choices),
      choiceMeet: Int32Array.from(choiceMeet),
      mayStayOpen: Uint8Array.from(mayStayOpen),
      options: rowsOf(options),
      optionResources: rowsOf(optionResources),
      load,
      meetsOf: rowsOf(meetsOf),
      constraints: this.#constraints,
      required,
      comfort,
      weight,
      wishPrice: comfort.includes(1) ? this.#wishPrice : Number.POSITIVE_INFINITY,
      costFunction,
      source,
      watchingResource: rowsOf(watchingResource),
      watchingMeet: rowsOf(watchingMeet),
      closed,
      exclusive,
    };
  }
}

/** Bits set in a 32-bit number. */
export function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
