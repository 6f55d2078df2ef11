import { z } from 'zod';
import { circumstanceKinds, pupilStatuses, recordedMoves, relations } from '../rules/pupil.ts';
import { outcomes } from '../rules/roll-over.ts';

/** Schemas that the operations on pupils share. */
export const id = z.uuid();
export const day = z.iso.date();
export const version = z.int().min(1);
export const sex = z.enum(['female', 'male']);
export const pupilStatus = z.enum(pupilStatuses);
export const relation = z.enum(relations);
export const circumstanceKind = z.enum(circumstanceKinds);
export const recordedMove = z.enum(recordedMoves);
export const outcome = z.enum(outcomes);

export const reason = z.string().trim().min(1, 'Hãy ghi lý do.').max(500, 'Lý do dài nhất 500 ký tự.');

export const personName = z
  .string()
  .trim()
  .normalize('NFC')
  .min(2, 'Hãy nhập họ và tên.')
  .max(100, 'Họ và tên dài nhất 100 ký tự.')
  .regex(/^[\p{L}\p{M}' .-]+$/u, 'Họ và tên chỉ gồm chữ cái.')
  .transform((name) => name.replaceAll(/\s+/g, ' '));

export const phone = z
  .string()
  .trim()
  .regex(/^0\d{9}$/, 'Số điện thoại gồm 10 chữ số, bắt đầu bằng 0.');

/** Which school and year a list is about; absent: the own school, the current year. */
export const ofSchoolAndYear = z.object({ unitId: id.optional(), schoolYearId: id.optional() });
