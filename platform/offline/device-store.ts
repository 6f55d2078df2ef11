import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Doing, Queue, Queued, QueueState, Settled } from './queue.ts';
import { newSealKey, type Sealed, seal, unseal } from './seal.ts';

/** A person's binding of this browser. Keys are the browser's: usable here, not readable. */
export interface Device {
  readonly accountId: string;
  readonly deviceId: string;
  readonly signing: CryptoKeyPair;
  readonly queueKey: CryptoKey;
  /** Of the documents; null once they have expired: then nothing of them can be read any more. */
  readonly dataKey: CryptoKey | null;
  /** Until when documents may be held, by this device's own clock. Milliseconds. */
  readonly heldUntil: number;
  /** The latest moment this device's clock has shown: it does not become earlier by turning the clock back. */
  readonly latestSeen: number;
  /** Server's clock minus this device's at the last contact. Milliseconds. */
  readonly clockOffset: number;
  readonly lastContact: number;
  readonly lastSeq: number;
}

interface Shape extends DBSchema {
  device: { key: string; value: Device };
  queue: {
    key: [string, number];
    value: { accountId: string; seq: number; id: string; state: QueueState; sealed: Sealed };
  };
  documents: {
    key: [string, string];
    value: { accountId: string; key: string; hash: string; sealed: Sealed };
  };
  /** Whoever was signed in here last: whom the app opens for without a network. */
  last: { key: 'account'; value: string };
}

export interface HeldDocument {
  readonly key: string;
  readonly hash: string;
  readonly value: unknown;
}

const allOf = (accountId: string) => IDBKeyRange.bound([accountId], [accountId, []]);

/** What this browser holds for its people, in IndexedDB. Opens, or makes, the one database of the app. */
export async function openDeviceStore(): Promise<DeviceStore> {
  const db = await openDB<Shape>('hoaban-offline', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('device', { keyPath: 'accountId' });
      fresh.createObjectStore('queue', { keyPath: ['accountId', 'seq'] });
      fresh.createObjectStore('documents', { keyPath: ['accountId', 'key'] });
      fresh.createObjectStore('last');
    },
  });
  return new DeviceStore(db);
}

export class DeviceStore {
  readonly #db: IDBPDatabase<Shape>;

  constructor(db: IDBPDatabase<Shape>) {
    this.#db = db;
  }

  device(accountId: string): Promise<Device | undefined> {
    return this.#db.get('device', accountId);
  }

  /** Whoever was signed in here last, when the browser is bound to that person. */
  async lastDevice(): Promise<Device | undefined> {
    const accountId = await this.#db.get('last', 'account');
    return accountId === undefined ? undefined : this.device(accountId);
  }

  async setLast(accountId: string | null): Promise<void> {
    if (accountId === null) await this.#db.delete('last', 'account');
    else await this.#db.put('last', accountId, 'account');
  }

