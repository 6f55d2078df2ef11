import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, hashToken } from '#modules/identity-access';
import { findUnit, isInReach } from '#modules/organisation';
import { localDate } from '#platform/clock';
import { isUuid, type ReadTx, type WriteTx } from '#platform/db';
import {
  insertClient,
  issueToken,
  revokeClient as markRevoked,
  selectClientOptional,
} from '../data/clients.ts';
import { exchangeErrors } from '../errors.ts';
import { limits, minuteLimiter, type Scope } from '../rules/index.ts';

export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

export interface NewClient {
  readonly name: string;
  readonly purpose: string;
  readonly contact: string;
  readonly unitId: string;
  readonly scopes: readonly Scope[];
  readonly expiresOn: string;
}

const unitKinds: readonly string[] = ['department', 'commune', 'cluster', 'school'];
/** Nobody remembers a system that was let in three years ago. */
const longestDays = 730;

/**
 * Registers a system that may read of a unit and what it reaches. The secret is given here and never again.
 * @throws Refusal exchange.wrongUnit, badLastDay
 */
export async function createClient(
  tx: WriteTx,
  { actor, now }: Acting,
  given: NewClient,
): Promise<{ id: string; clientId: string; clientSecret: string }> {
  const unit = await findUnit(tx, given.unitId);
  if (!unit || !unitKinds.includes(unit.kind) || !(await isInReach(tx, actor.unitId ?? '', unit.id))) {
    throw exchangeErrors.wrongUnit();
  }
  const [today, last] = [localDate(now), localDate(new Date(now.getTime() + longestDays * 86_400_000))];
  if (given.expiresOn < today || given.expiresOn > last) throw exchangeErrors.badLastDay(today, last);
  const id = uuidv7();
  const clientSecret = randomBytes(32).toString('base64url');
  await insertClient(tx, {
    ...given,
    id,
    departmentId: actor.departmentId,
    scopes: [...new Set(given.scopes)],
    secretHash: hashToken(clientSecret),
    by: actor.accountId,
    now,
  });
  return { id, clientId: id, clientSecret };
}

/** A client within reach. @throws Refusal exchange.noClient */
export async function clientOf(tx: ReadTx, id: string) {
  const client = await selectClientOptional(tx, id);
  if (!client) throw exchangeErrors.noClient();
  return client;
}

/** Takes the right to read away at once: tokens it still holds open nothing. @throws Refusal exchange.noClient, alreadyRevoked */
export async function revokeClient(tx: WriteTx, { actor, now }: Acting, id: string): Promise<void> {
  const client = await clientOf(tx, id);
  if (client.revokedAt || !(await markRevoked(tx, id, actor.accountId, now)))
    throw exchangeErrors.alreadyRevoked();
}

const tokenSeconds = 3600;
const requests = minuteLimiter(limits.requests);
const tokens = minuteLimiter(limits.tokens);
const wrongSecrets = minuteLimiter(limits.wrongSecrets);

/** Counts a request of a client. @throws Refusal exchange.tooMany */
export function countRequest({ actor, now }: Acting): void {
  const seconds = requests.wait(actor.accountId, now.getTime());
  if (seconds > 0) throw exchangeErrors.tooMany(seconds);
}

/** Id and secret as the standard lets a client send them: HTTP Basic (each part form-encoded) or fields of the form. */
export function credentialsOf(
  authorization: string,
  form: { readonly client_id?: string | undefined; readonly client_secret?: string | undefined },
): { readonly id: string; readonly secret: string } | undefined {
  const basic = /^Basic +([A-Za-z0-9+/=]+) *$/i.exec(authorization)?.[1];
  const text = basic ? Buffer.from(basic, 'base64').toString('utf8') : undefined;
  const at = text?.indexOf(':') ?? -1;
  try {
    const [id, secret] =
      text !== undefined && at > 0
        ? [text.slice(0, at), text.slice(at + 1)].map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
        : [form.client_id, form.client_secret];
    return id && secret && isUuid(id) ? { id, secret } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A token for a client that shows its secret (RFC 6749, 4.4): an hour, bound to the scopes asked for. A refusal is returned, not thrown,
 * so that the attempt stays noted.
 */
export async function giveToken(
  tx: WriteTx,
  { now, ip, authorization }: { readonly now: Date; readonly ip: string; readonly authorization: string },
  form: {
    readonly grant_type: string;
    readonly scope: string;
    readonly client_id?: string | undefined;
    readonly client_secret?: string | undefined;
  },
) {
  if (form.grant_type !== 'client_credentials') return exchangeErrors.wrongGrant();
  const credentials = credentialsOf(authorization, form);
  const waiting = tokens.wait(ip, now.getTime());
  if (waiting > 0) return exchangeErrors.tooMany(waiting);
  const token = randomBytes(32).toString('base64url');
  const wanted = form.scope.split(/[\s,]+/).filter(Boolean);
  const given = credentials
    ? await issueToken(tx, {
        clientId: credentials.id,
        secretHash: hashToken(credentials.secret),
        tokenHash: hashToken(token),
        wanted,
        now,
        seconds: tokenSeconds,
        ip,
      })
    : null;
  if (given === null) {
    const seconds = wrongSecrets.wait(ip, now.getTime());
    return seconds > 0 ? exchangeErrors.tooMany(seconds) : exchangeErrors.unknownClient();
  }
  if (given.length === 0) return exchangeErrors.wrongScope();
  return {
    access_token: token,
    token_type: 'Bearer' as const,
    expires_in: tokenSeconds,
    scope: given.join(' '),
  };
}
