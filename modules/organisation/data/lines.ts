import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { UnitKind } from './units.ts';

export interface LinedUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly line: 'state' | 'professional';
}

/** Units directly above, along either line. */
export async function listAbove(tx: ReadTx, unitId: string): Promise<LinedUnit[]> {
  const { rows } = await sql<LinedUnit>`
    SELECT u.id, u.name, u.kind, l.line FROM organisation.unit_line l JOIN organisation.unit u ON u.id = l.superior_id
    WHERE l.subordinate_id = ${unitId} ORDER BY l.line DESC, u.position, u.name`.execute(tx);
  return rows;
}

/** Open units directly below, along either line, with how many there are in all. */
export async function listBelow(
  tx: ReadTx,
  unitId: string,
  limit: number,
): Promise<{ items: LinedUnit[]; total: number }> {
  const { rows } = await sql<LinedUnit & { total: number }>`
    SELECT u.id, u.name, u.kind, l.line, count(*) OVER () AS total
    FROM organisation.unit_line l JOIN organisation.unit u ON u.id = l.subordinate_id AND u.closed_on IS NULL
    WHERE l.superior_id = ${unitId} ORDER BY u.kind, u.position, u.name LIMIT ${limit}`.execute(tx);
  return { items: rows.map(({ total: _, ...unit }) => unit), total: rows[0]?.total ?? 0 };
}

/** Ids among `ids` that are open schools of the department. */
export async function listSchoolIds(tx: ReadTx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM organisation.unit WHERE id = ANY (${ids}::uuid[]) AND kind = 'school' AND closed_on IS NULL`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** Makes exactly `schoolIds` the schools of a cluster. */
export async function replaceClusterSchools(
  tx: WriteTx,
  cluster: { id: string; departmentId: string },
  schoolIds: readonly string[],
): Promise<{ added: number; removed: number }> {
  const removed = await sql<{ id: string }>`
    DELETE FROM organisation.unit_line WHERE superior_id = ${cluster.id} AND line = 'professional'
      AND subordinate_id <> ALL (${schoolIds}::uuid[]) RETURNING subordinate_id AS id`.execute(tx);
  const added = await sql<{ id: string }>`
    INSERT INTO organisation.unit_line (superior_id, subordinate_id, line, department_id)
    SELECT ${cluster.id}, school, 'professional', ${cluster.departmentId} FROM unnest(${schoolIds}::uuid[]) school
    ON CONFLICT DO NOTHING RETURNING subordinate_id AS id`.execute(tx);
  return { added: added.rows.length, removed: removed.rows.length };
}
