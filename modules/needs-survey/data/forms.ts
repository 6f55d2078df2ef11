import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Question } from '../rules/question.ts';

export interface FormRow {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly ownerName: string;
  readonly questions: Question[];
  readonly savedAt: string;
  readonly version: number;
}

const columns = sql`f.id, f.title, f.unit_id AS "unitId", u.name AS "ownerName", f.questions, f.saved_at AS "savedAt", f.version`;

/** Forms in use that the person may read, the latest first. */
export async function listForms(tx: ReadTx): Promise<FormRow[]> {
  const { rows } = await sql<FormRow>`
    SELECT ${columns} FROM needs_survey.form f JOIN organisation.unit u ON u.id = f.unit_id
    WHERE NOT f.retired ORDER BY f.saved_at DESC, f.id LIMIT 200`.execute(tx);
  return rows;
}

export async function selectFormOptional(tx: ReadTx, formId: string): Promise<FormRow | undefined> {
  const { rows } = await sql<FormRow>`
    SELECT ${columns} FROM needs_survey.form f JOIN organisation.unit u ON u.id = f.unit_id
    WHERE f.id = ${formId} AND NOT f.retired`.execute(tx);
  return rows[0];
}

interface Saving {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
  readonly by: string;
  readonly at: Date;
}

export async function insertForm(
  tx: WriteTx,
  one: Saving & { readonly unitId: string; readonly departmentId: string },
): Promise<void> {
  await sql`
    INSERT INTO needs_survey.form (id, unit_id, department_id, title, questions, saved_by, saved_at)
    VALUES (${one.id}, ${one.unitId}, ${one.departmentId}, ${one.title}, ${JSON.stringify(one.questions)}::jsonb, ${one.by},
      ${one.at})`.execute(tx);
}

/** Saves when the form still has `version`; false: changed meanwhile. */
export async function updateForm(tx: WriteTx, one: Saving & { readonly version: number }): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE needs_survey.form SET title = ${one.title}, questions = ${JSON.stringify(one.questions)}::jsonb, saved_by = ${one.by},
      saved_at = ${one.at}, version = version + 1
    WHERE id = ${one.id} AND version = ${one.version} AND NOT retired RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function retireForm(tx: WriteTx, formId: string): Promise<void> {
  await sql`UPDATE needs_survey.form SET retired = true, version = version + 1 WHERE id = ${formId}`.execute(
    tx,
  );
}
