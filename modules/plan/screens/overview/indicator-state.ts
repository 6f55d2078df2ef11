import type { Indicator } from './overview-words.ts';

/** The values that settle duties of the plan in force, each once, the mildest first. */
export function thresholdsOf(indicator: Indicator): number[] {
  const values = [...new Set(indicator.duties.map((duty) => duty.threshold))].sort((a, b) => a - b);
  return indicator.direction === 'atLeast' ? values : values.reverse();
}

/** Whether a value settles every duty that depends on the indicator; undefined when none does. */
export function meetsAll(indicator: Indicator, value: number): boolean | undefined {
  const strictest = thresholdsOf(indicator).at(-1);
  if (strictest === undefined) return undefined;
  return indicator.direction === 'atLeast' ? value >= strictest : value <= strictest;
}
