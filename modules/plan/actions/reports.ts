import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { formatDate } from '#platform/i18n';
import { listDutiesAhead, listReportDifficulties } from '../data/report-evidence.ts';
import {
  decideReportRow,
  insertReport,
  listReportersBelow,
  listReportsOf,
  lockReportOptional,
  type ReportRecord,
  type ReportState,
  selectReportingUnitOptional,
  selectReportOfPeriodOptional,
  submitReportRow,
  tellReporters,
  updateReportText,
} from '../data/reports.ts';
import { planErrors } from '../errors.ts';
import { reportLink } from '../rules/links.ts';
import { computeFigures, firstNarrative, type Narrative } from '../rules/report.ts';
import { type PeriodKind, reportTitle } from '../rules/report-period.ts';
import type { Acting } from './acting.ts';
import { gatherEvidence, periodOfReport, reportMay, reportStanding, selectPeriod } from './report-view.ts';

const stateWords: Record<ReportState, string> = {
  draft: 'Bản nháp',
  submitted: 'Đã nộp',
  returned: 'Bị trả lại',
  accepted: 'Đã nhận',
};

function monthAfter(end: string): { from: string; to: string } {
  const from = new Date(Date.parse(end) + 86_400_000);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0));
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) };
}

/** Begins the report of the person's unit for a period, with what lies ahead already written. One that exists is given back. */
export async function openReport(
  tx: WriteTx,
  { actor, now }: Acting,
  input: { periodKind: PeriodKind; periodStart: string },
): Promise<{ id: string; created: boolean }> {
  const { yearId, period } = await selectPeriod(tx, input.periodKind, input.periodStart);
  const unit = actor.unitId ? await selectReportingUnitOptional(tx, actor.unitId, actor) : undefined;
  if (!unit || unit.kind === 'cluster') throw planErrors.notReporting();
  const known = await selectReportOfPeriodOptional(tx, unit.id, period);
  if (known) return { id: known.id, created: false };

  const span = { from: period.start, to: period.end };
  const [ahead, difficulties] = await Promise.all([
    listDutiesAhead(tx, unit.id, yearId, monthAfter(period.end)),
    listReportDifficulties(tx, unit.id, span),
  ]);
  const id = uuidv7();
  const made = await insertReport(tx, {
    id,
    unitId: unit.id,
    departmentId: actor.departmentId,
    schoolYearId: yearId,
    addressedId: unit.addressedId,
    periodKind: period.kind,
    periodStart: period.start,
    periodEnd: period.end,
    title: reportTitle(period),
    narrative: firstNarrative(
      ahead,
      difficulties.filter(({ state }) => state === 'open'),
    ),
    openedBy: actor.accountId,
    openedAt: now,
  });
  if (made) return { id: made, created: true };
  const other = await selectReportOfPeriodOptional(tx, unit.id, period);
  if (!other) throw planErrors.reportNotFound();
  return { id: other.id, created: false };
}

async function lockForWriting(
  tx: WriteTx,
  { actor }: Acting,
  reportId: string,
  operation: string,
): Promise<ReportRecord> {
  const report = await lockReportOptional(tx, reportId);
  if (!report || (report.state === 'draft' && report.unitId !== actor.unitId))
    throw planErrors.reportNotFound();
  const standing = reportStanding(actor, report);
  if (operation === 'plan.decideReport' ? standing !== 'above' : standing !== 'own') {
    throw planErrors.notYours(
      operation === 'plan.decideReport' ? (report.addressedName ?? report.unitName) : report.unitName,
    );
  }
  return report;
}

/** Writes title, symbol or text. Whoever wrote from an older version gets both texts and nothing is overwritten. */
export async function updateReport(
  tx: WriteTx,
  acting: Acting,
  reportId: string,
  input: {
    version: number;
    title?: string | undefined;
    symbol?: string | null | undefined;
    narrative?: { [Key in keyof Narrative]?: string | undefined } | undefined;
  },
): Promise<{ version: number }> {
  const report = await lockForWriting(tx, acting, reportId, 'plan.updateReport');
  if (!reportMay(acting.actor, report).includes('plan.updateReport')) {
    throw planErrors.wrongState(stateWords[report.state]);
  }
  if (report.version !== input.version) {
    const { title, symbol, narrative, version } = report;
    throw planErrors.editedMeanwhile(input, { title, symbol, narrative, version });
  }
  const given = Object.entries(input.narrative ?? {}).filter(([, text]) => text !== undefined);
  await updateReportText(tx, reportId, {
    title: input.title ?? report.title,
    symbol: input.symbol === undefined ? report.symbol : input.symbol,
    narrative: { ...report.narrative, ...Object.fromEntries(given) },
  });
  return { version: report.version + 1 };
}

