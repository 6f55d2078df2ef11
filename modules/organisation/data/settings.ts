import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';
import type { SettingValue } from '../rules/index.ts';

export interface SettingRow {
  readonly key: string;
  /** As stored: not yet judged by the definition; null: the default was taken up again. */
  readonly value: unknown;
  readonly note: string;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: string;
}

/** What the department of the transaction has set, of all settings or of these. */
export async function listStoredSettings(tx: ReadTx, keys: readonly string[] | null): Promise<SettingRow[]> {
  const { rows } = await executePrepared(
    tx,
    sql<SettingRow>`
      SELECT key, value, note, version, changed_by AS "changedBy", changed_at AS "changedAt" FROM organisation.setting
      WHERE department_id = organisation.current_department() AND (${keys}::text[] IS NULL OR key = ANY (${keys}::text[]))`,
  );
  return rows;
}

/** Writes a setting when its version is still `version` (0: never set); value null: the default. Gives whether it was. */
export async function saveSetting(
  tx: WriteTx,
  setting: {
    id: string;
    departmentId: string;
    key: string;
    value: SettingValue | null;
    note: string;
    version: number;
    changedBy: string;
    changedAt: Date;
  },
): Promise<boolean> {
  const { id, departmentId, key, note, version, changedBy, changedAt } = setting;
  const value = setting.value === null ? null : JSON.stringify(setting.value);
  const { numAffectedRows } =
    version === 0
      ? await sql`INSERT INTO organisation.setting (id, department_id, key, value, note, changed_by, changed_at)
          VALUES (${id}, ${departmentId}, ${key}, ${value}::jsonb, ${note}, ${changedBy}, ${changedAt})
          ON CONFLICT DO NOTHING`.execute(tx)
      : await sql`UPDATE organisation.setting SET value = ${value}::jsonb, note = ${note}, changed_by = ${changedBy},
            changed_at = ${changedAt}, version = version + 1
          WHERE department_id = ${departmentId} AND key = ${key} AND version = ${version}`.execute(tx);
  return numAffectedRows === 1n;
}
