import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { hashToken } from '../actor.ts';
import { insertSession } from '../data/sessions.ts';
import { sessionHours } from '../rules/index.ts';

/** From where and when somebody signs in. */
export interface Circumstances {
  readonly now: Date;
  readonly ip: string;
  readonly userAgent: string;
}

/** Opens a session of an account and gives its token, which is kept nowhere else. */
export async function beginSession(
  tx: WriteTx,
  account: { accountId: string; secondFactorDue: boolean },
  circumstances: Circumstances,
  action: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertSession(tx, {
    id: uuidv7(),
    tokenHash: hashToken(token),
    hours: sessionHours,
    ...account,
    ...circumstances,
    action,
  });
  return token;
}
