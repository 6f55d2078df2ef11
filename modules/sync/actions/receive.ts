import { createHash } from 'node:crypto';
import type { WriteTx } from '#platform/db';
import { lockOwnDeviceOptional, noteDevice, updateContact, type WaitingItem } from '../data/devices.ts';
import {
  claimCommands,
  insertReceipts,
  listKnownCommands,
  listReceipts,
  type Said,
} from '../data/receipts.ts';
import { syncErrors } from '../errors.ts';
import { clockDoubt, judgeBatch, signedMessage } from '../rules/index.ts';
import { type CarriedOut, type CarryingOut, carryOut, type GivenCommand, refused } from './carry-out.ts';
import { checkSignature } from './device-key.ts';
import { offlineUntil } from './offline-until.ts';

interface Numbered extends GivenCommand {
  readonly seq: number;
  readonly decides: string | null;
}

export interface Message {
  readonly deviceId: string;
  readonly acknowledgedTo: number;
  readonly deviceNow: string;
  readonly waiting: readonly WaitingItem[];
  readonly commands: readonly Numbered[];
  readonly signature: string;
}

export interface ResultOfCommand {
  readonly seq: number;
  readonly id: string;
  readonly outcome: Said['outcome'];
  readonly again: boolean;
}

/**
 * Takes a message of a device: carries out, in the device's order and once, what has no answer yet, and gives every command its answer;
 * those behind a gap get none. One transaction: a message is taken whole or, when the server falls over, not at all and comes again.
 * @throws Refusal sync.deviceUnknown, deviceRevoked, badSignature
 */
export async function receive(
  tx: WriteTx,
  carrying: CarryingOut,
  message: Message,
): Promise<{ results: ResultOfCommand[]; expected: number }> {
  const { actor, now } = carrying;
  const { deviceId, acknowledgedTo, commands } = message;
  const device = await lockOwnDeviceOptional(tx, deviceId, actor.accountId);
  if (!device) throw syncErrors.deviceUnknown();
  if (device.revoked) throw syncErrors.deviceRevoked();
  checkSignature(device.publicKey, signedMessage(message), message.signature);

  const given = commands.map((command) => ({ ...command, hash: hashOf(command) }));
  const who = { deviceId, accountId: actor.accountId, departmentId: actor.departmentId, now };
  const [receipts, until] = await Promise.all([
    listReceipts(tx, deviceId, given[0]!.seq, given.at(-1)!.seq),
    offlineUntil(tx, now),
  ]);
  const said = new Map<number, Said>(receipts.map((receipt) => [receipt.seq, receipt]));
  const verdicts = judgeBatch(
    { lastSeq: device.lastSeq, acknowledgedTo },
    new Map(receipts.map((receipt) => [receipt.seq, receipt])),
    given,
  );
  const fresh = given.filter((_, at) => verdicts[at] === 'new');
  // The same command may have come by another way (the button before the network went, a copied device): it is done once all the same.
  const claimed = await claimCommands(tx, who, fresh);
  const elsewhere = fresh.filter(({ id }) => !claimed.has(id)).map(({ id }) => id);
  const known = await listKnownCommands(tx, actor.accountId, elsewhere);
  const open = fresh.filter(({ id }) => claimed.has(id));
  const carried = new Map<string, CarriedOut>();
  for (const [at, outcome] of (await carryOut(tx, carrying, open)).entries())
    carried.set(open[at]!.id, outcome);
  const outcomes = fresh.map((command) => {
    const before = known.get(command.id);
    if (!before) return carried.get(command.id)!;
    // What the button sent is hashed with the address it went to: there the operation must do.
    const same =
      before.action === command.name && (before.hash === command.hash || !before.hash.startsWith(ownHash));
    return same ? { ...before, togetherWith: null } : refused(syncErrors.commandReused());
  });

  const boundAt = Date.parse(device.boundAt);
  await insertReceipts(
    tx,
    who,
    fresh.map(({ seq, id, hash, name, madeAt, decides }, at) => ({
      ...{ seq, id, hash, name, madeAt, decides },
      clockDoubt: clockDoubt(Date.parse(madeAt), { boundAt, receivedAt: now.getTime() }),
      outcome: outcomes[at]!.outcome,
      answer: outcomes[at]!.answer,
      togetherWith: outcomes[at]!.togetherWith,
    })),
  );
  const reached = Math.max(device.lastSeq, acknowledgedTo, fresh.at(-1)?.seq ?? 0);
  if (acknowledgedTo > device.lastSeq) {
    // Only a server set back to a backup has forgotten what a device holds answers for. What was in between is gone: it is said.
    await noteDevice(tx, deviceId, actor.unitId, {
      changed: 'forgotten',
      from: device.lastSeq + 1,
      to: acknowledgedTo,
    });
  }
  await updateContact(tx, deviceId, {
    now,
    sessionId: actor.sessionId,
    offlineUntil: until,
    clockAheadSeconds: Math.round((Date.parse(message.deviceNow) - now.getTime()) / 1000),
    waiting: message.waiting,
    lastSeq: reached,
  });

  for (const [at, { seq }] of fresh.entries()) said.set(seq, outcomes[at]!);
  const results = given.flatMap(({ seq, id }, at): ResultOfCommand[] => {
    const verdict = verdicts[at];
    if (verdict === 'gap') return [];
    const { outcome, answer } = verdict === 'taken' ? refused(syncErrors.sequenceTaken()) : said.get(seq)!;
    const again = verdict === 'repeat' || (verdict === 'new' && known.has(id));
    return [{ seq, id, outcome, again, ...(outcome === 'applied' ? { answer } : (answer as object)) }];
  });
  return { results, expected: reached + 1 };
}

const ownHash = 'sync:';

/** What makes two commands the same. */
function hashOf({ name, roleId, input }: GivenCommand): string {
  const content = JSON.stringify([name, roleId, input]);
  return `${ownHash}${createHash('sha256').update(content).digest('hex')}`;
}
