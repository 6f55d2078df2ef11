/** The searches on worker threads, for Node. */
export { solveXhstt, type XhsttOptions, type XhsttResult } from './solve-xhstt.ts';
