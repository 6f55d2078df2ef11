import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Settings, sql } from '#platform/db';
import { dienBienCommunes } from '#reference/dien-bien';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { generateProvince } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';
import { mayGrant, roleFits, roles } from './rules/index.ts';

// Everything here speaks to the database as the runtime role, as a broken action would: the code is not asked.

const province = generateProvince({
  seed: 'escalation',
  communes: dienBienCommunes.slice(0, 2),
  schools: 5,
  teachersPerTeam: 1,
});
const unitKinds = ['department', 'division', 'commune', 'school', 'subjectTeam', 'cluster'] as const;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase({
    name: 'escalation',
    load: ({ ownerUrl }) =>
      loadProvince(ownerUrl, province, { passwordHash: 'nobody signs in here', mustChangePassword: false }),
  });
});
afterAll(() => db.drop());

const rolesOf = (accountId: string) =>
  province.roleAssignments.filter((row) => row.account_id === accountId).map((row) => row.role);
const unitOf = (id: string) => province.units.find((unit) => unit.id === id)!;

/** Somebody who holds `role`, as the settings of a request in it. */
function asker(role: string): { accountId: string; unitId: string; settings: Settings } {
  const held = province.roleAssignments.find((row) => row.role === role)!;
  const unit = unitOf(held.unit_id);
  return {
    accountId: held.account_id,
    unitId: unit.id,
    settings: {
      'hoaban.account_id': held.account_id,
      'hoaban.department_id': province.departmentId,
      'hoaban.unit_id': unit.id,
      'hoaban.role': role,
      'hoaban.scope': ['departmentLeader', 'divisionHead', 'specialist'].includes(role)
        ? 'department'
        : 'subtree',
    },
  };
}

function give(settings: Settings, accountId: string, unitId: string, role: string) {
  return db.database.write(settings, (tx) =>
    sql`INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role)
        VALUES (${uuidv7()}, ${accountId}, ${unitId}, ${province.departmentId}, ${role})`.execute(tx),
  );
}
const refused = { code: '42501' };

test('The database gives out the same roles as the rules, for every role in every kind of unit', async () => {
  const { rows } = await db.owner.query<{ granter: string; kind: string; granted: string; may: boolean }>(
    `SELECT granter, kind, granted, identity.may_grant(granter, kind, granted) AS may
     FROM unnest($1::text[]) granter, unnest($2::text[]) kind, unnest($1::text[]) granted`,
    [roles, unitKinds],
  );
  expect(rows).toHaveLength(roles.length * unitKinds.length * roles.length);
  for (const { granter, kind, granted, may } of rows) {
    const allowed: readonly string[] = mayGrant({ role: granter, unitKind: kind });
    expect(may, `${granter} in ${kind} gives ${granted}`).toBe(allowed.includes(granted));
  }
});

test('The database knows the same unit kinds for each role as the rules', async () => {
  const { rows } = await db.owner.query<{ role: (typeof roles)[number]; kind: string; fits: boolean }>(
    'SELECT role, kind, identity.role_fits(role, kind) AS fits FROM unnest($1::text[]) role, unnest($2::text[]) kind',
    [roles, unitKinds],
  );
  for (const { role, kind, fits } of rows) expect(fits, `${role} in ${kind}`).toBe(roleFits(role, kind));
});

test('Nobody may grant what may grant them back, except the top', () => {
  for (const role of roles) {
    if (role === 'departmentLeader' || role === 'systemAdmin') continue;
    for (const unitKind of unitKinds) expect(mayGrant({ role, unitKind })).not.toContain(role);
  }
});

