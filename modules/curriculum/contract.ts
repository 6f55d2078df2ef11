import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();
const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);
const schoolYear = z
  .string()
  .regex(/^\d{4}-\d{4}$/)
  .optional();
const ofYear = z.object({
  /** '2025-2026'; absent: the current year. */
  schoolYear,
});
const bySemester = z.object({ 1: z.number(), 2: z.number() });

export const choice = z.object({
  kind: z.enum(['elective', 'topic', 'optional', 'specialised']),
  subjectCode,
  /** Periods a year by the school's own decision; null: as the programme says. */
  periods: z.number().nullable(),
  reason: z.string().trim().max(300, 'Lí do dài nhất 300 ký tự.').nullable(),
});

const subject = z.object({
  code: subjectCode,
  name: z.string(),
  shortName: z.string(),
  englishName: z.string(),
  judged: z.enum(['score', 'comment']),
  strands: z.array(z.object({ code: z.string(), name: z.string() })),
  /** May be the subject of a chuyên class. */
  specialised: z.boolean(),
});

export const getProgramme = defineOperation('curriculum.getProgramme', {
  method: 'GET',
  path: '/api/curriculum/programme',
  summary: 'Chương trình của năm học: môn, số tiết từng khối, căn cứ',
  query: ofYear,
  answer: z.object({
    id: z.string(),
    effectiveFrom: z.string(),
    sourceNote: z.string(),
    semesterWeeks: bySemester,
    electivesToChoose: z.int(),
    topicClustersToChoose: z.int(),
    subjects: z.array(subject),
    /** Periods a year by grade ('6'-'12'). */
    lines: z.array(
      z.object({
        subjectCode,
        kind: z.enum(['compulsory', 'elective', 'topic', 'optional']),
        periodsByGrade: z.record(z.string(), z.int()),
      }),
    ),
    totals: z.array(z.object({ grade: z.int(), periods: z.int() })),
    /** Times the periods of a chuyên subject, and where that comes from. */
    specialisedFactor: z.object({ value: z.number(), source: z.string() }),
  }),
});

const classChoices = z.object({
  classId: id,
  name: z.string(),
  grade: z.int(),
  kind: z.enum(['ordinary', 'inclusive', 'specialised', 'boarding']),
  specialisedSubject: subjectCode.nullable(),
  choices: z.array(choice),
  periodsPerYear: z.number(),
  /** What is still missing or wrong. */
  problems: z.array(z.string()),
});

export const listClassChoices = defineOperation('curriculum.listClassChoices', {
  method: 'GET',
  path: '/api/curriculum/class-choices',
  summary: 'Môn lựa chọn, chuyên đề, môn tự chọn của các lớp trong trường',
  query: ofYear.extend({
    /** Absent: the school the person works in. */
    schoolId: id.optional(),
  }),
  answer: z.object({ schoolId: id, schoolName: z.string(), classes: z.array(classChoices) }),
});

export const setClassChoices = defineOperation('curriculum.setClassChoices', {
  method: 'PUT',
  path: '/api/curriculum/class-choices',
  summary: 'Đặt môn lựa chọn của một hay nhiều lớp; tất cả hoặc không lớp nào',
  body: z.object({
    classes: z
      .array(
        z.object({
          classId: id,
          /** What the person saw when the change began. */
          seen: z.array(choice).max(40),
          choices: z.array(choice).max(40),
        }),
      )
      .min(1)
      .max(100),
  }),
  answer: z.object({ classes: z.array(classChoices) }),
});

/** Every operation of the curriculum. */
export const curriculumOperations = [getProgramme, listClassChoices, setClassChoices];
