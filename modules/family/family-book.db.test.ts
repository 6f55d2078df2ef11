import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type Ground, here, makeGround, names, schoolYearId } from '../gradebook/testing.ts';
import { settingsFor } from '../identity-access/actor.ts';
import { addCode } from '../needs-survey/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import { addFamilyAccount, addGuardian } from './testing.ts';

// What a pupil and a guardian see of the gradebook, and what never reaches them.

let hoaBan: Served;
let ground: Ground;
let mother: Person;
let motherId: string;
let bond: string;
let principal: Person;

const book = (pupilId: string) => `/api/gradebook/family/${pupilId}`;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, '2026-01-05T08:00:00+07:00');
  ground = await makeGround(hoaBan.db, 3);
  const { db } = hoaBan;
  motherId = await addFamilyAccount(db, here, {
    username: 'me.giang',
    name: 'Giàng Thị Mẹ',
    role: 'guardian',
  });
  for (const pupilId of ground.pupils.slice(0, 2)) {
    bond = await addGuardian(db, here, { pupilId, accountId: motherId, name: 'Giàng Thị Mẹ' });
  }
  const child = await addFamilyAccount(db, here, {
    username: 'em.thu',
    name: 'Giàng A Thử A',
    role: 'pupil',
  });
  await db.owner.query('UPDATE people.pupil SET account_id = $1 WHERE id = $2', [child, ground.pupils[0]]);
  for (const pupilId of [...ground.pupils, ground.strangerId]) {
    await db.owner.query(
      `INSERT INTO gradebook.subject_marks (id, pupil_id, unit_id, department_id, school_year_id, subject_code, semester, judged, regular, midterm, comment)
       VALUES ($1, $2, $3, $4, $5, 'MATH', 1, 'score', '{75,80}', 90, 'Có tiến bộ.')`,
      [uuidv7(), pupilId, here.id, here.departmentId, schoolYearId],
    );
    await db.owner.query(
      `INSERT INTO gradebook.absence (id, pupil_id, unit_id, department_id, school_year_id, day, session, excused, reason)
       VALUES ($1, $2, $3, $4, $5, '2025-10-06', 1, true, 'Ốm')`,
      [uuidv7(), pupilId, here.id, here.departmentId, schoolYearId],
    );
  }
  mother = await hoaBan.as('me.giang', 'guardian');
  principal = await hoaBan.as(names.principal, 'principal');
});
afterAll(() => hoaBan?.close());

const maths = (body: { semesters: { subjects: { code: string }[] }[] }) =>
  body.semesters[0]!.subjects.find(({ code }) => code === 'MATH');

async function release(policy: string): Promise<void> {
  const { version } = (await principal.get('/api/gradebook/release')).body;
  expect((await principal.put('/api/gradebook/release', { policy, version })).status).toBe(200);
}

describe('The children of a guardian', () => {
  test('are listed with class and homeroom teacher; nobody else is', async () => {
    const { body } = await mother.get('/api/people/my-children');
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(ground.pupils.slice(0, 2).sort());
    expect(body.items[0]).toMatchObject({ className: '6A1', homeroom: 'Lò Thị Sử' });
  });

  test('another child is under no address', async () => {
    for (const pupilId of [ground.pupils[2]!, ground.strangerId, uuidv7()]) {
      expect((await mother.get(book(pupilId))).body.code).toBe('gradebook.notYourChild');
    }
  });

  test('and in no row of the database, whatever is asked', async () => {
    const actor = {
      accountId: motherId,
      departmentId: here.departmentId,
      unitId: here.id,
      role: 'guardian',
      scope: 'own',
    } as const;
    for (const table of ['subject_marks', 'absence', 'conduct', 'exemption', 'retest']) {
      const { rows } = await hoaBan.db.database.read(settingsFor(actor, 'test'), (tx) =>
        sql<{ pupil_id: string }>`SELECT pupil_id FROM gradebook.${sql.ref(table)}`.execute(tx),
      );
      const strangers = rows.filter(({ pupil_id }) => !ground.pupils.slice(0, 2).includes(pupil_id));
      expect(strangers, table).toEqual([]);
    }
    const writing = hoaBan.db.database.write(settingsFor(actor, 'test'), (tx) =>
      sql`INSERT INTO gradebook.absence (id, pupil_id, unit_id, department_id, school_year_id, day, session, excused)
        VALUES (${uuidv7()}, ${ground.pupils[0]}, ${here.id}, ${here.departmentId}, ${schoolYearId}, '2025-10-07', 1, true)`.execute(
        tx,
      ),
    );
    await expect(writing).rejects.toMatchObject({ code: '42501' });
    const mending = await hoaBan.db.database.write(settingsFor(actor, 'test'), (tx) =>
      sql`UPDATE gradebook.absence SET excused = true RETURNING id`.execute(tx),
    );
    expect(mending.rows).toEqual([]);
  });
});

