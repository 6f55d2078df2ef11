import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { finding, id, ofSchool, semester } from './pieces.ts';

export const solve = z.object({
  id,
  state: z.enum(['waiting', 'running', 'stopping', 'done', 'stopped', 'impossible', 'failed']),
  semester,
  seconds: z.int(),
  spentSeconds: z.number(),
  /** Best so far after so many seconds: cost of what must be kept, of the wishes, and by goal or rule. */
  progress: z.array(
    z.object({
      seconds: z.number(),
      hard: z.number(),
      soft: z.number(),
      unplaced: z.int(),
      parts: z.record(z.string(), z.number()),
    }),
  ),
  findings: z.array(finding),
  timetableId: id.nullable(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
});

export const startSolve = defineOperation('timetable.startSolve', {
  method: 'POST',
  path: '/api/timetable/solves',
  summary: 'Xếp thời khoá biểu tự động',
  body: ofSchool.extend({
    semester,
    seconds: z.int().min(1, 'Ít nhất 1 giây.').max(3600, 'Nhiều nhất một giờ.'),
    /** First week in which it is to hold: what was taught before is not laid again; left out: the first of the semester. */
    fromWeek: z.int().min(1).max(60).optional(),
    /** Go on from this timetable as it lies; its locked lessons stay where they are. */
    from: id.optional(),
  }),
  answer: solve,
});

const solveId = z.object({ solveId: id });

export const getSolve = defineOperation('timetable.getSolve', {
  method: 'GET',
  path: '/api/timetable/solves/{solveId}',
  summary: 'Lần xếp đang tới đâu',
  params: solveId,
  answer: solve,
});

export const stopSolve = defineOperation('timetable.stopSolve', {
  method: 'POST',
  path: '/api/timetable/solves/{solveId}/stop',
  summary: 'Dừng xếp và lấy kết quả tốt nhất đang có',
  params: solveId,
  body: z.object({}),
  answer: solve,
});

/** Every operation of this part. */
export const solveOperations = [startSolve, getSolve, stopSolve];
