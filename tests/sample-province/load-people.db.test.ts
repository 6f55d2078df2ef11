import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dienBienCommunes } from '#reference/dien-bien';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { statementsOf } from '#tests/harness/statements.ts';
import { copyRows } from './copy.ts';
import { demoOptions, demoSchoolCodes, generateProvince, generateSchoolPeople } from './generate.ts';
import { loadPeople, loadProvince } from './load.ts';
import { peopleOfSchoolSeed } from './people-of-school.ts';

const codes = demoSchoolCodes();
let fresh: TestDatabase;

beforeAll(async () => {
  fresh = await freshDatabase(peopleOfSchoolSeed);
});
afterAll(() => fresh.drop());

const other = (code: string) => [...generateSchoolPeople(demoOptions, (school) => school.code === code)];

describe('the loaded people', () => {
  test('are those of the two demo schools, row by row', async () => {
    const generated = [
      ...generateSchoolPeople(demoOptions, ({ code }) => code === codes.lower || code === codes.upper),
    ].map(({ people }) => people);
    const { rows } = await fresh.owner.query<Record<string, number>>(`
      SELECT (SELECT count(*) FROM people.room) AS rooms, (SELECT count(*) FROM people.staff_member) AS staff,
        (SELECT count(*) FROM people.staff_subject) AS "staffSubjects", (SELECT count(*) FROM people.school_class) AS classes,
        (SELECT count(*) FROM people.pupil) AS pupils, (SELECT count(*) FROM people.pupil_private) AS "pupilsPrivate",
        (SELECT count(*) FROM people.guardian) AS guardians, (SELECT count(*) FROM people.pupil_circumstance) AS circumstances,
        (SELECT count(*) FROM people.enrolment) AS enrolments, (SELECT count(*) FROM people.movement) AS movements`);
    for (const [list, count] of Object.entries(rows[0] ?? {}))
      expect(
        generated.reduce((sum, people) => sum + people[list as keyof typeof people].length, 0),
        list,
      ).toBe(count);
  });

  test('are enclosed as before: row-level security is forced, and triggers watch', async () => {
    const { rows } = await fresh.owner.query<{ forced: boolean; watched: boolean }>(`
      SELECT bool_and(c.relforcerowsecurity) AS forced, bool_and(t.tgenabled = 'O') AS watched
      FROM pg_class c LEFT JOIN pg_trigger t ON t.tgrelid = c.oid
      WHERE c.oid = ANY (ARRAY['people.pupil', 'people.enrolment', 'people.pupil_circumstance', 'staffing.duty']::regclass[])`);
    expect(rows[0]).toEqual({ forced: true, watched: true });
  });

  test('are seen by their school, by nobody without a role', async () => {
    const seen = (settings: Record<string, string>) =>
      fresh.database.read(settings, async (tx) => {
        const rows = await tx.selectFrom('people.pupil').select('id').execute();
        return rows.length;
      });
    const { rows } = await fresh.owner.query<{ id: string; department_id: string }>(
      `SELECT id, department_id FROM organisation.unit WHERE code = $1`,
      [codes.lower],
    );
    const [generated] = other(codes.lower);
    const principal = {
      'hoaban.department_id': rows[0]?.department_id ?? '',
      'hoaban.unit_id': rows[0]?.id ?? '',
      'hoaban.scope': 'subtree',
      'hoaban.role': 'principal',
    };
    expect(await seen(principal)).toBe(generated?.people.pupils.length);
    expect(await seen({})).toBe(0);
  });

  test('loaded twice are refused, and nothing changes', async () => {
    const count = async () => (await fresh.owner.query('SELECT count(*) AS n FROM people.room')).rows[0]?.n;
    const before = await count();
    const again = [...other('DB-THCS-001'), ...other(codes.lower)];
    await expect(loadPeople(fresh.owner, { schools: again })).rejects.toThrow(/duplicate key/);
    expect(await count()).toBe(before);
  });

  test('of one more school take a statement a table, not one a row', async () => {
    const schools = other('DB-THCS-002');
    const rows = schools
      .flatMap(({ people }) => Object.values(people) as (readonly object[])[])
      .reduce((sum, list) => sum + list.length, 0);
    expect(rows).toBeGreaterThan(2000);
    expect(await statementsOf(() => loadPeople(fresh.owner, { schools }))).toBeLessThan(rows / 10);
  });
});

test('a province and its people are loaded together', async () => {
  const options = { departmentCode: 'YY', communes: dienBienCommunes.slice(0, 1), schools: 3 };
  const heard: number[] = [];
  await loadProvince(
    fresh.owner,
    generateProvince(options),
    { passwordHash: 'nobody signs in', mustChangePassword: false },
    { schools: generateSchoolPeople(options), progress: (pupils) => heard.push(pupils) },
  );
  const { rows } = await fresh.owner.query<{ n: number }>(
    `SELECT count(*) AS n FROM people.pupil p JOIN organisation.unit u ON u.id = p.department_id WHERE u.code = 'YY'`,
  );
  expect(heard).toEqual([rows[0]?.n]);
  expect(rows[0]?.n).toBeGreaterThan(500);
});

test('COPY takes every sign that a text can hold, and refuses what is no value', async () => {
  const client = await fresh.owner.connect();
  try {
    await client.query('CREATE TEMP TABLE kept (name text, number integer, yes boolean, none text)');
    const text = 'một\thai\nba\\bốn\r"năm" \\N';
    await copyRows(client, 'kept', [{ name: text, number: 7, yes: true, none: null }]);
    expect((await client.query('SELECT * FROM kept')).rows).toEqual([
      { name: text, number: 7, yes: true, none: null },
    ]);
    await copyRows(client, 'kept', []);
    await expect(copyRows(client, 'kept', [{ number: 'bảy' }])).rejects.toThrow(/invalid input syntax/);
    expect(() => copyRows(client, 'kept', [{ name: { first: 'An' } }])).toThrow(TypeError);
    expect((await client.query('SELECT count(*) AS n FROM kept')).rows[0]?.n).toBe(1);
  } finally {
    client.release();
  }
});
