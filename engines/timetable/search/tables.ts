import type { Problem } from '../core/problem.ts';
import type { State } from '../core/state.ts';

/** Weight of an option that nobody's leaving makes free, and the choice when there is no other. */
const impossible = 1e9;
export const noOption = -2;

/** What displacing meets weighs: each by itself, and which must stay (not 0). */
export interface Standing {
  readonly weight: Float64Array;
  readonly isFrozen: Uint8Array;
}

/** Look-up tables of a problem for the search, and the choice of rooms. */
export class Tables {
  readonly problem: Problem;
  /** Whether a meet may start: meet * weekLength + slot. */
  readonly mayStart: Uint8Array;
  /** Exclusive fixed resources of each meet. */
  readonly from: Int32Array;
  readonly exclusive: Int32Array;
  /** Meets that can be placed at all, and those that have more than one start. */
  readonly placeable: Int32Array;
  readonly movable: Int32Array;
  /** Slot offsets of the kinds of week of a meet (with one kind: [0]). */
  readonly #weekOffsets: readonly Int32Array[];

  constructor(problem: Problem) {
    this.problem = problem;
    const { meets, weekLength, starts, fixed } = problem;
    this.mayStart = new Uint8Array(meets * weekLength);
    this.from = new Int32Array(meets + 1);
    const exclusive: number[] = [];
    const placeable: number[] = [];
    const movable: number[] = [];
    const { mayStart } = this;
    for (let meet = 0; meet < meets; meet++) {
      const base = meet * weekLength;
      for (let at = starts.from[meet]!, end = starts.from[meet + 1]!; at < end; at++)
        mayStart[base + starts.items[at]!] = 1;
      for (let at = fixed.from[meet]!; at < fixed.from[meet + 1]!; at++)
        if (problem.exclusive[fixed.items[at]!]) exclusive.push(fixed.items[at]!);
      this.from[meet + 1] = exclusive.length;
      const many = starts.from[meet + 1]! - starts.from[meet]!;
      if (many > 0) placeable.push(meet);
      if (many > 1) movable.push(meet);
    }
    this.exclusive = Int32Array.from(exclusive);
    this.placeable = Int32Array.from(placeable);
    this.movable = Int32Array.from(movable);
    this.#weekOffsets = Array.from({ length: 1 << problem.weekKinds }, (_, kinds) =>
      Int32Array.from(
        [...Array(problem.weekKinds).keys()]
          .filter((kind) => (kinds >>> kind) & 1)
          .map((kind) => kind * weekLength),
      ),
    );
  }

  /** Where the kinds of week of a meet lie. */
  weeksOf(meet: number): Int32Array {
    return this.#weekOffsets[this.problem.weeks[meet]!]!;
  }

  /** Whether all resources of an option are free, and may be had, where the meet would be. */
  isFree(state: State, option: number, meet: number, slot: number): boolean {
    const { optionResources, slots, periods, days, closed } = this.problem;
    const duration = state.duration[meet]!;
    const weeks = this.weeksOf(meet);
    for (let at = optionResources.from[option]!; at < optionResources.from[option + 1]!; at++) {
      const resource = optionResources.items[at]!;
      for (let week = 0; week < weeks.length; week++) {
        const begin = slot + weeks[week]!;
        for (let step = begin; step < begin + duration; step++) {
          if (state.count[resource * slots + step] !== 0) return false;
          const day = (step / periods) | 0;
          const mask = closed[resource * days + day]!;
          if (mask !== 0 && (mask >>> (step - day * periods)) & 1) return false;
        }
      }
    }
    return true;
  }

  /**
   * Places an unplaced meet and gives its choices the first options that are free there; those it has already stay if they
   * are free. Where none is free it stays open if it may, else it takes the one whose takers weigh least.
   */
  place(state: State, meet: number, slot: number, standing?: Standing): void {
    const { choices, options } = this.problem;
    for (let at = choices.from[meet]!; at < choices.from[meet + 1]!; at++) {
      const choice = choices.items[at]!;
      let picked = this.pick(state, choice, meet, slot, at > choices.from[meet]!, standing);
      if (picked === noOption) picked = options.items[options.from[choice]!]!;
      if (picked !== state.option[choice]) state.choose(choice, picked);
    }
    state.place(meet, slot);
  }

  /**
   * The option a choice takes when its meet goes to the slot: -1 to stay open, `noOption` when it can have none there
   * whoever leaves. `further`: whether the meet has earlier choices, whose resources it cannot take again.
   */
  pick(
    state: State,
    choice: number,
    meet: number,
    slot: number,
    further: boolean,
    standing?: Standing,
  ): number {
    const { options, mayStayOpen } = this.problem;
    const now = state.option[choice]!;
    const begin = options.from[choice]!;
    const end = options.from[choice + 1]!;
    if (
      now >= 0 &&
      now === options.items[begin] &&
      this.isFree(state, now, meet, slot) &&
      !(further && this.#chosenBefore(state, choice, meet, now))
    )
      return now;
    for (let at = begin; at < end; at++) {
      const option = options.items[at]!;
      if (
        this.isFree(state, option, meet, slot) &&
        !(further && this.#chosenBefore(state, choice, meet, option))
      )
        return option;
    }
    if (mayStayOpen[choice] || begin === end) return -1;
    let best = noOption;
    let lightest = impossible;
    for (let at = begin; at < end; at++) {
      const option = options.items[at]!;
      if (further && this.#chosenBefore(state, choice, meet, option)) continue;
      const weight = this.#weightOfTakers(state, option, meet, slot, standing);
      if (weight >= lightest) continue;
      lightest = weight;
      best = option;
    }
    return best;
  }

  /** Whether an earlier choice of the same meet has a resource of this option. */
  #chosenBefore(state: State, choice: number, meet: number, option: number): boolean {
    const { choices, optionResources } = this.problem;
    for (let at = choices.from[meet]!; choices.items[at] !== choice; at++) {
      const other = state.option[choices.items[at]!]!;
      if (other < 0) continue;
      for (let one = optionResources.from[other]!; one < optionResources.from[other + 1]!; one++)
        for (let two = optionResources.from[option]!; two < optionResources.from[option + 1]!; two++)
          if (optionResources.items[one] === optionResources.items[two]) return true;
    }
    return false;
  }

  #weightOfTakers(
    state: State,
    option: number,
    meet: number,
    slot: number,
    standing: Standing | undefined,
  ): number {
    const { optionResources, slots, periods, days, closed } = this.problem;
    let weight = 0;
    for (let at = optionResources.from[option]!; at < optionResources.from[option + 1]!; at++) {
      const resource = optionResources.items[at]!;
      for (const week of this.weeksOf(meet))
        for (let step = slot + week; step < slot + week + state.duration[meet]!; step++) {
          const day = (step / periods) | 0;
          if ((closed[resource * days + day]! >>> (step - day * periods)) & 1) return impossible;
          const taker = state.otherAt(resource, step, -1);
          if (taker >= 0 && standing?.isFrozen[taker]) return impossible;
          if (taker >= 0) weight += standing ? standing.weight[taker]! : 1;
          else if (state.count[resource * slots + step]! > 0) weight += 10;
        }
    }
    return weight;
  }
}
