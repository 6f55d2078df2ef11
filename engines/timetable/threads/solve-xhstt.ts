import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { isBetter } from '../formats/xhstt/anneal.ts';
import { evaluate } from '../formats/xhstt/evaluate.ts';
import type { Cost, Instance, Solution } from '../formats/xhstt/instance.ts';
import { canModel } from '../formats/xhstt/part-model.ts';
import { compile, type Problem } from '../formats/xhstt/problem.ts';
import { type PlannedRound, planRounds } from '../formats/xhstt/rounds.ts';
import { type Snapshot, State } from '../formats/xhstt/state.ts';
import { isListOf, type KeptFile } from './checkpoint.ts';
import type { RoundOrder, WorkerReport, WorkerStart } from './xhstt-worker.ts';

export interface XhsttOptions {
  /** Time for the whole search. */
  readonly seconds: number;
  readonly seed: number;
  readonly threads: number;
  /** At most so many iterations in each thread; with time enough the result is decided by the seed. */
  readonly iterations?: number;
  /** Told of improvements, not more than a few times a second. */
  readonly onBetter?: (cost: Cost, seconds: number) => void;
  /** Ends the search early; the best so far is the result. */
  readonly signal?: AbortSignal;
  /** Keeps the best of every few seconds, and is where the search goes on from. */
  readonly checkpoint?: KeptFile<KeptXhstt>;
}

/** The best so far, in a file: a snapshot, and of which of the two problems (see `compile`). */
export interface KeptXhstt {
  readonly keepSoft: boolean;
  readonly duration: readonly number[];
  readonly time: readonly number[];
  readonly resource: readonly number[];
}

export interface XhsttResult extends Cost {
  readonly solution: Solution;
  readonly seconds: number;
  /** Undefined when no solution without infeasibility was found. */
  readonly secondsToZeroHard: number | undefined;
  readonly iterations: number;
}

const now = () => performance.timeOrigin + performance.now();
/** Milliseconds between two writings of the best: what a kill loses. */
const breath = 2000;

/** A worker thread that does one round at a time. */
class Thread {
  readonly keepSoft: boolean;
  readonly #worker: Worker;

  constructor(start: WorkerStart) {
    this.keepSoft = start.keepSoft;
    this.#worker = new Worker(new URL('./xhstt-worker.ts', import.meta.url), { workerData: start });
  }

  round(order: RoundOrder, onBetter: (best: Snapshot, at: number) => void) {
    return new Promise<{ best: Snapshot; iterations: number }>((resolve, reject) => {
      const settle = (act: () => void) => {
        this.#worker.off('message', hear);
        this.#worker.off('error', fail);
        act();
      };
      const fail = (error: Error) => settle(() => reject(error));
      const hear = (report: WorkerReport) => {
        if (report.kind === 'better') onBetter(report.best, report.at);
        else settle(() => resolve(report));
      };
      this.#worker.on('message', hear);
      this.#worker.on('error', fail);
      this.#worker.postMessage(order);
    });
  }

  end() {
    return this.#worker.terminate();
  }
}

/** Iterations of a thread at the end of a round, of so many in all; `before`: those it had made when the rest began. */
function iterationsUntil({ until, of }: PlannedRound, most: number, before: number): number {
  return Math.ceil(of === 'all' ? most * until : before + until * (most - before));
}

/**
 * Searches for a good solution on worker threads that share their best between rounds. Every figure of the result comes
 * from the independent evaluator.
 */
