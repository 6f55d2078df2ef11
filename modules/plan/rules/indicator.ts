import { formatShare } from './numbers.ts';

/** When the value of an indicator settles a duty. */

export type Direction = 'atLeast' | 'atMost';

export interface Measured {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Whether a value reaches the threshold; a value that could not be counted (null) never does. */
export function meetsThreshold(direction: Direction, value: number | null, threshold: number): boolean {
  if (value === null) return false;
  return direction === 'atLeast' ? value >= threshold : value <= threshold;
}

function shown(measured: Measured): string {
  if (measured.value === null) return 'chưa có số liệu';
  if (measured.denominator === null) return String(measured.value);
  return `${formatShare(measured.value)} (${measured.numerator}/${measured.denominator})`;
}

/** The line of a duty's history when its indicator settles it or no longer does. */
export function settlementNote(
  name: string,
  direction: Direction,
  measured: Measured,
  threshold: number,
): string {
  const limit = measured.denominator === null ? String(threshold) : formatShare(threshold);
  const words = direction === 'atLeast' ? 'tối thiểu' : 'tối đa';
  return `${name}: ${shown(measured)}, ngưỡng ${words} ${limit}.`;
}
