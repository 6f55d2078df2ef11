import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { caseKinds } from '../rules/council.ts';
import { day, id, ofSchool, resultLevel, subjectCode, term } from './pieces.ts';

/** 1 and 2 the semesters, 0 the year. */
const ofPeriod = ofSchool.extend({
  period: z.coerce.number().pipe(z.union([z.literal(0), z.literal(1), z.literal(2)])),
});
const counts = z.array(z.int());

export const getCouncil = defineOperation('gradebook.getCouncil', {
  method: 'GET',
  path: '/api/gradebook/council',
  summary: 'Hội đồng xét: tiến độ nhập điểm, kết quả từng lớp và những học sinh phải xem xét, kèm lí do',
  query: ofPeriod,
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    period: z.int(),
    /** Of the semester, or of semester 2 for the year. */
    term,
    classes: z.array(
      z.object({
        classId: id,
        className: z.string(),
        grade: z.int(),
        pupils: z.int(),
        wanted: z.int(),
        filled: z.int(),
        short: z.array(
          z.object({
            subjectCode,
            subjectName: z.string(),
            teachers: z.array(z.string()),
            missing: z.int(),
          }),
        ),
        /** Tốt, Khá, Đạt, Chưa đạt. */
        academic: counts,
        conduct: counts,
        /** Giỏi, Xuất sắc. */
        honours: counts,
        /** promoted, retest, summerTraining, retained. */
        decisions: counts,
        cases: z.array(
          z.object({
            pupilId: id,
            name: z.string(),
            kinds: z.array(z.enum(caseKinds)),
            level: resultLevel.nullable(),
            conduct: resultLevel.nullable(),
            absentSessions: z.int(),
            reasons: z.array(z.string()),
          }),
        ),
      }),
    ),
    may: z.array(z.string()),
  }),
  atMost: 4,
});

const person = z.string().trim().min(1, 'Hãy ghi họ tên.').max(100).normalize('NFC');

export const downloadCouncilMinutes = defineOperation('gradebook.downloadCouncilMinutes', {
  method: 'GET',
  path: '/api/gradebook/council/minutes',
  summary: 'Tải biên bản họp hội đồng xét kết quả (Word)',
  query: ofPeriod.extend({ heldOn: day, chair: person, secretary: person }),
  answersFile: true,
  atMost: 2,
});

export const councilOperations = [getCouncil, downloadCouncilMinutes];