export async function solveXhstt(instance: Instance, options: XhsttOptions): Promise<XhsttResult> {
  const started = now();
  const stop = new Int32Array(new SharedArrayBuffer(8));
  const halt = () => Atomics.store(stop, 0, 1);
  options.signal?.addEventListener('abort', halt, { once: true });
  if (options.signal?.aborted) halt();

  // Soft links and splits kept by force in every second thread, in all when it makes no difference.
  const problems = [true, false].map((keepSoft) => compile(instance, { keepSoft }));
  const keepingMatters =
    problems[0]!.units !== problems[1]!.units ||
    instance.constraints.some(({ kind, required }) => kind === 'SplitEvents' && !required);
  const kept = await options.checkpoint?.read((given) =>
    isSnapshotOf(given, problems[given.keepSoft ? 0 : 1]!),
  );
  const former = kept && {
    keepSoft: kept.keepSoft,
    best: snapshotOf(problems[kept.keepSoft ? 0 : 1]!, kept),
  };
  const search = randomUUID();
  const threads = Array.from({ length: options.threads }, (_, i) => {
    const keepSoft = !keepingMatters || i % 2 === 0;
    const channel = `${search} ${keepSoft}`;
    return new Thread({ instance, seed: options.seed * 1000 + i, keepSoft, stop, channel });
  });
  let zeroAt: number | undefined;
  let told = { hard: Number.POSITIVE_INFINITY, soft: Number.POSITIVE_INFINITY };
  let writing = Promise.resolve();
  let writtenAt = started;
  const write = (best: Snapshot, keepSoft: boolean) => {
    const { duration, time, resource } = best;
    writtenAt = now();
    writing = writing.then(() =>
      options.checkpoint?.write({
        ...{ keepSoft, duration: [...duration], time: [...time], resource: [...resource] },
      }),
    );
    // Whoever waits for it at the end hears of a disk that is full; until then it must not end the program.
    writing.catch(() => {});
  };
  const hear = (best: Snapshot, at: number, { keepSoft }: Thread) => {
    if (best.hard === 0) zeroAt = Math.min(zeroAt ?? at, at);
    if (!isBetter(best, told)) return;
    told = { hard: best.hard, soft: best.soft };
    options.onBetter?.(told, (at - started) / 1000);
    if (options.checkpoint && now() - writtenAt > breath) write(best, keepSoft);
  };
  if (former) {
    told = { hard: former.best.hard, soft: former.best.soft };
    if (former.best.hard === 0) zeroAt = now();
  }

  const bests: (Snapshot | undefined)[] = threads.map(({ keepSoft }) =>
    former?.keepSoft === keepSoft ? former.best : undefined,
  );
  /** The best of all threads that understand the solutions of this one. */
  const bestFor = (keepSoft: boolean) =>
    bests.reduce<Snapshot | undefined>((best, other, i) => {
      if (!other || threads[i]!.keepSoft !== keepSoft) return best;
      return !best || isBetter(other, best) ? other : best;
    }, undefined);
  const made = threads.map(() => 0);
  try {
    const end = started + options.seconds * 1000;
    const most = options.iterations;
    let from = started;
    /** Where the rest begins that infeasibility has left: in time, and in the iterations of each thread. */
    let rest: { readonly at: number; readonly made: readonly number[] } | undefined;
    // What a linear model brings in some seconds is not decided by the seed.
    const polish = most === undefined && problems.some(canModel);
    for (const round of planRounds(polish)) {
      if (Atomics.load(stop, 0) === 1 && bests.every((best) => best)) break;
      if (round.of === 'rest') rest ??= { at: from, made: [...made] };
      const base = round.of === 'rest' && rest ? rest.at : started;
      const to = base + round.until * (end - base);
      Atomics.store(stop, 1, 0);
      const reports = await Promise.all(
        threads.map((thread, i) => {
          const order: RoundOrder = {
            aim: round.aim,
            heat: round.heat(i),
            adopt:
              round.share || (bests[i]?.hard ?? 0) > 0 || (former && made[i] === 0)
                ? bestFor(thread.keepSoft)
                : undefined,
            startTime: from,
            endTime: to,
            iterations:
              most === undefined ? undefined : iterationsUntil(round, most, rest?.made[i] ?? 0) - made[i]!,
          };
          return thread
            .round(order, (best, at) => hear(best, at, thread))
            .then((report) => {
              // One is enough, unless the seed alone shall decide.
              if (round.aim === 'feasible' && report.best.hard === 0 && most === undefined)
                Atomics.store(stop, 1, 1);
              return report;
            });
        }),
      );
      reports.forEach((report, i) => {
        bests[i] = report.best;
        made[i]! += report.iterations;
        if (report.best.hard === 0) zeroAt ??= now();
      });
      if (bests.some((best) => best && best.hard === 0 && best.soft === 0)) break;
      from = Math.min(to, Math.max(from, now()));
    }
  } finally {
    options.signal?.removeEventListener('abort', halt);
    await Promise.all(threads.map((thread) => thread.end()));
  }

  let winner = 0;
  bests.forEach((best, i) => {
    if (best && isBetter(best, bests[winner]!)) winner = i;
  });
  let best = bests[winner];
  assert(best, 'at least one round was run');
  let { keepSoft } = threads[winner]!;
  // Of the other problem, and none of the threads came so far.
  if (former && isBetter(former.best, best)) ({ best, keepSoft } = former);
  if (options.checkpoint) write(best, keepSoft);
  await writing;
  const state = new State(problems[keepSoft ? 0 : 1]!);
  state.restore(best);
  const solution = state.solution();
  const { hard, soft } = evaluate(instance, solution);
  assert(hard === best.hard && soft === best.soft, 'the search and the evaluator disagree');
  return {
    hard,
    soft,
    solution,
    seconds: (now() - started) / 1000,
    secondsToZeroHard: zeroAt === undefined ? undefined : (zeroAt - started) / 1000,
    iterations: made.reduce((sum, own) => sum + own, 0),
  };
}

/** A snapshot that a file keeps, with its cost. */
function snapshotOf(problem: Problem, { duration, time, resource }: KeptXhstt): Snapshot {
  const state = new State(problem);
  state.restore({
    ...{ duration: Int32Array.from(duration), time: Int32Array.from(time), hard: 0, soft: 0 },
    resource: Int32Array.from(resource),
  });
  return state.snapshot();
}

/** Whether what a file keeps has the shape of a solution of the problem. */
function isSnapshotOf(given: KeptXhstt, problem: Problem): boolean {
  const { duration, time, resource } = new State(problem).snapshot();
  return (
    isListOf(given.duration, duration.length, 0, problem.times) &&
    isListOf(given.time, time.length, -1, problem.times - 1) &&
    isListOf(given.resource, resource.length, -1, problem.resources - 1)
  );
}
