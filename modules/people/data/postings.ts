import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Posting {
  readonly id: string;
  readonly hostId: string;
  readonly hostName: string;
  readonly schoolYearId: string;
  readonly schoolYearName: string;
  readonly periodsPerWeek: number;
  readonly decision: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly version: number;
}

/** Where else a teacher teaches, the newest year first. */
export async function listPostings(tx: ReadTx, staffId: string): Promise<Posting[]> {
  const { rows } = await sql<Posting>`
    SELECT p.id, p.unit_id AS "hostId", u.name AS "hostName", y.id AS "schoolYearId", y.name AS "schoolYearName",
      p.periods_per_week::float8 AS "periodsPerWeek", p.decision, p.starts_on AS "startsOn", p.ends_on AS "endsOn", p.version
    FROM people.staff_posting p JOIN organisation.unit u ON u.id = p.unit_id
    JOIN organisation.school_year y ON y.id = p.school_year_id
    WHERE p.staff_id = ${staffId} ORDER BY y.name DESC, u.name, p.id`.execute(tx);
  return rows;
}

export async function insertPosting(
  tx: WriteTx,
  one: {
    id: string;
    staffId: string;
    unitId: string;
    departmentId: string;
    schoolYearId: string;
    periodsPerWeek: number;
    decision: string;
    startsOn: string;
    endsOn: string;
  },
): Promise<void> {
  await sql`
    INSERT INTO people.staff_posting (id, staff_id, unit_id, department_id, school_year_id, periods_per_week, decision, starts_on, ends_on)
    VALUES (${one.id}, ${one.staffId}, ${one.unitId}, ${one.departmentId}, ${one.schoolYearId}, ${one.periodsPerWeek},
      ${one.decision}, ${one.startsOn}, ${one.endsOn})`.execute(tx);
}

export async function deletePosting(tx: WriteTx, postingId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM people.staff_posting WHERE id = ${postingId} RETURNING id`.execute(tx);
  return rows.length > 0;
}
