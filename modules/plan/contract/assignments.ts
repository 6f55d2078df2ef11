import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { duty, paragraph } from './documents.ts';
import {
  assignmentState,
  attachment,
  bulkAnswer,
  date,
  id,
  instant,
  note,
  ofSchoolYear,
  person,
  requiredNote,
  shownState,
  unitRef,
  version,
} from './pieces.ts';

const assignmentId = z.object({ assignmentId: id });
const changed = z.object({ id, state: assignmentState, version });

export const assignmentItem = z.object({
  id,
  dutyId: id,
  code: z.string(),
  title: z.string(),
  unit: unitRef,
  role: z.string(),
  account: person.nullable(),
  state: assignmentState,
  shown: shownState,
  startsOn: date,
  dueOn: date,
  blocked: z.boolean(),
  question: z.boolean(),
  acknowledged: z.boolean(),
  evidenceKind: z.string(),
  parts: z.object({ total: z.int(), accepted: z.int() }),
  version,
});

export const workFilter = z.enum([
  'open',
  'dueSoon',
  'overdue',
  'new',
  'returned',
  'submitted',
  'blocked',
  'done',
  'all',
]);

export const listMyWork = defineOperation('plan.listMyWork', {
  method: 'GET',
  path: '/api/plan/my-work',
  summary: 'Việc của tôi trong vai trò đang chọn, việc gấp trước',
  query: ofSchoolYear.extend({
    filter: workFilter.default('open'),
    q: z.string().max(200).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(assignmentItem),
    nextCursor: z.string().nullable(),
    counts: z.object({
      open: z.int(),
      dueSoon: z.int(),
      overdue: z.int(),
      new: z.int(),
      returned: z.int(),
      submitted: z.int(),
      blocked: z.int(),
      done: z.int(),
      all: z.int(),
    }),
  }),
});

