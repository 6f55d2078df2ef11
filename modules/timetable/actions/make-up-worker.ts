import { parentPort } from 'node:worker_threads';
import { answerMakeUp, type MakeUpJob } from '../rules/week-make-up.ts';

// Finds places for lost lessons, for the thread that serves.
const port = parentPort!;
/**
 * How long other lessons are tried elsewhere, in milliseconds of work, and at most of waiting; what is found by then is proposed. Work,
 * not the clock on the wall: a busy machine answers later, not less.
 */
const [mostWork, mostWaiting] = [10_000, 25_000];
port.on('message', (job: MakeUpJob) => {
  const until = performance.now() + mostWaiting;
  const began = process.threadCpuUsage();
  const isLate = () => {
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1000 > mostWork || performance.now() > until;
  };
  try {
    port.postMessage({ answer: answerMakeUp(job, isLate) });
  } catch (error) {
    port.postMessage({ error });
  }
});
