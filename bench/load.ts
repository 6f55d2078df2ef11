import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What the load generator is told to do. */
export interface Load {
  /** 'http://127.0.0.1:12345' */
  readonly origin: string;
  /** Asked in turn. */
  readonly paths: readonly string[];
  /** Cookie header of each session; every session is one loop of requests. Empty string: none. */
  readonly sessions: readonly string[];
  readonly seconds: number;
  /** Time between the answers of a session and its next request; 0: at once. */
  readonly pauseMilliseconds: number;
}

export interface LoadResult {
  /** Of each request, from sending to the last byte. */
  readonly milliseconds: number[];
  readonly perSecond: number;
  /** Answers other than 200. */
  readonly refused: number;
}

/** Runs a load in a process of its own, so that measuring does not wait for the server it measures. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, 'load-generator.ts'));
  try {
    child.send(load);
    const [result] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the load generator ended without a result'))),
    ])) as [LoadResult];
    if (result.refused > 0)
      throw new Error(`${result.refused} requests of the load were not answered with 200`);
    return result;
  } finally {
    child.kill();
  }
}
