import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { attachment, date, id, instant, note, person, requiredNote, unitRef, version } from './pieces.ts';

const inspectionId = z.object({ inspectionId: id });
const itemId = z.object({ itemId: id });
const findingId = z.object({ findingId: id });

export const inspectionKind = z.enum(['scheduled', 'surprise']);
export const inspectionState = z.enum(['planned', 'underway', 'concluded', 'cancelled']);
export const itemResult = z.enum(['notChecked', 'met', 'partlyMet', 'notMet']);
export const severity = z.enum(['minor', 'major', 'critical']);
export const findingState = z.enum(['open', 'resolved', 'closed']);

const purpose = z.string().trim().min(1).max(1000);
const question = z.string().trim().min(1).max(1000);
const reason = z.string().trim().min(1).max(2000);
const cursor = z.string().max(200).optional();
const limit = z.coerce.number().int().min(1).max(200).default(50);

export const inspectionSummary = z.object({
  id,
  kind: inspectionKind,
  state: inspectionState,
  purpose: z.string(),
  inspectingUnit: unitRef,
  inspectedUnit: unitRef,
  plannedOn: date,
  beganOn: date.nullable(),
  leader: person,
  items: z.object({ total: z.int(), checked: z.int(), notMet: z.int() }),
  findings: z.object({ total: z.int(), open: z.int(), overdue: z.int() }),
  version,
});

export const inspectionItem = z.object({
  id,
  dutyId: id.nullable(),
  dutyCode: z.string().nullable(),
  question: z.string(),
  result: itemResult,
  note: z.string().nullable(),
  version,
});

export const finding = z.object({
  id,
  inspectionId: id,
  itemId: id.nullable(),
  unit: unitRef,
  body: z.string(),
  severity,
  foundOn: date,
  dueOn: date,
  overdue: z.boolean(),
  state: findingState,
  answer: z.string().nullable(),
  answeredBy: person.nullable(),
  answeredAt: instant.nullable(),
  files: z.array(attachment),
  version,
  /** Operation ids the person may do with it now. */
  may: z.array(z.string()),
});

export const listInspections = defineOperation('plan.listInspections', {
  method: 'GET',
  path: '/api/plan/inspections',
  summary: 'Các cuộc kiểm tra trong phạm vi của mình, mới trước',
  query: z.object({
    state: z.enum([...inspectionState.options, 'all']).default('all'),
    kind: inspectionKind.optional(),
    /** Inspected unit. */
    unitId: id.optional(),
    from: date.optional(),
    to: date.optional(),
    cursor,
    limit,
  }),
  answer: z.object({ items: z.array(inspectionSummary), nextCursor: z.string().nullable(), count: z.int() }),
});

export const planInspection = defineOperation('plan.planInspection', {
  method: 'POST',
  path: '/api/plan/inspections',
  summary: 'Lập cuộc kiểm tra; danh mục kiểm tra lấy từ nhiệm vụ đã giao cho đơn vị',
  body: z.object({
    kind: inspectionKind,
    inspectedUnitId: id,
    purpose,
    plannedOn: date,
    leaderId: id,
    memberIds: z.array(id).max(20).default([]),
    /** Only these duties; absent: every duty given to the unit that has begun by the day of the inspection. */
    dutyIds: z.array(id).max(300).optional(),
  }),
  answer: z.object({ id, version, items: z.int() }),
});

export const getInspection = defineOperation('plan.getInspection', {
  method: 'GET',
  path: '/api/plan/inspections/{inspectionId}',
  summary: 'Một cuộc kiểm tra: danh mục, kết quả, kiến nghị',
  params: inspectionId,
  answer: z.object({
    inspection: inspectionSummary.extend({
      members: z.array(person),
      conclusion: z.string().nullable(),
      concludedAt: instant.nullable(),
      cancelReason: z.string().nullable(),
    }),
    items: z.array(inspectionItem),
    findings: z.array(finding),
    may: z.array(z.string()),
  }),
});

export const updateInspection = defineOperation('plan.updateInspection', {
  method: 'PATCH',
  path: '/api/plan/inspections/{inspectionId}',
  summary: 'Đổi ngày, nội dung, trưởng đoàn, thành viên',
  params: inspectionId,
  body: z.object({
    version,
    purpose: purpose.optional(),
    plannedOn: date.optional(),
    leaderId: id.optional(),
    memberIds: z.array(id).max(20).optional(),
  }),
  answer: z.object({ version }),
});

const moved = z.object({ state: inspectionState, version });

export const startInspection = defineOperation('plan.startInspection', {
  method: 'POST',
  path: '/api/plan/inspections/{inspectionId}/start',
  summary: 'Bắt đầu kiểm tra: đơn vị được kiểm tra thấy từ lúc này',
  params: inspectionId,
  body: z.object({ version }),
  answer: moved,
});

export const concludeInspection = defineOperation('plan.concludeInspection', {
  method: 'POST',
  path: '/api/plan/inspections/{inspectionId}/conclude',
  summary: 'Kết luận cuộc kiểm tra',
  params: inspectionId,
  body: z.object({ version, conclusion: z.string().trim().min(1).max(10_000) }),
  answer: moved,
});

