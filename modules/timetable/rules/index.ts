/** Rules of the timetable: the week of a school, what must be laid, what is wrong with how it is laid. */
export { type Board, boardOf, groundIn } from './board.ts';
export { checkTimetable } from './checks.ts';
export {
  type Absent,
  absentNames,
  type ChangeKind,
  type DayChange,
  type DayPlace,
  daysBetween,
  type HeldLesson,
  heldLessons,
  isHeld,
  isHeldInPlace,
  isRealMove,
  type LaidLesson,
  laidLessons,
  sameDayPlace,
  slotOfDay,
  teachersOf,
  weekdayOf,
  withoutTeacher,
} from './day-plan.ts';
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
export type { CellVerdict, Chain, LessonPlace } from './editing.ts';
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
  type View,
  views,
  type Week,
} from './grid.ts';
export * from './ground.ts';
export { lessonName, nameOf } from './names.ts';
export { whyNotRoom } from './room-fit.ts';
export { type SchoolWeekRow, weekOn } from './school-weeks.ts';
export { changedLessons, isGone, type ShownLesson, shownOfOne, shownWeek } from './shown-week.ts';
export { elsewhereOf } from './taken-elsewhere.ts';
export { hasHalf } from './term-part.ts';
export { type RuleId, ruleIds, ruleWords, type Violation } from './violation.ts';
export * from './week.ts';
