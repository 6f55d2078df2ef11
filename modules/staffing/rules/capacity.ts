import type { Qualification } from './assignment.ts';
import { openSubjects } from './settings.ts';

/** Need of a subject against who can teach it, in mean periods a week and in full posts (FTE). */
export interface SubjectCapacity {
  readonly subjectCode: string;
  readonly need: number;
  readonly have: number;
  readonly needFte: number;
  readonly haveFte: number;
}

/**
 * Shares what the teachers of a school have to teach over the subjects it needs (staffing: thừa/thiếu cục bộ). Open subjects
 * (activities, local contents) are carried by everybody in proportion; whoever may teach several subjects is shared by how much
 * each is wanted compared with who could teach it. All figures are periods a week; `mean norm` is that of the teachers with one.
 * In the order of `needs`. With no teachers at all, a post counts `defaultNorm` periods.
 */
export function subjectCapacity(
  needs: readonly { readonly subjectCode: string; readonly periods: number }[],
  teachers: readonly {
    readonly norm: number;
    readonly qualifications: readonly Pick<Qualification, 'subjectCode'>[];
  }[],
  defaultNorm: number,
): SubjectCapacity[] {
  const working = teachers.filter(({ norm }) => norm > 0);
  const total = working.reduce((sum, { norm }) => sum + norm, 0);
  const meanNorm = working.length > 0 ? total / working.length : defaultNorm;
  const isOpen = (code: string) => openSubjects.value.includes(code);
  const openNeed = needs.reduce((sum, one) => sum + (isOpen(one.subjectCode) ? one.periods : 0), 0);
  const openShare = total > 0 ? Math.min(1, openNeed / total) : 0;

  const wanted = new Map(
    needs.filter((one) => !isOpen(one.subjectCode)).map((one) => [one.subjectCode, one.periods]),
  );
  const people = working.map(({ norm, qualifications }) => ({
    // Whoever may teach no subject of the school still has the open ones.
    periods: norm * (1 - openShare),
    codes: [...new Set(qualifications.map(({ subjectCode }) => subjectCode))].filter((code) =>
      wanted.get(code),
    ),
  }));
  const potential = new Map<string, number>();
  for (const { periods, codes } of people) {
    for (const code of codes) potential.set(code, (potential.get(code) ?? 0) + periods);
  }
  const have = new Map<string, number>();
  for (const { periods, codes } of people) {
    const weights = codes.map((code) => (wanted.get(code) ?? 0) / (potential.get(code) || 1));
    const sum = weights.reduce((all, weight) => all + weight, 0);
    codes.forEach((code, index) => {
      have.set(code, (have.get(code) ?? 0) + (periods * (weights[index] ?? 0)) / sum);
    });
  }
  const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
  return needs.map(({ subjectCode, periods }) => {
    const covered = isOpen(subjectCode)
      ? openNeed > 0
        ? (openShare * total * periods) / openNeed
        : 0
      : (have.get(subjectCode) ?? 0);
    return {
      subjectCode,
      need: round(periods, 1),
      have: round(covered, 1),
      needFte: round(periods / meanNorm, 2),
      haveFte: round(covered / meanNorm, 2),
    };
  });
}
