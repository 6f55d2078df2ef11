/** The engine's door for Node: searches on several threads. */
export { type Progress, type Solved, type SolveOptions, solve } from './solve.ts';
