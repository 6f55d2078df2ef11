/** The timetable engine: problems, constraints, search. Knows no database, no web, no school. */
export { BusyDays } from './constraints/busy-days.ts';
export { DailyHours } from './constraints/daily-hours.ts';
export { Gaps } from './constraints/gaps.ts';
export { NoClash } from './constraints/no-clash.ts';
export { StartCost } from './constraints/start-cost.ts';
export type { Constraint, CostFunction, Price } from './core/constraint.ts';
export { type Grid, type MeetSpec, type Option, type Problem, ProblemBuilder } from './core/problem.ts';
export { Random } from './core/random.ts';
export { discrepancies, recomputed } from './core/recompute.ts';
export { State } from './core/state.ts';
export { findClashingSet } from './explain/clashing-set.ts';
export { type Conflict, findConflicts } from './explain/conflict.ts';
export { type Cell, cellsFor } from './feedback/cells.ts';
export { type ChainSwap, chainSwaps } from './feedback/chain-swaps.ts';
export type { RuleKind } from './feedback/kinds.ts';
export type { Reason } from './feedback/reasons.ts';
export { type FetDocument, readFet, textOfChild } from './formats/fet/document.ts';
export type { Format, Instance, Reckoning } from './formats/format.ts';
export { formatNamed, formatNames } from './formats/index.ts';
export { compileSchool, type SchoolCompiled } from './formats/json/compile.ts';
export { instanceOf } from './formats/json/format.ts';
export {
  type SchoolConstraint,
  type SchoolLesson,
  type SchoolProblem,
  type SchoolSlot,
  type SchoolTimetable,
  schoolSchema,
} from './formats/json/schema.ts';
export * as xhstt from './formats/xhstt/index.ts';
export { DocumentError, parseXml, refuseSize, textOf } from './formats/xml.ts';
export { cheapestAssignment } from './repair/assignment.ts';
export { type LostLesson, type MakeUpPlace, makeUp } from './repair/make-up.ts';
export { type Repair, type RepairRequest, repair } from './repair/repair.ts';
export type { Shortage } from './repair/shortage.ts';
export {
  type AbsentLesson,
  type BusyTime,
  type Candidate,
  type Nearness,
  type Obstacle,
  proposeSubstitutes,
  type Substitute,
  type SubstitutionProposal,
  type SubstitutionRequest,
  type SubstitutionWeights,
  usualWeights,
} from './repair/substitute.ts';
export {
  applyMoves,
  inverseOf,
  type Move,
  movesFrom,
  type Placing,
  placingOf,
  stateOf,
  type Timetable,
} from './repair/timetable.ts';
export { isBetter, type Solution } from './search/solution.ts';
export { Solver, type SolverOptions } from './search/solver.ts';
