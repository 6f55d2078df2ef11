import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();
const ofAnnouncement = z.object({ announcementId: id });
const version = z.int().min(1);
const may = z.array(z.string());

export const audience = z.enum(['guardian', 'pupil', 'teacher']);

const written = z
  .object({
    title: z
      .string()
      .trim()
      .min(3, 'Hãy ghi tiêu đề, ít nhất 3 ký tự.')
      .max(200, 'Tiêu đề dài nhất 200 ký tự.')
      .normalize('NFC'),
    body: z
      .string()
      .trim()
      .min(1, 'Hãy ghi nội dung.')
      .max(5000, 'Nội dung dài nhất 5.000 ký tự.')
      .normalize('NFC'),
    audience: z.array(audience).min(1, 'Hãy chọn ít nhất một nhóm người nhận.').max(3),
    grades: z.array(z.int().min(6).max(12)).max(7),
    classIds: z.array(id).max(100),
  })
  .refine(({ grades, classIds }) => grades.length === 0 || classIds.length === 0, {
    path: ['classIds'],
    message: 'Chọn khối hoặc chọn lớp, không chọn cả hai.',
  });

const file = z.object({ id, fileName: z.string(), bytes: z.int() });

export const getAnnouncementGround = defineOperation('family.getAnnouncementGround', {
  method: 'GET',
  path: '/api/family/announcements/ground',
  summary: 'Tôi được gửi thông báo tới những lớp nào',
  answer: z.object({
    wholeSchool: z.boolean(),
    classes: z.array(z.object({ id, name: z.string(), grade: z.int() })),
  }),
});

export const listReceived = defineOperation('family.listReceived', {
  method: 'GET',
  path: '/api/family/announcements',
  summary: 'Thông báo của trường gửi cho tôi',
  answer: z.object({
    unread: z.int(),
    items: z.array(
      z.object({
        id,
        title: z.string(),
        author: z.string(),
        sentAt: z.string(),
        readAt: z.string().nullable(),
      }),
    ),
  }),
});

export const listSent = defineOperation('family.listSent', {
  method: 'GET',
  path: '/api/family/announcements/sent',
  summary: 'Thông báo tôi đã viết (ban giám hiệu, văn phòng: của cả trường), và bao nhiêu người đã đọc',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        title: z.string(),
        author: z.string(),
        state: z.enum(['draft', 'sent', 'withdrawn']),
        madeAt: z.string(),
        sentAt: z.string().nullable(),
        asked: z.int().nullable(),
        read: z.int(),
        unreached: z.int().nullable(),
      }),
    ),
    may,
  }),
});

export const getAnnouncement = defineOperation('family.getAnnouncement', {
  method: 'GET',
  path: '/api/family/announcements/{announcementId}',
  summary: 'Một thông báo: nội dung, tệp; với người gửi còn có số đã đọc',
  params: ofAnnouncement,
  answer: z.object({
    id,
    title: z.string(),
    body: z.string(),
    author: z.string(),
    state: z.enum(['draft', 'sent', 'withdrawn']),
    sentAt: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    withdrawalReason: z.string().nullable(),
    files: z.array(file),
    /** When the person asking opened it; null: not yet, or not addressed. */
    readAt: z.string().nullable(),
    addressed: z.boolean(),
    /** Only for the sending side. */
    sending: z
      .object({
        audience: z.array(audience),
        grades: z.array(z.int()),
        classIds: z.array(id),
        asked: z.int(),
        unreached: z.int(),
        read: z.int(),
        version,
      })
      .nullable(),
    may,
  }),
});

export const readAnnouncement = defineOperation('family.readAnnouncement', {
  method: 'POST',
  path: '/api/family/announcements/{announcementId}/read',
  summary: 'Đã mở đọc thông báo',
  params: ofAnnouncement,
});

const kept = z.object({ id, version });

export const createAnnouncement = defineOperation('family.createAnnouncement', {
  method: 'POST',
  path: '/api/family/announcements',
  summary: 'Soạn thông báo (bản nháp)',
  body: written,
  answer: kept,
});

