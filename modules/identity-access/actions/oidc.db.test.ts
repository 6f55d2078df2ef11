import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed } from '#tests/sample-province/seed.ts';
import { identityServer, type MovableClock, movableClock, signedIn } from '../testing.ts';
import { type RunningProvider, startProvider } from './oidc.fixture.ts';
import { createOidcClient } from './oidc-client.ts';

const publicUrl = 'http://127.0.0.1';
const redirectUri = `${publicUrl}/api/sign-in/oidc/callback`;

let db: TestDatabase;
let server: FastifyInstance;
let clock: MovableClock;
let provider: RunningProvider;

beforeAll(async () => {
  db = await freshDatabase(demoProvinceSeed);
  clock = movableClock('2025-10-01T08:00:00+07:00');
  provider = await startProvider(redirectUri);
  const oidc = createOidcClient({ ...provider, redirectUri, label: 'Tài khoản thử' });
  server = await identityServer(db, { clock, oidc, publicUrl });
});
afterAll(async () => {
  await server.close();
  await provider.close();
  await db.drop();
});
beforeEach(() => clock.pass(24 * 60));

const cookiesOf = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.filter(({ value }) => value !== '').map(({ name, value }) => `${name}=${value}`);

/** What the browser keeps and where it is sent when somebody presses the button. */
async function begin(returnTo = '/viec-cua-toi'): Promise<{ cookie: string; address: string }> {
  const answer = await server.inject({
    url: `/api/sign-in/oidc/begin?returnTo=${encodeURIComponent(returnTo)}`,
  });
  expect(answer.statusCode, answer.body).toBe(302);
  return { cookie: cookiesOf(answer).join('; '), address: answer.headers.location as string };
}

/** Comes back from the provider. */
async function comeBack(back: string, cookie: string) {
  const { pathname, search } = new URL(back);
  // The provider's redirect comes from another site: it must get through.
  const headers = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  const answer = await server.inject({ url: pathname + search, headers });
  expect(answer.statusCode, answer.body).toBe(302);
  return { to: answer.headers.location as string, cookies: cookiesOf(answer) };
}

/** Links an account of the demo province with a visitor of the provider. */
async function link(username: string, visitor: string): Promise<string> {
  const { cookie } = await signedIn(db, username, { now: clock.now() });
  const asked = await server.inject({ method: 'POST', url: '/api/me/oidc-link', headers: { cookie } });
  expect(asked.statusCode, asked.body).toBe(200);
  provider.visitor = visitor;
  const back = await provider.visit(asked.json().address);
  return (await comeBack(back, [cookie, ...cookiesOf(asked)].join('; '))).to;
}

const me = async (cookie: string) => (await server.inject({ url: '/api/me', headers: { cookie } })).json();

describe('Signing in at an identity provider', () => {
  test('is offered with its name', async () => {
    const options = await server.inject({ url: '/api/sign-in/options' });
    expect(options.json()).toEqual({ oidcAvailable: true, oidcLabel: 'Tài khoản thử' });
  });

  test('asks with code flow, PKCE, state and nonce, and keeps the state in a cookie for the way back only', async () => {
    const answer = await server.inject({ url: '/api/sign-in/oidc/begin' });
    const asked = new URL(answer.headers.location as string).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      redirect_uri: redirectUri,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{20,}/),
      nonce: expect.stringMatching(/.{20,}/),
    });
    expect(answer.cookies).toMatchObject([
      { value: asked.get('state'), path: '/api/sign-in/oidc', httpOnly: true, sameSite: 'Lax', maxAge: 600 },
    ]);
  });

  test('opens a session for the person who has linked the account, and returns to the page', async () => {
    expect(await link('hieutruong', 'subject-1')).toBe('/ca-nhan');
    const { cookie, address } = await begin('/viec-cua-toi?loc=qua-han');
    const { to, cookies } = await comeBack(await provider.visit(address), cookie);
    expect(to).toBe('/viec-cua-toi?loc=qua-han');
    expect(await me(cookies.join('; '))).toMatchObject({
      account: { username: 'hieutruong' },
      oidcLinked: true,
    });
  });

  test('lets nobody in who has not linked: names and mails prove nothing', async () => {
    provider.visitor = 'quantri';
    const { cookie, address } = await begin();
    const { to, cookies } = await comeBack(await provider.visit(address), cookie);
    expect(to).toBe('/dang-nhap?loi=identity.oidcNotLinked');
    expect(cookies).toEqual([]);
  });

  test('lets a disabled account in no more', async () => {
    await link('vanthu', 'subject-2');
    await db.owner.query(`UPDATE identity.account SET status = 'disabled' WHERE username = 'vanthu'`);
    const { cookie, address } = await begin();
    const { to } = await comeBack(await provider.visit(address), cookie);
    expect(to).toBe('/dang-nhap?loi=identity.accountDisabled');
  });
});

