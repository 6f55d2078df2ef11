import { NoClash } from '../constraints/no-clash.ts';
import type { Constraint } from '../core/constraint.ts';
import { bitCount, type Problem, type Rows, rowsOf } from '../core/problem.ts';
import { stateOf, type Timetable } from './timetable.ts';

/** The problem without some of its meets: they take no slot and nobody waits for them. */
export function withoutMeets(problem: Problem, dropped: readonly number[]): Problem {
  if (dropped.length === 0) return problem;
  const duration = Int32Array.from(problem.duration);
  const load = Int32Array.from(problem.load);
  for (const meet of new Set(dropped)) {
    const { from, items } = problem.fixed;
    for (let at = from[meet]!; at < from[meet + 1]!; at++)
      load[items[at]!]! -= duration[meet]! * bitCount(problem.weeks[meet]!);
    duration[meet] = 0;
  }
  return { ...problem, duration, load };
}

/**
 * The required rules alone, none of which may be broken more than in `base`: what a changed timetable has to keep.
 * Clashes become `exclusive` and are no constraint of the result; every other rule weighs 1 and costs 0 in `base`.
 */
export function strictProblem(
  problem: Problem,
  base: Timetable,
  relaxed: (constraint: number) => boolean,
): Problem {
  const now = stateOf(problem, base);
  const exclusive = new Uint8Array(problem.resources);
  const constraints: Constraint[] = [];
  const source: number[] = [];
  problem.constraints.forEach((constraint, index) => {
    if (!problem.required[index] || relaxed(index)) return;
    if (constraint instanceof NoClash) {
      for (const resource of constraint.resources) exclusive[resource] = 1;
      return;
    }
    const broken = constraint.deviation(now);
    constraints.push(broken > 0 ? brokenAtMost(constraint, broken) : constraint);
    source.push(index);
  });
  const list = (count: number, key: 'resources' | 'meets'): Rows => {
    const lists: number[][] = Array.from({ length: count }, () => []);
    constraints.forEach((constraint, index) => {
      for (const item of constraint[key]) lists[item]!.push(index);
    });
    return rowsOf(lists);
  };
  return {
    ...problem,
    exclusive,
    constraints,
    required: new Uint8Array(constraints.length).fill(1),
    weight: new Float64Array(constraints.length).fill(1),
    costFunction: constraints.map(() => 'linear'),
    source: Int32Array.from(source),
    watchingResource: list(problem.resources, 'resources'),
    watchingMeet: list(problem.meets, 'meets'),
  };
}

/** The constraint, kept already when it is broken no more than now. */
function brokenAtMost(constraint: Constraint, now: number): Constraint {
  return {
    resources: constraint.resources,
    meets: constraint.meets,
    deviation: (state) => Math.max(0, constraint.deviation(state) - now),
  };
}
