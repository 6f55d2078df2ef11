import { parentPort, workerData } from 'node:worker_threads';
import type { DemandFinding } from '../rules/demand.ts';
import type { Places } from '../rules/engine-school.ts';
import { explainConflicts } from '../rules/explain-conflicts.ts';
import { type Best, SchoolSearch, type SearchInput } from '../rules/school-search.ts';

/** What the thread is given when it starts. */
export interface ThreadTask {
  readonly input: SearchInput;
  readonly seed: number;
  readonly from: Places | null;
  /** Whether it looks for proofs that nothing can be found, before it searches. */
  readonly proves: boolean;
}

/** What it says, a few times a second: the best it has; `done`: nothing is left to improve. */
export type ThreadNews = BestNews | { readonly proofs: readonly DemandFinding[] };

interface BestNews {
  readonly best: Best;
  readonly done: boolean;
}

const task = workerData as ThreadTask;
const port = parentPort!;
const say = (news: ThreadNews) => port.postMessage(news);
if (task.proves) {
  const until = performance.now() + 1000;
  const proofs = explainConflicts(task.input.ground, task.input.lessons, () => performance.now() > until);
  if (proofs.length > 0) say({ proofs });
}
const search = new SchoolSearch(task.input, task.seed, task.from);
let told = 0;
let whole = false;

function breathe(): void {
  const until = performance.now() + 50;
  while (performance.now() < until && !search.done) search.work();
  if (performance.now() - told > 250 || search.done) {
    told = performance.now();
    const best = search.news();
    whole ||= best !== undefined;
    // Until there is a first whole timetable, what is laid so far shows that the search moves.
    if (best) say({ best, done: search.done });
    else if (!whole) say({ best: search.present(), done: false });
  }
  if (!search.done) setImmediate(breathe);
}
breathe();
