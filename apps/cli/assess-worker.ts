import { parentPort, workerData } from 'node:worker_threads';
import { assessText } from './assess-piece.ts';
import type { ListPiece } from './json-list.ts';

// A thread of `assess`: takes pieces of the file it shares, answers with their results.
const file = Buffer.from(workerData as SharedArrayBuffer);
parentPort!.on('message', ({ from, to, first }: ListPiece) => {
  const answer = assessText(file.toString('utf8', from, to), first);
  const handedOver = 'printed' in answer ? [answer.printed.buffer as ArrayBuffer] : [];
  parentPort!.postMessage(answer, handedOver);
});
