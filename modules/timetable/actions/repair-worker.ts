import { parentPort } from 'node:worker_threads';
import { repairWeek, type WeekRepairRequest } from '../rules/week-repair.ts';

// Re-solves weeks, one after the other, for the thread that serves.
const port = parentPort!;
port.on('message', (weeks: readonly WeekRepairRequest[]) => {
  try {
    port.postMessage({ answer: weeks.map(repairWeek) });
  } catch (error) {
    port.postMessage({ error });
  }
});
