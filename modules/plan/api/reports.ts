import { type Actor, bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderOfficialDocx, renderOfficialPdf, renderWorkbook } from '#platform/documents';
import {
  listYearPeriods,
  reportContent,
  reportMay,
  selectPeriod,
  selectVisibleReport,
} from '../actions/report-view.ts';
import { decideReport, openReport, remindMissing, submitReport, updateReport } from '../actions/reports.ts';
import * as contract from '../contract/reports.ts';
import { selectAgencyOptional } from '../data/agency-settings.ts';
import {
  listReportersBelow,
  listReportsOf,
  listReportsOfYear,
  listSubmittedFigures,
  type ReportSummaryRow,
  selectReportingUnitOptional,
} from '../data/reports.ts';
import { type ReportPaper, reportDocument } from '../documents/report-document.ts';
import { reportSheets } from '../documents/report-workbook.ts';
import { planErrors } from '../errors.ts';
import { aggregateRowsLink, reportRowsLink } from '../rules/links.ts';
import { addUp, type Figure, narrativeSections, selectFigure } from '../rules/report.ts';
import { addresseeName, reportHeading } from '../rules/report-heading.ts';
import { duePeriod, type Period, type PeriodKind } from '../rules/report-period.ts';
import { chosenYearId } from './chosen-year.ts';

function summaryShape(row: ReportSummaryRow, period: Period, today: string) {
  return {
    id: row.id,
    unit: { id: row.unitId, name: row.unitName, kind: row.unitKind },
    title: row.title,
    state: row.state,
    submittedAt: row.submittedAt,
    late: (row.submittedOn ?? today) > period.dueOn,
    version: row.version,
  };
}

function linked(reportId: string, figure: Figure) {
  return { ...figure, link: reportRowsLink(reportId, figure.key) };
}

function personShape(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}

/** The ways a report leaves as a file. */
const fileKinds = {
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    draw: (paper: ReportPaper) => renderOfficialDocx(reportDocument(paper)),
  },
  pdf: {
    mediaType: 'application/pdf',
    draw: (paper: ReportPaper) => renderOfficialPdf(reportDocument(paper)),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    draw: (paper: ReportPaper & { unitName: string }) => renderWorkbook(reportSheets(paper)),
  },
};

interface PeriodQuery {
  readonly schoolYear?: string | undefined;
  readonly periodKind: PeriodKind;
  readonly periodStart?: string | undefined;
  readonly unitId?: string | undefined;
}

/** The period of a kind that is due in the chosen school year. */
async function selectDuePeriod(tx: ReadTx, query: PeriodQuery, today: string) {
  const view = await listYearPeriods(tx, await chosenYearId(tx, query));
  const period = duePeriod(view.periods, query.periodKind, today);
  if (!period) throw planErrors.unknownPeriod();
  return { ...view, period };
}

/** The unit and period that a list is about; the person's own unit and the last period that has ended by default. */
async function resolveView(tx: ReadTx, actor: Actor, query: PeriodQuery, today: string) {
  const { yearId, periods, period } = query.periodStart
    ? await selectPeriod(tx, query.periodKind, query.periodStart)
    : await selectDuePeriod(tx, query, today);
  const unitId = query.unitId ?? actor.unitId;
  const unit = unitId ? await selectReportingUnitOptional(tx, unitId, actor) : undefined;
  if (!unit) throw planErrors.reportNotFound();
  return { yearId, period, periods, unit, unitShape: { id: unit.id, name: unit.name, kind: unit.kind } };
}

/** Figures of everything below a unit added up, with the reports they come from. */
async function addUpBelow(tx: ReadTx, actor: Actor, query: PeriodQuery, today: string) {
  const view = await resolveView(tx, actor, query, today);
  const reporters = await listReportersBelow(tx, view.unit, 'all');
  const reports = await listSubmittedFigures(
    tx,
    reporters.map(({ id }) => id),
    view.period,
  );
  const place = { periodKind: view.period.kind, periodStart: view.period.start, unitId: view.unit.id };
  const figures = addUp(reports.map((report) => report.figures)).map((figure) => ({
    ...figure,
    link: aggregateRowsLink(place, figure.key),
  }));
  return { ...view, reporters, reports, figures };
}