describe('The runtime role cannot raise anybody above the asker', () => {
  test.each(['teacher', 'teamLead', 'homeroomTeacher', 'specialist'])(
    '%s gives no role at all',
    async (role) => {
      const { settings } = asker(role);
      const school = province.units.find((unit) => unit.kind === 'school')!;
      const other = province.roleAssignments.find((row) => row.role === 'clerk')!;
      await expect(give(settings, other.account_id, school.id, 'guardian')).rejects.toMatchObject(refused);
    },
  );

  test('a principal gives the school no second principal, but a vice principal', async () => {
    const { settings, unitId } = asker('principal');
    const teacher = province.roleAssignments.find(
      (row) =>
        unitOf(row.unit_id).parent_id === unitId &&
        rolesOf(row.account_id).every((role) => role === 'teacher'),
    )!;
    await expect(give(settings, teacher.account_id, unitId, 'principal')).rejects.toMatchObject(refused);
    await expect(give(settings, teacher.account_id, unitId, 'systemAdmin')).rejects.toMatchObject(refused);
    await give(settings, teacher.account_id, unitId, 'vicePrincipal');
  });

  test('a principal gives no role in another school', async () => {
    const { settings, unitId } = asker('principal');
    const other = province.units.find((unit) => unit.kind === 'school' && unit.id !== unitId)!;
    const teacher = province.roleAssignments.find((row) => row.role === 'teacher')!;
    await expect(give(settings, teacher.account_id, other.id, 'clerk')).rejects.toMatchObject(refused);
  });

  test('nobody gives themselves a role, not even one below', async () => {
    const { settings, accountId, unitId } = asker('principal');
    await expect(give(settings, accountId, unitId, 'vicePrincipal')).rejects.toMatchObject(refused);
  });

  test('nobody prolongs the own role', async () => {
    const { settings, accountId } = asker('principal');
    const prolonging = db.database.write(settings, (tx) =>
      sql`UPDATE identity.role_assignment SET ends_on = '2099-12-31' WHERE account_id = ${accountId}`.execute(
        tx,
      ),
    );
    await expect(prolonging).rejects.toMatchObject(refused);
  });

  test('an ended role above the asker does not begin again', async () => {
    const division = asker('divisionHead');
    const leader = province.roleAssignments.find((row) => row.role === 'departmentLeader')!;
    const reopening = db.database.write(division.settings, (tx) =>
      sql`UPDATE identity.role_assignment SET ends_on = NULL WHERE id = ${leader.id}`.execute(tx),
    );
    await expect(reopening).rejects.toMatchObject(refused);
  });

  test('a role with a wide view does not fit a small unit', async () => {
    const { settings } = asker('departmentLeader');
    const school = province.units.find((unit) => unit.kind === 'school')!;
    const clerk = province.roleAssignments.find((row) => row.role === 'clerk')!;
    await expect(give(settings, clerk.account_id, school.id, 'divisionHead')).rejects.toMatchObject({
      code: '23514',
      constraint: 'role_assignment_fits_unit',
    });
  });

  test('without anybody asking, only the first administrator is made', async () => {
    const settings = { 'hoaban.department_id': province.departmentId, 'hoaban.scope': 'department' };
    const clerk = province.roleAssignments.find((row) => row.role === 'clerk')!;
    await expect(
      give(settings, clerk.account_id, province.departmentId, 'departmentLeader'),
    ).rejects.toMatchObject(refused);
    await give(settings, clerk.account_id, province.departmentId, 'systemAdmin');
  });
});

describe('The runtime role cannot take over an account beside or above the asker', () => {
  const reset = (settings: Settings, accountId: string) =>
    db.database.write(settings, async (tx) => {
      const { rows } = await sql<{ done: boolean }>`
        SELECT identity.reset_password(${accountId}, 'taken over') AS done`.execute(tx);
      return rows[0]!.done;
    });
  const holder = (role: string) => province.roleAssignments.find((row) => row.role === role)!;

  test.each([
    ['divisionHead', 'departmentLeader', false],
    ['divisionHead', 'principal', true],
    ['specialist', 'guardian', false],
    ['departmentLeader', 'divisionHead', true],
  ] as const)('%s gives a new password to %s: %s', async (role, of, expected) => {
    const other = province.roleAssignments.find((row) => row.role === of);
    // Pupils and guardians are not in the sample: any account will do, nothing may be reset.
    expect(await reset(asker(role).settings, (other ?? holder('teacher')).account_id)).toBe(expected);
  });

  test('a clerk resets a teacher of the school, not its principal', async () => {
    // Not the one who was made administrator above.
    const clerk = province.roleAssignments.find(
      (row) => row.role === 'clerk' && row.account_id !== holder('clerk').account_id,
    )!;
    const settings = {
      ...asker('clerk').settings,
      'hoaban.account_id': clerk.account_id,
      'hoaban.unit_id': clerk.unit_id,
    };
    const principal = province.roleAssignments.find(
      (row) => row.role === 'principal' && row.unit_id === clerk.unit_id,
    )!;
    expect(await reset(settings, principal.account_id)).toBe(false);
    const renamed = await db.database.write(settings, (tx) =>
      sql`UPDATE identity.account SET status = 'disabled' WHERE id = ${principal.account_id} RETURNING id`.execute(
        tx,
      ),
    );
    expect(renamed.rows).toEqual([]);
  });
});
