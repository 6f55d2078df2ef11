import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { KnownUnit } from '../rules/index.ts';

/** Two imports of one department wait for each other. */
export async function lockImport(tx: WriteTx, departmentCode: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('organisation.importUnits'), hashtext(${departmentCode}))`.execute(
    tx,
  );
}

/** Every unit of the department that a sheet can name, closed ones too. */
export async function listKnownUnits(tx: ReadTx, departmentId: string): Promise<KnownUnit[]> {
  const { rows } = await sql<KnownUnit>`
    SELECT u.id, u.kind, u.code, u.name, parent.code AS "schoolCode", u.school_kind AS "schoolKind", u.commune_kind AS "communeKind",
      u.teaches_lower AS "teachesLower", u.teaches_upper AS "teachesUpper", u.managing_authority AS "managingAuthority", u.zone,
      u.border, commune.code AS "communeCode", site.village AS "mainSite", u.closed_on IS NOT NULL AS "isClosed"
    FROM organisation.unit u
    LEFT JOIN organisation.unit parent ON parent.id = u.parent_id AND u.kind = 'subjectTeam'
    LEFT JOIN organisation.unit_line line ON line.subordinate_id = u.id AND line.line = 'state' AND u.kind = 'school'
    LEFT JOIN organisation.unit commune ON commune.id = line.superior_id AND commune.kind = 'commune'
    LEFT JOIN organisation.site site ON site.unit_id = u.id AND site.kind = 'main'
    WHERE u.department_id = ${departmentId} AND u.kind <> 'cluster'`.execute(tx);
  return rows;
}

/** A unit as an import writes it. */
export interface ImportedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly schoolKind: string | null;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
  readonly managingAuthority: string | null;
  readonly communeKind: string | null;
  readonly zone: number | null;
  readonly border: boolean;
}

/** Units handed over as one JSON text, as rows `n` in their order. */
function rowsOf(units: readonly ImportedUnit[]) {
  const ordered = units.map((unit, place) => ({ ...unit, place }));
  return sql`jsonb_to_recordset(${JSON.stringify(ordered)}::jsonb) n (id uuid, "parentId" uuid, kind text, code text, name text,
    "schoolKind" text, "teachesLower" boolean, "teachesUpper" boolean, "managingAuthority" text, "communeKind" text, zone int,
    border boolean, place int)`;
}

/** New units, in their order after those there are. */
export async function insertUnits(
  tx: WriteTx,
  departmentId: string,
  units: readonly ImportedUnit[],
): Promise<void> {
  await sql`
    INSERT INTO organisation.unit (id, department_id, parent_id, kind, code, name, school_kind, teaches_lower, teaches_upper,
      managing_authority, commune_kind, zone, border, position)
    SELECT n.id, ${departmentId}, n."parentId", n.kind, n.code, n.name, n."schoolKind", n."teachesLower", n."teachesUpper",
      n."managingAuthority", n."communeKind", n.zone, n.border, n.place
        + (SELECT coalesce(max(position) + 1, 0) FROM organisation.unit WHERE department_id = ${departmentId})
    FROM ${rowsOf(units)}`.execute(tx);
}

/** What the sheet says of known units. A team teaches what its school teaches: that stays. */
export async function updateUnits(tx: WriteTx, units: readonly ImportedUnit[]): Promise<void> {
  await sql`
    UPDATE organisation.unit u SET name = n.name, parent_id = n."parentId", school_kind = n."schoolKind",
      managing_authority = n."managingAuthority", commune_kind = n."communeKind", zone = n.zone, border = n.border,
      teaches_lower = CASE u.kind WHEN 'school' THEN n."teachesLower" ELSE u.teaches_lower END,
      teaches_upper = CASE u.kind WHEN 'school' THEN n."teachesUpper" ELSE u.teaches_upper END, version = version + 1
    FROM ${rowsOf(units)} WHERE u.id = n.id`.execute(tx);
}

export interface ImportedLine {
  readonly superiorId: string;
  readonly subordinateId: string;
  readonly line: 'state' | 'professional';
}

/** Gives units these lines; of state management a unit keeps no other. */
export async function setLines(
  tx: WriteTx,
  departmentId: string,
  lines: readonly ImportedLine[],
): Promise<void> {
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) n ("superiorId" uuid, "subordinateId" uuid, line text)`;
  await sql`
    DELETE FROM organisation.unit_line l USING ${wanted}
    WHERE l.subordinate_id = n."subordinateId" AND n.line = 'state' AND l.line = 'state' AND l.superior_id <> n."superiorId"`.execute(
    tx,
  );
  await sql`
    INSERT INTO organisation.unit_line (superior_id, subordinate_id, line, department_id)
    SELECT n."superiorId", n."subordinateId", n.line, ${departmentId} FROM ${wanted} ON CONFLICT DO NOTHING`.execute(
    tx,
  );
}

/** Writes where the main sites of schools are, making those that are missing. */
export async function saveMainSites(
  tx: WriteTx,
  departmentId: string,
  sites: readonly { id: string; unitId: string; name: string; village: string }[],
): Promise<void> {
  await sql`
    INSERT INTO organisation.site AS s (id, unit_id, department_id, kind, name, village, distance_km)
    SELECT n.id, n."unitId", ${departmentId}, 'main', n.name, n.village, 0
    FROM jsonb_to_recordset(${JSON.stringify(sites)}::jsonb) n (id uuid, "unitId" uuid, name text, village text)
    ON CONFLICT (unit_id) WHERE kind = 'main' DO UPDATE SET village = excluded.village, version = s.version + 1`.execute(
    tx,
  );
}
