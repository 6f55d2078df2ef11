import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  cellText,
  day,
  exemptionKind,
  id,
  ofSchool,
  ofSheet,
  ofTerm,
  place,
  reason,
  semester,
  subjectCode,
  term,
  version,
} from './pieces.ts';

export const setTermWindow = defineOperation('gradebook.setTermWindow', {
  method: 'PUT',
  path: '/api/gradebook/terms/{semester}/window',
  summary: 'Đặt thời gian nhập điểm của một học kì',
  params: z.object({ semester: ofTerm.shape.semester }),
  body: ofSchool.extend({ opensOn: day, closesOn: day, version: z.int().min(0) }),
  answer: term,
});

export const lockTerm = defineOperation('gradebook.lockTerm', {
  method: 'POST',
  path: '/api/gradebook/terms/{semester}/lock',
  summary: 'Khoá điểm của một học kì',
  params: z.object({ semester: ofTerm.shape.semester }),
  body: ofSchool.extend({
    version: z.int().min(0),
    /** Given when marks are missing: why it is locked all the same. */
    note: reason.optional(),
  }),
  answer: term,
});

export const unlockTerm = defineOperation('gradebook.unlockTerm', {
  method: 'POST',
  path: '/api/gradebook/terms/{semester}/unlock',
  summary: 'Mở khoá điểm của một học kì, kèm lí do',
  params: z.object({ semester: ofTerm.shape.semester }),
  body: ofSchool.extend({ version: z.int().min(0), note: reason }),
  answer: term,
});

export const remindTeachers = defineOperation('gradebook.remindTeachers', {
  method: 'POST',
  path: '/api/gradebook/terms/{semester}/remind',
  summary: 'Nhắc giáo viên còn thiếu điểm',
  params: z.object({ semester: ofTerm.shape.semester }),
  body: ofSchool,
  answer: z.object({
    /** Teachers told, and sheets that are short without anybody to tell. */
    told: z.int(),
    unreached: z.int(),
  }),
});

const correction = z.object({
  id,
  className: z.string(),
  classId: id,
  subjectCode,
  subjectName: z.string(),
  semester,
  place,
  placeName: z.string(),
  pupilName: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  state: z.enum(['asked', 'approved', 'refused']),
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  decisionNote: z.string().nullable(),
  version,
});

export const listCorrections = defineOperation('gradebook.listCorrections', {
  method: 'GET',
  path: '/api/gradebook/corrections',
  summary: 'Đề nghị sửa điểm sau khi khoá',
  query: z.object({ state: z.enum(['asked', 'approved', 'refused']).optional() }),
  answer: z.object({ items: z.array(correction), may: z.array(z.string()) }),
});

export const askCorrection = defineOperation('gradebook.askCorrection', {
  method: 'POST',
  path: '/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/corrections',
  summary: 'Đề nghị hiệu trưởng cho sửa một ô điểm đã khoá',
  params: ofSheet,
  body: z.object({ pupilId: id, place, was: cellText, value: cellText, reason }),
  answer: z.object({ id }),
});

export const decideCorrection = defineOperation('gradebook.decideCorrection', {
  method: 'POST',
  path: '/api/gradebook/corrections/{correctionId}/decide',
  summary: 'Duyệt hoặc từ chối đề nghị sửa điểm',
  params: z.object({ correctionId: id }),
  body: z.object({ approve: z.boolean(), note: reason.optional(), version }),
  answer: z.object({ state: z.enum(['approved', 'refused']) }),
});

export const keepExemption = defineOperation('gradebook.keepExemption', {
  method: 'PUT',
  path: '/api/gradebook/exemptions/{pupilId}/{subjectCode}',
  summary:
    'Quyết định miễn, giảm hoặc đánh giá theo kế hoạch cá nhân cho một học sinh ở một môn; bỏ quyết định',
  params: z.object({ pupilId: id, subjectCode }),
  body: ofSchool.extend({
    /** null: taken back. */
    kind: exemptionKind.nullable(),
    basis: z
      .string()
      .trim()
      .min(3, 'Hãy ghi căn cứ: đơn, hồ sơ bệnh án, kế hoạch giáo dục cá nhân.')
      .max(500)
      .normalize('NFC'),
  }),
  answer: z.object({ kind: exemptionKind.nullable() }),
});

const phrase = z.object({ id, subjectCode: subjectCode.nullable(), text: z.string() });

export const listPhrases = defineOperation('gradebook.listPhrases', {
  method: 'GET',
  path: '/api/gradebook/phrases',
  summary: 'Ngân hàng câu nhận xét của trường',
  query: z.object({
    /** Absent: for conduct. */
    subjectCode: subjectCode.optional(),
  }),
  answer: z.object({ items: z.array(phrase) }),
});

export const addPhrase = defineOperation('gradebook.addPhrase', {
  method: 'POST',
  path: '/api/gradebook/phrases',
  summary: 'Thêm câu vào ngân hàng nhận xét',
  body: z.object({
    subjectCode: subjectCode.nullable(),
    text: z.string().trim().min(3, 'Hãy ghi câu nhận xét.').max(500, 'Dài nhất 500 ký tự.').normalize('NFC'),
  }),
  answer: phrase,
});

export const removePhrase = defineOperation('gradebook.removePhrase', {
  method: 'DELETE',
  path: '/api/gradebook/phrases/{phraseId}',
  summary: 'Bỏ một câu khỏi ngân hàng nhận xét',
  params: z.object({ phraseId: id }),
});

export const decisionOperations = [
  setTermWindow,
  lockTerm,
  unlockTerm,
  remindTeachers,
  listCorrections,
  askCorrection,
  decideCorrection,
  keepExemption,
  listPhrases,
  addPhrase,
  removePhrase,
];
