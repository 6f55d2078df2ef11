import { z } from 'zod';
import { assessmentForms } from '../rules/assessments.ts';
import { places } from '../rules/cell.ts';

/** Schemas that several parts of the contract share. */
export const id = z.uuid();
export const version = z.int().min(1);
export const day = z.iso.date('Hãy chọn ngày.');
export const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);
export const strand = z.string().regex(/^[a-zA-Z]{0,20}$/);
export const semester = z.union([z.literal(1), z.literal(2)]);
export const place = z.enum(places);
export const resultLevel = z.enum(['excellent', 'good', 'pass', 'fail']);
export const commentResult = z.enum(['pass', 'fail']);
export const exemptionKind = z.enum(['exempt', 'practice', 'reduced', 'iep']);
export const form = z.enum(assessmentForms);
export const reason = z
  .string()
  .trim()
  .min(3, 'Hãy ghi lí do, ít nhất 3 ký tự.')
  .max(500, 'Lí do dài nhất 500 ký tự.')
  .normalize('NFC');

/** A cell as text: '7,5', 'Đ', 'CĐ', 'V', ''; a remark of the semester up to 1000 characters. */
export const cellText = z.string().max(1000, 'Dài nhất 1000 ký tự.').normalize('NFC');
/** Place of a cell in the row of a pupil; `comment`: the teacher's remark on the semester. */
export const cellPlace = z.union([place, z.literal('comment')]);

export const ofSheet = z.object({
  classId: id,
  subjectCode,
  semester: z.coerce.number().pipe(semester),
});
export const ofYear = z.object({
  /** '2025-2026'; absent: the current year. */
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});
export const ofSchool = ofYear.extend({
  /** Absent: the school the person works in. */
  schoolId: id.optional(),
});
export const ofTerm = ofSchool.extend({ semester: z.coerce.number().pipe(semester) });

export const term = z.object({
  opensOn: z.string(),
  closesOn: z.string(),
  lockedAt: z.string().nullable(),
  note: z.string().nullable(),
  /** 0: the school has set nothing; the window is that of the settings. */
  version: z.int().min(0),
});
