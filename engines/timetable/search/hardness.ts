import type { Tables } from './tables.ts';

/** How hard each meet is to place: few starts, long, much wanted resources. */
export function hardnessOf(tables: Tables): Float64Array {
  const { problem, from, exclusive, placeable } = tables;
  const hardness = new Float64Array(problem.meets);
  const open = new Float64Array(problem.resources);
  const isReached = new Uint8Array(problem.resources * problem.weekLength);
  for (const meet of placeable)
    for (let at = from[meet]!; at < from[meet + 1]!; at++)
      for (let start = problem.starts.from[meet]!; start < problem.starts.from[meet + 1]!; start++)
        isReached[exclusive[at]! * problem.weekLength + problem.starts.items[start]!] = 1;
  for (let resource = 0; resource < problem.resources; resource++) {
    let reached = 0;
    for (let slot = 0; slot < problem.weekLength; slot++)
      reached += isReached[resource * problem.weekLength + slot]!;
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
