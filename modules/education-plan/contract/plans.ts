import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, figures, id, moment, note, planId, version, yearQuery } from './pieces.ts';
import { givenRows, rowShapes, storedRows } from './rows.ts';

const state = z.enum(['draft', 'proposed', 'approved', 'acknowledged', 'published', 'superseded']);
const step = z.enum(['edit', 'propose', 'approve', 'return', 'acknowledge', 'publish', 'amend']);

const planItem = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  schoolYear: z.string(),
  revision: z.int(),
  state,
  amendmentReason: z.string().nullable(),
  publishedAt: moment,
  version,
});
const finding = z.object({
  rule: z.string(),
  /** The rule in words, with its source. */
  ruleName: z.string(),
  severity: z.enum(['mustFix', 'warning']),
  place: z.string(),
  message: z.string(),
});
const done = z.object({ id, state, version });

export const listPlans = defineOperation('educationPlan.listPlans', {
  method: 'GET',
  path: '/api/education-plans',
  summary: 'Các bản kế hoạch giáo dục của trường trong năm học, bản mới nhất trước',
  query: yearQuery,
  answer: z.object({
    items: z.array(planItem),
    /** Whether the school of the person has a published plan of the year before to start from. */
    lastYear: z.boolean(),
    /** Guidance of the department and the commune that is in force. */
    guidance: z.array(
      z.object({ unitName: z.string(), title: z.string(), body: z.string(), publishBy: day.nullable() }),
    ),
  }),
});

export const draftPlan = defineOperation('educationPlan.draftPlan', {
  method: 'POST',
  path: '/api/education-plans',
  summary: 'Lập dự thảo kế hoạch giáo dục của trường từ khung chung hoặc từ năm trước',
  body: yearQuery.extend({ from: z.enum(['framework', 'lastYear']) }),
  answer: done,
});

export const getPlan = defineOperation('educationPlan.getPlan', {
  method: 'GET',
  path: '/api/education-plans/{planId}',
  summary: 'Một bản kế hoạch: nội dung, số liệu, kiểm tra, phần của các tổ',
  params: planId,
  answer: z.object({
    plan: planItem.extend({
      unitCode: z.string(),
      managedBy: z.string().nullable(),
      councilMinute: z.string().nullable(),
      basedOn: id.nullable(),
      calendar: z.object({ lessonsFrom: day, semester1To: day, semester2From: day, lessonsTo: day }),
      warningsReason: z.string().nullable(),
      returnedNote: z.string().nullable(),
      acknowledgementNote: z.string().nullable(),
      draftedAt: moment,
      proposedAt: moment,
      approvedAt: moment,
      acknowledgedAt: moment,
    }),
    may: z.array(step),
    rows: storedRows(rowShapes),
    figures,
    classes: z.array(z.object({ id, name: z.string(), grade: z.int() })),
    subjects: z.array(z.object({ code: z.string(), name: z.string(), shortName: z.string() })),
    findings: z.array(finding),
    teams: z.array(
      z.object({
        id,
        name: z.string(),
        state: z.enum(['draft', 'proposed', 'returned', 'accepted']),
        note: z.string().nullable(),
        lessons: z.int(),
        tests: z.int(),
        activities: z.int(),
        version: z.int(),
      }),
    ),
    readings: z.array(z.object({ role: z.string(), read: z.int(), people: z.int() })),
    /** Whether the person asking has confirmed having read it. */
    readByMe: z.boolean(),
  }),
});

export const updateCalendar = defineOperation('educationPlan.updateCalendar', {
  method: 'PATCH',
  path: '/api/education-plans/{planId}',
  summary: 'Sửa thời gian năm học của trường trong kế hoạch',
  params: planId,
  body: z.object({ version, lessonsFrom: day, semester1To: day, semester2From: day, lessonsTo: day }),
  answer: done,
});

