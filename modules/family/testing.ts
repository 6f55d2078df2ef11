import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from '#tests/harness/database.ts';

/** Rows for tests of what families see. */

interface Place {
  readonly id: string;
  readonly departmentId: string;
}

/** An account in the role of a guardian or pupil at a school, able to sign in at once. Gives the id. */
export async function addFamilyAccount(
  { owner }: TestDatabase,
  school: Place,
  { username, name, role }: { username: string; name: string; role: 'guardian' | 'pupil' },
): Promise<string> {
  const id = uuidv7();
  await owner.query(
    `INSERT INTO identity.account (id, department_id, display_name, username) VALUES ($1, $2, $3, $4)`,
    [id, school.departmentId, name, username],
  );
  await owner.query(`INSERT INTO identity.credential (account_id, must_change_password) VALUES ($1, false)`, [
    id,
  ]);
  await owner.query(
    `INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role) VALUES ($1, $2, $3, $4, $5)`,
    [uuidv7(), id, school.id, school.departmentId, role],
  );
  return id;
}

/** A guardian of a pupil, with an account or (null) without. Gives the id of the bond. */
export async function addGuardian(
  { owner }: TestDatabase,
  school: Place,
  of: { pupilId: string; accountId: string | null; name: string; relation?: string },
): Promise<string> {
  const id = uuidv7();
  await owner.query(
    `INSERT INTO people.guardian (id, pupil_id, unit_id, department_id, account_id, relation, full_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, of.pupilId, school.id, school.departmentId, of.accountId, of.relation ?? 'mother', of.name],
  );
  return id;
}
