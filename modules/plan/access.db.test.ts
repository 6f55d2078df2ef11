import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Settings, sql } from '#platform/db';
import type { Role } from '#rules/identity-access';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import {
  actingAs,
  assign,
  holderOf,
  nameOf,
  province,
  provinceSeed,
  publishDuties,
  unitOf,
} from './testing.ts';

// Who sees which work and may do what with it: one table, held against the server and against the bare database.

const department = unitOf('department');
const division = unitOf('division');
const lower = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === lower.parent_id);
const upper = unitOf('school', (unit) => unit.managing_authority === 'department' && unit.teaches_upper);
const otherLower = unitOf(
  'school',
  (unit) => unit.managing_authority === 'communePC' && unit.parent_id !== commune.id,
);
const otherCommune = unitOf('commune', (unit) => unit.id === otherLower.parent_id);
const team = unitOf('subjectTeam', (unit) => unit.parent_id === lower.id);
const otherTeam = unitOf('subjectTeam', (unit) => unit.parent_id === lower.id && unit.id !== team.id);
const guidesLower = (unit: { id: string }) =>
  province.lines.some((line) => line.superior_id === unit.id && line.subordinate_id === lower.id);
const cluster = unitOf('cluster', guidesLower);

/** A teacher of the team who is nothing else. */
const teacher = province.roleAssignments.find(
  (row) => row.unit_id === team.id && row.role === 'teacher' && row.account_id !== holderOf(team, 'teamLead'),
)!;
const teacherName = province.accounts.find(({ id }) => id === teacher.account_id)?.username ?? '';

const works = ['lower', 'upper', 'otherLower', 'team', 'otherTeam', 'named', 'commune'] as const;
type Work = (typeof works)[number];

/** What each person sees. */
const seen: readonly [
  who: string,
  role: Role,
  unit: { id: string },
  scope: 'department' | 'subtree' | 'own',
  sees: readonly Work[],
][] = [
  ['the director', 'departmentLeader', department, 'department', works],
  ['the head of the division', 'divisionHead', division, 'department', works],
  [
    'the officer of the commune',
    'communeOfficer',
    commune,
    'subtree',
    ['lower', 'team', 'otherTeam', 'named', 'commune'],
  ],
  [
    'the leader of the commune',
    'communeLeader',
    commune,
    'subtree',
    ['lower', 'team', 'otherTeam', 'named', 'commune'],
  ],
  ['the officer of another commune', 'communeOfficer', otherCommune, 'subtree', ['otherLower']],
  ['the principal', 'principal', lower, 'subtree', ['lower', 'team', 'otherTeam', 'named']],
  ['the clerk', 'clerk', lower, 'subtree', ['lower', 'team', 'otherTeam', 'named']],
  ['the principal of the department’s school', 'principal', upper, 'subtree', ['upper']],
  ['the principal of another commune’s school', 'principal', otherLower, 'subtree', ['otherLower']],
  ['the head of the team', 'teamLead', team, 'subtree', ['team', 'named']],
  ['the head of another team', 'teamLead', otherTeam, 'subtree', ['otherTeam']],
];

let hoaBan: Served;
const ids = {} as Record<Work, string>;
const nameOfWork = (id: string) => works.find((work) => ids[work] === id);

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2025-08-05T08:00:00+07:00');
  const { dutyIds } = await publishDuties(hoaBan.db, [{ title: 'Một việc', dueOn: '2025-09-30' }]);
  const [duty] = dutyIds as [string];
  const { db } = hoaBan;
  ids.lower = await assign(db, duty, lower, 'principal');
  ids.upper = await assign(db, duty, upper, 'principal');
  ids.otherLower = await assign(db, duty, otherLower, 'principal');
  ids.commune = await assign(db, duty, commune, 'communeOfficer');
  ids.team = await assign(db, duty, team, 'teamLead', { parent_id: ids.lower });
  ids.otherTeam = await assign(db, duty, otherTeam, 'teamLead', { parent_id: ids.lower });
  ids.named = await assign(db, duty, team, 'teacher', {
    parent_id: ids.team,
    account_id: teacher.account_id,
  });
});
afterAll(() => hoaBan.close());

async function visible(settings: Settings): Promise<(Work | undefined)[]> {
  const rows = await hoaBan.db.database.read(settings, async (tx) => {
    const found = await sql<{ id: string }>`SELECT id FROM plan.assignment`.execute(tx);
    return found.rows;
  });
  return rows.map((row) => nameOfWork(row.id)).sort();
}

async function reached(person: Person): Promise<Work[]> {
  const found: Work[] = [];
  for (const work of works) {
    const { status } = await person.get(`/api/plan/assignments/${ids[work]}`);
    expect([200, 404]).toContain(status);
    if (status === 200) found.push(work);
  }
  return found.sort();
}

describe.each(seen)('%s', (_who, role, unit, scope, sees) => {
  test('sees exactly the work of the own reach, at the server and in the database', async () => {
    const expected = [...sees].sort();
    expect(await reached(await hoaBan.as(nameOf(unit, role), role))).toEqual(expected);
    expect(await visible(actingAs(unit, role, scope))).toEqual(expected);
  });

  test('finds on the board no unit beyond it', async () => {
    const person = await hoaBan.as(nameOf(unit, role), role);
    const { rows } = (await person.get('/api/plan/board?rows=all')).body;
    const boardUnits = { lower, team: lower, otherTeam: lower, named: lower, upper, otherLower, commune };
    const expected = new Set(sees.filter((work) => work !== 'named').map((work) => boardUnits[work].id));
    const shown = rows.map((row: { unit: { id: string } }) => row.unit.id);
    if (unit === team || unit === otherTeam) expect(new Set(shown).size).toBe(1);
    else expect(new Set(shown)).toEqual(expected);
  });
});

