import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Person, type Served, serve } from '#tests/harness/served.ts';
import { type MovableClock, movableClock } from '../identity-access/testing.ts';
import { nameOf, provinceSeed, unitOf } from '../plan/testing.ts';
import { TestDevice } from './testing.ts';

// Binding, listing, losing and revoking devices.

let hoaBan: Served;
let clock: MovableClock;
let school: ReturnType<typeof unitOf>;
let elsewhere: ReturnType<typeof unitOf>;
let teacher: Person;
let principal: Person;
let teacherName: string;

beforeAll(async () => {
  clock = movableClock('2025-10-01T08:00:00+07:00');
  hoaBan = await serve(provinceSeed, clock);
  school = unitOf('school');
  elsewhere = unitOf('school', ({ id }) => id !== school.id);
  const team = unitOf('subjectTeam', ({ parent_id }) => parent_id === school.id);
  teacherName = nameOf(team, 'teacher');
  principal = await hoaBan.as(nameOf(school, 'principal'));
});
beforeEach(async () => {
  await hoaBan.db.owner.query('DELETE FROM sync.device');
  teacher = await hoaBan.as(teacherName, 'teacher');
});
afterAll(() => hoaBan?.close());

const waiting = [
  { name: 'plan.addComment', title: 'Trao đổi', madeAt: '2025-10-01T01:00:00.000Z' },
  { name: 'plan.addComment', title: 'Trao đổi', madeAt: '2025-10-01T01:05:00.000Z' },
];
const revoke = (person: Person, device: TestDevice, reason = 'Mất điện thoại') =>
  person.post(`/api/sync/devices/${device.id}/revoke`, { reason });

describe('Binding', () => {
  test('doing it twice changes nothing; another key or another person does not get the device', async () => {
    const device = await TestDevice.bound(teacher, clock.now);
    expect((await device.bind()).status).toBe(200);
    const answer = await principal.post('/api/sync/devices', {
      deviceId: device.id,
      publicKey: 'A'.repeat(120),
      deviceNow: clock.now().toISOString(),
    });
    expect(answer.body.code).toBe('sync.badKey');
    const { body } = await teacher.get('/api/sync/devices/own');
    expect(body.items).toMatchObject([{ id: device.id, waiting: [], may: ['sync.revokeDevice'] }]);
  });

  test('data may be held for as many days as the department says, 14 when it says nothing', async () => {
    const device = await TestDevice.bound(teacher, clock.now);
    const days = async () =>
      (Date.parse((await device.pull()).body.offlineUntil) - clock.now().getTime()) / 86_400_000;
    expect(await days()).toBe(14);
    await hoaBan.db.owner.query(
      `INSERT INTO organisation.setting (id, department_id, key, value, note, changed_by, changed_at)
       SELECT id, department_id, 'sync.offlineDays', '5', 'thử', account_id, now() FROM sync.device LIMIT 1`,
    );
    expect(await days()).toBe(5);
    await hoaBan.db.owner.query('DELETE FROM organisation.setting');
  });

  test('a ninth device is refused until one is revoked', async () => {
    const devices: TestDevice[] = [];
    for (let at = 0; at < 8; at++) devices.push(await TestDevice.bound(teacher, clock.now));
    await expect(TestDevice.bound(teacher, clock.now)).rejects.toThrow('sync.tooManyDevices');
    await revoke(principal, devices[0]!); // ends the session all of them share here
    await TestDevice.bound(await hoaBan.as(teacherName, 'teacher'), clock.now);
  });
});