export const updateAnnouncement = defineOperation('family.updateAnnouncement', {
  method: 'PUT',
  path: '/api/family/announcements/{announcementId}',
  summary: 'Sửa bản nháp thông báo',
  params: ofAnnouncement,
  body: written.safeExtend({ version }),
  answer: kept,
});

export const discardAnnouncement = defineOperation('family.discardAnnouncement', {
  method: 'DELETE',
  path: '/api/family/announcements/{announcementId}',
  summary: 'Bỏ bản nháp thông báo',
  params: ofAnnouncement,
});

export const attachAnnouncementFile = defineOperation('family.attachAnnouncementFile', {
  method: 'POST',
  path: '/api/family/announcements/{announcementId}/files',
  summary: 'Đính kèm tệp (PDF, Word, Excel, ảnh; mỗi tệp tối đa 10 MB, nhiều nhất 5 tệp)',
  params: ofAnnouncement,
  takesFile: true,
  answer: file,
});

export const removeAnnouncementFile = defineOperation('family.removeAnnouncementFile', {
  method: 'DELETE',
  path: '/api/family/announcements/{announcementId}/files/{fileId}',
  summary: 'Bỏ tệp khỏi bản nháp',
  params: ofAnnouncement.extend({ fileId: id }),
});

export const downloadAnnouncementFile = defineOperation('family.downloadAnnouncementFile', {
  method: 'GET',
  path: '/api/family/announcements/{announcementId}/files/{fileId}',
  summary: 'Tải tệp của thông báo',
  params: ofAnnouncement.extend({ fileId: id }),
  answersFile: true,
});

export const sendAnnouncement = defineOperation('family.sendAnnouncement', {
  method: 'POST',
  path: '/api/family/announcements/{announcementId}/send',
  summary: 'Gửi thông báo',
  params: ofAnnouncement,
  body: z.object({ version }),
  /** asked = people it went to; unreached: addressed, but without an account. */
  answer: z.object({ asked: z.int(), sent: z.int(), unreached: z.int() }),
});

export const withdrawAnnouncement = defineOperation('family.withdrawAnnouncement', {
  method: 'POST',
  path: '/api/family/announcements/{announcementId}/withdraw',
  summary: 'Thu hồi thông báo đã gửi, kèm lí do',
  params: ofAnnouncement,
  body: z.object({
    reason: z
      .string()
      .trim()
      .min(3, 'Hãy ghi lí do thu hồi.')
      .max(500, 'Lí do dài nhất 500 ký tự.')
      .normalize('NFC'),
    version,
  }),
});

export const listReceipts = defineOperation('family.listReceipts', {
  method: 'GET',
  path: '/api/family/announcements/{announcementId}/receipts',
  summary: 'Ai đã đọc, ai chưa đọc một thông báo',
  params: ofAnnouncement,
  answer: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        kind: audience,
        /** Of which pupils, with their classes. */
        pupils: z.string(),
        readAt: z.string().nullable(),
      }),
    ),
  }),
});

export const exportReceipts = defineOperation('family.exportReceipts', {
  method: 'GET',
  path: '/api/family/announcements/{announcementId}/receipts.xlsx',
  summary: 'Danh sách đã đọc, chưa đọc ra Excel',
  params: ofAnnouncement,
  answersFile: true,
});

export const remindUnread = defineOperation('family.remindUnread', {
  method: 'POST',
  path: '/api/family/announcements/{announcementId}/remind',
  summary: 'Nhắc những người chưa đọc (mỗi ngày một lần)',
  params: ofAnnouncement,
  body: z.object({}),
  answer: z.object({ told: z.int() }),
});

export const announcementOperations = [
  getAnnouncementGround,
  listReceived,
  listSent,
  getAnnouncement,
  readAnnouncement,
  createAnnouncement,
  updateAnnouncement,
  discardAnnouncement,
  attachAnnouncementFile,
  removeAnnouncementFile,
  downloadAnnouncementFile,
  sendAnnouncement,
  withdrawAnnouncement,
  listReceipts,
  exportReceipts,
  remindUnread,
];
