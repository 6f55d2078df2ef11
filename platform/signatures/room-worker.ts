import { parentPort } from 'node:worker_threads';
import { type Room, withRoom } from './pdf-room.ts';

// Takes one PDF, answers with it and room for a signature, takes the next.
parentPort!.on('message', async ({ pdf, room }: { pdf: Uint8Array; room: Room }) => {
  try {
    const answer = await withRoom(pdf, room);
    parentPort!.postMessage({ answer }, [answer.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort!.postMessage({ error });
  }
});
