import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { provinceSeed } from '../../plan/testing.ts';
import { actAs, refusalOf, type TwoSchools, twoSchools } from '../pupils.fixture.ts';
import { changePupil, changePupilPrivate, createPupil } from './keep-pupil.ts';
import { recordMovement } from './record-movement.ts';

let db: TestDatabase;
let schools: TwoSchools;
beforeAll(async () => {
  db = await freshDatabase(provinceSeed);
  schools = await twoSchools(db);
});
afterAll(() => db?.drop());

const newcomer = {
  fullName: 'Vàng Thị Mỷ',
  sex: 'female' as const,
  birthDate: '2013-02-03',
  sectorCode: null,
  communeId: null,
  village: 'Bản Nậm Pố',
  phone: null,
  guardians: [
    { relation: 'mother' as const, fullName: 'Giàng Thị Dợ', phone: '0912345678', occupation: null },
  ],
  on: '2025-09-05',
  identityNumber: null,
  ethnicGroup: null,
};

function clerk<Result>(work: Parameters<typeof actAs<Result>>[2], at?: string) {
  return actAs(db, { unit: schools.here, role: 'principal', ...(at ? { at } : {}) }, work);
}

async function rowsOf(text: string, values: unknown[] = []) {
  return (await db.owner.query(text, values)).rows;
}

describe('a new pupil', () => {
  test('comes with guardians, a class and the movement', async () => {
    const input = { ...newcomer, classId: schools.here.classes['6A'], identityNumber: '011313000001' };
    const { id } = await clerk((tx, acting) => createPupil(tx, acting, input));
    expect(
      await rowsOf(
        `SELECT p.given_name, v.identity_number, g.phone, e.class_id, m.kind, m.happened_on
         FROM people.pupil p JOIN people.pupil_private v ON v.pupil_id = p.id JOIN people.guardian g ON g.pupil_id = p.id
         JOIN people.enrolment e ON e.pupil_id = p.id JOIN people.movement m ON m.pupil_id = p.id WHERE p.id = $1`,
        [id],
      ),
    ).toEqual([
      {
        given_name: 'Mỷ',
        identity_number: '011313000001',
        phone: '0912345678',
        class_id: schools.here.classes['6A'],
        kind: 'enrolled',
        happened_on: '2025-09-05',
      },
    ]);
    const again = { ...input, fullName: 'Một em khác' };
    expect(await refusalOf(clerk((tx, acting) => createPupil(tx, acting, again)))).toBe(
      'people.identityNumberTaken',
    );
  });

  test.each([
    ['a birth date in the future', { birthDate: '2026-02-03' }, 'people.badPupil'],
    [
      'the same guardian twice',
      { guardians: [newcomer.guardians[0]!, newcomer.guardians[0]!] },
      'people.badPupil',
    ],
    ['a first day in the future', { on: '2025-12-01' }, 'people.badMove'],
  ])('is refused with %s, and nothing is kept', async (_what, wrong, code) => {
    const before = await rowsOf('SELECT count(*) FROM people.pupil');
    const input = { ...newcomer, classId: schools.here.classes['6A'], ...wrong };
    expect(await refusalOf(clerk((tx, acting) => createPupil(tx, acting, input)))).toBe(code);
    expect(await rowsOf('SELECT count(*) FROM people.pupil')).toEqual(before);
  });

  test('cannot be put into a class of another school', async () => {
    const input = { ...newcomer, classId: schools.there.classes['6A'] };
    expect(await refusalOf(clerk((tx, acting) => createPupil(tx, acting, input)))).toBe(
      'people.classNotFound',
    );
  });

  test('cannot have the code of a pupil of a school one does not see', async () => {
    await db.owner.query(`UPDATE people.pupil SET sector_code = '1100000007' WHERE id = $1`, [
      schools.there.pupils['9A'],
    ]);
    const input = { ...newcomer, classId: null, sectorCode: '1100000007' };
    expect(await refusalOf(clerk((tx, acting) => createPupil(tx, acting, input)))).toBe(
      'people.sectorCodeTaken',
    );
  });
});

