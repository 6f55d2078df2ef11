import { type ReadTx, sql } from '#platform/db';

/** Lesson plans of a year in numbers, for a team, a school or a commune. */
export interface PlanFigures {
  readonly unit: { readonly id: string; readonly name: string };
  readonly teachers: number;
  readonly withApproved: number;
  readonly written: number;
  readonly approved: number;
  readonly digital: number;
  readonly byTag: Readonly<Record<string, number>>;
}

/**
 * Figures by subject team for whoever acts in a school or team, by school for a commune or cluster, by commune (schools of the department
 * under the department itself) for the department; of what the person's policies show.
 */
export async function listFigures(
  tx: ReadTx,
  yearId: string,
  by: 'team' | 'school' | 'commune',
): Promise<PlanFigures[]> {
  // The unit a row belongs to, and the school above it; `u` is the unit of the row.
  const school = sql`CASE u.kind WHEN 'subjectTeam' THEN u.parent_id ELSE u.id END`;
  const group =
    by === 'team' ? sql`u.id` : by === 'school' ? school : sql`coalesce(school.parent_id, school.id)`;
  const { rows } = await sql<PlanFigures>`
    WITH plan AS (
      SELECT ${group} AS unit_id, w.id, w.staff_id, w.state, w.topics || w.methods AS tags,
        EXISTS (SELECT FROM lessons.material m WHERE m.lesson_plan_id = w.id AND m.kind <> 'document') AS digital
      FROM lessons.lesson_plan w JOIN organisation.unit u ON u.id = w.unit_id JOIN organisation.unit school ON school.id = ${school}
      WHERE w.school_year_id = ${yearId}
        AND (organisation.current_scope() <> 'subtree' OR w.unit_id IN (SELECT r.descendant_id FROM organisation.unit_reach r
          WHERE r.ancestor_id = organisation.current_unit()))
    ), teacher AS (
      SELECT DISTINCT ${group} AS unit_id, s.id FROM staffing.teaching_assignment a
      JOIN staffing.assignment_plan x ON x.unit_id = a.unit_id AND x.school_year_id = a.school_year_id AND x.state = 'published'
      JOIN people.staff_member s ON s.id = a.staff_id LEFT JOIN organisation.unit t ON t.id = s.team_id AND t.parent_id = a.unit_id
      JOIN organisation.unit u ON u.id = coalesce(t.id, a.unit_id) JOIN organisation.unit school ON school.id = ${school}
      WHERE a.school_year_id = ${yearId}
        AND (organisation.current_scope() <> 'subtree' OR u.id IN (SELECT r.descendant_id FROM organisation.unit_reach r
          WHERE r.ancestor_id = organisation.current_unit()))
    ), teachers AS (
      SELECT t.unit_id, count(*)::int AS teachers, count(*) FILTER (WHERE EXISTS (SELECT FROM plan p WHERE p.staff_id = t.id
        AND p.state = 'approved'))::int AS with_approved
      FROM teacher t GROUP BY t.unit_id
    ), counted AS (
      SELECT p.unit_id, count(*)::int AS written, count(*) FILTER (WHERE p.state = 'approved')::int AS approved,
        count(*) FILTER (WHERE p.state = 'approved' AND p.digital)::int AS digital
      FROM plan p GROUP BY p.unit_id
    ), tagged AS (
      SELECT unit_id, jsonb_object_agg(tag, times) AS by_tag FROM (
        SELECT p.unit_id, tag, count(*)::int AS times FROM plan p CROSS JOIN LATERAL unnest(p.tags) AS tag
        WHERE p.state = 'approved' GROUP BY p.unit_id, tag) one GROUP BY unit_id
    )
    SELECT jsonb_build_object('id', u.id, 'name', u.name) AS unit, coalesce(t.teachers, 0) AS teachers,
      coalesce(t.with_approved, 0) AS "withApproved", coalesce(c.written, 0) AS written, coalesce(c.approved, 0) AS approved,
      coalesce(c.digital, 0) AS digital, coalesce(g.by_tag, '{}') AS "byTag"
    FROM (SELECT unit_id FROM teachers UNION SELECT unit_id FROM counted) any_of
    JOIN organisation.unit u ON u.id = any_of.unit_id LEFT JOIN teachers t ON t.unit_id = u.id LEFT JOIN counted c ON c.unit_id = u.id
    LEFT JOIN tagged g ON g.unit_id = u.id ORDER BY u.position, u.name, u.id LIMIT 2000`.execute(tx);
  return rows;
}
