/** Rules of lesson plans and the lesson log: steps of a plan, the line of each period, the programme, what is late. */
export {
  type FilledLine,
  fillWeek,
  type Half,
  type Held,
  heldKinds,
  isLate,
  type LineState,
  type LogLine,
  type LogSlot,
  layOver,
  type PlannedSlot,
  type Programmes,
  programmeKey,
  type Reached,
  type SlotChange,
  slotKey,
  threadOf,
} from './fill-week.ts';
export { freePeriod } from './free-period.ts';
export {
  activityNames,
  emptyActivities,
  type LessonActivity,
  missingParts,
  type PlanState,
  type PlanStep,
  planStates,
  planSteps,
} from './plan-state.ts';
export {
  aheadBy,
  expectedPeriods,
  type ProgrammeLesson,
  type ProgrammePeriod,
  periodOf,
  periodsBefore,
  periodsOf,
} from './programme.ts';
export { lateLogDays, lessonRating, lessonSettings, ratingsOf } from './settings.ts';
