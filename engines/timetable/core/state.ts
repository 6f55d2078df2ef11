import { costOf } from './constraint.ts';
import type { Problem } from './problem.ts';

const changeOfStart = 0;
const changeOfOption = 1;
const changeOfDuration = 2;

/**
 * A timetable, whole or in part, with what it costs, kept up to date move by move. Moves only mark constraints; `settle`
 * looks at the marked ones. Between `begin` and `rollback` everything is remembered and taken back without looking at a
 * constraint again.
 */
export class State {
  readonly problem: Problem;
  /** First slot of a meet (in the first kind of week); -1 when it is not placed. */
  readonly start: Int32Array;
  readonly duration: Int32Array;
  /** Chosen option of a choice (index into optionResources); -1 when none. */
  readonly option: Int32Array;
  /** Meets on resource * slots + slot. */
  readonly count: Int32Array;
  /** Sum of (meet + 1) on resource * slots + slot: with a count of 1 it names the meet. */
  readonly occupants: Int32Array;
  /** Busy periods of resource * days + day as bits. */
  readonly mask: Int32Array;
  /** Slots taken on a resource. */
  readonly taken: Int32Array;
  /** Slots too many on a resource: the sum of (count - 1) where there is more than one. */
  readonly excess: Int32Array;
  /** Cost of each constraint before its weight. */
  readonly cost: Float64Array;
  /** Constraints that cost something now, `violatedCount` of them. */
  readonly violated: Int32Array;
  violatedCount = 0;
  /** Weights the search goes by; begins as the problem's own. */
  readonly searchWeight: Float64Array;
  /** Meets not placed; those without duration do not count. */
  unplaced: number;
  /** Weighted costs of required constraints, of the others, of comfort, and of all by searchWeight. */
  hard = 0;
  soft = 0;
  comfort = 0;
  total = 0;

  /** Where a constraint stands in `violated`; -1 when it is kept. */
  readonly #violatedAt: Int32Array;
  readonly #marked: Int32Array;
  readonly #isMarked: Uint8Array;
  #markedCount = 0;
  #changes = new Int32Array(1 << 12);
  #changeCount = 0;
  #costs = new Float64Array(1 << 12);
  #costCount = 0;
  /** What was at each `begin`, seven figures a step. */
  #marks = new Float64Array(7 * 64);
  #markCount = 0;
  #depth = 0;
  /** With weekKinds 1 the loops over weeks fall away; most meets take one period then, and no loop at all. */
  readonly #oneWeek: boolean;
  readonly #slots: number;
  readonly #days: number;
  readonly #dayOf: Int32Array;
  readonly #bitOf: Int32Array;

  constructor(problem: Problem) {
    this.problem = problem;
    const { meets, resources, slots, days, constraints } = problem;
    this.start = new Int32Array(meets).fill(-1);
    this.duration = Int32Array.from(problem.duration);
    this.option = new Int32Array(problem.choiceMeet.length).fill(-1);
    this.count = new Int32Array(resources * slots);
    this.occupants = new Int32Array(resources * slots);
    this.mask = new Int32Array(resources * days);
    this.taken = new Int32Array(resources);
    this.excess = new Int32Array(resources);
    this.cost = new Float64Array(constraints.length);
    this.searchWeight = Float64Array.from(problem.weight);
    this.unplaced = problem.duration.reduce((sum, duration) => sum + (duration > 0 ? 1 : 0), 0);
    this.violated = new Int32Array(constraints.length);
    this.#violatedAt = new Int32Array(constraints.length).fill(-1);
    this.#marked = new Int32Array(constraints.length);
    this.#isMarked = new Uint8Array(constraints.length);
    this.#oneWeek = problem.weekKinds === 1;
    this.#slots = slots;
    this.#days = days;
    this.#dayOf = new Int32Array(problem.weekLength);
    this.#bitOf = new Int32Array(problem.weekLength);
    for (let slot = 0; slot < problem.weekLength; slot++) {
      this.#dayOf[slot] = (slot / problem.periods) | 0;
      this.#bitOf[slot] = 1 << (slot % problem.periods);
    }
    for (let constraint = 0; constraint < constraints.length; constraint++) this.#mark(constraint);
    this.settle();
  }

