/**
 * What a round is for: from a constructed solution to something usable; infeasibility alone, as long as there is any; the
 * whole cost from the best known; or parts of the best made anew by linear models.
 */
export type Aim = 'start' | 'feasible' | 'cost' | 'polish';

/** A round of the whole search: all threads work, then share what they found. */
export interface PlannedRound {
  /** Where it ends, as a share of the whole, or of what infeasibility has left. */
  readonly until: number;
  readonly of: 'all' | 'rest';
  readonly aim: Aim;
  /** Starting temperature of a thread, as a share of the usual. */
  readonly heat: (thread: number) => number;
  /** Whether threads start from the best of all instead of their own; they do so anyway if that is less infeasible. */
  readonly share: boolean;
}

type Part = Omit<PlannedRound, 'heat'> & { readonly heat: readonly number[] };

/** How much of the rest is annealed before polishing. */
const annealed = 0.2;

/**
 * The rounds of a search: a short one from hot to cold, so that something usable exists early and is known what costs; many
 * short ones for infeasibility alone, as long as there is any; a long one, threads on their own, odd ones starting cooler;
 * then one that improves the best of all, or, where linear models can be made of it (`polish`), polishes it.
 */
export function planRounds(polish: boolean): PlannedRound[] {
  const shorter: Part = { until: 0, of: 'all', aim: 'feasible', heat: [1, 1.2], share: false };
  const rest: readonly Part[] = polish
    ? [
        { until: annealed, of: 'rest', aim: 'cost', heat: [1, 0.7], share: false },
        { until: 1, of: 'rest', aim: 'polish', heat: [0.3, 0.2], share: true },
      ]
    : [
        { until: 0.87, of: 'rest', aim: 'cost', heat: [1, 0.7], share: false },
        { until: 1, of: 'rest', aim: 'cost', heat: [0.3, 0.2], share: true },
      ];
  const parts: readonly Part[] = [
    { until: 0.06, of: 'all', aim: 'start', heat: [1, 0.7], share: false },
    { until: 0.1, of: 'all', aim: 'feasible', heat: [1, 0.8], share: false },
    ...Array.from({ length: 22 }, (_, i) => ({ ...shorter, until: 0.1 + 0.03 * (i + 1) })),
    ...rest,
  ];
  return parts.map((round) => ({ ...round, heat: (thread) => round.heat[thread % 2]! }));
}
