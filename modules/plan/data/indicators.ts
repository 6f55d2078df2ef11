import type { SettingReader } from '#modules/organisation';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Direction } from '../rules/indicator.ts';

export type UnitKind = 'department' | 'division' | 'commune' | 'school' | 'subjectTeam' | 'cluster';

/** What an indicator is computed for: one department, one school year, one day. Days are 'YYYY-MM-DD'. */
export interface IndicatorContext {
  readonly departmentId: string;
  readonly schoolYear: { readonly id: string; readonly startsOn: string; readonly endsOn: string };
  readonly today: string;
  /** The value in force of a setting for this department. */
  readonly setting: SettingReader;
}

type Sql = ReturnType<typeof sql>;

/** Something the system can count by itself, for all units of a department in one statement. */
export interface Indicator {
  /** `module.noun`, for example `plan.dutiesAcknowledged`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly unitKinds: readonly UnitKind[];
  readonly direction: Direction;
  /** Where the figures come from and on what ground (Vietnamese, shown to people). */
  readonly source: string;
  /**
   * A query that gives rows (unit_id, numerator, denominator). The value is numerator / denominator, from 0 to 1;
   * with denominator null it is the numerator itself; with denominator 0, or no row, there is nothing to count.
   */
  readonly sql: (context: IndicatorContext) => Sql;
}

/**
 * (ancestor_id, descendant_id) as people count: what a unit reaches along the lines, itself included; a division
 * guides on behalf of its department and counts everything the department reaches.
 */
export function countedReach(departmentId: string): Sql {
  return sql`
    SELECT ancestor_id, descendant_id FROM organisation.unit_reach WHERE department_id = ${departmentId}
    UNION
    SELECT division.id, reach.descendant_id FROM organisation.unit division
    JOIN organisation.unit_reach reach ON reach.ancestor_id = division.department_id
    WHERE division.department_id = ${departmentId} AND division.kind = 'division'`;
}

/** The school year that is computed: the current one. */
export async function selectCurrentYearOptional(
  tx: ReadTx,
): Promise<IndicatorContext['schoolYear'] | undefined> {
  const { rows } = await sql<IndicatorContext['schoolYear']>`
    SELECT id, starts_on AS "startsOn", ends_on AS "endsOn" FROM organisation.school_year WHERE is_current`.execute(
    tx,
  );
  return rows[0];
}

/** Computes an indicator for every unit of its kinds and keeps the values. Gives the number of units. */
export async function upsertIndicatorValues(
  tx: WriteTx,
  indicator: Indicator,
  context: IndicatorContext,
  now: Date,
): Promise<number> {
  const { rows } = await sql`
    INSERT INTO plan.indicator_value (indicator, unit_id, department_id, school_year_id, numerator, denominator, value, computed_at)
    SELECT ${indicator.id}, u.id, u.department_id, ${context.schoolYear.id}, counted.numerator, counted.denominator,
      CASE WHEN counted.denominator IS NULL THEN counted.numerator
        WHEN counted.denominator > 0 THEN counted.numerator::numeric / counted.denominator END, ${now}
    FROM organisation.unit u LEFT JOIN (${indicator.sql(context)}) counted ON counted.unit_id = u.id
    WHERE u.department_id = ${context.departmentId} AND u.kind = ANY (${indicator.unitKinds}) AND u.closed_on IS NULL
    ON CONFLICT (school_year_id, indicator, unit_id) DO UPDATE
      SET numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value, computed_at = excluded.computed_at
    RETURNING 1`.execute(tx);
  return rows.length;
}

