import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { province, provinceSeed } from '../../plan/testing.ts';
import { recordMovement } from '../actions/record-movement.ts';
import { acceptTransfer, askTransfer } from '../actions/transfer-pupil.ts';
import { actAs, type TwoSchools, twoSchools } from '../pupils.fixture.ts';
import { addStaff } from '../testing.ts';
import { peopleIndicators } from './people-indicators.ts';

let db: TestDatabase;
let schools: TwoSchools;
beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  schools = await twoSchools(db);
  const { here } = schools;
  await db.owner.query(
    'UPDATE people.school_class SET homeroom_staff_id = $1, two_sessions = true WHERE id = $2',
    [await addStaff(db, here), here.classes['6A']],
  );
  const act = <Result>(unit: { id: string }, work: Parameters<typeof actAs<Result>>[2]) =>
    actAs(db, { unit, role: 'principal' }, work);
  const dropOut = { kind: 'droppedOut', on: '2025-09-20', classId: null, reason: 'Đi làm' } as const;
  for (const grade of ['7A', '8A'] as const)
    await act(here, (tx, acting) => recordMovement(tx, acting, here.pupils[grade], dropOut));
  const back = {
    kind: 'returned',
    on: '2025-09-25',
    classId: here.classes['8A'],
    reason: 'Vận động',
  } as const;
  await act(here, (tx, acting) => recordMovement(tx, acting, here.pupils['8A'], back));
  const { id } = await act(here, (tx, acting) =>
    askTransfer(tx, acting, { pupilId: here.pupils['9A'], toUnitId: schools.there.id, reason: 'Theo nhà' }),
  );
  await act(schools.there, (tx, acting) =>
    acceptTransfer(tx, acting, id, { classId: schools.there.classes['9A'], on: '2025-10-01' }),
  );
});
afterAll(() => db?.drop());

async function measured(id: string, unitId: string): Promise<[number, number] | undefined> {
  const indicator = peopleIndicators.find((one) => one.id === id)!;
  const context = {
    departmentId: province.departmentId,
    schoolYear: { id: schools.yearId, startsOn: '2025-08-25', endsOn: '2026-05-31' },
    today: '2025-10-01',
    setting: () => {
      throw new Error('these indicators ask for no setting');
    },
  };
  const settings = { 'hoaban.department_id': province.departmentId, 'hoaban.scope': 'department' };
  const { rows } = await db.database.read(settings, (tx) =>
    sql<{ unit_id: string; numerator: number; denominator: number }>`${indicator.sql(context)}`.execute(tx),
  );
  const row = rows.find(({ unit_id }) => unit_id === unitId);
  return row && [Number(row.numerator), Number(row.denominator)];
}

test('a pupil who dropped out is not kept; who came back or changed the school is', async () => {
  expect(await measured('people.enrolmentKept', schools.here.id)).toEqual([3, 4]);
  expect(await measured('people.enrolmentKept', schools.there.id)).toEqual([4, 4]);
  expect(await measured('people.enrolmentKept', province.departmentId)).toEqual([7, 8]);
});

test('classes with a homeroom teacher, and pupils of classes with two sessions', async () => {
  expect(await measured('people.classesWithHomeroom', schools.here.id)).toEqual([1, 4]);
  expect(await measured('people.pupilsTwoSessions', schools.here.id)).toEqual([1, 2]);
});

test('a unit without pupils has no value', async () => {
  const team = province.units.find(({ kind }) => kind === 'subjectTeam')!;
  expect(await measured('people.enrolmentKept', team.id)).toBeUndefined();
});