describe('A way back that is not honest', () => {
  beforeAll(async () => {
    await link('truongphong', 'subject-3');
  });
  beforeEach(() => {
    provider.visitor = 'subject-3';
  });

  test('with another state, or in a browser that did not begin it', async () => {
    const { cookie, address } = await begin();
    const back = new URL(await provider.visit(address));
    const honest = back.href;
    back.searchParams.set('state', 'x'.repeat(43));
    expect((await comeBack(back.href, cookie)).to).toBe('/dang-nhap?loi=identity.oidcExpired');
    // Somebody sends a victim the end of the own sign-in: without the cookie it does not work.
    expect((await comeBack(honest, '')).to).toBe('/dang-nhap?loi=identity.oidcExpired');
    expect((await comeBack(`${redirectUri}`, cookie)).to).toBe('/dang-nhap?loi=identity.oidcExpired');
    expect((await comeBack(honest, cookie)).to).toBe('/viec-cua-toi');
  });

  test('a second time', async () => {
    const { cookie, address } = await begin();
    const back = await provider.visit(address);
    expect((await comeBack(back, cookie)).cookies).toHaveLength(1);
    const again = await comeBack(back, cookie);
    expect(again).toEqual({ to: '/dang-nhap?loi=identity.oidcExpired', cookies: [] });
  });

  test('later than ten minutes', async () => {
    const { cookie, address } = await begin();
    const back = await provider.visit(address);
    clock.pass(10);
    expect((await comeBack(back, cookie)).to).toBe('/dang-nhap?loi=identity.oidcExpired');
  });

  test('with a code made for another attempt, and the attempt is used up by it', async () => {
    const first = await begin();
    const second = await begin();
    const [stolen, own] = [
      new URL(await provider.visit(first.address)),
      new URL(await provider.visit(second.address)),
    ];
    const honest = own.href;
    own.searchParams.set('code', stolen.searchParams.get('code')!);
    expect((await comeBack(own.href, second.cookie)).to).toBe('/dang-nhap?loi=identity.oidcRefused');
    expect((await comeBack(honest, second.cookie)).to).toBe('/dang-nhap?loi=identity.oidcExpired');
  });

  test('when the provider or the person says no', async () => {
    provider.visitor = null;
    const { cookie, address } = await begin();
    expect((await comeBack(await provider.visit(address), cookie)).to).toBe(
      '/dang-nhap?loi=identity.oidcRefused',
    );
  });

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'viec-cua-toi'])(
    'cannot lead on to %s',
    async (returnTo) => {
      const answer = await server.inject({
        url: `/api/sign-in/oidc/begin?returnTo=${encodeURIComponent(returnTo)}`,
      });
      expect(answer.json()).toMatchObject({ status: 400, code: 'http.invalidInput' });
    },
  );
});

describe('Linking', () => {
  test('is refused when the outside account already belongs to somebody', async () => {
    await link('giamdoc', 'subject-4');
    expect(await link('chuyenvien', 'subject-4')).toBe('/ca-nhan?loi=identity.oidcTaken');
    expect(await link('giamdoc', 'subject-4')).toBe('/ca-nhan');
  });

  test('serves only the person who began it', async () => {
    const owner = await signedIn(db, 'chunhiem', { now: clock.now() });
    const asked = await server.inject({ method: 'POST', url: '/api/me/oidc-link', headers: owner });
    provider.visitor = 'subject-5';
    const back = await provider.visit(asked.json().address);
    const other = await signedIn(db, 'totruong', { now: clock.now() });
    const { to } = await comeBack(back, [other.cookie, ...cookiesOf(asked)].join('; '));
    expect(to).toBe('/ca-nhan?loi=identity.signInNeeded');
    const { rows } = await db.owner.query(
      `SELECT 1 FROM identity.credential WHERE oidc_subject = 'subject-5'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('Without a provider that answers', () => {
  test('the person is told so', async () => {
    const dead = createOidcClient({ ...provider, issuer: 'http://127.0.0.1:9', redirectUri, label: 'x' });
    const own = await identityServer(db, { clock, oidc: dead });
    expect((await own.inject({ url: '/api/sign-in/oidc/begin' })).headers.location).toBe(
      '/dang-nhap?loi=identity.oidcUnavailable',
    );
    await own.close();
  });

  test('nothing is offered when none is set', async () => {
    const own = await identityServer(db, { clock });
    expect((await own.inject({ url: '/api/sign-in/options' })).json()).toEqual({
      oidcAvailable: false,
      oidcLabel: null,
    });
    expect((await own.inject({ url: '/api/sign-in/oidc/begin' })).headers.location).toBe(
      '/dang-nhap?loi=identity.oidcNotOffered',
    );
    await own.close();
  });
});
