import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Figure, Narrative, ReportEvidence } from '../rules/report.ts';
import type { PeriodKind, SchoolYearFrame } from '../rules/report-period.ts';

export type ReportState = 'draft' | 'submitted' | 'returned' | 'accepted';

/** What a report said when it was handed in. */
export interface FrozenReport {
  readonly evidence: ReportEvidence;
  readonly figures: readonly Figure[];
}

export interface ReportRecord {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly schoolYearId: string;
  readonly addressedId: string | null;
  readonly addressedName: string | null;
  readonly addressedKind: string | null;
  readonly periodKind: PeriodKind;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly title: string;
  readonly symbol: string | null;
  readonly state: ReportState;
  readonly narrative: Narrative;
  readonly frozen: FrozenReport | null;
  readonly openedBy: string;
  readonly openedByName: string;
  readonly submittedBy: string | null;
  readonly submittedByName: string | null;
  /** Role in which it was handed in: it decides how the report is signed. */
  readonly submittedRole: string | null;
  readonly submittedAt: string | null;
  readonly submittedOn: string | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  readonly version: number;
}

const columns = sql`
  r.id, r.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", r.school_year_id AS "schoolYearId",
  r.addressed_unit_id AS "addressedId", above.name AS "addressedName", above.kind AS "addressedKind", r.period_kind AS "periodKind",
  r.period_start AS "periodStart", r.period_end AS "periodEnd", r.title, r.symbol, r.state, r.narrative, r.figures AS frozen,
  r.opened_by AS "openedBy", opener.display_name AS "openedByName", r.submitted_by AS "submittedBy",
  submitter.display_name AS "submittedByName", r.submitted_role AS "submittedRole", r.submitted_at AS "submittedAt", organisation.local_day(r.submitted_at) AS "submittedOn",
  r.decided_by AS "decidedBy", decider.display_name AS "decidedByName", r.decided_at AS "decidedAt", r.decision_note AS "decisionNote", r.version
  FROM plan.report r JOIN organisation.unit u ON u.id = r.unit_id LEFT JOIN organisation.unit above ON above.id = r.addressed_unit_id
  JOIN identity.account opener ON opener.id = r.opened_by LEFT JOIN identity.account submitter ON submitter.id = r.submitted_by
  LEFT JOIN identity.account decider ON decider.id = r.decided_by`;

export async function selectReportOptional(tx: ReadTx, id: string): Promise<ReportRecord | undefined> {
  const { rows } = await sql<ReportRecord>`SELECT ${columns} WHERE r.id = ${id}`.execute(tx);
  return rows[0];
}

/** The same row locked until the end of the transaction. */
export async function lockReportOptional(tx: WriteTx, id: string): Promise<ReportRecord | undefined> {
  await sql`SELECT id FROM plan.report WHERE id = ${id} FOR UPDATE`.execute(tx);
  return selectReportOptional(tx, id);
}

export async function selectReportOfPeriodOptional(
  tx: ReadTx,
  unitId: string,
  period: { kind: PeriodKind; start: string },
): Promise<ReportRecord | undefined> {
  const { rows } = await sql<ReportRecord>`SELECT ${columns}
    WHERE r.unit_id = ${unitId} AND r.period_kind = ${period.kind} AND r.period_start = ${period.start}`.execute(
    tx,
  );
  return rows[0];
}

/** Frame of a school year. Semester 1 is taken to end on 15 January while it is not set. */
export async function selectYearFrameOptional(
  tx: ReadTx,
  schoolYearId: string,
): Promise<(SchoolYearFrame & { id: string }) | undefined> {
  const { rows } = await sql<SchoolYearFrame & { id: string }>`
    SELECT y.id, y.name, y.starts_on AS "startsOn", y.ends_on AS "endsOn",
      coalesce(s.ends_on, make_date(extract(year FROM y.ends_on)::int, 1, 15)) AS "semester1EndsOn"
    FROM organisation.school_year y LEFT JOIN organisation.semester s ON s.school_year_id = y.id AND s.number = 1
    WHERE y.id = ${schoolYearId}`.execute(tx);
  return rows[0];
}

/**
 * The unit a unit's report goes to: a subject team's to its school, a school's to the commune that manages it, else to
 * the department, like that of everything else; the department's to nobody inside the system.
 */