  /** Keys and number of a new binding; it counts once the server knows it and `keepDevice` has kept it. */
  async makeDevice(accountId: string, deviceId: string): Promise<Device> {
    const signing = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
      'verify',
    ]);
    const [queueKey, dataKey] = await Promise.all([newSealKey(), newSealKey()]);
    const now = Date.now();
    const none = { heldUntil: 0, latestSeen: now, clockOffset: 0, lastContact: 0, lastSeq: 0 };
    return { accountId, deviceId, signing, queueKey, dataKey, ...none };
  }

  async keepDevice(device: Device): Promise<void> {
    await this.#db.put('device', device);
  }

  /** Changes part of a binding; undefined when there is none. */
  async changeDevice(
    accountId: string,
    change: (before: Device) => Partial<Device>,
  ): Promise<Device | undefined> {
    const tx = this.#db.transaction('device', 'readwrite', { durability: 'strict' });
    const before = await tx.store.get(accountId);
    if (!before) return undefined;
    const after = { ...before, ...change(before) };
    await tx.store.put(after);
    await tx.done;
    return after;
  }

  /** Forgets everything of a person: keys, documents, queue. */
  async wipe(accountId: string): Promise<void> {
    const tx = this.#db.transaction(['device', 'queue', 'documents', 'last'], 'readwrite', {
      durability: 'strict',
    });
    await Promise.all([
      tx.objectStore('device').delete(accountId),
      tx.objectStore('queue').delete(allOf(accountId)),
      tx.objectStore('documents').delete(allOf(accountId)),
      tx.objectStore('last').delete('account'),
      tx.done,
    ]);
  }

  /** Documents and their key go; what waits to be sent stays. */
  async dropDocuments(accountId: string): Promise<void> {
    const tx = this.#db.transaction(['device', 'documents'], 'readwrite', { durability: 'strict' });
    const device = await tx.objectStore('device').get(accountId);
    if (device) await tx.objectStore('device').put({ ...device, dataKey: null, heldUntil: 0 });
    await tx.objectStore('documents').delete(allOf(accountId));
    await tx.done;
  }

  /** Key and hash of every document held. */
  async hashes(accountId: string): Promise<Record<string, string>> {
    const rows = await this.#db.getAll('documents', allOf(accountId));
    return Object.fromEntries(rows.map(({ key, hash }) => [key, hash]));
  }

  /** Keeps documents and forgets others, in one step; makes a new key when the old one had expired. */
  async keepDocuments(
    device: Device,
    documents: readonly HeldDocument[],
    gone: readonly string[],
  ): Promise<void> {
    const key = device.dataKey ?? (await newSealKey());
    const rows = await Promise.all(
      documents.map(async (document) => ({
        accountId: device.accountId,
        key: document.key,
        hash: document.hash,
        sealed: await seal(key, placeOf(device, 'document', document.key), document.value),
      })),
    );
    const tx = this.#db.transaction(['device', 'documents'], 'readwrite', { durability: 'strict' });
    const current = await tx.objectStore('device').get(device.accountId);
    // Wiped or expired in between (another tab): what was sealed with the key of before must not come back.
    if (!current || (device.dataKey !== null && current.dataKey === null)) return tx.done;
    if (current.dataKey === null) await tx.objectStore('device').put({ ...current, dataKey: key });
    for (const row of rows) await tx.objectStore('documents').put(row);
    for (const name of gone) await tx.objectStore('documents').delete([device.accountId, name]);
    await tx.done;
  }

  /** A document held; undefined: not held, or expired. */
  async document(device: Device, key: string): Promise<unknown> {
    const row = await this.#db.get('documents', [device.accountId, key]);
    if (!row || !device.dataKey) return undefined;
    return unseal(device.dataKey, placeOf(device, 'document', key), row.sealed);
  }

  /** The queue of a binding. Numbers are given in the same step that keeps the doing, so two tabs never share one. */
  queue(device: Device): Queue {
    const db = this.#db;
    const { accountId, queueKey } = device;

    async function open(row: Shape['queue']['value']): Promise<Queued> {
      const content = await unseal(queueKey, placeOf(device, 'queue', row.id), row.sealed);
      return { ...(content as Omit<Queued, 'seq' | 'state'>), seq: row.seq, state: row.state };
    }

    return {
      async add(doings: readonly Doing[], instead?: number) {
        const rows = await Promise.all(
          doings.map(async (doing) => ({
            id: doing.id,
            sealed: await seal(queueKey, placeOf(device, 'queue', doing.id), doing),
          })),
        );
        const tx = db.transaction(['device', 'queue'], 'readwrite', { durability: 'strict' });
        const current = await tx.objectStore('device').get(accountId);
        if (current?.deviceId !== device.deviceId) throw new Error('the binding of this browser has ended');
        await tx.objectStore('device').put({ ...current, lastSeq: current.lastSeq + rows.length });
        for (const [at, row] of rows.entries()) {
          await tx
            .objectStore('queue')
            .add({ accountId, seq: current.lastSeq + 1 + at, state: 'waiting', ...row });
        }
        if (instead !== undefined) await tx.objectStore('queue').delete([accountId, instead]);
        await tx.done;
      },
      async list() {
        const rows = await db.getAll('queue', allOf(accountId));
        return Promise.all(rows.map(open));
      },
      async settle(settled: readonly Settled[]) {
        const before = await db.getAll('queue', allOf(accountId));
        const rows = await Promise.all(
          settled.flatMap(({ seq, state, problem, conflict }) => {
            const row = before.find((one) => one.seq === seq);
            if (!row) return [];
            return [
              open(row).then(async ({ seq: _, state: _state, ...doing }) => ({
                ...row,
                state,
                sealed: await seal(queueKey, placeOf(device, 'queue', row.id), {
                  ...doing,
                  problem,
                  conflict,
                }),
              })),
            ];
          }),
        );
        const tx = db.transaction('queue', 'readwrite', { durability: 'strict' });
        for (const row of rows) await tx.store.put(row);
        await tx.done;
      },
      async forget(seqs) {
        const tx = db.transaction('queue', 'readwrite', { durability: 'strict' });
        for (const seq of seqs) {
          const row = await tx.store.get([accountId, seq]);
          if (row && row.state !== 'waiting') await tx.store.delete([accountId, seq]);
        }
        await tx.done;
      },
    };
  }
}

function placeOf({ accountId, deviceId }: Device, kind: 'queue' | 'document', key: string): string {
  return `${accountId}/${deviceId}/${kind}/${key}`;
}
