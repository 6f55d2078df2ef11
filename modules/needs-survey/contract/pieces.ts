import { z } from 'zod';
import { meanings, questionTypes } from '../rules/question.ts';

/** Schemas that several parts of the contract share. */
export const id = z.uuid();
export const version = z.int().min(1);
export const instant = z.iso.datetime({ offset: true });
/** Which school and year a list is about; absent: the own reach, the current year. */
export const ofSchoolAndYear = z.object({ unitId: id.optional(), schoolYearId: id.optional() });

const words = (most: number) =>
  z.string().trim().min(1, 'Hãy nhập nội dung.').max(most, `Dài nhất ${most} ký tự.`).normalize('NFC');

export const title = z
  .string()
  .trim()
  .min(3, 'Hãy nhập tên, ít nhất 3 ký tự.')
  .max(150, 'Tên dài nhất 150 ký tự.')
  .normalize('NFC');

export const question = z.object({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  type: z.enum(questionTypes),
  title: words(200),
  help: words(300).optional(),
  required: z.boolean(),
  meaning: z.enum(meanings).optional(),
  grades: z.array(z.int().min(6).max(12)).min(1).max(7).optional(),
  options: z
    .array(z.object({ value: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), label: words(100) }))
    .max(30)
    .optional(),
  min: z.int().min(0).max(100_000).optional(),
  max: z.int().min(0).max(100_000).optional(),
});

export const questions = z
  .array(question)
  .min(1, 'Phiếu cần ít nhất một câu hỏi.')
  .max(40, 'Phiếu có nhiều nhất 40 câu hỏi.');

/** What is held against the questions by rules/check-answers.ts; here only that it is not huge. */
export const givenAnswers = z
  .record(
    z.string().max(40),
    z.union([z.string().max(2000), z.number(), z.array(z.string().max(40)).max(30)]),
  )
  .refine((answers) => Object.keys(answers).length <= 60, 'Phiếu trả lời quá dài. Hãy tải lại trang.');

export const keptAnswers = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
export const who = z.enum(['pupil', 'guardian']);
export const surveyState = z.enum(['waiting', 'open', 'closed']);
