import { type ReadTx, sql } from '#platform/db';
import type { Place } from './place.ts';
import { type Days, heldSlots } from './slots.ts';

/** A class book in a week: periods held up to `today`, and those of them that are written. */
export interface BookCount {
  readonly classId: string;
  readonly due: number;
  readonly logged: number;
}

const isDue = sql`(h.change IS NULL OR h.change NOT IN ('cancelled', 'madeUp'))`;
const entryOf = sql`LEFT JOIN lessons.log_entry e ON e.class_id = h.class_id AND e.day = h.day AND e.half = h.half AND e.period = h.period`;

/** Counts of every class of a school on the days from one to another. */
export async function listBookCounts(tx: ReadTx, place: Place, days: Days): Promise<BookCount[]> {
  const { rows } = await sql<BookCount>`
    SELECT h.class_id AS "classId", count(*)::int AS due, count(e.id)::int AS logged
    FROM (SELECT DISTINCT h.class_id, h.day, h.half, h.period FROM (${heldSlots(place, days)}) h WHERE ${isDue}) h ${entryOf} GROUP BY h.class_id`.execute(
    tx,
  );
  return rows;
}

/** Periods held but not written, by teacher and week. */
export interface Missing {
  readonly staffId: string;
  readonly week: number;
  readonly periods: number;
}

/** Who has not written periods on the days from one to another; of one teacher when `staffId` is given. */
export async function listMissing(
  tx: ReadTx,
  place: Place,
  days: Days,
  staffId?: string,
): Promise<Missing[]> {
  const one = staffId ? sql`AND teacher.id = ${staffId}` : sql``;
  const { rows } = await sql<Missing>`
    SELECT teacher.id AS "staffId", h.week, count(DISTINCT (h.class_id, h.day, h.half, h.period))::int AS periods
    FROM (${heldSlots(place, days, { staffId })}) h ${entryOf} CROSS JOIN LATERAL unnest(h.staff_ids) AS teacher (id)
    WHERE ${isDue} AND e.id IS NULL ${one} GROUP BY teacher.id, h.week ORDER BY h.week, teacher.id`.execute(
    tx,
  );
  return rows;
}

/** How far a class is in a subject. */
export interface TaughtRow {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
  readonly subjectCode: string;
  readonly teachers: readonly string[];
  readonly mine: boolean;
  readonly taught: number;
  readonly notTaught: number;
}

/**
 * What the published assignment has the classes of a school taught, with the different periods of the programme that the log says were
 * taught. `only`: a teacher's own rows, or those of the teachers of a team.
 */
export async function listTaughtRows(
  tx: ReadTx,
  { school, year }: Place,
  only: { staffId?: string; teamId?: string },
): Promise<TaughtRow[]> {
  const filter = only.staffId
    ? sql`HAVING ${only.staffId}::uuid = ANY (array_agg(a.staff_id))`
    : only.teamId
      ? sql`HAVING bool_or(s.team_id = ${only.teamId})`
      : sql``;
  const { rows } = await sql<TaughtRow>`
    WITH assigned AS (
      SELECT a.class_id, a.subject_code, array_agg(DISTINCT s.full_name) FILTER (WHERE s.id IS NOT NULL) AS teachers,
        coalesce(bool_or(s.account_id = organisation.current_account()), false) AS mine
      FROM staffing.teaching_assignment a
      JOIN staffing.assignment_plan x ON x.unit_id = a.unit_id AND x.school_year_id = a.school_year_id AND x.state = 'published'
      LEFT JOIN people.staff_member s ON s.id = a.staff_id
      WHERE a.unit_id = ${school.id} AND a.school_year_id = ${year.id} GROUP BY a.class_id, a.subject_code ${filter}
    ), logged AS (
      SELECT e.class_id, e.subject_code, count(DISTINCT e.programme_period) FILTER (WHERE e.held <> 'notTaught')::int AS taught,
        count(*) FILTER (WHERE e.held = 'notTaught')::int AS not_taught
      FROM lessons.log_entry e WHERE e.unit_id = ${school.id} AND e.school_year_id = ${year.id} GROUP BY e.class_id, e.subject_code
    )
    SELECT c.id AS "classId", c.name AS "className", c.grade, a.subject_code AS "subjectCode", coalesce(a.teachers, '{}') AS teachers, a.mine,
      coalesce(l.taught, 0) AS taught, coalesce(l.not_taught, 0) AS "notTaught"
    FROM assigned a JOIN people.school_class c ON c.id = a.class_id
    LEFT JOIN logged l ON l.class_id = a.class_id AND l.subject_code = a.subject_code
    ORDER BY c.grade, length(c.name), c.name, a.subject_code`.execute(tx);
  return rows;
}
