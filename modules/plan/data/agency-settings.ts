import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface AgencyRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly unitCode: string;
  readonly parentName: string | null;
  readonly parentKind: string | null;
  readonly departmentName: string;
  /** Null while nobody has set it. */
  readonly abbreviation: string | null;
  readonly place: string | null;
  readonly superior: string | null;
  readonly version: number;
}

/** A unit with what was set about it as an agency; undefined when the unit is not of the department. */
export async function selectAgencyOptional(tx: ReadTx, unitId: string): Promise<AgencyRow | undefined> {
  const { rows } = await sql<AgencyRow>`
    SELECT u.id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", u.code AS "unitCode", parent.name AS "parentName", parent.kind AS "parentKind",
      top.name AS "departmentName", s.abbreviation, s.place, s.superior, coalesce(s.version, 0) AS version
    FROM organisation.unit u JOIN organisation.unit top ON top.id = u.department_id
    LEFT JOIN organisation.unit parent ON parent.id = u.parent_id
    LEFT JOIN plan.agency_setting s ON s.unit_id = u.id WHERE u.id = ${unitId}`.execute(tx);
  return rows[0];
}

/** Writes the setting when its version is still `version` (0: not set yet). Gives whether it was. */
export async function saveAgencySetting(
  tx: WriteTx,
  setting: {
    unitId: string;
    departmentId: string;
    abbreviation: string;
    place: string;
    superior: string | null;
    version: number;
  },
): Promise<boolean> {
  const { numAffectedRows } =
    setting.version === 0
      ? await sql`INSERT INTO plan.agency_setting (unit_id, department_id, abbreviation, place, superior)
          VALUES (${setting.unitId}, ${setting.departmentId}, ${setting.abbreviation}, ${setting.place}, ${setting.superior})
          ON CONFLICT DO NOTHING`.execute(tx)
      : await sql`UPDATE plan.agency_setting SET abbreviation = ${setting.abbreviation}, place = ${setting.place},
          superior = ${setting.superior}, version = version + 1
          WHERE unit_id = ${setting.unitId} AND version = ${setting.version}`.execute(tx);
  return numAffectedRows === 1n;
}
