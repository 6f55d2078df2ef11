import type { LineKind, Programme } from '#reference/curriculum-2018';

export type Semester = 1 | 2;
/** A figure for each semester. */
export type BySemester = Readonly<Record<Semester, number>>;

/** Whether a grade belongs to lower (6-9) or upper (10-12) secondary. */
export function levelOfGrade(grade: number): 'lower' | 'upper' {
  return grade <= 9 ? 'lower' : 'upper';
}

/** Weeks really taught in a year: 35 (CUR-10). */
export function weeksOfYear({ semesterWeeks }: Pick<Programme, 'semesterWeeks'>): number {
  return semesterWeeks[1] + semesterWeeks[2];
}

/** Periods a year of a subject as the programme has it for a grade; undefined when it has none of that kind there. */
export function programmePeriods(
  programme: Programme,
  grade: number,
  kind: LineKind,
  subjectCode: string,
): number | undefined {
  return linesOfGrade(programme, grade, kind).find((line) => line.subjectCode === subjectCode)?.periods;
}

/** Subjects of one kind that a grade has, in the order of the programme, with periods a year. */
export function linesOfGrade(
  programme: Programme,
  grade: number,
  kind: LineKind,
): { subjectCode: string; periods: number }[] {
  return programme.lines.flatMap((line) => {
    const periods = line.periodsByGrade[grade];
    return line.kind === kind && periods !== undefined ? [{ subjectCode: line.subjectCode, periods }] : [];
  });
}

/**
 * Periods a year that every pupil of a grade is taught: compulsory subjects, and in grades 10-12 the electives and topic clusters
 * (TT 32/2018, TT 13/2022: 1015, 1015, 1032, 1032, 997).
 */
export function totalPeriods(programme: Programme, grade: number): number {
  const sum = (lines: readonly { periods: number }[], count = lines.length) =>
    lines.slice(0, count).reduce((total, { periods }) => total + periods, 0);
  return (
    sum(linesOfGrade(programme, grade, 'compulsory')) +
    sum(linesOfGrade(programme, grade, 'elective'), programme.electivesToChoose) +
    sum(linesOfGrade(programme, grade, 'topic'), programme.topicClustersToChoose)
  );
}

/**
 * Shares periods a year over the two semesters: the same number each week, and what does not go up evenly in the second
 * semester first (CUR-05: 52 = 18 x 1 + 17 x 2), then in the first. `periods` whole, 0 or more; gives whole periods.
 */
export function semesterPeriods(
  { semesterWeeks }: Pick<Programme, 'semesterWeeks'>,
  periods: number,
): BySemester {
  const each = Math.floor(periods / (semesterWeeks[1] + semesterWeeks[2]));
  const rest = periods - each * (semesterWeeks[1] + semesterWeeks[2]);
  // 17 left over make one more a week in semester 2, 18 one more in semester 1.
  const second = rest === semesterWeeks[1] ? 0 : Math.min(rest, semesterWeeks[2]);
  return { 1: each * semesterWeeks[1] + rest - second, 2: each * semesterWeeks[2] + second };
}

/** Periods a week in each semester, to one decimal where a semester does not come out even. */
export function weeklyPeriods(programme: Pick<Programme, 'semesterWeeks'>, periods: number): BySemester {
  const split = semesterPeriods(programme, periods);
  const weekly = (semester: Semester) =>
    Math.round((split[semester] / programme.semesterWeeks[semester]) * 10) / 10;
  return { 1: weekly(1), 2: weekly(2) };
}

/** Periods a week over the whole year of so many a week in each semester (a mean weighted by weeks). */
export function yearlyMean({ semesterWeeks }: Pick<Programme, 'semesterWeeks'>, weekly: BySemester): number {
  return (
    (weekly[1] * semesterWeeks[1] + weekly[2] * semesterWeeks[2]) / (semesterWeeks[1] + semesterWeeks[2])
  );
}
