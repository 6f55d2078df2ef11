import type { State } from '../core/state.ts';
import { kindOf, type RuleKind } from './kinds.ts';

/** Why a slot is in conflict, dearer or cheaper: one rule. */
export interface Reason {
  /** Index into `problem.constraints`. */
  readonly constraint: number;
  /** Index of the format's own rule; -1 when it has none. */
  readonly source: number;
  readonly kind: RuleKind;
  readonly required: boolean;
  /** Weighted cost more (below 0: less) than without the move. */
  readonly amount: number;
  /** Resources the rule speaks about. */
  readonly resources: readonly number[];
  /** Other lessons concerned: those in the way of a clash, the partners of a rule on lessons. */
  readonly meets: readonly number[];
}

/** The reason that a constraint gives, with `meet` placed as it would be. */
export function reasonOf(state: State, constraint: number, meet: number, amount: number): Reason {
  const rule = state.problem.constraints[constraint]!;
  const kind = kindOf(rule);
  return {
    constraint,
    source: state.problem.source[constraint]!,
    kind,
    required: state.problem.required[constraint] === 1,
    amount,
    resources: rule.resources,
    meets:
      kind === 'clash'
        ? rule.resources.flatMap((resource) => othersOn(state, resource, meet))
        : rule.meets.filter((other) => other !== meet),
  };
}

/** Meets that share a slot of the resource with the meet. */
function othersOn(state: State, resource: number, meet: number): number[] {
  const { slots, meetsOf } = state.problem;
  const others = new Set<number>();
  if (!state.takes(meet, resource)) return [];
  state.forSlotsOf(meet, (slot) => {
    const many = state.count[resource * slots + slot]!;
    if (many < 2) return;
    const only = state.otherAt(resource, slot, meet);
    if (only >= 0) {
      others.add(only);
      return;
    }
    for (const other of meetsOf.items.subarray(meetsOf.from[resource]!, meetsOf.from[resource + 1]!))
      if (other !== meet && state.start[other]! >= 0 && state.takes(other, resource))
        state.forSlotsOf(other, (taken) => {
          if (taken === slot) others.add(other);
        });
  });
  return [...others];
}
