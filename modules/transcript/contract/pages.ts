import { z } from 'zod';
import { defineOperation } from '#platform/api';
import * as piece from './pieces.ts';

const { id } = piece;

export const getOverview = defineOperation('transcript.getOverview', {
  method: 'GET',
  path: '/api/transcript/overview',
  summary: 'Tiến độ lập và ký học bạ của các lớp trong trường',
  query: piece.ofYear,
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    /** Both semesters are locked: pages can be drawn up. */
    classes: z.array(
      z.object({
        id,
        name: z.string(),
        grade: z.int(),
        pupils: z.int(),
        pages: z.int(),
        subject: z.int(),
        homeroom: z.int(),
        principal: z.int(),
        seal: z.int(),
        returned: z.int(),
        issued: z.int(),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const drawUpPages = defineOperation('transcript.drawUpPages', {
  method: 'POST',
  path: '/api/transcript/pages',
  summary: 'Lập trang học bạ từ kết quả của sổ điểm; trang đã phát hành chỉ có bản mới khi ghi lí do',
  body: z.object({
    classIds: z.array(id).min(1).max(80),
    pupilIds: z.array(id).min(1).max(100).optional(),
    reason: piece.reason.optional(),
    /** Whoever has no result of the summer stays down. */
    summerIsOver: z.boolean().default(false),
  }),
  answer: z.object({
    asked: z.int(),
    made: z.int(),
    unchanged: z.int(),
    refused: z.array(z.object({ pupilId: id, name: z.string(), why: z.array(z.string()) })),
  }),
});

export const listClassPages = defineOperation('transcript.listClassPages', {
  method: 'GET',
  path: '/api/transcript/classes/{classId}',
  summary: 'Học sinh của một lớp và trang học bạ mới nhất của từng em',
  params: piece.ofClass,
  answer: z.object({
    class: z.object({ id, name: z.string(), grade: z.int() }),
    schoolYear: z.string(),
    rows: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        rollNumber: z.int().nullable(),
        pageId: id.nullable(),
        state: piece.pageState.nullable(),
        number: z.int().nullable(),
        turn: z.int().nullable(),
        returned: z.string().nullable(),
        awards: z.array(z.string()),
        awardsVersion: z.int(),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const saveAwards = defineOperation('transcript.saveAwards', {
  method: 'PUT',
  path: '/api/transcript/classes/{classId}/awards/{pupilId}',
  summary: 'Ghi khen thưởng, giải thưởng, chứng chỉ của một học sinh trong năm',
  params: piece.ofClass.extend({ pupilId: id }),
  body: z.object({
    lines: z
      .array(z.string().trim().min(1).max(200, 'Mỗi dòng dài nhất 200 ký tự.').normalize('NFC'))
      .max(10, 'Nhiều nhất 10 dòng.'),
    version: z.int().min(0),
  }),
  answer: z.object({ saved: z.int() }),
});

const step = z.object({
  id,
  kind: piece.stepKind,
  subjectCode: piece.subjectCode.nullable(),
  state: z.enum(['waiting', 'done', 'returned']),
  signer: z.string().nullable(),
  doneName: z.string().nullable(),
  doneAt: z.string().nullable(),
  method: z.enum(['account', 'standIn', 'certificate']).nullable(),
  certificate: z.string().nullable(),
  note: z.string().nullable(),
});

const version = z.object({
  id,
  schoolYear: z.string(),
  number: z.int(),
  state: piece.pageState,
  reason: z.string().nullable(),
  issuedAt: z.string().nullable(),
});

export const getPage = defineOperation('transcript.getPage', {
  method: 'GET',
  path: '/api/transcript/pages/{pageId}',
  writes: true, // the reading is written down
  summary: 'Một trang học bạ: nội dung, chữ ký, các bản; việc xem được ghi nhật ký',
  params: piece.ofPage,
  answer: z.object({
    id,
    pupilId: id,
    classId: id,
    code: z.string(),
    number: z.int(),
    digest: z.string(),
    state: piece.pageState,
    issuedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    revokedReason: z.string().nullable(),
    hasFiles: z.boolean(),
    content: piece.pageContent,
    steps: z.array(step),
    versions: z.array(version),
    shares: z.array(
      z.object({
        id,
        purpose: z.string(),
        madeAt: z.string(),
        expiresAt: z.string(),
        openedAt: z.string().nullable(),
        withdrawnAt: z.string().nullable(),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const downloadPdf = defineOperation('transcript.downloadPdf', {
  method: 'GET',
  path: '/api/transcript/pages/{pageId}/pdf',
  summary: 'Tải trang học bạ đã ký (PDF)',
  params: piece.ofPage,
  answersFile: true,
  writes: true,
});

export const downloadXml = defineOperation('transcript.downloadXml', {
  method: 'GET',
  path: '/api/transcript/pages/{pageId}/xml',
  summary: 'Tải dữ liệu trang học bạ đã ký (XML)',
  params: piece.ofPage,
  answersFile: true,
  writes: true,
});

export const revokePage = defineOperation('transcript.revokePage', {
  method: 'POST',
  path: '/api/transcript/pages/{pageId}/revoke',
  summary: 'Thu hồi một trang học bạ đã phát hành, kèm lí do',
  params: piece.ofPage,
  body: z.object({ reason: piece.reason }),
  answer: z.object({ state: z.literal('revoked') }),
});

export const listMine = defineOperation('transcript.listMine', {
  method: 'GET',
  path: '/api/transcript/mine',
  summary: 'Học bạ của em, hoặc của các con',
  answer: z.object({
    items: z.array(
      version.extend({ pupilName: z.string(), className: z.string(), school: z.string(), code: z.string() }),
    ),
  }),
});

export const pageOperations = [
  getOverview,
  drawUpPages,
  listClassPages,
  saveAwards,
  getPage,
  downloadPdf,
  downloadXml,
  revokePage,
  listMine,
];
