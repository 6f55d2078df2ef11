import { type ReadTx, sql } from '#platform/db';
import type { FeedLesson } from '../rules/index.ts';

/** Classes whose calendar the person may give away: the own as a homeroom teacher, all of the school for its office. */
export async function listFeedClasses(tx: ReadTx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM timetable.my_feed_classes() AS id`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Lessons of the person (as teacher, pupil or guardian) in the weeks of the current year that timetables are published for, as they are
 * held: moved and made-up ones on their new day, without those that fall away or that others hold while the person is away, with those the
 * person stands in for. Of a class all that it has, each of its groups too.
 */
export async function listFeedLessons(tx: ReadTx, classId: string | null): Promise<FeedLesson[]> {
  const own = sql`SELECT s.lesson_id, 'teaches' AS how FROM timetable.lesson_staff s JOIN me ON me.id = s.staff_id
      UNION SELECT c.lesson_id, 'learns' FROM timetable.lesson_class c WHERE c.class_id IN (SELECT timetable.my_learning_classes())
      UNION SELECT x.lesson_id, 'standsIn' FROM timetable.day_change x JOIN me ON me.id = x.staff_id`;
  const ofClass = sql`SELECT c.lesson_id, 'class' AS how FROM timetable.lesson_class c WHERE c.class_id = ${classId}`;
  const { rows } = await sql<FeedLesson>`
    WITH me AS (SELECT m.id FROM people.staff_member m WHERE m.account_id = (SELECT organisation.current_account())
    ), mine AS (
      ${classId ? ofClass : own}
    )
    SELECT DISTINCT l.id AS "lessonId", w.number AS week, coalesce(x.held_on, hung.day) AS day, coalesce(x.half, l.half) AS half,
      coalesce(x.period, l.period) AS period, l.duration, l.kind, x.kind AS change, l.subject_code AS "subjectCode", l.strand, l.title,
      coalesce((SELECT string_agg(c.name, ', ' ORDER BY c.name) FROM timetable.lesson_class lc JOIN people.school_class c ON c.id = lc.class_id
        WHERE lc.lesson_id = l.id), '') AS classes,
      (SELECT o.link FROM timetable.online_links(ARRAY[x.online_by]) o) AS link,
      r.name AS room, u.name AS school, y.name AS "schoolYear",
      (SELECT f.bells FROM timetable.frame f WHERE f.unit_id = t.unit_id AND f.school_year_id = t.school_year_id) AS bells,
      greatest(t.published_at, v.changed_at) AS "updatedAt", coalesce(v.revision, 0) AS revision
    FROM mine JOIN timetable.lesson l ON l.id = mine.lesson_id AND l.weekday IS NOT NULL
    JOIN timetable.timetable t ON t.id = l.timetable_id AND t.state = 'published'
    JOIN organisation.school_year y ON y.id = t.school_year_id AND y.is_current
    JOIN organisation.school_week w ON w.school_year_id = y.id AND t.weeks @> w.number::integer
    CROSS JOIN LATERAL (SELECT date_trunc('week', w.starts_on)::date + l.weekday - 1 AS day) hung
    JOIN organisation.unit u ON u.id = t.unit_id
    LEFT JOIN LATERAL (SELECT * FROM timetable.lesson_change c WHERE c.lesson_id = l.id AND c.day = hung.day) x ON true
    LEFT JOIN timetable.day_revision v ON v.lesson_id = l.id AND v.day = hung.day
    LEFT JOIN people.room r ON r.id = coalesce(x.room_id, l.room_id)
    WHERE hung.day BETWEEN w.starts_on AND w.ends_on
      -- Of the groups of their classes pupils have those they sit in.
      AND (mine.how <> 'learns' OR l.study_group_id IS NULL OR l.study_group_id IN (SELECT g.id FROM needs_survey.my_groups() g))
      AND (l.weeks IS NULL OR (l.weeks = 'odd') = (w.number % 2 = 1)) AND CASE mine.how
      WHEN 'teaches' THEN x.kind IS NULL OR (x.kind <> 'cancelled' AND (SELECT id FROM me) <> ALL (x.away_ids))
      WHEN 'standsIn' THEN x.kind <> 'cancelled' AND (SELECT id FROM me) = ANY (x.stand_in_ids)
      ELSE x.kind IS DISTINCT FROM 'cancelled' END
    ORDER BY day, half DESC, period, "lessonId" LIMIT 5000`.execute(tx);
  return rows;
}
