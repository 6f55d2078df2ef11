import { z } from 'zod';

/** Schemas that several parts of the contract share. */
export const id = z.uuid();
export const stepKind = z.enum(['subject', 'homeroom', 'principal', 'seal']);
export const pageState = z.enum(['collecting', 'issued', 'superseded', 'revoked']);
export const level = z.enum(['lowerSecondary', 'upperSecondary']);
export const resultLevel = z.enum(['excellent', 'good', 'pass', 'fail']);
export const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);
export const reason = z
  .string()
  .trim()
  .min(3, 'Hãy ghi lí do, ít nhất 3 ký tự.')
  .max(500, 'Lí do dài nhất 500 ký tự.')
  .normalize('NFC');
export const ofYear = z.object({
  /** '2025-2026'; absent: the current year. */
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});
export const ofPage = z.object({ pageId: id });
export const ofClass = z.object({ classId: id });

const mark = z.string().nullable();
/** A line of a subject: marks as '7.5', 'pass', 'fail'. */
export const subjectLine = z.object({
  code: subjectCode,
  name: z.string(),
  judged: z.enum(['score', 'comment']),
  semester1: mark,
  semester2: mark,
  year: mark,
  retest: mark,
  exempt: z.boolean(),
  comment: z.string().nullable(),
  teachers: z.array(z.string()),
});

/** What a page says; see rules/page-content.ts. */
export const pageContent = z.object({
  format: z.literal('hoaban.hocba/1'),
  code: z.string(),
  number: z.int(),
  previous: z.object({ number: z.int(), digest: z.string(), reason: z.string() }).nullable(),
  department: z.string(),
  school: z.object({ code: z.string(), name: z.string() }),
  schoolYear: z.string(),
  level,
  grade: z.int(),
  className: z.string(),
  homeroomTeacher: z.string(),
  pupil: z.object({
    name: z.string(),
    sex: z.enum(['female', 'male']),
    birthDate: z.string(),
    birthPlace: z.string().nullable(),
    ethnicGroup: z.string().nullable(),
    sectorCode: z.string().nullable(),
    identityNumber: z.string().nullable(),
    address: z.string().nullable(),
  }),
  guardians: z.array(z.object({ relation: z.string(), name: z.string() })),
  subjects: z.array(subjectLine),
  academic: z.object({ semester1: resultLevel, semester2: resultLevel, year: resultLevel }),
  conduct: z.object({
    semester1: resultLevel,
    semester2: resultLevel,
    year: resultLevel,
    afterSummer: resultLevel.nullable(),
  }),
  absentSessions: z.int(),
  decision: z.enum(['promoted', 'retest', 'summerTraining', 'retained']),
  retestSubjects: z.array(subjectCode),
  outcome: z.enum(['promoted', 'retained']),
  honour: z.enum(['excellent', 'outstanding']).nullable(),
  awards: z.array(z.string()),
  comment: z.string(),
  completes: level.nullable(),
});
