import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Role } from '../rules/index.ts';

export interface HeldRole {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
}

/** Every role that the signed-in person holds now. */
export async function listOwnRoles(tx: ReadTx, now: Date): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    SELECT id, role, unit_id AS "unitId", unit_name AS "unitName", unit_kind AS "unitKind"
    FROM identity.own_roles(${now})`.execute(tx);
  return rows;
}

export interface AccountRole extends HeldRole {
  readonly accountId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Roles in force of these accounts, as far as they lie in the own reach. */
export async function listRolesOf(
  tx: ReadTx,
  accountIds: readonly string[],
  now: Date,
): Promise<AccountRole[]> {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<AccountRole>`
    SELECT r.id, r.account_id AS "accountId", r.role, r.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind",
      r.starts_on AS "startsOn", r.ends_on AS "endsOn"
    FROM identity.role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
    WHERE r.account_id = ANY (${accountIds}::uuid[]) AND identity.in_force(r.starts_on, r.ends_on, ${now})
    ORDER BY u.position, u.name, r.role, r.id`.execute(tx);
  return rows;
}

export interface NewRole {
  readonly id: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly role: Role;
  readonly classCode: string | null;
  readonly endsOn: string | null;
  readonly now: Date;
}

/** Gives the role from today on; a role that has ended begins anew. Gives its id; undefined: it is in force already. */
export async function insertRole(tx: WriteTx, role: NewRole): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO identity.role_assignment AS held (id, account_id, unit_id, department_id, role, class_code, starts_on, ends_on)
    VALUES (${role.id}, ${role.accountId}, ${role.unitId}, ${role.departmentId}, ${role.role}, ${role.classCode},
      organisation.local_day(${role.now}), ${role.endsOn}::date)
    ON CONFLICT (account_id, unit_id, role, class_code) DO UPDATE SET starts_on = excluded.starts_on, ends_on = excluded.ends_on
      WHERE held.ends_on < excluded.starts_on
    RETURNING id`.execute(tx);
  return rows[0]?.id;
}

export async function selectRoleOptional(
  tx: ReadTx,
  roleId: string,
  now: Date,
): Promise<{ id: string; accountId: string; role: Role } | undefined> {
  const { rows } = await sql<{ id: string; accountId: string; role: Role }>`
    SELECT id, account_id AS "accountId", role FROM identity.role_assignment
    WHERE id = ${roleId} AND identity.in_force(starts_on, ends_on, ${now})`.execute(tx);
  return rows[0];
}

/** Ends a role at once: yesterday was its last day. */
export async function endRole(tx: WriteTx, roleId: string, now: Date): Promise<void> {
  await sql`UPDATE identity.role_assignment SET ends_on = organisation.local_day(${now}) - 1 WHERE id = ${roleId}`.execute(
    tx,
  );
}

/** Who stands at the head of a unit, the highest first. */
export async function listLeaders(
  tx: ReadTx,
  unitId: string,
  now: Date,
): Promise<{ accountId: string; name: string; role: Role }[]> {
  const { rows } = await sql<{ accountId: string; name: string; role: Role }>`
    SELECT account_id AS "accountId", name, role FROM identity.leaders_of(${unitId}, ${now})`.execute(tx);
  return rows;
}
