import { refusals } from './problems.ts';

const mostWaiting = 200;

/**
 * Makes a queue in which at most `atOnce` pieces of work run at the same time, first come first served.
 * Whoever finds 200 waiting is refused with `http.busy`, so that a flood ends quickly instead of growing.
 */
export function takeTurns(atOnce: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw refusals.busy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      // The place goes on to the next in line; only when nobody waits does it become free.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
