import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Profile {
  readonly displayName: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: 'vi' | 'en';
  readonly mailNotices: boolean;
  readonly version: number;
}

/** Of the signed-in account. */
export async function selectOwnProfile(tx: ReadTx, accountId: string): Promise<Profile> {
  const { rows } = await sql<Profile>`
    SELECT a.display_name AS "displayName", a.username, d.phone, d.email, a.language, d.mail_notices AS "mailNotices", a.version
    FROM identity.account a JOIN identity.account_details(ARRAY[${accountId}::uuid]) d ON d.account_id = a.id`.execute(
    tx,
  );
  const [profile] = rows;
  if (!profile) throw new Error('the signed-in account is gone');
  return profile;
}

/** Saves the own profile when it still has `version`; false: somebody saved meanwhile. */
export async function updateOwnProfile(
  tx: WriteTx,
  accountId: string,
  version: number,
  profile: Pick<Profile, 'phone' | 'email' | 'language' | 'mailNotices'>,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE identity.account SET phone = ${profile.phone}, email = ${profile.email}, language = ${profile.language},
      mail_notices = ${profile.mailNotices}, version = version + 1
    WHERE id = ${accountId} AND version = ${version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Whether another account has this phone, in any department. */
export async function phoneIsTaken(tx: ReadTx, phone: string, byOtherThan: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT account_id AS id FROM identity.credential_for_sign_in(${phone}) WHERE account_id <> ${byOtherThan}`.execute(
    tx,
  );
  return rows.length > 0;
}

export interface AccountRow {
  readonly id: string;
  readonly displayName: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly status: 'active' | 'disabled';
  readonly firstSignedInAt: string | null;
  readonly lockedUntil: string | null;
  readonly secondFactor: boolean;
  readonly version: number;
  readonly givenName: string;
  readonly familyName: string;
}

/** Where a page of people begins: after this one in the order of names. */
export interface NamePlace {
  readonly givenName: string;
  readonly familyName: string;
  readonly id: string;
}

export interface AccountFilter {
  readonly departmentId: string;
  /** Everybody of the department; else only those with a role in the own reach. */
  readonly whole: boolean;
  readonly now: Date;
  readonly accountId?: string | undefined;
  readonly text?: string | undefined;
  readonly unitId?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
  readonly after?: NamePlace | undefined;
  readonly limit: number;
}

/** People of the own reach by given name, then family name, in the order of the Vietnamese alphabet. */
export async function listAccounts(tx: ReadTx, filter: AccountFilter): Promise<AccountRow[]> {
  const pattern = filter.text ? `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const holds = filter.unitId
    ? sql`AND r.unit_id IN (SELECT descendant_id FROM organisation.unit_reach WHERE ancestor_id = ${filter.unitId})`
    : sql``;
  const byRole =
    filter.whole && !filter.unitId && !filter.role
      ? sql``
      : // The policy of role_assignment leaves only roles in the own reach.
        sql`AND EXISTS (SELECT FROM identity.role_assignment r WHERE r.account_id = a.id
              AND identity.in_force(r.starts_on, r.ends_on, ${filter.now}) ${holds}
              ${filter.role ? sql`AND r.role = ${filter.role}` : sql``})`;
  const { rows } = await sql<AccountRow>`
    WITH page AS (
      SELECT a.id, a.display_name, a.username, a.status, a.first_signed_in_at, a.version, a.given_name, a.family_name
      FROM identity.account a
      WHERE a.department_id = ${filter.departmentId}
        ${filter.accountId ? sql`AND a.id = ${filter.accountId}` : sql``}
        ${pattern ? sql`AND a.search_text LIKE organisation.fold(${pattern})` : sql``}
        ${filter.status ? sql`AND a.status = ${filter.status}` : sql``}
        ${
          filter.after
            ? sql`AND (a.given_name, a.family_name, a.id) > (${filter.after.givenName}, ${filter.after.familyName}, ${filter.after.id}::uuid)`
            : sql``
        }
        ${byRole}
      ORDER BY a.given_name, a.family_name, a.id LIMIT ${filter.limit})
    SELECT p.id, p.display_name AS "displayName", p.username, d.phone, d.email, p.status, p.first_signed_in_at AS "firstSignedInAt",
      d.locked_until AS "lockedUntil", coalesce(d.second_factor, false) AS "secondFactor", p.version, p.given_name AS "givenName",
      p.family_name AS "familyName"
    FROM page p LEFT JOIN identity.account_details(ARRAY(SELECT id FROM page)) d ON d.account_id = p.id
    ORDER BY p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

/** Names of accounts by id, of those the reader may see. */
export async function listAccountNames(
  tx: ReadTx,
  ids: readonly string[],
): Promise<{ id: string; displayName: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; displayName: string }>`
    SELECT id, display_name AS "displayName" FROM identity.account WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, name FROM identity.client WHERE id = ANY (${ids}::uuid[])`.execute(tx);
  return rows;
}

export interface NewAccount {
  readonly id: string;
  readonly departmentId: string;
  readonly displayName: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** False: the username or the phone is taken. */
export async function insertAccount(tx: WriteTx, account: NewAccount): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO identity.account (id, department_id, display_name, username, phone, email)
    VALUES (${account.id}, ${account.departmentId}, ${account.displayName}, ${account.username}, ${account.phone}, ${account.email})
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function selectAccountOptional(
  tx: ReadTx,
  accountId: string,
): Promise<
  { id: string; username: string; status: 'active' | 'disabled'; mayAdminister: boolean } | undefined
> {
  const { rows } = await sql<{
    id: string;
    username: string;
    status: 'active' | 'disabled';
    mayAdminister: boolean;
  }>`
    SELECT id, username, status, identity.may_administer(id) AS "mayAdminister"
    FROM identity.account WHERE id = ${accountId}`.execute(tx);
  return rows[0];
}

export async function updateAccountStatus(
  tx: WriteTx,
  accountId: string,
  status: 'active' | 'disabled',
): Promise<void> {
  await sql`UPDATE identity.account SET status = ${status}, version = version + 1
    WHERE id = ${accountId} AND status <> ${status}`.execute(tx);
}
