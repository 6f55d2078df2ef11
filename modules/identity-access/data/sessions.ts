import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly now: Date;
  readonly hours: number;
  readonly secondFactorDue: boolean;
  readonly ip: string;
  readonly userAgent: string;
  readonly action: string;
}

export async function insertSession(tx: WriteTx, session: NewSession): Promise<void> {
  await sql`SELECT identity.open_session(${session.id}, ${session.tokenHash}, ${session.accountId}, ${session.now}, ${session.hours},
    ${session.secondFactorDue}, ${session.ip}, ${session.userAgent}, ${session.action})`.execute(tx);
}

export async function closeSession(tx: WriteTx, tokenHash: Buffer): Promise<void> {
  await sql`SELECT identity.close_session(${tokenHash})`.execute(tx);
}

/** False: the person does not hold that role now. */
export async function switchSessionRole(
  tx: WriteTx,
  sessionId: string,
  roleId: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    SELECT identity.switch_role(${sessionId}, ${roleId}, ${now}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}

export interface OwnSession {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Sessions of the signed-in account that are still open, newest first. */
export async function listOwnSessions(tx: ReadTx, now: Date): Promise<OwnSession[]> {
  const { rows } = await sql<OwnSession>`
    SELECT id, created_at AS "createdAt", expires_at AS "expiresAt", ip, user_agent AS "userAgent"
    FROM identity.session WHERE expires_at > ${now} ORDER BY created_at DESC, id DESC`.execute(tx);
  return rows;
}

/** Ends one of the own sessions; false: no such session. */
export async function deleteOwnSession(tx: WriteTx, sessionId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM identity.session WHERE id = ${sessionId} RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function endSessionsOf(tx: WriteTx, accountId: string): Promise<void> {
  await sql`SELECT identity.end_sessions(${accountId})`.execute(tx);
}
