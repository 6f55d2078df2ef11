import { v7 as uuidv7 } from 'uuid';
import {
  type Device,
  type DeviceStore,
  type Doing,
  type NoAnswer,
  openDeviceStore,
  pauseAfter,
  type Queued,
  type ReplayEnd,
  replay,
} from '#platform/offline';
import { mostCommands } from '#rules/sync';
import { reportSignedOut } from '../api/client.ts';
import { keepChoice, nothingHeld, offlineState, tellRefreshed } from './state.ts';
import { bind, pull, pushTransport, type Refused, report } from './transport.ts';

/**
 * Working without a network on this browser: the binding, what waits, what is held. One of it a page; several pages share the database,
 * and a lock lets only one of them send.
 */

const limits = { mostCommands, mostCharacters: 400_000 };
const refreshEvery = 10 * 60_000;
/** How long a person who keeps the data here waits for the pages to come besides. */
const patience = 60_000;
const ownKey = 'own/me';

let opening: Promise<DeviceStore> | undefined;
let device: Device | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let attempts = 0;
let underway: Promise<void> | undefined;
let pagesKept: Promise<void> | undefined;
const pages = new BroadcastChannel('hoaban.offline');

const store = () => (opening ??= openDeviceStore());

async function show(): Promise<void> {
  if (!device) return;
  const items = await (await store()).queue(device).list();
  offlineState.set({
    ...{ binding: 'bound', deviceId: device.deviceId, items },
    ...{ heldUntil: device.heldUntil, lastContact: device.lastContact, expired: device.dataKey === null },
  });
}

function changed(): Promise<void> {
  pages.postMessage('changed');
  return show();
}

pages.addEventListener('message', () => {
  void (async () => {
    if (!device) return;
    device = await (await store()).device(device.accountId);
    if (device) await show();
    else offlineState.set({ ...nothingHeld, binding: 'unasked' });
  })();
});
addEventListener('online', () => void kick());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void kick();
});

/** The binding as it stands; documents that have outlived their time go at once, whatever the clock was turned to. */
async function checkExpiry(found: Device): Promise<Device> {
  const kept = await store();
  const latestSeen = Math.max(found.latestSeen, Date.now());
  const now = await kept.changeDevice(found.accountId, () => ({ latestSeen }));
  if (found.dataKey !== null && found.heldUntil > 0 && latestSeen > found.heldUntil) {
    await kept.dropDocuments(found.accountId);
    return (await kept.device(found.accountId)) ?? found;
  }
  return now ?? found;
}

/** Who was signed in here last, as the server said it then; undefined when nothing is held or it has expired. */
export async function keptMe(): Promise<unknown> {
  const kept = await store();
  const found = await kept.lastDevice();
  if (!found) return undefined;
  device = await checkExpiry(found);
  const me = (await kept.document(device, ownKey)) as object | undefined;
  if (me === undefined) return undefined;
  await show();
  // The day goes on: by this device's clock, set right by what the server's said at the last contact.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
  return { ...me, today: day.format(Date.now() + device.clockOffset) };
}

/** Somebody is signed in: takes up the binding of that person, and sends and fetches. `me` is kept for opening without a network. */
export async function signedIn(accountId: string, me: unknown): Promise<void> {
  const kept = await store();
  const found = await kept.device(accountId);
  if (!found) {
    device = undefined;
    await kept.setLast(null);
    keepChoice(accountId, undefined);
    offlineState.set({ ...nothingHeld, binding: 'unasked' });
    return;
  }
  device = await checkExpiry(found);
  await kept.setLast(accountId);
  pagesKept = keepPages();
  await kept.keepDocuments(device, [{ key: ownKey, hash: '', value: me }], []);
  device = (await kept.device(accountId)) ?? device;
  await show();
  underway = kick();
}

/** Binds this browser to the person signed in. Gives why not, or nothing when it is bound. */
export async function bindHere(accountId: string, me: unknown): Promise<Refused | NoAnswer | undefined> {
  const kept = await store();
  const made = await kept.makeDevice(accountId, uuidv7());
  const answer = await bind(made);
  if (typeof answer === 'string' || 'code' in answer) return answer;
  // Without asking, a browser may throw away what it holds when its disk is full.
  await navigator.storage?.persist?.();
  await kept.keepDevice({ ...made, ...timesOf(answer) });
  keepChoice(accountId, 'bound');
  await signedIn(accountId, me);
  await underway; // the data are here, not only wanted
  if (await navigator.serviceWorker?.getRegistration())
    await Promise.race([pagesKept, new Promise((over) => setTimeout(over, patience))]);
  return undefined;
}

/** Has the pages that can be used without a network fetched, not only those opened by chance; resolves when they are here. */
async function keepPages(): Promise<void> {
  const ready = await navigator.serviceWorker?.ready;
  const { port1, port2 } = new MessageChannel();
  const kept = new Promise<void>((resolve) =>
    port1.addEventListener('message', () => resolve(), { once: true }),
  );
  port1.start();
  ready?.active?.postMessage('keepOffline', [port2]);
  await kept;
}

