import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { helpForms } from '../rules/early-warning.ts';
import { day, id, semester, subjectCode } from './pieces.ts';

const form = z.enum(helpForms);

export const getWarnings = defineOperation('gradebook.getWarnings', {
  method: 'GET',
  path: '/api/gradebook/warnings',
  summary: 'Học sinh cần quan tâm sớm: dưới mức đạt, điểm giảm, nghỉ nhiều; việc đã giúp; nhu cầu phụ đạo',
  query: z.object({ semester: z.coerce.number().pipe(semester) }),
  answer: z.object({
    pupils: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        classId: id,
        className: z.string(),
        warnings: z.array(
          z.object({
            kind: z.enum(['below', 'falling', 'absent']),
            subjectCode: subjectCode.nullable(),
            subjectName: z.string().nullable(),
            /** A mark with one decimal ('4,8') or sessions ('32'); null: a comment Chưa đạt. */
            value: z.string().nullable(),
            before: z.string().nullable(),
          }),
        ),
        help: z.array(
          z.object({
            id,
            subjectName: z.string().nullable(),
            form,
            note: z.string(),
            givenOn: z.string(),
            givenBy: z.string().nullable(),
          }),
        ),
        /** Remedial groups the pupil sits in. */
        groups: z.array(z.object({ name: z.string(), confirmed: z.boolean() })),
      }),
    ),
    needs: z.array(z.object({ grade: z.int(), subjectCode, subjectName: z.string(), pupils: z.int() })),
  }),
  atMost: 4,
});

export const recordHelp = defineOperation('gradebook.recordHelp', {
  method: 'POST',
  path: '/api/gradebook/help',
  summary: 'Ghi việc đã giúp một học sinh',
  body: z.object({
    pupilId: id,
    subjectCode: subjectCode.nullable(),
    form,
    note: z
      .string()
      .trim()
      .min(3, 'Hãy ghi đã làm gì, ít nhất 3 ký tự.')
      .max(500, 'Dài nhất 500 ký tự.')
      .normalize('NFC'),
    givenOn: day,
  }),
  answer: z.object({ id }),
});

export const warningOperations = [getWarnings, recordHelp];
