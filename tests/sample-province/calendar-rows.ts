import type { NationalSchoolYear } from '#reference/school-years';
import { buildSchoolWeeks, semesterSpans } from '#rules/organisation';
import type { Draws } from './draws.ts';
import type { SchoolWeekRow, SchoolYearRow, SemesterRow } from './rows.ts';

/** Year, semesters and weeks of a department that keeps the national frame with its proposed breaks. */
export function calendarRows(
  draws: Draws,
  departmentId: string,
  frame: NationalSchoolYear,
): { schoolYear: SchoolYearRow; semesters: SemesterRow[]; schoolWeeks: SchoolWeekRow[] } {
  const id = draws.id(`school-year/${frame.name}`);
  const own = { school_year_id: id, department_id: departmentId };
  const weeks = buildSchoolWeeks({ ...frame, breaks: frame.proposedBreaks });
  return {
    schoolYear: {
      id,
      department_id: departmentId,
      name: frame.name,
      starts_on: frame.reopensFinalGradesFrom,
      ends_on: frame.endsBefore,
      opens_on: frame.opensOn,
      is_current: true,
      source_note: frame.sourceNote,
    },
    semesters: semesterSpans(weeks).map((span) => ({
      ...own,
      number: span.number,
      starts_on: span.startsOn,
      ends_on: span.endsOn,
      weeks: span.weeks,
    })),
    schoolWeeks: weeks.map((week) => ({
      ...own,
      number: week.number,
      semester: week.semester,
      starts_on: week.startsOn,
      ends_on: week.endsOn,
    })),
  };
}
