import { type ReadTx, sql } from '#platform/db';
import type { PlannedSlot } from '../rules/index.ts';
import type { Place } from './place.ts';

type Sql = ReturnType<typeof sql>;

/** From a day to a day, 'YYYY-MM-DD', both counted. */
export interface Days {
  readonly fromDay: string;
  readonly toDay: string;
}

/** Whose periods are asked for: all of a school, of a class, of a teacher (also as a substitute), or of a group of any kind. */
export interface SlotFilter {
  readonly classId?: string | undefined;
  readonly staffId?: string | undefined;
  readonly groupId?: string | undefined;
}

/** Leaves out early what cannot be asked for: lessons `l` with their change `x`. */
function lessonsOf({ classId, staffId, groupId }: SlotFilter): Sql {
  const ofClass = classId
    ? sql`AND EXISTS (SELECT FROM timetable.lesson_class o WHERE o.lesson_id = l.id AND o.class_id = ${classId})`
    : sql``;
  const ofStaff = staffId
    ? sql`AND (${staffId} = ANY (x.stand_in_ids) OR EXISTS (SELECT FROM timetable.lesson_staff o WHERE o.lesson_id = l.id AND o.staff_id = ${staffId}))`
    : sql``;
  const ofGroup = groupId
    ? sql`AND l.study_group_id = ${groupId}`
    : sql`AND (l.kind <> 'group' OR l.block IS NOT NULL)`;
  return sql`${ofClass} ${ofStaff} ${ofGroup}`;
}

/**
 * Rows (class_id, class_name, grade, group_id, group_name, week, day, half, period, subject_code, strand, event, staff_ids, substitutes, change): the
 * periods of classes by the published timetables of a school on the days from one to another, as they are held: who stands in, what falls
 * away, what is made up. A double period is two rows, a period of a group of an elective block one for each class with pupils in it. Groups
 * of session 2 belong to no class book.
 */
export function heldSlots({ school, year }: Place, { fromDay, toDay }: Days, filter: SlotFilter = {}): Sql {
  return sql`
    SELECT t.unit_id, c.class_id, k.name AS class_name, k.grade, laid.group_id, laid.group_name, laid.week, laid.day, laid.half, (laid.period + step)::int AS period,
      laid.subject_code, laid.strand, laid.event, laid.change,
      laid.substitutes || ARRAY(SELECT s.staff_id FROM timetable.lesson_staff s WHERE s.lesson_id = laid.lesson_id
        AND s.staff_id <> ALL (laid.away) ORDER BY s.staff_id) AS staff_ids, laid.substitutes
    FROM timetable.timetable t
    CROSS JOIN LATERAL (
      SELECT w.number::int AS week, d.day::date AS day, l.id AS lesson_id, l.study_group_id AS group_id,
        CASE l.kind WHEN 'group' THEN l.title END AS group_name, l.half, l.period, l.duration, l.subject_code, l.strand, CASE l.kind WHEN 'event' THEN l.title END AS event,
        CASE WHEN x.held_on IS NOT NULL AND x.kind <> 'cancelled' THEN 'madeUp' WHEN x.kind <> 'heldByOthers' THEN x.kind END AS change,
        coalesce(array_remove(x.stand_in_ids, NULL), '{}') AS substitutes, coalesce(x.away_ids, '{}') AS away, false AS elsewhere
      FROM organisation.school_week w
      CROSS JOIN LATERAL generate_series(greatest(w.starts_on, ${fromDay}::date), least(w.ends_on, ${toDay}::date), interval '1 day') AS d (day)
      JOIN timetable.lesson l ON l.unit_id = t.unit_id AND l.timetable_id = t.id AND l.weekday = extract(isodow FROM d.day)
      LEFT JOIN timetable.lesson_change x ON x.unit_id = ${school.id} AND x.lesson_id = l.id AND x.day = d.day::date
      WHERE w.school_year_id = t.school_year_id AND t.weeks @> w.number::integer AND w.starts_on <= ${toDay}::date AND w.ends_on >= ${fromDay}::date
        AND (l.weeks IS NULL OR (l.weeks = 'odd') = (w.number % 2 = 1)) ${lessonsOf(filter)}
      UNION ALL
      SELECT w.number::int, x.held_on, l.id, l.study_group_id, CASE l.kind WHEN 'group' THEN l.title END, x.half, x.period, l.duration, l.subject_code, l.strand,
        CASE l.kind WHEN 'event' THEN l.title END, CASE x.kind WHEN 'cancelled' THEN 'cancelled' ELSE 'makeUp' END,
        array_remove(x.stand_in_ids, NULL), x.away_ids, true
      FROM timetable.lesson_change x JOIN timetable.lesson l ON l.id = x.lesson_id AND l.timetable_id = t.id
      JOIN organisation.school_week w ON w.school_year_id = t.school_year_id AND x.held_on BETWEEN w.starts_on AND w.ends_on
      WHERE x.unit_id = ${school.id} AND x.held_on BETWEEN ${fromDay}::date AND ${toDay}::date
        ${lessonsOf(filter)}
    ) laid
    JOIN timetable.lesson_class c ON c.lesson_id = laid.lesson_id JOIN people.school_class k ON k.id = c.class_id
    CROSS JOIN LATERAL generate_series(0, laid.duration - 1) AS step
    WHERE t.unit_id = ${school.id} AND t.school_year_id = ${year.id} AND (t.state = 'published' OR laid.elsewhere)`;
}

/** Periods of a school on some days: a group of a block once, whatever classes its pupils come from. */
export async function listSlots(
  tx: ReadTx,
  place: Place,
  days: Days,
  filter: SlotFilter,
): Promise<PlannedSlot[]> {
  const held = heldSlots(place, days, filter);
  const ofClass = filter.classId ? sql`AND h.class_id = ${filter.classId}` : sql``;
  const ofStaff = filter.staffId ? sql`AND ${filter.staffId}::uuid = ANY (h.staff_ids)` : sql``;
  const { rows } = await sql<PlannedSlot>`
    SELECT DISTINCT ON (coalesce(h.group_id, h.class_id), h.day, h.half, h.period) coalesce(h.group_id, h.class_id) AS "classId",
      h.group_id IS NOT NULL AS "isGroup", coalesce(h.group_name, h.class_name) AS "className", h.grade, h.week, h.day, h.half,
      h.period, h.subject_code AS "subjectCode", h.strand, h.event, h.staff_ids AS "staffIds", h.substitutes AS "substituteIds", h.change
    FROM (${held}) h WHERE true ${ofClass} ${ofStaff}
    ORDER BY coalesce(h.group_id, h.class_id), h.day, h.half, h.period, h.change IN ('cancelled', 'madeUp') NULLS FIRST`.execute(
    tx,
  );
  return rows;
}
