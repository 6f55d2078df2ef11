import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, half, held, id, period, text, title, version } from './pieces.ts';

const groupId = z.object({ groupId: id });
const head = z.object({
  id,
  name: z.string(),
  subjectName: z.string().nullable(),
  teacherName: z.string().nullable(),
  periodsPerWeek: z.int(),
  pupils: z.int(),
  /** Lessons held, and the share of pupils who were there; null: none held yet. */
  lessons: z.int(),
  present: z.number().nullable(),
  lastDay: z.string().nullable(),
});

const entry = z.object({
  id,
  day: z.string(),
  half,
  period: z.int(),
  title: z.string(),
  /** Of a group of an elective block: number of the period in the programme. */
  programmePeriod: z.int().nullable(),
  held,
  remark: z.string(),
  homework: z.string(),
  staffName: z.string(),
  lateReason: z.string().nullable(),
  absent: z.array(z.object({ pupilId: id, excused: z.boolean() })),
  version,
});

export const listGroupLogs = defineOperation('lessons.listGroupLogs', {
  method: 'GET',
  path: '/api/lessons/groups',
  summary:
    'Sổ theo dõi các nhóm buổi 2, nhóm môn lựa chọn: số tiết đã dạy, chuyên cần; giáo viên xem nhóm mình dạy',
  answer: z.object({ groups: z.array(head) }),
});

export const getGroupLog = defineOperation('lessons.getGroupLog', {
  method: 'GET',
  path: '/api/lessons/groups/{groupId}',
  summary: 'Sổ của một nhóm: các tiết, học sinh vắng, chuyên cần từng em',
  params: groupId,
  answer: head.extend({
    today: z.string(),
    lateDays: z.int(),
    roster: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        className: z.string().nullable(),
        absent: z.int(),
        excused: z.int(),
      }),
    ),
    /** Newest first. */
    entries: z.array(entry),
    /** Periods of the timetable of the last two weeks that are not written yet, the newest first, and which of the programme each would be. */
    due: z.array(z.object({ day: z.string(), half, period: z.int(), nextPeriod: z.int().nullable() })),
    /** A period of today for what the timetable has not: the first that is not written; null: all of the school's day are. */
    free: z.object({ half, period: z.int() }).nullable(),
    /** Of a group of an elective block: it is of the programme, which has these lessons; the number of the period that comes next. */
    inBlock: z.boolean(),
    programme: z.array(z.object({ id, title: z.string(), periods: z.int(), week: z.int() })),
    nextPeriod: z.int().nullable(),
    may: z.array(z.string()),
  }),
});

export const saveGroupEntry = defineOperation('lessons.saveGroupEntry', {
  method: 'PUT',
  path: '/api/lessons/groups/{groupId}/entries',
  summary: 'Ghi một tiết của nhóm và học sinh vắng',
  params: groupId,
  body: z
    .object({
      day,
      half,
      period,
      title,
      programmeLessonId: id.nullable(),
      programmePeriod: z.int().min(1).max(1000).nullable(),
      held,
      remark: text(1000),
      homework: text(1000),
      absent: z.array(z.object({ pupilId: id, excused: z.boolean() })).max(100),
      lateReason: text(500).min(3, 'Hãy ghi lí do, ít nhất 3 ký tự.').nullable(),
      /** Version seen; 0: none was there. */
      was: z.int().min(0),
    })
    .refine((line) => line.held !== 'notTaught' || line.remark !== '', {
      path: ['remark'],
      message: 'Hãy ghi vì sao tiết này không dạy.',
    }),
  answer: z.object({ id, version }),
});

export const removeGroupEntry = defineOperation('lessons.removeGroupEntry', {
  method: 'DELETE',
  path: '/api/lessons/groups/{groupId}/entries/{entryId}',
  summary: 'Xoá một tiết ghi nhầm của nhóm',
  params: groupId.extend({ entryId: id }),
});

export const downloadGroupLog = defineOperation('lessons.downloadGroupLog', {
  method: 'GET',
  path: '/api/lessons/groups/{groupId}/workbook',
  summary: 'Sổ của một nhóm và chuyên cần ra Excel',
  params: groupId,
  answersFile: true,
});

export type GroupEntryInput = z.output<typeof saveGroupEntry.body>;

export const groupOperations = [
  listGroupLogs,
  getGroupLog,
  saveGroupEntry,
  removeGroupEntry,
  downloadGroupLog,
];
