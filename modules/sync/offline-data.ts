import assert from 'node:assert/strict';
import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';

/** One thing a device holds: what a screen reads instead of asking the server. */
export interface OfflineDocument {
  /** Unique within the source: 'CLASS/SUBJECT/1'. */
  readonly key: string;
  /** JSON. */
  readonly value: unknown;
}

/** Rows of a module that a person may need without a network. `load` runs in each role the person holds, through its policies. */
export interface OfflineSource {
  /** The operation that shows the same with a network; only roles that may do it are asked. */
  readonly name: string;
  load(tx: ReadTx, actor: Actor, now: Date): Promise<readonly OfflineDocument[]>;
}

const registry = new Map<string, OfflineSource>();

/** Adds what a module wants on the devices of its people. Called once, when the module is loaded. */
export function registerOfflineData(source: OfflineSource): void {
  assert(!registry.has(source.name), `offline data ${source.name} is registered twice`);
  registry.set(source.name, source);
}

export function listOfflineSources(): OfflineSource[] {
  return [...registry.values()];
}
