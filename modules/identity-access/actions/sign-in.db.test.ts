import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed, seedPassword } from '#tests/sample-province/seed.ts';
import { identityServer, type MovableClock, movableClock, signedIn } from '../testing.ts';

let db: TestDatabase;
let server: FastifyInstance;
let clock: MovableClock;

beforeAll(async () => {
  db = await freshDatabase(demoProvinceSeed);
  clock = movableClock('2025-10-01T08:00:00+07:00');
  server = await identityServer(db, { clock });
});
afterAll(async () => {
  await server.close();
  await db.drop();
});
// Each test starts a day later: what an earlier one locked is open again, and its sessions are over.
beforeEach(() => clock.pass(24 * 60));

const tryPassword = (username: string, password: string) =>
  server.inject({ method: 'POST', url: '/api/sign-in', payload: { username, password } });
const me = (cookie: string) => server.inject({ url: '/api/me', headers: { cookie } });

async function signIn(username: string, password: string = seedPassword): Promise<string> {
  const answer = await tryPassword(username, password);
  expect(answer.statusCode, answer.body).toBe(200);
  const [cookie] = answer.cookies;
  return `${cookie!.name}=${cookie!.value}`;
}

const credential = async (username: string) =>
  (
    await db.owner.query(
      `SELECT c.failed_attempts AS failed, c.locked_until IS NOT NULL AS locked, c.password_hash AS hash
       FROM identity.credential c JOIN identity.account a ON a.id = c.account_id WHERE a.username = $1`,
      [username],
    )
  ).rows[0];

describe('Signing in', () => {
  test('the right password opens a session in the role with the widest view', async () => {
    const answer = (await me(await signIn('hieutruong'))).json();
    expect(answer).toMatchObject({
      account: { username: 'hieutruong' },
      role: { role: 'principal' },
      mustChangePassword: false,
    });
    expect(answer.permissions).toContain('identity.createAccount');
    expect(answer.permissions).not.toContain('plan.publishDocument');
  });

  test('the cookie is not for scripts, other sites or longer than the session', async () => {
    const [cookie] = (await tryPassword('hieutruong', seedPassword)).cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 12 * 3600 });
  });

  test('behind https the cookie is Secure', async () => {
    const secure = await identityServer(db, { clock, publicUrl: 'https://hoaban.example' });
    const answer = await secure.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { username: 'hieutruong', password: seedPassword },
    });
    expect(answer.cookies[0]).toMatchObject({ secure: true });
    await secure.close();
  });

  test('the phone number does as well as the username, however it is typed', async () => {
    await db.owner.query(`UPDATE identity.account SET phone = '0912345678' WHERE username = 'giaovien'`);
    for (const typed of ['0912345678', '+84 912 345 678', '84.912.345.678', ' GIAOVIEN '])
      await signIn(typed);
  });

  test('an unknown name and a wrong password get the same answer', async () => {
    const wrong = await tryPassword('vanthu', 'khong phai mat khau');
    const unknown = await tryPassword('khong.co.ai', 'khong phai mat khau');
    expect(wrong.statusCode).toBe(401);
    const withoutId = (body: string) => ({ ...JSON.parse(body), instance: '' });
    expect(withoutId(wrong.body)).toEqual(withoutId(unknown.body));
  });

  test('only the hash of the token is kept', async () => {
    const cookie = await signIn('totruong');
    const token = cookie.split('=')[1]!;
    const { rows } = await db.owner.query(`SELECT s::text AS row FROM identity.session s`);
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    const { rows: events } = await db.owner.query(`SELECT e::text AS row FROM audit.event e`);
    expect(events.some(({ row }) => row.includes(token) || row.includes(seedPassword))).toBe(false);
  });

  test('an answer to a bad body names the field', async () => {
    const answer = await server.inject({ method: 'POST', url: '/api/sign-in', payload: { username: '' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().problems.map((problem: { path: string }) => problem.path)).toEqual([
      'username',
      'password',
    ]);
  });

  test('a sign-in from another site is refused', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: { username: 'hieutruong', password: seedPassword },
    });
    expect(answer.json()).toMatchObject({ status: 403, code: 'http.foreignOrigin' });
  });
});

