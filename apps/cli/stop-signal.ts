/** Told to stop: Ctrl-C, a signal, or the launcher gone. */
export interface StopSignal {
  /** Resolves when the process is told to stop. */
  readonly asked: Promise<void>;
  readonly isAsked: boolean;
}

/**
 * Listens for SIGINT, SIGTERM and SIGHUP, and for the death of the launcher or of `npm start` (killed outright they
 * pass no signal on). Repeated signals do not hurry the stop: data are being closed.
 */
export function listenForStop(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<void>();
  const signal = { asked: promise, isAsked: false };
  const stop = () => {
    signal.isAsked = true;
    resolve();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  if (process.channel) {
    process.once('disconnect', stop);
    process.channel.unref();
  } else if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(), 500).unref();
  }
  return signal;
}