describe('Marks', () => {
  test('are not shown before the lock while the school has decided nothing; absences are', async () => {
    const { status, body } = await mother.get(book(ground.pupils[0]!));
    expect(status).toBe(200);
    expect(body.policy).toBe('locked');
    expect(maths(body)).toMatchObject({ marks: [], average: null, remark: null });
    expect(JSON.stringify(body)).not.toContain('7,5');
    expect(body.absences).toEqual([
      { day: '2025-10-06', session: 1, period: 0, excused: true, reason: 'Ốm', online: null },
    ]);
    expect(body.year).toBeNull();
  });

  test('are shown one by one when the school releases them as entered, to the pupil too; results wait', async () => {
    await release('entered');
    const pupil = await hoaBan.as('em.thu', 'pupil');
    for (const person of [mother, pupil]) {
      const { body } = await person.get(book(ground.pupils[0]!));
      expect(maths(body)).toMatchObject({
        marks: [
          { name: 'TX 1', text: '7,5' },
          { name: 'TX 2', text: '8,0' },
          { name: 'Giữa kì', text: '9,0' },
        ],
        average: null,
        remark: 'Có tiến bộ.',
      });
      expect(body.semesters[0]).toMatchObject({ level: null, reasons: [] });
    }
    expect((await pupil.get(book(ground.pupils[1]!))).body.code).toBe('gradebook.notYourChild');
  });

  test('are never shown by column when only results are released; these come with the lock and their reasons', async () => {
    await release('results');
    await hoaBan.db.owner.query(
      `INSERT INTO gradebook.term (id, unit_id, department_id, school_year_id, semester, opens_on, closes_on, locked_at, locked_by)
       SELECT $1, $2, $3, $4, 1, '2025-09-05', '2026-01-20', '2026-01-04', account_id FROM identity.role_assignment WHERE role = 'principal' AND unit_id = $2`,
      [uuidv7(), here.id, here.departmentId, schoolYearId],
    );
    const { body } = await mother.get(book(ground.pupils[0]!));
    expect(maths(body)).toMatchObject({ marks: [] });
    expect(body.semesters[0].reasons[0]).toContain('Chưa có kết quả học tập học kì I');
    expect(body.semesters[1].reasons).toEqual([]);
    await release('locked');
    expect(maths((await mother.get(book(ground.pupils[0]!))).body)).toMatchObject({ remark: 'Có tiến bộ.' });
  });

  test('how much is released is the principal’s word: not of a teacher, a guardian, or of who saw an older state', async () => {
    const body = { policy: 'entered', version: 1 };
    expect((await mother.put('/api/gradebook/release', body)).status).toBe(403);
    const teacher = await hoaBan.as(names.maths, 'teacher');
    expect((await teacher.put('/api/gradebook/release', body)).status).toBe(403);
    expect((await principal.put('/api/gradebook/release', body)).body.code).toBe(
      'gradebook.changedMeanwhile',
    );
    expect((await principal.put('/api/gradebook/release', { policy: 'everything', version: 3 })).status).toBe(
      400,
    );
  });
});

describe('A further child', () => {
  test('comes under the same account by the code of its own slip, once', async () => {
    const { db } = hoaBan;
    await addGuardian(db, here, { pupilId: ground.strangerId, accountId: null, name: 'Giàng Thị Mẹ' });
    const pupil = { id: ground.strangerId, schoolYearId };
    const pupilCode = await addCode(db, here, pupil, { holder: 'pupil' });
    const code = await addCode(db, here, pupil, { holder: 'guardian' });
    expect((await mother.post('/api/people/my-children', { code: pupilCode })).body.code).toBe(
      'people.codeNotValid',
    );
    expect((await mother.post('/api/people/my-children', { code })).body).toEqual({ name: 'Thào Thị Khác' });
    expect((await mother.post('/api/people/my-children', { code })).body.code).toBe('people.codeNotValid');
    expect((await mother.get(book(ground.strangerId))).status).toBe(200);
  });
});

test('A guardian taken off the record sees nothing of the child any more, at once', async () => {
  expect((await mother.get(book(ground.pupils[1]!))).status).toBe(200);
  await hoaBan.db.owner.query('DELETE FROM people.guardian WHERE id = $1', [bond]);
  expect((await mother.get(book(ground.pupils[1]!))).body.code).toBe('gradebook.notYourChild');
  expect((await mother.get('/api/people/my-children')).body.items).toHaveLength(2);
});

describe('Progress of a child', () => {
  test('waits for the lock in this year; another child’s is under no address', async () => {
    const progress = (pupilId: string) => mother.get(`/api/gradebook/pupils/${pupilId}/progress`);
    await hoaBan.db.owner.query('DELETE FROM gradebook.term');
    await hoaBan.db.owner.query(
      `UPDATE gradebook.subject_marks SET regular = '{70,70,70,70}', final = 70 WHERE pupil_id = $1`,
      [ground.pupils[0]],
    );
    expect((await progress(ground.pupils[0]!)).body).toMatchObject({ subjects: [] });
    await hoaBan.db.owner.query(
      `INSERT INTO gradebook.term (id, unit_id, department_id, school_year_id, semester, opens_on, closes_on, locked_at, locked_by)
       SELECT $1, $2, $3, $4, 1, '2025-09-05', '2026-01-20', '2026-01-04', id FROM identity.account LIMIT 1`,
      [uuidv7(), here.id, here.departmentId, schoolYearId],
    );
    expect((await progress(ground.pupils[0]!)).body.subjects).toMatchObject([
      { code: 'MATH', values: [[74, null, null]] },
    ]);
    expect((await progress(ground.pupils[2]!)).body.code).toBe('gradebook.pupilNotInSight');
  });
});
