import { type ReadTx, sql } from '#platform/db';
import type { Place } from './place.ts';
import { type Days, heldSlots } from './slots.ts';

/** A class book in a week: periods held up to `today`, those of groups of a block one each, and those of them that are written. */
export interface BookCount {
  readonly classId: string;
  readonly due: number;
  readonly logged: number;
}

const isDue = sql`(h.change IS NULL OR h.change NOT IN ('cancelled', 'madeUp'))`;
const isWritten = sql`CASE WHEN h.group_id IS NULL
  THEN EXISTS (SELECT FROM lessons.log_entry e WHERE e.class_id = h.class_id AND e.day = h.day AND e.half = h.half AND e.period = h.period)
  ELSE EXISTS (SELECT FROM lessons.group_entry e
    WHERE e.study_group_id = h.group_id AND e.day = h.day AND e.half = h.half AND e.period = h.period) END`;

/** Counts of every class of a school on the days from one to another. */
export async function listBookCounts(tx: ReadTx, place: Place, days: Days): Promise<BookCount[]> {
  const { rows } = await sql<BookCount>`
    SELECT h.class_id AS "classId", count(*)::int AS due, count(*) FILTER (WHERE ${isWritten})::int AS logged
    FROM (SELECT DISTINCT h.class_id, h.group_id, h.day, h.half, h.period FROM (${heldSlots(place, days)}) h WHERE ${isDue}) h
    GROUP BY h.class_id`.execute(tx);
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
    SELECT teacher.id AS "staffId", h.week, count(DISTINCT (coalesce(h.group_id, h.class_id), h.day, h.half, h.period))::int AS periods
    FROM (${heldSlots(place, days, { staffId })}) h CROSS JOIN LATERAL unnest(h.staff_ids) AS teacher (id)
    WHERE ${isDue} AND NOT ${isWritten} ${one} GROUP BY teacher.id, h.week ORDER BY h.week, teacher.id`.execute(
    tx,
  );
  return rows;
}

/**
 * Rows (unit_id, school_year_id, class_id, group_id, subject_code, grade, taught, not_taught): how far a class is with a group of an elective
 * block, by the lines of the class (a topic of the subject may be taught there) and of the group together. `where` may ask `t`, the
 * timetable that has or had the block.
 */
export function blockProgress(where: ReturnType<typeof sql>) {
  return sql`
    SELECT k.unit_id, k.school_year_id, k.class_id, k.group_id, g.subject_code, g.grade, p.taught, p.not_taught
    FROM (SELECT DISTINCT t.unit_id, t.school_year_id, c.class_id, l.study_group_id AS group_id FROM timetable.timetable t
      JOIN timetable.lesson l ON l.timetable_id = t.id AND l.block IS NOT NULL JOIN timetable.lesson_class c ON c.lesson_id = l.id
      WHERE t.state IN ('published', 'superseded') AND ${where}) k
    JOIN needs_survey.study_group g ON g.id = k.group_id
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT o.programme_period) FILTER (WHERE o.held <> 'notTaught')::int AS taught,
        count(*) FILTER (WHERE o.held = 'notTaught')::int AS not_taught
      FROM (SELECT e.programme_period, e.held FROM lessons.log_entry e
          WHERE e.school_year_id = k.school_year_id AND e.class_id = k.class_id AND e.subject_code = g.subject_code
        UNION ALL SELECT e.programme_period, e.held FROM lessons.group_entry e
          WHERE e.unit_id = k.unit_id AND e.study_group_id = k.group_id) o) p`;
}

/** That the published assignment gives the subject of a group `b` to somebody in a class with pupils in it. */
export const isSomebodys = sql`EXISTS (SELECT FROM staffing.teaching_assignment o
  JOIN staffing.assignment_plan y ON y.unit_id = o.unit_id AND y.school_year_id = o.school_year_id AND y.state = 'published'
  JOIN blocks other ON other.class_id = o.class_id AND other.group_id = b.group_id
  WHERE o.subject_code = b.subject_code AND o.unit_id = b.unit_id AND o.school_year_id = b.school_year_id)`;

/** How far a class is in a subject; or a group of an elective block whose subject no class of its pupils takes itself. */
export interface TaughtRow {
  /** The class, or the group. */
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
 * taught, in elective blocks too: of several groups of the class in one subject the slowest counts. `only`: a teacher's own rows, or those
 * of the teachers of a team.
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
  const ofGroup = only.staffId
    ? sql`AND s.id = ${only.staffId}`
    : only.teamId
      ? sql`AND s.team_id = ${only.teamId}`
      : sql``;
  const here = sql`t.unit_id = ${school.id} AND t.school_year_id = ${year.id}`;
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
    ), blocks AS (${blockProgress(here)}
    ), slowest AS (
      SELECT class_id, subject_code, min(taught) AS taught, max(not_taught) AS not_taught FROM blocks GROUP BY class_id, subject_code
    ), shown AS (
      SELECT c.id, c.name, c.grade, a.subject_code, coalesce(a.teachers, '{}') AS teachers, a.mine,
        coalesce(b.taught, l.taught, 0) AS taught, coalesce(b.not_taught, l.not_taught, 0) AS not_taught
      FROM assigned a JOIN people.school_class c ON c.id = a.class_id
      LEFT JOIN logged l ON l.class_id = a.class_id AND l.subject_code = a.subject_code
      LEFT JOIN slowest b ON b.class_id = a.class_id AND b.subject_code = a.subject_code
      UNION ALL
      SELECT g.id, g.name, g.grade, g.subject_code, array_remove(ARRAY[s.full_name], NULL),
        coalesce(s.account_id = organisation.current_account(), false), min(b.taught), max(b.not_taught)
      FROM blocks b JOIN needs_survey.study_group g ON g.id = b.group_id LEFT JOIN people.staff_member s ON s.id = g.teacher_id
      WHERE NOT ${isSomebodys} ${ofGroup} GROUP BY g.id, s.id
    )
    SELECT id AS "classId", name AS "className", grade, subject_code AS "subjectCode", teachers, mine, taught, not_taught AS "notTaught"
    FROM shown ORDER BY grade, length(name), name, subject_code`.execute(tx);
  return rows;
}
