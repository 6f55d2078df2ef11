import { createHash } from 'node:crypto';
import { type Actor, gate } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import { listOwnRoleIds, takeRoleOptional } from '../data/circumstances.ts';
import { lockOwnDeviceOptional, updateContact, type WaitingItem } from '../data/devices.ts';
import { syncErrors } from '../errors.ts';
import { listOfflineSources } from '../offline-data.ts';
import { offlineUntil } from './offline-until.ts';

export interface Asking {
  readonly deviceId: string;
  readonly deviceNow: string;
  readonly waiting: readonly WaitingItem[];
  readonly have: Readonly<Record<string, string>>;
}

interface HeldDocument {
  readonly key: string;
  readonly hash: string;
  readonly value: unknown;
}

/**
 * What a device shall hold: the documents of every source, in every role the person holds and through its policies. Only those that
 * differ from what it has are sent; `gone` names what it must forget. Keys are 'ROLE/operation/key of the source'.
 * @throws Refusal sync.deviceUnknown, deviceRevoked
 */
export async function gather(
  tx: WriteTx,
  { actor, now }: { actor: Actor; now: Date },
  asking: Asking,
): Promise<{ offlineUntil: string; documents: HeldDocument[]; gone: string[] }> {
  const device = await lockOwnDeviceOptional(tx, asking.deviceId, actor.accountId);
  if (!device) throw syncErrors.deviceUnknown();
  if (device.revoked) throw syncErrors.deviceRevoked();
  const [until, roleIds] = await Promise.all([offlineUntil(tx, now), listOwnRoleIds(tx, now)]);

  const held: HeldDocument[] = [];
  for (const roleId of roleIds) {
    const taken = await takeRoleOptional(tx, roleId, now);
    if (!taken) continue;
    const acting = { ...actor, ...taken } as Actor;
    for (const source of listOfflineSources()) {
      if (gate.refuse(source.name, acting)) continue;
      for (const { key, value } of await source.load(tx, acting, now)) {
        const hash = createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
        held.push({ key: `${roleId}/${source.name}/${key}`, hash, value });
      }
    }
  }
  await updateContact(tx, asking.deviceId, {
    now,
    sessionId: actor.sessionId,
    offlineUntil: until,
    clockAheadSeconds: Math.round((Date.parse(asking.deviceNow) - now.getTime()) / 1000),
    waiting: asking.waiting,
    lastSeq: device.lastSeq,
  });
  const keys = new Set(held.map(({ key }) => key));
  return {
    offlineUntil: until.toISOString(),
    documents: held.filter(({ key, hash }) => asking.have[key] !== hash),
    gone: Object.keys(asking.have).filter((key) => !keys.has(key)),
  };
}