/**
 * Hands a report in: its figures are frozen with the rows they are made of and it goes to the level above. Handing
 * in twice gives the first answer again.
 */
export async function submitReport(
  tx: WriteTx,
  acting: Acting,
  reportId: string,
  version: number,
): Promise<{ state: ReportState; version: number }> {
  const { actor, now } = acting;
  const report = await lockForWriting(tx, acting, reportId, 'plan.submitReport');
  const again =
    report.state === 'submitted' && report.submittedBy === actor.accountId && report.version === version + 1;
  if (again) return { state: report.state, version: report.version };
  if (report.state !== 'draft' && report.state !== 'returned')
    throw planErrors.wrongState(stateWords[report.state]);
  if (!reportMay(actor, report).includes('plan.submitReport'))
    throw planErrors.notYours('người đứng đầu đơn vị');
  if (report.version !== version) {
    throw planErrors.editedMeanwhile({ version }, { narrative: report.narrative, version: report.version });
  }
  const period = await periodOfReport(tx, report);
  if (localDate(now) < period.start) throw planErrors.periodNotBegun(period.label, formatDate(period.start));
  const unit = await selectReportingUnitOptional(tx, report.unitId, actor);
  const evidence = await gatherEvidence(tx, report.unitId, report.schoolYearId, period, now);
  const addressedId = unit?.addressedId ?? report.addressedId;
  await submitReportRow(tx, reportId, {
    frozen: { evidence, figures: computeFigures(evidence) },
    addressedId,
    by: actor.accountId,
    role: actor.role,
    at: now,
  });
  return { state: 'submitted', version: report.version + 1 };
}

/** The level above takes a report or gives it back with what is to be done again; the unit is told. */
export async function decideReport(
  tx: WriteTx,
  acting: Acting,
  reportId: string,
  input: { version: number; accept: boolean; note?: string | undefined },
): Promise<{ state: ReportState; version: number }> {
  const report = await lockForWriting(tx, acting, reportId, 'plan.decideReport');
  if (report.state !== 'submitted') throw planErrors.wrongState(stateWords[report.state]);
  if (report.version !== input.version) {
    throw planErrors.editedMeanwhile(input, { state: report.state, version: report.version });
  }
  if (!input.accept && !input.note) throw planErrors.returnNeedsNote();
  const state = input.accept ? 'accepted' : 'returned';
  await decideReportRow(tx, reportId, {
    state,
    note: input.note ?? null,
    by: acting.actor.accountId,
    at: acting.now,
  });
  await tellReporters(tx, [report.unitId], {
    kind: 'report',
    title: `${input.accept ? 'Báo cáo đã được nhận' : 'Báo cáo bị trả lại'}: ${report.title}`,
    body: input.note ?? '',
    link: reportLink(reportId),
    now: acting.now,
    onceKey: `report:${reportId}:${report.version + 1}`,
  });
  return { state, version: report.version + 1 };
}

/** Tells the units directly below that have not handed in a report, each once a day. */
export async function remindMissing(
  tx: WriteTx,
  { actor, now }: Acting,
  input: { periodKind: PeriodKind; periodStart: string },
): Promise<{ units: number; told: number }> {
  const { period } = await selectPeriod(tx, input.periodKind, input.periodStart);
  const today = localDate(now);
  if (today < period.start) throw planErrors.periodNotBegun(period.label, formatDate(period.start));
  const unit = actor.unitId ? await selectReportingUnitOptional(tx, actor.unitId, actor) : undefined;
  if (!unit) throw planErrors.notReporting();
  const below = await listReportersBelow(tx, unit, 'direct');
  const reports = await listReportsOf(
    tx,
    below.map(({ id }) => id),
    period,
  );
  const handedIn = new Set(
    reports.filter(({ state }) => state === 'submitted' || state === 'accepted').map(({ unitId }) => unitId),
  );
  const missing = below.filter(({ id }) => !handedIn.has(id));
  const told = await tellReporters(
    tx,
    missing.map(({ id }) => id),
    {
      kind: 'reportMissing',
      title: `Chưa nộp: ${reportTitle(period)}`,
      body: `Hạn nộp ${formatDate(period.dueOn)} · ${unit.name} nhắc`,
      link: `/bao-cao?periodKind=${period.kind}&periodStart=${period.start}`,
      now,
      onceKey: `reportMissing:${period.kind}:${period.start}:${today}`,
    },
  );
  return { units: missing.length, told };
}
