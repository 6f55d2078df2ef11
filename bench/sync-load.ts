import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** One device with what it did without a network. */
export interface LoadedDevice {
  readonly deviceId: string;
  readonly roleId: string;
  readonly cookie: string;
  /** PKCS#8, base64. */
  readonly privateKey: string;
  readonly inputs: readonly object[];
}

export interface SyncLoad {
  readonly origin: string;
  readonly name: string;
  readonly devices: readonly LoadedDevice[];
}

export interface SyncResult {
  /** Of each device, from the moment all begin until every command has its answer. */
  readonly milliseconds: number[];
  /** Of each message that was taken. */
  readonly messages: number[];
  readonly busy: number;
  readonly applied: number;
  readonly others: number;
  readonly perSecond: number;
}

/** Lets all devices come back into the network at the same moment, in a process of its own. */
export async function syncAll(load: SyncLoad): Promise<SyncResult> {
  const child = fork(join(import.meta.dirname, 'sync-generator.ts'));
  try {
    child.send(load);
    const [result] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the load ended without a result'))),
    ])) as [SyncResult];
    return result;
  } finally {
    child.kill();
  }
}
