import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { date, id, instant, note, ofSchoolYear, person, unitRef, version } from './pieces.ts';

const reportId = z.object({ reportId: id });
const figureKey = z.string().min(1).max(500);

export const reportState = z.enum(['draft', 'submitted', 'returned', 'accepted']);
export const periodKind = z.enum(['month', 'semester', 'year']);

export const reportPeriod = z.object({
  kind: periodKind,
  start: date,
  end: date,
  label: z.string(),
  /** Last day to hand the report in. */
  dueOn: date,
});

/**
 * Which reports: a period, seen from a unit. A start says the school year by itself; without one it is the last period of the
 * kind that has ended in the chosen year.
 */
const periodQuery = ofSchoolYear.extend({
  periodKind: periodKind.default('month'),
  periodStart: date.optional(),
  /** Drill down: the units directly below this one instead of the own. */
  unitId: id.optional(),
});

export const figure = z.object({
  key: z.string(),
  group: z.enum([
    'total',
    'section',
    'month',
    'acceptedInPeriod',
    'difficulty',
    'finding',
    'indicator',
    'form',
  ]),
  /** Line and column of the table it stands in. */
  row: z.string().nullable(),
  column: z.string().nullable(),
  label: z.string(),
  measure: z.enum(['count', 'sum', 'average', 'share']),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  threshold: z.number().nullable(),
  met: z.boolean().nullable(),
  /** Page of the app with exactly the rows it was counted from. */
  link: z.string(),
});

export const narrative = z.object({
  general: z.string().max(20_000),
  results: z.string().max(20_000),
  shortcomings: z.string().max(20_000),
  nextPeriod: z.string().max(20_000),
  proposals: z.string().max(20_000),
});

export const reportSummary = z.object({
  id,
  unit: unitRef,
  title: z.string(),
  state: reportState,
  submittedAt: instant.nullable(),
  late: z.boolean(),
  version,
});

export const listReports = defineOperation('plan.listReports', {
  method: 'GET',
  path: '/api/plan/reports',
  summary: 'Báo cáo của đơn vị mình và của cấp dưới theo kỳ: ai đã nộp, ai còn thiếu',
  query: periodQuery,
  answer: z.object({
    period: reportPeriod,
    periods: z.array(reportPeriod),
    /** The unit whose view this is. */
    unit: unitRef,
    /** Whether the unit itself reports, and its report when it is begun. */
    reports: z.boolean(),
    own: reportSummary.nullable(),
    /** All reports of the unit in this school year, the latest period first. */
    ownOfYear: z.array(z.object({ period: reportPeriod, report: reportSummary })),
    below: z.array(
      z.object({
        unit: unitRef,
        /** Drafts of other units stay with them. */
        report: reportSummary.nullable(),
        status: z.enum(['missing', 'awaited', 'submitted', 'returned', 'accepted']),
      }),
    ),
    counts: z.object({
      units: z.int(),
      missing: z.int(),
      awaited: z.int(),
      submitted: z.int(),
      returned: z.int(),
      accepted: z.int(),
    }),
    may: z.array(z.string()),
  }),
});

export const openReport = defineOperation('plan.openReport', {
  method: 'POST',
  path: '/api/plan/reports',
  summary: 'Lập báo cáo của đơn vị cho một kỳ (đã có thì mở lại)',
  body: z.object({ periodKind, periodStart: date }),
  answer: z.object({ id, created: z.boolean() }),
});

export const getReport = defineOperation('plan.getReport', {
  method: 'GET',
  path: '/api/plan/reports/{reportId}',
  summary: 'Một báo cáo: số liệu và phần lời',
  params: reportId,
  answer: z.object({
    report: reportSummary.extend({
      symbol: z.string().nullable(),
      addressedTo: unitRef.nullable(),
      period: reportPeriod,
      openedBy: person,
      submittedBy: person.nullable(),
      decidedBy: person.nullable(),
      decidedAt: instant.nullable(),
      decisionNote: z.string().nullable(),
    }),
    /** Figures are live until the report is handed in, then as they stood. */
    frozen: z.boolean(),
    asOf: date,
    figures: z.array(figure),
    narrative,
    sections: z.array(z.object({ key: z.string(), title: z.string() })),
    may: z.array(z.string()),
  }),
});

