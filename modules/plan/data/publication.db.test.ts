import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import {
  actingAs,
  assign,
  holderOf,
  nameOf,
  province,
  provinceSeed,
  publishDuties,
  unitOf,
} from '../testing.ts';
import { listBoardCell } from './board.ts';

const division = unitOf('division');
const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);

let db: TestDatabase;
let documentId: string;
let dutyId: string;
beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  const published = await publishDuties(db, [{ title: 'Dạy học hai buổi', dueOn: '2025-10-31' }]);
  documentId = published.documentId;
  dutyId = published.dutyIds[0]!;
  await assign(db, dutyId, school, 'principal');
  await assign(db, dutyId, team, 'teamLead');
});
afterAll(() => db.drop());

const rowsKnown = async () =>
  (await db.owner.query(`SELECT reltuples AS rows FROM pg_class WHERE oid = 'plan.assignment'::regclass`))
    .rows[0].rows;
const refresh = (settings: Record<string, string>) =>
  db.database.write(settings, (tx) => sql`SELECT plan.refresh_statistics()`.execute(tx));

test('only whoever acts for the department takes the statistics anew', async () => {
  await refresh(actingAs(school, 'principal', 'subtree'));
  expect(await rowsKnown()).toBe(-1);
  await refresh(actingAs(division, 'divisionHead', 'department'));
  expect(await rowsKnown()).toBe(2);
});

test.each([
  [
    'stands on the board in its unit’s row',
    'UPDATE plan.assignment SET board_unit_id = unit_id WHERE unit_id = $1',
  ],
  ['belongs to the document of its duty', 'UPDATE plan.assignment SET department_id = $1'],
])('an assignment %s, or the database refuses it', async (_, statement) => {
  await expect(db.owner.query(statement, [team.id])).rejects.toMatchObject({ code: '23503' });
});

test('a cell names who can move it, with the phone for those whose reach the person is in', async () => {
  const principal = holderOf(school, 'principal');
  await db.owner.query(`UPDATE identity.account SET phone = '0912345678' WHERE id = $1`, [principal]);
  const cell = (settings: Record<string, string>) =>
    db.database.read(settings, (tx) =>
      listBoardCell(
        tx,
        { id: documentId, departmentId: province.departmentId },
        { show: 'all', unitId: school.id },
        { today: '2025-10-15', after: null, limit: 10 },
      ),
    );
  const seen = await cell(actingAs(division, 'divisionHead', 'department'));
  expect(seen.map((item) => item.unitId).sort()).toEqual([school.id, team.id].sort());
  const { responsible } = seen.find((item) => item.unitId === school.id)!;
  expect(responsible).toEqual([
    {
      name: province.accounts.find(({ id }) => id === principal)?.display_name,
      role: 'principal',
      unit: school.name,
      phone: '0912345678',
    },
  ]);
  const other = unitOf('school', (unit) => unit.managing_authority === 'communePC' && unit.id !== school.id);
  expect(nameOf(other, 'principal')).not.toBe('');
  expect(await cell(actingAs(other, 'principal', 'subtree'))).toEqual([]);
});
