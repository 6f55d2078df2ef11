/** Milliseconds of many runs of the same thing. */
export type Sample = readonly number[];

/** The value below which `share` (0 to 1) of the sample lies, by nearest rank. Throws RangeError for an empty sample. */
export function percentile(sample: Sample, share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no percentile of an empty sample');
  return value;
}

export function median(sample: Sample): number {
  return percentile(sample, 0.5);
}

/** Runs `work` and gives its milliseconds and what it gave. */
export async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ milliseconds: number; result: Result }> {
  const began = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - began, result };
}

/** Milliseconds of `rounds` runs one after the other, after `warmUp` runs that do not count. */
export async function repeat(
  rounds: number,
  work: (round: number) => Promise<unknown>,
  warmUp = 3,
): Promise<number[]> {
  const sample: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const { milliseconds } = await timed(() => work(round + warmUp));
    if (round >= 0) sample.push(milliseconds);
  }
  return sample;
}

/** '12.3 ms', '1.24 s'. */
export function inWords(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}

/** 'p50 12 ms, p99 31 ms (n = 200)'. */
export function spread(sample: Sample): string {
  return `p50 ${inWords(percentile(sample, 0.5))}, p99 ${inWords(percentile(sample, 0.99))} (n = ${sample.length})`;
}

/** 50055 → '50,055'. */
export function grouped(number: number): string {
  return Math.round(number).toLocaleString('en-US');
}
