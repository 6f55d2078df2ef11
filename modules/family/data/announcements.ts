import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export type AudienceKind = 'guardian' | 'pupil' | 'teacher';
export type AnnouncementState = 'draft' | 'sent' | 'withdrawn';

/** A notice as it is written. Grades and classes both empty: the whole school. */
export interface Written {
  readonly title: string;
  readonly body: string;
  readonly audience: readonly AudienceKind[];
  readonly grades: readonly number[];
  readonly classIds: readonly string[];
}

export interface Announcement extends Written {
  readonly id: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly authorId: string;
  readonly author: string;
  readonly state: AnnouncementState;
  readonly sentAt: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
  readonly asked: number;
  readonly unreached: number;
  readonly version: number;
}

/** Undefined: none in reach. */
export async function selectAnnouncementOptional(tx: ReadTx, id: string): Promise<Announcement | undefined> {
  const { rows } = await sql<Announcement>`
    SELECT id, unit_id AS "unitId", department_id AS "departmentId", author_id AS "authorId", author_name AS author, title, body, audience,
      grades, class_ids AS "classIds", state, sent_at AS "sentAt", withdrawn_at AS "withdrawnAt", withdrawal_reason AS "withdrawalReason",
      coalesce(asked, 0) AS asked, coalesce(unreached, 0) AS unreached, version
    FROM family.announcement WHERE id = ${id}`.execute(tx);
  return rows[0];
}

/** The same, held until the end of the transaction: only for the side that wrote it. */
export async function lockAnnouncementOptional(tx: WriteTx, id: string): Promise<Announcement | undefined> {
  await sql`SELECT FROM family.announcement WHERE id = ${id} FOR UPDATE`.execute(tx);
  return selectAnnouncementOptional(tx, id);
}

export async function insertAnnouncement(
  tx: WriteTx,
  written: Written,
  by: { unitId: string; departmentId: string; accountId: string; name: string; now: Date },
): Promise<string> {
  const id = uuidv7();
  await sql`INSERT INTO family.announcement (id, unit_id, department_id, author_id, author_name, title, body, audience, grades, class_ids, made_at)
    VALUES (${id}, ${by.unitId}, ${by.departmentId}, ${by.accountId}, ${by.name}, ${written.title}, ${written.body},
      ${written.audience}::text[], ${written.grades}::smallint[], ${written.classIds}::uuid[], ${by.now})`.execute(
    tx,
  );
  return id;
}

export async function updateAnnouncement(tx: WriteTx, id: string, written: Written): Promise<void> {
  await sql`UPDATE family.announcement SET title = ${written.title}, body = ${written.body}, audience = ${written.audience}::text[],
    grades = ${written.grades}::smallint[], class_ids = ${written.classIds}::uuid[], version = version + 1 WHERE id = ${id}`.execute(
    tx,
  );
}

