import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Settings, sql } from '#platform/db';
import type { Role } from '#rules/identity-access';
import { type Served, serve } from '#tests/harness/served.ts';
import { actingAs, holderOf, nameOf, province, provinceSeed, unitOf } from '../plan/testing.ts';
import { addClass, addPupil, addStaff, addStaffPrivate } from './testing.ts';

// Who sees which staff, classes and rooms and may do what with them: one table, held against the database and the server.

const department = unitOf('department');
const division = unitOf('division');
const lower = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === lower.parent_id);
const otherLower = unitOf(
  'school',
  (unit) => unit.managing_authority === 'communePC' && unit.parent_id !== commune.id,
);
const otherCommune = unitOf('commune', (unit) => unit.id === otherLower.parent_id);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === lower.id);

const lead = holderOf(team, 'teamLead');
const teacher = province.roleAssignments.find(
  (row) => row.unit_id === team.id && row.role === 'teacher' && row.account_id !== lead,
)!;
const usernameOf = (accountId: string) =>
  province.accounts.find(({ id }) => id === accountId)?.username ?? '';

const members = ['self', 'colleague', 'guest', 'stranger'] as const;
type Member = (typeof members)[number];
/** guest: of the other school, posted here; stranger: of the other school only. */
const ours: readonly Member[] = ['self', 'colleague'];
const withGuest: readonly Member[] = [...ours, 'guest'];

interface Case {
  readonly who: string;
  readonly role: Role;
  readonly username: string;
  readonly settings: Settings;
  /** Whose working data the person sees, and whose identity number and ethnic group. */
  readonly sees: readonly Member[];
  readonly seesPrivate: readonly Member[];
  /** Sees the class and the room of the school. */
  readonly seesClass: boolean;
  readonly mayWrite: boolean;
}

function held(
  who: string,
  { role, unit, scope }: { role: Role; unit: { id: string }; scope: 'department' | 'subtree' | 'own' },
  may: Pick<Case, 'sees' | 'seesPrivate' | 'seesClass'> & { mayWrite?: true },
): Case {
  const username = nameOf(unit, role);
  return { who, role, username, settings: actingAs(unit, role, scope), mayWrite: false, ...may };
}

const asTeacher: Settings = {
  'hoaban.account_id': teacher.account_id,
  'hoaban.department_id': province.departmentId,
  'hoaban.unit_id': team.id,
  'hoaban.role': 'teacher',
  'hoaban.scope': 'own',
};
const school = { role: 'principal', unit: lower, scope: 'subtree' } as const;

const cases: readonly Case[] = [
  held(
    'the director',
    { role: 'departmentLeader', unit: department, scope: 'department' },
    { sees: members, seesPrivate: members, seesClass: true },
  ),
  held(
    'the head of the division',
    { role: 'divisionHead', unit: division, scope: 'department' },
    { sees: members, seesPrivate: members, seesClass: true },
  ),
  held(
    'the officer of the commune',
    { role: 'communeOfficer', unit: commune, scope: 'subtree' },
    { sees: ours, seesPrivate: [], seesClass: true },
  ),
  held(
    'the officer of another commune',
    { role: 'communeOfficer', unit: otherCommune, scope: 'subtree' },
    { sees: ['guest', 'stranger'], seesPrivate: [], seesClass: false },
  ),
  held('the principal', school, { sees: withGuest, seesPrivate: ours, seesClass: true, mayWrite: true }),
  held(
    'the clerk',
    { ...school, role: 'clerk' },
    { sees: withGuest, seesPrivate: ours, seesClass: true, mayWrite: true },
  ),
  held(
    'the principal of another school',
    { ...school, unit: otherLower },
    { sees: ['guest', 'stranger'], seesPrivate: ['guest', 'stranger'], seesClass: false },
  ),
  held(
    'the head of the team',
    { role: 'teamLead', unit: team, scope: 'subtree' },
    { sees: withGuest, seesPrivate: [], seesClass: true },
  ),
  {
    who: 'a teacher',
    role: 'teacher',
    username: usernameOf(teacher.account_id),
    settings: asTeacher,
    sees: withGuest,
    seesPrivate: ['self'],
    seesClass: true,
    mayWrite: false,
  },
];

