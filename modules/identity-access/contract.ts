import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { roles } from './rules/roles.ts';

const id = z.uuid();
const instant = z.string();
const day = z.iso.date();
const version = z.int().min(1);
export const role = z.enum(roles);
export const language = z.enum(['vi', 'en']);

const displayName = z
  .string()
  .trim()
  .min(1, 'Hãy nhập họ và tên.')
  .max(100, 'Họ và tên dài nhất 100 ký tự.')
  .transform((name) => name.normalize('NFC').replace(/\s+/g, ' '));
const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._-]{2,59}$/,
    'Tên đăng nhập có 3-60 ký tự: chữ không dấu, số, dấu chấm, gạch ngang.',
  )
  .refine((name) => !/^0\d{9}$/.test(name), 'Tên đăng nhập không được là số điện thoại.');
const phone = z
  .string()
  .transform((text) => text.replace(/[\s.()-]/g, '').replace(/^\+?84/, '0'))
  .pipe(z.string().regex(/^0\d{9}$/, 'Số điện thoại có 10 chữ số, bắt đầu bằng 0.'));
const email = z.email('Địa chỉ e-mail chưa đúng, ví dụ ten@truong.edu.vn.').max(254);
/** As typed: spaces and signs count. The upper bound only keeps hashing short. */
const typedPassword = z.string().min(1, 'Hãy nhập mật khẩu.').max(1000);
const code = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Mã gồm 6 chữ số.'));
/** A page of our own to go on to after signing in: never another host. */
const ownPage = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/, 'Chỉ nhận đường dẫn trong hệ thống.');

export const unit = z.object({ id, name: z.string(), kind: z.string() });
export const heldRole = z.object({ id, role, unit });

export const signInOptions = defineOperation('identity.signInOptions', {
  method: 'GET',
  path: '/api/sign-in/options',
  summary: 'Các cách đăng nhập đang mở',
  answer: z.object({
    oidcAvailable: z.boolean(),
    /** What the button says, when there is an outside provider. */
    oidcLabel: z.string().nullable(),
  }),
});

export const signIn = defineOperation('identity.signIn', {
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Đăng nhập bằng tên đăng nhập hoặc số điện thoại',
  body: z.object({
    /** Username or phone. */
    username: z.string().trim().min(1, 'Hãy nhập tên đăng nhập.').max(254),
    password: typedPassword,
  }),
  answer: z.object({ secondFactorDue: z.boolean(), mustChangePassword: z.boolean() }),
  secret: true,
  atMost: 2,
});

export const signOut = defineOperation('identity.signOut', {
  method: 'POST',
  path: '/api/sign-out',
  summary: 'Đăng xuất',
});

export const me = defineOperation('identity.me', {
  method: 'GET',
  path: '/api/me',
  summary: 'Tôi là ai, đang ở vai trò nào, được làm gì',
  answer: z.object({
    account: z.object({ id, name: z.string(), username: z.string(), language }),
    /** The role in use; null when the person has none in force. */
    role: heldRole.nullable(),
    roles: z.array(heldRole),
    /** Operations that the role in use may do. */
    permissions: z.array(z.string()),
    mustChangePassword: z.boolean(),
    secondFactorDue: z.boolean(),
    secondFactorOn: z.boolean(),
    oidcLinked: z.boolean(),
    schoolYear: z.object({ id, name: z.string(), startsOn: day, endsOn: day }).nullable(),
    /** The server's day in Việt Nam: deadlines are counted from it, not from the device's clock. */
    today: day,
  }),
});

export const switchRole = defineOperation('identity.switchRole', {
  method: 'POST',
  path: '/api/me/role',
  summary: 'Đổi vai trò đang dùng',
  body: z.object({ roleId: id }),
});

export const changePassword = defineOperation('identity.changePassword', {
  method: 'POST',
  path: '/api/me/password',
  summary: 'Đổi mật khẩu của tôi; các nơi đăng nhập khác kết thúc',
  body: z.object({ currentPassword: typedPassword, newPassword: typedPassword }),
  secret: true,
  atMost: 2,
});

