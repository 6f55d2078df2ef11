import type { Judged } from './cell.ts';
import type { AssessedSubject } from './class-results.ts';
import type { MarksRow } from './marks-row.ts';
import type { Tenths } from './score.ts';

export type WarningKind = 'below' | 'falling' | 'absent';

export interface Warning {
  readonly kind: WarningKind;
  /** Null for absences. */
  readonly subjectCode: string | null;
  /** Where the pupil stands: tenths, sessions; null for a comment Chưa đạt. */
  readonly value: number | null;
  /** For falling: where the pupil stood before, in tenths. */
  readonly before: Tenths | null;
}

/** Forms of help given to a pupil who fell behind. */
export const helpForms = ['tutoring', 'classmate', 'talk', 'guardian', 'other'] as const;
export type HelpForm = (typeof helpForms)[number];

/** A scored subject under this is below the requirement (Circular 22/2021 Điều 14, TT 29/2024 Điều 5). */
export const requirement: Tenths = 50;
/** One mark says little. */
const leastMarks = 2;

export interface WatchedPupil {
  readonly marks: readonly (MarksRow & { readonly subjectCode: string; readonly semester: 1 | 2 })[];
  readonly notAssessed: readonly string[];
  readonly absentSessions: number;
}

/**
 * Signs that a pupil falls behind, from the marks there are so far in a semester: a subject below 5.0 or with a comment Chưa đạt; a fall of
 * `fall` tenths or more against semester 1, or in semester 1 of the midterm against the regular marks; `absentFrom` sessions missed or more.
 */
export function warningsOf(
  subjects: readonly AssessedSubject[],
  { marks, notAssessed, absentSessions }: WatchedPupil,
  semester: 1 | 2,
  { fall, absentFrom }: { readonly fall: Tenths; readonly absentFrom: number },
): Warning[] {
  const warnings: Warning[] = [];
  for (const { code, judged } of subjects) {
    if (notAssessed.includes(code)) continue;
    const rowIn = (of: 1 | 2) => marks.find((one) => one.subjectCode === code && one.semester === of);
    const row = rowIn(semester);
    if (!row) continue;
    const now = soFar(judged, row);
    if (judged === 'comment') {
      if (now === 0) warnings.push({ kind: 'below', subjectCode: code, value: null, before: null });
      continue;
    }
    if (now === null) continue;
    if (now < requirement) warnings.push({ kind: 'below', subjectCode: code, value: now, before: null });
    const first = semester === 2 ? rowIn(1) : undefined;
    const before = first ? soFar(judged, first) : semester === 1 ? regularMean(row) : null;
    const latest = semester === 2 ? now : held(row.midterm);
    if (before !== null && latest !== null && before - latest >= fall) {
      warnings.push({ kind: 'falling', subjectCode: code, value: latest, before });
    }
  }
  if (absentSessions >= absentFrom) {
    warnings.push({ kind: 'absent', subjectCode: null, value: absentSessions, before: null });
  }
  return warnings;
}

function held(value: number | null): number | null {
  return value !== null && value >= 0 ? value : null;
}

/** The weighted mean of the marks there are, in whole tenths; of comments 0 when one is Chưa đạt, else 1; null: too few. */
export function soFar(judged: Judged, { regular, midterm, final }: MarksRow): number | null {
  const weighted = [
    ...regular.map((value) => [value, 1] as const),
    [midterm, 2] as const,
    [final, 3] as const,
  ];
  const given = weighted.filter((one): one is [number, 1 | 2 | 3] => held(one[0]) !== null);
  if (judged === 'comment') return given.length === 0 ? null : Math.min(...given.map(([value]) => value));
  if (given.length < leastMarks) return null;
  const weight = given.reduce((sum, [, share]) => sum + share, 0);
  return Math.round(given.reduce((sum, [value, share]) => sum + value * share, 0) / weight);
}

function regularMean({ regular }: MarksRow): Tenths | null {
  const given = regular.filter((value): value is number => held(value) !== null);
  if (given.length === 0) return null;
  return Math.round(given.reduce((sum, value) => sum + value, 0) / given.length);
}
