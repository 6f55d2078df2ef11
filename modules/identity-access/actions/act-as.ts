import { v7 as uuidv7 } from 'uuid';
import type { Database, WriteTx } from '#platform/db';
import { type Actor, gate, hashToken } from '../actor.ts';
import { selectSignInCredentialOptional } from '../data/credentials.ts';
import { closeSession } from '../data/sessions.ts';
import { identityErrors } from '../errors.ts';
import { beginSession } from './begin-session.ts';

/**
 * Does one operation as a person for whoever sits at the machine (the command line): through the same session, gate
 * and policies as a browser, in one transaction, with the audit naming the person. The password is not asked; the
 * operator holds the data folder anyway. Refuses unknown names and what the person's first role may not do.
 */
export function actAs<Result>(
  database: Database,
  as: { username: string; operationId: string; now: Date },
  work: (tx: WriteTx, actor: Actor) => Promise<Result>,
): Promise<Result> {
  return database.write({}, async (tx) => {
    const credential = await selectSignInCredentialOptional(tx, as.username);
    if (credential?.status !== 'active') throw identityErrors.accountNotFound();
    const token = await beginSession(
      tx,
      { accountId: credential.accountId, secondFactorDue: false },
      { now: as.now, ip: 'local', userAgent: 'hoaban' },
      as.operationId,
    );
    const actor = await gate.open(tx, token, {
      now: as.now,
      requestId: uuidv7(),
      ip: 'local',
      action: as.operationId,
      commandId: uuidv7(),
      bearer: false,
    });
    const refusal = gate.refuse(as.operationId, actor);
    if (refusal || !actor) throw refusal ?? identityErrors.signInNeeded();
    const result = await work(tx, actor);
    await closeSession(tx, hashToken(token));
    return result;
  });
}
