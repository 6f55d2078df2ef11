import { parentPort } from 'node:worker_threads';
import { packArchive } from '../documents/archive.ts';

// The pages of a school are some hundred megabytes: packed on a thread, so that the server goes on answering.
parentPort!.on('message', ([pages, head]: Parameters<typeof packArchive>) => {
  try {
    const answer = packArchive(pages, head);
    parentPort!.postMessage({ answer }, [answer.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort!.postMessage({ error });
  }
});