export const beginTotp = defineOperation('identity.beginTotp', {
  method: 'POST',
  path: '/api/me/second-factor/begin',
  summary: 'Bắt đầu bật xác thực hai lớp: mã QR cho ứng dụng xác thực',
  answer: z.object({ secret: z.string(), uri: z.string(), qrCode: z.string() }),
  secret: true,
});

export const confirmTotp = defineOperation('identity.confirmTotp', {
  method: 'POST',
  path: '/api/me/second-factor/confirm',
  summary: 'Nhập mã đầu tiên để bật xác thực hai lớp',
  body: z.object({ code }),
  secret: true,
});

export const verifyTotp = defineOperation('identity.verifyTotp', {
  method: 'POST',
  path: '/api/sign-in/second-factor',
  summary: 'Nhập mã xác thực để hoàn tất đăng nhập',
  body: z.object({ code }),
  secret: true,
});

export const removeTotp = defineOperation('identity.removeTotp', {
  method: 'POST',
  path: '/api/me/second-factor/remove',
  summary: 'Tắt xác thực hai lớp',
  body: z.object({ password: typedPassword }),
  secret: true,
  atMost: 2,
});

export const beginOidc = defineOperation('identity.beginOidc', {
  method: 'GET',
  path: '/api/sign-in/oidc/begin',
  summary: 'Đăng nhập bằng tài khoản định danh: chuyển tới nơi cấp',
  query: z.object({ returnTo: ownPage.default('/') }),
  redirects: true,
  writes: true,
  atMost: 8,
});

/** Where an outside provider sends the browser back to; registered there under the public address. */
export const oidcCallbackPath = '/api/sign-in/oidc/callback';

export const finishOidc = defineOperation('identity.finishOidc', {
  method: 'GET',
  path: oidcCallbackPath,
  summary: 'Trở về từ nơi cấp tài khoản định danh',
  query: z.looseObject({ state: z.string().max(200).default('') }),
  redirects: true,
  writes: true,
  atMost: 4,
});

export const linkOidc = defineOperation('identity.linkOidc', {
  method: 'POST',
  path: '/api/me/oidc-link',
  summary: 'Liên kết tài khoản định danh với tài khoản của tôi: địa chỉ để chuyển tới',
  answer: z.object({ address: z.string() }),
  secret: true,
});

export const unlinkOidc = defineOperation('identity.unlinkOidc', {
  method: 'POST',
  path: '/api/me/oidc-link/remove',
  summary: 'Bỏ liên kết tài khoản định danh với tài khoản của tôi',
});

const profile = z.object({
  displayName: z.string(),
  username: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  language,
  mailNotices: z.boolean(),
  version,
});

export const getProfile = defineOperation('identity.getProfile', {
  method: 'GET',
  path: '/api/me/profile',
  summary: 'Thông tin liên hệ của tôi',
  answer: profile,
});

export const updateProfile = defineOperation('identity.updateProfile', {
  method: 'PATCH',
  path: '/api/me/profile',
  summary: 'Sửa số điện thoại, e-mail, ngôn ngữ, nhận thư nhắc',
  body: z.object({
    version,
    phone: phone.nullable().optional(),
    email: email.nullable().optional(),
    language: language.optional(),
    mailNotices: z.boolean().optional(),
  }),
  answer: profile,
});

export const listSessions = defineOperation('identity.listSessions', {
  method: 'GET',
  path: '/api/me/sessions',
  summary: 'Những nơi tôi đang đăng nhập',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        createdAt: instant,
        expiresAt: instant,
        ip: z.string().nullable(),
        userAgent: z.string().nullable(),
        current: z.boolean(),
      }),
    ),
  }),
});

export const endSession = defineOperation('identity.endSession', {
  method: 'POST',
  path: '/api/me/sessions/{sessionId}/end',
  summary: 'Đăng xuất ở một nơi',
  params: z.object({ sessionId: id }),
});

