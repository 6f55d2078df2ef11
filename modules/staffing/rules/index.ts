/** Rules of staffing: quotas, norms, loads, who may teach what, and a proposal of who does. */
export {
  type Assignment,
  assignmentProblems,
  cellDifference,
  isComplete,
  isQualified,
  loadsOf,
  mostPeriodsPerWeek,
  type Qualification,
  type TaughtClass,
  type Teacher,
} from './assignment.ts';
export { type SubjectCapacity, subjectCapacity } from './capacity.ts';
export { type Fairness, fairness, type LoadState, loadState, surplus } from './load.ts';
export {
  baseNorm,
  dutyProblems,
  dutyReduction,
  type HeldDuty,
  isLargeSchool,
  type Norm,
  type NormPerson,
  type NormSchool,
  proposedReduction,
  weeklyNorm,
} from './norm.ts';
export {
  type LastYearRow,
  type Proposal,
  type ProposalInput,
  type ProposedRow,
  proposeAssignment,
  type Shortage,
} from './proposal/propose.ts';
export { type QuotaSchool, teacherQuota } from './quota.ts';
export {
  commonStrands,
  conversions,
  type DutyKind,
  type DutyRule,
  dutyKinds,
  dutyRules,
  type Level,
  largeSchool,
  loadTolerance,
  managerNorm,
  openSubjects,
  personalReductions,
  type SchoolKind,
  teacherNorm,
  youthLeaderNorm,
} from './settings.ts';
export { shareOverStrands } from './strands.ts';
