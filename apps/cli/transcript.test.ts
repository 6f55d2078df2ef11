import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openPkcs12, type Signer } from '#platform/signatures';
import { type KeptPage, packArchive } from '../../modules/transcript/documents/archive.ts';
import { drawPage, sealPage } from '../../modules/transcript/documents/signed-page.ts';
import { contentText, type PageContent } from '../../modules/transcript/rules/index.ts';
import { sampleContent } from '../../modules/transcript/testing.ts';
import { type Identity, pkcs12File, testAuthority } from '../../platform/signatures/testing.ts';
import { run } from './transcript.ts';

// An archive of a page and its correction, as it is kept for good, and what happens to it.

let folder: string;
const file = (name: string) => join(folder, name);
const at = new Date('2026-06-05T08:00:00Z');
const [firstCode, secondCode] = ['0123456789ABCDEFGHJK', '0123456789ABCDEFGHJM'] as const;
const inFolder = (name: string, code: string = firstCode) => `2025-2026/${code}/${name}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'transcript-'));
  const authority = await testAuthority();
  const identities = await Promise.all(
    ['Hiệu trưởng thử', 'Trường thử'].map((name) => authority.issue(name)),
  );
  const signers = identities.map(async (one) => openPkcs12(await pkcs12File(one, 'x'), 'x'));
  const [principal, school] = (await Promise.all(signers)) as [Signer, Signer];
  const by = { name: 'Hiệu trưởng thử', at, stamper: undefined };
  async function keep(content: PageContent): Promise<KeptPage> {
    const text = contentText(content);
    const digest = createHash('sha256').update(text).digest('hex');
    const page = { content: text, digest };
    const drawn = await drawPage(page, [], 'http://hoaban.test', { ...by, signer: principal });
    const files = await sealPage(page, drawn, { ...by, signer: school });
    const { code, number, schoolYear } = content;
    return {
      ...files,
      page: { ...page, code, number, schoolYear, state: 'issued', issuedAt: null },
    };
  }
  const first = await keep(sampleContent({ code: firstCode, number: 1, previous: null }));
  const previous = { number: 1, digest: first.page.digest, reason: 'Sửa điểm' };
  const second = await keep(sampleContent({ code: secondCode, number: 2, previous }));
  const zip = packArchive([first, second], {
    school: 'Trường thử',
    schoolYear: '2025-2026',
    madeAt: at.toISOString(),
    asked: 2,
    failed: [],
  });
  const parts = unzipSync(zip);
  /** Writes the archive into a folder of its own, with some files changed or left out. */
  async function lay(name: string, change: Record<string, Uint8Array | null> = {}): Promise<void> {
    for (const [path, bytes] of Object.entries({ ...parts, ...change })) {
      if (!bytes) continue;
      await mkdir(dirname(file(`${name}/${path}`)), { recursive: true });
      await writeFile(file(`${name}/${path}`), bytes);
    }
  }
  const pdf = Buffer.from(parts[inFolder('page.pdf')] as Uint8Array);
  const flipped = Buffer.from(pdf);
  flipped[300] = (flipped[300] as number) ^ 1;
  const xml = Buffer.from(parts[inFolder('page.xml')] as Uint8Array).toString('utf8');
  await Promise.all([
    writeFile(file('luu-tru.zip'), zip),
    writeFile(file('trang.pdf'), pdf),
    writeFile(file('trang.xml'), xml),
    writeFile(file('sua.xml'), xml.replace('<caNam>7.8</caNam>', '<caNam>9.8</caNam>')),
    writeFile(
      file('ben-canh.xml'),
      xml.replace(
        '<noiDung ',
        `<x><vanTay a="">${'0'.repeat(64)}</vanTay><duLieuGoc a="">e30=</duLieuGoc></x><noiDung `,
      ),
    ),
    writeFile(file('ca.der'), authority.anchor),
    writeFile(
      file('mat-khoa.crl'),
      await authority.withdraw([{ certificate: (identities[0] as Identity).certificate, at }], {
        from: at,
        next: new Date('2034-01-01'),
      }),
    ),
    lay('whole'),
    lay('byte', { [inFolder('page.pdf')]: flipped }),
    lay('swapped', { [inFolder('page.pdf')]: parts[inFolder('page.pdf', secondCode)] as Uint8Array }),
    lay('gone', { [inFolder('content.json')]: null }),
    lay('outside', {
      'manifest.json': Buffer.from('{"format":"hoaban.hocba.archive/1","pages":[{"folder":"../.."}]}'),
    }),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

// biome-ignore lint/suspicious/noExplicitAny: the answer is read field by field.
async function verified(name: string, ...more: string[]): Promise<{ status: number; said: any }> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    text += String(part);
    return true;
  });
  const status = await run(['verify', file(name), '--json', ...more]);
  vi.restoreAllMocks();
  return { status, said: JSON.parse(text) };
}
const trusting = (name: string) => verified(name, '--trust', file('ca.der'));

test('a whole archive holds, as a folder and as a .zip, chain and eight signatures', async () => {
  for (const name of ['whole', 'luu-tru.zip']) {
    const { status, said } = await trusting(name);
    expect(said, name).toMatchObject({ holds: true, trust: 'checked', asked: 2, checked: 2, chain: [] });
    expect(said.versions.flatMap(({ signatures }: { signatures: unknown[] }) => signatures)).toHaveLength(8);
    expect(status).toBe(0);
  }
});

test('without authorities only changes are looked for, and that is said', async () => {
  expect((await verified('whole')).said).toMatchObject({ holds: true, trust: 'notGiven' });
});

test('what a withdrawn certificate has signed without a time stamp does not hold; without a list that stays open and is said', async () => {
  expect((await trusting('whole')).said).toMatchObject({ holds: true, notChecked: 8 });
  const { status, said } = await verified('whole', '--trust', file('ca.der'), '--crl', file('mat-khoa.crl'));
  expect([status, said.holds, said.notChecked]).toEqual([1, false, 0]);
  const faults = said.versions[0].signatures.map(({ fault }: { fault: string | null }) => fault);
  expect(faults).toEqual(['withdrawn', null, 'withdrawn', null]);
});

test.each([
  ['byte', 'pdfChanged'],
  ['byte', 'signature'],
  ['swapped', 'otherContent'],
  ['gone', 'contentMissing'],
])('%s: %s', async (name, fault) => {
  const { status, said } = await trusting(name);
  expect(status).toBe(1);
  expect(said.versions[0].faults).toContain(fault);
});

test('a version whose former one is gone breaks the chain', async () => {
  expect((await trusting('gone')).said.chain).toEqual([{ code: secondCode, number: 2, fault: 'missing' }]);
});

test('one file by itself is checked too', async () => {
  for (const name of ['trang.pdf', 'trang.xml']) expect((await trusting(name)).said.holds, name).toBe(true);
  expect((await trusting('ben-canh.xml')).said.versions[0].faults).toEqual(['xmlUnsigned']);
  const changed = await trusting('sua.xml');
  expect(changed.said.versions[0].signatures.map(({ fault }: { fault: string }) => fault)).toEqual([
    'changed',
    'changed',
  ]);
});

test('what is no archive, or names places outside it, is told in Vietnamese', async () => {
  await expect(run(['verify', file('outside')])).rejects.toThrow('Không phải bản lưu trữ học bạ');
  await expect(run(['verify', file('nowhere')])).rejects.toThrow('Không đọc được');
  await expect(run(['check', file('whole')])).rejects.toThrow('Cách dùng');
});
