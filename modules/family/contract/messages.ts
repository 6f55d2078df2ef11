import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();
const ofThread = z.object({ threadId: id });
const reason = (least: number) =>
  z
    .string()
    .trim()
    .min(least, `Hãy ghi lí do, ít nhất ${least} ký tự.`)
    .max(500, 'Lí do dài nhất 500 ký tự.')
    .normalize('NFC');
const message = z.object({
  id,
  author: z.string(),
  fromFamily: z.boolean(),
  body: z.string(),
  sentAt: z.string(),
});

export const listThreads = defineOperation('family.listThreads', {
  method: 'GET',
  path: '/api/family/threads',
  summary: 'Các cuộc trao đổi của tôi với giáo viên chủ nhiệm, hoặc với gia đình học sinh lớp tôi',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        pupil: z.string(),
        className: z.string(),
        /** Who stands on the other side. */
        with: z.string().nullable(),
        unread: z.int(),
        lastAt: z.string(),
        blocked: z.boolean(),
      }),
    ),
    /** Whom the person may begin to talk with. */
    partners: z.array(
      z.object({ pupilId: id, pupil: z.string(), className: z.string(), accountId: id, name: z.string() }),
    ),
  }),
});

export const openThread = defineOperation('family.openThread', {
  method: 'POST',
  path: '/api/family/threads',
  summary: 'Mở cuộc trao đổi về một học sinh',
  body: z.object({ pupilId: id, accountId: id }),
  answer: z.object({ id }),
});

export const getThread = defineOperation('family.getThread', {
  method: 'GET',
  path: '/api/family/threads/{threadId}',
  summary: 'Các tin nhắn của một cuộc trao đổi',
  params: ofThread,
  answer: z.object({
    id,
    pupil: z.string(),
    className: z.string(),
    with: z.string().nullable(),
    /** Whether the person asking stands on the family's side. */
    family: z.boolean(),
    blockReason: z.string().nullable(),
    reported: z.boolean(),
    /** When the other side last had the thread open. */
    otherReadAt: z.string().nullable(),
    quiet: z.object({ from: z.int(), to: z.int() }),
    messages: z.array(message),
  }),
});

export const readThread = defineOperation('family.readThread', {
  method: 'POST',
  path: '/api/family/threads/{threadId}/read',
  summary: 'Đã mở đọc cuộc trao đổi',
  params: ofThread,
});

export const sendMessage = defineOperation('family.sendMessage', {
  method: 'POST',
  path: '/api/family/threads/{threadId}/messages',
  summary: 'Gửi tin nhắn',
  params: ofThread,
  body: z.object({
    body: z
      .string()
      .trim()
      .min(1, 'Hãy ghi nội dung.')
      .max(2000, 'Tin nhắn dài nhất 2.000 ký tự.')
      .normalize('NFC'),
  }),
  answer: z.object({ id, /** When the other side is told. */ toldAt: z.string() }),
});

export const reportThread = defineOperation('family.reportThread', {
  method: 'POST',
  path: '/api/family/threads/{threadId}/report',
  summary: 'Báo nhà trường xem cuộc trao đổi',
  params: ofThread,
  body: z.object({ reason: reason(3) }),
});

export const listSchoolThreads = defineOperation('family.listSchoolThreads', {
  method: 'GET',
  path: '/api/family/school-threads',
  summary: 'Các cuộc trao đổi của trường: có hay không, ai với ai; không có nội dung',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        className: z.string(),
        pupil: z.string(),
        with: z.string(),
        messages: z.int(),
        lastAt: z.string(),
        reportedAt: z.string().nullable(),
        reportReason: z.string().nullable(),
        blockedAt: z.string().nullable(),
        blockReason: z.string().nullable(),
      }),
    ),
  }),
});

export const readWithReason = defineOperation('family.readWithReason', {
  method: 'POST',
  path: '/api/family/school-threads/{threadId}/read',
  summary: 'Xem nội dung một cuộc trao đổi, có lí do, ghi vào nhật ký',
  params: ofThread,
  body: z.object({ reason: reason(10) }),
  answer: z.object({ messages: z.array(message) }),
  secret: true,
});

export const blockThread = defineOperation('family.blockThread', {
  method: 'POST',
  path: '/api/family/school-threads/{threadId}/block',
  summary: 'Dừng hoặc mở lại một cuộc trao đổi',
  params: ofThread,
  /** Null: opens it again. */
  body: z.object({ reason: reason(3).nullable() }),
});

export const messageOperations = [
  listThreads,
  openThread,
  getThread,
  readThread,
  sendMessage,
  reportThread,
  listSchoolThreads,
  readWithReason,
  blockThread,
];
