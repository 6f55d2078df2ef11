import { type ReadTx, sql } from '#platform/db';

/** Schools with a timetable published for the week of a day, 'YYYY-MM-DD'. */
export async function listSchoolsTeaching(tx: ReadTx, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT t.unit_id AS id FROM timetable.timetable t
    JOIN organisation.school_week w ON w.school_year_id = t.school_year_id AND t.weeks @> w.number::integer
    WHERE t.state = 'published' AND ${day}::date BETWEEN w.starts_on AND w.ends_on ORDER BY t.unit_id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