const addressedUnit = sql`CASE u.kind
    WHEN 'department' THEN NULL
    WHEN 'subjectTeam' THEN u.parent_id
    WHEN 'school' THEN CASE u.managing_authority WHEN 'communePC' THEN coalesce(
        (SELECT commune.id FROM organisation.unit_line line JOIN organisation.unit commune ON commune.id = line.superior_id AND commune.kind = 'commune'
         WHERE line.subordinate_id = u.id AND line.line = 'state' ORDER BY commune.id LIMIT 1), u.department_id) ELSE u.department_id END
    ELSE u.department_id END`;

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface ReportingUnitRow extends UnitRow {
  readonly addressedId: string | null;
  readonly departmentId: string;
  readonly parentName: string | null;
  readonly parentKind: string | null;
}

/** A unit with where its report goes; undefined when the person's unit does not reach it. */
export async function selectReportingUnitOptional(
  tx: ReadTx,
  unitId: string,
  viewer: { unitId: string | null; scope: string | null },
): Promise<ReportingUnitRow | undefined> {
  const { rows } = await sql<ReportingUnitRow>`
    SELECT u.id, u.name, u.kind, ${addressedUnit} AS "addressedId", u.department_id AS "departmentId",
      parent.name AS "parentName", parent.kind AS "parentKind"
    FROM organisation.unit u LEFT JOIN organisation.unit parent ON parent.id = u.parent_id
    WHERE u.id = ${unitId} AND u.closed_on IS NULL AND (${viewer.scope === 'department'} OR EXISTS (
      SELECT 1 FROM organisation.unit_reach reach WHERE reach.ancestor_id = ${viewer.unitId}::uuid AND reach.descendant_id = u.id))`.execute(
    tx,
  );
  return rows[0];
}

/**
 * Units that report below a unit. 'direct': those whose report comes to it (for a cluster, its schools); 'all': every
 * commune and school it reaches, for a school its subject teams. A division stands for its department.
 */
export async function listReportersBelow(
  tx: ReadTx,
  unit: ReportingUnitRow,
  depth: 'direct' | 'all',
): Promise<UnitRow[]> {
  const top = unit.kind === 'division' ? unit.departmentId : unit.id;
  const kinds = unit.kind === 'school' ? ['subjectTeam'] : ['commune', 'school'];
  const byReach = depth === 'all' || unit.kind === 'cluster';
  const { rows } = await sql<UnitRow>`
    SELECT u.id, u.name, u.kind FROM organisation.unit u
    WHERE u.department_id = ${unit.departmentId} AND u.kind = ANY (${kinds}) AND u.closed_on IS NULL AND u.id <> ${top}
      AND ${
        byReach
          ? sql`EXISTS (SELECT 1 FROM organisation.unit_reach reach WHERE reach.ancestor_id = ${top} AND reach.descendant_id = u.id)`
          : sql`${addressedUnit} = ${top}`
      }
    ORDER BY u.kind, u.position, u.name`.execute(tx);
  return rows;
}

export type ReportSummaryRow = Pick<
  ReportRecord,
  'id' | 'unitId' | 'unitName' | 'unitKind' | 'title' | 'state' | 'submittedAt' | 'submittedOn' | 'version'
>;

const summaryColumns = sql`r.id, r.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", r.title, r.state,
  r.submitted_at AS "submittedAt", organisation.local_day(r.submitted_at) AS "submittedOn", r.version`;

