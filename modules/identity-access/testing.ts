import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { tellPersons } from '#modules/plan';
import type { Clock } from '#platform/clock';
import type { Settings } from '#platform/db';
import { buildServer } from '#platform/http';
import type { TestDatabase } from '#tests/harness/database.ts';
import type { OidcClient } from './actions/oidc-client.ts';
import { type Actor, gate, hashToken, sessionCookie, settingsFor } from './actor.ts';
import { identityRoutes } from './api/index.ts';
import type { Role } from './rules/index.ts';

/** A clock that a test moves: time passes only when it says so. */
export interface MovableClock extends Clock {
  /** Lets this many minutes pass. */
  pass(minutes: number): void;
}

/** Begins at `iso`, for example '2025-10-01T08:00:00+07:00'. */
export function movableClock(iso: string): MovableClock {
  let instant = Date.parse(iso);
  return {
    now: () => new Date(instant),
    pass: (minutes) => {
      instant += minutes * 60_000;
    },
  };
}

async function openSession(
  { owner }: TestDatabase,
  username: string,
  { now, role }: { now: Date; role?: Role },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { rowCount } = await owner.query(
    `SELECT identity.open_session($1, $2, id, $3, 12, false, '127.0.0.1', 'test', 'identity.signIn')
     FROM identity.account WHERE username = $4`,
    [uuidv7(), hashToken(token), now, username],
  );
  if (rowCount !== 1) throw new RangeError(`nobody is called ${username} here`);
  if (role) {
    const switched = await owner.query(
      `UPDATE identity.session s SET role_assignment_id = r.id FROM identity.role_assignment r
       WHERE s.token_hash = $1 AND r.account_id = s.account_id AND r.role = $2`,
      [hashToken(token), role],
    );
    if (switched.rowCount !== 1)
      throw new RangeError(`${username} does not hold the role ${role} exactly once`);
  }
  return token;
}

/**
 * Signs an account in behind the door and gives the request headers for `server.inject`. `now` is the time of the server's
 * clock; the session lives twelve hours. Without `role` the person acts in the one with the widest view.
 */
export async function signedIn(
  db: TestDatabase,
  username: string,
  options: { now: Date; role?: Role },
): Promise<{ cookie: string }> {
  return { cookie: `${sessionCookie}=${await openSession(db, username, options)}` };
}

/** Who asks, for calling an action directly, and the settings of the transaction to call it in. */
export async function actorOf(
  db: TestDatabase,
  username: string,
  options: { now: Date; role?: Role },
): Promise<{ actor: Actor; settings: Settings }> {
  const token = await openSession(db, username, options);
  const actor = await db.database.read({}, (tx) =>
    gate.open(tx, token, {
      now: options.now,
      requestId: uuidv7(),
      ip: '127.0.0.1',
      action: 'test',
      commandId: uuidv7(),
      bearer: false,
    }),
  );
  if (!actor) throw new RangeError(`${username} cannot sign in`);
  return { actor, settings: settingsFor(actor, 'test') };
}

/** The routes of this module on a server of their own, with every answer checked against its schema. */
export function identityServer(
  db: TestDatabase,
  options: { clock: Clock; oidc?: OidcClient; publicUrl?: string; secretKey?: Buffer },
): Promise<FastifyInstance> {
  const { clock, oidc, publicUrl = 'http://127.0.0.1', secretKey = Buffer.alloc(32, 7) } = options;
  return buildServer({
    database: db.database,
    clock,
    gate,
    services: { filesFolder: '', publicUrl },
    routes: identityRoutes({ secretKey, oidc, tell: tellPersons }),
    sessionCookie,
    secureCookies: publicUrl.startsWith('https:'),
    logger: false,
    checkAnswers: true,
    trustProxy: false,
  });
}
