import loadHighs from 'highs';
import type { SolveModel } from '../formats/xhstt/polish.ts';

// Its types are those of CommonJS, where the loader is a member; to an ES module it is the default itself.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/** HiGHS, compiled to WebAssembly, on one thread. A model it breaks down on counts as one it did not finish. */
export const solveModel: SolveModel = (model, seconds) => {
  const started = performance.now();
  const { isFinished, chosen } = outcomeOf(model, seconds);
  return { chosen, isFinished, seconds: (performance.now() - started) / 1000 };
};

function outcomeOf({ text, bound }: Parameters<SolveModel>[0], seconds: number) {
  try {
    // The bound as an option: as a row it would touch nearly every column, and such a model takes three times as long.
    const options = { time_limit: seconds, output_flag: false, mip_rel_gap: 0, objective_bound: bound };
    const solution = highs.solve(text, options);
    const isFinished = solution.Status === 'Optimal' || solution.Status === 'Infeasible';
    const chosen = new Set<string>();
    for (const [name, column] of Object.entries(solution.Columns))
      if ('Primal' in column && column.Primal > 0.5) chosen.add(name);
    const isCheaper =
      solution.Status !== 'Infeasible' && chosen.size > 0 && solution.ObjectiveValue <= bound + 1e-6;
    return { isFinished, chosen: isCheaper ? chosen : undefined };
  } catch {
    return { isFinished: false, chosen: undefined };
  }
}
