import { type ReadTx, sql, type WriteTx } from '#platform/db';

/** Secrets are reached through functions of the database only; the runtime role has no grant on their tables. */

export interface SignInCredential {
  readonly accountId: string;
  readonly departmentId: string;
  readonly status: 'active' | 'disabled';
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly lockedUntil: string | null;
  readonly totpConfirmed: boolean;
}

export async function selectSignInCredentialOptional(
  tx: ReadTx,
  name: string,
): Promise<SignInCredential | undefined> {
  const { rows } = await sql<SignInCredential>`
    SELECT account_id AS "accountId", department_id AS "departmentId", status, password_hash AS "passwordHash",
      must_change_password AS "mustChangePassword", locked_until AS "lockedUntil", totp_confirmed AS "totpConfirmed"
    FROM identity.credential_for_sign_in(${name})`.execute(tx);
  return rows[0];
}

/** Counts a wrong password or code. Gives the end of the lock when this one closed it. */
export async function noteFailedSignIn(
  tx: WriteTx,
  accountId: string,
  now: Date,
  limit: { attempts: number; lockMinutes: number },
): Promise<string | null> {
  const { rows } = await sql<{ until: string | null }>`
    SELECT identity.note_failed_sign_in(${accountId}, ${now}, ${limit.attempts}, ${limit.lockMinutes}) AS until`.execute(
    tx,
  );
  return rows[0]?.until ?? null;
}

export async function openSession(
  tx: WriteTx,
  session: {
    id: string;
    tokenHash: Buffer;
    accountId: string;
    now: Date;
    hours: number;
    secondFactorDue: boolean;
    ip: string;
    userAgent: string;
  },
): Promise<void> {
  await sql`SELECT identity.open_session(${session.id}, ${session.tokenHash}, ${session.accountId}, ${session.now}, ${session.hours},
    ${session.secondFactorDue}, ${session.ip}, ${session.userAgent})`.execute(tx);
}

export async function closeSession(tx: WriteTx, tokenHash: Buffer): Promise<void> {
  await sql`SELECT identity.close_session(${tokenHash})`.execute(tx);
}

/** False: the person does not hold that role. */
export async function switchSessionRole(
  tx: WriteTx,
  sessionId: string,
  roleAssignmentId: string,
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`SELECT identity.switch_role(${sessionId}, ${roleAssignmentId}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}

export interface OwnCredential {
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmed: boolean;
  readonly totpLastStep: number;
}

export async function selectOwnCredential(tx: ReadTx): Promise<OwnCredential> {
  const { rows } = await sql<OwnCredential>`
    SELECT password_hash AS "passwordHash", must_change_password AS "mustChangePassword", totp_secret AS "totpSecret",
      totp_confirmed AS "totpConfirmed", totp_last_step AS "totpLastStep" FROM identity.own_credential()`.execute(
    tx,
  );
  const [credential] = rows;
  if (!credential) throw new Error('the signed-in account has no credential');
  return credential;
}

export async function setOwnPassword(
  tx: WriteTx,
  hash: string,
  now: Date,
  keepSessionId: string,
): Promise<void> {
  await sql`SELECT identity.set_own_password(${hash}, ${now}, ${keepSessionId})`.execute(tx);
}
