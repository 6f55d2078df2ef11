import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface ThreadHead {
  readonly id: string;
  readonly pupil: string;
  readonly className: string;
  readonly with: string | null;
  readonly family: boolean;
  readonly unread: number;
  readonly lastAt: string;
  readonly blockReason: string | null;
  readonly reported: boolean;
  readonly otherReadAt: string | null;
}

/** Threads of the person asking, the latest first; of one only when `id` is given. */
export async function listThreads(tx: ReadTx, id: string | null = null): Promise<ThreadHead[]> {
  const { rows } = await sql<ThreadHead>`
    SELECT t.id, p.full_name AS pupil, c.name AS "className", family.other_side(t.id) AS with, mine.family, t.last_at AS "lastAt",
      t.block_reason AS "blockReason", t.reported_at IS NOT NULL AS reported,
      CASE WHEN mine.family THEN t.teacher_read_at ELSE t.family_read_at END AS "otherReadAt",
      (SELECT count(*)::int FROM family.message m WHERE m.thread_id = t.id AND m.from_family <> mine.family
        AND m.sent_at > coalesce(CASE WHEN mine.family THEN t.family_read_at ELSE t.teacher_read_at END, '-infinity')) AS unread
    FROM family.thread t
    CROSS JOIN LATERAL (SELECT t.family_account_id = organisation.current_account() AND t.family_kind = organisation.acting_role() AS family) mine
    JOIN people.pupil p ON p.id = t.pupil_id JOIN people.school_class c ON c.id = t.class_id
    WHERE ${id}::uuid IS NULL OR t.id = ${id}::uuid
    ORDER BY t.last_at DESC, t.id LIMIT 300`.execute(tx);
  return rows;
}

export interface MessageRow {
  readonly id: string;
  readonly author: string;
  readonly fromFamily: boolean;
  readonly body: string;
  readonly sentAt: string;
}

/** The last 500 messages of a thread of the person asking, in order. */
export async function listMessages(tx: ReadTx, threadId: string): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    SELECT * FROM (
      SELECT m.id, family.author_name(m.id) AS author, m.from_family AS "fromFamily", m.body, m.sent_at AS "sentAt"
      FROM family.message m WHERE m.thread_id = ${threadId} ORDER BY m.sent_at DESC, m.id DESC LIMIT 500) last
    ORDER BY "sentAt", id`.execute(tx);
  return rows;
}

export interface Partner {
  readonly pupilId: string;
  readonly pupil: string;
  readonly className: string;
  readonly accountId: string;
  readonly name: string;
}

/** With whom the person may begin a thread: families of the own homeroom class, or the homeroom teachers of the own children. */
export async function listPartners(tx: ReadTx): Promise<Partner[]> {
  const { rows } = await sql<Partner>`
    SELECT pupil_id AS "pupilId", pupil, class_name AS "className", account_id AS "accountId", name FROM family.partners()`.execute(
    tx,
  );
  return rows;
}

/** Null: not for the person asking. */
export async function openThread(
  tx: WriteTx,
  pupilId: string,
  familyAccountId: string,
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    SELECT family.open_thread(${uuidv7()}, ${pupilId}, ${familyAccountId}, ${now}) AS id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Undefined: blocked, or not theirs. `tell`: the account of the other side, null when nobody can be told. */
export async function say(
  tx: WriteTx,
  threadId: string,
  body: string,
  now: Date,
): Promise<{ id: string; tell: string | null; unreadSince: string | null } | undefined> {
  const id = uuidv7();
  const { rows } = await sql<{ tell: string | null; unreadSince: string | null }>`
    SELECT tell, unread_since AS "unreadSince" FROM family.say(${id}, ${threadId}, ${body}, ${now})`.execute(
    tx,
  );
  return rows[0] && { id, ...rows[0] };
}

/** Messages the person asking has sent since a time; others of the same person wait until the transaction ends. */
export async function countSentSince(tx: WriteTx, since: Date): Promise<number> {
  const { rows } = await sql<{ sent: number }>`SELECT family.sent_since(${since}) AS sent`.execute(tx);
  return rows[0]?.sent ?? 0;
}

export async function markThreadRead(tx: WriteTx, threadId: string, now: Date): Promise<void> {
  await sql`SELECT family.mark_thread_read(${threadId}, ${now})`.execute(tx);
}

export async function reportThread(
  tx: WriteTx,
  threadId: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    SELECT family.report_thread(${threadId}, ${reason}, ${now}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}

/** For the heads of a school: that threads are there, not what was said. Reported ones first. */
export async function listThreadsOfSchool(tx: ReadTx) {
  const { rows } = await sql<{
    id: string;
    className: string;
    pupil: string;
    with: string;
    messages: number;
    lastAt: string;
    reportedAt: string | null;
    reportReason: string | null;
    blockedAt: string | null;
    blockReason: string | null;
  }>`SELECT id, class_name AS "className", pupil, other_side AS with, messages, last_at AS "lastAt", reported_at AS "reportedAt",
      report_reason AS "reportReason", blocked_at AS "blockedAt", block_reason AS "blockReason" FROM family.threads_of_school()`.execute(
    tx,
  );
  return rows;
}

/** For the heads of the school, with a reason that the audit trail keeps. Empty: not theirs. */
export async function readWithReason(tx: WriteTx, threadId: string, reason: string): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    SELECT id, author, from_family AS "fromFamily", body, sent_at AS "sentAt" FROM family.read_with_reason(${threadId}, ${reason})`.execute(
    tx,
  );
  return rows;
}

/** `reason` null opens it again. */
export async function blockThread(
  tx: WriteTx,
  threadId: string,
  reason: string | null,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    SELECT family.block_thread(${threadId}, ${reason}, ${now}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}

export async function isStillUnread(
  tx: ReadTx,
  threadId: string,
  accountId: string,
  saidAt: string,
): Promise<boolean> {
  const { rows } = await sql<{ unread: boolean }>`
    SELECT family.still_unread(${threadId}, ${accountId}, ${saidAt}::timestamptz) AS unread`.execute(tx);
  return rows[0]?.unread ?? false;
}

/** Deletes threads of the department without a word since `before`; gives how many. */
export async function clearThreads(tx: WriteTx, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`SELECT family.clear_threads(${before}) AS gone`.execute(tx);
  return rows[0]?.gone ?? 0;
}
