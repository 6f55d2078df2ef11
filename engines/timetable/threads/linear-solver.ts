import loadHighs from 'highs';
import type { SolveModel } from '../formats/xhstt/polish.ts';

// Its types are those of CommonJS, where the loader is a member; to an ES module it is the default itself.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/** HiGHS, compiled to WebAssembly, on one thread. A model it breaks down on counts as one it did not finish. */
export const solveModel: SolveModel = (text, seconds) => {
  const started = performance.now();
  const { status, chosen } = outcomeOf(text, seconds);
  return {
    chosen: status === 'Infeasible' || chosen.size === 0 ? undefined : chosen,
    isFinished: status === 'Optimal' || status === 'Infeasible',
    seconds: (performance.now() - started) / 1000,
  };
};

function outcomeOf(text: string, seconds: number) {
  const chosen = new Set<string>();
  try {
    const options = { time_limit: seconds, output_flag: false, mip_rel_gap: 0 };
    const { Status: status, Columns: columns } = highs.solve(text, options);
    for (const [name, column] of Object.entries(columns))
      if ('Primal' in column && column.Primal > 0.5) chosen.add(name);
    return { status, chosen };
  } catch {
    return { status: 'Error', chosen };
  }
}
