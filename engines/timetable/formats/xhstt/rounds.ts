/** A round of the whole search: all threads anneal, then share what they found. */
export interface PlannedRound {
  /** Where it ends, as a share of the whole time. */
  readonly until: number;
  /** Its share of the whole. */
  readonly part: number;
  /** Whether it starts from a constructed solution. */
  readonly fresh: boolean;
  /** Starting temperature of a thread, as a share of the usual. */
  readonly heat: (thread: number) => number;
  /** How many times heavier infeasibility weighs if there still is any. */
  readonly severity: number;
  /** Whether threads start from the best of all instead of their own. */
  readonly share: boolean;
}

/**
 * The rounds of a search: a short one from hot to cold, so that something usable exists early and is known what costs; a
 * long one, threads on their own, odd ones starting cooler; then two that improve the best of all.
 */
export function planRounds(): PlannedRound[] {
  const parts = [
    { part: 0.06, heat: [1, 0.7], severity: 1, share: false },
    { part: 0.7, heat: [1, 0.7], severity: 3, share: false },
    { part: 0.12, heat: [0.4, 0.25], severity: 10, share: true },
    { part: 0.12, heat: [0.3, 0.2], severity: 30, share: true },
  ];
  let until = 0;
  return parts.map(({ part, heat, severity, share }, i) => {
    until = i === parts.length - 1 ? 1 : until + part;
    return { until, part, severity, share, fresh: i === 0, heat: (thread) => heat[thread % 2]! };
  });
}
