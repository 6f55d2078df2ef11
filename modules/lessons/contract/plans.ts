import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  grade,
  id,
  named,
  note,
  ofYear,
  planState,
  subjectCode,
  tag,
  text,
  title,
  version,
} from './pieces.ts';

const ofPlan = z.object({ planId: id });
const code = z.string().regex(/^[a-zA-Z]{2,30}$/);
const codes = z.array(code).max(20);

const activity = z.object({
  objective: text(4000),
  content: text(8000),
  product: text(4000),
  organisation: text(8000),
});

const head = z.object({
  id,
  title: z.string(),
  subjectCode,
  subjectName: z.string(),
  grade,
  periods: z.int(),
  week: z.int().nullable(),
  state: planState,
  shared: z.boolean(),
  staffName: z.string(),
  topics: z.array(z.string()),
  methods: z.array(z.string()),
  materials: z.int(),
  changedAt: z.string(),
  proposedAt: z.string().nullable(),
  version,
});

const material = z.object({
  id,
  /** document: the plan itself as a file. */
  kind: z.enum(['document', 'file', 'link']),
  title: z.string(),
  link: z.string().nullable(),
  bytes: z.int().nullable(),
});

/** What the author writes. */
const written = z.object({
  title,
  periods: z.int().min(1, 'Từ 1 đến 100 tiết.').max(100, 'Từ 1 đến 100 tiết.'),
  week: z.int().min(1).max(35).nullable(),
  knowledge: text(4000),
  competence: text(4000),
  qualities: text(4000),
  equipment: text(4000),
  activities: z.array(activity).length(4),
  methods: codes,
  topics: codes,
});

const whole = head.extend({
  ...written.shape,
  title: z.string(),
  mine: z.boolean(),
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  requirement: z.string().nullable(),
  copiedFrom: z.string().nullable(),
  materialList: z.array(material),
  /** Steps the person may take now. */
  may: z.array(z.enum(['save', 'propose', 'reopen', 'decide', 'remove', 'share'])),
});

export const listPlans = defineOperation('lessons.listPlans', {
  method: 'GET',
  path: '/api/lessons/plans',
  summary: 'Các bài tôi dạy theo phân phối chương trình, bài nào đã soạn, đã duyệt',
  query: ofYear,
  answer: z.object({
    schoolYear: z.string(),
    /** The week of today. */
    week: z.int().nullable(),
    /** Lessons of the programme in the subjects and grades assigned. */
    lessons: z.array(
      z.object({
        lessonId: id,
        title: z.string(),
        subjectCode,
        subjectName: z.string(),
        grade,
        periods: z.int(),
        week: z.int(),
        plan: head.nullable(),
      }),
    ),
    /** Own plans for no lesson of the programme. */
    others: z.array(head),
    /** Subjects and grades assigned, for a plan of its own. */
    taught: z.array(z.object({ subjectCode, subjectName: z.string(), grade })),
    may: z.array(z.string()),
  }),
});

export const getPlan = defineOperation('lessons.getPlan', {
  method: 'GET',
  path: '/api/lessons/plans/{planId}',
  summary: 'Một kế hoạch bài dạy, danh mục thẻ và các bước làm được',
  params: ofPlan,
  answer: z.object({ plan: whole, topics: z.array(tag), methods: z.array(tag) }),
});

export const createPlan = defineOperation('lessons.createPlan', {
  method: 'POST',
  path: '/api/lessons/plans',
  summary: 'Soạn một bài: từ phân phối chương trình, từ bài đã có, hoặc bài riêng',
  body: z.union([
    z.object({
      /** Lesson of the programme: subject, grade, title, periods and requirement come from it. */
      lessonId: id,
      /** A plan to copy the contents of: own, or shared by a colleague of the team. */
      copyOf: id.optional(),
    }),
    z.object({ subjectCode, grade, title, periods: z.int().min(1).max(100), copyOf: id.optional() }),
  ]),
  answer: z.object({ id }),
});

export const savePlan = defineOperation('lessons.savePlan', {
  method: 'PUT',
  path: '/api/lessons/plans/{planId}',
  summary: 'Lưu nội dung kế hoạch bài dạy',
  params: ofPlan,
  body: written.extend({ version }),
  answer: z.object({ version }),
});

export const sharePlan = defineOperation('lessons.sharePlan', {
  method: 'POST',
  path: '/api/lessons/plans/{planId}/share',
  summary: 'Chia sẻ bài với tổ, hoặc thôi chia sẻ',
  params: ofPlan,
  body: z.object({ shared: z.boolean(), version }),
  answer: z.object({ version }),
});

export const proposePlan = defineOperation('lessons.proposePlan', {
  method: 'POST',
  path: '/api/lessons/plans/{planId}/propose',
  summary: 'Trình tổ trưởng duyệt bài',
  params: ofPlan,
  body: z.object({ version }),
  answer: z.object({ version }),
});

export const reopenPlan = defineOperation('lessons.reopenPlan', {
  method: 'POST',
  path: '/api/lessons/plans/{planId}/reopen',
  summary: 'Rút bài đã trình, hoặc mở lại bài đã duyệt để sửa',
  params: ofPlan,
  body: z.object({ version }),
  answer: z.object({ version }),
});

