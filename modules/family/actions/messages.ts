import { settingsOf } from '#modules/organisation';
import type { ReadTx, WriteTx } from '#platform/db';
import { addJob } from '#platform/jobs';
import * as data from '../data/threads.ts';
import { familyErrors } from '../errors.ts';
import { messagesPerHour, type QuietHours, quietFrom, quietTo, tellAt } from '../rules/index.ts';
import type { Acting } from './acting.ts';

const hour = 3_600_000;

export function quietHours(tx: ReadTx): Promise<QuietHours> {
  return settingsOf(tx, { from: quietFrom, to: quietTo });
}

/** An own thread. @throws Refusal family.threadNotFound */
export async function ownThread(tx: ReadTx, threadId: string): Promise<data.ThreadHead> {
  const [thread] = await data.listThreads(tx, threadId);
  if (!thread) throw familyErrors.threadNotFound();
  return thread;
}

/** Opens the talk about a pupil, or finds it. @throws Refusal family.noPartner */
export async function openThread(
  tx: WriteTx,
  { now }: Acting,
  { pupilId, accountId }: { readonly pupilId: string; readonly accountId: string },
): Promise<{ id: string }> {
  const id = await data.openThread(tx, pupilId, accountId, now);
  if (id === null) throw familyErrors.noPartner();
  return { id };
}

/**
 * Sends a message. The other side is told at once, or at the end of the quiet hours, and not again while it has not looked.
 * @throws Refusal family.threadNotFound, threadBlocked, tooManyMessages
 */
export async function sendMessage(
  tx: WriteTx,
  { actor, now }: Acting,
  threadId: string,
  body: string,
): Promise<{ id: string; toldAt: string }> {
  const thread = await ownThread(tx, threadId);
  if (thread.blockReason !== null) throw familyErrors.threadBlocked();
  const { most } = await settingsOf(tx, { most: messagesPerHour });
  const sent = await data.countSentSince(tx, new Date(now.getTime() - hour));
  if (sent >= most) throw familyErrors.tooManyMessages(most);
  const said = await data.say(tx, threadId, body, now);
  if (!said) throw familyErrors.threadBlocked();
  const runAt = tellAt(now, await quietHours(tx));
  if (said.tell) {
    const payload = {
      departmentId: actor.departmentId,
      threadId,
      accountId: said.tell,
      saidAt: now.toISOString(),
      since: said.unreadSince ?? '',
    };
    const jobKey = `family.tellMessage:${threadId}:${said.tell}`;
    await addJob(tx, 'family.tellMessage', payload, { jobKey, ...(runAt > now ? { runAt } : {}) });
  }
  return { id: said.id, toldAt: runAt.toISOString() };
}

/** Asks the school to look at an own thread. @throws Refusal family.threadNotFound */
export async function reportThread(
  tx: WriteTx,
  { now }: Acting,
  threadId: string,
  reason: string,
): Promise<void> {
  if (!(await data.reportThread(tx, threadId, reason, now))) throw familyErrors.threadNotFound();
}

/** What was said in a thread of the school; the reason stays in the audit trail. @throws Refusal family.threadNotFound */
export async function readWithReason(tx: WriteTx, threadId: string, reason: string) {
  const heads = await data.listThreadsOfSchool(tx);
  if (!heads.some(({ id }) => id === threadId)) throw familyErrors.threadNotFound();
  return { messages: await data.readWithReason(tx, threadId, reason) };
}

/** Stops a thread of the school with a reason, or opens it again (null). @throws Refusal family.threadNotFound */
export async function blockThread(
  tx: WriteTx,
  { now }: Acting,
  threadId: string,
  reason: string | null,
): Promise<void> {
  if (!(await data.blockThread(tx, threadId, reason, now))) throw familyErrors.threadNotFound();
}
