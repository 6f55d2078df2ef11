import type { Actor } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import {
  countBound,
  insertDevice,
  lockOwnDeviceOptional,
  noteDevice,
  revokeDevice as revoke,
  selectAtTheDoorOptional,
  selectDeviceOptional,
  takeReport,
  type WaitingItem,
} from '../data/devices.ts';
import { syncErrors } from '../errors.ts';
import { mostDevices, signedReport } from '../rules/index.ts';
import { checkSignature, readPublicKey } from './device-key.ts';
import { offlineUntil } from './offline-until.ts';

/**
 * Binds a browser to the account of the person signed in on it; doing it again with the same key changes nothing.
 * @throws Refusal sync.badKey, deviceTaken, deviceRevoked, tooManyDevices
 */
export async function bindDevice(
  tx: WriteTx,
  { actor, now, userAgent }: { actor: Actor; now: Date; userAgent: string },
  { deviceId, publicKey, deviceNow }: { deviceId: string; publicKey: string; deviceNow: string },
): Promise<{ offlineUntil: Date }> {
  const key = readPublicKey(publicKey);
  const until = await offlineUntil(tx, now);
  const before = await lockOwnDeviceOptional(tx, deviceId, actor.accountId);
  if (before?.revoked) throw syncErrors.deviceRevoked();
  if (before) {
    if (!before.publicKey.equals(key)) throw syncErrors.deviceTaken();
    return { offlineUntil: until };
  }
  if ((await countBound(tx, actor.accountId)) >= mostDevices) throw syncErrors.tooManyDevices(mostDevices);
  const bound = await insertDevice(tx, {
    id: deviceId,
    accountId: actor.accountId,
    unitId: actor.unitId,
    departmentId: actor.departmentId,
    userAgent: userAgent.slice(0, 300),
    publicKey: key,
    now,
    sessionId: actor.sessionId,
    offlineUntil: until,
    clockAheadSeconds: Math.round((Date.parse(deviceNow) - now.getTime()) / 1000),
  });
  if (!bound) throw syncErrors.deviceTaken();
  await noteDevice(tx, deviceId, actor.unitId, { changed: 'bound', userAgent: userAgent.slice(0, 300) });
  return { offlineUntil: until };
}

/**
 * Revokes a device, one's own or that of an account one may administer. Gives how many commands it had said it still held.
 * @throws Refusal sync.deviceNotFound
 */
export async function revokeDevice(
  tx: WriteTx,
  deviceId: string,
  reason: string,
  now: Date,
): Promise<{ unsent: number }> {
  const device = await selectDeviceOptional(tx, deviceId);
  if (!device || !(await revoke(tx, deviceId, reason, now))) throw syncErrors.deviceNotFound();
  return { unsent: device.waiting.length };
}

/**
 * A device asks at the door, where nobody need be signed in, whether it is still bound, and tells what it holds.
 * @throws Refusal sync.badSignature
 */
export async function reportDevice(
  tx: WriteTx,
  report: { deviceId: string; deviceNow: string; waiting: readonly WaitingItem[]; signature: string },
  now: Date,
): Promise<'bound' | 'revoked' | 'unknown'> {
  const device = await selectAtTheDoorOptional(tx, report.deviceId);
  if (!device) return 'unknown';
  checkSignature(device.publicKey, signedReport(report), report.signature);
  await takeReport(tx, report.deviceId, {
    waiting: report.waiting,
    clockAheadSeconds: Math.round((Date.parse(report.deviceNow) - now.getTime()) / 1000),
    now,
  });
  return device.revoked ? 'revoked' : 'bound';
}
