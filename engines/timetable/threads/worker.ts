import { parentPort, workerData } from 'node:worker_threads';
import { formatNamed } from '../formats/index.ts';
import { isBetter, type Solution } from '../search/solution.ts';
import { Solver } from '../search/solver.ts';
import { shareOfTime } from './share-of-time.ts';
import type { FromWorker, WorkerTask } from './solve.ts';

// One search of several: says when it has something better, hears what others have.
const task = workerData as WorkerTask;
const port = parentPort!;
const say = (message: FromWorker) => port.postMessage(message);
const instance = (await formatNamed(task.format))!.read(task.text, task.preference);
const solver = new Solver(instance.problem, {
  seed: task.seed,
  breadth: task.breadth,
  target: instance.lowerBound,
  ...(task.from && { from: task.from }),
  spent: shareOfTime(task.begins - performance.timeOrigin, task.ends - performance.timeOrigin),
});
let said: Solution | undefined;
port.on('message', (solution: Solution) => {
  if (isBetter(solution, solver.best, instance.problem.wishPrice)) {
    solver.adopt(solution);
    said = solver.best;
  }
});
while (!solver.done) {
  const until = performance.now() + 100;
  while (performance.now() < until && !solver.done) solver.step();
  if (solver.best && solver.best !== said) {
    said = solver.best;
    say({ kind: 'best', solution: said });
  }
  say({ kind: 'iterations', iterations: solver.iterations });
  await new Promise((resolve) => setImmediate(resolve));
}
say({ kind: 'done' });
