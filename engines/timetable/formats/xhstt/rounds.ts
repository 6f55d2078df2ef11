/**
 * What a round is for: from a constructed solution to something usable; infeasibility alone, as long as there is any; or
 * the whole cost from the best known.
 */
export type Aim = 'start' | 'feasible' | 'cost';

/** A round of the whole search: all threads anneal, then share what they found. */
export interface PlannedRound {
  /** Where it ends, as a share of the whole. */
  readonly until: number;
  readonly aim: Aim;
  /** Starting temperature of a thread, as a share of the usual. */
  readonly heat: (thread: number) => number;
  /** Whether threads start from the best of all instead of their own; they do so anyway if that is less infeasible. */
  readonly share: boolean;
}

type Part = Omit<PlannedRound, 'heat'> & { readonly heat: readonly number[] };

/**
 * The rounds of a search: a short one from hot to cold, so that something usable exists early and is known what costs; many short ones
 * for infeasibility alone, as long as there is any; a long one, threads on their own, odd ones starting cooler; then one that improves the
 * best of all. The time that infeasibility did not need is the long one's.
 */
export function planRounds(): PlannedRound[] {
  const shorter: Part = { until: 0, aim: 'feasible', heat: [1, 1.2], share: false };
  const parts: readonly Part[] = [
    { until: 0.06, aim: 'start', heat: [1, 0.7], share: false },
    { until: 0.1, aim: 'feasible', heat: [1, 0.8], share: false },
    ...Array.from({ length: 22 }, (_, i) => ({ ...shorter, until: 0.1 + 0.03 * (i + 1) })),
    { until: 0.88, aim: 'cost', heat: [1, 0.7], share: false },
    { until: 1, aim: 'cost', heat: [0.3, 0.2], share: true },
  ];
  return parts.map((round) => ({ ...round, heat: (thread) => round.heat[thread % 2]! }));
}