describe('a teacher', () => {
  test('sees what is given by name, and neither the team’s nor the school’s work', async () => {
    expect(await reached(await hoaBan.as(teacherName, 'teacher'))).toEqual(['named']);
    const settings = { ...actingAs(team, 'teacher', 'own'), 'hoaban.account_id': teacher.account_id };
    expect(await visible(settings)).toEqual(['named']);
  });

  test('is refused the board, approvals and splitting, whatever the address', async () => {
    const person = await hoaBan.as(teacherName, 'teacher');
    for (const address of [
      'board',
      'approvals',
      `assignments/${ids.named}/split-targets`,
      'indicators',
      'reports',
    ]) {
      expect([address, (await person.get(`/api/plan/${address}`)).status]).toEqual([address, 403]);
    }
  });
});

test('the guide of a cluster sees the schools of the cluster and no others', async () => {
  const inCluster = new Set(
    province.lines.filter((line) => line.superior_id === cluster.id).map((line) => line.subordinate_id),
  );
  const found = await visible(actingAs(cluster, 'specialist', 'subtree'));
  const expected = (['lower', 'upper', 'otherLower'] as const).filter((work) =>
    inCluster.has({ lower, upper, otherLower }[work].id),
  );
  expect(found.filter((work) => work === 'lower' || work === 'upper' || work === 'otherLower')).toEqual(
    [...expected].sort(),
  );
  expect(found).not.toContain('commune');
});

describe('nobody', () => {
  test.each([
    ['without settings', {}],
    [
      'with a unit but no scope',
      { 'hoaban.unit_id': lower.id, 'hoaban.department_id': province.departmentId },
    ],
    ['with a scope that is none', { ...actingAs(lower, 'principal', 'subtree'), 'hoaban.scope': 'all' }],
    [
      'of another department',
      { ...actingAs(division, 'divisionHead', 'department'), 'hoaban.department_id': lower.id },
    ],
  ])('%s sees a row', async (_name, settings) => {
    expect(await visible(settings as Settings)).toEqual([]);
  });

  test('writes beyond the own reach, even past the server', async () => {
    const principal = actingAs(lower, 'principal', 'subtree');
    const touched = await hoaBan.db.database.write(principal, async (tx) => {
      const { rows } =
        await sql`UPDATE plan.assignment SET state = 'accepted' WHERE id IN (${ids.upper}, ${ids.commune}, ${ids.otherLower})
        RETURNING id`.execute(tx);
      return rows.length;
    });
    expect(touched).toBe(0);
    const planted = hoaBan.db.database.write(principal, (tx) =>
      sql`INSERT INTO plan.assignment (id, department_id, document_id, duty_id, unit_id, board_unit_id, role, starts_on, due_on)
        SELECT organisation.uuid_v7(), department_id, document_id, duty_id, ${otherLower.id}, ${otherLower.id}, 'vicePrincipal', starts_on, due_on
        FROM plan.assignment WHERE id = ${ids.lower}`.execute(tx),
    );
    await expect(planted).rejects.toThrow(/row-level security/);
    for (const statement of [
      'DELETE FROM plan.assignment',
      'DELETE FROM plan.assignment_event',
      'UPDATE plan.assignment SET unit_id = unit_id',
    ]) {
      const work = hoaBan.db.database.write(principal, (tx) => sql.raw(statement).execute(tx));
      await expect(work, statement).rejects.toThrow(/permission denied/);
    }
  });
});

/** What those who see the school's work may do with it, as the page offers it. */
const offered: readonly [Role, { id: string }, readonly string[], readonly string[]][] = [
  [
    'principal',
    lower,
    ['plan.acknowledgeAssignments', 'plan.splitAssignment', 'plan.giveConfirmation', 'plan.submitAssignment'],
    ['plan.acceptAssignments', 'plan.answerQuestion'],
  ],
  [
    'clerk',
    lower,
    ['plan.acknowledgeAssignments', 'plan.giveDocumentEvidence'],
    ['plan.splitAssignment', 'plan.submitAssignment', 'plan.giveConfirmation'],
  ],
  [
    'communeOfficer',
    commune,
    ['plan.addComment'],
    ['plan.startAssignment', 'plan.submitAssignment', 'plan.splitAssignment'],
  ],
  ['divisionHead', division, ['plan.addComment'], ['plan.startAssignment', 'plan.submitAssignment']],
];

test.each(offered)('a %s is offered what fits and is refused the rest', async (role, unit, may, mayNot) => {
  const person = await hoaBan.as(nameOf(unit, role), role);
  const address = `/api/plan/assignments/${ids.lower}`;
  const { body } = await person.get(address);
  for (const step of may) expect(body.may).toContain(step);
  for (const step of mayNot) expect(body.may).not.toContain(step);
  if (mayNot.includes('plan.submitAssignment')) {
    const said = await person.post(`${address}/submit`, { version: body.assignment.version });
    expect([said.status, said.body.code]).toEqual([403, 'plan.notYours']);
  }
});
