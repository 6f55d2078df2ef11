import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { ItemResult } from '../rules/inspection.ts';

export interface InspectionItemRow {
  readonly id: string;
  readonly inspectionId: string;
  readonly dutyId: string | null;
  readonly dutyCode: string | null;
  readonly question: string;
  readonly result: ItemResult;
  readonly note: string | null;
  readonly version: number;
}

const columns = sql`
  c.id, c.inspection_id AS "inspectionId", c.duty_id AS "dutyId", d.code AS "dutyCode", c.question, c.result, c.note, c.version
  FROM plan.inspection_item c LEFT JOIN plan.duty d ON d.id = c.duty_id`;

/** The checklist of an inspection in its order. */
export async function listInspectionItems(tx: ReadTx, inspectionId: string): Promise<InspectionItemRow[]> {
  const { rows } = await sql<InspectionItemRow>`
    SELECT ${columns} WHERE c.inspection_id = ${inspectionId} ORDER BY c.position, c.id`.execute(tx);
  return rows;
}

export async function selectInspectionItemOptional(
  tx: ReadTx,
  id: string,
): Promise<InspectionItemRow | undefined> {
  const { rows } = await sql<InspectionItemRow>`SELECT ${columns} WHERE c.id = ${id}`.execute(tx);
  return rows[0];
}

/** The row locked until the end of the transaction; undefined also when the person may not change it. */
export async function lockInspectionItemOptional(
  tx: WriteTx,
  id: string,
): Promise<InspectionItemRow | undefined> {
  await sql`SELECT id FROM plan.inspection_item WHERE id = ${id} FOR UPDATE`.execute(tx);
  return selectInspectionItemOptional(tx, id);
}

/** Adds lines behind the last one, in one statement. */
export async function insertInspectionItems(
  tx: WriteTx,
  inspectionId: string,
  lines: readonly { id: string; dutyId: string | null; question: string }[],
): Promise<void> {
  await sql`INSERT INTO plan.inspection_item (id, inspection_id, department_id, unit_id, duty_id, position, question)
    SELECT n.id, i.id, i.department_id, i.unit_id, n."dutyId",
      (SELECT coalesce(max(c.position), 0) FROM plan.inspection_item c WHERE c.inspection_id = i.id) + n.line, n.question
    FROM plan.inspection i,
      ROWS FROM (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS (id uuid, "dutyId" uuid, question text))
        WITH ORDINALITY AS n (id, "dutyId", question, line)
    WHERE i.id = ${inspectionId}`.execute(tx);
}

/** Absent fields stay; a null note is cleared. */
export async function updateInspectionItemRow(
  tx: WriteTx,
  id: string,
  change: {
    question?: string | undefined;
    result?: ItemResult | undefined;
    note?: string | null | undefined;
  },
): Promise<void> {
  await sql`UPDATE plan.inspection_item SET
      question = coalesce(${change.question ?? null}::text, question),
      result = coalesce(${change.result ?? null}::text, result),
      note = ${change.note === undefined ? sql`note` : sql`${change.note}::text`},
      version = version + 1
    WHERE id = ${id}`.execute(tx);
}

export async function deleteInspectionItem(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM plan.inspection_item WHERE id = ${id}`.execute(tx);
}

export async function hasFindings(tx: ReadTx, itemId: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM plan.finding WHERE item_id = ${itemId} LIMIT 1`.execute(tx);
  return rows.length > 0;
}
