import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  day,
  grade,
  half,
  held,
  id,
  named,
  note,
  ofSchool,
  period,
  subject,
  subjectCode,
  text,
  title,
  version,
  week,
} from './pieces.ts';

const weekNumber = z.coerce.number().pipe(z.int().min(1).max(60));
const ofClassWeek = z.object({ classId: id, week: weekNumber });

const slot = z.object({ classId: id, day, half, period });
const reason = text(500).min(3, 'Hãy ghi lí do, ít nhất 3 ký tự.');

/** What the teacher says about a period. */
const said = z.object({
  title,
  /** Lesson and number of the period in the programme; null: outside it. */
  programmeLessonId: id.nullable(),
  programmePeriod: z.int().min(1).max(1000).nullable(),
  held,
  remark: text(1000),
  homework: text(1000),
  rating: z
    .string()
    .regex(/^([A-D]|10|[0-9])$/)
    .nullable(),
});

const entry = said.extend({
  ...slot.shape,
  id,
  title: z.string(),
  subjectCode: subjectCode.nullable(),
  strand: z.string(),
  staffId: id,
  staffName: z.string(),
  standsIn: z.boolean(),
  lateReason: z.string().nullable(),
  loggedAt: z.string(),
  version,
});

const planned = slot.extend({
  /** Of a group of an elective block: `classId` is the group, its book is written on the page of the group. */
  isGroup: z.boolean(),
  className: z.string(),
  grade,
  week: z.int(),
  subjectCode: subjectCode.nullable(),
  strand: z.string(),
  event: z.string().nullable(),
  staffIds: z.array(id),
  substituteIds: z.array(id),
  change: z.enum(['substituted', 'cancelled', 'online', 'madeUp', 'makeUp']).nullable(),
});

const absent = z.object({
  classId: id,
  day,
  half,
  /** 0: the whole half day. */
  period: z.int().min(0).max(7),
  name: z.string(),
  excused: z.boolean(),
  /** Of what was held online: no connection, or left before the end. null: stayed away. */
  online: z.enum(['noConnection', 'leftEarly']).nullable(),
});

/** A week of the log as rows: the screen lays it together by the rule `fillWeek`, also over what waits on the device. */
const weekRows = z.object({
  week,
  today: z.string(),
  planned: z.array(planned),
  entries: z.array(entry),
  /** Lessons of the programme by 'SUBJECT grade', in their order. */
  programmes: z.record(
    z.string(),
    z.array(z.object({ id, title: z.string(), periods: z.int(), week: z.int() })),
  ),
  /** Number of the last period taught before the week, by 'class subject strand'. */
  reached: z.record(z.string(), z.int()),
  absent: z.array(absent),
  staff: z.array(named),
  subjects: z.array(subject),
  ratings: z.array(z.string()),
  /** After so many days a reason is asked for. */
  lateDays: z.int(),
});

export const getMyWeek = defineOperation('lessons.getMyWeek', {
  method: 'GET',
  path: '/api/lessons/log/mine',
  summary: 'Sổ đầu bài: các tiết tôi dạy trong tuần, tiết nào chưa ghi',
  query: z.object({ week: weekNumber.optional() }),
  answer: weekRows.extend({
    weeks: z.array(week),
    myStaffId: id.nullable(),
    /** Weeks before this one with periods not yet written. */
    missing: z.array(z.object({ week: z.int(), periods: z.int() })),
    /** Classes whose week is signed by the school: closed. */
    signed: z.array(id),
    may: z.array(z.string()),
  }),
});

const signature = z.object({
  part: z.enum(['homeroom', 'principal']),
  by: z.string(),
  at: z.string(),
  missing: z.int(),
  note: z.string(),
});

export const getClassWeek = defineOperation('lessons.getClassWeek', {
  method: 'GET',
  path: '/api/lessons/log/classes/{classId}/{week}',
  summary: 'Sổ đầu bài của một lớp trong tuần, chữ ký của chủ nhiệm và ban giám hiệu',
  params: ofClassWeek,
  answer: weekRows.extend({
    class: z.object({ id, name: z.string(), grade, homeroom: z.string().nullable() }),
    weeks: z.array(week),
    signatures: z.array(signature),
    may: z.array(z.string()),
  }),
});

