import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  date,
  dutyKind,
  evidenceKind,
  evidenceSpec,
  id,
  instant,
  ofSchoolYear,
  responsible,
  schoolLevel,
  schoolYearName,
  stateCounts,
  version,
} from './pieces.ts';

const documentId = z.object({ documentId: id });
const dutyId = z.object({ dutyId: id });

export const documentSummary = z.object({
  id,
  title: z.string(),
  schoolYear: z.string(),
  status: z.enum(['draft', 'published', 'superseded', 'discarded']),
  revision: z.int(),
  previousId: id.nullable(),
  signedOn: date.nullable(),
  signatoryName: z.string().nullable(),
  sourceName: z.string(),
  importedAt: instant,
  publishedAt: instant.nullable(),
  dutyCount: z.int(),
  assignmentCount: z.int(),
  version,
});

export const importReport = z.object({
  paragraphs: z.int(),
  headings: z.int(),
  duties: z.int(),
  solutions: z.int(),
  calendarEntries: z.int(),
  notDuty: z.int(),
  unaccounted: z.int(),
  months: z.array(z.string()),
  units: z.array(z.string()),
  problems: z.array(z.object({ code: z.string(), message: z.string(), detail: z.string().optional() })),
  notes: z.array(z.object({ code: z.string(), message: z.string(), detail: z.string().optional() })),
});

export const paragraph = z.object({
  ordinal: z.int(),
  body: z.string(),
  kind: z.enum(['heading', 'duty', 'solution', 'calendar', 'notDuty']),
  headingLevel: z.int().nullable(),
  reason: z.string().nullable(),
});

export const duty = z.object({
  id,
  code: z.string(),
  kind: dutyKind,
  title: z.string(),
  body: z.string(),
  sectionPath: z.array(z.string()),
  level: schoolLevel,
  responsible: z.array(responsible),
  startsOn: date,
  dueOn: date,
  definitionOfDone: z.string(),
  evidenceKind,
  evidenceSpec,
  status: z.enum(['active', 'withdrawn']),
  paragraphOrdinals: z.array(z.int()),
  solutionIds: z.array(id),
  version,
});

export const listDocuments = defineOperation('plan.listDocuments', {
  method: 'GET',
  path: '/api/plan/documents',
  summary: 'Các bản kế hoạch của Sở trong một năm học, bản mới trước',
  query: ofSchoolYear,
  answer: z.object({
    documents: z.array(documentSummary),
    /** Other school years that have documents, the newest first. */
    otherYears: z.array(z.object({ schoolYear: z.string(), documents: z.int() })),
  }),
});

export const importDocument = defineOperation('plan.importDocument', {
  method: 'POST',
  path: '/api/plan/documents',
  summary: 'Nhập văn bản kế hoạch (.docx, .txt, .md) thành bản nháp',
  query: z.object({
    revisionOf: id.optional(),
    /** Absent: the one the text names, else the current one. */
    inSchoolYear: schoolYearName.optional(),
  }),
  takesFile: true,
  answer: z.object({ documentId: id, report: importReport, alreadyImported: z.boolean() }),
});

export const getDocument = defineOperation('plan.getDocument', {
  method: 'GET',
  path: '/api/plan/documents/{documentId}',
  summary: 'Một bản kế hoạch: đoạn gốc và nhiệm vụ bên cạnh',
  params: documentId,
  answer: z.object({
    document: documentSummary,
    report: importReport,
    paragraphs: z.array(paragraph),
    duties: z.array(duty),
  }),
});

export const getDocumentState = defineOperation('plan.getDocumentState', {
  method: 'GET',
  path: '/api/plan/documents/{documentId}/state',
  summary: 'Tình hình thực hiện từng nhiệm vụ trong phạm vi của mình',
  params: documentId,
  answer: z.object({
    duties: z.array(
      z.object({
        dutyId: id,
        counts: stateCounts,
        /** The person's own assignment of this duty, when there is one. */
        assignmentId: id.nullable(),
      }),
    ),
  }),
});

export const compareDocument = defineOperation('plan.compareDocument', {
  method: 'GET',
  path: '/api/plan/documents/{documentId}/comparison',
  summary: 'Khác gì so với bản trước',
  params: documentId,
  answer: z.object({
    previousId: id.nullable(),
    kept: z.int(),
    changed: z.array(
      z.object({
        code: z.string(),
        before: z.string(),
        after: z.string(),
        fields: z.array(z.string()),
        assignments: z.int(),
      }),
    ),
    added: z.array(z.object({ code: z.string(), title: z.string() })),
    removed: z.array(z.object({ code: z.string(), title: z.string(), assignments: z.int() })),
  }),
});

