import { type ReadTx, sql } from '#platform/db';

/** A school year by name ('2025-2026'), else the current one; undefined: the department has none. Days are 'YYYY-MM-DD'. */
export async function selectYearOptional(
  tx: ReadTx,
  name: string | undefined,
): Promise<{ id: string; name: string; startsOn: string; endsOn: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string; startsOn: string; endsOn: string }>`
    SELECT id, name, starts_on AS "startsOn", ends_on AS "endsOn" FROM organisation.school_year
    WHERE ${name === undefined ? sql`is_current` : sql`name = ${name}`}`.execute(tx);
  return rows[0];
}

/** The school a person works in: the unit itself, or the one its team belongs to. */
export async function selectOwnSchoolOptional(
  tx: ReadTx,
  wanted: string | undefined,
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM organisation.unit
    WHERE id = coalesce(${wanted ?? null}::uuid, people.my_school()) AND kind = 'school'`.execute(tx);
  return rows[0];
}
