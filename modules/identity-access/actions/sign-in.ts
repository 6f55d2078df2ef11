import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Refusal } from '#platform/errors';
import { formatDateTime } from '#platform/i18n';
import { type Actor, hashToken } from '../actor.ts';
import { listOwnRoles, selectAccount, selectCurrentSchoolYearName } from '../data/accounts.ts';
import {
  closeSession,
  noteFailedSignIn,
  openSession,
  selectOwnCredential,
  selectSignInCredentialOptional,
  setOwnPassword,
  switchSessionRole,
} from '../data/credentials.ts';
import { identityErrors } from '../errors.ts';
import { operationsOf } from '../rules/access-matrix.ts';
import { passwordFault } from '../rules/password.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** Five wrong answers lock for a quarter of an hour: enough for tired fingers, too slow for guessing. */
export const signInLimit = { attempts: 5, lockMinutes: 15 };
/** A working day: shared phones and office machines are signed out over night. */
export const sessionHours = 12;

export interface Circumstances {
  readonly now: Date;
  readonly ip: string;
  readonly userAgent: string;
}

/** Opens a session and gives its token, which is kept nowhere else. */
export async function beginSession(
  tx: WriteTx,
  accountId: string,
  secondFactorDue: boolean,
  { now, ip, userAgent }: Circumstances,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await openSession(tx, {
    id: uuidv7(),
    tokenHash: hashToken(token),
    accountId,
    now,
    hours: sessionHours,
    secondFactorDue,
    ip,
    userAgent,
  });
  await sql`SELECT audit.note('signIn', 'identity.account', ${accountId}, NULL, '{}'::jsonb)`.execute(tx);
  return token;
}

/**
 * Signs in by username or phone. Gives the token of a new session, or a Refusal that must be answered after the
 * transaction is kept, because it counts the wrong attempt.
 */
export async function signIn(
  tx: WriteTx,
  input: { username: string; password: string },
  circumstances: Circumstances,
): Promise<{ token: string; mustChangePassword: boolean; secondFactorDue: boolean } | Refusal> {
  const credential = await selectSignInCredentialOptional(tx, input.username);
  const locked = credential?.lockedUntil && new Date(credential.lockedUntil) > circumstances.now;
  // Hashing comes before every answer: a locked, unknown or disabled name takes as long as a wrong password.
  const fits = await verifyPassword(credential?.passwordHash, input.password);
  if (locked) return identityErrors.locked(formatDateTime(credential.lockedUntil ?? ''));
  if (!credential || !fits || credential.status !== 'active') {
    if (!credential) return identityErrors.wrongPassword();
    const until = await noteFailedSignIn(tx, credential.accountId, circumstances.now, signInLimit);
    return until && new Date(until) > circumstances.now
      ? identityErrors.locked(formatDateTime(until))
      : identityErrors.wrongPassword();
  }
  const token = await beginSession(tx, credential.accountId, credential.totpConfirmed, circumstances);
  return {
    token,
    mustChangePassword: credential.mustChangePassword,
    secondFactorDue: credential.totpConfirmed,
  };
}

/** Ends the session of a token. */
export async function signOut(tx: WriteTx, token: string): Promise<void> {
  await closeSession(tx, hashToken(token));
}

/** Who the person is, every role held, and what the active role may do. */
export async function describeMe(tx: ReadTx, actor: Actor) {
  const [account, held, credential, schoolYear] = await Promise.all([
    selectAccount(tx, actor.accountId),
    listOwnRoles(tx),
    selectOwnCredential(tx),
    selectCurrentSchoolYearName(tx),
  ]);
  const ready = !actor.secondFactorDue && !actor.mustChangePassword;
  const roles = held.map((role) => ({
    roleAssignmentId: role.id,
    role: role.role,
    unit: { id: role.unitId, name: role.unitName, kind: role.unitKind },
  }));
  return {
    account,
    active: ready ? (roles.find((role) => role.roleAssignmentId === actor.roleAssignmentId) ?? null) : null,
    roles,
    permissions: ready ? operationsOf(actor.role) : [],
    mustChangePassword: actor.mustChangePassword,
    secondFactorDue: actor.secondFactorDue,
    secondFactorOn: credential.totpConfirmed,
    schoolYear,
  };
}

/** Uses another of the person's roles from now on in this session. */
export async function switchRole(tx: WriteTx, actor: Actor, roleAssignmentId: string): Promise<void> {
  if (!(await switchSessionRole(tx, actor.sessionId, roleAssignmentId))) throw identityErrors.roleNotYours();
}

/** Changes the own password; every other session of the person ends. A due second factor must come first. */
export async function changePassword(
  tx: WriteTx,
  actor: Actor,
  input: { currentPassword: string; newPassword: string },
  now: Date,
): Promise<void> {
  if (actor.secondFactorDue) throw identityErrors.secondFactorDue();
  const [credential, account] = await Promise.all([
    selectOwnCredential(tx),
    selectAccount(tx, actor.accountId),
  ]);
  if (!(await verifyPassword(credential.passwordHash, input.currentPassword)))
    throw identityErrors.wrongCurrentPassword();
  if (input.newPassword === input.currentPassword)
    throw identityErrors.weakPassword('Mật khẩu mới phải khác mật khẩu cũ.');
  const fault = passwordFault(input.newPassword, account);
  if (fault) throw identityErrors.weakPassword(fault);
  await setOwnPassword(tx, await hashPassword(input.newPassword), now, actor.sessionId);
}
