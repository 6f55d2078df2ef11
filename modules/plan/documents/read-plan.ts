import { Worker } from 'node:worker_threads';
import type { PlanDraft, SourceDocument } from '../rules/reader/index.ts';
import { type SourceProblem, sourceProblem } from './source-problems.ts';

/** The largest plan takes under half a minute; what takes longer is not a plan. */
const mostSeconds = 90;
const mostMegabytes = 1024;

export type PlanReading =
  | { readonly problem: SourceProblem }
  | { readonly source: SourceDocument; readonly draft: PlanDraft };

/**
 * Reads a plan file in a thread of its own, bounded in time and memory: a large or malicious file must not keep
 * everybody else waiting. Gives the source with its draft, or the problem of the file.
 * @param yearWhenSilent see readPlan
 */
export function readPlanFile(
  bytes: Uint8Array,
  fileName: string,
  yearWhenSilent: number | null,
): Promise<PlanReading> {
  const worker = new Worker(new URL('./read-plan.worker.ts', import.meta.url), {
    workerData: { bytes, fileName, yearWhenSilent },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ problem: sourceProblem('tooComplex') }), mostSeconds * 1000);
    function end(reading: PlanReading): void {
      clearTimeout(timer);
      resolve(reading);
      void worker.terminate();
    }
    worker.once('message', end);
    worker.once('error', () => end({ problem: sourceProblem('tooComplex') }));
  });
}
