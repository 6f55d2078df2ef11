import type { Random } from '../../core/random.ts';
import { bestPattern } from './split-patterns.ts';
import type { State } from './state.ts';

/** Hard before soft, as one number for greedy choices. */
const hardWeight = 1_000_000;

/**
 * A first solution, layer by layer as Kingston's KHE does: units are cut into meets; meets get times, those with the
 * fewest choices first, each the time that costs least; then slots get resources the same way.
 */
export function construct(state: State, random: Random) {
  const { problem } = state;
  for (let unit = 0; unit < problem.units; unit++)
    bestPattern(problem, unit).forEach((duration, i) => {
      state.open(problem.meetStart[unit]! + i, duration);
    });
  state.commit();
  // A resource that is nowhere busy in a group is excused from the minimum there, so that going one at a time would keep
  // it away for ever: the shape of the days is left to the search.
  const shapes = problem.monitors.flatMap(({ constraint }, monitor) =>
    constraint.kind === 'LimitBusyTimes' ||
    constraint.kind === 'ClusterBusyTimes' ||
    constraint.kind === 'LimitIdleTimes'
      ? [monitor]
      : [],
  );
  for (const monitor of shapes) state.setEmphasis(monitor, 0);
  placeMeets(state, random);
  assignResources(state, random);
  for (const monitor of shapes) state.setEmphasis(monitor, 1);
}

function placeMeets(state: State, random: Random) {
  const { problem } = state;
  const { domainStart, domains, unitsOfResource } = problem;
  const hardness = (meet: number) => {
    const unit = problem.meetUnit[meet]!;
    if (problem.unitTime[unit]! >= 0) return Number.POSITIVE_INFINITY;
    const row = domainStart[unit]! + state.duration[meet]! - 1;
    const choices = domains.start[row + 1]! - domains.start[row]!;
    let pressure = 0;
    for (let s = problem.slotStart[unit]!; s < problem.slotStart[unit + 1]!; s++) {
      const resource = problem.slotFixed[s]!;
      if (resource >= 0) pressure += unitsOfResource.start[resource + 1]! - unitsOfResource.start[resource]!;
    }
    return (state.duration[meet]! * 1000 + pressure) / Math.max(1, choices) + random.unit() * 0.01;
  };
  const order = Array.from(state.active.subarray(0, state.activeCount), (meet) => ({
    meet,
    by: hardness(meet),
  }));
  order.sort((a, b) => b.by - a.by || a.meet - b.meet);
  for (const { meet } of order) {
    const unit = problem.meetUnit[meet]!;
    const fixed = problem.unitTime[unit]!;
    const time = fixed >= 0 ? fixed : bestTime(state, meet, random);
    if (time >= 0) state.place(meet, time);
    state.commit();
  }
}

/** The time of its domain at which a meet without time costs least; a chance among equals. */
export function bestTime(state: State, meet: number, random: Random): number {
  const { problem } = state;
  const row = problem.domainStart[problem.meetUnit[meet]!]! + state.duration[meet]! - 1;
  const mark = state.mark;
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  let equals = 0;
  for (let i = problem.domains.start[row]!; i < problem.domains.start[row + 1]!; i++) {
    const time = problem.domains.items[i]!;
    state.place(meet, time);
    const cost = state.hard * hardWeight + state.soft;
    state.undo(mark);
    if (cost > bestCost) continue;
    equals = cost < bestCost ? 1 : equals + 1;
    bestCost = cost;
    if (random.below(equals) === 0) best = time;
  }
  return best;
}

function assignResources(state: State, random: Random) {
  const { problem } = state;
  const order: { meet: number; k: number; by: number }[] = [];
  for (let i = 0; i < state.activeCount; i++) {
    const meet = state.active[i]!;
    const first = problem.slotStart[problem.meetUnit[meet]!]!;
    for (let s = first; s < problem.slotStart[problem.meetUnit[meet]! + 1]!; s++) {
      if (problem.slotFixed[s]! >= 0) continue;
      const choices = problem.candidates.start[s + 1]! - problem.candidates.start[s]!;
      order.push({ meet, k: s - first, by: choices - state.duration[meet]! * 0.1 + random.unit() * 0.01 });
    }
  }
  order.sort((a, b) => a.by - b.by || a.meet - b.meet);
  for (const { meet, k } of order) {
    const slot = problem.slotStart[problem.meetUnit[meet]!]! + k;
    let best = -1;
    let bestCost = state.hard * hardWeight + state.soft;
    let equals = 0;
    for (let i = problem.candidates.start[slot]!; i < problem.candidates.start[slot + 1]!; i++) {
      const resource = problem.candidates.items[i]!;
      state.assign(meet, k, resource);
      const cost = state.hard * hardWeight + state.soft;
      state.undo();
      if (cost > bestCost) continue;
      equals = cost < bestCost ? 1 : equals + 1;
      bestCost = cost;
      if (random.below(equals) === 0) best = resource;
    }
    if (best >= 0) state.assign(meet, k, best);
    state.commit();
  }
}
