import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { renderOfficialPdf } from '#platform/documents';
import { openPkcs12, signPdf } from '#platform/signatures';
import { sampleDocument } from '../../platform/documents/testing.ts';
import { pkcs12File, testAuthority } from '../../platform/signatures/testing.ts';
import { run } from './signatures.ts';

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signatures-'));
  const authority = await testAuthority();
  const identity = await authority.issue('Hiệu trưởng thử');
  const signer = await openPkcs12(await pkcs12File(identity, 'x'), 'x');
  const plain = await renderOfficialPdf(sampleDocument());
  const at = new Date('2026-06-01T08:00:00Z');
  const signed = await signPdf(plain, { signer, field: 'a', name: 'Hiệu trưởng', reason: 'Ký', at });
  const changed = new Uint8Array(signed);
  changed[200] = (changed[200] as number) ^ 1;
  await Promise.all([
    writeFile(file('plain.pdf'), plain),
    writeFile(file('signed.pdf'), signed),
    writeFile(file('changed.pdf'), changed),
    writeFile(file('ca.der'), authority.anchor),
    writeFile(file('none.crl'), await authority.withdraw([], { from: at, next: new Date('2034-01-01') })),
    writeFile(file('lost.crl'), await authority.withdraw([{ ...identity, at }], { from: at })),
    writeFile(file('other.crl'), await (await testAuthority()).withdraw([], { from: at })),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function said(...parameters: string[]): Promise<{ status: number; text: string }> {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  return { status: await run(parameters), text: lines.join('\n') };
}

test('a signed file holds, with the signer named', async () => {
  const { status, text } = await said('check', file('signed.pdf'), '--trust', file('ca.der'));
  expect(status).toBe(0);
  expect(text).toContain('Hiệu trưởng thử');
  expect(text).toContain('Mọi chữ ký đều đúng');
});

test('whether the certificate was withdrawn is said from the list given, and nothing is claimed without one', async () => {
  const asked = ['check', file('signed.pdf'), '--trust', file('ca.der')];
  expect((await said(...asked)).text).toContain('chưa kiểm tra chứng thư có bị thu hồi không');
  expect(await said(...asked, '--crl', file('none.crl'))).toMatchObject({
    status: 0,
    text: expect.stringContaining('chứng thư không bị thu hồi'),
  });
  expect(await said(...asked, '--crl', file('lost.crl'))).toMatchObject({
    status: 1,
    text: expect.stringContaining('chứng thư đã bị thu hồi'),
  });
  await expect(run([...asked, '--crl', file('other.crl')])).rejects.toThrow(
    'không phải do cơ quan được tin ký',
  );
});

test('a changed or unsigned file does not, and the status says so', async () => {
  const changed = await said('check', file('changed.pdf'), '--trust', file('ca.der'));
  expect([changed.status, changed.text.includes('KHÔNG tin được')]).toEqual([1, true]);
  const plain = await said('check', file('plain.pdf'), '--trust', file('ca.der'));
  expect(plain).toMatchObject({ status: 1, text: expect.stringContaining('không có chữ ký số nào') });
});

test.each([
  [[]],
  [['check']],
  [['check', 'khong-co.pdf', '--trust', 'khong-co.pem']],
  [['check', 'a.pdf', '--nope']],
])('%j is refused as bad input', async (parameters) => {
  await expect(run(parameters)).rejects.toMatchObject({ status: 2 });
});

test('nothing is believed without a certificate to trust', async () => {
  await expect(run(['check', file('signed.pdf')])).rejects.toMatchObject({ status: 2 });
  await expect(run(['check', file('signed.pdf'), '--trust', file('plain.pdf')])).rejects.toMatchObject({
    status: 2,
  });
});
