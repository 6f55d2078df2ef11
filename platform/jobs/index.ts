/** Background work on PostgreSQL: added in the transaction of the data, run by a worker as often as it takes. */
export { addJob, addJobs, type JobOptions } from './add-job.ts';
export {
  installJobs,
  type Recurring,
  runDueJobsNow,
  startWorker,
  type Task,
  type Worker,
  type WorkerOptions,
} from './worker.ts';
