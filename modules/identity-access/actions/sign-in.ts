import type { WriteTx } from '#platform/db';
import type { Refusal } from '#platform/errors';
import { selectSignInCredentialOptional } from '../data/credentials.ts';
import { identityErrors } from '../errors.ts';
import { readSignInName } from '../rules/index.ts';
import { countWrong, refuseLocked } from './attempts.ts';
import { beginSession, type Circumstances } from './begin-session.ts';
import { verifyPassword } from './password-hash.ts';

/**
 * Signs in by username or phone. Gives the token of a new session, or a Refusal that must be returned (not thrown), because it
 * counts the wrong attempt.
 */
export async function signIn(
  tx: WriteTx,
  input: { username: string; password: string },
  circumstances: Circumstances,
): Promise<{ token: string; mustChangePassword: boolean; secondFactorDue: boolean } | Refusal> {
  const action = 'identity.signIn';
  const credential = await selectSignInCredentialOptional(tx, readSignInName(input.username));
  // Hashing comes before every answer: an unknown, locked or disabled name takes as long as a wrong password.
  const fits = await verifyPassword(credential?.passwordHash, input.password);
  if (!credential) return identityErrors.wrongNameOrPassword();
  const locked = refuseLocked(credential.lockedUntil, circumstances.now);
  if (locked) return locked;
  if (!fits) {
    return countWrong(tx, { ...circumstances, ...credential, action }, identityErrors.wrongNameOrPassword());
  }
  if (credential.status !== 'active') return identityErrors.accountDisabled();
  const { accountId, mustChangePassword, totpConfirmed } = credential;
  const token = await beginSession(tx, { accountId, secondFactorDue: totpConfirmed }, circumstances, action);
  return { token, mustChangePassword, secondFactorDue: totpConfirmed };
}
