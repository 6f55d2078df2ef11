import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { gradebookTasks } from '../gradebook/jobs/index.ts';
import { type Ground, here, makeGround, names } from '../gradebook/testing.ts';
import { settingsFor } from '../identity-access/actor.ts';
import { movableClock } from '../identity-access/testing.ts';
import { provinceSeed } from '../plan/testing.ts';
import { addFamilyAccount, addGuardian } from './testing.ts';

// Leave: asked by a guardian, decided by the homeroom teacher, written into attendance.

const clock = movableClock('2025-10-14T07:00:00+07:00');
const leaves = '/api/gradebook/leaves';
let hoaBan: Served;
let ground: Ground;
let mother: Person;
let motherId: string;
let homeroom: Person;

beforeAll(async () => {
  hoaBan = await serve(provinceSeed, clock);
  ground = await makeGround(hoaBan.db, 2);
  motherId = await addFamilyAccount(hoaBan.db, here, {
    username: 'me.giang',
    name: 'Giàng Thị Mẹ',
    role: 'guardian',
  });
  await addGuardian(hoaBan.db, here, {
    pupilId: ground.pupils[0]!,
    accountId: motherId,
    name: 'Giàng Thị Mẹ',
  });
  mother = await hoaBan.as('me.giang', 'guardian');
  homeroom = await hoaBan.as(names.history, 'teacher');
});
afterAll(() => hoaBan?.close());

const ask = (person: Person, change: object = {}) =>
  person.post(leaves, {
    pupilId: ground.pupils[0],
    from: '2025-10-14',
    to: '2025-10-15',
    sessions: [1],
    reason: 'Cháu ốm',
    ...change,
  });
const absencesOn = async (day: string) =>
  (await homeroom.get(`/api/gradebook/classes/${ground.classId}/attendance/${day}`)).body.rows[0].absences;

describe('Leave', () => {
  let id: string;
  test('is asked for the own child, for days of school, with a reason', async () => {
    id = (await ask(mother)).body.id;
    expect((await ask(mother, { pupilId: ground.pupils[1] })).body.code).toBe('gradebook.notYourChild');
    expect((await ask(mother, { from: '2025-10-19', to: '2025-10-19' })).body.code).toBe(
      'gradebook.badLeave',
    );
    const faultOf = async (change: object) => (await ask(mother, change)).body.problems[0].path;
    expect(await faultOf({ from: '2025-10-01' })).toBe('from');
    expect(await faultOf({ from: '2026-01-05', to: '2026-01-05' })).toBe('from');
    expect(await faultOf({ to: '2026-01-05' })).toBe('to');
    expect((await ask(mother, { reason: '' })).status).toBe(400);
    expect((await ask(homeroom)).status).toBe(403);
    const told = (await homeroom.get('/api/plan/notices')).body.items;
    expect(told).toMatchObject([{ title: 'Xin nghỉ học: em Giàng A Thử A, từ 14/10/2025 đến 15/10/2025' }]);
  });

  test('is seen by who leads the class and decided there, not by who only teaches it, nor by the guardian', async () => {
    const maths = await hoaBan.as(names.maths, 'teacher');
    expect((await maths.get(leaves)).body.items).toEqual([]);
    const decision = { accept: true, note: null };
    expect((await maths.post(`${leaves}/${id}/decision`, decision)).body.code).toBe(
      'gradebook.leaveNotFound',
    );
    expect((await mother.post(`${leaves}/${id}/decision`, decision)).status).toBe(403);
    const guardian = settingsFor(
      {
        accountId: motherId,
        departmentId: here.departmentId,
        unitId: here.id,
        role: 'guardian',
        scope: 'own',
      },
      'test',
    );
    const forging = hoaBan.db.database.write(guardian, (tx) =>
      sql`UPDATE gradebook.leave_request SET state = 'accepted', decided_by = asked_by, decided_at = now() WHERE id = ${id}`.execute(
        tx,
      ),
    );
    await expect(forging).rejects.toMatchObject({ code: '42501' });
  });

  test('accepted stands in attendance with its reason: today at once, tomorrow when it comes', async () => {
    expect((await homeroom.post(`${leaves}/${id}/decision`, { accept: true, note: null })).body).toEqual({
      state: 'accepted',
    });
    expect((await homeroom.post(`${leaves}/${id}/decision`, { accept: false, note: null })).body.code).toBe(
      'gradebook.leaveDecided',
    );
    const absence = { session: 1, period: 0, excused: true, reason: 'Cháu ốm', online: null };
    expect(await absencesOn('2025-10-14')).toEqual([absence]);
    expect(await absencesOn('2025-10-15')).toEqual([]);
    clock.pass(24 * 60);
    homeroom = await hoaBan.as(names.history, 'teacher');
    mother = await hoaBan.as('me.giang', 'guardian');
    const tasks = gradebookTasks({ database: hoaBan.db.database, clock, log: () => {} });
    for (let times = 0; times < 2; times += 1)
      await tasks['gradebook.writeLeaves']!({}, { id: '1', signal: new AbortController().signal });
    expect(await absencesOn('2025-10-15')).toEqual([absence]);
    const titles = (await mother.get('/api/plan/notices')).body.items.map(
      ({ title }: { title: string }) => title,
    );
    expect(titles).toContain('Đã đồng ý cho em Giàng A Thử A nghỉ học từ 14/10/2025 đến 15/10/2025');
  });

  test('gives an absence without leave its leave, and refused or withdrawn leaves nothing', async () => {
    await homeroom.put(`/api/gradebook/classes/${ground.classId}/attendance/2025-10-13`, {
      pupils: [
        { pupilId: ground.pupils[0], absences: [{ session: 2, period: 0, excused: false, reason: null }] },
      ],
    });
    const late = (await ask(mother, { from: '2025-10-13', to: '2025-10-13', sessions: [2] })).body.id;
    await homeroom.post(`${leaves}/${late}/decision`, { accept: true, note: 'Lần sau xin trước' });
    expect(await absencesOn('2025-10-13')).toMatchObject([{ session: 2, excused: true, reason: 'Cháu ốm' }]);
    const own = (await ask(mother, { from: '2025-10-16', to: '2025-10-16' })).body.id;
    expect((await mother.post(`${leaves}/${own}/withdraw`)).status).toBe(204);
    expect((await homeroom.post(`${leaves}/${own}/decision`, { accept: true, note: null })).body.code).toBe(
      'gradebook.leaveDecided',
    );
    expect(await absencesOn('2025-10-16')).toEqual([]);
  });
});
