import { parentPort, workerData } from 'node:worker_threads';
import { readPlan } from '../rules/reader/index.ts';
import { isSourceProblem, readSource } from './read-source.ts';

const { bytes, fileName, yearWhenSilent } = workerData as {
  bytes: Uint8Array;
  fileName: string;
  yearWhenSilent: number | null;
};
const source = await readSource(bytes, fileName);
parentPort?.postMessage(
  isSourceProblem(source) ? { problem: source } : { source, draft: readPlan(source, yearWhenSilent) },
);