describe('The lock', () => {
  async function wrong(username: string, times: number): Promise<string[]> {
    const codes: string[] = [];
    for (let at = 0; at < times; at++) codes.push((await tryPassword(username, 'sai mat khau')).json().code);
    return codes;
  }

  test('closes with the fifth wrong password, and the count outlives each refusal', async () => {
    expect(await wrong('phohieutruong', 4)).toEqual(Array(4).fill('identity.wrongNameOrPassword'));
    expect(await credential('phohieutruong')).toMatchObject({ failed: 4, locked: false });
    expect(await wrong('phohieutruong', 1)).toEqual(['identity.locked']);
    const right = await tryPassword('phohieutruong', seedPassword);
    expect(right.json()).toMatchObject({ status: 429, code: 'identity.locked', facts: { minutes: 15 } });
    expect(right.cookies).toEqual([]);
  });

  test('opens by itself after a quarter of an hour', async () => {
    await wrong('phohieutruong', 5);
    clock.pass(14);
    expect((await tryPassword('phohieutruong', seedPassword)).statusCode).toBe(429);
    clock.pass(1);
    await signIn('phohieutruong');
    expect(await credential('phohieutruong')).toMatchObject({ failed: 0, locked: false });
  });

  test('is not nearer after a right password in between', async () => {
    await wrong('phohieutruong', 4);
    await signIn('phohieutruong');
    expect(await wrong('phohieutruong', 4)).toEqual(Array(4).fill('identity.wrongNameOrPassword'));
  });

  test('counts four guesses at the same moment as four', async () => {
    await Promise.all(Array.from({ length: 4 }, () => tryPassword('hieutruong.thpt', 'sai mat khau')));
    expect(await credential('hieutruong.thpt')).toMatchObject({ failed: 4 });
  });

  test('counts the present password in the own settings too', async () => {
    const cookie = await signIn('chunhiem');
    const change = (currentPassword: string) =>
      server.inject({
        method: 'POST',
        url: '/api/me/password',
        headers: { cookie },
        payload: { currentPassword, newPassword: 'suong som ban muong' },
      });
    for (let at = 0; at < 4; at++) {
      expect((await change('sai mat khau')).json().code).toBe('identity.wrongPassword');
    }
    expect((await change('sai mat khau')).json().code).toBe('identity.locked');
    expect((await change(seedPassword)).json().code).toBe('identity.locked');
  });

  test('leaves a trace of every wrong attempt', async () => {
    await wrong('chuyenvien', 2);
    const { rows } = await db.owner.query(
      `SELECT e.after, e.ip FROM audit.event e JOIN identity.account a ON a.id = e.account_id
       WHERE a.username = 'chuyenvien' AND e.operation = 'signIn' AND e.action = 'identity.signIn'`,
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ after: { outcome: 'refused', locked: false }, ip: '127.0.0.1' });
  });
});

describe('The first password', () => {
  const chosen = 'suong som tren ban muong';
  let cookie: string;
  let given: string;

  beforeEach(async () => {
    const { rows } = await db.owner.query(`SELECT id FROM identity.account WHERE username = 'giaovien'`);
    const admin = await signedIn(db, 'quantri', { now: clock.now() });
    const reset = await server.inject({
      method: 'POST',
      url: `/api/accounts/${rows[0].id}/reset-password`,
      headers: admin,
    });
    expect(reset.statusCode, reset.body).toBe(200);
    given = reset.json().oneTimePassword;
    cookie = await signIn('giaovien', given);
  });

  test('must be changed before anything else', async () => {
    expect((await me(cookie)).json()).toMatchObject({
      mustChangePassword: true,
      permissions: expect.any(Array),
    });
    const profile = await server.inject({ url: '/api/me/profile', headers: { cookie } });
    expect(profile.json()).toMatchObject({ status: 403, code: 'identity.passwordChangeDue' });
    const sessions = await server.inject({ url: '/api/me/sessions', headers: { cookie } });
    expect(sessions.json()).toMatchObject({ code: 'identity.passwordChangeDue' });
  });

  test('opens everything once changed, is worth nothing afterwards, and other sessions end', async () => {
    const elsewhere = await signIn('giaovien', given);
    const change = (newPassword: string) =>
      server.inject({
        method: 'POST',
        url: '/api/me/password',
        headers: { cookie },
        payload: { currentPassword: given, newPassword },
      });
    expect((await change(given)).json()).toMatchObject({ status: 422, code: 'identity.badNewPassword' });
    expect((await change('giaovien12345')).json()).toMatchObject({ code: 'identity.badNewPassword' });
    expect((await change(chosen)).statusCode).toBe(204);
    expect((await server.inject({ url: '/api/me/profile', headers: { cookie } })).statusCode).toBe(200);
    expect((await me(elsewhere)).statusCode).toBe(401);
    expect((await tryPassword('giaovien', given)).statusCode).toBe(401);
    await signIn('giaovien', chosen);
  });
});