/** What waits for a decision of the person: handed-in work, requests for time, questions, difficulties. */
export const listApprovals = defineOperation('plan.listApprovals', {
  method: 'GET',
  path: '/api/plan/approvals',
  summary: 'Việc chờ tôi duyệt hoặc trả lời',
  query: ofSchoolYear.extend({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(
      assignmentItem.extend({
        waiting: z.enum(['submitted', 'extension', 'question']),
        extension: z.object({ id, askedDueOn: date, reason: z.string() }).nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
    counts: z.object({ submitted: z.int(), extension: z.int(), question: z.int(), difficulty: z.int() }),
  }),
});

export const evidenceItem = z.object({
  id,
  kind: z.enum(['form', 'document', 'confirmation', 'indicator']),
  formValues: z.record(z.string(), z.unknown()).nullable(),
  attachment: attachment.nullable(),
  note: z.string().nullable(),
  by: person.nullable(),
  at: instant,
});

export const getAssignment = defineOperation('plan.getAssignment', {
  method: 'GET',
  path: '/api/plan/assignments/{assignmentId}',
  summary: 'Trang nhiệm vụ: đoạn gốc, giải pháp, minh chứng, lịch sử, trao đổi',
  params: assignmentId,
  answer: z.object({
    assignment: assignmentItem.extend({
      stateNote: z.string().nullable(),
      acknowledgedAt: instant.nullable(),
      submittedAt: instant.nullable(),
      decidedAt: instant.nullable(),
      parentId: id.nullable(),
    }),
    duty,
    document: z.object({ id, title: z.string(), signedOn: date.nullable() }),
    sources: z.array(paragraph),
    solutions: z.array(z.object({ id, code: z.string(), title: z.string(), body: z.string() })),
    evidence: z.array(evidenceItem),
    /** Value of the duty's indicator for this unit, when the evidence is an indicator. */
    indicator: z
      .object({
        id: z.string(),
        name: z.string(),
        source: z.string(),
        value: z.number().nullable(),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
        threshold: z.number(),
        computedAt: instant.nullable(),
      })
      .nullable(),
    /** Form fields added up over the units below, when the evidence is a form. */
    aggregate: z
      .array(z.object({ key: z.string(), label: z.string(), value: z.number(), units: z.int() }))
      .nullable(),
    parts: z.array(assignmentItem),
    history: z.array(
      z.object({
        id,
        at: instant,
        kind: z.string(),
        by: person.nullable(),
        note: z.string().nullable(),
        details: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    extension: z
      .object({ id, askedDueOn: date, reason: z.string(), by: person, askedAt: instant })
      .nullable(),
    difficulties: z.array(
      z.object({
        id,
        title: z.string(),
        body: z.string(),
        state: z.enum(['open', 'answered', 'closed']),
        answer: z.string().nullable(),
        version,
      }),
    ),
    officialDocuments: z.array(z.object({ id, symbol: z.string().nullable(), abstract: z.string() })),
    /** Operation ids the person may do here now; the screen offers nothing else. */
    may: z.array(z.string()),
  }),
});

export const acknowledgeAssignments = defineOperation('plan.acknowledgeAssignments', {
  method: 'POST',
  path: '/api/plan/assignments/acknowledge',
  summary: 'Tiếp nhận nhiệm vụ',
  body: z.object({ ids: z.array(id).min(1).max(1000) }),
  answer: bulkAnswer,
});

export const startAssignment = defineOperation('plan.startAssignment', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/start',
  summary: 'Bắt đầu thực hiện',
  params: assignmentId,
  body: z.object({ version }),
  answer: changed,
});

/** Parts go to units below, or to persons who hold a role in the unit or below. */
export const listSplitTargets = defineOperation('plan.listSplitTargets', {
  method: 'GET',
  path: '/api/plan/assignments/{assignmentId}/split-targets',
  summary: 'Có thể giao tiếp cho ai',
  params: assignmentId,
  answer: z.object({
    units: z.array(z.object({ id, name: z.string(), kind: z.string(), role: z.string() })),
    people: z.array(
      z.object({ accountId: id, name: z.string(), unitId: id, unitName: z.string(), role: z.string() }),
    ),
  }),
});

export const splitAssignment = defineOperation('plan.splitAssignment', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/split',
  summary: 'Giao tiếp cho tổ hoặc cho từng người',
  params: assignmentId,
  body: z.object({
    targets: z
      .array(
        z.object({
          unitId: id,
          role: z.string().min(1).max(40),
          accountId: id.nullable().default(null),
          dueOn: date.optional(),
        }),
      )
      .min(1)
      .max(500),
    note: note.optional(),
  }),
  answer: z.object({ asked: z.int(), done: z.int(), parts: z.array(assignmentItem) }),
});

export const giveFormEvidence = defineOperation('plan.giveFormEvidence', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/evidence/form',
  summary: 'Điền phiếu minh chứng',
  params: assignmentId,
  body: z.object({ values: z.record(z.string().max(40), z.unknown()), note: note.optional() }),
  answer: evidenceItem,
});

export const giveDocumentEvidence = defineOperation('plan.giveDocumentEvidence', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/evidence/document',
  summary: 'Gửi tệp minh chứng (tối đa 20 MB)',
  params: assignmentId,
  query: z.object({ note: note.optional() }),
  takesFile: true,
  answer: evidenceItem,
});

export const giveConfirmation = defineOperation('plan.giveConfirmation', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/evidence/confirmation',
  summary: 'Xác nhận đã thực hiện',
  params: assignmentId,
  body: z.object({ note: requiredNote }),
  answer: evidenceItem,
});

export const withdrawEvidence = defineOperation('plan.withdrawEvidence', {
  method: 'POST',
  path: '/api/plan/evidence/{evidenceId}/withdraw',
  summary: 'Rút minh chứng đã gửi',
  params: z.object({ evidenceId: id }),
});

export const submitAssignment = defineOperation('plan.submitAssignment', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/submit',
  summary: 'Nộp kết quả lên cấp trên',
  params: assignmentId,
  body: z.object({ version, note: note.optional() }),
  answer: changed,
});

export const acceptAssignments = defineOperation('plan.acceptAssignments', {
  method: 'POST',
  path: '/api/plan/assignments/accept',
  summary: 'Công nhận hoàn thành',
  body: z.object({
    items: z.array(z.object({ id, version })).min(1).max(1000),
    note: note.optional(),
  }),
  answer: bulkAnswer,
});

export const returnAssignment = defineOperation('plan.returnAssignment', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/return',
  summary: 'Trả lại để làm tiếp',
  params: assignmentId,
  body: z.object({ version, note: requiredNote }),
  answer: changed,
});

export const markNotApplicable = defineOperation('plan.markNotApplicable', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/not-applicable',
  summary: 'Đơn vị không có nhiệm vụ này (nêu lý do)',
  params: assignmentId,
  body: z.object({ version, reason: requiredNote }),
  answer: changed,
});

export const reopenAssignment = defineOperation('plan.reopenAssignment', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/reopen',
  summary: 'Mở lại nhiệm vụ (hoàn tác nộp, công nhận hoặc không áp dụng)',
  params: assignmentId,
  body: z.object({ version, note: note.optional() }),
  answer: changed,
});

