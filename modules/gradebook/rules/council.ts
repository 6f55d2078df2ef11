import { academicResult } from './academic-result.ts';
import type { PeriodResult, PupilResults } from './class-results.ts';
import type { ClassFigure, Period } from './figures.ts';
import type { ResultLevel } from './level.ts';
import { mostAbsentSessions } from './year-outcome.ts';

/** Why the council of a school looks at a pupil, the gravest first. */
export const caseKinds = [
  'retained',
  'summerTraining',
  'retest',
  'absent',
  'adjusted',
  'failing',
  'nearAbsent',
  'open',
] as const;
export type CaseKind = (typeof caseKinds)[number];

export interface CouncilPupil {
  readonly results: PupilResults;
  /** Sessions missed in the year. */
  readonly absentSessions: number;
}

/** A pupil whom the council decides on. */
export interface CouncilCase {
  readonly pupilId: string;
  readonly name: string;
  readonly kinds: readonly CaseKind[];
  readonly level: ResultLevel | null;
  readonly conduct: ResultLevel | null;
  readonly absentSessions: number;
  readonly reasons: readonly string[];
}

export interface CouncilClass {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
  /** Cells of complete sheets of the period and those that hold a mark. */
  readonly wanted: number;
  readonly filled: number;
  /** Sheets that still lack marks. */
  readonly short: readonly {
    readonly subjectCode: string;
    readonly subjectName: string;
    readonly teachers: readonly string[];
    readonly wanted: number;
    readonly filled: number;
  }[];
  readonly figure: ClassFigure;
  readonly cases: readonly CouncilCase[];
}

/**
 * What of a pupil the council decides on, at the end of a semester (period 1, 2) or of the year (0): no result yet; a result raised for one
 * single subject (ASM-13); a semester Chưa đạt; more than 45 sessions missed (ASM-24) or, from `warnFrom`, near it; re-test (ASM-22), summer
 * training (ASM-21), staying down. None: an empty list.
 */
export function caseKindsOf(
  { results, absentSessions }: CouncilPupil,
  period: Period,
  warnFrom: number,
): CaseKind[] {
  const result = periodOf(results, period);
  const decision = period === 0 ? results.year.outcome?.decision : undefined;
  const open = result.level === null || result.conduct === null;
  const holds: Readonly<Record<CaseKind, boolean>> = {
    retained: decision === 'retained',
    summerTraining: decision === 'summerTraining',
    retest: decision === 'retest',
    absent: absentSessions > mostAbsentSessions,
    adjusted: result.level !== null && academicResult(result.reached).adjustedFor !== null,
    failing: period !== 0 && (result.level === 'fail' || result.conduct === 'fail'),
    nearAbsent: absentSessions >= warnFrom && absentSessions <= mostAbsentSessions,
    open,
  };
  return caseKinds.filter((kind) => holds[kind]);
}

/** The results of a period: 1 and 2 the semesters, 0 the year. */
export function periodOf({ semester1, semester2, year }: PupilResults, period: Period): PeriodResult {
  return period === 0 ? year : period === 1 ? semester1 : semester2;
}
