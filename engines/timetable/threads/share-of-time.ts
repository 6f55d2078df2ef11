/** Kept free at the end, for the best of every thread to arrive. */
const reserve = 0.02;

/** The share of the time between two moments, in milliseconds of `performance.now`, that is spent: 1 a little before its end. */
export function shareOfTime(begins: number, ends: number): () => number {
  const whole = Math.max(1, (ends - begins) * (1 - reserve));
  return () => (performance.now() - begins) / whole;
}