export const saveRows = defineOperation('educationPlan.saveRows', {
  method: 'PUT',
  path: '/api/education-plans/{planId}/rows',
  summary: 'Lưu tất cả dòng của một phần kế hoạch',
  params: planId,
  body: z.discriminatedUnion('part', [
    givenRows('sections', rowShapes.sections, 40),
    givenRows('targets', rowShapes.targets, 200),
    givenRows('periods', rowShapes.periods, 600),
    givenRows('dayLoads', rowShapes.dayLoads, 200),
    givenRows('secondSession', rowShapes.secondSession, 300),
    givenRows('activities', rowShapes.activities, 300),
    givenRows('integratedTopics', rowShapes.integratedTopics, 500),
  ]),
  answer: done,
});

export const proposePlan = defineOperation('educationPlan.proposePlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/propose',
  summary: 'Trình hiệu trưởng duyệt kế hoạch',
  params: planId,
  body: z.object({ version }),
  answer: done,
});

export const approvePlan = defineOperation('educationPlan.approvePlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/approve',
  summary: 'Duyệt kế hoạch; còn cảnh báo thì phải ghi lí do',
  params: planId,
  body: z.object({ version, warningsReason: z.string().trim().max(2000).optional() }),
  answer: done,
});

export const returnPlan = defineOperation('educationPlan.returnPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/return',
  summary: 'Trả lại kế hoạch để sửa, kèm ý kiến',
  params: planId,
  body: z.object({ version, note: note(2000) }),
  answer: done,
});

export const acknowledgePlan = defineOperation('educationPlan.acknowledgePlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/acknowledge',
  summary: 'Cấp quản lí ghi nhận kế hoạch của trường',
  params: planId,
  body: z.object({ version, note: z.string().trim().max(2000).optional() }),
  answer: done,
});

export const publishPlan = defineOperation('educationPlan.publishPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/publish',
  summary: 'Công khai kế hoạch cho giáo viên, học sinh, cha mẹ và trang công khai',
  params: planId,
  body: z.object({ version }),
  answer: done,
});

export const amendPlan = defineOperation('educationPlan.amendPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/amend',
  summary: 'Lập bản điều chỉnh trong năm: lí do và biên bản họp hội đồng',
  params: planId,
  body: z.object({ reason: note(1000), minute: note(300) }),
  answer: done,
});

export const confirmReading = defineOperation('educationPlan.confirmReading', {
  method: 'POST',
  path: '/api/education-plans/{planId}/readings',
  summary: 'Xác nhận đã đọc kế hoạch',
  params: planId,
  answer: z.object({ id }),
});

export const comparePlan = defineOperation('educationPlan.comparePlan', {
  method: 'GET',
  path: '/api/education-plans/{planId}/differences',
  summary: 'Điểm khác so với bản trước',
  params: planId,
  answer: z.object({
    before: z.int().nullable(),
    parts: z.array(
      z.object({
        part: z.string(),
        differences: z.array(
          z.object({
            what: z.enum(['added', 'removed', 'changed']),
            /** The row in words, before and after. */
            before: z.string().nullable(),
            after: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const downloadPlan = defineOperation('educationPlan.downloadPlan', {
  method: 'GET',
  path: '/api/education-plans/{planId}/file',
  summary: 'Kế hoạch ra tệp: Word, PDF, phụ lục 1, 2 của tổ, bảng tiết Excel',
  params: planId,
  query: z.object({
    kind: z.enum(['docx', 'pdf', 'xlsx', 'annex1', 'annex2', 'annex3', 'annex4']),
    /** Of annexes 1 and 2. */
    teamId: id.optional(),
    /** Of annexes 3 and 4; absent: the person's own. */
    staffId: id.optional(),
  }),
  answersFile: true,
});

/** The plan of a school: its steps, rows, comparison, files. */
export const planOperations = [
  listPlans,
  draftPlan,
  getPlan,
  updateCalendar,
  saveRows,
  proposePlan,
  approvePlan,
  returnPlan,
  acknowledgePlan,
  publishPlan,
  amendPlan,
  confirmReading,
  comparePlan,
  downloadPlan,
];
