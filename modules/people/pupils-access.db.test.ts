import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#rules/identity-access';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { nameOf, province, provinceSeed, unitOf } from '../plan/testing.ts';
import { type TwoSchools, twoSchools } from './pupils.fixture.ts';
import { addStaff } from './testing.ts';

// Who sees which pupil and may do what with the record: one table, held against the server.

let hoaBan: Served;
let schools: TwoSchools;

/** An account with one role in a unit. Gives the id; the user name is 'hs.<role>'. */
async function account(role: Role, unitId: string): Promise<string> {
  const id = uuidv7();
  const { owner } = hoaBan.db;
  await owner.query(
    `INSERT INTO identity.account (id, department_id, display_name, username) VALUES ($1, $2, 'Người thử', $3)`,
    [id, province.departmentId, `hs.${role.toLowerCase()}`],
  );
  await owner.query(`INSERT INTO identity.credential (account_id, must_change_password) VALUES ($1, false)`, [
    id,
  ]);
  await owner.query(
    `INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role) VALUES ($1, $2, $3, $4, $5)`,
    [uuidv7(), id, unitId, province.departmentId, role],
  );
  return id;
}

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-01T08:00:00+07:00');
  const { db } = hoaBan;
  schools = await twoSchools(db);
  const { here } = schools;
  const staffId = await addStaff(db, here, { account_id: await account('homeroomTeacher', here.id) });
  await db.owner.query('UPDATE people.school_class SET homeroom_staff_id = $1 WHERE id = $2', [
    staffId,
    here.classes['6A'],
  ]);
  await db.owner.query('UPDATE people.pupil SET account_id = $1 WHERE id = $2', [
    await account('pupil', here.id),
    here.pupils['6A'],
  ]);
  await db.owner.query(
    `INSERT INTO people.guardian (id, pupil_id, unit_id, department_id, account_id, relation, full_name, phone)
     VALUES ($1, $2, $3, $4, $5, 'mother', 'Lò Thị Pánh', '0912345678')`,
    [uuidv7(), here.pupils['6A'], here.id, province.departmentId, await account('guardian', here.id)],
  );
  await account('teacher', here.id);
  await db.owner.query(
    `INSERT INTO people.pupil_circumstance (pupil_id, unit_id, department_id, kind, starts_on)
     VALUES ($1, $2, $3, 'poorHousehold', '2025-01-01')`,
    [here.pupils['6A'], here.id, province.departmentId],
  );
}, 30_000);
afterAll(() => hoaBan?.close());

type Sight = 'no' | 'notFound' | 'record' | 'recordAndPrivate' | 'everything';

/** Who sees what of the pupil of class 6A: the plain record, its sensitive part, its circumstances; and how many the list has. */
const cases: readonly { who: string; role: Role; sees: Sight; listed: number | 'no'; writes: boolean }[] = [
  { who: 'the director', role: 'departmentLeader', sees: 'everything', listed: 'no', writes: false },
  { who: 'a specialist', role: 'specialist', sees: 'no', listed: 'no', writes: false },
  { who: 'the commune officer', role: 'communeOfficer', sees: 'no', listed: 'no', writes: false },
  { who: 'the principal', role: 'principal', sees: 'everything', listed: 4, writes: true },
  { who: 'the clerk', role: 'clerk', sees: 'everything', listed: 4, writes: true },
  { who: 'the homeroom teacher', role: 'homeroomTeacher', sees: 'everything', listed: 1, writes: false },
  { who: 'a teacher without classes', role: 'teacher', sees: 'notFound', listed: 0, writes: false },
  { who: 'the pupil', role: 'pupil', sees: 'recordAndPrivate', listed: 1, writes: false },
  { who: 'the mother', role: 'guardian', sees: 'everything', listed: 1, writes: false },
];

function personOf(role: Role): Promise<Person> {
  if (['homeroomTeacher', 'pupil', 'guardian', 'teacher'].includes(role))
    return hoaBan.as(`hs.${role.toLowerCase()}`);
  const unit = {
    departmentLeader: unitOf('department'),
    specialist: unitOf('division'),
    communeOfficer: unitOf('commune'),
  }[role as 'specialist'];
  return hoaBan.as(nameOf(unit ?? schools.here, role), role);
}

