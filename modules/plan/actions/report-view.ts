import type { Actor } from '#modules/identity-access';
import { settingsOf } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import {
  listFormDuties,
  listIndicatorDuties,
  listReportDifficulties,
  listReportDuties,
  listReportFindings,
} from '../data/report-evidence.ts';
import { type ReportRecord, selectReportOptional, selectYearFrameOptional } from '../data/reports.ts';
import { selectSchoolYearOptional } from '../data/school-years.ts';
import { planErrors } from '../errors.ts';
import { findIndicator } from '../indicators.ts';
import type { EvidenceSpec } from '../rules/evidence.ts';
import { computeFigures, type Figure, type ReportEvidence } from '../rules/report.ts';
import { countingForms } from '../rules/report-forms.ts';
import { listPeriods, type Period, type PeriodKind } from '../rules/report-period.ts';
import { reportDueDays } from '../rules/settings.ts';

/** Who stands where to a report: its unit, the unit it goes to, or someone who may only look. */
export type ReportStanding = 'own' | 'above' | 'onlooker';

export function reportStanding(
  actor: Actor,
  report: Pick<ReportRecord, 'unitId' | 'addressedId'>,
): ReportStanding {
  if (report.unitId === actor.unitId) return 'own';
  const forDepartment = actor.scope === 'department' && report.addressedId === actor.departmentId;
  return report.addressedId === actor.unitId || forDepartment ? 'above' : 'onlooker';
}

const submitters = [
  'departmentLeader',
  'divisionHead',
  'communeLeader',
  'communeOfficer',
  'principal',
  'vicePrincipal',
  'teamLead',
];

/** Operations that the person may do with a report now. */
export function reportMay(actor: Actor, report: ReportRecord): string[] {
  const standing = reportStanding(actor, report);
  const editable = report.state === 'draft' || report.state === 'returned';
  const may: string[] = ['plan.downloadReport'];
  if (standing === 'own' && editable) {
    may.push('plan.updateReport');
    if (submitters.includes(actor.role ?? '')) may.push('plan.submitReport');
  }
  if (standing === 'above' && report.state === 'submitted' && actor.role !== 'clerk')
    may.push('plan.decideReport');
  return may;
}

/** A report that the person may open: the own, or one that was handed in. */
export async function selectVisibleReport(tx: ReadTx, actor: Actor, reportId: string): Promise<ReportRecord> {
  const report = await selectReportOptional(tx, reportId);
  if (!report || (report.state === 'draft' && report.unitId !== actor.unitId))
    throw planErrors.reportNotFound();
  return report;
}

/** All periods of a school year; null: there is none. */
export async function listYearPeriods(
  tx: ReadTx,
  schoolYearId: string | null,
): Promise<{ yearId: string; periods: Period[] }> {
  const [frame, { dueDays }] = await Promise.all([
    schoolYearId === null ? undefined : selectYearFrameOptional(tx, schoolYearId),
    settingsOf(tx, { dueDays: reportDueDays }),
  ]);
  if (!frame) throw planErrors.unknownPeriod();
  return { yearId: frame.id, periods: listPeriods(frame, dueDays) };
}

/** The period that begins on a day, with all periods of its school year. */
export async function selectPeriod(
  tx: ReadTx,
  kind: PeriodKind,
  start: string,
): Promise<{ yearId: string; periods: Period[]; period: Period }> {
  const year = await selectSchoolYearOptional(tx, { day: start });
  const view = await listYearPeriods(tx, year?.id ?? null);
  return { ...view, period: findPeriod(view.periods, kind, start) };
}

function findPeriod(periods: readonly Period[], kind: PeriodKind, start: string): Period {
  const found = periods.find((period) => period.kind === kind && period.start === start);
  if (!found) throw planErrors.unknownPeriod();
  return found;
}

/** The period of a report; one whose school year was moved since keeps the days it was begun with. */
export async function periodOfReport(tx: ReadTx, report: ReportRecord): Promise<Period> {
  const { periods } = await listYearPeriods(tx, report.schoolYearId);
  const { periodKind: kind, periodStart: start, periodEnd: end } = report;
  const found = periods.find((period) => period.kind === kind && period.start === start);
  return found ? { ...found, end } : { kind, start, end, label: report.title, dueOn: end };
}

/** Collects what the report of a unit for a period is computed from, as of today. */
export async function gatherEvidence(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
  period: Period,
  now: Date,
): Promise<ReportEvidence> {
  const span = { from: period.start, to: period.end };
  const [duties, difficulties, findings, indicators, forms] = await Promise.all([
    listReportDuties(tx, unitId, schoolYearId, span),
    listReportDifficulties(tx, unitId, span),
    listReportFindings(tx, unitId, span),
    listIndicatorDuties(tx, unitId, schoolYearId, span),
    listFormDuties(tx, unitId, schoolYearId, span),
  ]);
  return {
    ...span,
    asOf: localDate(now),
    duties,
    difficulties,
    findings,
    indicators: indicators.map((row) => {
      const indicator = findIndicator(row.indicator);
      return { ...row, name: indicator?.name ?? row.indicator, direction: indicator?.direction ?? 'atLeast' };
    }),
    forms: [...Map.groupBy(forms, (node) => node.rootId)].flatMap(([rootId, nodes]) => {
      const [root] = nodes;
      if (!root) return [];
      return countingForms(rootId, nodes).flatMap((node) => amounts(root, node));
    }),
  };
}

/** The numbers of a filled form, field by field. */
function amounts(
  root: { code: string; title: string; spec: EvidenceSpec },
  node: {
    assignmentId: string;
    from: string;
    values: Readonly<Record<string, unknown>> | null;
  },
) {
  return (root.spec.fields ?? []).flatMap((field) => {
    const value = node.values?.[field.key];
    if (typeof value !== 'number') return [];
    return [
      {
        assignmentId: node.assignmentId,
        code: root.code,
        title: root.title,
        field,
        from: node.from,
        value,
      },
    ];
  });
}

/** Evidence and figures of a report: as they stood when it was handed in, else as they are now. */
export async function reportContent(
  tx: ReadTx,
  report: ReportRecord,
  now: Date,
): Promise<{ frozen: boolean; evidence: ReportEvidence; figures: readonly Figure[]; period: Period }> {
  const period = await periodOfReport(tx, report);
  if (report.frozen && (report.state === 'submitted' || report.state === 'accepted')) {
    return { frozen: true, ...report.frozen, period };
  }
  const evidence = await gatherEvidence(tx, report.unitId, report.schoolYearId, period, now);
  return { frozen: false, evidence, figures: computeFigures(evidence), period };
}