/** Reports of a unit in a school year, the latest period first. */
export async function listReportsOfYear(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<(ReportSummaryRow & { periodKind: PeriodKind; periodStart: string })[]> {
  const { rows } = await sql<ReportSummaryRow & { periodKind: PeriodKind; periodStart: string }>`
    SELECT ${summaryColumns}, r.period_kind AS "periodKind", r.period_start AS "periodStart"
    FROM plan.report r JOIN organisation.unit u ON u.id = r.unit_id
    WHERE r.unit_id = ${unitId} AND r.school_year_id = ${schoolYearId}
    ORDER BY r.period_end DESC, r.period_start DESC`.execute(tx);
  return rows;
}

/** Reports of these units for a period. */
export async function listReportsOf(
  tx: ReadTx,
  unitIds: readonly string[],
  period: { kind: PeriodKind; start: string },
): Promise<ReportSummaryRow[]> {
  const { rows } = await sql<ReportSummaryRow>`
    SELECT ${summaryColumns}
    FROM plan.report r JOIN organisation.unit u ON u.id = r.unit_id
    WHERE r.unit_id = ANY (${unitIds}::uuid[]) AND r.period_kind = ${period.kind} AND r.period_start = ${period.start}`.execute(
    tx,
  );
  return rows;
}

/** Figures of the reports that these units have handed in for a period. */
export async function listSubmittedFigures(
  tx: ReadTx,
  unitIds: readonly string[],
  period: { kind: PeriodKind; start: string },
): Promise<{ id: string; unitId: string; unitName: string; unitKind: string; figures: Figure[] }[]> {
  const { rows } = await sql<{
    id: string;
    unitId: string;
    unitName: string;
    unitKind: string;
    figures: Figure[];
  }>`
    SELECT r.id, r.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind", r.figures -> 'figures' AS figures
    FROM plan.report r JOIN organisation.unit u ON u.id = r.unit_id
    WHERE r.unit_id = ANY (${unitIds}::uuid[]) AND r.period_kind = ${period.kind} AND r.period_start = ${period.start}
      AND r.state IN ('submitted', 'accepted')
    ORDER BY u.kind, u.position, u.name`.execute(tx);
  return rows;
}

/** Begins a report; gives nothing when the unit already has one for the period. */
export async function insertReport(
  tx: WriteTx,
  report: {
    id: string;
    unitId: string;
    departmentId: string;
    schoolYearId: string;
    addressedId: string | null;
    periodKind: PeriodKind;
    periodStart: string;
    periodEnd: string;
    title: string;
    narrative: Narrative;
    openedBy: string;
    openedAt: Date;
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO plan.report (id, unit_id, department_id, school_year_id, addressed_unit_id, period_kind, period_start, period_end, title,
      narrative, opened_by, opened_at)
    VALUES (${report.id}, ${report.unitId}, ${report.departmentId}, ${report.schoolYearId}, ${report.addressedId}, ${report.periodKind},
      ${report.periodStart}, ${report.periodEnd}, ${report.title}, ${JSON.stringify(report.narrative)}::jsonb, ${report.openedBy}, ${report.openedAt})
    ON CONFLICT (unit_id, period_kind, period_start) DO NOTHING RETURNING id`.execute(tx);
  return rows[0]?.id;
}

/** Writes title, symbol and text of a report (locked before); its version moves. */
export async function updateReportText(
  tx: WriteTx,
  id: string,
  text: { title: string; symbol: string | null; narrative: Narrative },
): Promise<void> {
  await sql`UPDATE plan.report SET title = ${text.title}, symbol = ${text.symbol}, narrative = ${JSON.stringify(text.narrative)}::jsonb,
    version = version + 1 WHERE id = ${id}`.execute(tx);
}

/** Hands a report in with its figures; an earlier decision is over. */
export async function submitReportRow(
  tx: WriteTx,
  id: string,
  submission: { frozen: FrozenReport; addressedId: string | null; by: string; role: string | null; at: Date },
): Promise<void> {
  await sql`UPDATE plan.report SET state = 'submitted', figures = ${JSON.stringify(submission.frozen)}::jsonb,
    addressed_unit_id = ${submission.addressedId}, submitted_by = ${submission.by}, submitted_role = ${submission.role}, submitted_at = ${submission.at},
    decided_by = NULL, decided_at = NULL, decision_note = NULL, version = version + 1 WHERE id = ${id}`.execute(
    tx,
  );
}

export async function decideReportRow(
  tx: WriteTx,
  id: string,
  decision: { state: 'accepted' | 'returned'; note: string | null; by: string; at: Date },
): Promise<void> {
  await sql`UPDATE plan.report SET state = ${decision.state}, decision_note = ${decision.note}, decided_by = ${decision.by},
    decided_at = ${decision.at}, version = version + 1 WHERE id = ${id}`.execute(tx);
}

/** Tells those who hand reports in of each unit, once per `onceKey` and unit. Gives how many persons were told. */
export async function tellReporters(
  tx: WriteTx,
  unitIds: readonly string[],
  notice: { kind: string; title: string; body: string; link: string; now: Date; onceKey: string | null },
): Promise<number> {
  const reporters = [
    'departmentLeader',
    'divisionHead',
    'communeLeader',
    'communeOfficer',
    'principal',
    'vicePrincipal',
    'clerk',
    'teamLead',
  ];
  const { rows } = await sql<{ told: number }>`
    SELECT coalesce(sum(plan.tell_unit(unit.id, ${reporters}, ${notice.kind}, ${notice.title}, ${notice.body}, ${notice.link}, ${notice.now},
      ${notice.onceKey}::text || ':' || unit.id)), 0) AS told
    FROM unnest(${unitIds}::uuid[]) AS unit (id)`.execute(tx);
  return rows[0]?.told ?? 0;
}