export const reportRoutes = [
  bind(contract.listReports, async ({ tx, actor, query, now }) => {
    const today = localDate(now);
    const { yearId, period, periods, unit, unitShape } = await resolveView(tx, actor, query, today);
    const reporters = await listReportersBelow(tx, unit, 'direct');
    const unitIds = [unit.id, ...reporters.map(({ id }) => id)];
    const [rows, ofYear] = await Promise.all([
      listReportsOf(tx, unitIds, period),
      listReportsOfYear(tx, unit.id, yearId),
    ]);
    const byUnit = new Map(rows.map((row) => [row.unitId, row]));
    const below = reporters.map((reporter) => {
      const row = byUnit.get(reporter.id);
      const seen = row && row.state !== 'draft' ? row : undefined;
      const status = seen ? (seen.state as 'submitted' | 'returned' | 'accepted') : undefined;
      return {
        unit: reporter,
        report: seen ? summaryShape(seen, period, today) : null,
        status: status ?? (today > period.dueOn ? ('missing' as const) : ('awaited' as const)),
      };
    });
    const count = (status: string) => below.filter((line) => line.status === status).length;
    const own = byUnit.get(unit.id);
    const isOwn = unit.id === actor.unitId;
    const reports = unit.kind !== 'cluster';
    const mayShow = (row: ReportSummaryRow) => isOwn || row.state !== 'draft';
    return {
      period,
      periods,
      unit: unitShape,
      reports,
      own: own && mayShow(own) ? summaryShape(own, period, today) : null,
      ownOfYear: ofYear.flatMap((row) => {
        const found = periods.find(
          (candidate) => candidate.kind === row.periodKind && candidate.start === row.periodStart,
        );
        return found && mayShow(row) ? [{ period: found, report: summaryShape(row, found, today) }] : [];
      }),
      below,
      counts: {
        units: below.length,
        missing: count('missing'),
        awaited: count('awaited'),
        submitted: count('submitted'),
        returned: count('returned'),
        accepted: count('accepted'),
      },
      may: [
        ...(isOwn && reports && !own ? ['plan.openReport'] : []),
        ...(isOwn && count('missing') + count('awaited') + count('returned') > 0 && today >= period.start
          ? ['plan.remindMissing']
          : []),
      ],
    };
  }),

  bind(contract.openReport, ({ tx, actor, now, body }) => openReport(tx, { actor, now }, body)),

  bind(contract.getReport, async ({ tx, actor, now, params }) => {
    const report = await selectVisibleReport(tx, actor, params.reportId);
    const { frozen, evidence, figures, period } = await reportContent(tx, report, now);
    return {
      report: {
        ...summaryShape(report, period, localDate(now)),
        symbol: report.symbol,
        addressedTo:
          report.addressedId && report.addressedName && report.addressedKind
            ? { id: report.addressedId, name: report.addressedName, kind: report.addressedKind }
            : null,
        period,
        openedBy: { id: report.openedBy, name: report.openedByName },
        submittedBy: personShape(report.submittedBy, report.submittedByName),
        decidedBy: personShape(report.decidedBy, report.decidedByName),
        decidedAt: report.decidedAt,
        decisionNote: report.decisionNote,
      },
      frozen,
      asOf: evidence.asOf,
      figures: figures.map((figure) => linked(report.id, figure)),
      narrative: report.narrative,
      sections: narrativeSections.map((section) => ({ ...section })),
      may: reportMay(actor, report),
    };
  }),

  bind(contract.listReportRows, async ({ tx, actor, now, params, query }) => {
    const report = await selectVisibleReport(tx, actor, params.reportId);
    const { evidence } = await reportContent(tx, report, now);
    const selected = selectFigure(evidence, query.figure);
    if (!selected) throw planErrors.figureNotFound();
    return { figure: linked(report.id, selected.figure), rows: [...selected.rows] };
  }),

  bind(contract.updateReport, ({ tx, actor, now, params, body }) =>
    updateReport(tx, { actor, now }, params.reportId, body),
  ),

  bind(contract.submitReport, ({ tx, actor, now, params, body }) =>
    submitReport(tx, { actor, now }, params.reportId, body.version),
  ),

  bind(contract.decideReport, ({ tx, actor, now, params, body }) =>
    decideReport(tx, { actor, now }, params.reportId, body),
  ),

  bind(contract.downloadReport, async ({ tx, actor, now, params, query, services }) => {
    const report = await selectVisibleReport(tx, actor, params.reportId);
    const [content, agency, unit] = await Promise.all([
      reportContent(tx, report, now),
      selectAgencyOptional(tx, report.unitId),
      selectReportingUnitOptional(tx, report.unitId, actor),
    ]);
    if (!agency || !unit) throw planErrors.reportNotFound();
    const paper: ReportPaper = {
      reportId: report.id,
      heading: reportHeading({
        kind: unit.kind,
        name: unit.name,
        parentName: unit.parentName,
        parentKind: unit.parentKind,
        departmentName: agency.departmentName,
        place: agency.place,
        superior: agency.superior,
      }),
      symbol: report.symbol,
      date: report.submittedOn ?? localDate(now),
      title: report.title,
      addressee:
        report.addressedKind && report.addressedName
          ? addresseeName({ kind: report.addressedKind, name: report.addressedName })
          : null,
      periodLabel: content.period.label,
      asOf: content.evidence.asOf,
      figures: content.figures,
      evidence: content.evidence,
      narrative: report.narrative,
      signer: content.frozen
        ? { role: report.submittedRole, name: report.submittedByName }
        : { role: null, name: null },
      publicUrl: services.publicUrl,
    };
    const { mediaType, draw } = fileKinds[query.format];
    return {
      fileName: `${report.title} - ${report.unitName}.${query.format}`,
      mediaType,
      bytes: await draw({ ...paper, unitName: report.unitName }),
    };
  }),

  bind(contract.aggregateReports, async ({ tx, actor, now, query }) => {
    const { period, unitShape, reporters, reports, figures } = await addUpBelow(
      tx,
      actor,
      query,
      localDate(now),
    );
    const handedIn = new Set(reports.map(({ unitId }) => unitId));
    return {
      period,
      unit: unitShape,
      expected: reporters.length,
      submitted: reports.length,
      missing: reporters.filter(({ id }) => !handedIn.has(id)),
      figures,
    };
  }),

  bind(contract.listAggregateRows, async ({ tx, actor, now, query }) => {
    const { reports, figures } = await addUpBelow(tx, actor, query, localDate(now));
    const total = figures.find(({ key }) => key === query.figure);
    if (!total) throw planErrors.figureNotFound();
    return {
      figure: total,
      rows: reports.flatMap((report) => {
        const figure = report.figures.find(({ key }) => key === query.figure);
        if (!figure) return [];
        return [
          {
            unit: { id: report.unitId, name: report.unitName, kind: report.unitKind },
            reportId: report.id,
            figure: linked(report.id, figure),
          },
        ];
      }),
    };
  }),

  bind(contract.remindMissing, ({ tx, actor, now, body }) => remindMissing(tx, { actor, now }, body)),
];
