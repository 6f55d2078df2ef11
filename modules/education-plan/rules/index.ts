/** Rules of the school education plan: what is drafted, what is checked, who takes which step. */

export { type StaffNeed, staffNeeds } from './checks/capacity.ts';
export { checkPlan } from './checks/index.ts';
export { type ComparedRow, compareRows, type Difference } from './differences.ts';
export {
  type Calendar,
  type ClassFact,
  type Finding,
  type PlanFacts,
  type RuleId,
  ruleIds,
  ruleWords,
  type SchoolFacts,
  type Severity,
  type StaffFact,
  type YearFrame,
} from './facts.ts';
export { type Figures, figuresOf } from './figures.ts';
export { calendarOf, frameActivities, frameSections, frameTargets } from './frame-texts.ts';
export { draftPeriods, gradesOf, rowsOfClass, weeklyOfClass } from './periods.ts';
export { rowProblems } from './row-problems.ts';
export * from './rows.ts';
export { type GradeWeek, spreadWeek } from './spread-week.ts';
export { strandName } from './strand-name.ts';
export {
  contentWords,
  fundingWords,
  halfWords,
  partWords,
  stateWords,
  testWords,
  weekdayName,
} from './words.ts';
export { approvalProblems, mayStep, type PlanState, type PlanStep, type TeamState } from './workflow.ts';
