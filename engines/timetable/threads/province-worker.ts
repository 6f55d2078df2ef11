import { readFile, stat, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { DocumentError, refuseSize, textOf } from '../formats/xml.ts';
import type { FromSchool, SchoolTask } from './province.ts';
import { solve } from './solve.ts';

// One school of a province: goes on from its checkpoint, says how long it has searched, writes its timetable.
const task = workerData as SchoolTask;
const port = parentPort!;
const say = (message: FromSchool) => port.postMessage(message);
let stopped = false;
port.on('message', () => {
  stopped = true;
});
let said = 0;
try {
  const bytes = await bytesOf(task.file);
  const { instance, solution, reckoning, seconds, secondsToZeroHard } = await solve({
    ...{ format: task.format, text: textOf(bytes), seed: task.seed, threads: 1 },
    ...{ seconds: Math.max(0, task.seconds - task.spent), checkpoint: task.checkpoint },
    stopped: () => stopped,
    tick: (spent) => {
      if (spent - said < 2) return;
      said = spent;
      say({ kind: 'spent', seconds: task.spent + spent });
    },
  });
  if (stopped) say({ kind: 'stopped', seconds: task.spent + seconds });
  else {
    await writeFile(task.out, instance.write(solution));
    const { hard, soft } = reckoning;
    const run = { hard, soft, seconds: task.spent + seconds, secondsToZeroHard };
    const until = performance.now() + 2000;
    // What is proved impossible is told with the school.
    const [proof] = hard > 0 ? instance.explain(() => performance.now() > until) : [];
    say({ kind: 'solved', ...run, ...(proof && { reason: proof.sentence }) });
  }
} catch (error) {
  say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
}
port.close();

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    refuseSize((await stat(file)).size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError('Không đọc được tệp. Kiểm tra quyền đọc.');
  }
}
