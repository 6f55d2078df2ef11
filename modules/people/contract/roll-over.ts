import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { id, outcome, reason } from './pupil-pieces.ts';

const ofSchool = z.object({
  unitId: id.optional(),
  /** The year that ends, '2025-2026'; absent: the current one. */
  fromYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});
const year = z.object({ id, name: z.string(), startsOn: z.iso.date(), endsOn: z.iso.date() });
const className = z.string().trim().min(1).max(20);

export const previewRollOver = defineOperation('people.previewRollOver', {
  method: 'GET',
  path: '/api/people/roll-over',
  summary: 'Dự kiến lên lớp của mọi học sinh, chưa ghi gì',
  query: ofSchool,
  answer: z.object({
    unitName: z.string(),
    fromYear: year,
    /** Null: the department has not yet set it. */
    toYear: year.nullable(),
    /** Set when the school has stepped already. */
    done: z.object({ id, doneAt: z.string(), mayReverse: z.boolean() }).nullable(),
    /** First day on which it can be carried out. */
    mayExecuteFrom: z.iso.date(),
    counts: z.object({
      promoted: z.int(),
      repeated: z.int(),
      graduated: z.int(),
      left: z.int(),
      total: z.int(),
    }),
    /** Classes of the next year. */
    classes: z.array(
      z.object({ name: z.string(), grade: z.int(), size: z.int(), isNew: z.boolean(), mostPupils: z.int() }),
    ),
    steps: z.array(
      z.object({
        pupilId: id,
        fullName: z.string(),
        fromClass: z.string(),
        grade: z.int(),
        outcome,
        toClass: z.string().nullable(),
        reason: z.string().nullable(),
        chosen: z.boolean(),
      }),
    ),
    problems: z.array(
      z.object({
        blocking: z.boolean(),
        pupilId: id.nullable(),
        className: z.string().nullable(),
        message: z.string(),
      }),
    ),
    /** Pupils who take no part. */
    outside: z.object({ away: z.int(), unplaced: z.int(), openTransfers: z.int() }),
    /** Changes with the proposal; goes back with the command so that what was seen is what is done. */
    fingerprint: z.string(),
    may: z.array(z.string()),
  }),
});

export const exportRollOver = defineOperation('people.exportRollOver', {
  method: 'GET',
  path: '/api/people/roll-over.xlsx',
  summary: 'Bản dự kiến lên lớp ra Excel',
  query: ofSchool,
  answersFile: true,
});

export const chooseOutcome = defineOperation('people.chooseOutcome', {
  method: 'PUT',
  path: '/api/people/roll-over/choices/{pupilId}',
  summary: 'Quyết định riêng cho một học sinh: ở lại lớp, lớp khác, chuyển đi',
  params: z.object({ pupilId: id }),
  body: z.object({
    fromYear: ofSchool.shape.fromYear,
    /** Null: back to what is proposed. */
    outcome: outcome.nullable(),
    toClassName: className.nullable().default(null),
    reason: reason.nullable().default(null),
  }),
});

export const executeRollOver = defineOperation('people.executeRollOver', {
  method: 'POST',
  path: '/api/people/roll-over',
  summary: 'Chuyển cả trường sang năm học mới',
  body: ofSchool.extend({
    /** Typed by the person to confirm: the name of the new year. */
    toYear: z.string().trim(),
    fingerprint: z.string().max(40),
  }),
  answer: z.object({ id, pupils: z.int(), classes: z.int() }),
});

export const reverseRollOver = defineOperation('people.reverseRollOver', {
  method: 'POST',
  path: '/api/people/roll-over/{rollOverId}/reverse',
  summary: 'Hoàn tác chuyển năm học, trước khi năm học mới bắt đầu',
  params: z.object({ rollOverId: id }),
});

export const rollOverOperations = [
  previewRollOver,
  exportRollOver,
  chooseOutcome,
  executeRollOver,
  reverseRollOver,
];
