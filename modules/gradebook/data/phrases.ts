import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Phrase {
  readonly id: string;
  readonly subjectCode: string | null;
  readonly text: string;
}

/** The school's bank for a subject, or for conduct (null); by text. */
export async function listPhrases(tx: ReadTx, unitId: string, subjectCode: string | null): Promise<Phrase[]> {
  const { rows } = await sql<Phrase>`
    SELECT id, subject_code AS "subjectCode", text FROM gradebook.phrase
    WHERE unit_id = ${unitId} AND subject_code IS NOT DISTINCT FROM ${subjectCode}::text ORDER BY text LIMIT 500`.execute(
    tx,
  );
  return rows;
}

/** Undefined: the bank has it already. */
export async function insertPhrase(
  tx: WriteTx,
  unitId: string,
  phrase: Omit<Phrase, 'id'>,
  accountId: string,
): Promise<Phrase | undefined> {
  const { rows } = await sql<Phrase>`
    INSERT INTO gradebook.phrase (id, unit_id, department_id, subject_code, text, made_by)
    SELECT ${uuidv7()}, u.id, u.department_id, ${phrase.subjectCode}, ${phrase.text}, ${accountId}
    FROM organisation.unit u WHERE u.id = ${unitId}
    ON CONFLICT (unit_id, coalesce(subject_code, ''), lower(text)) DO NOTHING
    RETURNING id, subject_code AS "subjectCode", text`.execute(tx);
  return rows[0];
}

export async function deletePhrase(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM gradebook.phrase WHERE id = ${id}`.execute(tx);
}
