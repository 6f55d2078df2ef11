import type { Tables } from './tables.ts';

/** How hard each meet is to place: few starts, long, much wanted resources. */
export function hardnessOf(tables: Tables): Float64Array {
  const { problem, from, exclusive, placeable, mayStart } = tables;
  const hardness = new Float64Array(problem.meets);
  const open = new Float64Array(problem.resources);
  const meetsOf: number[][] = Array.from({ length: problem.resources }, () => []);
  for (const meet of placeable)
    for (let at = from[meet]!; at < from[meet + 1]!; at++) meetsOf[exclusive[at]!]!.push(meet);
  for (let resource = 0; resource < problem.resources; resource++) {
    const having = meetsOf[resource]!;
    let reached = 0;
    // Most slots are open to the first meet already.
    for (let slot = 0; slot < problem.weekLength; slot++)
      if (having.some((meet) => mayStart[meet * problem.weekLength + slot] === 1)) reached++;
    open[resource] = problem.load[resource]! / Math.max(1, reached);
  }
  for (let meet = 0; meet < problem.meets; meet++) {
    const many = problem.starts.from[meet + 1]! - problem.starts.from[meet]!;
    let demand = 0;
    for (let at = from[meet]!; at < from[meet + 1]!; at++) demand += open[exclusive[at]!]!;
    hardness[meet] = ((demand + 0.2) * (problem.duration[meet]! * 2 - 1) * 30) / Math.max(1, many);
  }
  return hardness;
}
