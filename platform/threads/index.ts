/** Heavy work on a thread of its own, one job after the other, bounded in time and memory. */
export { jobThread, type ThreadBounds } from './job-thread.ts';