let hoaBan: Served;
const ids = {} as Record<Member, string>;
let classId: string;
let roomId: string;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-10-01T08:00:00+07:00');
  const { db } = hoaBan;
  const { departmentId, schoolYearId } = province;
  const here = { id: lower.id, departmentId };
  const there = { id: otherLower.id, departmentId };
  ids.self = await addStaff(db, here, { account_id: teacher.account_id, team_id: team.id });
  ids.colleague = await addStaff(db, here);
  ids.guest = await addStaff(db, there);
  ids.stranger = await addStaff(db, there);
  for (const member of members) {
    await addStaffPrivate(db, ours.includes(member) ? here : there, ids[member], {
      identity_number: `01118500000${members.indexOf(member)}`,
    });
  }
  classId = await addClass(db, here, schoolYearId, { homeroom_staff_id: ids.colleague });
  await addPupil(db, here, { classId, schoolYearId });
  await addPupil(db, here, { classId, schoolYearId, ethnicGroup: '01' }, { sex: 'female' });
  const { rows } = await db.owner.query<{ id: string }>(
    `INSERT INTO people.room (id, unit_id, department_id, name, kind) VALUES (organisation.uuid_v7(), $1, $2, 'P1', 'classroom')
     RETURNING id`,
    [lower.id, departmentId],
  );
  roomId = rows[0]!.id;
  await db.owner.query(
    `INSERT INTO people.staff_posting (id, staff_id, unit_id, department_id, school_year_id, periods_per_week, decision, starts_on, ends_on)
     VALUES (organisation.uuid_v7(), $1, $2, $3, $4, 6, 'QĐ 15', '2025-09-05', '2026-05-31')`,
    [ids.guest, lower.id, departmentId, schoolYearId],
  );
});
afterAll(() => hoaBan?.close());

async function idsIn(settings: Settings, table: string, key: string): Promise<string[]> {
  return hoaBan.db.database.read(settings, async (tx) => {
    const { rows } = await sql<{ id: string }>`SELECT ${sql.ref(key)} AS id FROM ${sql.table(table)}`.execute(
      tx,
    );
    return rows.map(({ id }) => id);
  });
}
const those = (found: readonly string[]) => members.filter((member) => found.includes(ids[member]));

describe.each(cases)('$who', ({ role, username, settings, sees, seesPrivate, seesClass, mayWrite }) => {
  test('reaches in the database what the table says', async () => {
    expect(those(await idsIn(settings, 'people.staff_member', 'id'))).toEqual(sees);
    expect(those(await idsIn(settings, 'people.staff_private', 'staff_id'))).toEqual(seesPrivate);
    expect((await idsIn(settings, 'people.school_class', 'id')).includes(classId)).toBe(seesClass);
    expect((await idsIn(settings, 'people.room', 'id')).includes(roomId)).toBe(seesClass);
  });

  test('is told the same by the server', async () => {
    const person = await hoaBan.as(username, role);
    for (const member of members) {
      const { status } = await person.get(`/api/people/staff/${ids[member]}`);
      expect(status, member).toBe(sees.includes(member) ? 200 : 404);
      const secret = await person.get(`/api/people/staff/${ids[member]}/private`);
      expect(secret.status === 200, member).toBe(seesPrivate.includes(member));
      expect([200, 403, 404]).toContain(secret.status);
    }
    const { body } = await person.get(`/api/people/classes?unitId=${lower.id}`);
    const [shown] = body.items;
    expect(shown?.id).toBe(seesClass ? classId : undefined);
    // Counts are right also for who may not open the pupils' records.
    if (seesClass) expect(shown).toMatchObject({ pupils: 2, female: 1, minority: 1 });
  });

  test('may write when the table says so', async () => {
    const person = await hoaBan.as(username, role);
    const room = { name: `P ${role}`, kind: 'classroom', capacity: 40, solid: true, siteId: null };
    const { status, body } = await person.post('/api/people/rooms', room);
    if (mayWrite) {
      expect(status, JSON.stringify(body)).toBe(200);
      return;
    }
    // The principal of another school writes for that school only.
    if (role === 'principal')
      expect(await idsIn(actingAs(lower, 'principal', 'subtree'), 'people.room', 'id')).not.toContain(
        body.id,
      );
    else expect(status).toBe(403);
  });
});

