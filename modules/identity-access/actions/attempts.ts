import type { WriteTx } from '#platform/db';
import type { Refusal } from '#platform/errors';
import { noteFailedAttempt } from '../data/credentials.ts';
import { identityErrors } from '../errors.ts';
import { attemptsAllowed, lockMinutes } from '../rules/index.ts';

/** Says so while an account is locked; nothing otherwise. */
export function refuseLocked(lockedUntil: string | null, now: Date): Refusal | undefined {
  if (!lockedUntil) return undefined;
  const left = Date.parse(lockedUntil) - now.getTime();
  return left > 0 ? identityErrors.locked(Math.ceil(left / 60_000)) : undefined;
}

/**
 * Counts a wrong password or code of an account. Gives what to answer: `wrong`, or that the account is now locked.
 * The caller returns it (not throws): the count must be kept.
 */
export async function countWrong(
  tx: WriteTx,
  attempt: { accountId: string; action: string; now: Date; ip: string },
  wrong: Refusal,
): Promise<Refusal> {
  const locked = await noteFailedAttempt(tx, attempt, { attemptsAllowed, lockMinutes });
  return locked ? identityErrors.locked(lockMinutes) : wrong;
}
