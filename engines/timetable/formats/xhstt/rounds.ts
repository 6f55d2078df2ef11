/**
 * What a round is for: from a constructed solution to something usable; infeasibility alone, as long as there is any; or
 * the whole cost from the best known.
 */
export type Aim = 'start' | 'feasible' | 'cost';

/** A round of the whole search: all threads anneal, then share what they found. */
export interface PlannedRound {
  /** Where it ends, as a share of the whole time. */
  readonly until: number;
  /** Its share of the whole. */
  readonly part: number;
  readonly aim: Aim;
  /** Starting temperature of a thread, as a share of the usual. */
  readonly heat: (thread: number) => number;
  /** Whether threads start from the best of all instead of their own; they do so anyway if that is less infeasible. */
  readonly share: boolean;
}

type Part = Omit<PlannedRound, 'until' | 'heat'> & { readonly heat: readonly number[] };

/**
 * The rounds of a search: a short one from hot to cold, so that something usable exists early and is known what costs; some
 * for infeasibility alone, as long as there is any and it falls; a long one, threads on their own, odd ones starting cooler; then
 * one that improves the best of all. The time that infeasibility did not need is the long one's.
 */
export function planRounds(): PlannedRound[] {
  const longer: Part = { part: 0.1, aim: 'feasible', heat: [0.8, 0.9], share: false };
  const parts: readonly Part[] = [
    { part: 0.06, aim: 'start', heat: [1, 0.7], share: false },
    { part: 0.04, aim: 'feasible', heat: [1, 0.8], share: false },
    ...Array.from({ length: 5 }, () => longer),
    { part: 0.28, aim: 'cost', heat: [1, 0.7], share: false },
    { part: 0.12, aim: 'cost', heat: [0.3, 0.2], share: true },
  ];
  let until = 0;
  return parts.map((round, i) => {
    until = i === parts.length - 1 ? 1 : until + round.part;
    return { ...round, until, heat: (thread) => round.heat[thread % 2]! };
  });
}
