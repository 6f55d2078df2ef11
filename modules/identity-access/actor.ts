import { createHash } from 'node:crypto';
import { executePrepared, type ReadTx, type Settings, sql } from '#platform/db';
import { binder, type Gate } from '#platform/http';
import { identityErrors } from './errors.ts';
import { accessMatrix, mayDo, type Role, whoMay } from './rules/index.ts';

export type Scope = 'department' | 'subtree' | 'own';

/** Who is asking: a person in one of the person's roles, or a registered system (`client`). */
export interface Actor {
  readonly sessionId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly language: 'vi' | 'en';
  readonly roleAssignmentId: string | null;
  readonly role: Role | null;
  readonly unitId: string | null;
  readonly unitKind: string | null;
  readonly departmentId: string;
  readonly scope: Scope | null;
  readonly secondFactorDue: boolean;
  readonly mustChangePassword: boolean;
  /** Another system with a token of its own: `accountId` and `displayName` are its id and name, `unitId` and what it reaches are what it sees. */
  readonly client?: { readonly scopes: readonly string[] };
}

export const sessionCookie = 'hoaban_session';

/** Binds a handler to its operation; the handler knows who asks. */
export const bind = binder<Actor>();

/** Only the hash of a token is kept or looked up. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** How the HTTP layer learns who asks and what that person may do. Deny by default. */
export const gate: Gate<Actor> = {
  async open(tx: ReadTx, token, circumstances) {
    if (circumstances.bearer) return openClient(tx, token, circumstances);
    const { rows } = await executePrepared(
      tx,
      sql<{ asker: Actor | null }>`
      SELECT identity.open_request(${hashToken(token)}, ${circumstances.now}, ${circumstances.requestId}, ${circumstances.ip},
        ${circumstances.action}, ${circumstances.commandId}) AS asker`,
    );
    return rows[0]?.asker ?? null;
  },

  refuse(operationId, actor) {
    const access = Object.hasOwn(accessMatrix, operationId) ? accessMatrix[operationId] : undefined;
    if (access === 'public') return undefined;
    if (!actor) return access === 'client' ? identityErrors.tokenNeeded() : identityErrors.signInNeeded();
    if (access === 'client') return actor.client ? undefined : identityErrors.notAllowed('');
    if (actor.client) return identityErrors.notForClients();
    if (access === 'session') return undefined;
    if (actor.secondFactorDue) return identityErrors.secondFactorDue();
    if (access === 'signedIn') return undefined;
    if (actor.mustChangePassword) return identityErrors.passwordChangeDue();
    if (mayDo(operationId, actor.role)) return undefined;
    return actor.role === null ? identityErrors.noRole() : identityErrors.notAllowed(whoMay(operationId));
  },

  commandOwner: ({ accountId, departmentId }) => ({ accountId, departmentId }),
};

/** The registered system that a token belongs to; null when the token opens nothing. */
async function openClient(
  tx: ReadTx,
  token: string,
  { now, requestId, ip, action }: { now: Date; requestId: string; ip: string; action: string },
): Promise<Actor | null> {
  const { rows } = await executePrepared(
    tx,
    sql<{ asker: Actor | null }>`
    SELECT identity.open_client(${hashToken(token)}, ${now}, ${requestId}, ${ip}, ${action}) AS asker`,
  );
  return rows[0]?.asker ?? null;
}

/** Settings of a transaction that acts as a person without a session: jobs, the command line, tests. */
export function settingsFor(
  actor: Pick<Actor, 'accountId' | 'departmentId' | 'unitId' | 'role' | 'scope'>,
  action: string,
): Settings {
  return {
    'hoaban.account_id': actor.accountId,
    'hoaban.department_id': actor.departmentId,
    'hoaban.unit_id': actor.unitId ?? '',
    'hoaban.role': actor.role ?? '',
    'hoaban.scope': actor.scope ?? '',
    'hoaban.action': action,
  };
}

/** Settings of a transaction in which the system works for one department. */
export function systemSettings(departmentId: string, action: string): Settings {
  return {
    'hoaban.department_id': departmentId,
    'hoaban.unit_id': departmentId,
    'hoaban.scope': 'department',
    'hoaban.action': action,
  };
}
