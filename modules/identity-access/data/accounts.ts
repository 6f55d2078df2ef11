import { type ReadTx, sql } from '#platform/db';

export interface OwnAccount {
  readonly id: string;
  readonly displayName: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: 'vi' | 'en';
  readonly mailNotices: boolean;
  readonly version: number;
}

export async function selectAccount(tx: ReadTx, accountId: string): Promise<OwnAccount> {
  const { rows } = await sql<OwnAccount>`
    SELECT id, display_name AS "displayName", username, phone, email, language, mail_notices AS "mailNotices", version
    FROM identity.account WHERE id = ${accountId}`.execute(tx);
  const [account] = rows;
  if (!account) throw new Error('the signed-in account is gone');
  return account;
}

export interface OwnRole {
  readonly id: string;
  readonly role: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
}

/** Every role the signed-in person holds now. */
export async function listOwnRoles(tx: ReadTx): Promise<OwnRole[]> {
  const { rows } = await sql<OwnRole>`
    SELECT id, role, unit_id AS "unitId", unit_name AS "unitName", unit_kind AS "unitKind" FROM identity.own_roles()`.execute(
    tx,
  );
  return rows;
}

export async function selectCurrentSchoolYearName(tx: ReadTx): Promise<string | null> {
  const { rows } = await sql<{
    name: string;
  }>`SELECT name FROM organisation.school_year WHERE is_current`.execute(tx);
  return rows[0]?.name ?? null;
}
