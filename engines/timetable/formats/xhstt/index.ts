/** XHSTT archives (high school timetabling, format of 2014): reading, the archive's own cost, writing. */
export { isBetter } from './anneal.ts';
export { type Evaluation, evaluate, type Violation } from './evaluate.ts';
export { explainInstance, type XhsttConflict } from './explain.ts';
export type { Constraint as XhsttConstraint, Cost, Instance, Meet, Solution } from './instance.ts';
export { type Archive, readArchive, readSolution, type StoredSolution } from './read-archive.ts';
export { type SolutionNote, writeArchive } from './write-archive.ts';
