import assert from 'node:assert/strict';
import {
  BroadcastChannel,
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from 'node:worker_threads';
import type { Instance } from '../formats/xhstt/instance.ts';
import { canModel } from '../formats/xhstt/part-model.ts';
import type { Aim } from '../formats/xhstt/rounds.ts';
import { Searcher } from '../formats/xhstt/search.ts';
import type { Snapshot } from '../formats/xhstt/state.ts';

// One thread of the XHSTT search: makes a searcher, then runs the rounds it is told.

export interface WorkerStart {
  readonly instance: Instance;
  readonly seed: number;
  readonly keepSoft: boolean;
  /** Element 0 becomes 1 when everybody shall stop, element 1 while the round is over for all. */
  readonly stop: Int32Array<SharedArrayBuffer>;
  /** Name of the channel on which threads that understand each other's solutions tell what they find by polishing. */
  readonly channel: string;
}

/** What the coordinator asks for. Times are milliseconds of the machine's monotonic clock. */
export interface RoundOrder {
  readonly aim: Aim;
  readonly heat: number;
  readonly adopt: Snapshot | undefined;
  readonly startTime: number;
  readonly endTime: number;
  /** At most so many iterations; undefined: as many as there is time for. */
  readonly iterations: number | undefined;
}

export type WorkerReport =
  | { readonly kind: 'better'; readonly best: Snapshot; readonly at: number }
  | { readonly kind: 'done'; readonly best: Snapshot; readonly iterations: number };

const port = parentPort;
assert(port, 'runs as a worker thread');
const { instance, seed, keepSoft, stop, channel } = workerData as WorkerStart;
/** The machine's monotonic clock, the same in all threads. */
const now = () => performance.timeOrigin + performance.now();
const searcher = new Searcher(instance, seed, keepSoft);
const others = new BroadcastChannel(channel);
let toldAt = 0;
let toldHard = Number.POSITIVE_INFINITY;

/** Undefined where it does not run: then polishing is annealing. */
async function linearSolver() {
  try {
    return (await import('./linear-solver.ts')).solveModel;
  } catch {
    return undefined;
  }
}

port.on('message', async (order: RoundOrder) => {
  if (order.adopt) searcher.adopt(order.adopt);
  const span = Math.max(1, order.endTime - order.startTime);
  const solve = order.aim === 'polish' && canModel(searcher.problem) ? await linearSolver() : undefined;
  const secondsLeft = () => Math.max(0.1, (order.endTime - now()) / 1000);
  // Takes both kinds of channel; its types know one.
  const heard = () => receiveMessageOnPort(others as unknown as MessagePort)?.message as Snapshot | undefined;
  const iterations = searcher.run({
    ...(solve && { polishing: { solve, secondsLeft, heard } }),
    aim: order.aim,
    heat: order.heat,
    progress: (made) => {
      if (Atomics.load(stop, 0) === 1 || Atomics.load(stop, 1) === 1) return 1;
      const passed = (now() - order.startTime) / span;
      if (order.iterations === undefined) return passed;
      // Counted in iterations, the clock only ends the round: it must not touch what the seed decides.
      return passed >= 1 || made >= order.iterations ? 1 : made / order.iterations;
    },
    onBetter: (best) => {
      const { hard } = best;
      if (order.aim === 'polish') others.postMessage(best);
      const at = now();
      if (hard >= toldHard && at - toldAt < 200) return;
      toldAt = at;
      toldHard = hard;
      port.postMessage({ kind: 'better', best, at } satisfies WorkerReport);
    },
  });
  port.postMessage({ kind: 'done', best: searcher.best, iterations } satisfies WorkerReport);
});
