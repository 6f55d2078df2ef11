import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, hashToken, sessionCookie } from '#modules/identity-access';
import type { Clock } from '#platform/clock';
import type { BenchDatabase } from './database.ts';

/** The calendar of a run stands still, so that what is overdue does not depend on the day of measuring. */
export const clock: Clock = { now: () => new Date('2025-10-15T08:00:00+07:00') };
export const today = '2025-10-15';

const actorsSql = `SELECT '' AS "sessionId", a.id AS "accountId", a.display_name AS "displayName", a.language,
    r.id AS "roleAssignmentId", r.role, r.unit_id AS "unitId", u.kind AS "unitKind", a.department_id AS "departmentId",
    $1::text AS scope, false AS "secondFactorDue", false AS "mustChangePassword"
  FROM identity.role_assignment r JOIN identity.account a ON a.id = r.account_id JOIN organisation.unit u ON u.id = r.unit_id`;

/** The head of the secondary division of a department, who imports, publishes and watches the board. */
export async function headOf({ owner }: BenchDatabase, departmentId: string): Promise<Actor> {
  const { rows } = await owner.query<Actor>(
    `${actorsSql} WHERE r.department_id = $2 AND r.role = 'divisionHead' LIMIT 1`,
    ['department', departmentId],
  );
  const [head] = rows;
  if (!head) throw new RangeError(`department ${departmentId} has no head of division`);
  return head;
}

/** Up to `count` people who hold `role` for their school, and do not guide a cluster besides, drawn the same way every time. */
export async function actorsOf(
  { owner }: BenchDatabase,
  role: 'principal' | 'clerk',
  count: number,
): Promise<Actor[]> {
  const { rows } = await owner.query<Actor>(
    `${actorsSql} WHERE r.role = $2
       AND NOT EXISTS (SELECT FROM identity.role_assignment other WHERE other.account_id = a.id AND other.role = 'specialist') ORDER BY md5(a.id::text) LIMIT $3`,
    ['subtree', role, count],
  );
  return rows;
}

/** Opens real sessions of these accounts; gives the cookie header of each. */
export async function openSessions(
  { owner }: BenchDatabase,
  accountIds: readonly string[],
): Promise<string[]> {
  const cookies: string[] = [];
  for (const accountId of accountIds) {
    const token = randomBytes(32).toString('base64url');
    await owner.query(
      `SELECT identity.open_session($1, $2, $3, $4, 12, false, '127.0.0.1', 'bench', 'identity.signIn')`,
      [uuidv7(), hashToken(token), accountId, clock.now()],
    );
    cookies.push(`${sessionCookie}=${token}`);
  }
  return cookies;
}

/** Up to `count` accounts that hold one of these roles, drawn the same way every time. */
export async function drawAccounts(
  { owner }: BenchDatabase,
  roles: readonly string[],
  count: number,
): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT account_id AS id FROM identity.role_assignment WHERE role = ANY ($1) GROUP BY account_id ORDER BY md5(account_id::text) LIMIT $2`,
    [roles, count],
  );
  return rows.map((row) => row.id);
}
