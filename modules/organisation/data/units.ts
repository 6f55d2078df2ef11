import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { CommuneKind, ManagingAuthority, SchoolKind } from '../rules/index.ts';

export type UnitKind = 'department' | 'division' | 'commune' | 'school' | 'subjectTeam' | 'cluster';
export interface Unit {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly schoolKind: SchoolKind | null;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
  readonly managingAuthority: ManagingAuthority | null;
  readonly communeKind: CommuneKind | null;
  readonly zone: number | null;
  readonly border: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly closedOn: string | null;
  readonly version: number;
}

const columns = sql`u.id, u.parent_id AS "parentId", u.kind, u.code, u.name, u.school_kind AS "schoolKind",
  u.teaches_lower AS "teachesLower", u.teaches_upper AS "teachesUpper", u.managing_authority AS "managingAuthority",
  u.commune_kind AS "communeKind", u.zone, u.border, u.latitude::float8 AS latitude, u.longitude::float8 AS longitude,
  u.closed_on AS "closedOn", u.version`;

/** Where a page of units begins: after this one. */
export interface UnitPlace {
  readonly position: number;
  readonly name: string;
  readonly id: string;
}

export interface UnitFilter {
  readonly kind?: string | undefined;
  readonly schoolKind?: string | undefined;
  readonly communeId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly text?: string | undefined;
  readonly closed: boolean;
  readonly after?: UnitPlace | undefined;
  readonly limit: number;
}

/** Units of the department in their order. */
export async function listUnits(tx: ReadTx, filter: UnitFilter): Promise<(Unit & { position: number })[]> {
  const conditions = [sql`u.department_id = (SELECT organisation.current_department())`];
  if (!filter.closed) conditions.push(sql`u.closed_on IS NULL`);
  if (filter.kind) conditions.push(sql`u.kind = ${filter.kind}`);
  if (filter.schoolKind) conditions.push(sql`u.school_kind = ${filter.schoolKind}`);
  if (filter.parentId) conditions.push(sql`u.parent_id = ${filter.parentId}`);
  for (const superior of [filter.communeId, filter.clusterId]) {
    if (superior) {
      conditions.push(
        sql`EXISTS (SELECT FROM organisation.unit_line l WHERE l.superior_id = ${superior} AND l.subordinate_id = u.id)`,
      );
    }
  }
  if (filter.text) {
    const pattern = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`u.search_text LIKE organisation.fold(${pattern})`);
  }
  if (filter.after) {
    conditions.push(
      sql`(u.position, u.name, u.id) > (${filter.after.position}::int, ${filter.after.name}, ${filter.after.id}::uuid)`,
    );
  }
  const { rows } = await sql<Unit & { position: number }>`
    SELECT ${columns}, u.position FROM organisation.unit u WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY u.position, u.name, u.id LIMIT ${filter.limit}`.execute(tx);
  return rows;
}

export async function selectUnitOptional(tx: ReadTx, unitId: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`
    SELECT ${columns} FROM organisation.unit u WHERE u.id = ${unitId}`.execute(tx);
  return rows[0];
}

/** Whether `ancestorId` reaches the unit along either line; a unit reaches itself. */
export async function isInReach(tx: ReadTx, ancestorId: string, unitId: string): Promise<boolean> {
  const { rows } = await sql<{ depth: number }>`
    SELECT depth FROM organisation.unit_reach WHERE ancestor_id = ${ancestorId || null}::uuid AND descendant_id = ${unitId}`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function selectDepartmentByCodeOptional(
  tx: ReadTx,
  code: string,
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM organisation.department_with_code(${code})`.execute(tx);
  return rows[0];
}

export interface NewUnit {
  readonly id: string;
  readonly departmentId: string;
  readonly parentId: string;
  readonly kind: 'subjectTeam' | 'cluster';
  readonly code: string;
  readonly name: string;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
}

/** A unit and the lines from its parent to it; false: the code is taken. */
export async function insertUnit(tx: WriteTx, unit: NewUnit): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, teaches_lower, teaches_upper, position)
    SELECT ${unit.id}, ${unit.departmentId}, ${unit.parentId}, ${unit.kind}, ${unit.code}, ${unit.name}, ${unit.teachesLower},
      ${unit.teachesUpper},
      coalesce((SELECT max(position) + 1 FROM organisation.unit WHERE parent_id = ${unit.parentId} AND kind = ${unit.kind}), 0)
    ON CONFLICT (department_id, kind, code) DO NOTHING RETURNING id`.execute(tx);
  if (rows.length === 0) return false;
  // A school both manages its teams and guides them; a cluster is professional guidance only.
  const lines = unit.kind === 'subjectTeam' ? ['state', 'professional'] : ['professional'];
  await sql`INSERT INTO organisation.unit_line (superior_id, subordinate_id, line, department_id)
    SELECT ${unit.parentId}, ${unit.id}, line, ${unit.departmentId} FROM unnest(${lines}::text[]) line`.execute(
    tx,
  );
  return true;
}

/** Saves when the unit still has `version`; gives it, or undefined when it has changed or may not be written. */
export async function updateUnit(tx: WriteTx, unit: Unit): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`
    UPDATE organisation.unit u SET name = ${unit.name}, zone = ${unit.zone}, border = ${unit.border}, latitude = ${unit.latitude},
      longitude = ${unit.longitude}, version = version + 1
    WHERE u.id = ${unit.id} AND u.version = ${unit.version} RETURNING ${columns}`.execute(tx);
  return rows[0];
}

/** False: not there, closed already, or not the actor's to close. */
export async function closeUnit(tx: WriteTx, unitId: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE organisation.unit SET closed_on = organisation.local_day(${now}), version = version + 1
    WHERE id = ${unitId} AND closed_on IS NULL RETURNING id`.execute(tx);
  return rows.length > 0;
}
