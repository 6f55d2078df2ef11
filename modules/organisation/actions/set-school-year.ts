import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { nationalSchoolYear2025 } from '#reference/school-years';
import type { UnitActor } from '../actor.ts';
import {
  clearCurrent,
  replaceWeeks,
  type SchoolYear,
  saveSchoolYear,
  selectSchoolYearOptional,
} from '../data/school-years.ts';
import { organisationErrors } from '../errors.ts';
import {
  buildSchoolWeeks,
  type SchoolBreak,
  type SchoolWeek,
  type SemesterSpan,
  schoolWeeksProblems,
  semesterSpans,
} from '../rules/index.ts';

export interface SchoolYearInput {
  readonly version?: number | undefined;
  readonly startsOn: string;
  readonly opensOn: string;
  readonly endsOn: string;
  readonly semester1Weeks: number;
  readonly semester2Weeks: number;
  readonly breaks: SchoolBreak[];
  readonly isCurrent: boolean;
  readonly sourceNote: string;
}

export interface SchoolYearSet {
  readonly schoolYear: SchoolYear;
  readonly semesters: SemesterSpan[];
  readonly weeks: SchoolWeek[];
  readonly warnings: string[];
}

const nationalFrames = [nationalSchoolYear2025];

/**
 * Sets the dates of a school year by the province's decision and counts its teaching weeks anew. Leaving the national frame
 * is the province's right in special cases (Decision 2269/QĐ-BGDĐT art. 2: at most 15 days), so it warns and does not refuse.
 */
export async function setSchoolYear(
  tx: WriteTx,
  actor: UnitActor,
  name: string,
  input: SchoolYearInput,
): Promise<SchoolYearSet> {
  const { version, semester1Weeks, semester2Weeks, ...dates } = input;
  const frame = { opensOn: dates.opensOn, breaks: dates.breaks, semester1Weeks, semester2Weeks };
  const problems = schoolWeeksProblems(frame);
  if (dates.startsOn > dates.opensOn)
    problems.push('Ngày bắt đầu năm học phải trước hoặc trùng ngày khai giảng.');
  if (dates.opensOn >= dates.endsOn) problems.push('Ngày kết thúc năm học phải sau ngày khai giảng.');
  if (problems.length > 0) throw organisationErrors.badSchoolYear(problems);
  const weeks = buildSchoolWeeks(frame);
  const semesters = semesterSpans(weeks);
  // The last day of teaching is the Friday of the last week; a year may end on any day after it.
  if (weeks.at(-1)!.startsOn > dates.endsOn) {
    throw organisationErrors.badSchoolYear([
      'Số tuần học không vừa trước ngày kết thúc năm học. Hãy kiểm tra lại.',
    ]);
  }

  const { departmentId } = actor;
  const current = await selectSchoolYearOptional(tx, { name });
  const year = { id: current?.id ?? uuidv7(), name, ...dates, version: version ?? 0 };
  if (current && current.version !== version) throw organisationErrors.changedMeanwhile(year, current);
  if (year.isCurrent) await clearCurrent(tx, year.id);
  if (!(await saveSchoolYear(tx, year, departmentId))) {
    throw organisationErrors.changedMeanwhile(year, await selectSchoolYearOptional(tx, { name }));
  }
  await replaceWeeks(tx, { id: year.id, departmentId }, semesters, weeks);
  const national = nationalFrames.find((known) => known.name === name);
  return {
    schoolYear: (await selectSchoolYearOptional(tx, { name }))!,
    semesters,
    weeks,
    warnings: national ? schoolWeeksProblems(frame, national) : [],
  };
}