export const listBooks = defineOperation('lessons.listBooks', {
  method: 'GET',
  path: '/api/lessons/log/classes',
  summary: 'Sổ đầu bài của các lớp trong một tuần: đã ghi, còn thiếu, đã ký',
  query: ofSchool.extend({ week: weekNumber.optional() }),
  answer: z.object({
    school: named,
    schoolYear: z.string(),
    week,
    weeks: z.array(week),
    books: z.array(
      z.object({
        classId: id,
        className: z.string(),
        grade,
        led: z.boolean(),
        /** Periods of the week that have been held, and those of them written. */
        due: z.int(),
        logged: z.int(),
        homeroomSigned: z.boolean(),
        principalSigned: z.boolean(),
      }),
    ),
    /** Who has not written, for whoever chases. */
    missing: z.array(z.object({ staffId: id, name: z.string(), periods: z.int() })),
    may: z.array(z.string()),
  }),
});

/** The line of a period, also as a command of a device. `was`: the version seen, 0 when there was none. */
const lineInput = z
  .object({
    ...slot.shape,
    ...said.shape,
    lateReason: reason.nullable(),
    was: z.int().min(0),
  })
  .refine((line) => line.held !== 'notTaught' || line.remark !== '', {
    path: ['remark'],
    message: 'Hãy ghi vì sao tiết này không dạy.',
  });

export const saveEntry = defineOperation('lessons.saveEntry', {
  method: 'PUT',
  path: '/api/lessons/log/entries',
  summary: 'Ghi một tiết vào sổ đầu bài',
  body: lineInput,
  answer: z.object({ id, version }),
});

export const removeEntry = defineOperation('lessons.removeEntry', {
  method: 'DELETE',
  path: '/api/lessons/log/entries/{entryId}',
  summary: 'Xoá một dòng ghi nhầm trong sổ đầu bài',
  params: z.object({ entryId: id }),
});

export const signWeek = defineOperation('lessons.signWeek', {
  method: 'POST',
  path: '/api/lessons/log/classes/{classId}/{week}/sign',
  summary: 'Ký sổ đầu bài của lớp trong tuần: chủ nhiệm, rồi ban giám hiệu',
  params: ofClassWeek,
  body: z.object({ note: text(1000) }),
  answer: z.object({ part: z.enum(['homeroom', 'principal']) }),
});

export const unsignWeek = defineOperation('lessons.unsignWeek', {
  method: 'POST',
  path: '/api/lessons/log/classes/{classId}/{week}/unsign',
  summary: 'Mở lại tuần đã ký để sửa sổ đầu bài',
  params: ofClassWeek,
  body: z.object({ reason: note }),
  answer: z.object({ part: z.enum(['homeroom', 'principal']) }),
});

export const remindMissing = defineOperation('lessons.remindMissing', {
  method: 'POST',
  path: '/api/lessons/log/remind',
  summary: 'Nhắc giáo viên còn tiết chưa ghi sổ đầu bài',
  body: z.object({ week: z.int().min(1).max(60) }),
  answer: z.object({ told: z.int(), unreached: z.int() }),
});

export const downloadBook = defineOperation('lessons.downloadBook', {
  method: 'GET',
  path: '/api/lessons/log/classes/{classId}/{week}/file',
  summary: 'Tải một tuần của sổ đầu bài (PDF, Excel)',
  params: ofClassWeek,
  query: z.object({ kind: z.enum(['pdf', 'xlsx']) }),
  answersFile: true,
});

export const getProgress = defineOperation('lessons.getProgress', {
  method: 'GET',
  path: '/api/lessons/progress',
  summary: 'Tiến độ thực hiện chương trình theo lớp, môn: nhanh, chậm bao nhiêu tiết',
  query: ofSchool,
  answer: z.object({
    school: named,
    schoolYear: z.string(),
    week: z.int().nullable(),
    rows: z.array(
      z.object({
        /** The class, or a group of an elective block whose subject no class of its pupils takes itself. */
        classId: id,
        className: z.string(),
        grade,
        subjectCode,
        subjectName: z.string(),
        teachers: z.array(z.string()),
        mine: z.boolean(),
        /** Different periods of the programme taught, of all. */
        taught: z.int(),
        total: z.int(),
        /** Lines that say a period was not taught. */
        notTaught: z.int(),
        least: z.int(),
        most: z.int(),
        /** Positive: ahead; negative: behind; null: the subject has no distribution of the programme. */
        ahead: z.int().nullable(),
      }),
    ),
  }),
});

export type EntryInput = z.output<typeof lineInput>;

export const logOperations = [
  getMyWeek,
  getClassWeek,
  listBooks,
  saveEntry,
  removeEntry,
  signWeek,
  unsignWeek,
  remindMissing,
  downloadBook,
  getProgress,
];
