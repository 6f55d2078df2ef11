import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { EvidenceKind } from '../rules/evidence.ts';

export interface EvidenceRow {
  readonly id: string;
  readonly assignmentId: string;
  readonly kind: EvidenceKind;
  readonly formValues: Record<string, unknown> | null;
  readonly attachment: {
    id: string;
    fileName: string;
    mediaType: string;
    bytes: number;
    uploadedAt: string;
  } | null;
  readonly note: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly at: string;
}

const columns = sql`
  e.id, e.assignment_id AS "assignmentId", e.kind, e.form_values AS "formValues", e.note, e.account_id AS "accountId",
  p.display_name AS "accountName", e.at,
  CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'fileName', f.file_name, 'mediaType', f.media_type, 'bytes', f.bytes,
    'uploadedAt', f.uploaded_at) END AS attachment`;
const tables = sql`plan.evidence e LEFT JOIN identity.account p ON p.id = e.account_id LEFT JOIN plan.attachment f ON f.id = e.attachment_id`;

/** Evidence that counts (not withdrawn), newest first. */
export async function listEvidence(tx: ReadTx, assignmentId: string): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`SELECT ${columns} FROM ${tables}
    WHERE e.assignment_id = ${assignmentId} AND e.withdrawn_at IS NULL ORDER BY e.at DESC, e.id DESC`.execute(
    tx,
  );
  return rows;
}

export async function selectEvidenceOptional(tx: ReadTx, id: string): Promise<EvidenceRow | undefined> {
  const { rows } =
    await sql<EvidenceRow>`SELECT ${columns} FROM ${tables} WHERE e.id = ${id} AND e.withdrawn_at IS NULL`.execute(
      tx,
    );
  return rows[0];
}

/** The newest form of each unit below that gave one for the same duty (the unit itself left out). */
export async function listFormsBelow(
  tx: ReadTx,
  assignment: { id: string; dutyId: string; unitId: string },
): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ values: Record<string, unknown> }>`
    SELECT DISTINCT ON (e.assignment_id) e.form_values AS values
    FROM plan.assignment a JOIN plan.evidence e ON e.assignment_id = a.id AND e.kind = 'form' AND e.withdrawn_at IS NULL
    WHERE a.duty_id = ${assignment.dutyId} AND a.id <> ${assignment.id}
      AND (a.parent_id = ${assignment.id} OR a.parent_id IS NULL AND a.unit_id <> ${assignment.unitId} AND a.unit_id IN (
        SELECT descendant_id FROM organisation.unit_reach WHERE ancestor_id = ${assignment.unitId}))
    ORDER BY e.assignment_id, e.at DESC, e.id DESC`.execute(tx);
  return rows.map((row) => row.values);
}

export async function insertEvidence(
  tx: WriteTx,
  evidence: {
    id: string;
    assignmentId: string;
    unitId: string;
    departmentId: string;
    kind: EvidenceKind;
    formValues: Readonly<Record<string, unknown>> | null;
    attachmentId: string | null;
    note: string | null;
    accountId: string;
    at: Date;
  },
): Promise<void> {
  await sql`INSERT INTO plan.evidence (id, assignment_id, unit_id, department_id, kind, form_values, attachment_id, note, account_id, at)
    VALUES (${evidence.id}, ${evidence.assignmentId}, ${evidence.unitId}, ${evidence.departmentId}, ${evidence.kind},
      ${evidence.formValues ? JSON.stringify(evidence.formValues) : null}::jsonb, ${evidence.attachmentId}, ${evidence.note},
      ${evidence.accountId}, ${evidence.at})`.execute(tx);
}

export async function withdrawEvidenceRow(tx: WriteTx, id: string, at: Date): Promise<void> {
  await sql`UPDATE plan.evidence SET withdrawn_at = ${at} WHERE id = ${id}`.execute(tx);
}