test('a colleague is shown without birth date, the own record and the office’s view with it', async () => {
  const asColleague = await hoaBan.as(usernameOf(teacher.account_id), 'teacher');
  expect((await asColleague.get(`/api/people/staff/${ids.colleague}`)).body.personal).toBeNull();
  expect((await asColleague.get(`/api/people/staff/${ids.self}`)).body.personal.birthDate).toBe('1985-03-02');
  const principal = await hoaBan.as(nameOf(lower, 'principal'), 'principal');
  expect((await principal.get(`/api/people/staff/${ids.colleague}`)).body.personal.birthDate).toBe(
    '1985-03-02',
  );
});

test('every reading of the private part is in the audit trail, a refused one is not', async () => {
  const count = async () => {
    const { rows } = await hoaBan.db.owner.query(
      `SELECT count(*)::int AS n FROM audit.event WHERE entity = 'people.staff_private' AND operation = 'read' AND entity_id = $1`,
      [ids.colleague],
    );
    return rows[0].n as number;
  };
  const before = await count();
  const principal = await hoaBan.as(nameOf(lower, 'principal'), 'principal');
  await principal.get(`/api/people/staff/${ids.colleague}/private`);
  expect(await count()).toBe(before + 1);
  const officer = await hoaBan.as(nameOf(commune, 'communeOfficer'), 'communeOfficer');
  await officer.get(`/api/people/staff/${ids.colleague}/private`);
  expect(await count()).toBe(before + 1);
});

describe.each(['pupil', 'guardian'] as const)('a %s', (role) => {
  test('is told nothing of staff, rooms and class lists', async () => {
    const username = `thu.${role}`;
    const { rows } = await hoaBan.db.owner.query<{ id: string }>(
      `WITH made AS (
         INSERT INTO identity.account (id, department_id, display_name, username)
         VALUES (organisation.uuid_v7(), $1, 'Lường Thị Thử', $2) RETURNING id),
       secret AS (INSERT INTO identity.credential (account_id, must_change_password) SELECT id, false FROM made)
       INSERT INTO identity.role_assignment (id, account_id, unit_id, department_id, role)
       SELECT organisation.uuid_v7(), id, $3, $1, $4 FROM made RETURNING account_id AS id`,
      [province.departmentId, username, lower.id, role],
    );
    const person = await hoaBan.as(username, role);
    const addresses = [
      'staff',
      `staff/${ids.self}`,
      `staff/${ids.self}/private`,
      'rooms',
      'classes',
      'schools',
    ];
    for (const address of addresses) {
      expect((await person.get(`/api/people/${address}`)).status, address).toBe(403);
    }
    const settings: Settings = {
      ...asTeacher,
      'hoaban.account_id': rows[0]!.id,
      'hoaban.unit_id': lower.id,
      'hoaban.role': role,
    };
    expect(await idsIn(settings, 'people.staff_member', 'id')).toEqual([]);
    expect(await idsIn(settings, 'people.staff_private', 'staff_id')).toEqual([]);
    expect(await idsIn(settings, 'people.room', 'id')).toEqual([]);
  });
});

test('figures of schools reach as far as the person does', async () => {
  const figures = async (username: string, role: Role) =>
    (
      (await (await hoaBan.as(username, role)).get('/api/people/schools?limit=200')).body.items as {
        unitId: string;
      }[]
    ).map(({ unitId }) => unitId);
  const schools = province.units.filter(({ kind }) => kind === 'school').map(({ id }) => id);
  expect((await figures(nameOf(department, 'departmentLeader'), 'departmentLeader')).sort()).toEqual(
    schools.sort(),
  );
  const own = await figures(nameOf(commune, 'communeOfficer'), 'communeOfficer');
  expect(own).toContain(lower.id);
  expect(own).not.toContain(otherLower.id);
});
