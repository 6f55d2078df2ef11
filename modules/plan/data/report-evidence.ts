import { type ReadTx, sql } from '#platform/db';
import type { EvidenceSpec } from '../rules/evidence.ts';
import type { ReportDifficulty, ReportDuty, ReportFinding } from '../rules/report.ts';
import type { FormNode } from '../rules/report-forms.ts';

/** The rows that the report of a unit is computed from. Days are 'YYYY-MM-DD', both ends included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The unit's own assignments (not those of persons) under the plan of a school year. */
function own(unitId: string, schoolYearId: string) {
  return sql`plan.assignment a
    JOIN plan.document doc ON doc.id = a.document_id AND doc.status = 'published' AND doc.school_year_id = ${schoolYearId}
    JOIN plan.duty d ON d.id = a.duty_id AND d.status = 'active'
    WHERE a.unit_id = ${unitId} AND a.account_id IS NULL`;
}

/** Duties due in the span, and duties accepted in it. The note says why, where something is not done. */
export async function listReportDuties(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
  span: Span,
): Promise<ReportDuty[]> {
  const { rows } = await sql<ReportDuty>`
    SELECT mine.*, CASE WHEN mine.state IN ('accepted', 'submitted') THEN NULL ELSE coalesce(mine."stateNote",
        (SELECT f.title FROM plan.difficulty f WHERE f.assignment_id = mine."assignmentId" AND f.state <> 'closed' ORDER BY f.raised_at DESC, f.id DESC LIMIT 1),
        (SELECT e.reason FROM plan.extension e WHERE e.assignment_id = mine."assignmentId" ORDER BY e.asked_at DESC, e.id DESC LIMIT 1)) END AS note
    FROM (
      SELECT a.id AS "assignmentId", d.code, d.title, coalesce(d.section_path[1], 'Lịch công tác') AS section, a.state, a.due_on AS "dueOn",
        a.blocked_since IS NOT NULL AS blocked, organisation.local_day(a.decided_at) AS "decidedOn", a.state_note AS "stateNote", d.position
      FROM ${own(unitId, schoolYearId)}
        AND (a.due_on BETWEEN ${span.from}::date AND ${span.to}::date
          OR a.state = 'accepted' AND organisation.local_day(a.decided_at) BETWEEN ${span.from}::date AND ${span.to}::date)
    ) mine ORDER BY mine.position, mine."assignmentId"`.execute(tx);
  return rows.map(({ assignmentId, code, title, section, state, dueOn, blocked, note, decidedOn }) => ({
    assignmentId,
    code,
    title,
    section,
    state,
    dueOn,
    blocked,
    note,
    decidedOn,
  }));
}

/** Open duties due in a span, nearest first: what lies ahead. */
export async function listDutiesAhead(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
  span: Span,
): Promise<{ code: string; title: string; dueOn: string }[]> {
  const { rows } = await sql<{ code: string; title: string; dueOn: string }>`
    SELECT d.code, d.title, a.due_on AS "dueOn" FROM ${own(unitId, schoolYearId)}
      AND a.state IN ('notStarted', 'inProgress', 'returned') AND a.due_on BETWEEN ${span.from}::date AND ${span.to}::date
    ORDER BY a.due_on, d.position LIMIT 20`.execute(tx);
  return rows;
}

/** Difficulties of the unit that were raised or answered in the span or still wait at its end. */
export async function listReportDifficulties(
  tx: ReadTx,
  unitId: string,
  span: Span,
): Promise<ReportDifficulty[]> {
  const { rows } = await sql<ReportDifficulty>`
    SELECT id, title, organisation.local_day(raised_at) AS "raisedOn", organisation.local_day(answered_at) AS "answeredOn", state
    FROM plan.difficulty
    WHERE unit_id = ${unitId} AND organisation.local_day(raised_at) <= ${span.to}::date
      AND (state = 'open' OR organisation.local_day(raised_at) >= ${span.from}::date
        OR organisation.local_day(answered_at) BETWEEN ${span.from}::date AND ${span.to}::date)
    ORDER BY raised_at, id`.execute(tx);
  return rows;
}

