import { parentPort, workerData } from 'node:worker_threads';
import type { DemandFinding } from '../rules/demand.ts';
import type { Places } from '../rules/engine-school.ts';
import { explainTogether } from '../rules/explain-conflicts.ts';
import type { Ground, Lesson } from '../rules/ground.ts';

/** What the thread is given: the question of a search, the best it found, and how long it may look for what clashes. */
export interface ExplainTask {
  readonly ground: Ground;
  readonly lessons: readonly Lesson[];
  readonly places: Places;
  readonly seconds: number;
}

const { ground, lessons, places, seconds } = workerData as ExplainTask;
const until = performance.now() + seconds * 1000;
const found = explainTogether(ground, lessons, places, () => performance.now() > until);
const news: DemandFinding[] = found ? [found] : [];
parentPort!.postMessage(news);
