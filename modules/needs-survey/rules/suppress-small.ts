/** The least number of pupils that a figure by place may tell of (minimum disclosure of personal data). */
export const leastShown = 5;

/**
 * Hides counts of 1 to 4, and when that leaves a single hidden one, the next smallest too: else the total would tell it.
 * Zeros stay: nobody is told of. Takes and gives counts in the same order; null stands for hidden.
 */
export function suppressSmall(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < leastShown ? [at] : [])));
  if (hidden.size === 1) {
    const rest = counts
      .map((count, at) => ({ count, at }))
      .filter(({ count, at }) => count > 0 && !hidden.has(at));
    const next = rest.sort((a, b) => a.count - b.count)[0];
    if (next) hidden.add(next.at);
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}
