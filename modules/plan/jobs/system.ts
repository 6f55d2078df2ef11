import { systemSettings as departmentSettings } from '#modules/identity-access';
import { type Database, type Settings, sql } from '#platform/db';

/**
 * Settings of background work for one department. The role 'system' is held by no person; `action` names the
 * work in the audit trail.
 */
export function systemSettings(departmentId: string, action: string): Settings {
  return { ...departmentSettings(departmentId, action), 'hoaban.role': 'system' };
}

/** The departments of this database. */
export async function listDepartments(database: Database): Promise<string[]> {
  return database.read({}, async (tx) => {
    const { rows } = await sql<{
      id: string;
    }>`SELECT department_id AS id FROM plan.list_departments()`.execute(tx);
    return rows.map(({ id }) => id);
  });
}
