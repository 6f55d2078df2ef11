import { type ReadTx, sql } from '#platform/db';

export type FiguresBy = 'class' | 'school' | 'commune';

/** Comings and goings of a school year, of one class, school or commune. */
export interface EnrolmentFigures {
  readonly id: string;
  readonly name: string;
  /** Pupils on the opening day. */
  readonly atStart: number;
  /** Of those, pupils who have not dropped out (or have come back); also those who moved to another school. */
  readonly kept: number;
  /** Pupils in class now; of a year gone by, at its end. */
  readonly now: number;
  readonly droppedOut: number;
  readonly returned: number;
  readonly transferredIn: number;
  readonly transferredOut: number;
}

/**
 * One row for each pupil enrolled on the opening day of a year: school and class of that day, and whether the pupil was kept,
 * that is, whether the last place of the year did not end by dropping out.
 */
export function startersOf(year: { departmentId: string; schoolYearId: string }) {
  return sql`
    SELECT starter.pupil_id, starter.unit_id, starter.class_id, (last.ended_as IS DISTINCT FROM 'droppedOut') AS kept
    FROM (
      SELECT DISTINCT ON (e.pupil_id) e.pupil_id, e.unit_id, e.class_id
      FROM people.enrolment e JOIN organisation.school_year y ON y.id = e.school_year_id
      WHERE e.department_id = ${year.departmentId} AND e.school_year_id = ${year.schoolYearId} AND e.starts_on <= y.opens_on
        AND (e.ends_on IS NULL OR e.ends_on >= y.opens_on) AND e.ended_as IS DISTINCT FROM 'cancelled'
      ORDER BY e.pupil_id, e.starts_on DESC, e.id DESC) starter
    JOIN (
      SELECT DISTINCT ON (e.pupil_id) e.pupil_id, e.ended_as FROM people.enrolment e
      WHERE e.department_id = ${year.departmentId} AND e.school_year_id = ${year.schoolYearId}
      ORDER BY e.pupil_id, (e.ends_on IS NULL) DESC, e.starts_on DESC, e.id DESC) last USING (pupil_id)`;
}

const groups = {
  class: sql`people.school_class grouped ON grouped.id = one.class_id`,
  school: sql`organisation.unit grouped ON grouped.id = one.unit_id`,
  commune: sql`organisation.unit_line line ON line.subordinate_id = one.unit_id AND line.line = 'state'
    JOIN organisation.unit grouped ON grouped.id = line.superior_id AND grouped.kind = 'commune'`,
};

/** Figures of the year for everything the person asking reaches (policies decide), by class, school or managing commune. */
export async function listEnrolmentFigures(
  tx: ReadTx,
  year: { departmentId: string; schoolYearId: string },
  by: FiguresBy,
): Promise<EnrolmentFigures[]> {
  const { rows } = await sql<EnrolmentFigures>`
    WITH one AS (
      SELECT unit_id, class_id, 1 AS at_start, kept::int AS kept, 0 AS now, NULL AS kind FROM (${startersOf(year)}) starter
      UNION ALL
      SELECT unit_id, class_id, 0, 0, 1, NULL FROM people.enrolment
      WHERE department_id = ${year.departmentId} AND school_year_id = ${year.schoolYearId} AND (ends_on IS NULL OR ended_as = 'completed')
      UNION ALL
      SELECT unit_id, coalesce(to_class_id, from_class_id), 0, 0, 0, kind FROM people.movement
      WHERE department_id = ${year.departmentId} AND school_year_id = ${year.schoolYearId}
        AND kind IN ('droppedOut', 'returned', 'transferredIn', 'transferredOut')
    )
    SELECT grouped.id, grouped.name, sum(one.at_start)::int AS "atStart", sum(one.kept)::int AS kept, sum(one.now)::int AS now,
      count(*) FILTER (WHERE one.kind = 'droppedOut')::int AS "droppedOut", count(*) FILTER (WHERE one.kind = 'returned')::int AS returned,
      count(*) FILTER (WHERE one.kind = 'transferredIn')::int AS "transferredIn",
      count(*) FILTER (WHERE one.kind = 'transferredOut')::int AS "transferredOut"
    FROM one JOIN ${groups[by]} GROUP BY grouped.id, grouped.name ORDER BY grouped.name, grouped.id`.execute(
    tx,
  );
  return rows;
}
