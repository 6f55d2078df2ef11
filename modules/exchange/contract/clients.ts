import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { allScopes } from '../rules/index.ts';

const id = z.uuid();
const ofClient = z.object({ clientId: id });
const scope = z.enum(allScopes);

const client = z.object({
  id,
  name: z.string(),
  purpose: z.string(),
  contact: z.string(),
  unit: z.object({ id, name: z.string(), kind: z.string() }),
  scopes: z.array(z.string()),
  state: z.enum(['active', 'expired', 'revoked']),
  madeAt: z.string(),
  madeBy: z.string(),
  expiresOn: z.string(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});

export const listClients = defineOperation('exchange.listClients', {
  method: 'GET',
  path: '/api/exchange/clients',
  summary: 'Các hệ thống được phép đọc dữ liệu, còn hạn và đã thu hồi',
  answer: z.object({ items: z.array(client) }),
});

export const getClient = defineOperation('exchange.getClient', {
  method: 'GET',
  path: '/api/exchange/clients/{clientId}',
  summary: 'Một hệ thống liên kết và những gì nó đã đọc gần đây',
  params: ofClient,
  answer: client.extend({
    reads: z.array(
      z.object({
        at: z.string(),
        action: z.string(),
        address: z.string(),
        count: z.int().nullable(),
        /** The unit it told of, when it was one. */
        unit: z.string().nullable(),
        units: z.int(),
        ip: z.string().nullable(),
      }),
    ),
  }),
});

export const createClient = defineOperation('exchange.createClient', {
  method: 'POST',
  path: '/api/exchange/clients',
  summary: 'Đăng ký một hệ thống liên kết; mã bí mật chỉ hiện một lần',
  body: z.object({
    name: z.string().trim().min(3, 'Hãy ghi tên hệ thống.').max(100).normalize('NFC'),
    purpose: z
      .string()
      .trim()
      .min(10, 'Hãy ghi rõ đọc để làm gì (ít nhất 10 ký tự).')
      .max(500)
      .normalize('NFC'),
    contact: z
      .string()
      .trim()
      .min(3, 'Hãy ghi người hoặc đơn vị chịu trách nhiệm.')
      .max(200)
      .normalize('NFC'),
    unitId: id,
    scopes: z.array(scope).min(1, 'Hãy chọn ít nhất một loại dữ liệu.').max(allScopes.length),
    /** The last day it may read. */
    expiresOn: z.iso.date(),
  }),
  answer: z.object({ id, clientId: id, clientSecret: z.string() }),
  secret: true,
});

export const revokeClient = defineOperation('exchange.revokeClient', {
  method: 'POST',
  path: '/api/exchange/clients/{clientId}/revoke',
  summary: 'Thu hồi quyền đọc của một hệ thống, có hiệu lực ngay',
  params: ofClient,
});

const tokenError = z.object({
  error: z.enum([
    'invalid_request',
    'invalid_client',
    'invalid_scope',
    'unsupported_grant_type',
    'slow_down',
  ]),
  error_description: z.string(),
});
const knownErrors: readonly string[] = tokenError.shape.error.options;

export const issueToken = defineOperation('exchange.issueToken', {
  method: 'POST',
  path: '/oauth/token',
  summary: 'OAuth 2.0: lấy mã truy cập bằng mã hệ thống và mã bí mật (client credentials)',
  body: z.object({
    grant_type: z.string().max(100).default(''),
    scope: z.string().max(2000).default(''),
    client_id: z.string().max(100).optional(),
    client_secret: z.string().max(200).optional(),
  }),
  answer: z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    scope: z.string(),
  }),
  takesForm: true,
  secret: true,
  refusal: {
    shape: tokenError,
    // RFC 6749, 5.2.
    of: ({ status, title, detail }) => ({
      error: knownErrors.includes(title) ? title : status === 429 ? 'slow_down' : 'invalid_request',
      error_description: detail,
    }),
  },
});

export const clientOperations = [listClients, getClient, createClient, revokeClient, issueToken];
