import { z } from 'zod';
import { defineOperation } from '#platform/api';

const role = z.string();

/** What the web app must know about the person who is signed in. */
export const me = z.object({
  account: z.object({
    id: z.uuid(),
    displayName: z.string(),
    username: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    language: z.enum(['vi', 'en']),
    mailNotices: z.boolean(),
    version: z.int(),
  }),
  /** The role now in use; null while a step of the sign-in is due or the person holds no role. */
  active: z
    .object({
      roleAssignmentId: z.uuid(),
      role,
      unit: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
    })
    .nullable(),
  roles: z.array(
    z.object({
      roleAssignmentId: z.uuid(),
      role,
      unit: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
    }),
  ),
  /** Operation ids the active role may do. */
  permissions: z.array(z.string()),
  mustChangePassword: z.boolean(),
  secondFactorDue: z.boolean(),
  secondFactorOn: z.boolean(),
  schoolYear: z.string().nullable(),
});

export const signInOptions = defineOperation('identity.signInOptions', {
  method: 'GET',
  path: '/api/sign-in/options',
  summary: 'Các cách đăng nhập của hệ thống này',
  answer: z.object({ oidc: z.object({ label: z.string() }).nullable() }),
});

export const signIn = defineOperation('identity.signIn', {
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Đăng nhập bằng tên đăng nhập hoặc số điện thoại',
  body: z.object({ username: z.string().trim().min(1).max(100), password: z.string().min(1).max(1000) }),
  answer: z.object({ mustChangePassword: z.boolean(), secondFactorDue: z.boolean() }),
});

export const signOut = defineOperation('identity.signOut', {
  method: 'POST',
  path: '/api/sign-out',
  summary: 'Đăng xuất',
});

export const getMe = defineOperation('identity.me', {
  method: 'GET',
  path: '/api/me',
  summary: 'Tôi là ai, giữ vai trò gì, được làm gì',
  answer: me,
});

export const switchRole = defineOperation('identity.switchRole', {
  method: 'POST',
  path: '/api/me/role',
  summary: 'Đổi vai trò đang dùng',
  body: z.object({ roleAssignmentId: z.uuid() }),
});

export const changePassword = defineOperation('identity.changePassword', {
  method: 'POST',
  path: '/api/me/password',
  summary: 'Đổi mật khẩu; các phiên khác kết thúc',
  body: z.object({ currentPassword: z.string().min(1).max(1000), newPassword: z.string().min(1).max(1000) }),
});

/** Every operation of identity and access. */
export const identityOperations = [signInOptions, signIn, signOut, getMe, switchRole, changePassword];
