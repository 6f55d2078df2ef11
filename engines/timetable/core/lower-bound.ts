import { costOf } from './constraint.ts';
import type { Problem } from './problem.ts';

/**
 * What the wishes cost at least in any timetable with every meet placed: the sum of what each constraint by itself cannot do
 * without. No solution has a smaller `soft`.
 */
export function lowerBoundOf(problem: Problem): number {
  let bound = 0;
  problem.constraints.forEach((constraint, index) => {
    if (problem.required[index] || problem.comfort[index] || !constraint.least) return;
    bound += problem.weight[index]! * costOf(constraint.least(problem), problem.costFunction[index]!);
  });
  return Math.round(bound * 1e6) / 1e6;
}
