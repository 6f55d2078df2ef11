import { parentPort } from 'node:worker_threads';
import { DocumentError } from '#engines/timetable';
import { fetCells } from './read-fet.ts';

// Reads a .fet file, for the thread that serves; `fault` says in words why it cannot be read.
const port = parentPort!;
port.on('message', (bytes: Uint8Array) => {
  try {
    port.postMessage({ answer: { cells: fetCells(bytes) } });
  } catch (error) {
    port.postMessage(error instanceof DocumentError ? { answer: { fault: error.message } } : { error });
  }
});