/** An assignment whose state the indicator moved, with the figure that moved it. */
export interface SettledRow {
  readonly id: string;
  readonly indicator: string;
  readonly threshold: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Assignments settled by an indicator, with the value of their unit; a threshold that is no number settles nothing. */
function measured(context: IndicatorContext, directions: Readonly<Record<string, Direction>>): Sql {
  return sql`
    SELECT a.id, a.state, a.parent_id, a.starts_on, a.decided_by, v.indicator, v.value, v.numerator, v.denominator,
      (d.evidence_spec ->> 'threshold')::numeric AS threshold,
      CASE WHEN v.value IS NULL THEN NULL
        WHEN ${JSON.stringify(directions)}::jsonb ->> v.indicator = 'atMost' THEN v.value <= (d.evidence_spec ->> 'threshold')::numeric
        ELSE v.value >= (d.evidence_spec ->> 'threshold')::numeric END AS met
    FROM plan.assignment a
    JOIN plan.duty d ON d.id = a.duty_id AND d.evidence_kind = 'indicator' AND d.status = 'active'
      AND jsonb_typeof(d.evidence_spec -> 'threshold') = 'number'
    JOIN plan.document doc ON doc.id = a.document_id AND doc.status = 'published' AND doc.school_year_id = ${context.schoolYear.id}
    LEFT JOIN plan.indicator_value v ON v.unit_id = a.unit_id AND v.school_year_id = doc.school_year_id
      AND v.indicator = d.evidence_spec ->> 'indicator'
    WHERE a.department_id = ${context.departmentId} AND a.state <> 'notApplicable'`;
}

/**
 * Assignments whose unit reaches the threshold become accepted by the system (decided_by null), and with them the
 * parts that were split from them where no value of their own is counted. Not before the duty's window opens.
 */
export async function settleAssignments(
  tx: WriteTx,
  context: IndicatorContext,
  directions: Readonly<Record<string, Direction>>,
  now: Date,
): Promise<SettledRow[]> {
  const { rows } = await sql<SettledRow>`
    WITH RECURSIVE measured AS MATERIALIZED (${measured(context, directions)}),
    met (id, indicator, threshold, value, numerator, denominator) AS (
      SELECT id, indicator, threshold, value, numerator, denominator FROM measured WHERE met AND starts_on <= ${context.today}::date
      UNION
      SELECT part.id, met.indicator, met.threshold, met.value, met.numerator, met.denominator
      FROM met JOIN measured part ON part.parent_id = met.id AND part.met IS NULL
    )
    UPDATE plan.assignment a SET state = 'accepted', decided_at = ${now}, decided_by = NULL, state_note = NULL, version = a.version + 1
    FROM met WHERE a.id = met.id AND a.state NOT IN ('accepted', 'notApplicable')
    RETURNING a.id, met.indicator, met.threshold::float8 AS threshold, met.value::float8 AS value,
      met.numerator::float8 AS numerator, met.denominator::float8 AS denominator`.execute(tx);
  return rows;
}

/** Assignments that the system had accepted and whose value has fallen out of the threshold go back to work. */
export async function reopenAssignments(
  tx: WriteTx,
  context: IndicatorContext,
  directions: Readonly<Record<string, Direction>>,
): Promise<SettledRow[]> {
  const { rows } = await sql<SettledRow>`
    WITH RECURSIVE measured AS MATERIALIZED (${measured(context, directions)}),
    fallen (id, indicator, threshold, value, numerator, denominator) AS (
      SELECT id, indicator, threshold, value, numerator, denominator FROM measured WHERE NOT met AND state = 'accepted' AND decided_by IS NULL
      UNION
      SELECT part.id, fallen.indicator, fallen.threshold, fallen.value, fallen.numerator, fallen.denominator
      FROM fallen JOIN measured part ON part.parent_id = fallen.id AND part.met IS NULL
    )
    UPDATE plan.assignment a SET state = 'inProgress', decided_at = NULL, version = a.version + 1
    FROM fallen WHERE a.id = fallen.id AND a.state = 'accepted' AND a.decided_by IS NULL
    RETURNING a.id, fallen.indicator, fallen.threshold::float8 AS threshold, fallen.value::float8 AS value,
      fallen.numerator::float8 AS numerator, fallen.denominator::float8 AS denominator`.execute(tx);
  return rows;
}

/** Writes what the system did into the history of assignments, one note each. */
export async function insertSystemHistory(
  tx: WriteTx,
  kind: 'settled' | 'reopened',
  entries: readonly { id: string; assignmentId: string; note: string; details: unknown }[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    INSERT INTO plan.assignment_event (id, assignment_id, unit_id, department_id, at, kind, note, details)
    SELECT e.id, a.id, a.unit_id, a.department_id, ${now}, ${kind}, e.note, e.details
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS e (id uuid, "assignmentId" uuid, note text, details jsonb)
    JOIN plan.assignment a ON a.id = e."assignmentId"`.execute(tx);
}

export interface IndicatorValueRow {
  readonly indicator: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly computedAt: string;
}

/** Values of the current school year that the person may see; only one indicator or one unit when given. */
export async function listIndicatorValues(
  tx: ReadTx,
  filter: { indicator?: string | undefined; unitId?: string | undefined },
): Promise<IndicatorValueRow[]> {
  const { rows } = await sql<IndicatorValueRow>`
    SELECT v.indicator, u.id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", v.value::float8 AS value,
      v.numerator::float8 AS numerator, v.denominator::float8 AS denominator, v.computed_at AS "computedAt"
    FROM plan.indicator_value v JOIN organisation.unit u ON u.id = v.unit_id
    JOIN organisation.school_year y ON y.id = v.school_year_id AND y.is_current
    WHERE u.closed_on IS NULL
      ${filter.indicator ? sql`AND v.indicator = ${filter.indicator}` : sql``}
      ${filter.unitId ? sql`AND v.unit_id = ${filter.unitId}` : sql``}
    ORDER BY v.indicator, u.kind, u.position, u.name`.execute(tx);
  return rows;
}
