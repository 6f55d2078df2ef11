import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/harness/database.ts';
import { identityServer, movableClock } from '../../modules/identity-access/testing.ts';
import { run as admin } from './admin.ts';
import { isDemoProvince } from './demo-province.ts';
import { readOrganisationInput, run } from './organisation.ts';

const province = [
  'Loại đơn vị;Mã;Tên;Loại trường;Mã xã, phường',
  'Sở;SGD-THU;Sở Giáo dục và Đào tạo tỉnh Thử;;',
  'Xã;01001;Đồi Thử;;',
  'Trường;THCS-1;Trường THCS Đồi Thử;THCS;1001',
].join('\n');

let db: TestDatabase;
let folder: string;
let printed: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'organisation-'));
  db = await freshDatabase();
  vi.stubEnv('DATABASE_URL', db.ownerUrl);
  // Given, so that the command leaves the password of the shared runtime login alone.
  vi.stubEnv('HOABAN_RUNTIME_URL', db.runtimeUrl);
  vi.stubEnv('HOABAN_DATA', folder);
});
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  vi.unstubAllEnvs();
  await db.drop();
  await rm(folder, { recursive: true });
});

async function importing(text: string, ...options: string[]): Promise<number> {
  const path = join(folder, 'don-vi.csv');
  await writeFile(path, text);
  return run(['import', path, ...options]);
}

describe('A province begins', () => {
  test('with a preview that writes nothing, then for real, and a second time without any change', async () => {
    expect(await importing(province, '--dry-run')).toBe(0);
    expect(printed.at(-1)).toBe(
      'Xem trước, chưa ghi gì: 3 đơn vị mới, 0 thay đổi, 0 giữ nguyên, 0 dòng sai.',
    );
    expect((await db.owner.query('SELECT FROM organisation.unit')).rowCount).toBe(0);
    expect(await importing(province, '--json')).toBe(0);
    expect(JSON.parse(printed.at(-1)!)).toMatchObject({
      department: { code: 'SGD-THU', isNew: true },
      written: true,
      created: 3,
    });
    expect(await importing(province)).toBe(0);
    expect(printed.at(-1)).toBe('Đã nhập: 0 đơn vị mới, 0 thay đổi, 3 giữ nguyên, 0 dòng sai.');
  });

  test('its administrator is made by the code of the sheet and signs in', async () => {
    await importing(province);
    expect(await admin(['create', 'quantri.thu', '--name', 'Quản trị', '--department', 'SGD-THU'])).toBe(0);
    const password = /Mật khẩu một lần: (\S+)/.exec(printed.join('\n'))![1];
    const server = await identityServer(db, { clock: movableClock(new Date().toISOString()) });
    const payload = { username: 'quantri.thu', password };
    const answer = await server.inject({ method: 'POST', url: '/api/sign-in', payload });
    expect(answer.json()).toMatchObject({ mustChangePassword: true });
    expect(await isDemoProvince(db.ownerUrl)).toBe(false);
    await server.close();
  });

  test('faults are told all at once, with exit status 2, and nothing is written', async () => {
    const units = async () => (await db.owner.query('SELECT FROM organisation.unit')).rowCount;
    const before = await units();
    const wrong = `${province}\nXã;12;Xã Sai;;\nTrường;M;Trường Mới;Mầm non;`;
    await expect(importing(wrong)).rejects.toMatchObject({
      status: 2,
      message: expect.stringMatching(/^Ô B5: .+\nÔ D6: .+\nChưa nhập gì: .* 2 dòng sai\./),
    });
    expect(await importing(wrong, '--json')).toBe(2);
    expect(JSON.parse(printed.at(-1)!)).toMatchObject({ written: false, faulty: 2 });
    await expect(run(['import', join(folder, 'không-có.xlsx')])).rejects.toMatchObject({ status: 2 });
    await expect(run(['import', folder])).rejects.toMatchObject({ status: 2 });
    expect(await units()).toBe(before);
  });
});

test('the template is written once, and never over a file that is there', async () => {
  const path = join(folder, 'mau.xlsx');
  expect(await run(['template', path])).toBe(0);
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await expect(run(['template', path])).rejects.toMatchObject({ status: 2, message: /đã có/ });
});

test.each([
  [[]],
  [['import']],
  [['export', 'a.xlsx']],
  [['import', 'a.xlsx', 'b.xlsx']],
  [['import', 'a.xlsx', '--dryrun']],
  [['template', 'a.csv']],
  [['template', 'a.xlsx', '--json']],
])('wrong words are answered with the right ones: %j', (parameters) => {
  expect(() => readOrganisationInput(parameters)).toThrow(/^Cách dùng: organisation template/);
});