const accountItem = z.object({
  id,
  displayName: z.string(),
  username: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  status: z.enum(['active', 'disabled']),
  firstSignedInAt: instant.nullable(),
  lockedUntil: instant.nullable(),
  secondFactor: z.boolean(),
  roles: z.array(heldRole.extend({ startsOn: day, endsOn: day.nullable() })),
  version,
});

export const listAccounts = defineOperation('identity.listAccounts', {
  method: 'GET',
  path: '/api/accounts',
  summary: 'Người trong phạm vi của tôi, xếp theo tên',
  query: z.object({
    q: z.string().max(100).optional(),
    unitId: id.optional(),
    role: role.optional(),
    status: z.enum(['active', 'disabled']).optional(),
    cursor: z.string().max(1000).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(accountItem), nextCursor: z.string().nullable() }),
});

export const getAccount = defineOperation('identity.getAccount', {
  method: 'GET',
  path: '/api/accounts/{accountId}',
  summary: 'Một người trong phạm vi của tôi',
  params: z.object({ accountId: id }),
  answer: accountItem,
});

const oneTimePassword = z.object({ accountId: id, username: z.string(), oneTimePassword: z.string() });

export const createAccount = defineOperation('identity.createAccount', {
  method: 'POST',
  path: '/api/accounts',
  summary: 'Lập tài khoản và giao vai trò; mật khẩu một lần chỉ hiện một lần',
  body: z.object({
    displayName,
    username,
    phone: phone.nullable().default(null),
    email: email.nullable().default(null),
    unitId: id,
    role,
    classCode: z.string().trim().min(1).max(20).nullable().default(null),
  }),
  answer: oneTimePassword,
  secret: true,
  atMost: 2,
});

const accountId = z.object({ accountId: id });

export const grantRole = defineOperation('identity.grantRole', {
  method: 'POST',
  path: '/api/accounts/{accountId}/roles',
  summary: 'Giao thêm vai trò',
  params: accountId,
  body: z.object({
    unitId: id,
    role,
    classCode: z.string().trim().min(1).max(20).nullable().default(null),
    endsOn: day.nullable().default(null),
  }),
  answer: z.object({ roleId: id }),
});

export const endRole = defineOperation('identity.endRole', {
  method: 'POST',
  path: '/api/roles/{roleId}/end',
  summary: 'Thôi giao vai trò, có hiệu lực ngay',
  params: z.object({ roleId: id }),
});

export const resetPassword = defineOperation('identity.resetPassword', {
  method: 'POST',
  path: '/api/accounts/{accountId}/reset-password',
  summary: 'Cấp mật khẩu một lần; chỉ hiện một lần',
  params: accountId,
  answer: oneTimePassword,
  secret: true,
  atMost: 2,
});

export const resetSecondFactor = defineOperation('identity.resetSecondFactor', {
  method: 'POST',
  path: '/api/accounts/{accountId}/reset-second-factor',
  summary: 'Gỡ xác thực hai lớp của người mất điện thoại; mọi nơi đang đăng nhập kết thúc',
  params: accountId,
});

export const disableAccount = defineOperation('identity.disableAccount', {
  method: 'POST',
  path: '/api/accounts/{accountId}/disable',
  summary: 'Ngừng tài khoản; mọi nơi đang đăng nhập kết thúc',
  params: accountId,
});

export const enableAccount = defineOperation('identity.enableAccount', {
  method: 'POST',
  path: '/api/accounts/{accountId}/enable',
  summary: 'Mở lại tài khoản',
  params: accountId,
});

/** Every operation of signing in and accounts. */
export const identityOperations = [
  signInOptions,
  signIn,
  signOut,
  me,
  switchRole,
  changePassword,
  beginTotp,
  confirmTotp,
  verifyTotp,
  removeTotp,
  beginOidc,
  finishOidc,
  linkOidc,
  unlinkOidc,
  getProfile,
  updateProfile,
  listSessions,
  endSession,
  listAccounts,
  getAccount,
  createAccount,
  grantRole,
  endRole,
  resetPassword,
  resetSecondFactor,
  disableAccount,
  enableAccount,
];
