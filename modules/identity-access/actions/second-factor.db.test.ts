import type { FastifyInstance } from 'fastify';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed, seedPassword } from '#tests/sample-province/seed.ts';
import { identityServer, type MovableClock, movableClock } from '../testing.ts';

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
// A new day: locks of earlier tests are open, codes are others.
beforeEach(() => clock.pass(24 * 60));

const post = (url: string, cookie: string, payload: Record<string, unknown> = {}) =>
  server.inject({ method: 'POST', url, headers: { cookie }, payload });
const me = async (cookie: string) => (await server.inject({ url: '/api/me', headers: { cookie } })).json();

async function signIn(username: string): Promise<string> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { username, password: seedPassword },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return `hoaban_session=${answer.cookies[0]!.value}`;
}

const codeAt = (secret: string, seconds = 0) =>
  generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + seconds });
/** A code that is surely not the one of now, before or after. */
function wrongCode(secret: string): string {
  const near = [-60, -30, 0, 30, 60].map((seconds) => codeAt(secret, seconds));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
}

/** Switches the second factor of an account on. */
async function switchOn(username: string): Promise<{ secret: string; cookie: string }> {
  const cookie = await signIn(username);
  const { secret } = (await post('/api/me/second-factor/begin', cookie)).json();
  const confirmed = await post('/api/me/second-factor/confirm', cookie, { code: codeAt(secret) });
  expect(confirmed.statusCode, confirmed.body).toBe(204);
  return { secret, cookie };
}

describe('Switching the second factor on', () => {
  test('shows a secret as QR code and address, and counts only after its first code', async () => {
    const cookie = await signIn('giamdoc');
    const begun = (await post('/api/me/second-factor/begin', cookie)).json();
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Hoa%20Ban:giamdoc\?.*secret=/);
    expect(begun.qrCode).toMatch(/^data:image\/png;base64,/);
    expect(await me(cookie)).toMatchObject({ secondFactorOn: false });
    expect(await me(await signIn('giamdoc'))).toMatchObject({ secondFactorDue: false });

    const wrong = await post('/api/me/second-factor/confirm', cookie, { code: wrongCode(begun.secret) });
    expect(wrong.json()).toMatchObject({ status: 422, code: 'identity.wrongCode' });
    const right = await post('/api/me/second-factor/confirm', cookie, { code: codeAt(begun.secret) });
    expect(right.statusCode).toBe(204);
    expect(await me(cookie)).toMatchObject({ secondFactorOn: true });
    expect((await post('/api/me/second-factor/begin', cookie)).json().code).toBe('identity.totpAlreadyOn');
  });

  test('keeps the secret sealed, and nothing of it in the audit log or the replay guard', async () => {
    const cookie = await signIn('chuyenvien');
    const headers = { cookie, 'idempotency-key': '01999999-0000-7000-8000-000000000001' };
    const request = { method: 'POST', url: '/api/me/second-factor/begin', headers } as const;
    const { secret } = (await server.inject(request)).json();
    expect((await server.inject(request)).json()).toMatchObject({ status: 409, code: 'http.alreadyDone' });
    for (const table of ['identity.credential', 'audit.event', 'audit.command']) {
      const { rows } = await db.owner.query(`SELECT t::text AS row FROM ${table} t`);
      expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
    }
  });

  test('is refused without having begun, and for a code that is no code', async () => {
    const cookie = await signIn('vanthu');
    const early = await post('/api/me/second-factor/confirm', cookie, { code: '123456' });
    expect(early.json()).toMatchObject({ status: 409, code: 'identity.totpNotBegun' });
    expect((await post('/api/me/second-factor/confirm', cookie, { code: '12345x' })).statusCode).toBe(400);
  });
});

