import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, id, ofYear, resultLevel, semester, subjectCode } from './pieces.ts';

const ofClass = z.object({ classId: id });
const period = z.object({
  /** By subject code: the average with one decimal ('7,7'), 'Đ' or 'CĐ'. */
  values: z.record(z.string(), z.string()),
  level: resultLevel.nullable(),
  conduct: resultLevel.nullable(),
  reasons: z.array(z.string()),
});

export const getClassResults = defineOperation('gradebook.getClassResults', {
  method: 'GET',
  path: '/api/gradebook/classes/{classId}/results',
  summary: 'Kết quả học tập, rèn luyện của một lớp theo học kì và cả năm, kèm lí do',
  params: ofClass,
  answer: z.object({
    class: z.object({ id, name: z.string(), grade: z.int() }),
    schoolYear: z.string(),
    subjects: z.array(
      z.object({
        code: subjectCode,
        name: z.string(),
        shortName: z.string(),
        judged: z.enum(['score', 'comment']),
      }),
    ),
    rows: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        rollNumber: z.int().nullable(),
        absentSessions: z.int(),
        conductVersion: z.int(),
        comment1: z.string().nullable(),
        comment2: z.string().nullable(),
        semester1: period,
        semester2: period,
        year: period.extend({
          decision: z.enum(['promoted', 'retest', 'summerTraining', 'retained']).nullable(),
          honour: z.enum(['excellent', 'outstanding']).nullable(),
          retestSubjects: z.array(subjectCode),
          /** What the re-tests reached, as in values. */
          retests: z.record(z.string(), z.string()),
          afterSummer: z.enum(['promoted', 'retained']).nullable(),
        }),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const saveConduct = defineOperation('gradebook.saveConduct', {
  method: 'PUT',
  path: '/api/gradebook/classes/{classId}/conduct/{semester}',
  summary: 'Ghi kết quả rèn luyện và nhận xét của giáo viên chủ nhiệm',
  params: ofClass.extend({ semester: z.coerce.number().pipe(semester) }),
  body: z.object({
    rows: z
      .array(
        z.object({
          pupilId: id,
          level: resultLevel.nullable(),
          comment: z.string().max(1000, 'Dài nhất 1000 ký tự.').normalize('NFC').nullable(),
          version: z.int().min(0),
        }),
      )
      .min(1)
      .max(100),
  }),
  answer: z.object({ saved: z.int() }),
});

export const saveSummer = defineOperation('gradebook.saveSummer', {
  method: 'PUT',
  path: '/api/gradebook/classes/{classId}/summer/{pupilId}',
  summary: 'Ghi kết quả kiểm tra lại hoặc rèn luyện trong hè của một học sinh',
  params: ofClass.extend({ pupilId: id }),
  body: z.object({
    /** Day of the re-tests; without any it is not asked. */
    heldOn: day.nullable(),
    retests: z.array(z.object({ subjectCode, value: z.string().max(20) })).max(30),
    conduct: resultLevel.nullable(),
    conductVersion: z.int().min(0),
  }),
  answer: z.object({ afterSummer: z.enum(['promoted', 'retained']).nullable() }),
});

const absence = z
  .object({
    session: z.union([z.literal(1), z.literal(2)]),
    /** 0: the whole session. */
    period: z.int().min(0).max(6),
    excused: z.boolean(),
    reason: z.string().trim().min(1).max(300, 'Lí do dài nhất 300 ký tự.').normalize('NFC').nullable(),
    /** Of what was held online: no connection, or left before the end of a period. null: stayed away. */
    online: z.enum(['noConnection', 'leftEarly']).nullable().default(null),
  })
  .refine(
    ({ online, excused, period }) =>
      online === null || (excused && (period > 0 || online === 'noConnection')),
    {
      message:
        'Mất kết nối, rời sớm khi học trực tuyến không phải nghỉ không phép; rời sớm thì ghi theo từng tiết.',
    },
  );

export const getAttendance = defineOperation('gradebook.getAttendance', {
  method: 'GET',
  path: '/api/gradebook/classes/{classId}/attendance/{day}',
  summary: 'Chuyên cần của một lớp trong ngày, và ai đã nghỉ nhiều',
  params: ofClass.extend({ day }),
  answer: z.object({
    class: z.object({ id, name: z.string(), grade: z.int() }),
    day: z.string(),
    /** More than these sessions in a year: the pupil stays down (ASM-24). */
    most: z.int(),
    /** From so many sessions pupils are named. */
    warnFrom: z.int(),
    rows: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        rollNumber: z.int().nullable(),
        absentSessions: z.int(),
        absences: z.array(absence),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const saveAttendance = defineOperation('gradebook.saveAttendance', {
  method: 'PUT',
  path: '/api/gradebook/classes/{classId}/attendance/{day}',
  summary: 'Điểm danh: ghi học sinh nghỉ buổi hoặc tiết, có phép hay không',
  params: ofClass.extend({ day }),
  body: z.object({
    pupils: z
      .array(
        z.object({
          pupilId: id,
          absences: z.array(absence).max(14),
          /** What the person saw; absent: it is not compared. */
          was: z.array(absence).max(14).optional(),
        }),
      )
      .min(1)
      .max(100),
  }),
  answer: z.object({ saved: z.int() }),
});

export const listMyClasses = defineOperation('gradebook.listMyClasses', {
  method: 'GET',
  path: '/api/gradebook/classes',
  summary: 'Các lớp mà tôi xem được kết quả hoặc điểm danh',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        grade: z.int(),
        led: z.boolean(),
        pupils: z.int(),
        results: z.boolean(),
      }),
    ),
  }),
});

export const downloadClassResults = defineOperation('gradebook.downloadClassResults', {
  method: 'GET',
  path: '/api/gradebook/classes/{classId}/results/workbook',
  summary: 'Tải bảng kết quả học tập, rèn luyện của lớp (Excel)',
  params: ofClass,
  answersFile: true,
});

const printed = z.object({ format: z.enum(['pdf', 'docx']).default('pdf') });

export const downloadClassRegister = defineOperation('gradebook.downloadClassRegister', {
  method: 'GET',
  path: '/api/gradebook/classes/{classId}/register',
  summary: 'Tải sổ theo dõi và đánh giá học sinh theo lớp học (PDF hoặc Word) để in và kí',
  params: ofClass,
  query: printed,
  answersFile: true,
  atMost: 2,
});

export const downloadTeacherRegister = defineOperation('gradebook.downloadTeacherRegister', {
  method: 'GET',
  path: '/api/gradebook/teacher-register',
  summary: 'Tải sổ theo dõi và đánh giá học sinh của giáo viên (PDF hoặc Word): các lớp tôi dạy',
  query: ofYear.extend(printed.shape),
  answersFile: true,
  atMost: 2,
});

export const resultOperations = [
  downloadClassRegister,
  downloadTeacherRegister,
  downloadClassResults,
  saveSummer,
  getClassResults,
  saveConduct,
  getAttendance,
  saveAttendance,
  listMyClasses,
];
