/** A round of the whole search: all threads anneal, then share what they found. */
export interface PlannedRound {
  /** Where it ends, as a share of the whole time. */
  readonly until: number;
  /** Its share of the whole. */
  readonly part: number;
  /** Starting temperature of a thread, as a share of the usual. */
  readonly heat: (thread: number) => number;
  /** Weight of infeasibility of a thread, times the usual. */
  readonly severity: (thread: number) => number;
  /** Whether threads start from the best of all instead of their own. */
  readonly share: boolean;
}

/**
 * The rounds of a search: a short one that is cold soon, so that something usable exists early; a long one from hot to
 * cold, threads on their own; then warm ones that improve the best. Odd threads weigh infeasibility more.
 */
export function planRounds(seconds: number): PlannedRound[] {
  const parts = [
    { part: seconds > 10 ? 0.05 : 0.1, heat: 0.3, share: false },
    { part: 0.5, heat: 1, share: false },
    { part: 0.15, heat: 0.25, share: true },
    { part: 0.15, heat: 0.12, share: true },
    { part: 0.15, heat: 0.25, share: true },
  ];
  let until = 0;
  return parts.map(({ part, heat, share }, i) => {
    until = i === parts.length - 1 ? 1 : until + part;
    return { until, part, share, heat: () => heat, severity: (thread) => (thread % 2 === 0 ? 1 : 4) };
  });
}