export const removePlan = defineOperation('lessons.removePlan', {
  method: 'DELETE',
  path: '/api/lessons/plans/{planId}',
  summary: 'Xoá bài đang soạn',
  params: ofPlan,
});

export const listQueue = defineOperation('lessons.listQueue', {
  method: 'GET',
  path: '/api/lessons/queue',
  summary: 'Bài chờ duyệt của tổ hoặc của trường, và bài đã duyệt',
  query: ofYear.extend({ state: planState.optional() }),
  answer: z.object({ items: z.array(head.extend({ mine: z.boolean() })), may: z.array(z.string()) }),
});

export const decidePlans = defineOperation('lessons.decidePlans', {
  method: 'POST',
  path: '/api/lessons/queue/decide',
  summary: 'Duyệt hoặc trả lại các bài đã trình',
  body: z.object({
    items: z.array(z.object({ id, version })).min(1).max(200),
    decision: z.enum(['approve', 'return']),
    note: note.optional(),
  }),
  answer: z.object({ decided: z.int() }),
});

export const listCopies = defineOperation('lessons.listCopies', {
  method: 'GET',
  path: '/api/lessons/copies',
  summary: 'Bài có thể lấy lại: của tôi năm trước, của đồng nghiệp chia sẻ',
  query: z.object({ subjectCode, grade: z.coerce.number().pipe(grade) }),
  answer: z.object({ items: z.array(head.extend({ mine: z.boolean(), schoolYear: z.string() })) }),
});

export const downloadPlan = defineOperation('lessons.downloadPlan', {
  method: 'GET',
  path: '/api/lessons/plans/{planId}/file',
  summary: 'Tải kế hoạch bài dạy theo Phụ lục 4 (Word, PDF)',
  params: ofPlan,
  query: z.object({ kind: z.enum(['docx', 'pdf']) }),
  answersFile: true,
});

export const addFile = defineOperation('lessons.addFile', {
  method: 'POST',
  path: '/api/lessons/plans/{planId}/files',
  summary: 'Gửi tệp: bài soạn bằng Word, hoặc học liệu số',
  params: ofPlan,
  query: z.object({ kind: z.enum(['document', 'file']) }),
  takesFile: true,
  answer: material,
});

export const addLink = defineOperation('lessons.addLink', {
  method: 'POST',
  path: '/api/lessons/plans/{planId}/links',
  summary: 'Thêm liên kết tới học liệu số',
  params: ofPlan,
  body: z.object({
    title: text(200).min(1, 'Hãy ghi tên học liệu.'),
    link: z
      .string()
      .trim()
      .max(1000)
      .regex(/^https?:\/\/\S+$/, 'Địa chỉ bắt đầu bằng http:// hoặc https://.'),
  }),
  answer: material,
});

export const removeMaterial = defineOperation('lessons.removeMaterial', {
  method: 'DELETE',
  path: '/api/lessons/materials/{materialId}',
  summary: 'Bỏ một tệp hoặc liên kết của bài',
  params: z.object({ materialId: id }),
});

export const downloadMaterial = defineOperation('lessons.downloadMaterial', {
  method: 'GET',
  path: '/api/lessons/materials/{materialId}',
  summary: 'Tải một tệp của bài',
  params: z.object({ materialId: id }),
  answersFile: true,
});

export const getFigures = defineOperation('lessons.getFigures', {
  method: 'GET',
  path: '/api/lessons/figures',
  summary: 'Bài đã soạn, đã duyệt và nội dung tích hợp trong phạm vi của tôi, theo tổ, trường hoặc xã',
  query: ofYear,
  answer: z.object({
    schoolYear: z.string(),
    topics: z.array(tag),
    methods: z.array(tag),
    groups: z.array(
      z.object({
        unit: named,
        /** Teachers with lessons assigned, and those of them who have an approved plan. */
        teachers: z.int(),
        withApproved: z.int(),
        written: z.int(),
        approved: z.int(),
        /** Approved plans with a link or file for the pupils. */
        digital: z.int(),
        /** Approved plans by tag. */
        byTag: z.record(z.string(), z.int()),
      }),
    ),
  }),
});

export const downloadFigures = defineOperation('lessons.downloadFigures', {
  method: 'GET',
  path: '/api/lessons/figures/workbook',
  summary: 'Tải thống kê bài dạy và nội dung tích hợp (Excel)',
  query: ofYear,
  answersFile: true,
});

export type PlanWritten = z.output<typeof savePlan.body>;
export type PlanSource = z.output<typeof createPlan.body>;

export const planOperations = [
  listPlans,
  getPlan,
  createPlan,
  savePlan,
  sharePlan,
  proposePlan,
  reopenPlan,
  removePlan,
  listQueue,
  decidePlans,
  listCopies,
  downloadPlan,
  addFile,
  addLink,
  removeMaterial,
  downloadMaterial,
  getFigures,
  downloadFigures,
];