describe('A lost device', () => {
  test('is revoked by its person or an account keeper of the reach, by nobody else', async () => {
    const device = await TestDevice.bound(teacher, clock.now);
    const colleague = unitOf('subjectTeam', ({ parent_id }) => parent_id === elsewhere.id);
    for (const stranger of [nameOf(elsewhere, 'principal'), nameOf(colleague, 'teacher')]) {
      const answer = await revoke(await hoaBan.as(stranger), device);
      expect(answer.body.code, stranger).toBe('sync.deviceNotFound');
    }
    expect((await revoke(principal, device, 'x')).status).toBe(400);
    expect((await revoke(principal, device)).status).toBe(200);
    const own = await TestDevice.bound(await hoaBan.as(teacherName, 'teacher'), clock.now);
    expect((await revoke(own.person, own)).status).toBe(200);
  });

  test('tells how much it had said it still held; its session ends; what it sends is refused', async () => {
    const device = await TestDevice.bound(teacher, clock.now);
    await device.pull({}, waiting);
    expect((await revoke(principal, device)).body).toEqual({ unsent: 2 });
    expect((await device.pull()).status).toBe(401);
    // The same person signs in on it again: the password is not enough.
    const again = await hoaBan.as(teacherName, 'teacher');
    const answer = await device.push([device.command(1, 'plan.addComment', {})], { as: again });
    expect(answer.body.code).toBe('sync.deviceRevoked');
    const { body } = await principal.get('/api/sync/devices?waiting=true');
    expect(body.items).toMatchObject([{ id: device.id, waiting, revokedReason: 'Mất điện thoại', may: [] }]);
  });

  test('learns it at the door, says what it holds and that it wipes itself; a forged report says nothing', async () => {
    const device = await TestDevice.bound(teacher, clock.now);
    expect((await device.report(hoaBan.stranger, waiting)).body).toEqual({ state: 'bound' });
    await revoke(principal, device);
    const forged = await hoaBan.stranger.post('/api/sync/devices/report', {
      deviceId: device.id,
      deviceNow: clock.now().toISOString(),
      waiting: [],
      signature: device.sign('something else'),
    });
    expect(forged.body.code).toBe('sync.badSignature');
    expect((await device.report(hoaBan.stranger, waiting)).body).toEqual({ state: 'revoked' });
    const { body } = await principal.get('/api/sync/devices');
    expect(body.items).toMatchObject([{ id: device.id, waiting, wipedAt: expect.any(String) }]);
    const { rows } = await hoaBan.db.owner.query(
      `SELECT after FROM audit.event WHERE entity_id = $1 AND action = 'sync.reportDevice'`,
      [device.id],
    );
    expect(rows).toEqual([{ after: { changed: 'wiped', unsent: waiting } }]);
    const unknown = await hoaBan.stranger.post('/api/sync/devices/report', {
      deviceId: v7(),
      deviceNow: clock.now().toISOString(),
      waiting: [],
      signature: device.sign('x'),
    });
    expect(unknown.body).toEqual({ state: 'unknown' });
  });

  test('of a person whose account is stopped is told to wipe itself too', async () => {
    const device = await TestDevice.bound(teacher, clock.now);
    await hoaBan.db.owner.query(`UPDATE identity.account SET status = 'disabled' WHERE username = $1`, [
      teacherName,
    ]);
    expect((await device.report(hoaBan.stranger, [])).body).toEqual({ state: 'revoked' });
    await hoaBan.db.owner.query(`UPDATE identity.account SET status = 'active' WHERE username = $1`, [
      teacherName,
    ]);
  });
});

describe('Who sees which devices', () => {
  test('everybody the own, account keepers those of their reach, page by page', async () => {
    const devices: string[] = [];
    for (let at = 0; at < 3; at++) {
      clock.pass(1);
      devices.unshift((await TestDevice.bound(teacher, clock.now)).id);
    }
    const other = await hoaBan.as(nameOf(elsewhere, 'principal'));
    expect((await other.get('/api/sync/devices')).body.items).toEqual([]);
    expect((await other.get('/api/sync/devices/own')).body.items).toEqual([]);
    expect((await teacher.get('/api/sync/devices')).body.code).toBe('identity.notAllowed');
    const first = (await principal.get('/api/sync/devices?limit=2')).body;
    const second = (await principal.get(`/api/sync/devices?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(devices);
    expect(second.nextCursor).toBeNull();
  });

  test('a clock that is wrong is told with the device', async () => {
    const device = await TestDevice.bound(teacher, clock.now);
    await teacher.post('/api/sync/pull', {
      deviceId: device.id,
      deviceNow: '2031-10-01T01:00:00.000Z',
      waiting: [],
      have: {},
    });
    const { body } = await teacher.get('/api/sync/devices/own');
    expect(Math.round(body.items[0].clockAheadSeconds / 86_400 / 365)).toBe(6);
  });
});

test('A pull sends what differs, forgets what is gone, and nothing when nothing changed', async () => {
  const device = await TestDevice.bound(teacher, clock.now);
  const first = (await device.pull({ [`${v4()}/plan.listMyWork/x`]: 'old' })).body;
  expect(first.gone).toHaveLength(1);
  const have = Object.fromEntries(
    first.documents.map(({ key, hash }: { key: string; hash: string }) => [key, hash]),
  );
  expect((await device.pull(have)).body).toMatchObject({ documents: [], gone: [] });
});