describe('Signing in with a second factor', () => {
  let secret: string;
  beforeAll(async () => {
    ({ secret } = await switchOn('quantri'));
  });

  test('shows nothing and allows nothing before the code', async () => {
    const cookie = await signIn('quantri');
    expect(await me(cookie)).toMatchObject({ secondFactorDue: true, permissions: [] });
    for (const url of ['/api/accounts', '/api/me/sessions']) {
      const answer = await server.inject({ url, headers: { cookie } });
      expect(answer.json()).toMatchObject({ status: 403, code: 'identity.secondFactorDue' });
    }
    // Else whoever has found out the password would make it the own one.
    const change = await post('/api/me/password', cookie, {
      currentPassword: seedPassword,
      newPassword: 'suong som ban muong',
    });
    expect(change.json().code).toBe('identity.secondFactorDue');
  });

  test('is complete with the code of now or of half a minute before', async () => {
    for (const seconds of [0, -30]) {
      clock.pass(2);
      const cookie = await signIn('quantri');
      const answer = await post('/api/sign-in/second-factor', cookie, { code: codeAt(secret, seconds) });
      expect(answer.statusCode, answer.body).toBe(204);
      expect(await me(cookie)).toMatchObject({ secondFactorDue: false });
    }
  });

  test('refuses a code a second time, also in another session and after a newer one', async () => {
    const code = codeAt(secret);
    const first = await signIn('quantri');
    expect((await post('/api/sign-in/second-factor', first, { code })).statusCode).toBe(204);
    const second = await signIn('quantri');
    expect((await post('/api/sign-in/second-factor', second, { code })).json().code).toBe(
      'identity.wrongCode',
    );
    const older = await post('/api/sign-in/second-factor', second, { code: codeAt(secret, -30) });
    expect(older.json().code).toBe('identity.wrongCode');
  });

  test('refuses a code that is a minute old or a minute early', async () => {
    const cookie = await signIn('quantri');
    for (const seconds of [-90, 90]) {
      const answer = await post('/api/sign-in/second-factor', cookie, { code: codeAt(secret, seconds) });
      expect(answer.json().code).toBe('identity.wrongCode');
    }
  });

  test('locks after five wrong codes, and knowing the password does not set the count back', async () => {
    // A complete sign-in forgets the wrong codes of earlier tests.
    await post('/api/sign-in/second-factor', await signIn('quantri'), { code: codeAt(secret) });
    const codes: string[] = [];
    for (let at = 0; at < 5; at++) {
      const cookie = await signIn('quantri').catch(() => '');
      codes.push((await post('/api/sign-in/second-factor', cookie, { code: wrongCode(secret) })).json().code);
    }
    expect(codes).toEqual([...Array(4).fill('identity.wrongCode'), 'identity.locked']);
    const answer = await server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { username: 'quantri', password: seedPassword },
    });
    expect(answer.json()).toMatchObject({ status: 429, code: 'identity.locked' });
  });

  test('while locked, the session that waits for a code takes none', async () => {
    const cookie = await signIn('quantri');
    for (let at = 0; at < 5; at++) {
      await post('/api/sign-in/second-factor', cookie, { code: wrongCode(secret) });
    }
    expect((await post('/api/sign-in/second-factor', cookie, { code: codeAt(secret) })).json().code).toBe(
      'identity.locked',
    );
    clock.pass(15);
    const late = await post('/api/sign-in/second-factor', cookie, { code: codeAt(secret) });
    expect(late.statusCode).toBe(204);
  });
});

describe('Switching the second factor off', () => {
  test('needs the password; then a sign-in needs no code', async () => {
    const { cookie } = await switchOn('hieutruong');
    const wrong = await post('/api/me/second-factor/remove', cookie, { password: 'sai mat khau' });
    expect(wrong.json()).toMatchObject({ status: 422, code: 'identity.wrongPassword' });
    expect(await me(cookie)).toMatchObject({ secondFactorOn: true });
    expect((await post('/api/me/second-factor/remove', cookie, { password: seedPassword })).statusCode).toBe(
      204,
    );
    expect(await me(await signIn('hieutruong'))).toMatchObject({ secondFactorDue: false });
  });
});

describe('Removing the second factor of somebody who lost the phone', () => {
  const idOf = async (username: string): Promise<string> =>
    (await db.owner.query('SELECT id FROM identity.account WHERE username = $1', [username])).rows[0].id;
  const remove = async (by: string, of: string) =>
    post(`/api/accounts/${await idOf(of)}/reset-second-factor`, await signIn(by));

  test('lets the password alone sign in, ends the sessions, tells the person, and leaves a trace without the secret', async () => {
    const { secret, cookie } = await switchOn('giaovien');
    const account = await idOf('giaovien');
    await db.owner.query(
      `UPDATE identity.account SET email = 'giaovien@truong.test', mail_notices = true WHERE id = $1`,
      [account],
    );
    const removed = await remove('hieutruong', 'giaovien');
    expect(removed.statusCode, removed.body).toBe(204);
    expect((await server.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401);
    expect(await me(await signIn('giaovien'))).toMatchObject({
      secondFactorDue: false,
      secondFactorOn: false,
    });

    const { rows } = await db.owner.query(
      `SELECT title, link FROM plan.notice WHERE account_id = $1 AND kind = 'secondFactorReset'`,
      [account],
    );
    expect(rows).toEqual([{ title: 'Xác thực hai lớp của bạn đã được gỡ', link: '/ca-nhan' }]);
    const jobs = await db.owner.query(
      `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'plan.mailDigest' AND key LIKE '%' || $1 || '%'`,
      [account],
    );
    expect(jobs.rowCount).toBe(1);
    const trace = await db.owner.query(
      `SELECT account_id AS by, after FROM audit.event WHERE action = 'identity.resetSecondFactor' AND entity_id = $1`,
      [account],
    );
    expect(trace.rows).toEqual([
      { by: await idOf('hieutruong'), after: { changed: 'secondFactor', state: 'reset' } },
    ]);
    expect(JSON.stringify(trace.rows)).not.toContain(secret);
  });

  test('is refused where there is none', async () => {
    const answer = await remove('hieutruong', 'vanthu');
    expect(answer.json()).toMatchObject({ status: 409, code: 'identity.secondFactorOff' });
  });

  test.each([
    ['hieutruong', 'nobody', 404],
    ['vanthu', 'hieutruong', 403],
    ['truongphong', 'giamdoc', 403],
    ['hieutruong', 'hieutruong', 422],
    ['giaovien', 'vanthu', 403],
  ])('%s cannot do it for %s: %i', async (by, of, status) => {
    const known = status === 404 ? '00000000-0000-7000-8000-000000000000' : await idOf(of);
    const answer = await post(`/api/accounts/${known}/reset-second-factor`, await signIn(by));
    expect(answer.statusCode, answer.body).toBe(status);
  });
});
