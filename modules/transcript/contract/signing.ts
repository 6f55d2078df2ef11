import { z } from 'zod';
import { defineOperation } from '#platform/api';
import * as piece from './pieces.ts';

const { id } = piece;

/** A key for one request; it is not kept. */
const signingKey = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    /** PKCS#12 in base64. */
    file: z
      .base64('Tệp khoá không đọc được.')
      .min(1, 'Hãy chọn tệp khoá.')
      .max(140_000, 'Tệp khoá lớn hơn 100 kB.'),
    password: z.string().max(200),
  }),
  z.object({
    kind: z.literal('token'),
    /** Label of the token. */
    token: z.string().min(1, 'Hãy ghi nhãn của USB token.').max(32),
    pin: z.string().min(1, 'Hãy gõ mã PIN.').max(64),
  }),
]);

export const listQueue = defineOperation('transcript.listQueue', {
  method: 'GET',
  path: '/api/transcript/queue',
  summary: 'Các trang học bạ chờ tôi xác nhận hoặc ký, theo lớp và môn',
  answer: z.object({
    groups: z.array(
      z.object({
        kind: piece.stepKind,
        classId: id,
        className: z.string(),
        schoolYear: z.string(),
        subjectCode: piece.subjectCode.nullable(),
        subjectName: z.string().nullable(),
        waiting: z.int(),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const listQueueSteps = defineOperation('transcript.listQueueSteps', {
  method: 'GET',
  path: '/api/transcript/queue/steps',
  summary: 'Các trang chờ tôi của một lớp, với phần tôi xác nhận',
  query: z.object({ kind: piece.stepKind, classId: id, subjectCode: piece.subjectCode.optional() }),
  answer: z.object({
    items: z.array(z.object({ id, pageId: id, pupilName: z.string(), part: piece.subjectLine.nullable() })),
  }),
});

export const confirmSteps = defineOperation('transcript.confirmSteps', {
  method: 'POST',
  path: '/api/transcript/steps/confirm',
  summary: 'Xác nhận các trang học bạ bằng tài khoản của tôi; hiệu trưởng xác nhận thay thì ghi lí do',
  body: z.object({
    stepIds: z.array(id).min(1).max(2000),
    /** The principal confirms for a teacher who cannot; absent: the own steps. */
    standIn: piece.reason.optional(),
  }),
  bodyLimit: 2 * 1024 * 1024,
  answer: z.object({
    asked: z.int(),
    made: z.int(),
    refused: z.array(z.object({ stepId: id, name: z.string(), why: z.string() })),
  }),
});

export const signSteps = defineOperation('transcript.signSteps', {
  method: 'POST',
  path: '/api/transcript/steps/sign',
  summary: 'Ký số các trang học bạ bằng chứng thư của tôi; khoá ký chỉ dùng cho yêu cầu này, không lưu',
  body: z.object({ stepIds: z.array(id).min(1).max(200), key: signingKey }),
  answer: z.object({
    asked: z.int(),
    made: z.int(),
    refused: z.array(z.object({ stepId: id, name: z.string(), why: z.string() })),
  }),
  secret: true,
  atMost: 2,
});

export const returnStep = defineOperation('transcript.returnStep', {
  method: 'POST',
  path: '/api/transcript/steps/{stepId}/return',
  summary: 'Trả lại một trang thay vì ký, kèm lí do',
  params: z.object({ stepId: id }),
  body: z.object({ reason: piece.reason }),
  answer: z.object({ state: z.literal('returned') }),
});

const run = z.object({
  id,
  kind: z.enum(['principal', 'seal']),
  asked: z.int(),
  made: z.int(),
  refused: z.array(z.object({ pageId: id, name: z.string(), why: z.string() })),
  state: z.enum(['open', 'done']),
  startedAt: z.string(),
});

export const openRun = defineOperation('transcript.openRun', {
  method: 'POST',
  path: '/api/transcript/runs',
  summary: 'Bắt đầu (hoặc mở lại) lượt ký mọi trang đang chờ hiệu trưởng hay con dấu',
  body: z.object({ kind: z.enum(['principal', 'seal']), classIds: z.array(id).min(1).max(80).optional() }),
  answer: run,
});

export const getRun = defineOperation('transcript.getRun', {
  method: 'GET',
  path: '/api/transcript/runs/{runId}',
  summary: 'Lượt ký đang đến đâu: số cần ký, đã ký, không ký được và vì sao',
  params: z.object({ runId: id }),
  answer: run,
});

export const continueRun = defineOperation('transcript.continueRun', {
  method: 'POST',
  path: '/api/transcript/runs/{runId}/continue',
  summary: 'Ký các trang tiếp theo của lượt; khoá ký chỉ dùng cho yêu cầu này, không lưu',
  params: z.object({ runId: id }),
  body: z.object({
    key: signingKey,
  }),
  answer: run,
  secret: true,
  atMost: 2,
});

const anchor = z.object({
  id,
  name: z.string(),
  fingerprint: z.string(),
  expiresAt: z.string(),
  addedAt: z.string(),
});

const withdrawnList = z.object({
  id,
  authority: z.string(),
  certificates: z.int(),
  issuedAt: z.string(),
  /** When the authority gives out the next one; the list says nothing of other certificates from then on. */
  nextAt: z.string().nullable(),
});

export const listAnchors = defineOperation('transcript.listAnchors', {
  method: 'GET',
  path: '/api/transcript/anchors',
  summary: 'Các cơ quan chứng thực mà Sở tin để ký học bạ',
  answer: z.object({ items: z.array(anchor), lists: z.array(withdrawnList), may: z.array(z.string()) }),
});

export const addAnchor = defineOperation('transcript.addAnchor', {
  method: 'POST',
  path: '/api/transcript/anchors',
  summary: 'Thêm chứng thư gốc của một cơ quan chứng thực (PEM hoặc DER)',
  takesFile: true,
  answer: z.object({ id, name: z.string() }),
});

export const removeAnchor = defineOperation('transcript.removeAnchor', {
  method: 'DELETE',
  path: '/api/transcript/anchors/{anchorId}',
  summary: 'Thôi tin một cơ quan chứng thực; học bạ đã ký không đổi',
  params: z.object({ anchorId: id }),
});

export const addWithdrawnList = defineOperation('transcript.addWithdrawnList', {
  method: 'POST',
  path: '/api/transcript/withdrawn-lists',
  summary: 'Nhận danh sách chứng thư bị thu hồi (CRL) của một cơ quan được tin, thay danh sách trước',
  takesFile: true,
  answer: z.object({ authority: z.string(), certificates: z.int() }),
});

export const signingOperations = [
  listQueue,
  listQueueSteps,
  confirmSteps,
  signSteps,
  returnStep,
  openRun,
  getRun,
  continueRun,
  listAnchors,
  addAnchor,
  removeAnchor,
  addWithdrawnList,
];
