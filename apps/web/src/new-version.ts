/** The service worker and whether a newer version of the app waits behind it. */
let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

function found(worker: ServiceWorker): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

function watch(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    // Without a controller this is the first visit: nothing older to replace.
    if (worker.state === 'installed' && navigator.serviceWorker.controller) found(worker);
  });
}

export const newVersion = {
  /** Registers the service worker; not in development, where it would keep old files. */
  async start(): Promise<void> {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
    try {
      const registration = await navigator.serviceWorker.register('/service-worker.js', { scope: '/' });
      if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
      watch(registration.installing);
      registration.addEventListener('updatefound', () => watch(registration.installing));
    } catch {
      // A browser that refuses service workers still has the whole app, only not without a network.
    }
  },
  isReady: (): boolean => waiting !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Lets the new version take over and loads the page anew. */
  take(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting?.postMessage('takeOver');
  },
};