export const askQuestion = defineOperation('plan.askQuestion', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/question',
  summary: 'Gửi lại kèm câu hỏi cho cấp giao việc',
  params: assignmentId,
  body: z.object({ body: requiredNote }),
});

export const answerQuestion = defineOperation('plan.answerQuestion', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/answer',
  summary: 'Trả lời câu hỏi',
  params: assignmentId,
  body: z.object({ body: requiredNote }),
});

export const addComment = defineOperation('plan.addComment', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/comments',
  summary: 'Trao đổi',
  params: assignmentId,
  body: z.object({ body: requiredNote }),
});

export const askExtension = defineOperation('plan.askExtension', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/extension',
  summary: 'Xin lùi hạn',
  params: assignmentId,
  body: z.object({ dueOn: date, reason: z.string().trim().min(1).max(2000) }),
  answer: z.object({ id }),
});

export const decideExtension = defineOperation('plan.decideExtension', {
  method: 'POST',
  path: '/api/plan/extensions/{extensionId}/decide',
  summary: 'Đồng ý hoặc từ chối lùi hạn',
  params: z.object({ extensionId: id }),
  body: z.object({ grant: z.boolean(), answer: note.optional() }),
});

export const markBlocked = defineOperation('plan.markBlocked', {
  method: 'POST',
  path: '/api/plan/assignments/{assignmentId}/block',
  summary: 'Báo vướng mắc: gửi khó khăn lên cấp trên',
  params: assignmentId,
  body: z.object({ title: z.string().trim().min(1).max(300), body: requiredNote }),
  answer: z.object({ difficultyId: id }),
});

export const difficultyItem = z.object({
  id,
  unit: unitRef,
  addressedTo: unitRef,
  assignmentId: id.nullable(),
  dutyTitle: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['open', 'answered', 'closed']),
  raisedBy: person,
  raisedAt: instant,
  answer: z.string().nullable(),
  answeredBy: person.nullable(),
  answeredAt: instant.nullable(),
  version,
  /** Operation ids the person may do with it now. */
  may: z.array(z.string()),
});

export const listDifficulties = defineOperation('plan.listDifficulties', {
  method: 'GET',
  path: '/api/plan/difficulties',
  summary: 'Khó khăn, vướng mắc trong phạm vi của mình',
  query: ofSchoolYear.extend({
    state: z.enum(['open', 'answered', 'closed', 'all']).default('open'),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(difficultyItem), nextCursor: z.string().nullable(), count: z.int() }),
});

export const getDifficulty = defineOperation('plan.getDifficulty', {
  method: 'GET',
  path: '/api/plan/difficulties/{difficultyId}',
  summary: 'Một khó khăn, vướng mắc trong phạm vi của mình',
  params: z.object({ difficultyId: id }),
  answer: difficultyItem,
});

export const answerDifficulty = defineOperation('plan.answerDifficulty', {
  method: 'POST',
  path: '/api/plan/difficulties/{difficultyId}/answer',
  summary: 'Trả lời khó khăn của đơn vị dưới',
  params: z.object({ difficultyId: id }),
  body: z.object({ version, answer: requiredNote }),
});

export const closeDifficulty = defineOperation('plan.closeDifficulty', {
  method: 'POST',
  path: '/api/plan/difficulties/{difficultyId}/close',
  summary: 'Đã giải quyết xong; nhiệm vụ hết vướng',
  params: z.object({ difficultyId: id }),
  body: z.object({ version }),
});

export const downloadAttachment = defineOperation('plan.downloadAttachment', {
  method: 'GET',
  path: '/api/plan/attachments/{attachmentId}',
  summary: 'Tải tệp minh chứng',
  params: z.object({ attachmentId: id }),
  answersFile: true,
});

export const assignmentOperations = [
  listMyWork,
  listApprovals,
  getAssignment,
  acknowledgeAssignments,
  startAssignment,
  listSplitTargets,
  splitAssignment,
  giveFormEvidence,
  giveDocumentEvidence,
  giveConfirmation,
  withdrawEvidence,
  submitAssignment,
  acceptAssignments,
  returnAssignment,
  markNotApplicable,
  reopenAssignment,
  askQuestion,
  answerQuestion,
  addComment,
  askExtension,
  decideExtension,
  markBlocked,
  listDifficulties,
  getDifficulty,
  answerDifficulty,
  closeDifficulty,
  downloadAttachment,
];
