import type { Problem } from '#platform/errors';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import { type BySemester, levelOfGrade, type SubjectNeed, yearlyMean } from '#rules/curriculum';
import { commonStrands, openSubjects } from './settings.ts';

/** A class with what it must be taught. */
export interface TaughtClass {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly homeroomStaffId: string | null;
  readonly needs: readonly SubjectNeed[];
}

/** A subject somebody may teach; strand '' is the whole of it. */
export interface Qualification {
  readonly subjectCode: string;
  readonly strand: string;
  readonly lower: boolean;
  readonly upper: boolean;
}

/** A teacher as the assignment sees her. */
export interface Teacher {
  readonly id: string;
  readonly name: string;
  readonly teamId: string | null;
  /** Periods a week to teach: the norm, or for a teacher of another school the periods of the posting. */
  readonly norm: number;
  /** Mean periods a week already taught in another school. */
  readonly elsewhere: number;
  readonly qualifications: readonly Qualification[];
}

/** Somebody teaches a subject, or a strand of it, to a class: periods a week in each semester. */
export interface Assignment {
  readonly classId: string;
  readonly subjectCode: string;
  readonly strand: string;
  readonly staffId: string;
  readonly periods: BySemester;
  readonly exceptionReason: string | null;
}

/** Most periods a week one row may have; more is a slip of the finger. */
export const mostPeriodsPerWeek = 20;

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Whether somebody is qualified to teach a subject (strand '' = all of it) to a grade; STF-44, STF-45. */
export function isQualified(
  { qualifications }: Pick<Teacher, 'qualifications'>,
  grade: number,
  subjectCode: string,
  strand: string,
): boolean {
  if (openSubjects.value.includes(subjectCode)) return true;
  const level = levelOfGrade(grade);
  const common = commonStrands.value[subjectCode]?.includes(strand) ?? false;
  return qualifications.some(
    (one) =>
      one.subjectCode === subjectCode && one[level] && (common || one.strand === '' || one.strand === strand),
  );
}

/** How far what is assigned is from what the class must be taught, periods a week: below 0 missing, above 0 too many. */
export function cellDifference(
  need: Pick<SubjectNeed, 'weekly'>,
  rows: readonly Pick<Assignment, 'periods'>[],
) {
  const of = (semester: 1 | 2) =>
    tenth(rows.reduce((sum, { periods }) => sum + periods[semester], 0) - need.weekly[semester]);
  return { 1: of(1), 2: of(2) };
}

/** Whether a class gets exactly what it must be taught of a subject; a tenth of a period is rounding. */
export function isComplete(
  need: Pick<SubjectNeed, 'weekly'>,
  rows: readonly Pick<Assignment, 'periods'>[],
): boolean {
  const difference = cellDifference(need, rows);
  return Math.abs(difference[1]) <= 0.11 && Math.abs(difference[2]) <= 0.11;
}

/**
 * What is wrong with rows that somebody wants to save; empty: fine. Not being qualified is allowed with a written reason; too few
 * or too many periods are shown on the grid, not refused. `path` is the place in `rows`.
 */
export function assignmentProblems(
  programme: Programme,
  known: { classes: ReadonlyMap<string, TaughtClass>; teachers: ReadonlyMap<string, Teacher> },
  rows: readonly Assignment[],
): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const problems: Problem[] = [];
    const say = (message: string) => problems.push({ path: `${index}`, message });
    const schoolClass = known.classes.get(row.classId);
    const subject = findSubject(programme, row.subjectCode);
    if (!schoolClass || !subject || !schoolClass.needs.some((need) => need.subjectCode === row.subjectCode)) {
      say(
        `Lớp ${schoolClass?.name ?? ''} không học ${subject?.name ?? row.subjectCode}. Hãy xem lại môn lựa chọn của lớp.`,
      );
      return problems;
    }
    const what = `${schoolClass.name}, ${subject.name}`;
    if (row.strand !== '' && !subject.strands.some(({ code }) => code === row.strand)) {
      say(`${what}: không có phân môn này. Hãy chọn lại phân môn.`);
    }
    const both = [row.periods[1], row.periods[2]];
    if (
      both.some((periods) => !(periods >= 0 && periods <= mostPeriodsPerWeek)) ||
      both.every((one) => one === 0)
    ) {
      say(`${what}: số tiết mỗi tuần từ 0,1 đến ${mostPeriodsPerWeek}. Hãy sửa số tiết.`);
    }
    const key = [row.classId, row.subjectCode, row.strand, row.staffId].join();
    if (seen.has(key)) say(`${what}: một giáo viên được ghi hai lần. Hãy gộp thành một dòng.`);
    seen.add(key);
    const teacher = known.teachers.get(row.staffId);
    if (!teacher) {
      say(
        `${what}: giáo viên không thuộc trường và không có quyết định dạy liên trường năm nay. Hãy chọn người khác.`,
      );
    } else if (
      !isQualified(teacher, schoolClass.grade, row.subjectCode, row.strand) &&
      !row.exceptionReason?.trim()
    ) {
      say(
        `${what}: ${teacher.name} chưa được ghi nhận dạy môn này. Hãy chọn người khác hoặc ghi lí do ngoại lệ.`,
      );
    }
    return problems;
  });
}

/** Mean periods a week over the year of each teacher in these rows, by staff id. */
export function loadsOf(programme: Programme, rows: readonly Pick<Assignment, 'staffId' | 'periods'>[]) {
  const loads = new Map<string, number>();
  for (const { staffId, periods } of rows) {
    loads.set(staffId, (loads.get(staffId) ?? 0) + yearlyMean(programme, periods));
  }
  return loads;
}
