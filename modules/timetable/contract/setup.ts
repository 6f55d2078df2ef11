import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  finding,
  frame,
  goals,
  gradeSession,
  ground,
  id,
  ofSchool,
  semester,
  semesterInQuery,
  slotWish,
  subjectRule,
  version,
  weekEvent,
} from './pieces.ts';

export const getSetup = defineOperation('timetable.getSetup', {
  method: 'GET',
  path: '/api/timetable/setup',
  summary:
    'Thiết lập thời khoá biểu của một trường: tiết học, buổi học, giờ đóng, hoạt động cố định, mong muốn',
  query: ofSchool.extend({ semester: semesterInQuery.optional() }),
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    semester,
    ground,
    goals,
    teams: z.array(z.object({ id, name: z.string() })),
    /** 0: the school has set nothing yet; what is shown comes from the education plan and the defaults. */
    version: z.int().min(0),
    mayEdit: z.boolean(),
    lessons: z.int(),
    findings: z.array(finding),
    /** Half days to make longer, and all half days after it, when grades have too few periods; null: none have, or none can be longer. */
    roomier: z
      .object({
        sessions: z.array(gradeSession),
        longer: z.array(gradeSession.extend({ more: z.int() })),
      })
      .nullable(),
  }),
});

export const saveSetup = defineOperation('timetable.saveSetup', {
  method: 'PUT',
  path: '/api/timetable/setup',
  summary: 'Lưu thiết lập thời khoá biểu: những phần được gửi',
  body: ofSchool.extend({
    version: z.int().min(0),
    frame: frame.optional(),
    /** Those left out stay as they are. */
    goals: goals.partial().optional(),
    subjectRules: z.array(subjectRule).max(40).optional(),
    wishes: z.array(slotWish).max(5000).optional(),
    events: z.array(weekEvent).max(60).optional(),
  }),
  answer: z.object({ version }),
  bodyLimit: 2 * 1024 * 1024,
});

/** Every operation of this part. */
export const setupOperations = [getSetup, saveSetup];
