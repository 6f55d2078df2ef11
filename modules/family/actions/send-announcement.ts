import assert from 'node:assert/strict';
import { takeBackNotices, tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { deliver, listReceipts, markWithdrawn, selectAnnouncementOptional } from '../data/announcements.ts';
import { familyErrors } from '../errors.ts';
import type { Acting } from './acting.ts';
import { held } from './write-announcement.ts';

/** Kind of what people are told of notices. */
const kind = 'family.announcement';

/**
 * Sends a draft to everybody it addresses, all or none, and tells them. What was counted is what was written: anything else is a fault.
 * @throws Refusal family.announcementNotFound, notDraft, changedMeanwhile, nobodyReached
 */
export async function sendAnnouncement(
  tx: WriteTx,
  { actor, now }: Acting,
  id: string,
  version: number,
): Promise<{ asked: number; sent: number; unreached: number }> {
  const draft = await held(tx, id);
  if (draft.authorId !== actor.accountId) throw familyErrors.announcementNotFound();
  if (draft.state !== 'draft') throw familyErrors.notDraft();
  if (draft.version !== version) throw familyErrors.changedMeanwhile({ version }, draft);
  const accounts = await deliver(tx, id, now);
  const sent = await selectAnnouncementOptional(tx, id);
  assert(sent?.state === 'sent');
  if (accounts.length === 0) throw familyErrors.nobodyReached(sent.unreached);
  assert.equal(accounts.length, sent.asked, 'a notice reached another number of people than it was sent to');
  await tellPersons(tx, actor.departmentId, [...new Set(accounts)], {
    kind,
    title: `Thông báo: ${draft.title}`,
    body: `${draft.author} gửi. Mở ra xem để nhà trường biết đã nhận.`,
    link: `/thong-bao/${id}`,
    now,
    onceKey: `family.announcement:${id}`,
  });
  return { asked: sent.asked, sent: accounts.length, unreached: sent.unreached };
}

/**
 * Takes a sent notice back: nobody it went to sees it any more, nor what the bell said of it; the receipts stay.
 * @throws Refusal family.announcementNotFound, notSent, changedMeanwhile
 */
export async function withdrawAnnouncement(
  tx: WriteTx,
  { now }: Acting,
  id: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<void> {
  const announcement = await held(tx, id);
  if (announcement.state !== 'sent') throw familyErrors.notSent();
  if (announcement.version !== version) throw familyErrors.changedMeanwhile({ version }, announcement);
  await markWithdrawn(tx, id, reason, now);
  await takeBackNotices(tx, { kind, link: `/thong-bao/${id}` });
}

/** Reminds who has not opened a sent notice, each once a day. @throws Refusal family.announcementNotFound, notSent */
export async function remindUnread(
  tx: WriteTx,
  { actor, now }: Acting,
  id: string,
): Promise<{ told: number }> {
  const announcement = await held(tx, id);
  if (announcement.state !== 'sent') throw familyErrors.notSent();
  const unread = new Set(
    (await listReceipts(tx, id)).filter(({ readAt }) => readAt === null).map(({ accountId }) => accountId),
  );
  await tellPersons(tx, actor.departmentId, [...unread], {
    kind,
    title: `Nhắc xem thông báo: ${announcement.title}`,
    body: 'Bạn chưa mở thông báo này.',
    link: `/thong-bao/${id}`,
    now,
    onceKey: `family.remind:${id}:${localDate(now)}`,
  });
  return { told: unread.size };
}
