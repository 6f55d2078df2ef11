import { type ReadTx, sql, type WriteTx } from '#platform/db';

/** Secrets are reached through functions of the database only; the runtime role has no grant on their tables. */

export interface SignInCredential {
  readonly accountId: string;
  readonly status: 'active' | 'disabled';
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly lockedUntil: string | null;
  readonly totpConfirmed: boolean;
}

/** By username or phone, as `readSignInName` gives it. */
export async function selectSignInCredentialOptional(
  tx: ReadTx,
  name: string,
): Promise<SignInCredential | undefined> {
  const { rows } = await sql<SignInCredential>`
    SELECT account_id AS "accountId", status, password_hash AS "passwordHash", must_change_password AS "mustChangePassword",
      locked_until AS "lockedUntil", totp_confirmed AS "totpConfirmed"
    FROM identity.credential_for_sign_in(${name})`.execute(tx);
  return rows[0];
}

/** Counts a wrong password or code. Whether this one locked the account. */
export async function noteFailedAttempt(
  tx: WriteTx,
  attempt: { accountId: string; action: string; now: Date; ip: string },
  limit: { attemptsAllowed: number; lockMinutes: number },
): Promise<boolean> {
  const { rows } = await sql<{ until: string | null }>`
    SELECT identity.note_failed_attempt(${attempt.accountId}, ${attempt.now}, ${limit.attemptsAllowed}, ${limit.lockMinutes},
      ${attempt.action}, ${attempt.ip}) AS until`.execute(tx);
  return rows[0]?.until != null;
}

export interface OwnCredential {
  readonly username: string;
  readonly passwordHash: string | null;
  readonly lockedUntil: string | null;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmed: boolean;
  readonly oidcLinked: boolean;
}

/** Of the signed-in account. */
export async function selectOwnCredential(tx: ReadTx): Promise<OwnCredential> {
  const { rows } = await sql<OwnCredential>`
    SELECT username, password_hash AS "passwordHash", locked_until AS "lockedUntil", totp_secret AS "totpSecret",
      totp_confirmed AS "totpConfirmed", oidc_linked AS "oidcLinked"
    FROM identity.own_credential()`.execute(tx);
  const [credential] = rows;
  if (!credential) throw new Error('the signed-in account has no credential');
  return credential;
}

/** Sets the own password and ends every other session of the person. */
export async function updateOwnPassword(
  tx: WriteTx,
  hash: string,
  now: Date,
  keepSessionId: string,
): Promise<void> {
  await sql`SELECT identity.set_own_password(${hash}, ${now}, ${keepSessionId})`.execute(tx);
}

/** A sealed secret that waits for its first code; null switches the second factor off. */
export async function updateOwnTotp(tx: WriteTx, sealed: Buffer | null): Promise<void> {
  await sql`SELECT identity.set_own_totp(${sealed})`.execute(tx);
}

/** Accepts a code of time step `step`; false: that step or a later one was already used. */
export async function acceptTotpStep(
  tx: WriteTx,
  sessionId: string,
  step: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ accepted: boolean }>`
    SELECT identity.accept_totp_step(${sessionId}, ${step}, ${now}) AS accepted`.execute(tx);
  return rows[0]?.accepted ?? false;
}

/** Takes the second factor of an account of the own reach away and ends its sessions; false: out of reach. */
export async function resetSecondFactor(tx: WriteTx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    SELECT identity.reset_second_factor(${accountId}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}

/** A one-time password for an account of the own reach; false: out of reach. */
export async function resetPassword(tx: WriteTx, accountId: string, hash: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    SELECT identity.reset_password(${accountId}, ${hash}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}
