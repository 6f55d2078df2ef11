import type { WriteTx } from '#platform/db';
import type { Refusal } from '#platform/errors';
import type { Actor } from '../actor.ts';
import { selectOwnCredential, updateOwnPassword } from '../data/credentials.ts';
import { identityErrors } from '../errors.ts';
import { passwordProblems } from '../rules/index.ts';
import { countWrong, refuseLocked } from './attempts.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/**
 * Changes the own password; this session stays, every other ends. A wrong present password counts like a wrong sign-in, so that
 * a phone left open is no place to guess: that Refusal is returned, not thrown.
 */
export async function changePassword(
  tx: WriteTx,
  actor: Actor,
  input: { currentPassword: string; newPassword: string },
  circumstances: { now: Date; ip: string },
): Promise<Refusal | undefined> {
  const action = 'identity.changePassword';
  const credential = await selectOwnCredential(tx);
  const locked = refuseLocked(credential.lockedUntil, circumstances.now);
  if (locked) return locked;
  if (!(await verifyPassword(credential.passwordHash, input.currentPassword))) {
    const attempt = { ...circumstances, accountId: actor.accountId, action };
    return countWrong(tx, attempt, identityErrors.wrongPassword());
  }
  const path = 'newPassword';
  if (input.newPassword.normalize('NFC') === input.currentPassword.normalize('NFC')) {
    throw identityErrors.badNewPassword([{ path, message: 'Mật khẩu mới phải khác mật khẩu cũ.' }]);
  }
  const problems = passwordProblems(input.newPassword, { username: credential.username, path });
  if (problems.length > 0) throw identityErrors.badNewPassword(problems);
  await updateOwnPassword(tx, await hashPassword(input.newPassword), circumstances.now, actor.sessionId);
  return undefined;
}
