import { loadTolerance, mostOvertimeShare } from './settings.ts';

/** under: fewer periods than the norm; right: within the tolerance; over: more; excessive: beyond what the law lets pay. */
export type LoadState = 'under' | 'right' | 'over' | 'excessive';

/** How a load stands to the norm, both in periods a week. */
export function loadState(load: number, norm: number): LoadState {
  if (load > norm * (1 + mostOvertimeShare.value) + loadTolerance.value) return 'excessive';
  if (load - norm > loadTolerance.value) return 'over';
  return norm - load > loadTolerance.value ? 'under' : 'right';
}

/** Beyond the norm (above 0, overtime) or short of it (below 0), periods a week to one decimal. */
export function surplus(load: number, norm: number): number {
  return Math.round((load - norm) * 10) / 10;
}

export interface Fairness {
  /** Smallest and largest surplus in the group. */
  readonly least: number;
  readonly most: number;
  /** Most minus least. */
  readonly spread: number;
}

/** How evenly the periods lie in a group of teachers, measured against each one's own norm; undefined for an empty group. */
export function fairness(members: readonly { load: number; norm: number }[]): Fairness | undefined {
  if (members.length === 0) return undefined;
  const all = members.map(({ load, norm }) => surplus(load, norm));
  const least = Math.min(...all);
  const most = Math.max(...all);
  return { least, most, spread: Math.round((most - least) * 10) / 10 };
}