export const updateDocument = defineOperation('plan.updateDocument', {
  method: 'PATCH',
  path: '/api/plan/documents/{documentId}',
  summary: 'Sửa tên, ngày ký, người ký, năm học của bản nháp',
  params: documentId,
  body: z.object({
    version,
    title: z.string().trim().min(1).max(500).optional(),
    signedOn: date.nullable().optional(),
    signatoryName: z.string().trim().max(100).nullable().optional(),
    /** Another school year: deadlines move to its months. */
    schoolYear: schoolYearName.optional(),
  }),
  answer: z.object({ version }),
});

export const discardDocument = defineOperation('plan.discardDocument', {
  method: 'POST',
  path: '/api/plan/documents/{documentId}/discard',
  summary: 'Bỏ bản nháp',
  params: documentId,
  body: z.object({ version }),
});

export const updateDuty = defineOperation('plan.updateDuty', {
  method: 'PATCH',
  path: '/api/plan/duties/{dutyId}',
  summary: 'Sửa một nhiệm vụ của bản nháp: tên, đơn vị, thời hạn, minh chứng',
  params: dutyId,
  body: z.object({
    version,
    kind: dutyKind.optional(),
    title: z.string().trim().min(1).max(300).optional(),
    body: z.string().trim().min(1).max(10_000).optional(),
    level: schoolLevel.optional(),
    responsible: z.array(responsible).max(15).optional(),
    startsOn: date.optional(),
    dueOn: date.optional(),
    definitionOfDone: z.string().trim().min(1).max(2000).optional(),
    evidenceKind: evidenceKind.optional(),
    evidenceSpec: evidenceSpec.optional(),
  }),
  answer: duty,
});

export const mergeDuties = defineOperation('plan.mergeDuties', {
  method: 'POST',
  path: '/api/plan/documents/{documentId}/merge',
  summary: 'Gộp các nhiệm vụ thành một (giữ nhiệm vụ đứng đầu)',
  params: documentId,
  body: z.object({ dutyIds: z.array(id).min(2).max(20) }),
  answer: duty,
});

export const splitDuty = defineOperation('plan.splitDuty', {
  method: 'POST',
  path: '/api/plan/duties/{dutyId}/split',
  summary: 'Tách một nhiệm vụ thành nhiều nhiệm vụ',
  params: dutyId,
  body: z.object({
    version,
    parts: z
      .array(
        z.object({ title: z.string().trim().min(1).max(300), body: z.string().trim().min(1).max(10_000) }),
      )
      .min(2)
      .max(20),
  }),
  answer: z.object({ duties: z.array(duty) }),
});

export const addDuty = defineOperation('plan.addDuty', {
  method: 'POST',
  path: '/api/plan/documents/{documentId}/duties',
  summary: 'Lập nhiệm vụ từ các đoạn chưa là nhiệm vụ',
  params: documentId,
  body: z.object({
    paragraphOrdinals: z.array(z.int().min(0)).min(1).max(20),
    kind: dutyKind,
    title: z.string().trim().min(1).max(300),
  }),
  answer: duty,
});

export const removeDuty = defineOperation('plan.removeDuty', {
  method: 'POST',
  path: '/api/plan/duties/{dutyId}/remove',
  summary: 'Đánh dấu đoạn này không phải nhiệm vụ',
  params: dutyId,
  body: z.object({ version, reason: z.string().trim().min(1).max(500) }),
});

export const previewPublication = defineOperation('plan.previewPublication', {
  method: 'GET',
  path: '/api/plan/documents/{documentId}/publication',
  summary: 'Xem trước: giao bao nhiêu việc cho những đơn vị nào',
  params: documentId,
  answer: z.object({
    duties: z.int(),
    assignments: z.int(),
    byTarget: z.array(z.object({ responsible, units: z.int(), assignments: z.int() })),
    /** Duties that reach nobody, with the reason. */
    unreached: z.array(z.object({ dutyId: id, code: z.string(), title: z.string(), reason: z.string() })),
    kept: z.int(),
    withdrawn: z.int(),
  }),
});

export const publishDocument = defineOperation('plan.publishDocument', {
  method: 'POST',
  path: '/api/plan/documents/{documentId}/publish',
  summary: 'Ban hành: giao nhiệm vụ tới mọi đơn vị được nêu',
  params: documentId,
  body: z.object({ version }),
  answer: z.object({
    duties: z.int(),
    asked: z.int(),
    created: z.int(),
    kept: z.int(),
    withdrawn: z.int(),
    units: z.int(),
    milliseconds: z.int(),
  }),
});

export const documentOperations = [
  listDocuments,
  importDocument,
  getDocument,
  getDocumentState,
  compareDocument,
  updateDocument,
  discardDocument,
  updateDuty,
  mergeDuties,
  splitDuty,
  addDuty,
  removeDuty,
  previewPublication,
  publishDocument,
];
