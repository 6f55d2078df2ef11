import { afterAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { province, provinceSeed } from '../../plan/testing.ts';
import { selectTransferOptional } from '../data/transfers.ts';
import { actAs, refusalOf, type TwoSchools, twoSchools } from '../pupils.fixture.ts';
import { recordMovement } from './record-movement.ts';
import { acceptTransfer, askTransfer, refuseTransfer, withdrawTransfer } from './transfer-pupil.ts';

let db: TestDatabase;
let schools: TwoSchools;
beforeEach(async () => {
  await db?.drop();
  db = await freshDatabase(provinceSeed);
  schools = await twoSchools(db);
});
afterAll(() => db?.drop());

const here = <Result>(work: Parameters<typeof actAs<Result>>[2]) =>
  actAs(db, { unit: schools.here, role: 'principal' }, work);
const there = <Result>(work: Parameters<typeof actAs<Result>>[2]) =>
  actAs(db, { unit: schools.there, role: 'principal' }, work);

const ask = (grade: '6A' | '7A' = '6A', toUnitId = schools.there.id) =>
  here((tx, acting) =>
    askTransfer(tx, acting, { pupilId: schools.here.pupils[grade], toUnitId, reason: 'Theo gia đình' }),
  );
const accept = (id: string, grade: '6A' | '7A' = '6A', on = '2025-10-01') =>
  there((tx, acting) => acceptTransfer(tx, acting, id, { classId: schools.there.classes[grade], on }));

async function rowsOf(text: string, values: unknown[] = []) {
  return (await db.owner.query(text, values)).rows;
}

test('an accepted transfer moves the record with all its parts in one step', async () => {
  const { id, pupilId } = await ask();
  await db.owner.query(
    `INSERT INTO people.guardian (id, pupil_id, unit_id, department_id, relation, full_name)
     VALUES (gen_random_uuid(), $1, $2, $3, 'mother', 'Lò Thị Pánh')`,
    [pupilId, schools.here.id, province.departmentId],
  );
  expect(await there((tx) => selectTransferOptional(tx, id))).toMatchObject({
    pupilName: 'Lò Văn Ánh',
    grade: 6,
  });
  await accept(id);
  const places = await rowsOf(
    `SELECT p.unit_id AS pupil, v.unit_id AS private, g.unit_id AS guardian FROM people.pupil p
     JOIN people.pupil_private v ON v.pupil_id = p.id JOIN people.guardian g ON g.pupil_id = p.id WHERE p.id = $1`,
    [pupilId],
  );
  expect(places).toEqual([
    { pupil: schools.there.id, private: schools.there.id, guardian: schools.there.id },
  ]);
  expect(
    await rowsOf(
      'SELECT unit_id, ended_as FROM people.enrolment WHERE pupil_id = $1 ORDER BY starts_on, id',
      [pupilId],
    ),
  ).toEqual([
    { unit_id: schools.here.id, ended_as: 'transferred' },
    { unit_id: schools.there.id, ended_as: null },
  ]);
  expect(
    await rowsOf('SELECT kind, unit_id FROM people.movement WHERE pupil_id = $1 ORDER BY id', [pupilId]),
  ).toEqual([
    { kind: 'transferredOut', unit_id: schools.here.id },
    { kind: 'transferredIn', unit_id: schools.there.id },
  ]);
});

test('of two who accept at once one wins and the other hears that it is decided', async () => {
  const { id } = await ask();
  const answers = await Promise.all([refusalOf(accept(id)), refusalOf(accept(id))]);
  expect(answers.sort()).toEqual(['nothing was refused', 'people.transferDecided']);
});

test('a pupil waits for one school at a time; a school once asked and passed over cannot take the pupil', async () => {
  const { id } = await ask();
  expect(await refusalOf(ask())).toBe('people.transferOpen');
  await here((tx, acting) => withdrawTransfer(tx, acting, id));
  const other = province.units.find(
    (unit) =>
      unit.kind === 'school' &&
      unit.teaches_lower &&
      unit.id !== schools.here.id &&
      unit.id !== schools.there.id,
  )!;
  await ask('6A', other.id);
  expect(await refusalOf(accept(id))).toBe('people.transferDecided');
});

test('a request goes only to another school that teaches the grade', async () => {
  const upper = province.units.find(
    (unit) => unit.kind === 'school' && unit.teaches_upper && !unit.teaches_lower,
  )!;
  const commune = province.units.find((unit) => unit.kind === 'commune')!;
  for (const unitId of [schools.here.id, upper.id, commune.id]) {
    expect(await refusalOf(ask('6A', unitId))).toBe('people.transferUnfit');
  }
});

test('the receiving school takes the pupil into a class of its own of the same grade, on a day that can be', async () => {
  const { id } = await ask();
  expect(await refusalOf(accept(id, '7A'))).toBe('people.transferWrongClass');
  expect(await refusalOf(accept(id, '6A', '2025-08-01'))).toBe('people.transferBadDay');
  expect(await refusalOf(accept(id, '6A', '2025-12-01'))).toBe('people.transferBadDay');
  const into = { classId: schools.here.classes['6A'], on: '2025-10-01' };
  expect(await refusalOf(there((tx, acting) => acceptTransfer(tx, acting, id, into)))).toBe(
    'people.transferWrongClass',
  );
});

test('only the school asked decides, and who waits for an answer cannot drop out meanwhile', async () => {
  const { id, pupilId } = await ask();
  const into = { classId: schools.there.classes['6A'], on: '2025-10-01' };
  expect(await refusalOf(here((tx, acting) => acceptTransfer(tx, acting, id, into)))).toBe(
    'people.transferNotFound',
  );
  expect(await refusalOf(here((tx, acting) => refuseTransfer(tx, acting, id, 'Không')))).toBe(
    'people.transferNotFound',
  );
  const dropOut = { kind: 'droppedOut', on: '2025-10-01', classId: null, reason: 'Nghỉ' } as const;
  expect(await refusalOf(here((tx, acting) => recordMovement(tx, acting, pupilId, dropOut)))).toBe(
    'people.moveUnfit',
  );
  await there((tx, acting) => refuseTransfer(tx, acting, id, 'Hết chỗ ở nội trú'));
  expect(await refusalOf(accept(id))).toBe('people.transferDecided');
  expect(await rowsOf('SELECT unit_id FROM people.pupil WHERE id = $1', [pupilId])).toEqual([
    { unit_id: schools.here.id },
  ]);
});
