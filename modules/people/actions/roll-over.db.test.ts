import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { findUnit, type Unit } from '#modules/organisation';
import type { WriteTx } from '#platform/db';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { province, provinceSeed } from '../../plan/testing.ts';
import { selectStepYears } from '../data/roll-over.ts';
import { actAs, refusalOf, type TwoSchools, twoSchools } from '../pupils.fixture.ts';
import { fingerprintOf } from '../rules/roll-over.ts';
import { addClass, addPupil } from '../testing.ts';
import type { Acting } from './acting.ts';
import { recordMovement } from './record-movement.ts';
import { chooseOutcome, executeRollOver, proposeSteps, reverseRollOver, rollOverAll } from './roll-over.ts';

let db: TestDatabase;
let schools: TwoSchools;
beforeEach(async () => {
  await db?.drop();
  db = await freshDatabase(provinceSeed);
  schools = await twoSchools(db);
});
afterAll(() => db?.drop());

const summer = '2026-07-10T08:00:00+07:00';

function principal<Result>(work: (tx: WriteTx, acting: Acting) => Promise<Result>, at = summer) {
  return actAs(db, { unit: schools.here, role: 'principal', at }, work);
}

async function preview(tx: WriteTx) {
  const { from, to } = await selectStepYears(tx, undefined);
  const [step] = await proposeSteps(tx, { from: from!, toId: to!.id }, schools.here.id);
  return step!;
}

function execute(fingerprint?: string, toYear = '2026-2027', at = summer) {
  return principal(async (tx, acting) => {
    const school = (await findUnit(tx, schools.here.id)) as Unit;
    const seen = fingerprint ?? fingerprintOf((await preview(tx)).proposal);
    return executeRollOver(tx, acting, school, { fromYear: undefined, toYear, fingerprint: seen });
  }, at);
}

function choose(pupilId: string, outcome: 'repeated' | 'left' | null, reason: string | null = 'Chưa đạt') {
  return principal((tx, acting) =>
    chooseOutcome(tx, acting, pupilId, { fromYear: undefined, outcome, toClassName: null, reason }),
  );
}

/** Everything a roll-over touches, row for row. */
async function everything() {
  const tables = ['pupil', 'enrolment', 'movement', 'school_class', 'roll_over_row', 'roll_over_choice'];
  const texts = tables.map((name) => `SELECT '${name}' AS name, to_jsonb(t) AS row FROM people.${name} t`);
  const { rows } = await db.owner.query(`${texts.join(' UNION ALL ')} ORDER BY name, row`);
  return rows;
}