describe('A session', () => {
  test('is over after twelve hours, used or not', async () => {
    const cookie = await signIn('hieutruong');
    clock.pass(12 * 60 - 1);
    expect((await me(cookie)).statusCode).toBe(200);
    clock.pass(1);
    expect((await me(cookie)).json()).toMatchObject({ status: 401, code: 'identity.signInNeeded' });
  });

  test('ends by signing out, and a forged or empty cookie is nobody', async () => {
    const cookie = await signIn('hieutruong');
    expect(
      (await server.inject({ method: 'POST', url: '/api/sign-out', headers: { cookie } })).statusCode,
    ).toBe(204);
    for (const token of [cookie, 'hoaban_session=', `hoaban_session=${'a'.repeat(43)}`]) {
      expect((await me(token)).statusCode).toBe(401);
    }
  });

  test('is listed with its place and can be ended from another', async () => {
    const here = await signIn('lanhdao.muongpon');
    const there = await signIn('lanhdao.muongpon');
    const list = (await server.inject({ url: '/api/me/sessions', headers: { cookie: here } })).json().items;
    expect(list).toHaveLength(2);
    const other = list.find((session: { current: boolean }) => !session.current);
    const end = (cookie: string) =>
      server.inject({ method: 'POST', url: `/api/me/sessions/${other.id}/end`, headers: { cookie } });
    const stranger = await signIn('vanthu');
    expect((await end(stranger)).statusCode).toBe(404);
    expect((await me(there)).statusCode).toBe(200);
    expect((await end(here)).statusCode).toBe(204);
    expect((await me(there)).statusCode).toBe(401);
    expect((await end(here)).statusCode).toBe(404);
  });

  test('acts in another of the own roles after switching, never in somebody else’s', async () => {
    const cookie = await signIn('chunhiem');
    const { role, roles } = (await me(cookie)).json();
    const other = roles.find((held: { id: string }) => held.id !== role.id);
    const choose = (roleId: string) =>
      server.inject({ method: 'POST', url: '/api/me/role', headers: { cookie }, payload: { roleId } });
    expect((await choose(other.id)).statusCode).toBe(204);
    expect((await me(cookie)).json().role).toEqual(other);
    const { rows } = await db.owner.query(
      `SELECT id FROM identity.role_assignment WHERE role = 'departmentLeader'`,
    );
    expect((await choose(rows[0].id)).json()).toMatchObject({ status: 422, code: 'identity.roleNotYours' });
    expect((await me(cookie)).json().role).toEqual(other);
  });

  test('of a disabled account is over at once, and a new one is refused', async () => {
    const cookie = await signIn('xa.muongpon');
    const { rows } = await db.owner.query(`SELECT id FROM identity.account WHERE username = 'xa.muongpon'`);
    const admin = await signedIn(db, 'quantri', { now: clock.now() });
    const change = (step: 'disable' | 'enable') =>
      server.inject({ method: 'POST', url: `/api/accounts/${rows[0].id}/${step}`, headers: admin });
    expect((await change('disable')).statusCode).toBe(204);
    expect((await me(cookie)).statusCode).toBe(401);
    expect((await tryPassword('xa.muongpon', seedPassword)).json().code).toBe('identity.accountDisabled');
    expect((await tryPassword('xa.muongpon', 'sai mat khau')).json().code).toBe(
      'identity.wrongNameOrPassword',
    );
    expect((await change('enable')).statusCode).toBe(204);
    expect((await me(cookie)).statusCode).toBe(401);
    await signIn('xa.muongpon');
  });
});
