import { type ReadTx, sql } from '#platform/db';
import type { SchoolWeekRow } from '../rules/index.ts';

export interface School {
  readonly id: string;
  readonly departmentId: string;
  readonly name: string;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
}

/** The school by id, else the one the person works or learns in. */
export async function selectSchoolOptional(
  tx: ReadTx,
  wanted: string | undefined,
): Promise<School | undefined> {
  const { rows } = await sql<School>`
    SELECT id, department_id AS "departmentId", name, teaches_lower AS "teachesLower", teaches_upper AS "teachesUpper"
    FROM organisation.unit WHERE id = coalesce(${wanted ?? null}::uuid, people.my_school()) AND kind = 'school'`.execute(
    tx,
  );
  return rows[0];
}

export interface YearRow {
  readonly id: string;
  readonly name: string;
  readonly weeks: readonly SchoolWeekRow[];
}

/** A school year by name or id with its weeks, else the current one. */
export async function selectYearOptional(
  tx: ReadTx,
  by: { name?: string | undefined; id?: string },
): Promise<YearRow | undefined> {
  const { rows } = await sql<YearRow>`
    SELECT y.id, y.name, coalesce((SELECT jsonb_agg(jsonb_build_object('number', w.number, 'semester', w.semester, 'startsOn', w.starts_on,
      'endsOn', w.ends_on) ORDER BY w.number) FROM organisation.school_week w WHERE w.school_year_id = y.id), '[]') AS weeks
    FROM organisation.school_year y
    WHERE ${by.id ? sql`y.id = ${by.id}` : by.name ? sql`y.name = ${by.name}` : sql`y.is_current`}`.execute(
    tx,
  );
  return rows[0];
}

/** The staff record of an account in any school, when it has one. */
export async function selectOwnStaffId(tx: ReadTx, accountId: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM people.staff_member WHERE account_id = ${accountId}`.execute(tx);
  return rows[0]?.id ?? null;
}
