import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly note: string | null;
  readonly details: Record<string, unknown> | null;
}

/** History and discussion of an assignment, oldest first (the last 500 entries). */
export async function listHistory(tx: ReadTx, assignmentId: string): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    SELECT e.id, e.at, e.kind, e.account_id AS "accountId", p.display_name AS "accountName", e.note, e.details
    FROM plan.assignment_event e LEFT JOIN identity.account p ON p.id = e.account_id
    WHERE e.assignment_id = ${assignmentId} ORDER BY e.at DESC, e.id DESC LIMIT 500`.execute(tx);
  return rows.reverse();
}

export interface NewHistory {
  readonly kind: string;
  readonly note?: string | null | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes one entry into the history of each assignment. */
export async function insertHistory(
  tx: WriteTx,
  assignmentIds: readonly string[],
  by: { accountId: string; now: Date },
  entry: NewHistory,
): Promise<void> {
  const rows = assignmentIds.map((assignmentId) => ({ id: uuidv7(), assignmentId }));
  await sql`INSERT INTO plan.assignment_event (id, assignment_id, unit_id, department_id, at, account_id, kind, note, details)
    SELECT n.id, a.id, a.unit_id, a.department_id, ${by.now}, ${by.accountId}, ${entry.kind}, ${entry.note ?? null},
      ${entry.details ? JSON.stringify(entry.details) : null}::jsonb
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (id uuid, "assignmentId" uuid)
    JOIN plan.assignment a ON a.id = n."assignmentId"`.execute(tx);
}
