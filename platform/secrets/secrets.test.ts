import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adoptDataMaster, openSecrets, SecretsTrouble } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoaban-secrets-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('processes that start together agree on the keys, and each name has its own', async () => {
  const data = join(folder, 'new');
  const opened = await Promise.all(Array.from({ length: 5 }, () => openSecrets(data)));
  expect(new Set(opened.map((secrets) => secrets.key('a'))).size).toBe(1);
  expect(opened[0]!.key('a')).not.toBe(opened[0]!.key('b'));
  expect((await openSecrets(data)).key('a')).toBe(opened[0]!.key('a'));
});

test('the file is for its owner only and holds no derived key', async () => {
  const file = join(folder, 'new/secrets.json');
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await readFile(file, 'utf8')).not.toContain((await openSecrets(join(folder, 'new'))).key('a'));
});

test('a damaged file is told and left as it is', async () => {
  await writeFile(join(folder, 'secrets.json'), '{"master": "short"}');
  await expect(openSecrets(folder)).rejects.toThrow(SecretsTrouble);
  expect(await readFile(join(folder, 'secrets.json'), 'utf8')).toBe('{"master": "short"}');
});

test('data from elsewhere bring their key along; the passwords of the machine stay', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  const source = await openSecrets(from);
  const before = await openSecrets(to);
  await adoptDataMaster(to, source.dataMaster);
  const after = await openSecrets(to);
  expect(after.key('seal')).toBe(source.key('seal'));
  expect(after.password('postgres')).toBe(before.password('postgres'));
  expect(after.password('postgres')).not.toBe(source.password('postgres'));
  expect((await stat(join(to, 'secrets.json'))).mode & 0o077).toBe(0);

  await adoptDataMaster(from, after.dataMaster);
  expect(Object.keys(JSON.parse(await readFile(join(from, 'secrets.json'), 'utf8')))).toEqual(['master']);
});
