import type { Subject } from '#reference/curriculum-2018';
import type { BySemester } from '#rules/curriculum';
import { strandShares } from './settings.ts';

/**
 * Shares the weekly periods of an integrated subject over its strands: as the programme fixes them, else by the setting, else
 * evenly. To one decimal; the last strand takes what rounding leaves, so that the parts add up to the whole.
 */
export function shareOverStrands(
  subject: Pick<Subject, 'code' | 'strands'>,
  weekly: BySemester,
): { strand: string; periods: BySemester }[] {
  const fixed = subject.strands.reduce((sum, { periodsPerYear }) => sum + (periodsPerYear ?? 0), 0);
  const shares = subject.strands.map(({ code, periodsPerYear }) =>
    periodsPerYear && fixed > 0
      ? periodsPerYear / fixed
      : (strandShares.value[subject.code]?.[code] ?? 1 / subject.strands.length),
  );
  const left = { 1: weekly[1], 2: weekly[2] };
  return subject.strands.map(({ code }, index) => {
    const last = index === subject.strands.length - 1;
    const take = (semester: 1 | 2) => {
      const periods = last
        ? Math.round(left[semester] * 10) / 10
        : Math.round(weekly[semester] * (shares[index] ?? 0) * 10) / 10;
      left[semester] -= periods;
      return periods;
    };
    return { strand: code, periods: { 1: take(1), 2: take(2) } };
  });
}