export async function deleteDraft(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM family.announcement WHERE id = ${id} AND state = 'draft'`.execute(tx);
}

/** Sends a draft; gives the accounts it went to, each once for each capacity. */
export async function deliver(tx: WriteTx, id: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`SELECT family.deliver(${id}, ${now}) AS account`.execute(
    tx,
  );
  return rows.map(({ account }) => account);
}

export async function markWithdrawn(tx: WriteTx, id: string, reason: string, now: Date): Promise<void> {
  await sql`UPDATE family.announcement SET state = 'withdrawn', withdrawn_at = ${now}, withdrawal_reason = ${reason}, version = version + 1
    WHERE id = ${id}`.execute(tx);
}

export async function markRead(tx: WriteTx, id: string, now: Date): Promise<void> {
  await sql`SELECT family.mark_read(${id}, ${now})`.execute(tx);
}

/** When the person asking opened a notice addressed to the person; undefined: not addressed. */
export async function selectOwnReceiptOptional(
  tx: ReadTx,
  id: string,
): Promise<{ readAt: string | null } | undefined> {
  const { rows } = await sql<{ readAt: string | null }>`
    SELECT min(read_at) AS "readAt" FROM family.recipient WHERE announcement_id = ${id}
      AND announcement_id IN (SELECT family.my_announcements()) AND account_id = (SELECT organisation.current_account())
    HAVING count(*) > 0`.execute(tx);
  return rows[0];
}

/** Notices sent to the person asking, newest first. */
export async function listReceived(tx: ReadTx) {
  const { rows } = await sql<{
    id: string;
    title: string;
    author: string;
    sentAt: string;
    readAt: string | null;
  }>`
    SELECT a.id, a.title, a.author_name AS author, a.sent_at AS "sentAt", max(r.read_at) AS "readAt"
    FROM family.announcement a JOIN family.recipient r ON r.announcement_id = a.id AND r.account_id = (SELECT organisation.current_account())
    WHERE a.id IN (SELECT family.my_announcements()) GROUP BY a.id ORDER BY a.sent_at DESC, a.id DESC LIMIT 200`.execute(
    tx,
  );
  return rows;
}

/** Notices of the own school in reach of whoever writes them, newest first, with how many have read. */
export async function listWritten(tx: ReadTx, unitId: string) {
  const { rows } = await sql<{
    id: string;
    title: string;
    author: string;
    state: AnnouncementState;
    madeAt: string;
    sentAt: string | null;
    asked: number | null;
    unreached: number | null;
    read: number;
  }>`
    SELECT a.id, a.title, a.author_name AS author, a.state, a.made_at AS "madeAt", a.sent_at AS "sentAt", a.asked, a.unreached,
      (SELECT count(*)::int FROM family.recipient r WHERE r.announcement_id = a.id AND r.read_at IS NOT NULL) AS read
    FROM family.announcement a
    WHERE a.unit_id = ${unitId} AND (a.state <> 'draft' OR a.author_id = (SELECT organisation.current_account()))
      AND (organisation.current_scope() = 'subtree' OR a.author_id = (SELECT organisation.current_account()))
    ORDER BY a.made_at DESC, a.id DESC LIMIT 200`.execute(tx);
  return rows;
}

export async function countRead(tx: ReadTx, id: string): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    SELECT count(*)::int AS read FROM family.recipient WHERE announcement_id = ${id} AND read_at IS NOT NULL`.execute(
    tx,
  );
  return rows[0]?.read ?? 0;
}

export interface Receipt {
  readonly accountId: string;
  readonly name: string;
  readonly kind: AudienceKind;
  readonly pupils: string;
  readonly readAt: string | null;
}

/** Whom a notice went to: the unread first, by class of the pupils, then by name. */
export async function listReceipts(tx: ReadTx, id: string): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`
    SELECT r.account_id AS "accountId", a.display_name AS name, r.kind, coalesce(of.pupils, '') AS pupils, r.read_at AS "readAt"
    FROM family.recipient r JOIN identity.account a ON a.id = r.account_id
    LEFT JOIN LATERAL (
      SELECT string_agg(p.full_name || coalesce(' (' || c.name || ')', ''), ', ' ORDER BY c.name, p.full_name) AS pupils, min(c.grade) AS grade,
        min(c.name) AS class
      FROM people.pupil p LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL
      LEFT JOIN people.school_class c ON c.id = e.class_id WHERE p.id = ANY (r.pupil_ids)) of ON true
    WHERE r.announcement_id = ${id}
    ORDER BY r.read_at IS NOT NULL, of.grade NULLS LAST, of.class, a.given_name, a.family_name, r.account_id, r.kind`.execute(
    tx,
  );
  return rows;
}

/** Classes of the current year that the person may write to. */
export async function listWritableClasses(
  tx: ReadTx,
  unitId: string,
): Promise<{ id: string; name: string; grade: number }[]> {
  const { rows } = await sql<{ id: string; name: string; grade: number }>`
    SELECT c.id, c.name, c.grade FROM people.school_class c
    JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
    WHERE c.unit_id = ${unitId} AND (organisation.current_scope() = 'subtree' OR c.id IN (SELECT family.my_homeroom_classes()))
    ORDER BY c.grade, length(c.name), c.name`.execute(tx);
  return rows;
}
