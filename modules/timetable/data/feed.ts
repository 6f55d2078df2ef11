import { type ReadTx, sql } from '#platform/db';
import type { FeedLesson } from '../rules/index.ts';

/** Lessons of the person (as teacher, pupil or guardian) in the weeks of the current year that timetables are published for. */
export async function listFeedLessons(tx: ReadTx): Promise<FeedLesson[]> {
  const { rows } = await sql<FeedLesson>`
    WITH mine AS (
      SELECT s.lesson_id FROM timetable.lesson_staff s JOIN people.staff_member m ON m.id = s.staff_id
      WHERE m.account_id = (SELECT organisation.current_account())
      UNION SELECT c.lesson_id FROM timetable.lesson_class c WHERE c.class_id IN (SELECT timetable.my_learning_classes())
    )
    SELECT l.id AS "lessonId", w.number AS week, date_trunc('week', w.starts_on)::date AS monday, w.starts_on AS "startsOn",
      w.ends_on AS "endsOn", l.weekday, l.half, l.period, l.duration, l.kind, l.subject_code AS "subjectCode", l.strand, l.title,
      coalesce((SELECT string_agg(c.name, ', ' ORDER BY c.name) FROM timetable.lesson_class lc JOIN people.school_class c ON c.id = lc.class_id
        WHERE lc.lesson_id = l.id), '') AS classes,
      r.name AS room, u.name AS school, y.name AS "schoolYear",
      (SELECT f.bells FROM timetable.frame f WHERE f.unit_id = t.unit_id AND f.school_year_id = t.school_year_id) AS bells,
      t.published_at AS "updatedAt"
    FROM mine JOIN timetable.lesson l ON l.id = mine.lesson_id AND l.weekday IS NOT NULL
    JOIN timetable.timetable t ON t.id = l.timetable_id AND t.state = 'published'
    JOIN organisation.school_year y ON y.id = t.school_year_id AND y.is_current
    JOIN organisation.school_week w ON w.school_year_id = y.id AND t.weeks @> w.number::integer
    JOIN organisation.unit u ON u.id = t.unit_id
    LEFT JOIN people.room r ON r.id = l.room_id
    ORDER BY w.number, l.weekday, l.half DESC, l.period, l.id LIMIT 5000`.execute(tx);
  return rows;
}
