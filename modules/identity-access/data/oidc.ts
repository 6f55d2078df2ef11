import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface OidcAttempt {
  readonly stateHash: Buffer;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
  /** The account that links itself; null: a sign-in. */
  readonly linkAccountId: string | null;
}

export async function insertOidcAttempt(
  tx: WriteTx,
  attempt: OidcAttempt,
  begun: { at: Date; validMinutes: number },
): Promise<void> {
  await sql`SELECT identity.begin_oidc(${attempt.stateHash}, ${attempt.nonce}, ${attempt.codeVerifier}, ${attempt.returnTo},
    ${attempt.linkAccountId}, ${begun.at}, ${begun.validMinutes})`.execute(tx);
}

/** Takes the attempt away, so that it serves once. */
export async function takeOidcAttemptOptional(
  tx: WriteTx,
  stateHash: Buffer,
  now: Date,
): Promise<(Omit<OidcAttempt, 'stateHash'> & { expired: boolean }) | undefined> {
  const { rows } = await sql<Omit<OidcAttempt, 'stateHash'> & { expired: boolean }>`
    SELECT nonce, code_verifier AS "codeVerifier", return_to AS "returnTo", link_account_id AS "linkAccountId", expired
    FROM identity.finish_oidc(${stateHash}, ${now})`.execute(tx);
  return rows[0];
}

export interface LinkedAccount {
  readonly accountId: string;
  readonly status: 'active' | 'disabled';
  readonly totpConfirmed: boolean;
  readonly lockedUntil: string | null;
}

export async function selectLinkedAccountOptional(
  tx: ReadTx,
  issuer: string,
  subject: string,
): Promise<LinkedAccount | undefined> {
  const { rows } = await sql<LinkedAccount>`
    SELECT account_id AS "accountId", status, totp_confirmed AS "totpConfirmed", locked_until AS "lockedUntil"
    FROM identity.account_for_oidc(${issuer}, ${subject})`.execute(tx);
  return rows[0];
}

/** Links the signed-in account; false: that subject belongs to somebody else. */
export async function linkOwnOidc(tx: WriteTx, issuer: string, subject: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    SELECT identity.link_own_oidc(${issuer}, ${subject}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}

/** Forgets the outside account of the signed-in person. */
export async function unlinkOwnOidc(tx: WriteTx): Promise<void> {
  await sql`SELECT identity.unlink_own_oidc()`.execute(tx);
}
