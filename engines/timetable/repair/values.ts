import type { Problem } from '../core/problem.ts';
import { State } from '../core/state.ts';
import type { Timetable } from './timetable.ts';

/** Where one meet may go: starts and, for each, the options taken. */
export interface Values {
  readonly start: Int32Array;
  /** For each value an index into `combinations`. */
  readonly combination: Int32Array;
  /** Options, one for each choice of the meet. */
  readonly combinations: readonly (readonly number[])[];
  /** Resources that clash, for each combination. */
  readonly exclusive: readonly Int32Array[];
}

/** Where meets may go by what concerns them alone; found when first asked for. */
export class ValueTable {
  readonly #problem: Problem;
  readonly #closed: Uint8Array;
  readonly #only: ReadonlyMap<number, number>;
  readonly #base: Timetable;
  /** A timetable with nothing in it, to try a meet alone. */
  readonly #alone: State;
  readonly #known: (Values | undefined)[];

  /**
   * `closed`: 1 where resource * slots + slot is closed. `only`: meets that may begin nowhere but at one slot. A choice
   * may stay unfilled when it is so in `base`.
   */
  constructor(problem: Problem, base: Timetable, closed: Uint8Array, only: ReadonlyMap<number, number>) {
    this.#problem = problem;
    this.#base = base;
    this.#closed = closed;
    this.#only = only;
    this.#alone = new State(problem);
    this.#known = new Array(problem.meets);
  }

  of(meet: number): Values {
    const known = this.#known[meet];
    if (known) return known;
    const found = this.#find(meet);
    this.#known[meet] = found;
    return found;
  }

  /** Whether the meet may begin at one slot only because somebody wants it there. */
  isWanted(meet: number): boolean {
    return this.#only.has(meet);
  }

  /** The most resources that clash which the meet can take at once. */
  mostExclusive(meet: number): number {
    const { exclusive, choices, options, optionResources, fixed } = this.#problem;
    const clashing = (list: Int32Array) => list.reduce((sum, resource) => sum + exclusive[resource]!, 0);
    let most = clashing(fixed.items.subarray(fixed.from[meet]!, fixed.from[meet + 1]!));
    for (let at = choices.from[meet]!; at < choices.from[meet + 1]!; at++) {
      const choice = choices.items[at]!;
      let many = 0;
      for (let place = options.from[choice]!; place < options.from[choice + 1]!; place++) {
        const option = options.items[place]!;
        const { from, items } = optionResources;
        many = Math.max(many, clashing(items.subarray(from[option]!, from[option + 1]!)));
      }
      most += many;
    }
    return most;
  }

  /** Whether the meet, begun at the slot with these options, takes no closed slot. */
  isOpen(meet: number, start: number, options: readonly number[]): boolean {
    return this.#resourcesOf(meet, options).every((resource) => {
      const { weekKinds, weekLength, weeks, slots, duration } = this.#problem;
      for (let kind = 0; kind < weekKinds; kind++) {
        if (!((weeks[meet]! >>> kind) & 1)) continue;
        const begin = resource * slots + kind * weekLength + start;
        for (let at = begin; at < begin + duration[meet]!; at++) if (this.#closed[at]) return false;
      }
      return true;
    });
  }

  #find(meet: number): Values {
    const { starts, exclusive } = this.#problem;
    const combinations = this.#combinations(meet);
    const only = this.#only.get(meet);
    const start: number[] = [];
    const combination: number[] = [];
    for (let at = starts.from[meet]!; at < starts.from[meet + 1]!; at++) {
      const slot = starts.items[at]!;
      if (only !== undefined && slot !== only) continue;
      combinations.forEach((options, index) => {
        if (!this.isOpen(meet, slot, options) || !this.#keptAlone(meet, slot, options)) return;
        start.push(slot);
        combination.push(index);
      });
    }
    return {
      start: Int32Array.from(start),
      combination: Int32Array.from(combination),
      combinations,
      exclusive: combinations.map((options) =>
        Int32Array.from(new Set(this.#resourcesOf(meet, options).filter((resource) => exclusive[resource]))),
      ),
    };
  }

  /** Whether the meet, alone in the timetable, breaks nothing there. */
  #keptAlone(meet: number, slot: number, options: readonly number[]): boolean {
    const { choices } = this.#problem;
    const state = this.#alone;
    const before = state.hard;
    state.begin();
    options.forEach((option, place) => {
      if (option >= 0) state.choose(choices.items[choices.from[meet]! + place]!, option);
    });
    state.place(meet, slot);
    state.settle();
    const kept = state.hard <= before;
    state.rollback();
    return kept;
  }

  #combinations(meet: number): number[][] {
    const { choices, options } = this.#problem;
    let combinations: number[][] = [[]];
    for (let at = choices.from[meet]!; at < choices.from[meet + 1]!; at++) {
      const choice = choices.items[at]!;
      const some = [...options.items.subarray(options.from[choice]!, options.from[choice + 1]!)];
      if (this.#base.option[choice]! < 0) some.push(-1);
      combinations = combinations.flatMap((taken) => some.map((option) => [...taken, option]));
    }
    return combinations;
  }

  #resourcesOf(meet: number, options: readonly number[]): number[] {
    const { fixed, optionResources } = this.#problem;
    const resources = [...fixed.items.subarray(fixed.from[meet]!, fixed.from[meet + 1]!)];
    for (const option of options)
      if (option >= 0)
        resources.push(
          ...optionResources.items.subarray(optionResources.from[option]!, optionResources.from[option + 1]!),
        );
    return resources;
  }
}
