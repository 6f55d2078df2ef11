import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { ReleasePolicy } from '../rules/index.ts';

export interface Release {
  readonly policy: ReleasePolicy;
  readonly version: number;
}

/** What a school decided itself; undefined: nothing. */
export async function selectReleaseOptional(tx: ReadTx, unitId: string): Promise<Release | undefined> {
  const { rows } = await sql<Release>`
    SELECT policy, version FROM gradebook.release WHERE unit_id = ${unitId}`.execute(tx);
  return rows[0];
}

/** Undefined: its version was no longer `version` (0: there was none). */
export async function writeRelease(
  tx: WriteTx,
  unitId: string,
  { policy, version }: Release,
  by: { accountId: string; now: Date },
): Promise<Release | undefined> {
  const { rows } = await sql<Release>`
    INSERT INTO gradebook.release AS r (unit_id, department_id, policy, set_by, set_at, version)
    SELECT u.id, u.department_id, ${policy}, ${by.accountId}::uuid, ${by.now}::timestamptz, ${version + 1}
    FROM organisation.unit u WHERE u.id = ${unitId}
    ON CONFLICT (unit_id) DO UPDATE SET policy = excluded.policy, set_by = excluded.set_by, set_at = excluded.set_at, version = excluded.version
      WHERE r.version = excluded.version - 1
    RETURNING policy, version`.execute(tx);
  return rows[0];
}
