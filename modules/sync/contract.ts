import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { mostCommands, mostToldWaiting } from './rules/limits.ts';

const id = z.uuid();
const instant = z.iso.datetime({ offset: true });
/** ECDSA P-256, 64 bytes r and s, base64. */
const signature = z.base64().length(88);

/** What a device still holds unsent. Titles name classes and kinds of work, never pupils. */
const waiting = z
  .array(z.object({ name: z.string().max(100), title: z.string().max(200), madeAt: instant }))
  .max(mostToldWaiting);

/** One thing done on a device. */
const command = z.object({
  id,
  /** The device's own number: ascending without a gap. */
  seq: z.int().min(1),
  /** Operation: `gradebook.saveCells`. */
  name: z.string().min(3).max(100),
  /** The role assignment it was done in. */
  roleId: id,
  /** The device's clock: a claim. */
  madeAt: instant,
  /** The earlier command whose conflict it decides. */
  decides: id.nullable(),
  input: z.unknown(),
});

const problem = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

const result = z.object({
  seq: z.int(),
  id,
  outcome: z.enum(['applied', 'conflict', 'refused']),
  /** It had its answer before; this is that answer. */
  again: z.boolean(),
  answer: z.unknown().optional(),
  problem: problem.optional(),
  /** Both values, in the shape of the module that owns the command. */
  conflict: z.object({ mine: z.unknown(), theirs: z.unknown() }).optional(),
});

const deviceClock = { deviceNow: instant };

export const bindDevice = defineOperation('sync.bindDevice', {
  method: 'POST',
  path: '/api/sync/devices',
  summary: 'Gắn trình duyệt này với tài khoản để dùng khi mất mạng',
  body: z.object({
    deviceId: id,
    /** SubjectPublicKeyInfo, base64. */
    publicKey: z.base64().min(100).max(300),
    ...deviceClock,
  }),
  answer: z.object({ deviceId: id, serverTime: z.string(), offlineUntil: z.string() }),
});

export const push = defineOperation('sync.push', {
  method: 'POST',
  path: '/api/sync/push',
  summary:
    'Gửi các việc đã làm khi mất mạng, theo thứ tự của máy; mỗi việc được trả lời riêng, gửi lại nhận đúng câu trả lời đầu',
  body: z.object({
    deviceId: id,
    /** Up to which number the device holds answers. */
    acknowledgedTo: z.int().min(0),
    ...deviceClock,
    /** Unsent after this message. */
    waiting,
    commands: z
      .array(command)
      .min(1)
      .max(mostCommands)
      .refine(
        (list) => list.every(({ seq }, at) => at === 0 || seq > list[at - 1]!.seq),
        'Thứ tự phải tăng dần.',
      )
      .refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'Mã việc không được lặp.'),
    /** Over the text of rules/signed-content.ts. */
    signature,
  }),
  // An answer for every command that has one; those after a gap have none.
  answer: z.object({ results: z.array(result), expected: z.int(), serverTime: z.string() }),
  atMost: 6,
});

export const pull = defineOperation('sync.pull', {
  method: 'POST',
  path: '/api/sync/pull',
  summary: 'Dữ liệu của các lớp mình để dùng khi mất mạng: chỉ phần khác với bản đang giữ',
  body: z.object({
    deviceId: id,
    ...deviceClock,
    waiting,
    /** What is held: key and hash of each document. */
    have: z.record(z.string().max(200), z.string().max(64)).refine((all) => Object.keys(all).length <= 1000),
  }),
  answer: z.object({
    serverTime: z.string(),
    offlineUntil: z.string(),
    documents: z.array(z.object({ key: z.string(), hash: z.string(), value: z.unknown() })),
    /** Held, but no longer the person's to hold. */
    gone: z.array(z.string()),
  }),
  atMost: 6,
});

export const reportDevice = defineOperation('sync.reportDevice', {
  method: 'POST',
  path: '/api/sync/devices/report',
  summary: 'Máy báo việc chưa gửi và hỏi mình còn được gắn không; máy bị thu hồi báo trước khi tự xoá',
  body: z.object({
    deviceId: id,
    ...deviceClock,
    waiting,
    /** Over the text of rules/signed-content.ts. */
    signature,
  }),
  answer: z.object({ state: z.enum(['bound', 'revoked', 'unknown']) }),
});

const device = z.object({
  id,
  account: z.object({ id, name: z.string() }),
  userAgent: z.string(),
  boundAt: z.string(),
  lastSeenAt: z.string(),
  offlineUntil: z.string(),
  waiting,
  clockAheadSeconds: z.int(),
  revokedAt: z.string().nullable(),
  revokedReason: z.string().nullable(),
  wipedAt: z.string().nullable(),
  /** Operations the reader may do with it. */
  may: z.array(z.string()),
});

export const listOwnDevices = defineOperation('sync.listOwnDevices', {
  method: 'GET',
  path: '/api/sync/devices/own',
  summary: 'Các máy của tôi: lần liên lạc cuối, việc chưa gửi',
  answer: z.object({ items: z.array(device) }),
});

export const listDevices = defineOperation('sync.listDevices', {
  method: 'GET',
  path: '/api/sync/devices',
  summary: 'Các máy của người trong phạm vi của tôi',
  query: z.object({
    accountId: id.optional(),
    /** Only those that still hold something unsent. */
    waiting: z.enum(['true']).optional(),
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(device), nextCursor: z.string().nullable() }),
});

export const revokeDevice = defineOperation('sync.revokeDevice', {
  method: 'POST',
  path: '/api/sync/devices/{deviceId}/revoke',
  summary:
    'Thu hồi một máy bị mất hoặc không dùng nữa: phiên đăng nhập trên máy kết thúc, dữ liệu bị xoá khi máy liên lạc lại',
  params: z.object({ deviceId: id }),
  body: z.object({
    reason: z
      .string()
      .trim()
      .min(3, 'Hãy ghi lí do, ít nhất 3 ký tự.')
      .max(300, 'Lí do dài nhất 300 ký tự.')
      .normalize('NFC'),
  }),
  answer: z.object({ unsent: z.int() }),
});

/** Every operation of working without a network. */
export const syncOperations = [
  bindDevice,
  push,
  pull,
  reportDevice,
  listOwnDevices,
  listDevices,
  revokeDevice,
];
