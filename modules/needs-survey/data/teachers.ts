import { type ReadTx, sql } from '#platform/db';

/** Whether somebody works at the school, or is shared with it, and has not left. */
export async function isOwnTeacher(tx: ReadTx, unitId: string, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT s.id FROM people.staff_member s WHERE s.id = ${staffId} AND s.left_on IS NULL
      AND (s.unit_id = ${unitId} OR s.id IN (SELECT people.posted_to_us()))`.execute(tx);
  return rows.length > 0;
}
