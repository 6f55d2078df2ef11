import { NoClash } from '../constraints/no-clash.ts';
import type { State } from '../core/state.ts';
import { type Reason, reasonOf } from './reasons.ts';

/** What would be if a lesson that was picked up were put down at a slot. */
export interface Cell {
  /** Slot of the first kind of week. */
  readonly slot: number;
  /**
   * `here`: where it lies now; `free`: no required rule stands against it; `conflict`: one does; `closed`: it may never
   * begin there.
   */
  readonly verdict: 'here' | 'free' | 'conflict' | 'closed';
  /** Weighted cost of required rules that stand against it; 0 when free. */
  readonly hard: number;
  /** By how much the weighted cost of wished rules changes; below 0 is better than now. */
  readonly soft: number;
  /** Every rule that counts against it or, with an amount below 0, for it; the heaviest first, required ones before wished. */
  readonly reasons: readonly Reason[];
  /** Option of each of its choices that was reckoned with: the present one if it can be had, else the first free one. */
  readonly options: readonly number[];
}

/**
 * Every slot of a week for one meet: free, in conflict, dearer or cheaper, and why. A clash counts where it would be; any
 * other required rule counts when it is broken more than now. Leaves the state as it was; it must be settled.
 */
export function cellsFor(state: State, meet: number): Cell[] {
  return new PickedUp(state, meet).cells();
}

class PickedUp {
  readonly #state: State;
  readonly #meet: number;
  /** Where it lies now. */
  readonly #start: number;
  readonly #allowed = new Set<number>();
  readonly #choices: readonly number[];
  /** Constraints that placing the meet may change. */
  readonly #touched: Int32Array;
  /** Cost of each touched constraint now, and with the meet taken away. */
  readonly #now: Float64Array;
  readonly #without: Float64Array;

  constructor(state: State, meet: number) {
    const { starts, choices } = state.problem;
    this.#state = state;
    this.#meet = meet;
    this.#start = state.start[meet]!;
    for (const slot of starts.items.subarray(starts.from[meet]!, starts.from[meet + 1]!))
      this.#allowed.add(slot);
    this.#choices = [...choices.items.subarray(choices.from[meet]!, choices.from[meet + 1]!)];
    this.#touched = touchedBy(state, meet);
    this.#now = Float64Array.from(this.#touched, (constraint) => state.cost[constraint]!);
    this.#without = new Float64Array(this.#touched.length);
  }

  cells(): Cell[] {
    const state = this.#state;
    const cells: Cell[] = [];
    state.begin();
    if (this.#start >= 0) state.unplace(this.#meet);
    state.settle();
    this.#touched.forEach((constraint, at) => {
      this.#without[at] = state.cost[constraint]!;
    });
    for (let slot = 0; slot < state.problem.weekLength; slot++) cells.push(this.#cellAt(slot));
    state.rollback();
    return cells;
  }

  #cellAt(slot: number): Cell {
    const present = this.#choices.map((choice) => this.#state.option[choice]!);
    if (!this.#fitsDay(slot))
      return { slot, verdict: 'closed', hard: 0, soft: 0, reasons: [], options: present };
    const asNow = this.#tried(slot, present);
    if (slot === this.#start) return { ...asNow, verdict: 'here' };
    if (!this.#allowed.has(slot)) return { ...asNow, verdict: 'closed' };
    return asNow.verdict === 'free' || this.#choices.length === 0
      ? asNow
      : this.#withOtherOptions(slot, asNow);
  }

  /** The same slot with other rooms, when the conflict lies in the present ones. */
  #withOtherOptions(slot: number, asNow: Cell): Cell {
    const { options } = this.#state.problem;
    let best = asNow;
    this.#choices.forEach((choice, place) => {
      const replaced = (option: number) => best.options.map((old, at) => (at === place ? option : old));
      if (best.hard === 0 || this.#tried(slot, replaced(-1)).hard >= best.hard) return;
      for (const option of options.items.subarray(options.from[choice]!, options.from[choice + 1]!)) {
        const cell = this.#tried(slot, replaced(option));
        if (cell.hard < best.hard) best = cell;
        if (best.hard === 0) return;
      }
    });
    return best;
  }

  #tried(slot: number, options: readonly number[]): Cell {
    const state = this.#state;
    const { required, weight, constraints } = state.problem;
    state.begin();
    options.forEach((option, place) => {
      const choice = this.#choices[place]!;
      if (state.option[choice] !== option) state.choose(choice, option);
    });
    state.place(this.#meet, slot);
    state.settle();
    let hard = 0;
    let soft = 0;
    const reasons: Reason[] = [];
    for (let at = 0; at < this.#touched.length; at++) {
      const constraint = this.#touched[at]!;
      const cost = state.cost[constraint]!;
      const clash = required[constraint] === 1 && constraints[constraint] instanceof NoClash;
      const more = cost - (clash ? this.#without[at]! : this.#now[at]!);
      if (more === 0 || (clash && more < 0)) continue;
      const amount = more * weight[constraint]!;
      if (!required[constraint]) soft += amount;
      else if (amount > 0) hard += amount;
      reasons.push(reasonOf(state, constraint, this.#meet, amount));
    }
    state.rollback();
    reasons.sort((one, other) => Number(other.required) - Number(one.required) || other.amount - one.amount);
    return { slot, verdict: hard > 0 ? 'conflict' : 'free', hard, soft, reasons, options };
  }

  #fitsDay(slot: number): boolean {
    const { periods } = this.#state.problem;
    return (slot % periods) + this.#state.duration[this.#meet]! <= periods;
  }
}

/** Constraints that watch the meet or a resource it takes or may take. */
function touchedBy(state: State, meet: number): Int32Array {
  const { fixed, choices, options, optionResources, watchingMeet, watchingResource } = state.problem;
  const resources = new Set(fixed.items.subarray(fixed.from[meet]!, fixed.from[meet + 1]!));
  for (const choice of choices.items.subarray(choices.from[meet]!, choices.from[meet + 1]!))
    for (const option of options.items.subarray(options.from[choice]!, options.from[choice + 1]!))
      for (const resource of optionResources.items.subarray(
        optionResources.from[option]!,
        optionResources.from[option + 1]!,
      ))
        resources.add(resource);
  const touched = new Set(
    watchingMeet.items.subarray(watchingMeet.from[meet]!, watchingMeet.from[meet + 1]!),
  );
  for (const resource of resources)
    for (const constraint of watchingResource.items.subarray(
      watchingResource.from[resource]!,
      watchingResource.from[resource + 1]!,
    ))
      touched.add(constraint);
  return Int32Array.from(touched).sort();
}
