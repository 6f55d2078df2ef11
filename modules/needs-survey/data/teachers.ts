import { shownStaffNames } from '#modules/people';
import { type ReadTx, sql } from '#platform/db';

/** Names of these people, as lists of the school call them. */
export async function listTeacherNames(
  tx: ReadTx,
  unitId: string,
  staffIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT s.id, s.full_name AS name FROM people.staff_member s WHERE s.id = ANY (${staffIds}::uuid[])`.execute(
    tx,
  );
  const shown = await shownStaffNames(tx, [unitId]);
  return rows.map(({ id, name }) => ({ id, name: shown({ unitId, id, name }) }));
}

/** Whether somebody works at the school, or is shared with it, and has not left. */
export async function isOwnTeacher(tx: ReadTx, unitId: string, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT s.id FROM people.staff_member s WHERE s.id = ${staffId} AND s.left_on IS NULL
      AND (s.unit_id = ${unitId} OR s.id IN (SELECT people.posted_to_us()))`.execute(tx);
  return rows.length > 0;
}
