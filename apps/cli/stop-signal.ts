import { readFileSync } from 'node:fs';

/** Told to stop: Ctrl-C, a signal, or the launcher gone. */
export interface StopSignal {
  /** Resolves when the process is told to stop. */
  readonly asked: Promise<void>;
  readonly isAsked: boolean;
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in parentheses may hold spaces; the parent is the second field after it.
    const [, rest = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return Number(rest.split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Who stands behind this process: its parent, and that one's parent where the system tells (npm runs a shell that runs us). */
export function ancestry(): string {
  return `${process.ppid} ${parentOf(process.ppid) ?? ''}`;
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
    const before = ancestry();
    setInterval(() => ancestry() !== before && stop(), 500).unref();
  }
  return signal;
}
