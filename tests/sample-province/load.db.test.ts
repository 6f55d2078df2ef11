import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoAccounts, demoCommuneCode } from './demo-accounts.ts';
import { generateDemoProvince, generateProvince } from './generate.ts';
import { loadProvince } from './load.ts';
import type { UnitRow } from './rows.ts';
import { demoProvinceSeed, seedPassword } from './seed.ts';

const province = generateDemoProvince();
const signIn = { passwordHash: '$argon2id$v=19$m=8,t=1,p=1$not-a-real-hash', mustChangePassword: true };
let fresh: TestDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  await loadProvince(fresh.owner, province, signIn);
});
afterAll(() => fresh.drop());

async function reachOf(unit: UnitRow | undefined): Promise<Set<string>> {
  const { rows } = await fresh.owner.query<{ id: string }>(
    'select descendant_id as id from organisation.unit_reach where ancestor_id = $1',
    [unit?.id],
  );
  return new Set(rows.map((row) => row.id));
}

const commune = province.units.find((unit) => unit.kind === 'commune' && unit.code === demoCommuneCode);
const upper = province.units.find((unit) => unit.name === 'Trường THPT Mường Pồn');
const lower = province.units.filter((unit) => unit.parent_id === commune?.id);

describe('the loaded demo province', () => {
  test('has every row that was generated', async () => {
    const count = async (table: string) =>
      (await fresh.owner.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n;
    expect(await count('organisation.unit')).toBe(province.units.length);
    expect(await count('organisation.unit_line')).toBe(province.lines.length);
    expect(await count('organisation.site')).toBe(province.sites.length);
    expect(await count('organisation.school_week')).toBe(35);
    expect(await count('identity.account')).toBe(province.accounts.length);
    expect(await count('identity.role_assignment')).toBe(province.roleAssignments.length);
    expect(await count('identity.credential')).toBe(province.accounts.length);
  });

  test('lets the department reach every unit', async () => {
    const department = province.units[0];
    expect((await reachOf(department)).size).toBe(province.units.length);
  });

  test('lets a commune reach its lower-secondary schools and their teams, not its upper-secondary school', async () => {
    const reach = await reachOf(commune);
    expect(lower.length).toBeGreaterThan(0);
    for (const school of lower) {
      expect(reach.has(school.id)).toBe(true);
      for (const team of province.units.filter((unit) => unit.parent_id === school.id))
        expect(reach.has(team.id)).toBe(true);
    }
    expect(upper).toBeDefined();
    expect(reach.has(upper?.id ?? '')).toBe(false);
    const schools = province.units.filter((unit) => unit.kind === 'school' && reach.has(unit.id));
    expect(schools).toHaveLength(lower.length);
  });

  test('lets every cluster reach exactly its own schools', async () => {
    for (const cluster of province.units.filter((unit) => unit.kind === 'cluster')) {
      const own = province.lines
        .filter((line) => line.superior_id === cluster.id)
        .map((line) => line.subordinate_id);
      const reach = await reachOf(cluster);
      const schools = province.units.filter((unit) => unit.kind === 'school' && reach.has(unit.id));
      expect(schools.map((school) => school.id).sort()).toEqual(own.sort());
    }
  });

  test('lets a school reach its teams, and a team nothing but itself', async () => {
    const school = lower[0];
    const teams = province.units.filter((unit) => unit.parent_id === school?.id);
    expect((await reachOf(school)).size).toBe(1 + teams.length);
    for (const team of teams) expect(await reachOf(team)).toEqual(new Set([team.id]));
  });

  test('asks everybody but the demo accounts for a new password', async () => {
    const { rows } = await fresh.owner.query<{ username: string }>(
      `select username from identity.account a join identity.credential c on c.account_id = a.id
       where not must_change_password order by username`,
    );
    expect(rows.map((row) => row.username)).toEqual(demoAccounts.map((account) => account.username).sort());
  });

  test('shows a commune officer the sites of the own schools, and a stranger nothing', async () => {
    const seen = (settings: Record<string, string>) =>
      fresh.database.read(settings, async (tx) => {
        const sites = await tx.selectFrom('organisation.site').select('id').execute();
        return sites.length;
      });
    const expected = province.sites.filter((site) =>
      lower.some((school) => school.id === site.unit_id),
    ).length;
    const officer = {
      'hoaban.department_id': province.departmentId,
      'hoaban.unit_id': commune?.id ?? '',
      'hoaban.scope': 'subtree',
    };
    expect(await seen(officer)).toBe(expected);
    expect(await seen({})).toBe(0);
  });
});

test('units added by two people at the same moment are both reached', async () => {
  const add = async (code: string, meanwhile: () => Promise<void>) => {
    const client = await fresh.owner.connect();
    try {
      await client.query('begin');
      await client.query(
        `insert into organisation.unit (id, department_id, parent_id, kind, code, name)
         values (gen_random_uuid(), $1, $1, 'division', $2, $2)`,
        [province.departmentId, code],
      );
      await meanwhile();
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  let second: Promise<void> = Promise.resolve();
  await add('PHONG-A', async () => {
    second = add('PHONG-B', async () => {});
    await untilSomebodyWaits();
  });
  await second;
  const { rows } = await fresh.owner.query(
    `select from organisation.unit u join organisation.unit_reach r on r.descendant_id = u.id where code like 'PHONG-%'`,
  );
  expect(rows).toHaveLength(2);
});

/** Returns once a transaction of this database waits for a lock of another. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await fresh.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
  }
}

test('a province loaded twice is refused and leaves the first as it was; another one joins it', async () => {
  await expect(loadProvince(fresh.ownerUrl, province, signIn)).rejects.toThrow(/duplicate key/);
  const other = generateProvince({ departmentCode: 'XX', people: 'few' });
  await loadProvince(fresh.ownerUrl, other, signIn);
  const { rows } = await fresh.owner.query<{ n: number }>(
    'select count(*) as n from organisation.unit_reach where department_id = $1 and ancestor_id = $1',
    [other.departmentId],
  );
  expect(rows[0]?.n).toBe(other.units.length);
});

test('the seed for other tests signs in with its password', async () => {
  const seeded = await freshDatabase(demoProvinceSeed);
  try {
    const { rows } = await seeded.owner.query<{ password_hash: string; must_change_password: boolean }>(
      "select * from identity.credential_for_sign_in('hieutruong')",
    );
    expect(rows[0]?.must_change_password).toBe(false);
    expect(await verify(rows[0]?.password_hash ?? '', seedPassword)).toBe(true);
  } finally {
    await seeded.drop();
  }
});
