import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, settingsFor } from '#modules/identity-access';
import type { Operation } from '#platform/api';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { getDocumentState } from '../contract/documents.ts';
import * as contract from '../contract/overview.ts';
import { assign, holderOf, province, provinceSeed, publishDuties, unitOf } from '../testing.ts';
import { documentRoutes } from './documents.ts';
import { overviewRoutes } from './overview.ts';

type Unit = (typeof province.units)[number];

const school = unitOf('school', (unit) => unit.managing_authority === 'communePC');
const commune = unitOf('commune', (unit) => unit.id === school.parent_id);
const departmentSchool = unitOf('school', (unit) => unit.managing_authority === 'department');
const team = unitOf('subjectTeam', (unit) => unit.parent_id === school.id);
const division = unitOf('division');
const department = unitOf('department');
const now = new Date('2025-11-03T09:00:00+07:00');

function actor(unit: Unit, role: Actor['role'], scope: Actor['scope']): Actor {
  return {
    sessionId: '',
    accountId: holderOf(unit, role ?? ''),
    displayName: '',
    language: 'vi',
    roleAssignmentId: null,
    role,
    unitId: unit.id,
    unitKind: unit.kind,
    departmentId: province.departmentId,
    scope,
    secondFactorDue: false,
    mustChangePassword: false,
  };
}

const head = actor(division, 'divisionHead', 'department');
const principal = actor(school, 'principal', 'subtree');
const teacher = actor(team, 'teacher', 'own');

let db: TestDatabase;
let documentId = '';
let dutyIds: string[] = [];
let ownPart = '';

async function call<Answer>(
  operation: Operation,
  by: Actor,
  input: { params?: object; query?: object } = {},
): Promise<Answer> {
  const route = [...overviewRoutes, ...documentRoutes].find((one) => one.operation.id === operation.id);
  const answer = await db.database.write(settingsFor(by, operation.id), (tx) =>
    route!.handle({
      tx,
      actor: by,
      params: input.params,
      query: operation.query?.parse(input.query ?? {}),
      body: undefined,
      now,
      services: { publicUrl: 'https://hoaban.test', filesFolder: '' },
    } as never),
  );
  return operation.answer!.parse(answer) as Answer;
}

interface Counts {
  total: number;
  overdue: number;
  blocked: number;
}
interface Board {
  unit: { id: string } | null;
  choices: { sections: { key: string }[]; months: string[] };
  columns: { key: string; label: string }[];
  rows: { unit: { id: string; kind: string }; total: Counts; cells: (Counts | null)[] }[];
  total: Counts;
}
interface Cell {
  items: { id: string; blocked: boolean; shown: string }[];
  nextCursor: string | null;
}
const board = (query: object = {}, by = head) => call<Board>(contract.getBoard, by, { query });

beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  ({ documentId, dutyIds } = await publishDuties(db, [
    { title: 'Đã trễ', dueOn: '2025-10-15' },
    { title: 'Còn hạn', dueOn: '2025-12-31' },
    { title: 'Phần khác cùng số', section: 'I. Tổ chức thực hiện', dueOn: '2025-12-31' },
  ]));
  const [late = '', open = '', other = ''] = dutyIds;
  for (const duty of [late, open, other]) {
    await assign(db, duty, commune, 'communeOfficer');
    const given = await assign(db, duty, departmentSchool, 'principal');
    // More time was granted, into a month in which the plan itself has no deadline.
    if (duty === other)
      await db.owner.query(`UPDATE plan.assignment SET due_on = '2026-07-15' WHERE id = $1`, [given]);
    await assign(db, duty, department, 'departmentLeader');
  }
  await assign(db, late, school, 'principal', { state: 'accepted' });
  const whole = await assign(db, open, school, 'principal', { state: 'inProgress', blocked_since: now });
  const atTeam = await assign(db, open, team, 'teamLead', { parent_id: whole });
  ownPart = await assign(db, open, team, 'teacher', { parent_id: atTeam, account_id: teacher.accountId });
});

afterAll(() => db?.drop());

describe('the board', () => {
  test.each<Record<string, string>>([
    { rows: 'communes', columns: 'section' },
    { rows: 'communes', columns: 'month', show: 'overdue' },
    { rows: 'schools', columns: 'duty' },
    { rows: 'divisions', columns: 'section' },
    { rows: 'all', columns: 'section', show: 'blocked' },
    { rows: 'all', columns: 'duty', unitId: commune.id },
    { rows: 'all', columns: 'section', unitId: school.id },
  ])('lists behind each cell exactly what the cell counts: %j', async (query) => {
    const { rows, columns } = await board(query);
    const { rows: kind, columns: by, unitId: within, ...filter } = query;
    for (const row of rows) {
      for (const [at, column] of columns.entries()) {
        const name = by === 'section' ? 'section' : by === 'month' ? 'month' : 'dutyId';
        const { items } = await call<Cell>(contract.listBoardCell, head, {
          query: {
            ...filter,
            unitId: row.unit.id,
            rows: kind,
            ...(within ? { within } : {}),
            [name]: column.key,
            limit: 200,
          },
        });
        expect(items.length).toBe(row.cells[at]?.total ?? 0);
        expect(items.filter((item) => item.blocked).length).toBe(row.cells[at]?.blocked ?? 0);
        expect(items.filter((item) => item.shown === 'overdue').length).toBe(row.cells[at]?.overdue ?? 0);
      }
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  test('counts the same whichever way it is cut', async () => {
    const bySection = await board({ rows: 'all', columns: 'section' });
    expect((await board({ rows: 'all', columns: 'month' })).total).toEqual(bySection.total);
    expect((await board({ rows: 'communes', columns: 'duty' })).total).toEqual(bySection.total);
  });

  test('shows communes first to who asks for communes, and tells two parts of one number apart', async () => {
    const { rows, columns, choices } = await board({ rows: 'communes' });
    expect(rows[0]?.unit.kind).toBe('commune');
    expect(columns.map((column) => column.label)).toEqual(['I', 'I (2)']);
    expect(choices.sections).toHaveLength(2);
    expect(choices.months).toEqual(['2025-10', '2025-12']);
  });

  test('of one duty has one column', async () => {
    const { columns, rows } = await board({ rows: 'all', columns: 'duty', dutyId: dutyIds[1] });
    expect(columns.map((column) => column.key)).toEqual([dutyIds[1]]);
    expect(rows.length).toBeGreaterThan(1);
  });

  test('a principal who asks for the whole province gets the own school', async () => {
    const { rows } = await board({ rows: 'all' }, principal);
    expect(rows.map((row) => row.unit.id)).toEqual([school.id]);
  });

  test('a unit that does not exist is an empty board, not everything', async () => {
    const { rows, unit } = await board({ unitId: '0198aa00-0000-7000-8000-000000000001' });
    expect(rows).toEqual([]);
    expect(unit).toBeNull();
  });
});

describe('the plan beside its state', () => {
  const state = (by: Actor) =>
    call<{ duties: { dutyId: string; assignmentId: string | null; counts: Counts }[] }>(
      getDocumentState,
      by,
      {
        params: { documentId },
      },
    );

  test('leads a teacher to the part given to the teacher', async () => {
    const { duties } = await state(teacher);
    expect(duties.find((duty) => duty.dutyId === dutyIds[1])?.assignmentId).toBe(ownPart);
  });

  test('leads the department nowhere when the work is not its own', async () => {
    const { duties } = await state(head);
    expect(duties.map((duty) => duty.assignmentId)).toEqual([null, null, null]);
  });
});
