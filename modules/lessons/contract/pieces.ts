import { z } from 'zod';
import { heldKinds, planStates } from '../rules/index.ts';

/** Schemas that several parts of the contract share. */
export const id = z.uuid();
export const version = z.int().min(1);
export const day = z.iso.date('Hãy chọn ngày.');
export const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);
export const grade = z.int().min(6).max(12);
export const half = z.enum(['morning', 'afternoon']);
export const period = z.int().min(1).max(7);
export const planState = z.enum(planStates);
export const held = z.enum(heldKinds);
export const note = z
  .string()
  .trim()
  .min(3, 'Hãy ghi ít nhất 3 ký tự.')
  .max(2000, 'Dài nhất 2000 ký tự.')
  .normalize('NFC');

/** A text that may be empty. */
export function text(most: number) {
  return z.string().trim().max(most, `Dài nhất ${most} ký tự.`).normalize('NFC');
}

export const title = text(300).min(1, 'Hãy ghi tên bài.');

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

export const named = z.object({ id, name: z.string() });
export const subject = z.object({ code: subjectCode, name: z.string() });
export const tag = z.object({ code: z.string(), name: z.string(), source: z.string() });
export const week = z.object({
  number: z.int(),
  semester: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
});
