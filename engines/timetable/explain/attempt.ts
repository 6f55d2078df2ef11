import type { Problem } from '../core/problem.ts';
import { isBetter, type Solution, solutionOf } from '../search/solution.ts';
import { Solver } from '../search/solver.ts';

/** A search of the whole for a while, and the best it came across, finished or not; ends early when nothing required is broken. */
export function searched(problem: Problem, isLate: () => boolean): Solution {
  const solver = new Solver(problem, { seed: 1 });
  const enough = 20_000 * (1 + problem.meets);
  let best = solutionOf(solver.state);
  while (!isWhole(best) && !solver.done && solver.iterations < enough && !isLate()) {
    solver.step();
    if (isBetter(solver.state, best)) best = solutionOf(solver.state);
  }
  return best;
}

/** Whether nothing required is broken. */
export function isWhole({ unplaced, hard }: Solution): boolean {
  return unplaced + hard < 1e-9;
}

/** Whether the search places some meets, alone in the week, so that constraints are kept; false proves nothing. */
export function searchKeeps(
  problem: Problem,
  meets: readonly number[],
  constraints: readonly number[],
  mostIterations: number,
): boolean {
  const duration = new Int32Array(problem.meets);
  const load = new Int32Array(problem.resources);
  for (const meet of meets) {
    duration[meet] = problem.duration[meet]!;
    for (let at = problem.fixed.from[meet]!; at < problem.fixed.from[meet + 1]!; at++)
      load[problem.fixed.items[at]!]! += duration[meet]!;
  }
  const required = new Uint8Array(problem.required.length);
  const weight = new Float64Array(problem.weight.length);
  for (const constraint of constraints) {
    required[constraint] = 1;
    weight[constraint] = problem.weight[constraint]!;
  }
  const solver = new Solver({ ...problem, duration, load, required, weight }, { seed: 1 });
  while (!solver.done && solver.iterations < mostIterations) {
    solver.step();
    if (solver.best && isWhole(solver.best)) return true;
  }
  return solver.best !== undefined && isWhole(solver.best);
}
