/** The engine's door for Node: searches on several threads, of documents in files. Starts without the own JSON's schema. */
export type { Instance, Reckoning } from '../formats/format.ts';
export { formatNamed, formatNames } from '../formats/index.ts';
export { DocumentError, refuseSize, textOf } from '../formats/xml.ts';
export { type Progress, type Solved, type SolveOptions, solve } from './solve.ts';
