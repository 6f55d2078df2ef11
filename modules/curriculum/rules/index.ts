/** Rules of the programme: what each grade and class is taught, and which choices are allowed. */
export {
  type Choice,
  type ChoiceKind,
  type ClassForm,
  choicePeriods,
  choiceProblems,
} from './class-choices.ts';
export { classProgramme, type SubjectNeed } from './class-programme.ts';
export {
  type BySemester,
  levelOfGrade,
  linesOfGrade,
  programmePeriods,
  type Semester,
  semesterPeriods,
  totalPeriods,
  weeklyPeriods,
  weeksOfYear,
  yearlyMean,
} from './programme.ts';
export { mostPeriodsPerYear, type Setting, specialisedFactor } from './settings.ts';
