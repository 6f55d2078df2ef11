import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import type { Actor } from '../actor.ts';
import { listAccounts, selectAccountOptional, updateAccountStatus } from '../data/accounts.ts';
import { resetPassword as storeReset, resetSecondFactor as takeAway } from '../data/credentials.ts';
import { insertRole, selectRoleOptional, endRole as storeEnd } from '../data/roles.ts';
import { endSessionsOf } from '../data/sessions.ts';
import { identityErrors } from '../errors.ts';
import type { Role } from '../rules/index.ts';
import { accountToAdminister, assureFits, assureMayGrant } from './administer.ts';
import type { OneTimePassword } from './create-account.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password-hash.ts';

/** Gives a person of the department one more role, from today on. Gives the id of the role held. */
export async function grantRole(
  tx: WriteTx,
  actor: Actor,
  accountId: string,
  input: { unitId: string; role: Role; classCode: string | null; endsOn: string | null },
  now: Date,
): Promise<string> {
  // Nobody gives or prolongs the own roles, not even one below.
  if (accountId === actor.accountId) throw identityErrors.ownAccount();
  assureMayGrant(actor, input.role);
  await assureFits(tx, actor, input.unitId, input.role);
  if (!(await selectAccountOptional(tx, accountId))) throw identityErrors.accountNotFound();
  const { departmentId } = actor;
  const id = await insertRole(tx, { id: uuidv7(), accountId, departmentId, ...input, now });
  if (!id) throw identityErrors.roleHeld();
  return id;
}

/** Ends a role at once: the next request in it is refused. */
export async function endRole(tx: WriteTx, actor: Actor, roleId: string, now: Date): Promise<void> {
  const held = await selectRoleOptional(tx, roleId, now);
  if (!held) throw identityErrors.roleNotFound();
  if (held.accountId === actor.accountId) throw identityErrors.ownAccount();
  assureMayGrant(actor, held.role);
  await storeEnd(tx, roleId, now);
}

/** A new one-time password; every session of the account ends. */
export async function resetPassword(
  tx: WriteTx,
  actor: Actor,
  accountId: string,
  now: Date,
): Promise<OneTimePassword> {
  const account = await accountToAdminister(tx, actor, accountId, now);
  const oneTimePassword = makeOneTimePassword();
  if (!(await storeReset(tx, accountId, await hashPassword(oneTimePassword))))
    throw identityErrors.accountAbove();
  return { accountId, username: account.username, oneTimePassword };
}

/** Tells persons something in the app, and by mail those who take mail: known by a module above this one. */
export type TellPersons = (
  tx: WriteTx,
  departmentId: string,
  accountIds: readonly string[],
  notice: {
    readonly kind: string;
    readonly title: string;
    readonly body: string;
    readonly link: string;
    readonly now: Date;
  },
) => Promise<void>;

/**
 * Removes the second factor of a person who has lost the phone: the password alone signs in until the person switches it on
 * again. Every session of the account ends and the person is told.
 */
export async function resetSecondFactor(
  tx: WriteTx,
  actor: Actor,
  accountId: string,
  { tell, now }: { readonly tell: TellPersons; readonly now: Date },
): Promise<void> {
  await accountToAdminister(tx, actor, accountId, now);
  const { departmentId, scope } = actor;
  const found = { departmentId, whole: scope === 'department', accountId, limit: 1, now };
  const [account] = await listAccounts(tx, found);
  if (!account?.secondFactor) throw identityErrors.secondFactorOff();
  if (!(await takeAway(tx, accountId))) throw identityErrors.accountAbove();
  await tell(tx, departmentId, [accountId], {
    kind: 'secondFactorReset',
    title: 'Xác thực hai lớp của bạn đã được gỡ',
    body: `${actor.displayName} đã gỡ theo đề nghị. Hãy bật lại với điện thoại mới; nếu bạn không đề nghị, hãy đổi mật khẩu ngay.`,
    link: '/ca-nhan',
    now,
  });
}

/** The account cannot sign in any more; its sessions end. */
export async function disableAccount(tx: WriteTx, actor: Actor, accountId: string, now: Date): Promise<void> {
  await accountToAdminister(tx, actor, accountId, now);
  await updateAccountStatus(tx, accountId, 'disabled');
  await endSessionsOf(tx, accountId);
}

export async function enableAccount(tx: WriteTx, actor: Actor, accountId: string, now: Date): Promise<void> {
  await accountToAdminister(tx, actor, accountId, now);
  await updateAccountStatus(tx, accountId, 'active');
}