  /** Slots that the fixed meets of a resource still need. */
  pending(resource: number): number {
    const pending = this.problem.load[resource]! - this.taken[resource]!;
    return Math.max(pending, 0);
  }

  /** Whether the meet takes the resource now: always, or by its choices. */
  takes(meet: number, resource: number): boolean {
    const { fixed, choices, optionResources } = this.problem;
    for (let at = fixed.from[meet]!; at < fixed.from[meet + 1]!; at++)
      if (fixed.items[at] === resource) return true;
    for (let at = choices.from[meet]!; at < choices.from[meet + 1]!; at++) {
      const option = this.option[choices.items[at]!]!;
      if (option < 0) continue;
      for (let place = optionResources.from[option]!; place < optionResources.from[option + 1]!; place++)
        if (optionResources.items[place] === resource) return true;
    }
    return false;
  }

  /** Calls `visit` with each placed meet that takes the resource now. */
  forPlacedOn(resource: number, visit: (meet: number) => void): void {
    const { from, items } = this.problem.meetsOf;
    for (let at = from[resource]!, end = from[resource + 1]!; at < end; at++) {
      const meet = items[at]!;
      if (this.start[meet]! >= 0 && this.takes(meet, resource)) visit(meet);
    }
  }

  /** Calls `visit` with every slot the placed meet takes. */
  forSlotsOf(meet: number, visit: (slot: number) => void): void {
    const { weekKinds, weekLength, weeks } = this.problem;
    for (let kind = 0; kind < weekKinds; kind++) {
      if (!((weeks[meet]! >>> kind) & 1)) continue;
      const begin = this.start[meet]! + kind * weekLength;
      for (let slot = begin; slot < begin + this.duration[meet]!; slot++) visit(slot);
    }
  }

  /** Places a meet that is not placed. */
  place(meet: number, slot: number): void {
    this.#remember(changeOfStart, meet, -1);
    this.#setStart(meet, slot, true);
  }

  /** Takes away a placed meet; its choices stay made. */
  unplace(meet: number): void {
    this.#remember(changeOfStart, meet, this.start[meet]!);
    this.#clearStart(meet, true);
  }

  /**
   * Places a meet for a look only: nothing is marked or remembered, costs stay as they are. Whoever does it takes it back
   * with `lift` before anything else is done; what `lift` takes away is put back with `lay`.
   */
  lay(meet: number, slot: number): void {
    this.#setStart(meet, slot, false);
  }

  lift(meet: number): void {
    this.#clearStart(meet, false);
  }

  /** Moves a placed meet. */
  move(meet: number, slot: number): void {
    this.unplace(meet);
    this.place(meet, slot);
  }

  /** Fills a choice with one of its options, or with none (-1). */
  choose(choice: number, option: number): void {
    this.#remember(changeOfOption, choice, this.option[choice]!);
    this.#setOption(choice, option, true);
  }

  /** Changes how long an unplaced meet is: how a split is changed. A meet of duration 0 is not there and stays unplaced. */
  resize(meet: number, duration: number): void {
    this.#remember(changeOfDuration, meet, this.duration[meet]!);
    this.#setDuration(meet, duration);
    this.#markMeet(meet);
  }

  /** The one other meet on a resource and slot where `meet` also is, or the only one when `meet` is -1; -1 when not exactly one. */
  otherAt(resource: number, slot: number, meet: number): number {
    const at = resource * this.problem.slots + slot;
    if (meet < 0) return this.count[at] === 1 ? this.occupants[at]! - 1 : -1;
    return this.count[at] === 2 ? this.occupants[at]! - meet - 2 : -1;
  }

