import { type ReadTx, sql } from '#platform/db';
import type { PlanState } from '../rules/index.ts';

export interface BoardRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly communeName: string | null;
  readonly planId: string | null;
  readonly revision: number | null;
  readonly state: 'none' | Exclude<PlanState, 'superseded'>;
  readonly mustFix: number;
  readonly warnings: number;
  readonly rules: string[];
  readonly publishedOn: string | null;
  readonly onTime: boolean | null;
}

/** The day the plans of a year must be published by, as the department's published guidance sets it. */
export async function selectPublishBy(tx: ReadTx, schoolYearId: string): Promise<string | null> {
  const { rows } = await sql<{ publishBy: string | null }>`
    SELECT g.publish_by AS "publishBy" FROM education_plan.guidance g JOIN organisation.unit u ON u.id = g.unit_id AND u.kind = 'department'
    WHERE g.school_year_id = ${schoolYearId} AND g.published_at IS NOT NULL`.execute(tx);
  return rows[0]?.publishBy ?? null;
}

/**
 * Every school that the person asking reaches, with its latest plan of the year (the open one, else the published one) and what
 * the checks found in it. `onTime`: first published by the day; null while that cannot be said.
 */
export async function listBoard(
  tx: ReadTx,
  asked: { schoolYearId: string; publishBy: string | null; today: string; q: string | undefined },
): Promise<BoardRow[]> {
  const pattern = asked.q ? `%${asked.q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<BoardRow>`
    WITH latest AS (
      SELECT DISTINCT ON (p.unit_id) p.* FROM education_plan.plan p
      WHERE p.school_year_id = ${asked.schoolYearId} AND p.state <> 'superseded' ORDER BY p.unit_id, p.revision DESC),
    first AS (
      SELECT p.unit_id, min(organisation.local_day(p.published_at)) AS published_on FROM education_plan.plan p
      WHERE p.school_year_id = ${asked.schoolYearId} AND p.published_at IS NOT NULL GROUP BY p.unit_id),
    found AS (
      SELECT f.plan_id, count(*) FILTER (WHERE f.severity = 'mustFix')::int AS must_fix,
        count(*) FILTER (WHERE f.severity = 'warning')::int AS warnings, jsonb_agg(DISTINCT f.rule) AS rules
      FROM education_plan.finding f JOIN latest ON latest.id = f.plan_id GROUP BY f.plan_id)
    SELECT u.id AS "unitId", u.name AS "unitName", commune.name AS "communeName", p.id AS "planId", p.revision,
      coalesce(p.state, 'none') AS state, coalesce(found.must_fix, 0) AS "mustFix", coalesce(found.warnings, 0) AS warnings,
      coalesce(found.rules, '[]') AS rules, first.published_on AS "publishedOn",
      CASE WHEN ${asked.publishBy}::date IS NULL THEN NULL
        WHEN first.published_on IS NOT NULL THEN first.published_on <= ${asked.publishBy}::date
        WHEN ${asked.publishBy}::date < ${asked.today}::date THEN false END AS "onTime"
    FROM organisation.unit u
    LEFT JOIN LATERAL (SELECT c.name FROM organisation.unit_line l JOIN organisation.unit c ON c.id = l.superior_id AND c.kind = 'commune'
      WHERE l.subordinate_id = u.id AND l.line = 'state' LIMIT 1) commune ON true
    LEFT JOIN latest p ON p.unit_id = u.id LEFT JOIN first ON first.unit_id = u.id LEFT JOIN found ON found.plan_id = p.id
    WHERE u.kind = 'school' AND u.closed_on IS NULL AND u.department_id = (SELECT organisation.current_department())
      AND ((SELECT organisation.current_scope()) = 'department' OR u.id IN (
        SELECT r.descendant_id FROM organisation.unit_reach r WHERE r.ancestor_id = (SELECT organisation.current_unit())))
      AND (${pattern}::text IS NULL OR u.search_text LIKE organisation.fold(${pattern}))
    ORDER BY u.position, u.name, u.id`.execute(tx);
  return rows;
}
