import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';

export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly at: string;
  readonly readAt: string | null;
}

/** The person's notices, newest first, and how many are unread. */
export async function listNotices(
  tx: ReadTx,
  limit: number,
): Promise<{ unread: number; items: NoticeRow[] }> {
  const [{ rows }, unread] = await Promise.all([
    executePrepared(
      tx,
      sql<NoticeRow>`SELECT id, kind, title, body, link, at, read_at AS "readAt" FROM plan.notice ORDER BY at DESC, id DESC LIMIT ${limit}`,
    ),
    executePrepared(tx, sql<{ count: number }>`SELECT count(*) FROM plan.notice WHERE read_at IS NULL`),
  ]);
  return { unread: unread.rows[0]?.count ?? 0, items: rows };
}

/** Marks notices read; null: all of them. Gives how many were unread before. */
export async function markNoticesRead(
  tx: WriteTx,
  ids: readonly string[] | null,
  now: Date,
): Promise<number> {
  const { rows } = await sql`UPDATE plan.notice SET read_at = ${now}
    WHERE read_at IS NULL ${ids === null ? sql`` : sql`AND id = ANY (${ids}::uuid[])`} RETURNING id`.execute(
    tx,
  );
  return rows.length;
}

/** Marks the person's notices that lead to a page read: it has been opened. */
export async function markNoticesOfPage(tx: WriteTx, link: string, now: Date): Promise<void> {
  await sql`UPDATE plan.notice SET read_at = ${now} WHERE link = ${link} AND read_at IS NULL
    AND account_id = (SELECT organisation.current_account())`.execute(tx);
}

/** Takes away what everybody of the department was told of a page, read or not: the page is taken back. Gives how many. */
export async function takeBackNotices(
  tx: WriteTx,
  { kind, link }: { readonly kind: string; readonly link: string },
): Promise<number> {
  const { rows } = await sql<{
    gone: number;
  }>`SELECT plan.take_back_notices(${kind}, ${link}) AS gone`.execute(tx);
  return rows[0]?.gone ?? 0;
}

/** Tells those who hold assignments (the person, or everybody of the role in the unit). Gives how many were told. */
export async function tellHolders(
  tx: WriteTx,
  assignmentIds: readonly string[],
  notice: { kind: string; title: string; now: Date; exceptAccountId: string },
): Promise<number> {
  const { rows } = await sql<{
    told: number;
  }>`SELECT plan.tell_holders(${assignmentIds}::uuid[], ${notice.kind}, ${notice.title},
    ${notice.now}, ${notice.exceptAccountId}) AS told`.execute(tx);
  return rows[0]?.told ?? 0;
}

const headRoles = [
  'departmentLeader',
  'divisionHead',
  'specialist',
  'communeLeader',
  'communeOfficer',
  'principal',
  'teamLead',
];

/** Tells the heads of a unit, also one above that the person does not see. Gives how many were told. */
export async function tellHeads(
  tx: WriteTx,
  unitId: string,
  notice: { kind: string; title: string; body: string; link: string; now: Date; onceKey?: string },
): Promise<number> {
  const { rows } = await sql<{
    told: number;
  }>`SELECT plan.tell_unit(${unitId}, ${headRoles}, ${notice.kind}, ${notice.title},
    ${notice.body}, ${notice.link}, ${notice.now}, ${notice.onceKey ?? null}) AS told`.execute(tx);
  return rows[0]?.told ?? 0;
}
