import { z } from 'zod';
import { defineOperation } from '#platform/api';
import * as piece from './pieces.ts';

const { id } = piece;

/** What anybody may know of a page: nothing about the pupil. */
const publicPage = z.object({
  code: z.string(),
  state: z.enum(['issued', 'superseded', 'revoked']),
  school: z.string(),
  level: piece.level,
  schoolYear: z.string(),
  number: z.int(),
  newest: z.int(),
  issuedAt: z.string(),
  endedAt: z.string().nullable(),
});

export const verifyCode = defineOperation('transcript.verifyCode', {
  method: 'POST',
  path: '/api/transcript/verify',
  summary: 'Tra cứu học bạ theo mã: còn hiệu lực, đã thay hay đã thu hồi; không có dữ liệu học sinh',
  body: z.object({ code: z.string().max(60) }),
  answer: publicPage,
});

export const verifyFile = defineOperation('transcript.verifyFile', {
  method: 'POST',
  path: '/api/transcript/verify/{code}/file',
  summary: 'Kiểm tra một tệp PDF có đúng là học bạ với mã này, còn nguyên hay đã bị sửa',
  params: z.object({ code: z.string().max(60) }),
  takesFile: true,
  answer: z.object({
    page: publicPage,
    verdict: z.enum(['genuine', 'otherTranscript', 'changed', 'otherFile', 'notPdf']),
    signatures: z.array(
      z.object({
        signer: z.string(),
        holds: z.boolean(),
        /** Whether its certificate was withdrawn, as far as the department has the list. */
        standing: z.enum(['notWithdrawn', 'withdrawn', 'notChecked']),
      }),
    ),
  }),
  atMost: 2,
});

export const makeShare = defineOperation('transcript.makeShare', {
  method: 'POST',
  path: '/api/transcript/pages/{pageId}/shares',
  summary: 'Tạo liên kết cho người khác xem một trang học bạ, một lần, có hạn',
  params: piece.ofPage,
  body: z.object({
    purpose: z
      .string()
      .trim()
      .min(3, 'Hãy ghi cho ai xem, để làm gì.')
      .max(200, 'Dài nhất 200 ký tự.')
      .normalize('NFC'),
  }),
  answer: z.object({ id, address: z.string(), expiresAt: z.string() }),
  secret: true,
});

export const withdrawShare = defineOperation('transcript.withdrawShare', {
  method: 'DELETE',
  path: '/api/transcript/shares/{shareId}',
  summary: 'Thu hồi một liên kết xem học bạ',
  params: z.object({ shareId: id }),
});

export const openShare = defineOperation('transcript.openShare', {
  method: 'POST',
  path: '/api/transcript/shared',
  summary: 'Xem trang học bạ bằng liên kết một lần',
  body: z.object({ token: z.string().max(100) }),
  answer: z.object({
    state: z.enum(['issued', 'superseded', 'revoked']),
    digest: z.string(),
    until: z.string(),
    content: piece.pageContent,
  }),
  secret: true,
});

const archive = z.object({
  id,
  schoolYear: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  asked: z.int(),
  made: z.int(),
  failed: z.array(z.object({ name: z.string(), why: z.string() })),
  bytes: z.number().nullable(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
});

export const startArchive = defineOperation('transcript.startArchive', {
  method: 'POST',
  path: '/api/transcript/archives',
  summary: 'Xuất bản lưu trữ lâu dài các trang đã phát hành của một năm học',
  body: piece.ofYear,
  answer: z.object({ id }),
});

export const listArchives = defineOperation('transcript.listArchives', {
  method: 'GET',
  path: '/api/transcript/archives',
  summary: 'Các bản lưu trữ đã xuất hoặc đang xuất',
  answer: z.object({ items: z.array(archive) }),
});

export const downloadArchive = defineOperation('transcript.downloadArchive', {
  method: 'GET',
  path: '/api/transcript/archives/{archiveId}/file',
  summary: 'Tải một bản lưu trữ (ZIP)',
  params: z.object({ archiveId: id }),
  answersFile: true,
  writes: true,
});

export const outsideOperations = [
  verifyCode,
  verifyFile,
  makeShare,
  withdrawShare,
  openShare,
  startArchive,
  listArchives,
  downloadArchive,
];
