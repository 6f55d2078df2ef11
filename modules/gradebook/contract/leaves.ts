import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, id, semester as session } from './pieces.ts';

const ofLeave = z.object({ leaveId: id });

export const listLeaves = defineOperation('gradebook.listLeaves', {
  method: 'GET',
  path: '/api/gradebook/leaves',
  summary: 'Đơn xin nghỉ học: của các con, hoặc của lớp chủ nhiệm',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        pupil: z.string(),
        className: z.string().nullable(),
        days: z.array(z.string()),
        sessions: z.array(z.int()),
        reason: z.string(),
        state: z.enum(['asked', 'accepted', 'refused', 'withdrawn']),
        askedAt: z.string(),
        decisionNote: z.string().nullable(),
        may: z.array(z.string()),
      }),
    ),
  }),
});

export const askLeave = defineOperation('gradebook.askLeave', {
  method: 'POST',
  path: '/api/gradebook/leaves',
  summary: 'Xin cho con nghỉ học',
  body: z.object({
    pupilId: id,
    from: day,
    to: day,
    sessions: z.array(session).min(1, 'Hãy chọn buổi nghỉ.').max(2),
    reason: z
      .string()
      .trim()
      .min(3, 'Hãy ghi lí do, ít nhất 3 ký tự.')
      .max(300, 'Lí do dài nhất 300 ký tự.')
      .normalize('NFC'),
  }),
  answer: z.object({ id }),
});

export const decideLeave = defineOperation('gradebook.decideLeave', {
  method: 'POST',
  path: '/api/gradebook/leaves/{leaveId}/decision',
  summary: 'Đồng ý hoặc từ chối đơn xin nghỉ',
  params: ofLeave,
  body: z.object({
    accept: z.boolean(),
    note: z.string().trim().min(1).max(300, 'Dài nhất 300 ký tự.').normalize('NFC').nullable(),
  }),
  answer: z.object({ state: z.enum(['accepted', 'refused']) }),
});

export const withdrawLeave = defineOperation('gradebook.withdrawLeave', {
  method: 'POST',
  path: '/api/gradebook/leaves/{leaveId}/withdraw',
  summary: 'Rút đơn xin nghỉ chưa được trả lời',
  params: ofLeave,
});

export const leaveOperations = [listLeaves, askLeave, decideLeave, withdrawLeave];
