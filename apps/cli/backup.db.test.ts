import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { generateSync } from 'otplib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openSecrets } from '#platform/secrets';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { demoProvinceSeed, seedPassword } from '#tests/sample-province/seed.ts';
import { identityServer, movableClock } from '../../modules/identity-access/testing.ts';
import { run as backup } from './backup.ts';
import { isDemoProvince } from './demo-province.ts';
import { run as restore } from './restore.ts';

const clock = movableClock('2025-10-01T08:00:00+07:00');
let source: TestDatabase;
let target: TestDatabase;
let folder: string;
let file: string;
let printed: string[];

beforeAll(async () => {
  [source, target] = [await freshDatabase(demoProvinceSeed), await freshDatabase()];
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'ngay.hoaban');
});
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  clock.pass(10);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true });
});

/** From here on commands work on this database, with the data folder of this name. */
function at(db: TestDatabase, name: string): void {
  vi.stubEnv('DATABASE_URL', db.ownerUrl);
  // Given, so that the command leaves the password of the shared runtime login alone.
  vi.stubEnv('HOABAN_RUNTIME_URL', db.runtimeUrl);
  vi.stubEnv('HOABAN_DATA', join(folder, name));
}

async function serve(db: TestDatabase, name: string) {
  const secrets = await openSecrets(join(folder, name));
  const secretKey = Buffer.from(secrets.key('identity.secondFactor'), 'base64url');
  const server = await identityServer(db, { clock, secretKey });
  return {
    close: () => server.close(),
    post: (url: string, payload: object, cookie = '') =>
      server.inject({ method: 'POST', url, payload, headers: { cookie } }),
    async signIn() {
      const answer = await this.post('/api/sign-in', { username: 'giamdoc', password: seedPassword });
      return { cookie: `hoaban_session=${answer.cookies[0]!.value}`, due: answer.json().secondFactorDue };
    },
  };
}
const codeNow = (secret: string) => generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) });

let secret: string;

test('a second factor still opens after a restore into an empty data folder on another database', async () => {
  const before = await serve(source, 'here');
  const { cookie } = await before.signIn();
  secret = (await before.post('/api/me/second-factor/begin', {}, cookie)).json().secret;
  await before.post('/api/me/second-factor/confirm', { code: codeNow(secret) }, cookie);
  await before.close();
  at(source, 'here');
  expect(await backup([file])).toBe(0);
  expect(printed.join('\n')).toMatch(/cất nơi chỉ quản trị đọc được/);
  expect((await stat(file)).mode & 0o077).toBe(0);

  at(target, 'there');
  expect(await restore([file])).toBe(0);
  expect((await stat(join(folder, 'there/secrets.json'))).mode & 0o077).toBe(0);
  expect(await isDemoProvince(target.ownerUrl)).toBe(true);
  clock.pass(10);
  const after = await serve(target, 'there');
  const again = await after.signIn();
  expect(again.due).toBe(true);
  const answer = await after.post('/api/sign-in/second-factor', { code: codeNow(secret) }, again.cookie);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  await after.close();
});

test('a restore over other data keeps a back-up of them, with their own key', async () => {
  at(target, 'elsewhere');
  const other = (await openSecrets(join(folder, 'elsewhere'))).dataMaster;
  await expect(restore([file])).rejects.toMatchObject({ status: 2 });
  expect(await restore([file, '--replace'])).toBe(0);
  const kept = /vào (\S+\.hoaban)/.exec(printed.join('\n'))![1]!;
  expect((await stat(kept)).mode & 0o077).toBe(0);
  expect(gunzipSync(await readFile(kept)).toString()).toContain(other);
  expect((await openSecrets(join(folder, 'elsewhere'))).dataMaster).not.toBe(other);
});

test('a back-up from before keys were in it is restored, and says what is missing', async () => {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split('\n');
  const old = join(folder, 'old.hoaban');
  await writeFile(old, gzipSync(lines.filter((line) => !line.startsWith('["secrets"')).join('\n')));
  at(target, 'there');
  expect(await restore([old, '--replace'])).toBe(0);
  expect(printed.at(-1)).toMatch(/không có khóa.+secrets\.json/);
});
