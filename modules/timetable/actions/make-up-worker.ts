import { parentPort } from 'node:worker_threads';
import { answerMakeUp, type MakeUpJob } from '../rules/week-make-up.ts';

// Finds places for lost lessons, for the thread that serves.
const port = parentPort!;
/** How long other lessons are tried elsewhere, in milliseconds; what is found by then is proposed. */
const longest = 10_000;
port.on('message', (job: MakeUpJob) => {
  const until = performance.now() + longest;
  try {
    port.postMessage({ answer: answerMakeUp(job, () => performance.now() > until) });
  } catch (error) {
    port.postMessage({ error });
  }
});
