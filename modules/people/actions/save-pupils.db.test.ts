import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { province, provinceSeed } from '../../plan/testing.ts';
import type { PupilRow } from '../data/save-pupils.ts';
import { actAs, refusalOf, type TwoSchools, twoSchools } from '../pupils.fixture.ts';
import { addClass } from '../testing.ts';
import { savePupils } from './save-pupils.ts';

let db: TestDatabase;
let schools: TwoSchools;
beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  schools = await twoSchools(db);
});
afterAll(() => db?.drop());

function save(rows: readonly PupilRow[], on = '2025-09-05') {
  return actAs(db, { unit: schools.here, role: 'clerk' }, (tx, { actor, now }) =>
    savePupils(
      tx,
      { unitId: schools.here.id, departmentId: province.departmentId, accountId: actor.accountId, now, on },
      rows,
    ),
  );
}

function rowOf(at: number, more: Partial<PupilRow> = {}): PupilRow {
  return {
    fullName: `Lò Văn Số ${String.fromCharCode(65 + (at % 26))}${'a'.repeat(Math.floor(at / 26))}`,
    sex: 'male',
    birthDate: '2013-03-04',
    identityNumber: `0112130${String(at).padStart(5, '0')}`,
    village: 'Bản Co Mỵ',
    guardians: [{ relation: 'father', fullName: `Lò Văn Cha ${at}`, phone: '0912000111' }],
    classId: schools.here.classes['6A'],
    rollNumber: (at % 190) + 1,
    ...more,
  };
}

test('a list is written once: again it changes nothing, and a changed line changes one pupil', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => rowOf(at));
  const first = await save(rows);
  expect(first).toMatchObject({ created: 40, changed: 0, unchanged: 0 });
  const again = await save(rows);
  expect(again).toEqual({ created: 0, changed: 0, unchanged: 40, pupilIds: first.pupilIds });
  expect(await save(rows.with(3, rowOf(3, { village: 'Bản Mới' })))).toMatchObject({
    changed: 1,
    unchanged: 39,
  });
  expect(await save([rowOf(3, { village: null })])).toMatchObject({ changed: 0, unchanged: 1 });
});

test('another class in the list changes the class, with the movement', async () => {
  const [id] = (await save([rowOf(100)])).pupilIds;
  const classId = await addClass(db, schools.here, schools.yearId, { name: '6B', grade: 6 });
  expect(await save([rowOf(100, { classId })], '2025-10-01')).toMatchObject({ changed: 1 });
  const { rows } = await db.owner.query(
    `SELECT kind, to_class_id FROM people.movement WHERE pupil_id = $1 ORDER BY happened_on`,
    [id],
  );
  expect(rows).toEqual([
    { kind: 'enrolled', to_class_id: schools.here.classes['6A'] },
    { kind: 'classChanged', to_class_id: classId },
  ]);
});

test('a pupil without numbers is known by name, sex and birth date', async () => {
  const plain = rowOf(200, { identityNumber: null });
  await save([plain]);
  expect(await save([plain])).toMatchObject({ created: 0, unchanged: 1 });
  expect(await save([{ ...plain, birthDate: '2013-03-05' }])).toMatchObject({ created: 1 });
});

test('one bad line and nothing is written', async () => {
  const count = async () => (await db.owner.query('SELECT count(*) FROM people.pupil')).rows;
  const before = await count();
  const twice = [rowOf(0), rowOf(300), rowOf(0)];
  expect(await refusalOf(save(twice))).toBe('people.pupilRowsRefused');
  const strange = [rowOf(301), rowOf(302, { classId: schools.there.classes['6A'] })];
  expect(await refusalOf(save(strange))).toBe('people.pupilRowsRefused');
  await db.owner.query(`UPDATE people.pupil SET status = 'away' WHERE id = $1`, [schools.here.pupils['9A']]);
  const away = [rowOf(303), rowOf(304, { id: schools.here.pupils['9A'] })];
  expect(await refusalOf(save(away))).toBe('people.pupilRowsRefused');
  await db.owner.query(
    `UPDATE people.pupil_private SET identity_number = '011213099999' WHERE pupil_id = $1`,
    [schools.there.pupils['6A']],
  );
  const taken = [rowOf(305), rowOf(306, { identityNumber: '011213099999' })];
  expect(await refusalOf(save(taken))).toBe('people.identityNumberTaken');
  expect(await count()).toEqual(before);
});
