import { Worker } from 'node:worker_threads';

export interface ThreadBounds {
  /** The longest time one job may take, in milliseconds. */
  readonly patience: number;
  readonly mostMegabytes: number;
  /** What a person hears when too many jobs wait. */
  readonly busy: () => Error;
  /** What a person hears when a job took too long or more memory than the thread may have. */
  readonly tooSlow: () => Error;
}

interface Waiting {
  job: unknown;
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
}

const longestQueue = 100;
/** An idle thread holds 100 MB and more after a long table; starting it again takes a tenth of a second. */
const idleTime = 60_000;

/**
 * Makes a thread that does jobs one at a time: a table of 2,000 rows takes over a second, in which the server has
 * others to answer. The thread starts with the first job, keeps what it loaded warm, and does not keep the process
 * alive while idle. Its script takes each job as a message and posts `{ answer }` or `{ error }`.
 */
export function jobThread<Job, Answer>(script: URL, bounds: ThreadBounds): (job: Job) => Promise<Answer> {
  const queue: Waiting[] = [];
  let current: (Waiting & { timer: NodeJS.Timeout }) | null = null;
  let worker: Worker | null = null;
  let rest: NodeJS.Timeout | undefined;

  function next(): void {
    const waiting = current ? undefined : queue.shift();
    if (!waiting) return;
    clearTimeout(rest);
    worker ??= startWorker();
    worker.ref();
    current = { ...waiting, timer: setTimeout(() => abandonWorker(bounds.tooSlow()), bounds.patience) };
    try {
      worker.postMessage(waiting.job);
    } catch (error) {
      // What cannot be copied to another thread (a function, a symbol) is no job.
      finish((job) => job.reject(error));
    }
  }

  function startWorker(): Worker {
    const started = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: bounds.mostMegabytes } });
    started.on('message', (message: { answer: never } | { error: unknown }) => {
      // Under `node --watch` a thread also tells which files it has loaded: no answer of ours.
      if (!('answer' in message || 'error' in message)) return;
      finish((job) => ('answer' in message ? job.resolve(message.answer) : job.reject(message.error)));
    });
    started.on('error', (error: NodeJS.ErrnoException) => {
      if (started !== worker) return;
      abandonWorker(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? bounds.tooSlow() : error);
    });
    started.on('exit', (code) => {
      if (started === worker)
        abandonWorker(new Error(`The thread of ${script.pathname} ended with code ${code}`));
    });
    return started;
  }

  /** Answers the job at hand and starts the next one. */
  function finish(answer: (job: Waiting) => void): void {
    const job = current!;
    clearTimeout(job.timer);
    current = null;
    worker?.unref();
    clearTimeout(rest);
    rest = setTimeout(() => abandonWorker(null), idleTime).unref();
    answer(job);
    next();
  }

  /** The thread is lost, stuck or idle: the job at hand, if any, fails and the next one gets a new thread. */
  function abandonWorker(error: unknown): void {
    void worker?.terminate();
    worker = null;
    if (current) finish((job) => job.reject(error));
  }

  return (job) => {
    if (queue.length >= longestQueue) return Promise.reject(bounds.busy());
    return new Promise((resolve, reject) => {
      queue.push({ job, resolve, reject });
      next();
    });
  };
}
