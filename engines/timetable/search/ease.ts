import { Comfort } from '../constraints/comfort.ts';
import type { State } from '../core/state.ts';
import type { Tables } from './tables.ts';

/**
 * The comfort of those whose comfort counts, reckoned from their busy periods before a move is made: a few operations on bits, where
 * making, settling and taking back costs a hundred times as much.
 */
export class Ease {
  readonly #tables: Tables;
  readonly #state: State;
  /** The comfort rule on each resource, and its number. */
  readonly #ruleOn: (Comfort | undefined)[];
  readonly #number: Int32Array;
  /** Whose comfort counts. */
  readonly resources: Int32Array;

  constructor(tables: Tables, state: State) {
    this.#tables = tables;
    this.#state = state;
    const { constraints, comfort, costFunction, resources, exclusive, weekKinds } = tables.problem;
    this.#ruleOn = Array.from({ length: resources }, () => undefined);
    this.#number = new Int32Array(resources);
    constraints.forEach((rule, number) => {
      if (!(rule instanceof Comfort) || !comfort[number] || costFunction[number] !== 'linear') return;
      const resource = rule.resources[0]!;
      if (!exclusive[resource] || weekKinds > 1) return;
      this.#ruleOn[resource] = rule;
      this.#number[resource] = number;
    });
    this.resources = Int32Array.from(this.#ruleOn.keys()).filter((resource) => this.#ruleOn[resource]);
  }

  /** By how much the weighted comfort of its people would fall off if the meet, with which nobody clashes, went to the slot; nothing for whoever is busy there. */
  riseOf(meet: number, slot: number): number {
    const { days, periods } = this.#tables.problem;
    const { from, exclusive } = this.#tables;
    const { mask, searchWeight } = this.#state;
    const old = this.#state.start[meet]!;
    const bits = (1 << this.#state.duration[meet]!) - 1;
    const oldDay = (old / periods) | 0;
    const day = (slot / periods) | 0;
    const leaves = bits << (old - oldDay * periods);
    const comes = bits << (slot - day * periods);
    let rise = 0;
    for (let at = from[meet]!, end = from[meet + 1]!; at < end; at++) {
      const resource = exclusive[at]!;
      const rule = this.#ruleOn[resource];
      if (rule === undefined) continue;
      const before = mask[resource * days + oldDay]!;
      if (day === oldDay) {
        const without = before & ~leaves;
        if ((without & comes) !== 0) continue;
        rise +=
          (rule.ofDay(without | comes, day) - rule.ofDay(before, day)) *
          searchWeight[this.#number[resource]!]!;
      } else {
        const there = mask[resource * days + day]!;
        if ((there & comes) !== 0) continue;
        rise +=
          (rule.ofDay(before & ~leaves, oldDay) -
            rule.ofDay(before, oldDay) +
            rule.ofDay(there | comes, day) -
            rule.ofDay(there, day)) *
          searchWeight[this.#number[resource]!]!;
      }
    }
    return rise;
  }

  /** What the rules on the meet itself cost now: what its leaving may win. */
  owed(meet: number): number {
    const { watchingMeet, comfort } = this.#tables.problem;
    const { cost, searchWeight } = this.#state;
    let sum = 0;
    for (let at = watchingMeet.from[meet]!, end = watchingMeet.from[meet + 1]!; at < end; at++) {
      const rule = watchingMeet.items[at]!;
      if (cost[rule]! > 0 && !comfort[rule]) sum += cost[rule]! * searchWeight[rule]!;
    }
    return sum;
  }
}