/** Findings about the unit that were still to be mended at the beginning of the span or came in it. */
export async function listReportFindings(tx: ReadTx, unitId: string, span: Span): Promise<ReportFinding[]> {
  const { rows } = await sql<ReportFinding>`
    SELECT id, inspection_id AS "inspectionId", body, found_on AS "foundOn", due_on AS "dueOn", state FROM plan.finding
    WHERE unit_id = ${unitId} AND found_on <= ${span.to}::date
      AND (closed_at IS NULL OR organisation.local_day(closed_at) >= ${span.from}::date)
    ORDER BY found_on, id`.execute(tx);
  return rows;
}

export interface IndicatorDuty {
  readonly assignmentId: string;
  readonly code: string;
  readonly indicator: string;
  readonly threshold: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Duties of the unit that an indicator proves and whose window meets the span, with the unit's value. */
export async function listIndicatorDuties(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
  span: Span,
): Promise<IndicatorDuty[]> {
  const { rows } = await sql<IndicatorDuty>`
    SELECT mine.*, v.value::float8 AS value, v.numerator::float8 AS numerator, v.denominator::float8 AS denominator
    FROM (
      SELECT a.id AS "assignmentId", d.code, d.position, d.evidence_spec ->> 'indicator' AS indicator,
        (d.evidence_spec ->> 'threshold')::float8 AS threshold
      FROM ${own(unitId, schoolYearId)} AND d.evidence_kind = 'indicator' AND jsonb_typeof(d.evidence_spec -> 'threshold') = 'number'
        AND a.state <> 'notApplicable' AND a.starts_on <= ${span.to}::date AND a.due_on >= ${span.from}::date
    ) mine
    LEFT JOIN plan.indicator_value v ON v.indicator = mine.indicator AND v.unit_id = ${unitId} AND v.school_year_id = ${schoolYearId}
    ORDER BY mine.position`.execute(tx);
  return rows.map(({ assignmentId, code, indicator, threshold, value, numerator, denominator }) => ({
    assignmentId,
    code,
    indicator,
    threshold,
    value,
    numerator,
    denominator,
  }));
}

export interface FormDuty extends FormNode {
  readonly rootId: string;
  readonly code: string;
  readonly title: string;
  readonly spec: EvidenceSpec;
}

/** Form duties of the unit due in the span with their parts inside the unit (its persons, its subject teams). */
export async function listFormDuties(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
  span: Span,
): Promise<FormDuty[]> {
  const { rows } = await sql<FormDuty>`
    WITH RECURSIVE tree (root_id, id, parent_id, unit_id, account_id, duty_id, depth) AS (
      SELECT a.id, a.id, NULL::uuid, a.unit_id, a.account_id, a.duty_id, 0 FROM ${own(unitId, schoolYearId)}
        AND d.evidence_kind = 'form' AND a.state <> 'notApplicable' AND a.due_on BETWEEN ${span.from}::date AND ${span.to}::date
      UNION ALL
      SELECT tree.root_id, part.id, part.parent_id, part.unit_id, part.account_id, part.duty_id, tree.depth + 1
      FROM tree JOIN plan.assignment part ON part.parent_id = tree.id AND part.state <> 'notApplicable'
      JOIN organisation.unit u ON u.id = part.unit_id AND (u.id = ${unitId} OR u.kind = 'subjectTeam')
      WHERE tree.depth < 5
    )
    SELECT tree.root_id AS "rootId", tree.id AS "assignmentId", tree.parent_id AS "parentId", d.code, d.title, d.evidence_spec AS spec,
      coalesce(person.display_name, u.name) AS "from",
      (SELECT e.form_values FROM plan.evidence e WHERE e.assignment_id = tree.id AND e.kind = 'form' AND e.withdrawn_at IS NULL
       ORDER BY e.at DESC, e.id DESC LIMIT 1) AS values
    FROM tree JOIN plan.duty d ON d.id = tree.duty_id JOIN organisation.unit u ON u.id = tree.unit_id
    LEFT JOIN identity.account person ON person.id = tree.account_id
    ORDER BY d.position, tree.depth, tree.id`.execute(tx);
  return rows;
}