export const cancelInspection = defineOperation('plan.cancelInspection', {
  method: 'POST',
  path: '/api/plan/inspections/{inspectionId}/cancel',
  summary: 'Hủy cuộc kiểm tra (nêu lý do)',
  params: inspectionId,
  body: z.object({ version, reason }),
  answer: moved,
});

export const addInspectionItem = defineOperation('plan.addInspectionItem', {
  method: 'POST',
  path: '/api/plan/inspections/{inspectionId}/items',
  summary: 'Thêm nội dung kiểm tra',
  params: inspectionId,
  body: z.object({ question, dutyId: id.optional() }),
  answer: inspectionItem,
});

export const updateInspectionItem = defineOperation('plan.updateInspectionItem', {
  method: 'PATCH',
  path: '/api/plan/inspection-items/{itemId}',
  summary: 'Sửa nội dung hoặc ghi kết quả kiểm tra',
  params: itemId,
  body: z.object({
    version,
    question: question.optional(),
    result: itemResult.optional(),
    note: note.nullable().optional(),
  }),
  answer: inspectionItem,
});

export const removeInspectionItem = defineOperation('plan.removeInspectionItem', {
  method: 'POST',
  path: '/api/plan/inspection-items/{itemId}/remove',
  summary: 'Bỏ nội dung khỏi danh mục kiểm tra',
  params: itemId,
  body: z.object({ version }),
});

export const downloadInspectionMinutes = defineOperation('plan.downloadInspectionMinutes', {
  method: 'GET',
  path: '/api/plan/inspections/{inspectionId}/minutes',
  summary: 'Biên bản kiểm tra (Word hoặc PDF)',
  params: inspectionId,
  query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
  answersFile: true,
});

export const listFindings = defineOperation('plan.listFindings', {
  method: 'GET',
  path: '/api/plan/findings',
  summary: 'Kiến nghị sau kiểm tra cần theo dõi, hạn gần trước',
  query: z.object({
    filter: z.enum(['open', 'overdue', 'resolved', 'closed', 'all']).default('open'),
    unitId: id.optional(),
    cursor,
    limit,
  }),
  answer: z.object({ items: z.array(finding), nextCursor: z.string().nullable(), count: z.int() }),
});

export const getFinding = defineOperation('plan.getFinding', {
  method: 'GET',
  path: '/api/plan/findings/{findingId}',
  summary: 'Một kiến nghị và quá trình theo dõi',
  params: findingId,
  answer: z.object({
    finding,
    history: z.array(
      z.object({
        id,
        kind: z.enum(['found', 'amended', 'answered', 'reopened', 'closed']),
        note: z.string().nullable(),
        by: person,
        at: instant,
      }),
    ),
  }),
});

export const addFinding = defineOperation('plan.addFinding', {
  method: 'POST',
  path: '/api/plan/inspections/{inspectionId}/findings',
  summary: 'Ghi tồn tại, kiến nghị và hạn khắc phục',
  params: inspectionId,
  body: z.object({ body: requiredNote, severity, dueOn: date, itemId: id.optional() }),
  answer: z.object({ id, version }),
});

export const updateFinding = defineOperation('plan.updateFinding', {
  method: 'PATCH',
  path: '/api/plan/findings/{findingId}',
  summary: 'Sửa kiến nghị hoặc hạn khắc phục',
  params: findingId,
  body: z.object({
    version,
    body: requiredNote.optional(),
    severity: severity.optional(),
    dueOn: date.optional(),
  }),
  answer: z.object({ version }),
});

const findingMoved = z.object({ state: findingState, version });

export const attachFindingFile = defineOperation('plan.attachFindingFile', {
  method: 'POST',
  path: '/api/plan/findings/{findingId}/files',
  summary: 'Đính kèm minh chứng khắc phục (tối đa 20 MB)',
  params: findingId,
  takesFile: true,
  answer: attachment,
});

export const answerFinding = defineOperation('plan.answerFinding', {
  method: 'POST',
  path: '/api/plan/findings/{findingId}/answer',
  summary: 'Đơn vị báo cáo đã khắc phục',
  params: findingId,
  body: z.object({ version, answer: requiredNote }),
  answer: findingMoved,
});

export const closeFinding = defineOperation('plan.closeFinding', {
  method: 'POST',
  path: '/api/plan/findings/{findingId}/close',
  summary: 'Công nhận đã khắc phục',
  params: findingId,
  body: z.object({ version, note: note.optional() }),
  answer: findingMoved,
});

export const reopenFinding = defineOperation('plan.reopenFinding', {
  method: 'POST',
  path: '/api/plan/findings/{findingId}/reopen',
  summary: 'Yêu cầu khắc phục tiếp',
  params: findingId,
  body: z.object({ version, note: requiredNote, dueOn: date.optional() }),
  answer: findingMoved,
});

export const inspectionOperations = [
  listInspections,
  planInspection,
  getInspection,
  updateInspection,
  startInspection,
  concludeInspection,
  cancelInspection,
  addInspectionItem,
  updateInspectionItem,
  removeInspectionItem,
  downloadInspectionMinutes,
  listFindings,
  getFinding,
  addFinding,
  updateFinding,
  attachFindingFile,
  answerFinding,
  closeFinding,
  reopenFinding,
];