describe.each(cases)('$who', ({ role, sees, listed, writes }) => {
  test('sees what is theirs and no more', async () => {
    const person = await personOf(role);
    const own = schools.here.pupils['6A'];
    const record = await person.get(`/api/people/pupils/${own}`);
    expect(record.status).toBe(sees === 'no' ? 403 : sees === 'notFound' ? 404 : 200);
    const secret = await person.get(`/api/people/pupils/${own}/private`);
    const opens = sees === 'everything' || sees === 'recordAndPrivate';
    expect(secret.status === 200).toBe(opens);
    if (opens) expect(secret.body.circumstances).toHaveLength(sees === 'everything' ? 1 : 0);
    const list = await person.get('/api/people/pupils');
    if (listed === 'no') expect([403, 422]).toContain(list.status);
    else expect(list.body.total).toBe(listed);
    const strange = await person.get(`/api/people/pupils/${schools.there.pupils['6A']}`);
    expect(strange.status).toBe(role === 'departmentLeader' ? 200 : sees === 'no' ? 403 : 404);
  });

  test(`${writes ? 'may' : 'may not'} record where the pupil goes`, async () => {
    const person = await personOf(role);
    const said = await person.post(`/api/people/pupils/${schools.here.pupils['6A']}/movements`, {
      kind: 'returned',
      on: '2025-10-01',
      classId: schools.here.classes['6A'],
      reason: 'Thử',
    });
    // Who may is told that the pupil never dropped out; the others are stopped before.
    expect([said.status, said.body.code]).toEqual(
      writes ? [409, 'people.moveUnfit'] : [403, 'identity.notAllowed'],
    );
  });
});

test('each look at the sensitive part and each search is in the audit trail', async () => {
  const count = async (entity: string) =>
    (
      await hoaBan.db.owner.query(
        `SELECT count(*)::int AS n FROM audit.event WHERE operation = 'read' AND entity = $1`,
        [entity],
      )
    ).rows[0].n as number;
  const [secrets, searches] = [await count('people.pupil_private'), await count('people.pupil')];
  const director = await personOf('departmentLeader');
  await director.get(`/api/people/pupils/${schools.here.pupils['7A']}/private`);
  const found = await director.get('/api/people/pupil-search?q=lo%20van');
  expect(found.body.items.map((item: { fullName: string }) => item.fullName)).toEqual([
    'Lò Văn Ánh',
    'Lò Văn Ánh',
  ]);
  expect(await count('people.pupil_private')).toBe(secrets + 1);
  expect(await count('people.pupil')).toBe(searches + 1);
});

test('lists page by given name without losing or doubling anybody, and find without marks', async () => {
  const principal = await personOf('principal');
  const names: string[] = [];
  let cursor = '';
  do {
    const page = await principal.get(
      `/api/people/pupils?limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    names.push(...page.body.items.map((item: { fullName: string }) => item.fullName));
    cursor = page.body.nextCursor ?? '';
  } while (cursor);
  expect(names).toEqual(['Lò Văn Ánh', 'Sùng Thị Ất', 'Giàng A Chua', 'Quàng Thị Đông']);
  const found = await principal.get('/api/people/pupils?q=quang%20thi%20dong');
  expect(found.body.total).toBe(1);
  expect((await principal.get('/api/people/pupils?cursor=x')).body.code).toBe('people.badCursor');
});

test('figures count without names, for the school and the commune above it', async () => {
  const principal = await personOf('principal');
  const byClass = await principal.get('/api/people/enrolment-figures?by=class');
  expect(byClass.body.items).toHaveLength(4);
  expect(byClass.body.items[0]).toMatchObject({ name: '6A', atStart: 1, kept: 1, now: 1, droppedOut: 0 });
  const commune = await personOf('communeOfficer');
  expect((await commune.get('/api/people/enrolment-figures?by=school')).status).toBe(200);
});

test('the roll-over is shown by page and file, and carried out only by the heads of the school', async () => {
  const clerk = await personOf('clerk');
  const shown = await clerk.get('/api/people/roll-over');
  expect(shown.body).toMatchObject({
    counts: { total: 4, graduated: 1 },
    toYear: { name: '2026-2027' },
    done: null,
  });
  expect((await clerk.get('/api/people/roll-over.xlsx')).bytes.length).toBeGreaterThan(1000);
  const input = { toYear: '2026-2027', fingerprint: shown.body.fingerprint };
  expect((await clerk.post('/api/people/roll-over', input)).status).toBe(403);
  const principal = await personOf('principal');
  expect((await principal.post('/api/people/roll-over', input)).body.code).toBe('people.rollOverTooEarly');
});
