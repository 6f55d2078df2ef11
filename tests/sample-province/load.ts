import { copyPeople } from './copy-people.ts';
import { demoAccounts } from './demo-accounts.ts';
import { type LoadTarget, loadInto } from './loader.ts';
import type { SchoolPeople } from './people-tables.ts';
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

/** The people of schools, as `generateSchoolPeople` gives them, and who hears the number of pupils so far. */
export interface PeopleToLoad {
  readonly schools: Iterable<{ readonly people: SchoolPeople }>;
  readonly progress?: (pupils: number) => void;
}

/**
 * Loads a province, and the people of its schools if given, in one transaction. A province already loaded is refused by the
 * database (unique violation) and nothing changes.
 */
export async function loadProvince(
  target: LoadTarget,
  province: Province,
  signIn: SignInOptions,
  people?: PeopleToLoad,
): Promise<void> {
  await loadInto(target, async (client) => {
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
    // Fresh statistics: the scope policies join unit_reach, and a plan for an empty table is slow on a full one.
    await client.query(
      'ANALYZE organisation.unit, organisation.unit_line, organisation.unit_reach, identity.account, identity.role_assignment',
    );
    if (people) await copyPeople(client, people);
  });
}

/**
 * Loads the people of schools whose units and accounts are there, in one transaction: nobody else may work on the tables of
 * people meanwhile. Rows that are there already are refused, and nothing changes.
 */
export async function loadPeople(target: LoadTarget, people: PeopleToLoad): Promise<void> {
  await loadInto(target, (client) => copyPeople(client, people));
}
