import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, half, id, ofYear, period, subjectCode, text, title, version } from './pieces.ts';

const ofObservation = z.object({ observationId: id });

const written = z.object({
  classId: id,
  day,
  half,
  period,
  staffId: id,
  subjectCode: subjectCode.nullable(),
  title,
  /** What was seen. */
  notes: text(8000),
  /** What to try. */
  advice: text(4000),
  /** Sent to the teacher observed; a note once sent stays sent. */
  shared: z.boolean(),
});

const observation = written.extend({
  id,
  title: z.string(),
  className: z.string(),
  staffName: z.string(),
  subjectName: z.string(),
  observer: z.string().nullable(),
  /** The person asking wrote it. */
  mine: z.boolean(),
  sharedAt: z.string().nullable(),
  version,
});

export const listObservations = defineOperation('lessons.listObservations', {
  method: 'GET',
  path: '/api/lessons/observations',
  summary: 'Phiếu dự giờ tôi ghi, và phiếu đồng nghiệp gửi cho tôi',
  query: ofYear,
  answer: z.object({
    items: z.array(observation),
    /** Lessons of this week, to choose the one observed. */
    lessons: z.array(
      z.object({
        classId: id,
        className: z.string(),
        day,
        half,
        period,
        staffId: id,
        staffName: z.string(),
        subjectCode: subjectCode.nullable(),
        subjectName: z.string(),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const saveObservation = defineOperation('lessons.saveObservation', {
  method: 'PUT',
  path: '/api/lessons/observations/{observationId}',
  summary: 'Ghi phiếu dự giờ; mã do máy của người ghi đặt',
  params: ofObservation,
  /** `was`: the version seen, 0 for a new one. */
  body: written.extend({ was: z.int().min(0) }),
  answer: z.object({ id, version }),
});

export const removeObservation = defineOperation('lessons.removeObservation', {
  method: 'DELETE',
  path: '/api/lessons/observations/{observationId}',
  summary: 'Xoá phiếu dự giờ chưa gửi',
  params: ofObservation,
});

export type ObservationInput = z.output<typeof saveObservation.body>;

export const observationOperations = [listObservations, saveObservation, removeObservation];
