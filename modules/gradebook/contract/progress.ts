import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { id, resultLevel, subjectCode } from './pieces.ts';

const result = z.object({
  /** Null: not known, or not released to the family yet. */
  level: resultLevel.nullable(),
  conduct: resultLevel.nullable(),
});

export const getProgress = defineOperation('gradebook.getProgress', {
  method: 'GET',
  path: '/api/gradebook/pupils/{pupilId}/progress',
  summary:
    'Tiến bộ của một học sinh qua các học kì và năm học: điểm trung bình từng môn, kết quả, số buổi nghỉ',
  params: z.object({ pupilId: id }),
  answer: z.object({
    pupil: z.object({ id, name: z.string() }),
    /** The oldest first. */
    years: z.array(
      z.object({
        schoolYear: z.string(),
        className: z.string(),
        school: z.string(),
        semester1: result,
        semester2: result,
        year: result.extend({
          decision: z.enum(['promoted', 'retest', 'summerTraining', 'retained']).nullable(),
          honour: z.enum(['excellent', 'outstanding']).nullable(),
        }),
        absentSessions: z.int(),
        excusedSessions: z.int(),
      }),
    ),
    subjects: z.array(
      z.object({
        code: subjectCode,
        name: z.string(),
        judged: z.enum(['score', 'comment']),
        /** By year as in `years`: semester I, II and the year, in tenths; comments 10 Đạt, 0 Chưa đạt; null: none. */
        values: z.array(z.array(z.int().nullable())),
      }),
    ),
  }),
});

export const progressOperations = [getProgress];
