import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

/** What people are told. `onceKey`: the same person is not told the same thing twice. */
export interface Announcement {
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  /** Path inside the app. */
  readonly link: string;
  readonly now: Date;
  readonly onceKey?: string;
}

/** Accounts that hold one of `roles` in one of the units on `today`, also in units the person does not see into. */
export async function listAccountsHolding(
  tx: ReadTx,
  unitIds: readonly string[],
  roles: readonly string[],
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{ accountId: string }>`
    SELECT DISTINCT account_id AS "accountId" FROM plan.accounts_holding(${unitIds}::uuid[], ${roles}::text[], ${today}::date)`.execute(
    tx,
  );
  return rows.map((row) => row.accountId);
}

/** Tells each of these people once, in one statement. */
export async function tellPeople(
  tx: WriteTx,
  accountIds: readonly string[],
  departmentId: string,
  announcement: Announcement,
): Promise<void> {
  if (accountIds.length === 0) return;
  const rows = [...new Set(accountIds)].map((accountId) => ({ id: uuidv7(), accountId }));
  // No conflict target: naming one would ask for the right to read other people's notices.
  await sql`INSERT INTO plan.notice (id, account_id, department_id, kind, title, body, link, at, once_key)
    SELECT n.id, n."accountId", ${departmentId}::uuid, ${announcement.kind}, ${announcement.title.slice(0, 300)}, ${announcement.body},
      ${announcement.link}, ${announcement.now}, ${announcement.onceKey ?? null}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (id uuid, "accountId" uuid)
    ON CONFLICT DO NOTHING`.execute(tx);
}
