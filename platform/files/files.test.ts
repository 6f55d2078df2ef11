import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanFileName, readFileContent, recogniseFile, storeFile } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoaban-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the store', () => {
  test('gives back what it was given, and keeps the same content once', async () => {
    const bytes = new TextEncoder().encode('Biên bản');
    const first = await storeFile(folder, bytes);
    expect(await storeFile(folder, bytes)).toBe(first);
    expect(await readFileContent(folder, first)).toEqual(Buffer.from(bytes));
    const place = join(folder, first.slice(0, 2), first.slice(2, 4));
    expect(await readdir(place)).toEqual([first]);
  });

  test('takes the same content from many at once', async () => {
    const bytes = new Uint8Array(200_000).fill(7);
    const hashes = await Promise.all(Array.from({ length: 8 }, () => storeFile(folder, bytes)));
    expect(new Set(hashes).size).toBe(1);
    expect((await readFileContent(folder, hashes[0]!)).length).toBe(200_000);
  });

  test('refuses a damaged file, a missing one and a name that is no hash', async () => {
    const sha256 = await storeFile(folder, new TextEncoder().encode('nguyên vẹn'));
    await writeFile(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'hỏng');
    await expect(readFileContent(folder, sha256)).rejects.toThrow('damaged');
    await expect(readFileContent(folder, 'a'.repeat(64))).rejects.toThrow('ENOENT');
    await expect(readFileContent(folder, '../../etc/passwd')).rejects.toThrow(RangeError);
  });
});

describe('recognising', () => {
  test('goes by the bytes', async () => {
    const word = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('Kính gửi')] }] }),
    );
    expect(await recogniseFile(word)).toMatchObject({ kind: 'docx' });
    expect(await recogniseFile(Buffer.from('%PDF-1.7\n'))).toMatchObject({ mediaType: 'application/pdf' });
    expect(await recogniseFile(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toMatchObject({
      extensions: ['jpg', 'jpeg'],
    });
  });

  test('refuses programs, web pages, drawings, old Office files and broken packages', async () => {
    expect(await recogniseFile(new Uint8Array())).toBe('empty');
    expect(await recogniseFile(Buffer.from('MZ\x90\x00'))).toBe('unknown');
    expect(await recogniseFile(Buffer.from('\x7fELF'))).toBe('unknown');
    expect(await recogniseFile(Buffer.from('<!doctype html><script>'))).toBe('unknown');
    expect(await recogniseFile(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('unknown');
    expect(await recogniseFile(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('oldOffice');
    expect(await recogniseFile(Buffer.from('PK\x03\x04 cut short'))).toBe('damaged');
  });
});

describe('file names', () => {
  test('lose their folders and what systems cannot save', () => {
    expect(cleanFileName('C:\\Users\\a\\Báo cáo: "quý I"?.docx', 'tep')).toBe('Báo cáo quý I.docx');
    expect(cleanFileName('../../etc/passwd', 'tep')).toBe('passwd');
    expect(cleanFileName('báo\u202Efdp.exe', 'tep')).toBe('báofdp.exe');
    expect(cleanFileName(' .. ', 'tep')).toBe('tep');
  });

  test('stay short, keep their extension and do not change when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const clean = cleanFileName(`${name}.pdf`, 'tep');
        expect([...clean].length).toBeLessThanOrEqual(150);
        expect(clean).not.toMatch(/[\\/\p{Cc}]/u);
        expect(cleanFileName(clean, 'tep')).toBe(clean);
      }),
    );
  });
});
