import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Posts that come at a steady rate, whether the ones before were answered or not. */
export interface Burst {
  readonly url: string;
  /** JSON texts, each sent once. */
  readonly bodies: readonly string[];
  readonly perSecond: number;
}

export interface BurstResult {
  /** Of each post, from the moment it was due to the last byte of the answer. */
  readonly milliseconds: number[];
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Answers a second, from the first post to the last answer. */
  readonly perSecond: number;
}

/** Sends a burst from a process of its own, so that measuring does not wait for the server it measures. */
export async function runBurst(burst: Burst): Promise<BurstResult> {
  const child = fork(join(import.meta.dirname, 'burst-generator.ts'));
  try {
    child.send(burst);
    const [result] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the burst ended without a result'))),
    ])) as [BurstResult];
    return result;
  } finally {
    child.kill();
  }
}
