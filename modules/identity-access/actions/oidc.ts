import type { WriteTx } from '#platform/db';
import { Refusal } from '#platform/errors';
import { type Actor, hashToken } from '../actor.ts';
import {
  insertOidcAttempt,
  linkOwnOidc,
  selectLinkedAccountOptional,
  takeOidcAttemptOptional,
} from '../data/oidc.ts';
import { identityErrors } from '../errors.ts';
import { oidcMinutes } from '../rules/index.ts';
import { refuseLocked } from './attempts.ts';
import { beginSession, type Circumstances } from './begin-session.ts';
import type { OidcClient } from './oidc-client.ts';

/**
 * Begins a sign-in at the provider, or with `link` the linking of the signed-in account. Gives the provider's address and the
 * state that the browser must bring back in a cookie: a link sent by somebody else does not work.
 */
export async function beginOidc(
  tx: WriteTx,
  client: OidcClient | undefined,
  aim: { returnTo: string; linkAccountId: string | null },
  now: Date,
): Promise<{ address: string; state: string }> {
  if (!client) throw identityErrors.oidcNotOffered();
  const { address, state, nonce, codeVerifier } = await client.begin();
  await insertOidcAttempt(
    tx,
    { stateHash: hashToken(state), nonce, codeVerifier, ...aim },
    { at: now, validMinutes: oidcMinutes },
  );
  return { address, state };
}

export interface OidcOutcome {
  readonly returnTo: string;
  /** Token of the new session; absent when an account was linked. */
  readonly token?: string;
}

/**
 * Finishes what `beginOidc` began. Refusals are returned, not thrown: the attempt is used up whatever comes of it, so that no
 * way back works twice.
 */
export async function finishOidc(
  tx: WriteTx,
  client: OidcClient | undefined,
  input: { query: URLSearchParams; cookieState: string | undefined; actor: Actor | null },
  circumstances: Circumstances,
): Promise<OidcOutcome | Refusal> {
  if (!client) return identityErrors.oidcNotOffered();
  const state = input.query.get('state') ?? '';
  if (state === '' || state !== input.cookieState) return identityErrors.oidcExpired();
  const attempt = await takeOidcAttemptOptional(tx, hashToken(state), circumstances.now);
  if (!attempt || attempt.expired) return identityErrors.oidcExpired();

  const person = await client.finish(input.query, { state, ...attempt });
  if (person instanceof Refusal) return person;

  if (attempt.linkAccountId) {
    const { actor } = input;
    if (actor?.accountId !== attempt.linkAccountId || actor.secondFactorDue)
      return identityErrors.signInNeeded();
    const linked = await linkOwnOidc(tx, person.issuer, person.subject);
    return linked ? { returnTo: attempt.returnTo } : identityErrors.oidcTaken();
  }

  const account = await selectLinkedAccountOptional(tx, person.issuer, person.subject);
  if (!account) return identityErrors.oidcNotLinked();
  if (account.status !== 'active') return identityErrors.accountDisabled();
  const locked = refuseLocked(account.lockedUntil, circumstances.now);
  if (locked) return locked;
  const { accountId, totpConfirmed } = account;
  const opened = { accountId, secondFactorDue: totpConfirmed };
  return {
    returnTo: attempt.returnTo,
    token: await beginSession(tx, opened, circumstances, 'identity.finishOidc'),
  };
}
