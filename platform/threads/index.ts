/** Door to threads: heavy work beside the one that serves. */
export { jobThread, type ThreadBounds } from './job-thread.ts';