export const listReportRows = defineOperation('plan.listReportRows', {
  method: 'GET',
  path: '/api/plan/reports/{reportId}/rows',
  summary: 'Các dòng tạo nên một số liệu của báo cáo',
  params: reportId,
  query: z.object({ figure: figureKey }),
  answer: z.object({
    figure,
    rows: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        detail: z.string(),
        link: z.string(),
        amount: z.number().nullable(),
      }),
    ),
  }),
});

export const updateReport = defineOperation('plan.updateReport', {
  method: 'PATCH',
  path: '/api/plan/reports/{reportId}',
  summary: 'Sửa phần lời, tên và số ký hiệu của báo cáo',
  params: reportId,
  body: z.object({
    version,
    title: z.string().trim().min(1).max(300).optional(),
    symbol: z.string().trim().min(1).max(60).nullable().optional(),
    narrative: narrative.partial().optional(),
  }),
  answer: z.object({ version }),
});

export const submitReport = defineOperation('plan.submitReport', {
  method: 'POST',
  path: '/api/plan/reports/{reportId}/submit',
  summary: 'Nộp báo cáo lên cấp trên; số liệu được chốt',
  params: reportId,
  body: z.object({ version }),
  answer: z.object({ state: reportState, version }),
});

export const decideReport = defineOperation('plan.decideReport', {
  method: 'POST',
  path: '/api/plan/reports/{reportId}/decide',
  summary: 'Nhận báo cáo hoặc trả lại để làm lại',
  params: reportId,
  body: z.object({ version, accept: z.boolean(), note: note.optional() }),
  answer: z.object({ state: reportState, version }),
});

export const downloadReport = defineOperation('plan.downloadReport', {
  method: 'GET',
  path: '/api/plan/reports/{reportId}/file',
  summary: 'Báo cáo dạng Word hoặc PDF theo thể thức Nghị định 30/2020, hoặc số liệu dạng Excel',
  params: reportId,
  query: z.object({ format: z.enum(['docx', 'pdf', 'xlsx']).default('pdf') }),
  answersFile: true,
});

export const aggregateReports = defineOperation('plan.aggregateReports', {
  method: 'GET',
  path: '/api/plan/report-totals',
  summary: 'Cộng số liệu các báo cáo đã nộp của cấp dưới',
  query: periodQuery,
  answer: z.object({
    period: reportPeriod,
    unit: unitRef,
    expected: z.int(),
    submitted: z.int(),
    missing: z.array(unitRef),
    figures: z.array(figure.extend({ units: z.int(), unitsMet: z.int() })),
  }),
});

export const listAggregateRows = defineOperation('plan.listAggregateRows', {
  method: 'GET',
  path: '/api/plan/report-totals/rows',
  summary: 'Số liệu cộng gồm những đơn vị nào',
  query: periodQuery.extend({ figure: figureKey }),
  answer: z.object({
    figure: figure.extend({ units: z.int(), unitsMet: z.int() }),
    rows: z.array(z.object({ unit: unitRef, reportId: id, figure })),
  }),
});

export const remindMissing = defineOperation('plan.remindMissing', {
  method: 'POST',
  path: '/api/plan/reports/remind',
  summary: 'Nhắc các đơn vị chưa nộp báo cáo (mỗi đơn vị một lần một ngày)',
  body: z.object({ periodKind, periodStart: date }),
  answer: z.object({ units: z.int(), told: z.int() }),
});

export const reportOperations = [
  listReports,
  openReport,
  getReport,
  listReportRows,
  updateReport,
  submitReport,
  decideReport,
  downloadReport,
  aggregateReports,
  listAggregateRows,
  remindMissing,
];
