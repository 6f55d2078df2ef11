import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dienBienCommunes } from '#reference/dien-bien';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { generateProvince } from '#tests/sample-province/generate.ts';
import { loadProvince } from '#tests/sample-province/load.ts';
import { identityServer, movableClock } from '../../modules/identity-access/testing.ts';
import { readAdminInput, run } from './admin.ts';

const province = generateProvince({
  seed: 'admin',
  communes: dienBienCommunes.slice(0, 1),
  schools: 4,
  people: 'few',
});
const departmentCode = province.units.find(({ kind }) => kind === 'department')!.code;

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'admin-'));
  db = await freshDatabase({
    name: 'admin',
    load: ({ ownerUrl }) =>
      loadProvince(ownerUrl, province, { passwordHash: 'nobody signs in here', mustChangePassword: true }),
  });
  vi.stubEnv('DATABASE_URL', db.ownerUrl);
  // Given, so that the command leaves the password of the shared runtime login alone.
  vi.stubEnv('HOABAN_RUNTIME_URL', db.runtimeUrl);
  vi.stubEnv('HOABAN_DATA', folder);
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  vi.unstubAllEnvs();
  await db.drop();
  await rm(folder, { recursive: true });
});

const create = (username: string, name = 'Quản trị Sở', department = departmentCode) =>
  run(['create', username, '--name', name, '--department', department]);

describe('admin create', () => {
  test('prints a one-time password that opens the account only to change it', async () => {
    const printed: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
    expect(await create('quantri.moi')).toBe(0);
    const password = /Mật khẩu một lần: (\S+)/.exec(printed.join('\n'))![1];

    const server = await identityServer(db, { clock: movableClock(new Date().toISOString()) });
    const payload = { username: 'quantri.moi', password };
    const answer = await server.inject({ method: 'POST', url: '/api/sign-in', payload });
    expect(answer.json()).toEqual({ mustChangePassword: true, secondFactorDue: false });
    await server.close();

    const { rows } = await db.owner.query(
      `SELECT r.role, u.kind FROM identity.role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
       JOIN identity.account a ON a.id = r.account_id WHERE a.username = 'quantri.moi'`,
    );
    expect(rows).toEqual([{ role: 'systemAdmin', kind: 'department' }]);
    const audited = await db.owner.query(
      `SELECT e::text AS row FROM audit.event e WHERE action = 'identity.createAdmin'`,
    );
    expect(audited.rows.length).toBeGreaterThan(1);
    expect(audited.rows.some(({ row }) => row.includes(password))).toBe(false);
  });

  test('says in one line why not, with exit status 2, and makes nothing', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    await create('quantri.hai');
    const count = async () =>
      (await db.owner.query('SELECT count(*)::int AS n FROM identity.account')).rows[0].n;
    const before = await count();
    await expect(create('quantri.hai')).rejects.toMatchObject({ status: 2, message: /đã có/ });
    await expect(create('quantri.ba', 'Ai đó', 'KHONGCO')).rejects.toMatchObject({
      status: 2,
      message: /KHONGCO/,
    });
    await expect(create('Tên Có Dấu')).rejects.toMatchObject({ status: 2, message: /Tên đăng nhập/ });
    expect(await count()).toBe(before);
  });
});

test.each([
  [[]],
  [['create']],
  [['remove', 'x', '--name', 'N', '--department', 'DB']],
  [['create', 'x', '--name', 'N']],
  [['create', 'x', 'y', '--name', 'N', '--department', 'DB']],
  [['create', 'x', '--nam', 'N', '--department', 'DB']],
])('wrong words are answered with the right ones: %j', (parameters) => {
  expect(() => readAdminInput(parameters)).toThrow(/^Cách dùng: admin create/);
});

test('the words may come in any order', () => {
  expect(readAdminInput(['--department', 'DB', 'create', '--name', 'Lò Thử', 'quantri'])).toEqual({
    username: 'quantri',
    displayName: 'Lò Thử',
    departmentCode: 'DB',
  });
});