describe('a school', () => {
  test('steps into the next year and back, and every row is what it was', async () => {
    await choose(schools.here.pupils['7A'], 'repeated');
    await choose(schools.here.pupils['8A'], 'left', 'Về xuôi');
    const before = await everything();
    await principal(preview);
    expect(await everything()).toEqual(before);

    const done = await execute();
    expect(done).toMatchObject({ pupils: 4, classes: 4 });
    const { rows } = await db.owner.query(
      `SELECT p.full_name, p.status, c.name, c.school_year_id = $2 AS next, e.repeating, m.kind, m.reason FROM people.pupil p
       LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL LEFT JOIN people.school_class c ON c.id = e.class_id
       JOIN people.movement m ON m.pupil_id = p.id WHERE p.unit_id = $1 ORDER BY p.full_name`,
      [schools.here.id, schools.nextYearId],
    );
    expect(rows).toEqual([
      {
        full_name: 'Giàng A Chua',
        status: 'learning',
        name: '7A',
        next: true,
        repeating: true,
        kind: 'repeated',
        reason: 'Chưa đạt',
      },
      {
        full_name: 'Lò Văn Ánh',
        status: 'learning',
        name: '7A',
        next: true,
        repeating: false,
        kind: 'promoted',
        reason: null,
      },
      {
        full_name: 'Quàng Thị Đông',
        status: 'left',
        name: null,
        next: null,
        repeating: null,
        kind: 'leftProvince',
        reason: 'Về xuôi',
      },
      {
        full_name: 'Sùng Thị Ất',
        status: 'graduated',
        name: null,
        next: null,
        repeating: null,
        kind: 'graduated',
        reason: null,
      },
    ]);

    await principal((tx, acting) => reverseRollOver(tx, acting, done.id));
    expect(await everything()).toEqual(before);
  });

  test('steps once: the second time is refused, also when two press at once', async () => {
    const seen = fingerprintOf((await principal(preview)).proposal);
    const answers = await Promise.all([refusalOf(execute(seen)), refusalOf(execute(seen))]);
    expect(answers.sort()).toEqual(['nothing was refused', 'people.rollOverDone']);
    expect(await refusalOf(execute(seen))).toBe('people.rollOverDone');
    expect(await refusalOf(choose(schools.here.pupils['7A'], 'repeated'))).toBe('people.rollOverDone');
  });

  test('may step again after taking it back, but not take back twice', async () => {
    const { id } = await execute();
    await principal((tx, acting) => reverseRollOver(tx, acting, id));
    expect(await refusalOf(principal((tx, acting) => reverseRollOver(tx, acting, id)))).toBe(
      'people.rollOverReversed',
    );
    expect(await execute()).toMatchObject({ pupils: 4 });
  });

  test('does only what was seen, in the year that was typed, once the year is over', async () => {
    const seen = fingerprintOf((await principal(preview)).proposal);
    expect(await refusalOf(execute(seen, '2026-2072'))).toBe('people.rollOverYearMistyped');
    expect(await refusalOf(execute(seen, '2026-2027', '2026-03-01T08:00:00+07:00'))).toBe(
      'people.rollOverTooEarly',
    );
    await choose(schools.here.pupils['6A'], 'repeated');
    expect(await refusalOf(execute(seen))).toBe('people.rollOverChanged');
    await choose(schools.here.pupils['6A'], null);
    expect(await execute(seen)).toMatchObject({ pupils: 4 });
  });

  test('is stopped by a class of the next year that has a name it needs in another grade', async () => {
    await addClass(db, schools.here, schools.nextYearId, { name: '7A', grade: 9 });
    expect(await refusalOf(execute())).toBe('people.rollOverBlocked');
  });

  test('cannot go back once the new year has begun, or once a pupil or a newcomer has a place in it', async () => {
    const { id } = await execute();
    const reverse = (at = summer) =>
      refusalOf(principal((tx, acting) => reverseRollOver(tx, acting, id), at));
    expect(await reverse('2026-08-25T08:00:00+07:00')).toBe('people.rollOverFinal');
    const { rows } = await db.owner.query(
      `SELECT id FROM people.school_class WHERE unit_id = $1 AND school_year_id = $2 AND name = '6A'`,
      [schools.here.id, schools.nextYearId],
    );
    const newcomer = await addPupil(db, schools.here, {
      classId: rows[0].id,
      schoolYearId: schools.nextYearId,
    });
    expect(await reverse()).toBe('people.rollOverInUse');
    await db.owner.query('DELETE FROM people.enrolment WHERE pupil_id = $1', [newcomer]);
    await principal((tx, acting) =>
      recordMovement(tx, acting, schools.here.pupils['6A'], {
        kind: 'droppedOut',
        on: '2026-07-10',
        classId: null,
        reason: 'Đi làm',
      }),
    );
    expect(await reverse()).toBe('people.rollOverInUse');
  });

  test('needs a reason for whoever stays down, and decides only for its own', async () => {
    expect(await refusalOf(choose(schools.here.pupils['7A'], 'repeated', null))).toBe('people.badMove');
    expect(await refusalOf(choose(schools.there.pupils['7A'], 'repeated'))).toBe('people.pupilNotFound');
  });
});

describe('the whole department', () => {
  test('steps at once; a school that was ready before or has something to solve stays as it is', async () => {
    await execute();
    await addClass(db, schools.there, schools.nextYearId, { name: '7A', grade: 9 });
    const department = province.units.find(({ kind }) => kind === 'department')!;
    const run = (work: 'dryRun' | 'execute') =>
      actAs(db, { unit: department, role: 'departmentLeader', at: summer }, (tx, acting) =>
        rollOverAll(tx, acting, undefined, work),
      );
    const before = await everything();
    const dry = await run('dryRun');
    expect(dry).toMatchObject({ alreadyDone: 1, stepped: [], blocked: [{ unitId: schools.there.id }] });
    expect(await everything()).toEqual(before);
    await db.owner.query(
      `UPDATE people.school_class SET name = '9B' WHERE unit_id = $1 AND school_year_id = $2`,
      [schools.there.id, schools.nextYearId],
    );
    expect((await run('execute')).stepped).toHaveLength(1);
    expect(await run('execute')).toMatchObject({ alreadyDone: 2, stepped: [], blocked: [] });
  });
});
