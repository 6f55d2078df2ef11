import { bitCount } from './problem.ts';

/** Lowest period set; 32 when none is. */
export function firstBit(mask: number): number {
  return mask === 0 ? 32 : 31 - Math.clz32(mask & -mask);
}

/** Highest period set; -1 when none is. */
export function lastBit(mask: number): number {
  return 31 - Math.clz32(mask);
}

/** Periods from the first to the last one set, both counted, as bits. */
export function spanBits(mask: number): number {
  if (mask === 0) return 0;
  const last = 31 - Math.clz32(mask);
  return (-1 >>> (31 - last)) & ~((mask & -mask) - 1);
}

/** Empty periods between the first and the last one set; those in `ignored` do not count. */
export function gapsIn(mask: number, ignored: number): number {
  const gaps = spanBits(mask) & ~mask & ~ignored;
  return gaps === 0 ? 0 : bitCount(gaps);
}

/** Length of the longest run of periods set. */
export function longestRun(mask: number): number {
  let run = 0;
  for (let bits = mask; bits !== 0; bits &= bits << 1) run++;
  return run;
}

/** Bits of the first `count` periods for which `wanted` holds. */
export function bitsWhere(count: number, wanted: (period: number) => boolean): number {
  let bits = 0;
  for (let period = 0; period < count; period++) if (wanted(period)) bits |= 1 << period;
  return bits;
}
