import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import type { Actor } from '../actor.ts';
import { insertAccount } from '../data/accounts.ts';
import { resetPassword, selectSignInCredentialOptional } from '../data/credentials.ts';
import { insertRole } from '../data/roles.ts';
import { identityErrors } from '../errors.ts';
import type { Role } from '../rules/index.ts';
import { assureFits, assureMayGrant } from './administer.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password-hash.ts';

export interface AccountInput {
  readonly displayName: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly unitId: string;
  readonly role: Role;
  readonly classCode: string | null;
}

/** The account as its owner first meets it. The password is shown once and must be changed at the first sign-in. */
export interface OneTimePassword {
  readonly accountId: string;
  readonly username: string;
  readonly oneTimePassword: string;
}

/** Makes an account with a first role in a unit of the actor's reach. */
export async function createAccount(
  tx: WriteTx,
  actor: Actor,
  input: AccountInput,
  now: Date,
): Promise<OneTimePassword> {
  assureMayGrant(actor, input.role);
  await assureFits(tx, actor, input.unitId, input.role);
  const { departmentId } = actor;
  const accountId = uuidv7();
  if (!(await insertAccount(tx, { id: accountId, departmentId, ...input }))) {
    // Usernames are unique across departments: the row in the way may be one that nobody here may see.
    const holder = await selectSignInCredentialOptional(tx, input.username);
    throw holder ? identityErrors.usernameTaken(input.username) : identityErrors.phoneTaken();
  }
  const { unitId, role, classCode } = input;
  await insertRole(tx, { id: uuidv7(), accountId, unitId, departmentId, role, classCode, endsOn: null, now });
  const oneTimePassword = makeOneTimePassword();
  if (!(await resetPassword(tx, accountId, await hashPassword(oneTimePassword)))) {
    throw identityErrors.unitOutOfReach();
  }
  return { accountId, username: input.username, oneTimePassword };
}
