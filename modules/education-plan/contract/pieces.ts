import { z } from 'zod';

export const id = z.uuid();
export const day = z.iso.date();
export const moment = z.iso.datetime({ offset: true }).nullable();
export const version = z.int().min(1);
export const note = (most: number) =>
  z.string().trim().min(1, 'Hãy ghi nội dung.').max(most, `Dài nhất ${most} ký tự.`);
export const yearQuery = z.object({
  /** '2025-2026'; absent: the current year. */
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});
export const planId = z.object({ planId: id });
export const figures = z.object({
  classes: z.array(
    z.object({
      grade: z.int(),
      classes: z.int(),
      twoSessions: z.int(),
      pupils: z.int(),
      female: z.int(),
      ethnic: z.int(),
    }),
  ),
  managers: z.int(),
  teachers: z.int(),
  employees: z.int(),
  femaleStaff: z.int(),
  belowStandard: z.int(),
  classrooms: z.int(),
  subjectRooms: z.int(),
  /** By subject: periods a week, teachers wanted by the norm, teachers there are. */
  staff: z.array(
    z.object({ subjectCode: z.string(), periods: z.number(), wanted: z.number(), present: z.number() }),
  ),
});
