/** Rules of the timetable: the week of a school, what must be laid, what is wrong with how it is laid. */
export { type Board, boardOf } from './board.ts';
export { type CellVerdict, judgeCell, judgeWeek } from './cell.ts';
export {
  checkTimetable,
  lessonName,
  nameOf,
  type RuleId,
  ruleIds,
  ruleWords,
  type Violation,
} from './checks.ts';
export { defaultEvents, defaultSubjectRules, timetableSettings, weekLimits } from './defaults.ts';
export {
  type AssignedPeriods,
  blocksOf,
  type Demand,
  type DemandFinding,
  lessonsOf,
  type StudyGroupFact,
  type SubjectDemand,
  wholeParts,
} from './demand.ts';
export type { FeedLesson } from './feed-lesson.ts';
export { type Figures, figuresOf } from './figures.ts';
export { defaultGoals, type Goal, type Goals, goalNames, goalWeight, mostGoal } from './goals.ts';
export {
  clockOf,
  describeLesson,
  type Grid,
  type GridCell,
  type GridRow,
  gridOfOne,
  gridOfSchool,
  lessonsOfOne,
  type Names,
  shortNames,
  type View,
  views,
  type Week,
} from './grid.ts';
export * from './ground.ts';
export { type SchoolWeekRow, weekOn } from './school-weeks.ts';
export {
  type Candidate,
  daysBetween,
  type FreePlace,
  type OpenLesson,
  type Proposal,
  proposeSubstitutes,
  type StaffRoom,
  weekdayOf,
} from './substitution.ts';
export * from './week.ts';
