import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from './official.ts';
import { refuse } from './refusals.ts';
import type { Sheet } from './workbook.ts';

export type RenderJob =
  | { kind: 'pdf' | 'docx'; document: OfficialDocument }
  | { kind: 'workbook'; sheets: Sheet[] };

interface Waiting {
  job: RenderJob;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: unknown) => void;
}

/** Longest time one file may take; the largest allowed workbook takes about half of it on a small machine. */
const patience = 120_000;
const longestQueue = 100;
/** An idle thread holds 100 MB and more after a long table; starting it again takes a tenth of a second. */
const idleTime = 60_000;

const queue: Waiting[] = [];
let current: (Waiting & { timer: NodeJS.Timeout }) | null = null;
let worker: Worker | null = null;
let rest: NodeJS.Timeout | undefined;

/**
 * Draws a file on a thread of its own, one at a time: a table of 2,000 rows takes over a second, in which the server
 * has others to answer. The thread starts with the first job, keeps its fonts and template warm, and does not keep the
 * process alive while idle.
 * @throws Refusal documents.busy when too many files wait, documents.tooSlow when one takes longer than two minutes
 *   or more memory than the thread may have
 */
export function renderOnThread(job: RenderJob): Promise<Uint8Array> {
  if (queue.length >= longestQueue) return Promise.reject(refuse.busy());
  return new Promise((resolve, reject) => {
    queue.push({ job, resolve, reject });
    next();
  });
}

function next(): void {
  const waiting = current ? undefined : queue.shift();
  if (!waiting) return;
  clearTimeout(rest);
  worker ??= startWorker();
  worker.ref();
  current = { ...waiting, timer: setTimeout(() => abandonWorker(refuse.tooSlow()), patience) };
  try {
    worker.postMessage(waiting.job);
  } catch (error) {
    // What cannot be copied to another thread (a function, a symbol) is no document.
    finish((job) => job.reject(error));
  }
}

function startWorker(): Worker {
  const started = new Worker(new URL('./render-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  started.on('message', (answer: { bytes: Uint8Array } | { error: unknown }) => {
    finish((job) => ('bytes' in answer ? job.resolve(answer.bytes) : job.reject(answer.error)));
  });
  started.on('error', (error: NodeJS.ErrnoException) => {
    if (started !== worker) return;
    abandonWorker(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse.tooSlow() : error);
  });
  started.on('exit', (code) => {
    if (started === worker) abandonWorker(new Error(`The render thread ended with code ${code}`));
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
