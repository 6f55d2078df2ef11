import { Logger, parseCronItems, run, runMigrations, runOnce, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { asOwner } from '../db/index.ts';

/** Does one kind of job. Throws to have it tried again later. Must bear being run twice with the same payload. */
export type Task = (
  payload: unknown,
  job: { readonly id: string; readonly signal: AbortSignal },
) => Promise<void>;

/** A job that comes back by itself, added once for each due time however many workers run. */
export type Recurring = { readonly task: string } & (
  | { /** 'HH:MM' in Việt Nam. */ readonly dailyAt: string }
  | { /** 1 to 59. */ readonly everyMinutes: number }
);

export interface WorkerOptions {
  /** Address of a login that may act as hoaban_owner. */
  readonly ownerUrl: string;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly recurring?: readonly Recurring[];
  /** Tasks that run once right away, besides the times they come by themselves. */
  readonly atStart?: readonly string[];
  /** Jobs run at once; 2 when absent. */
  readonly concurrency?: number;
  /**
   * true when no other process works on this database: jobs that a killed process was in the middle of
   * are taken up at once. Otherwise they wait four hours.
   */
  readonly alone?: boolean;
  readonly log: (level: 'debug' | 'info' | 'warning' | 'error', message: string) => void;
}

export interface Worker {
  /** Lets running jobs finish, then closes. */
  stop(): Promise<void>;
}

function openPool(ownerUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: asOwner(ownerUrl), max, application_name: 'hoaban jobs' });
  // The worker notices a lost connection by itself and connects anew; unhandled, the event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

function loggerOf(log: WorkerOptions['log']): Logger {
  // Only the message: the details carry the payload.
  return new Logger(() => (level, message) => log(level, message));
}

function taskList(tasks: WorkerOptions['tasks']): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload, helpers) => {
        await task(payload, {
          id: helpers.job.id,
          signal: helpers.abortSignal ?? new AbortController().signal,
        });
      },
    ]),
  );
}

const vietnamAheadOfUtcHours = 7;

function cronItem(recurring: Recurring): {
  task: string;
  match: string;
  options: { backfillPeriod: number };
} {
  // A server that was off at the due time makes up for the last day, not for the whole holiday.
  const options = { backfillPeriod: 'dailyAt' in recurring ? 24 * 3600 * 1000 : 0 };
  if ('everyMinutes' in recurring) {
    return { task: recurring.task, match: `*/${recurring.everyMinutes} * * * *`, options };
  }
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(recurring.dailyAt) ?? [];
  if (!hour || !minute) throw new RangeError(`not a time of day: ${recurring.dailyAt}`);
  const utcHour = (Number(hour) - vietnamAheadOfUtcHours + 24) % 24;
  return { task: recurring.task, match: `${Number(minute)} ${utcHour} * * *`, options };
}

/** Installs or updates the tables of the job queue. Call after `migrate`, at every start. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const pool = openPool(ownerUrl, 1);
  try {
    await runMigrations({ pgPool: pool, logger: loggerOf(() => {}) });
  } finally {
    await pool.end();
  }
}

async function takeUpAbandoned(pool: pg.Pool): Promise<void> {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs where locked_by is not null
    having count(*) > 0`);
}

/** Starts working off jobs as they come due, until stopped. Does not touch the process's signals. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { ownerUrl, tasks, recurring = [], atStart = [], concurrency = 2, alone = false, log } = options;
  const parsedCronItems = parseCronItems(recurring.map(cronItem));
  const pool = openPool(ownerUrl, concurrency + 2);
  if (alone) await takeUpAbandoned(pool);
  const runner = await run({
    pgPool: pool,
    taskList: taskList(tasks),
    parsedCronItems,
    concurrency,
    noHandleSignals: true,
    logger: loggerOf(log),
  });
  runner.promise.catch((error: unknown) => log('error', `worker ended: ${String(error)}`));
  // A key of its own: however often the program is started anew, one of them waits.
  for (const task of atStart) await runner.addJob(task, {}, { jobKey: `at start: ${task}` });
  return {
    async stop() {
      await runner.stop();
      await runner.promise.catch(() => {});
      await pool.end();
    },
  };
}

/** Runs every job that is due now, one after the other, and comes back: for tests and for the command line. */
export async function runDueJobsNow(
  options: Pick<WorkerOptions, 'ownerUrl' | 'tasks'> & Partial<Pick<WorkerOptions, 'log'>>,
): Promise<void> {
  const pool = openPool(options.ownerUrl, 3);
  try {
    await runOnce({
      pgPool: pool,
      taskList: taskList(options.tasks),
      noHandleSignals: true,
      logger: loggerOf(options.log ?? (() => {})),
    });
  } finally {
    await pool.end();
  }
}
