export {
  buildSchoolWeeks,
  type SchoolBreak,
  type SchoolWeek,
  type SchoolWeeksFrame,
  type SchoolYearLimits,
  type SemesterSpan,
  schoolWeeksProblems,
  semesterSpans,
} from './school-weeks.ts';
