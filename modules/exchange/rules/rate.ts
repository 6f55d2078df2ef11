/** At most so many in a window; the oldest window is forgotten when it is over. Counts in this process only. */
export interface Limiter {
  /** Seconds to wait, 0 when it may go on. `now` in milliseconds. */
  wait(key: string, now: number): number;
}

/** In a minute: how many requests a client makes, how many tokens an address asks for, how many wrong secrets it may show. */
export const limits = { requests: 600, tokens: 30, wrongSecrets: 10 } as const;

/** A fixed window of a minute by key. At most `mostKeys` keys are remembered: the others begin anew. */
export function minuteLimiter(most: number, mostKeys = 10_000): Limiter {
  const windows = new Map<string, { since: number; times: number }>();
  return {
    wait(key, now) {
      const window = windows.get(key);
      if (!window || now - window.since >= 60_000 || now < window.since) {
        if (windows.size >= mostKeys) windows.clear();
        windows.set(key, { since: now, times: 1 });
        return 0;
      }
      window.times += 1;
      return window.times <= most ? 0 : Math.ceil((window.since + 60_000 - now) / 1000);
    },
  };
}
