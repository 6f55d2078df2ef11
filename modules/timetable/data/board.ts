import { type ReadTx, sql } from '#platform/db';
import type { Figures } from '../rules/index.ts';

export interface BoardRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly communeName: string | null;
  readonly classes: number;
  /** Classes with session 2 in the timetable that holds; while there is none, classes that are to learn two sessions. */
  readonly twoSessionClasses: number;
  readonly published: boolean;
  readonly fromWeek: number | null;
  readonly publishedOn: string | null;
  readonly figures: Figures | null;
  /** Periods a week of a teacher in it: on average, and of the busiest. */
  readonly load: { readonly average: number; readonly most: number } | null;
}

/** Every school that the person asking reaches, with the timetable that holds in a week of a year. */
export async function listBoard(
  tx: ReadTx,
  asked: { schoolYearId: string; week: number | null; q: string | undefined },
): Promise<BoardRow[]> {
  const pattern = asked.q ? `%${asked.q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<BoardRow>`
    WITH class AS (
      SELECT unit_id, count(*)::int AS classes, count(*) FILTER (WHERE two_sessions)::int AS two FROM people.school_class
      WHERE school_year_id = ${asked.schoolYearId} GROUP BY unit_id),
    holding AS (
      SELECT t.*, (SELECT count(DISTINCT c.class_id)::int FROM timetable.lesson_class c
        JOIN timetable.lesson l ON l.id = c.lesson_id AND l.session = 2 AND l.weekday IS NOT NULL WHERE c.timetable_id = t.id) AS two,
        (SELECT jsonb_build_object('average', round(avg(own.periods), 1), 'most', max(own.periods)) FROM (
          SELECT sum(CASE WHEN l.weeks IS NULL THEN l.duration ELSE l.duration / 2.0 END) AS periods FROM timetable.lesson_staff s
          JOIN timetable.lesson l ON l.id = s.lesson_id AND l.weekday IS NOT NULL WHERE s.timetable_id = t.id GROUP BY s.staff_id) own
          HAVING count(*) > 0) AS load
      FROM timetable.timetable t WHERE t.school_year_id = ${asked.schoolYearId} AND t.state = 'published'
        AND t.weeks @> ${asked.week}::integer)
    SELECT u.id AS "unitId", u.name AS "unitName", commune.name AS "communeName", coalesce(class.classes, 0) AS classes,
      coalesce(nullif(holding.two, 0), class.two, 0) AS "twoSessionClasses", holding.id IS NOT NULL AS published,
      lower(holding.weeks) AS "fromWeek", organisation.local_day(holding.published_at) AS "publishedOn",
      nullif(holding.figures, '{}') AS figures, holding.load
    FROM organisation.unit u
    LEFT JOIN LATERAL (SELECT c.name FROM organisation.unit_line l JOIN organisation.unit c ON c.id = l.superior_id AND c.kind = 'commune'
      WHERE l.subordinate_id = u.id AND l.line = 'state' LIMIT 1) commune ON true
    LEFT JOIN class ON class.unit_id = u.id LEFT JOIN holding ON holding.unit_id = u.id
    WHERE u.kind = 'school' AND u.closed_on IS NULL AND u.department_id = (SELECT organisation.current_department())
      AND ((SELECT organisation.current_scope()) = 'department' OR u.id IN (
        SELECT r.descendant_id FROM organisation.unit_reach r WHERE r.ancestor_id = (SELECT organisation.current_unit())))
      AND (${pattern}::text IS NULL OR u.search_text LIKE organisation.fold(${pattern}))
    ORDER BY u.position, u.name, u.id`.execute(tx);
  return rows;
}
