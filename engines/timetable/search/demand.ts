import type { Tables } from './tables.ts';

/**
 * How much each slot of each exclusive resource is wanted (resource * weekLength + slot): every meet of the resource spreads one over
 * the slots where it may start.
 */
export function demandOf({ problem, from, exclusive, placeable }: Tables): Float64Array {
  const { starts, weekLength } = problem;
  const demand = new Float64Array(problem.resources * weekLength);
  for (let index = 0; index < placeable.length; index++) {
    const meet = placeable[index]!;
    const first = starts.from[meet]!;
    const end = starts.from[meet + 1]!;
    const share = 1 / (end - first);
    for (let at = from[meet]!; at < from[meet + 1]!; at++) {
      const base = exclusive[at]! * weekLength;
      for (let start = first; start < end; start++) demand[base + starts.items[start]!]! += share;
    }
  }
  return demand;
}

/** How hard each meet is to place: few starts, long, much wanted resources. */
export function hardnessOf({ problem, from, exclusive }: Tables, demand: Float64Array): Float64Array {
  const { weekLength, starts } = problem;
  const hardness = new Float64Array(problem.meets);
  const open = new Float64Array(problem.resources);
  for (let resource = 0; resource < problem.resources; resource++) {
    let reached = 0;
    for (let at = resource * weekLength, end = at + weekLength; at < end; at++)
      if (demand[at]! > 0) reached++;
    open[resource] = problem.load[resource]! / Math.max(1, reached);
  }
  for (let meet = 0; meet < problem.meets; meet++) {
    const many = starts.from[meet + 1]! - starts.from[meet]!;
    let wanted = 0;
    for (let at = from[meet]!; at < from[meet + 1]!; at++) wanted += open[exclusive[at]!]!;
    hardness[meet] = ((wanted + 0.2) * (problem.duration[meet]! * 2 - 1) * 30) / Math.max(1, many);
  }
  return hardness;
}

/** For each start of each meet (as `problem.starts`): how much more its resources are wanted there than where they are wanted least. */
export function crowdingOf({ problem, from, exclusive }: Tables, demand: Float64Array): Float64Array {
  const { starts, weekLength } = problem;
  const crowding = new Float64Array(starts.items.length);
  for (let meet = 0; meet < problem.meets; meet++) {
    const first = starts.from[meet]!;
    const end = starts.from[meet + 1]!;
    const begin = from[meet]!;
    const stop = from[meet + 1]!;
    const duration = problem.duration[meet]!;
    let least = Number.POSITIVE_INFINITY;
    for (let start = first; start < end; start++) {
      const slot = starts.items[start]!;
      let wanted = 0;
      for (let at = begin; at < stop; at++) {
        const base = exclusive[at]! * weekLength + slot;
        for (let step = base; step < base + duration; step++) wanted += demand[step]!;
      }
      crowding[start] = wanted;
      if (wanted < least) least = wanted;
    }
    for (let start = first; start < end; start++) crowding[start]! -= least;
  }
  return crowding;
}
