import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { FindingState, Severity } from '../rules/inspection.ts';

export interface FindingFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly uploadedAt: string;
}

export interface FindingRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly inspectingUnitId: string;
  readonly inspectingUnitKind: string;
  readonly leaderId: string;
  readonly memberIds: readonly string[];
  readonly itemId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly body: string;
  readonly severity: Severity;
  readonly foundOn: string;
  readonly dueOn: string;
  readonly state: FindingState;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: string | null;
  readonly files: readonly FindingFile[];
  readonly version: number;
}

const columns = sql`
  f.id, f.inspection_id AS "inspectionId", i.unit_id AS "inspectingUnitId", iu.kind AS "inspectingUnitKind", i.leader_id AS "leaderId",
  i.member_ids AS "memberIds", f.item_id AS "itemId", f.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", f.body,
  f.severity, f.found_on AS "foundOn", f.due_on AS "dueOn", f.state, f.answer, f.answered_by AS "answeredBy",
  p.display_name AS "answeredByName", f.answered_at AS "answeredAt", f.version,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'fileName', t.file_name, 'mediaType', t.media_type, 'bytes', t.bytes,
      'uploadedAt', to_char(t.uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY t.uploaded_at, t.id)
    FROM plan.finding_file ff JOIN plan.attachment t ON t.id = ff.attachment_id WHERE ff.finding_id = f.id), '[]') AS files
  FROM plan.finding f JOIN plan.inspection i ON i.id = f.inspection_id JOIN organisation.unit iu ON iu.id = i.unit_id
  JOIN organisation.unit u ON u.id = f.unit_id LEFT JOIN identity.account p ON p.id = f.answered_by`;

export type FindingFilter = 'open' | 'overdue' | 'resolved' | 'closed' | 'all';

function fits(filter: { filter: FindingFilter; unitId?: string | undefined; today: string }) {
  const state =
    filter.filter === 'all'
      ? sql`true`
      : filter.filter === 'overdue'
        ? sql`f.state = 'open' AND f.due_on < ${filter.today}::date`
        : sql`f.state = ${filter.filter}`;
  return sql`${state} ${filter.unitId ? sql`AND f.unit_id = ${filter.unitId}` : sql``}`;
}

/** Findings in reach, the nearest deadline first; `after` is the last row of the page before. */
export async function listFindings(
  tx: ReadTx,
  filter: { filter: FindingFilter; unitId?: string | undefined; today: string },
  page: { after: { on: string; id: string } | null; limit: number },
): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`SELECT ${columns} WHERE ${fits(filter)}
      ${page.after ? sql`AND (f.due_on, f.id) > (${page.after.on}::date, ${page.after.id}::uuid)` : sql``}
    ORDER BY f.due_on, f.id LIMIT ${page.limit}`.execute(tx);
  return rows;
}

export async function countFindings(
  tx: ReadTx,
  filter: { filter: FindingFilter; unitId?: string | undefined; today: string },
): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*) FROM plan.finding f WHERE ${fits(filter)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function listFindingsOf(tx: ReadTx, inspectionId: string): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    SELECT ${columns} WHERE f.inspection_id = ${inspectionId} ORDER BY f.found_on, f.id`.execute(tx);
  return rows;
}

export async function selectFindingOptional(tx: ReadTx, id: string): Promise<FindingRow | undefined> {
  const { rows } = await sql<FindingRow>`SELECT ${columns} WHERE f.id = ${id}`.execute(tx);
  return rows[0];
}

/** The row locked until the end of the transaction. */
export async function lockFindingOptional(tx: WriteTx, id: string): Promise<FindingRow | undefined> {
  await sql`SELECT id FROM plan.finding WHERE id = ${id} FOR UPDATE`.execute(tx);
  return selectFindingOptional(tx, id);
}

export async function insertFinding(
  tx: WriteTx,
  finding: {
    id: string;
    inspectionId: string;
    itemId: string | null;
    departmentId: string;
    unitId: string;
    body: string;
    severity: Severity;
    foundOn: string;
    dueOn: string;
  },
): Promise<void> {
  await sql`INSERT INTO plan.finding (id, inspection_id, item_id, department_id, unit_id, body, severity, found_on, due_on)
    VALUES (${finding.id}, ${finding.inspectionId}, ${finding.itemId}, ${finding.departmentId}, ${finding.unitId}, ${finding.body},
      ${finding.severity}, ${finding.foundOn}::date, ${finding.dueOn}::date)`.execute(tx);
}

export interface FindingChange {
  readonly body?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly dueOn?: string | undefined;
  readonly state?: FindingState;
  readonly answer?: { readonly text: string; readonly by: string; readonly at: Date };
  /** When it was closed; null: open again. */
  readonly closedAt?: Date | null;
}

/** Absent fields stay as they are. */
export async function updateFindingRow(tx: WriteTx, id: string, change: FindingChange): Promise<void> {
  await sql`UPDATE plan.finding SET
      body = coalesce(${change.body ?? null}::text, body),
      severity = coalesce(${change.severity ?? null}::text, severity),
      due_on = coalesce(${change.dueOn ?? null}::date, due_on),
      state = coalesce(${change.state ?? null}::text, state),
      answer = coalesce(${change.answer?.text ?? null}::text, answer),
      answered_by = coalesce(${change.answer?.by ?? null}::uuid, answered_by),
      answered_at = coalesce(${change.answer?.at ?? null}::timestamptz, answered_at),
      closed_at = ${change.closedAt === undefined ? sql`closed_at` : sql`${change.closedAt}::timestamptz`},
      version = version + 1
    WHERE id = ${id}`.execute(tx);
}

export async function insertFindingFile(tx: WriteTx, findingId: string, attachmentId: string): Promise<void> {
  await sql`INSERT INTO plan.finding_file (finding_id, attachment_id, department_id, unit_id)
    SELECT f.id, ${attachmentId}, f.department_id, f.unit_id FROM plan.finding f WHERE f.id = ${findingId}`.execute(
    tx,
  );
}

export type FindingEventKind = 'found' | 'amended' | 'answered' | 'reopened' | 'closed';

export async function insertFindingEvent(
  tx: WriteTx,
  findingId: string,
  event: { kind: FindingEventKind; note: string | null; accountId: string; at: Date },
): Promise<void> {
  await sql`INSERT INTO plan.finding_event (id, finding_id, department_id, unit_id, kind, note, account_id, at)
    SELECT ${uuidv7()}, f.id, f.department_id, f.unit_id, ${event.kind}, ${event.note}, ${event.accountId}, ${event.at}
    FROM plan.finding f WHERE f.id = ${findingId}`.execute(tx);
}

export interface FindingEventRow {
  readonly id: string;
  readonly kind: FindingEventKind;
  readonly note: string | null;
  readonly accountId: string;
  readonly accountName: string;
  readonly at: string;
}

/** How a finding was followed up, oldest first. */
export async function listFindingEvents(tx: ReadTx, findingId: string): Promise<FindingEventRow[]> {
  const { rows } = await sql<FindingEventRow>`
    SELECT e.id, e.kind, e.note, e.account_id AS "accountId", p.display_name AS "accountName", e.at
    FROM plan.finding_event e JOIN identity.account p ON p.id = e.account_id
    WHERE e.finding_id = ${findingId} ORDER BY e.at, e.id`.execute(tx);
  return rows;
}
