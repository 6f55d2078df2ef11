/// <reference lib="webworker" />
/**
 * Keeps the shell so that the app opens without a network and at once on a slow one. Answers of the API are never kept:
 * telephones are shared, and a stale state of work misleads.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const shellFiles = '__SHELL_FILES__' as unknown as string[];
const shell = `shell-${hash(shellFiles.join(' '))}`;
/** Pages that a bound device uses without a network. */
const offlineFiles = '__OFFLINE_FILES__' as unknown as string[];
const offline = `offline-${hash(offlineFiles.join(' '))}`;
const used = 'used-files';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      await (await caches.open(shell)).addAll(shellFiles);
      // Where an older version kept them, the new one must have them before it takes over.
      if ((await caches.keys()).some((name) => name.startsWith('offline-'))) await keepOffline();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(
        names
          .filter((name) => /^(shell|offline)-/.test(name) && name !== shell && name !== offline)
          .map((name) => caches.delete(name)),
      );
      await caches.delete(used);
      await worker.clients.claim();
    })(),
  );
});

// The page asks for this when the person agrees to take the new version.
worker.addEventListener('message', (event) => {
  if (event.data === 'takeOver') void worker.skipWaiting();
  if (event.data === 'keepOffline')
    event.waitUntil(keepOffline().then(() => event.ports[0]?.postMessage('kept')));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== worker.location.origin) return;
  if (address.pathname.startsWith('/api/') || address.pathname.startsWith('/health/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (address.pathname.startsWith('/assets/') || shellFiles.includes(address.pathname)) {
    event.respondWith(file(request));
  }
});

// Somebody was told something: what, stands in the app alone.
worker.addEventListener('push', (event) => {
  const body = event.data?.text() ?? '';
  const shown = { body, tag: 'notices', icon: '/icon-192.png', lang: 'vi' };
  event.waitUntil(worker.registration.showNotification('Hoa Ban', shown));
});
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    (async () => {
      const [page] = await worker.clients.matchAll({ type: 'window' });
      await (page ? page.focus() : worker.clients.openWindow('/'));
    })(),
  );
});

/** Fetches what is missing of the pages for work without a network; the cache counts only when it is whole. */
async function keepOffline(): Promise<void> {
  const cache = await caches.open(offline);
  const kept = await cache.keys();
  const there = new Set(kept.map(({ url }) => new URL(url).pathname));
  await cache.addAll(offlineFiles.filter((file) => !there.has(file)));
}

/** Every page is the one shell; the router inside finds the rest. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match('/', { cacheName: shell });
  return kept ?? fetch(request);
}

/** Files with a hash in the name never change: kept ones are as good as fetched ones. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreSearch: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).pathname.startsWith('/assets/')) {
    const cache = await caches.open(used);
    await cache.put(request, answer.clone());
  }
  return answer;
}

/** A short name for a list of files (FNV-1a). */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return (sum >>> 0).toString(36);
}
