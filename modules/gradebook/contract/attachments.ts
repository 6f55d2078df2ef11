import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { attachmentKinds } from '../rules/attachments.ts';
import { id, ofSheet, place } from './pieces.ts';

const kind = z.enum(attachmentKinds);
const address = '/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/attachments/{place}';
const ofColumn = ofSheet.extend({ place });
/** Absent: the whole column. */
const ofPupil = z.object({ pupilId: id.optional() });

export const listAttachments = defineOperation('gradebook.listAttachments', {
  method: 'GET',
  path: address,
  summary: 'Ma trận, bản đặc tả, đề của một cột điểm; hoặc minh chứng của một học sinh',
  params: ofColumn,
  query: ofPupil,
  answer: z.object({
    items: z.array(
      z.object({
        id,
        kind,
        title: z.string(),
        /** An address; null: a file. */
        link: z.string().nullable(),
        bytes: z.int().nullable(),
        addedBy: z.string().nullable(),
        addedAt: z.string(),
      }),
    ),
  }),
});

export const attachFile = defineOperation('gradebook.attachFile', {
  method: 'POST',
  path: `${address}/files/{kind}`,
  summary: 'Gắn một tệp (PDF, Word, Excel, ảnh; đến 10 MB) vào cột điểm hoặc bài của một học sinh',
  params: ofColumn.extend({ kind }),
  query: ofPupil,
  takesFile: true,
  answer: z.object({ id }),
});

export const attachLink = defineOperation('gradebook.attachLink', {
  method: 'POST',
  path: `${address}/links`,
  summary: 'Gắn một địa chỉ https vào cột điểm hoặc bài của một học sinh',
  params: ofColumn,
  query: ofPupil,
  body: z.object({
    kind,
    title: z.string().trim().min(1, 'Hãy đặt tên.').max(255, 'Tên dài nhất 255 ký tự.').normalize('NFC'),
    link: z
      .url({ protocol: /^https$/, error: 'Hãy dán một địa chỉ bắt đầu bằng https://' })
      .max(1000, 'Địa chỉ dài nhất 1000 ký tự.'),
  }),
  answer: z.object({ id }),
});

const ofAttachment = z.object({ attachmentId: id });

export const openAttachment = defineOperation('gradebook.openAttachment', {
  method: 'GET',
  path: '/api/gradebook/attachments/{attachmentId}',
  summary: 'Mở một tệp đã gắn; xem bài của học sinh được ghi lại',
  params: ofAttachment,
  answersFile: true,
  writes: true,
});

export const removeAttachment = defineOperation('gradebook.removeAttachment', {
  method: 'DELETE',
  path: '/api/gradebook/attachments/{attachmentId}',
  summary: 'Bỏ một tệp hoặc địa chỉ đã gắn',
  params: ofAttachment,
});

export const attachmentOperations = [
  listAttachments,
  attachFile,
  attachLink,
  openAttachment,
  removeAttachment,
];
