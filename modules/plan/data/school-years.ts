import { type ReadTx, sql } from '#platform/db';

export interface SchoolYearRow {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The school year by name ('2025-2026'), the one whose months hold a day, or the current one. */
export async function selectSchoolYearOptional(
  tx: ReadTx,
  by: { name: string } | { day: string } | { current: true },
): Promise<SchoolYearRow | undefined> {
  const condition =
    'name' in by
      ? sql`name = ${by.name}`
      : 'day' in by
        ? sql`${by.day}::date >= date_trunc('month', starts_on) AND ${by.day}::date < date_trunc('month', ends_on) + interval '2 months'`
        : sql`is_current`;
  const { rows } = await sql<SchoolYearRow>`
    SELECT id, name, starts_on AS "startsOn", ends_on AS "endsOn" FROM organisation.school_year
    WHERE ${condition} ORDER BY is_current DESC LIMIT 1`.execute(tx);
  return rows[0];
}
