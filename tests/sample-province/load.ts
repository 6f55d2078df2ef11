import pg from 'pg';
import { demoAccounts } from './demo-accounts.ts';
import type { Province } from './rows.ts';

/** How the accounts of a loaded province sign in. */
export interface SignInOptions {
  /** argon2id hash of the one password that all accounts of the sample share. */
  readonly passwordHash: string;
  /** Whether accounts other than the demo accounts must choose a password of their own first. */
  readonly mustChangePassword: boolean;
}

const tables = [
  ['organisation.unit', 'units'],
  ['organisation.unit_line', 'lines'],
  ['organisation.site', 'sites'],
  ['organisation.school_year', 'schoolYears'],
  ['organisation.semester', 'semesters'],
  ['organisation.school_week', 'schoolWeeks'],
  ['identity.account', 'accounts'],
  ['identity.role_assignment', 'roleAssignments'],
] as const satisfies readonly (readonly [string, keyof Province])[];

/**
 * Loads a province in one transaction, one statement per table. `connection` is the address of a login that
 * may act as hoaban_owner, or a pool of such logins (left open). A province already loaded is refused by the
 * database (unique violation) and nothing changes.
 */
export async function loadProvince(
  connection: string | pg.Pool,
  province: Province,
  signIn: SignInOptions,
): Promise<void> {
  if (typeof connection !== 'string') return loadThrough(connection, province, signIn);
  const pool = new pg.Pool({ connectionString: connection, max: 1 });
  try {
    await loadThrough(pool, province, signIn);
  } finally {
    await pool.end();
  }
}

async function loadThrough(pool: pg.Pool, province: Province, signIn: SignInOptions): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL ROLE hoaban_owner`);
    await client.query(`SELECT set_config('hoaban.action', 'loadSampleProvince', true)`);
    for (const [table, list] of tables) {
      const rows = province[list];
      const columns = Object.keys(rows[0] ?? {}).join(', ');
      if (columns === '') continue;
      await client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
    await client.query(
      `INSERT INTO identity.credential (account_id, password_hash, must_change_password)
       SELECT id, $2, $3 AND username <> ALL ($4) FROM identity.account WHERE department_id = $1`,
      [
        province.departmentId,
        signIn.passwordHash,
        signIn.mustChangePassword,
        demoAccounts.map((account) => account.username),
      ],
    );
    await client.query('COMMIT');
    // Fresh statistics: the scope policies join unit_reach, and a plan for an empty table is slow on a full one.
    await client.query(
      'ANALYZE organisation.unit, organisation.unit_line, organisation.unit_reach, identity.account, identity.role_assignment',
    );
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
