import { Worker } from 'node:worker_threads';
import { discrepancies } from '../core/recompute.ts';
import type { Instance, Preference, Reckoning } from '../formats/format.ts';
import { formatNamed } from '../formats/index.ts';
import type { Breadth } from '../search/ejection.ts';
import { isBetter, type Solution } from '../search/solution.ts';
import { Solver } from '../search/solver.ts';
import { Checkpoint } from './checkpoint.ts';
import { shareOfTime } from './share-of-time.ts';

export interface SolveOptions {
  readonly format: string;
  readonly text: string;
  readonly seconds: number;
  readonly seed: number;
  /** Searches side by side, this thread among them; the best is shared. */
  readonly threads: number;
  /** Called with every better solution. */
  readonly progress?: (progress: Progress) => void;
  /** Called some times a second with the seconds since the beginning. */
  readonly tick?: (seconds: number) => void;
  /** Called once when no solution is there after a moment: time to look for proofs that there is none. */
  readonly slow?: (instance: Instance) => void;
  /** Looked at now and then: true stops the search, the best so far is the result. */
  readonly stopped?: () => boolean;
  /** A file that keeps the best timetable: the search goes on from what is in it. */
  readonly checkpoint?: string;
  /** Left out: what the document suggests. Means something only where the format `hasComfort`. */
  readonly preference?: Preference;
}

export interface Progress {
  readonly seconds: number;
  readonly unplaced: number;
  readonly hard: number;
  readonly soft: number;
  /** What it costs by kind of rule; reckoned when asked. */
  readonly broken: () => Reckoning['broken'];
}

export interface Solved {
  readonly instance: Instance;
  readonly solution: Solution;
  readonly reckoning: Reckoning;
  /** From the call on: reading, compiling and searching; not the start of Node and the modules (a tenth of a second). */
  readonly seconds: number;
  /** When, on the same clock, the first solution without a broken required rule was there; null when there is none. */
  readonly secondsToZeroHard: number | null;
  readonly iterations: number;
}

/** What goes to a worker, and what comes back. */
export interface WorkerTask {
  readonly format: string;
  readonly text: string;
  readonly seed: number;
  readonly breadth: Breadth;
  readonly from?: Solution | undefined;
  readonly preference?: Preference | undefined;
  /** When the search began and ends, in milliseconds of the time of day as `performance` tells it. */
  readonly begins: number;
  readonly ends: number;
}
export type FromWorker =
  | { readonly kind: 'best'; readonly solution: Solution }
  | { readonly kind: 'iterations'; readonly iterations: number }
  | { readonly kind: 'done' };

const sliceMilliseconds = 40;
/** Seconds after which other threads start, and after which a problem without a solution is called slow. */
const hireAfter = 0.4;
const slowAfter = 3;

/** Solves a document within the seconds given. Throws DocumentError for a document that cannot be read. */
export async function solve(options: SolveOptions): Promise<Solved> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const format = (await formatNamed(options.format))!;
  const instance = format.read(options.text, options.preference);
  const { wishPrice } = instance.problem;
  const checkpoint = options.checkpoint && new Checkpoint(options.checkpoint, options.text);
  const from = checkpoint ? await checkpoint.read(instance.problem) : undefined;
  const solver = new Solver(instance.problem, {
    seed: options.seed,
    target: instance.lowerBound,
    ...(from && { from }),
    spent: shareOfTime(began, began + options.seconds * 1000),
  });
  let best: Solution | undefined;
  let secondsToZeroHard: number | null = null;
  const note = (solution: Solution): boolean => {
    if (!isBetter(solution, best, wishPrice)) return false;
    best = solution;
    if (secondsToZeroHard === null && solution.hard + solution.unplaced < 1e-9) secondsToZeroHard = seconds();
    options.progress?.({
      seconds: seconds(),
      unplaced: solution.unplaced,
      hard: solution.hard,
      soft: solution.soft,
      broken: () => instance.reckon(solution).broken,
    });
    return true;
  };

  const onTarget = (one: Solution | undefined) =>
    one !== undefined && one.hard + one.unplaced < 1e-9 && one.soft <= instance.lowerBound + 1e-9;
  const counts = new Map<Worker, number>();
  const workers: Worker[] = [];
  const hire = () => {
    for (let index = 1; index < options.threads; index++) {
      const task: WorkerTask = {
        format: options.format,
        text: options.text,
        seed: options.seed + index * 7919,
        breadth: index % 2 === 1 ? 'wide' : 'narrow',
        from,
        preference: options.preference,
        begins: performance.timeOrigin + began,
        ends: performance.timeOrigin + began + options.seconds * 1000,
      };
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task });
      worker.unref();
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'best' && note(message.solution)) share(message.solution, worker);
        if (message.kind === 'iterations') counts.set(worker, message.iterations);
      });
      worker.on('error', () => {});
      workers.push(worker);
    }
  };
  const share = (solution: Solution, except?: Worker) => {
    for (const worker of workers) if (worker !== except) worker.postMessage(solution);
    if (except) solver.adopt(solution);
  };

  // Nothing to place, or a checkpoint where all is placed.
  if (solver.best) note(solver.best);
  let shared: Solution | undefined;
  let sharedAt = 0;
  let kept: Solution | undefined;
  let keptAt = 0;
  let hired = false;
  let isSlow = false;
  while (seconds() < options.seconds && !options.stopped?.()) {
    // Easy problems are done before another thread has started, or a proof is looked for.
    if (!hired && seconds() > hireAfter) {
      hired = true;
      hire();
    }
    if (!isSlow && seconds() > slowAfter) {
      isSlow = true;
      if (secondsToZeroHard === null) options.slow?.(instance);
    }
    const until = performance.now() + sliceMilliseconds;
    while (performance.now() < until && !solver.done && seconds() < options.seconds) {
      solver.step();
      if (solver.best && solver.best !== best) note(solver.best);
    }
    if (best && best === solver.best && best !== shared && seconds() - sharedAt > 1) {
      shared = best;
      sharedAt = seconds();
      share(best);
    }
    if (checkpoint && best && best !== kept && seconds() - keptAt > 2) {
      kept = best;
      keptAt = seconds();
      await checkpoint.write(best);
    }
    options.tick?.(seconds());
    if (solver.done && (workers.length === 0 || onTarget(solver.best))) break;
    await new Promise((resolve) => (solver.done ? setTimeout(resolve, 20) : setImmediate(resolve)));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  if (checkpoint && best && best !== kept) await checkpoint.write(best);
  const solution = best ?? solver.best ?? unplacedOf(solver);
  return {
    instance,
    solution,
    reckoning: instance.reckon(solution),
    seconds: seconds(),
    secondsToZeroHard,
    iterations: solver.iterations + [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** The timetable as it stands when not even a first one is there. */
function unplacedOf({ state }: Solver): Solution {
  return {
    start: Int32Array.from(state.start),
    option: Int32Array.from(state.option),
    duration: Int32Array.from(state.duration),
    unplaced: state.unplaced,
    hard: state.hard,
    soft: state.soft,
    comfort: state.comfort,
  };
}

/** The books of a solver against the same timetable recomputed: for tests. */
export function bookkeepingFaults(solver: Solver): string[] {
  return discrepancies(solver.state);
}
