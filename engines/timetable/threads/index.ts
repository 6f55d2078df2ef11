/** The engine's door for Node: searches on several threads, of documents in files. Starts without the own JSON's schema. */
import type { XhsttResult } from './solve-xhstt.ts';

export type { Format, Instance, Preference, Reckoning } from '../formats/format.ts';
export { formatNamed, formatNames } from '../formats/index.ts';
export { DocumentError, refuseSize, textOf } from '../formats/xml.ts';
export { KeptFile, writeAside } from './checkpoint.ts';
export { type ProvinceOptions, type SchoolRun, solveProvince } from './province.ts';
export { favourShortSearches } from './short-searches.ts';
export { type Progress, type Solved, type SolveOptions, solve } from './solve.ts';

/** The search for XHSTT instances; loaded when it is called, so that other formats start without it. */
export async function solveXhstt(
  ...given: Parameters<typeof import('./solve-xhstt.ts').solveXhstt>
): Promise<XhsttResult> {
  return (await import('./solve-xhstt.ts')).solveXhstt(...given);
}
