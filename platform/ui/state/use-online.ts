import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let carried = true;

/** Told by whoever calls the server: whether the network carried the call, whatever the answer was. */
export function reportLine(reached: boolean): void {
  carried = reached;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// A device that has found a network again is believed until a call fails; without a window nobody listens.
globalThis.addEventListener?.('online', () => reportLine(true));
globalThis.addEventListener?.('offline', () => reportLine(carried));

/** Whether there is a network, as far as the device believes and the last call to the server has shown. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine && carried);
}
