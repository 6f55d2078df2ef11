import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { releasePolicies } from '../rules/index.ts';
import { id, resultLevel, semester, subjectCode } from './pieces.ts';

const policy = z.enum(releasePolicies);
const release = z.object({
  policy,
  /** 0: the school has decided nothing; what the department set holds. */
  version: z.int().min(0),
});

export const getRelease = defineOperation('gradebook.getRelease', {
  method: 'GET',
  path: '/api/gradebook/release',
  summary: 'Trường công bố điểm cho gia đình tới mức nào',
  answer: release.extend({ may: z.array(z.string()) }),
});

export const setRelease = defineOperation('gradebook.setRelease', {
  method: 'PUT',
  path: '/api/gradebook/release',
  summary: 'Đặt mức công bố điểm cho gia đình của trường',
  body: release,
  answer: release,
});

export const getFamilyBook = defineOperation('gradebook.getFamilyBook', {
  method: 'GET',
  path: '/api/gradebook/family/{pupilId}',
  summary: 'Điểm, kết quả và chuyên cần của em hoặc của con, tới mức trường công bố',
  params: z.object({ pupilId: id }),
  answer: z.object({
    pupil: z.object({ id, name: z.string() }),
    className: z.string(),
    schoolYear: z.string(),
    policy,
    semesters: z.array(
      z.object({
        semester,
        released: z.object({ marks: z.boolean(), results: z.boolean() }),
        subjects: z.array(
          z.object({
            code: subjectCode,
            name: z.string(),
            notAssessed: z.boolean(),
            marks: z.array(z.object({ name: z.string(), text: z.string() })),
            average: z.string().nullable(),
            remark: z.string().nullable(),
          }),
        ),
        level: resultLevel.nullable(),
        conduct: resultLevel.nullable(),
        comment: z.string().nullable(),
        reasons: z.array(z.string()),
      }),
    ),
    /** Null until both semesters are locked. */
    year: z
      .object({
        averages: z.array(z.object({ name: z.string(), text: z.string() })),
        level: resultLevel.nullable(),
        conduct: resultLevel.nullable(),
        decision: z.enum(['promoted', 'retest', 'summerTraining', 'retained']).nullable(),
        honour: z.enum(['excellent', 'outstanding']).nullable(),
        retestSubjects: z.array(z.string()),
        afterSummer: z.enum(['promoted', 'retained']).nullable(),
        reasons: z.array(z.string()),
      })
      .nullable(),
    absentSessions: z.int(),
    mostAbsentSessions: z.int(),
    absences: z.array(
      z.object({
        day: z.string(),
        session: z.int(),
        /** 0: the whole session. */
        period: z.int(),
        excused: z.boolean(),
        reason: z.string().nullable(),
        /** Of what was held online; null: stayed away. */
        online: z.enum(['noConnection', 'leftEarly']).nullable(),
      }),
    ),
  }),
});

export const familyOperations = [getRelease, setRelease, getFamilyBook];