  /** Looks at the constraints that moves have marked. */
  settle(): void {
    const { constraints, costFunction, weight, required, comfort } = this.problem;
    const marked = this.#marked;
    for (let index = 0; index < this.#markedCount; index++) {
      const constraint = marked[index]!;
      this.#isMarked[constraint] = 0;
      const deviation = constraints[constraint]!.deviation(this);
      const before = this.cost[constraint]!;
      const after = deviation === 0 ? 0 : costOf(deviation, costFunction[constraint]!);
      if (after === before) continue;
      if (this.#depth > 0) this.#rememberCost(constraint, before);
      this.#setCost(constraint, after);
      const difference = after - before;
      if (required[constraint]) this.hard += difference * weight[constraint]!;
      else if (comfort[constraint]) this.comfort += difference * weight[constraint]!;
      else this.soft += difference * weight[constraint]!;
      this.total += difference * this.searchWeight[constraint]!;
    }
    this.#markedCount = 0;
  }

  /**
   * Begins a step that can be taken back. Steps nest. When what was done before is not settled yet, nothing may be settled
   * before this step has ended.
   */
  begin(): void {
    if (this.#markCount + 7 > this.#marks.length) this.#marks = grown(this.#marks);
    const marks = this.#marks;
    marks[this.#markCount++] = this.#changeCount;
    marks[this.#markCount++] = this.#costCount;
    marks[this.#markCount++] = this.#markedCount;
    marks[this.#markCount++] = this.hard;
    marks[this.#markCount++] = this.soft;
    marks[this.#markCount++] = this.comfort;
    marks[this.#markCount++] = this.total;
    this.#depth++;
  }

  /** Keeps what was done since `begin`. */
  commit(): void {
    this.#markCount -= 7;
    this.#depth--;
    if (this.#depth > 0) return;
    this.#changeCount = 0;
    this.#costCount = 0;
  }

  /** Takes back what was done since `begin`, settled or not. */
  rollback(): void {
    const marks = this.#marks;
    this.total = marks[--this.#markCount]!;
    this.comfort = marks[--this.#markCount]!;
    this.soft = marks[--this.#markCount]!;
    this.hard = marks[--this.#markCount]!;
    const markedMark = marks[--this.#markCount]!;
    const costMark = marks[--this.#markCount]!;
    const changeMark = marks[--this.#markCount]!;
    this.#depth--;
    const changes = this.#changes;
    for (let at = this.#changeCount - 3; at >= changeMark; at -= 3) {
      const kind = changes[at]!;
      const what = changes[at + 1]!;
      const before = changes[at + 2]!;
      if (kind === changeOfStart) {
        if (before < 0) this.#clearStart(what, false);
        else this.#setStart(what, before, false);
      } else if (kind === changeOfOption) this.#setOption(what, before, false);
      else this.#setDuration(what, before);
    }
    this.#changeCount = changeMark;
    for (let at = this.#costCount - 2; at >= costMark; at -= 2)
      this.#setCost(this.#costs[at]!, this.#costs[at + 1]!);
    this.#costCount = costMark;
    while (this.#markedCount > markedMark) this.#isMarked[this.#marked[--this.#markedCount]!] = 0;
  }

  /** Calls `visit` with each constraint whose cost is above what it was at the innermost `begin`. */
  forRaised(visit: (constraint: number, before: number) => void): void {
    const from = this.#marks[this.#markCount - 6]!;
    for (let at = from; at < this.#costCount; at += 2) {
      const constraint = this.#costs[at]!;
      const before = this.#costs[at + 1]!;
      if (this.cost[constraint]! > before) visit(constraint, before);
    }
  }

  /** Changes the weight the search goes by. */
  setSearchWeight(constraint: number, weight: number): void {
    this.total += this.cost[constraint]! * (weight - this.searchWeight[constraint]!);
    this.searchWeight[constraint] = weight;
  }

  /** Sums hard, soft and total anew from the costs: takes away what rounding has left. */
  sumAnew(): void {
    this.hard = 0;
    this.soft = 0;
    this.comfort = 0;
    this.total = 0;
    for (let constraint = 0; constraint < this.cost.length; constraint++) {
      const cost = this.cost[constraint]!;
      if (cost === 0) continue;
      if (this.problem.required[constraint]) this.hard += cost * this.problem.weight[constraint]!;
      else if (this.problem.comfort[constraint]) this.comfort += cost * this.problem.weight[constraint]!;
      else this.soft += cost * this.problem.weight[constraint]!;
      this.total += cost * this.searchWeight[constraint]!;
    }
  }

  #setStart(meet: number, slot: number, marking: boolean): void {
    const { fixed, choices, optionResources } = this.problem;
    this.start[meet] = slot;
    this.unplaced--;
    for (let at = fixed.from[meet]!, end = fixed.from[meet + 1]!; at < end; at++)
      this.#occupy(fixed.items[at]!, meet, slot, marking);
    for (let at = choices.from[meet]!, end = choices.from[meet + 1]!; at < end; at++) {
      const option = this.option[choices.items[at]!]!;
      if (option < 0) continue;
      for (let place = optionResources.from[option]!; place < optionResources.from[option + 1]!; place++)
        this.#occupy(optionResources.items[place]!, meet, slot, marking);
    }
    if (marking) this.#markMeet(meet);
  }

  #clearStart(meet: number, marking: boolean): void {
    const { fixed, choices, optionResources } = this.problem;
    const slot = this.start[meet]!;
    this.start[meet] = -1;
    this.unplaced++;
    for (let at = fixed.from[meet]!, end = fixed.from[meet + 1]!; at < end; at++)
      this.#release(fixed.items[at]!, meet, slot, marking);
    for (let at = choices.from[meet]!, end = choices.from[meet + 1]!; at < end; at++) {
      const option = this.option[choices.items[at]!]!;
      if (option < 0) continue;
      for (let place = optionResources.from[option]!; place < optionResources.from[option + 1]!; place++)
        this.#release(optionResources.items[place]!, meet, slot, marking);
    }
    if (marking) this.#markMeet(meet);
  }

  #setDuration(meet: number, duration: number): void {
    this.unplaced += (duration > 0 ? 1 : 0) - (this.duration[meet]! > 0 ? 1 : 0);
    this.duration[meet] = duration;
  }

  #setOption(choice: number, option: number, marking: boolean): void {
    const { optionResources, choiceMeet } = this.problem;
    const meet = choiceMeet[choice]!;
    const slot = this.start[meet]!;
    const before = this.option[choice]!;
    this.option[choice] = option;
    if (slot >= 0) {
      if (before >= 0)
        for (let at = optionResources.from[before]!; at < optionResources.from[before + 1]!; at++)
          this.#release(optionResources.items[at]!, meet, slot, marking);
      if (option >= 0)
        for (let at = optionResources.from[option]!; at < optionResources.from[option + 1]!; at++)
          this.#occupy(optionResources.items[at]!, meet, slot, marking);
    }
    if (marking) this.#markMeet(meet);
  }

  #occupy(resource: number, meet: number, slot: number, marking: boolean): void {
    const duration = this.duration[meet]!;
    if (this.#oneWeek && duration === 1) {
      const at = resource * this.#slots + slot;
      if (this.count[at]!++ > 0) this.excess[resource]!++;
      else this.mask[resource * this.#days + this.#dayOf[slot]!]! |= this.#bitOf[slot]!;
      this.occupants[at]! += meet + 1;
      this.taken[resource]!++;
      if (marking) this.#markResource(resource);
      return;
    }
    const { slots, days, periods, weekKinds, weekLength } = this.problem;
    const weeks = this.#oneWeek ? 1 : this.problem.weeks[meet]!;
    const kinds = this.#oneWeek ? 1 : weekKinds;
    for (let kind = 0; kind < kinds; kind++) {
      if (!((weeks >>> kind) & 1)) continue;
      let begin = slot + kind * weekLength;
      let day = (begin / periods) | 0;
      let period = begin - day * periods;
      begin += resource * slots;
      for (let step = 0; step < duration; step++) {
        const at = begin + step;
        if (this.count[at]!++ > 0) this.excess[resource]!++;
        else this.mask[resource * days + day]! |= 1 << period;
        this.occupants[at]! += meet + 1;
        if (++period === periods) {
          period = 0;
          day++;
        }
      }
      this.taken[resource]! += duration;
    }
    if (marking) this.#markResource(resource);
  }

  #release(resource: number, meet: number, slot: number, marking: boolean): void {
    const duration = this.duration[meet]!;
    if (this.#oneWeek && duration === 1) {
      const at = resource * this.#slots + slot;
      if (--this.count[at]! > 0) this.excess[resource]!--;
      else this.mask[resource * this.#days + this.#dayOf[slot]!]! &= ~this.#bitOf[slot]!;
      this.occupants[at]! -= meet + 1;
      this.taken[resource]!--;
      if (marking) this.#markResource(resource);
      return;
    }
    const { slots, days, periods, weekKinds, weekLength } = this.problem;
    const weeks = this.#oneWeek ? 1 : this.problem.weeks[meet]!;
    const kinds = this.#oneWeek ? 1 : weekKinds;
    for (let kind = 0; kind < kinds; kind++) {
      if (!((weeks >>> kind) & 1)) continue;
      let begin = slot + kind * weekLength;
      let day = (begin / periods) | 0;
      let period = begin - day * periods;
      begin += resource * slots;
      for (let step = 0; step < duration; step++) {
        const at = begin + step;
        if (--this.count[at]! > 0) this.excess[resource]!--;
        else this.mask[resource * days + day]! &= ~(1 << period);
        this.occupants[at]! -= meet + 1;
        if (++period === periods) {
          period = 0;
          day++;
        }
      }
      this.taken[resource]! -= duration;
    }
    if (marking) this.#markResource(resource);
  }

  #setCost(constraint: number, cost: number): void {
    this.cost[constraint] = cost;
    const at = this.#violatedAt[constraint]!;
    if (cost > 0) {
      if (at >= 0) return;
      this.#violatedAt[constraint] = this.violatedCount;
      this.violated[this.violatedCount++] = constraint;
    } else if (at >= 0) {
      const last = this.violated[--this.violatedCount]!;
      this.violated[at] = last;
      this.#violatedAt[last] = at;
      this.#violatedAt[constraint] = -1;
    }
  }

  #markResource(resource: number): void {
    const { from, items } = this.problem.watchingResource;
    for (let at = from[resource]!, end = from[resource + 1]!; at < end; at++) this.#mark(items[at]!);
  }

  #markMeet(meet: number): void {
    const { from, items } = this.problem.watchingMeet;
    for (let at = from[meet]!, end = from[meet + 1]!; at < end; at++) this.#mark(items[at]!);
  }

  #mark(constraint: number): void {
    if (this.#isMarked[constraint]) return;
    this.#isMarked[constraint] = 1;
    this.#marked[this.#markedCount++] = constraint;
  }

  #remember(kind: number, what: number, before: number): void {
    if (this.#depth === 0) return;
    if (this.#changeCount + 3 > this.#changes.length) this.#changes = doubled(this.#changes);
    this.#changes[this.#changeCount++] = kind;
    this.#changes[this.#changeCount++] = what;
    this.#changes[this.#changeCount++] = before;
  }

  #rememberCost(constraint: number, before: number): void {
    if (this.#costCount + 2 > this.#costs.length) this.#costs = grown(this.#costs);
    this.#costs[this.#costCount++] = constraint;
    this.#costs[this.#costCount++] = before;
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2);
  grown.set(array);
  return grown;
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(array.length * 2);
  more.set(array);
  return more;
}