function timesOf(answer: { serverTime: string; offlineUntil: string }): Partial<Device> {
  const now = Date.now();
  const server = Date.parse(answer.serverTime);
  // How long, not until when: this device's clock may be wrong, but it goes on.
  const heldUntil = now + (Date.parse(answer.offlineUntil) - server);
  return { heldUntil, clockOffset: server - now, lastContact: now, latestSeen: now };
}

/** The person signs out: documents go, what waits stays sealed until the same person signs in here again. */
export async function signedOut(): Promise<void> {
  const kept = await store();
  if (device) await kept.dropDocuments(device.accountId);
  await kept.setLast(null);
  device = undefined;
  clearTimeout(timer);
  offlineState.set(nothingHeld);
  pages.postMessage('changed');
}

/** Nothing of the person is held here any more. Refused (false) while something waits. */
export async function releaseHere(): Promise<boolean> {
  if (!device) return true;
  const items = await (await store()).queue(device).list();
  if (items.some(({ state }) => state === 'waiting')) return false;
  await wipe('unasked');
  return true;
}

async function wipe(binding: 'unasked' | 'unknown'): Promise<void> {
  if (!device) return;
  await (await store()).wipe(device.accountId);
  keepChoice(device.accountId, undefined);
  device = undefined;
  clearTimeout(timer);
  offlineState.set({ ...nothingHeld, binding });
  pages.postMessage('changed');
}

/** Nobody is signed in (any more): is this browser still bound? A revoked one says what it holds, then holds nothing. */
export async function atTheDoor(): Promise<void> {
  const kept = await store();
  device ??= await kept.lastDevice();
  if (!device) return;
  const state = await report(device, await kept.queue(device).list());
  if (state === 'revoked') await wipe('unknown');
}

/** Keeps what the person did and sends it as soon as possible. Resolves when it is safe on this device. */
export async function enqueue(doings: readonly Omit<Doing, 'madeAt'>[], instead?: number): Promise<void> {
  if (!device) throw new Error('this browser is not bound');
  const madeAt = new Date().toISOString();
  await (await store()).queue(device).add(
    doings.map((doing) => ({ ...doing, madeAt })),
    instead,
  );
  await changed();
  void kick();
}

/** Forgets what was decided or read. What waits cannot be forgotten. */
export async function forget(seqs: readonly number[]): Promise<void> {
  if (!device) return;
  await (await store()).queue(device).forget(seqs);
  await changed();
}

/** A document held, by its key; undefined: none. */
export async function readDocument(key: string): Promise<unknown> {
  if (!device) return undefined;
  device = await checkExpiry(device);
  return (await store()).document(device, key);
}

/** Sends and fetches now, unless this page or another is at it; resolves when that is over. */
export async function kick(): Promise<void> {
  clearTimeout(timer);
  if (!device) return;
  await navigator.locks.request('hoaban.offline', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const end = await exchange();
    attempts = end === 'done' ? 0 : attempts + 1;
    const pause = end === 'done' ? refreshEvery : pauseAfter(attempts, Math.random());
    timer = setTimeout(() => void kick(), pause);
  });
}

async function exchange(): Promise<ReplayEnd> {
  const current = device;
  if (!current) return 'done';
  const kept = await store();
  const queue = kept.queue(current);
  offlineState.set({ sending: true });
  let end = await replay(queue, pushTransport(current), limits);
  if (end === 'unknown') {
    // The server has forgotten the binding (set back to a backup): the same key makes it known again.
    const again = await bind(current);
    end =
      typeof again === 'string'
        ? again
        : 'code' in again
          ? 'stuck'
          : await replay(queue, pushTransport(current), limits);
  }
  const items = await queue.list();
  if (end === 'done') end = await fetchDocuments(kept, current, items);
  if (end === 'revoked' || end === 'signedOut') {
    await atTheDoor();
    reportSignedOut();
  }
  offlineState.set({ sending: false, end });
  if (device) await changed();
  if (items.some(({ state }) => state === 'applied')) tellRefreshed();
  // Something done while we were at it.
  const left = device ? (await kept.queue(device).list()).some(({ state }) => state === 'waiting') : false;
  return end === 'done' && left ? exchange() : end;
}

async function fetchDocuments(
  kept: DeviceStore,
  current: Device,
  items: readonly Queued[],
): Promise<ReplayEnd> {
  const { [ownKey]: _, ...have } = await kept.hashes(current.accountId);
  const answer = await pull(current, have, items);
  if (typeof answer === 'string') return answer;
  const { documents, gone } = answer;
  await kept.keepDocuments(
    current,
    documents.map(({ key, hash, value }) => ({ key, hash, value })),
    gone,
  );
  // What the server holds is here now: what was applied before need not be laid over it any more.
  await kept.queue(current).forget(items.filter(({ state }) => state === 'applied').map(({ seq }) => seq));
  device = (await kept.changeDevice(current.accountId, () => timesOf(answer))) ?? device;
  return 'done';
}
