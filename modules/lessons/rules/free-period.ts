import type { Half } from './fill-week.ts';

/** A period of a half day. */
interface PeriodOfDay {
  readonly half: Half;
  readonly period: number;
}

/** The first period of the school's day (`bells`) that is not written, those of the half day `first` before the others; null: all are. */
export function freePeriod(
  bells: readonly PeriodOfDay[],
  written: readonly PeriodOfDay[],
  first: Half,
): PeriodOfDay | null {
  const free = bells
    .filter(({ half, period }) => !written.some((one) => one.half === half && one.period === period))
    .sort((a, b) => Number(b.half === first) - Number(a.half === first) || a.period - b.period);
  return free[0] ? { half: free[0].half, period: free[0].period } : null;
}