describe('two people at one record', () => {
  const fields = { ...newcomer, fullName: 'Lò Văn Ánh', sex: 'male' as const };

  test('the second is shown what the first saved', async () => {
    const id = schools.here.pupils['6A'];
    const first = await clerk((tx, acting) =>
      changePupil(tx, acting, id, { ...fields, village: 'Bản Một', version: 1 }),
    );
    expect(first.version).toBe(2);
    const second = clerk((tx, acting) =>
      changePupil(tx, acting, id, { ...fields, village: 'Bản Hai', version: 1 }),
    );
    await expect(second).rejects.toMatchObject({
      code: 'people.pupilChanged',
      shape: { facts: { yours: { village: 'Bản Hai' }, current: { village: 'Bản Một', version: 2 } } },
    });
  });

  test('the sensitive part has a version of its own, and circumstances are put as given', async () => {
    const id = schools.here.pupils['7A'];
    const part = { identityNumber: null, ethnicGroup: '06', birthPlace: null, address: 'Bản Háng Lìa' };
    const poor = { kind: 'poorHousehold' as const, startsOn: '2025-01-01', endsOn: null, note: null };
    await clerk((tx) => changePupilPrivate(tx, id, { ...part, circumstances: [poor], version: 1 }));
    const late = clerk((tx) => changePupilPrivate(tx, id, { ...part, circumstances: [], version: 1 }));
    expect(await refusalOf(late)).toBe('people.pupilChanged');
    expect(await rowsOf('SELECT kind FROM people.pupil_circumstance WHERE pupil_id = $1', [id])).toEqual([
      { kind: 'poorHousehold' },
    ]);
    await clerk((tx) => changePupilPrivate(tx, id, { ...part, circumstances: [], version: 2 }));
    expect(await rowsOf('SELECT kind FROM people.pupil_circumstance WHERE pupil_id = $1', [id])).toEqual([]);
  });

  test('a pupil of another school is not there', async () => {
    const strange = clerk((tx, acting) =>
      changePupil(tx, acting, schools.there.pupils['6A'], { ...fields, version: 1 }),
    );
    expect(await refusalOf(strange)).toBe('people.pupilNotFound');
  });
});

describe('the way of a pupil', () => {
  const move = (
    id: string,
    kind: 'classChanged' | 'droppedOut' | 'returned' | 'leftProvince',
    rest: object = {},
  ) =>
    clerk((tx, acting) =>
      recordMovement(tx, acting, id, { kind, on: '2025-09-20', classId: null, reason: null, ...rest }),
    );

  test('dropping out and coming back leave every step', async () => {
    const id = schools.here.pupils['8A'];
    const classId = schools.here.classes['8A'];
    expect(await refusalOf(move(id, 'returned', { classId, reason: 'Vận động' }))).toBe('people.moveUnfit');
    expect(await refusalOf(move(id, 'droppedOut'))).toBe('people.badMove');
    expect(await move(id, 'droppedOut', { reason: 'Đi làm nương' })).toEqual({ status: 'away', version: 2 });
    expect(await refusalOf(move(id, 'droppedOut', { reason: 'Lần nữa' }))).toBe('people.moveUnfit');
    const strange = { classId: schools.there.classes['8A'], reason: 'Vận động' };
    expect(await refusalOf(move(id, 'returned', strange))).toBe('people.classNotFound');
    const early = { classId, reason: 'Vận động', on: '2025-09-19' };
    expect(await refusalOf(move(id, 'returned', early))).toBe('people.badMove');
    await move(id, 'returned', { classId, reason: 'Thầy cô vận động', on: '2025-09-29' });
    expect(
      await rowsOf(
        'SELECT starts_on, ends_on, ended_as FROM people.enrolment WHERE pupil_id = $1 ORDER BY starts_on',
        [id],
      ),
    ).toEqual([
      { starts_on: '2025-08-25', ends_on: '2025-09-20', ended_as: 'droppedOut' },
      { starts_on: '2025-09-29', ends_on: null, ended_as: null },
    ]);
    expect(
      await rowsOf('SELECT kind, reason FROM people.movement WHERE pupil_id = $1 ORDER BY happened_on', [id]),
    ).toEqual([
      { kind: 'droppedOut', reason: 'Đi làm nương' },
      { kind: 'returned', reason: 'Thầy cô vận động' },
    ]);
  });

  test('a class is changed within the grade only', async () => {
    const id = schools.here.pupils['7A'];
    expect(await refusalOf(move(id, 'classChanged', { classId: schools.here.classes['8A'] }))).toBe(
      'people.badMove',
    );
    expect(await refusalOf(move(id, 'classChanged', { classId: schools.here.classes['7A'] }))).toBe(
      'people.badMove',
    );
  });

  test('who left the province is no longer offered anything', async () => {
    const id = schools.here.pupils['9A'];
    expect(await move(id, 'leftProvince', { reason: 'Theo bố mẹ về xuôi' })).toMatchObject({
      status: 'left',
    });
    expect(await refusalOf(move(id, 'classChanged', { classId: schools.here.classes['9A'] }))).toBe(
      'people.moveUnfit',
    );
  });

  test('what happened cannot be rewritten by the program', async () => {
    const rewrite = await clerk((tx) => sql`DELETE FROM people.movement`.execute(tx));
    expect(Number(rewrite.numAffectedRows)).toBe(0);
    expect(await rowsOf('SELECT count(*)::int AS n FROM people.movement')).not.toEqual([{ n: 0 }]);
  });
});
