import { execFileSync } from 'node:child_process';
import { verify, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderOfficialPdf } from '#platform/documents';
import { sampleDocument } from '../documents/testing.ts';
import { openPkcs11, signPdf, verifyPdf } from './index.ts';
import { type TestAuthority, testAuthority } from './testing.ts';

const softHsm = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/softhsm/libsofthsm.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
].find(existsSync);

describe('a token', () => {
  test('without its library is named as that', () => {
    const place = { library: join(tmpdir(), 'khong-co.so'), token: 'T', pin: '1' };
    expect(() => openPkcs11(place)).toThrowError(expect.objectContaining({ fault: 'noLibrary' }));
  });
});

// SoftHSM is a token in software, from the packages of the system: on a machine that has it, the real thing is tried.
describe.runIf(softHsm)('a token of SoftHSM', () => {
  const library = softHsm as string;
  const folder = mkdtempSync(join(tmpdir(), 'hoaban-softhsm-'));
  const label = 'Trường thử';
  let authority: TestAuthority;

  beforeAll(async () => {
    process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf');
    writeFileSync(process.env.SOFTHSM2_CONF, `directories.tokendir = ${folder}\n`);
    authority = await testAuthority();
    const run = (...words: string[]) => execFileSync('softhsm2-util', words, { stdio: 'pipe' });
    run('--init-token', '--free', '--label', label, '--pin', '123456', '--so-pin', '654321');
    for (const [id, keyType] of [
      ['01', 'rsa'],
      ['02', 'ecdsa'],
    ] as const) {
      const { certificate, pkcs8 } = await authority.issue(`Con dấu ${keyType}`, { keyType });
      const pem = join(folder, `${id}.pem`);
      const body = Buffer.from(pkcs8)
        .toString('base64')
        .match(/.{1,64}/g)
        ?.join('\n');
      writeFileSync(pem, `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`);
      run('--import', pem, '--token', label, '--label', keyType, '--id', id, '--pin', '123456');
      putCertificate(id, certificate);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the maker's tool does when a card is handed out: puts the certificate beside its key. */
  function putCertificate(id: string, certificate: Uint8Array): void {
    const signer = koffi.load(library);
    const attribute = koffi.struct({ type: 'ulong', value: 'void *', length: 'ulong' });
    const call = (name: string, ...types: Parameters<typeof koffi.sizeof>[0][]) =>
      signer.func(name, 'ulong', types);
    const ulong = koffi.pointer('ulong');
    call('C_Initialize', 'void *')(null);
    const [slots, count, session, object] = [[0, 0, 0, 0], [4], [0], [0]];
    call('C_GetSlotList', 'uint8', koffi.out(ulong), koffi.inout(ulong))(1, slots, count);
    call(
      'C_OpenSession',
      'ulong',
      'ulong',
      'void *',
      'void *',
      koffi.out(ulong),
    )(slots[0], 6, null, null, session);
    call('C_Login', 'ulong', 'ulong', 'void *', 'ulong')(session[0], 1, Buffer.from('123456'), 6);
    const number = (value: number) => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32LE(value);
      return bytes;
    };
    const { subject } = new X509Certificate(certificate).toLegacyObject();
    const template = [
      [0x0, number(1)],
      [0x80, number(0)],
      [0x1, Buffer.of(1)],
      [0x101, Buffer.from(JSON.stringify(subject))],
      [0x102, Buffer.from(id, 'hex')],
      [0x11, Buffer.from(certificate)],
    ].map(([type, value]) => ({ type, value, length: (value as Buffer).length }));
    const create = call('C_CreateObject', 'ulong', koffi.pointer(attribute), 'ulong', koffi.out(ulong));
    expect(Number(create(session[0], template, template.length, object))).toBe(0);
    call('C_CloseSession', 'ulong')(session[0]);
  }

  test.each(['rsa', 'ecdsa'] as const)(
    'signs with its %s key, which its certificate confirms',
    async (key) => {
      const signer = openPkcs11({ library, token: label, pin: '123456', key });
      const data = new TextEncoder().encode('Kết quả cả năm');
      const { publicKey, subject } = new X509Certificate(signer.certificates[0] as Uint8Array);
      expect(subject).toContain(`Con dấu ${key}`);
      expect(verify('sha256', data, publicKey, await signer.sign(data))).toBe(true);
      signer.close();
    },
  );

  test('signs a PDF that holds', async () => {
    const signer = openPkcs11({ library, token: label, pin: '123456', key: 'ecdsa' });
    const pdf = await signPdf(await renderOfficialPdf(sampleDocument()), {
      signer,
      field: 'con-dau',
      name: label,
      reason: 'Đóng dấu',
      at: new Date('2026-06-01T08:00:00Z'),
    });
    signer.close();
    const checked = await verifyPdf(pdf, {
      anchors: [authority.anchor],
      now: new Date('2026-06-02T00:00:00Z'),
    });
    expect(checked).toMatchObject({ fault: null, signatures: [{ signer: 'Con dấu ecdsa', fault: null }] });
  });

  test.each([
    ['a wrong PIN', { pin: '000000' }, 'wrongPassword'],
    ['the label of another token', { token: 'Trường khác' }, 'noToken'],
    ['two keys and none named', {}, 'noKey'],
    ['a key that is not there', { key: 'không có' }, 'noKey'],
  ])('with %s says so', (_, wrong, fault) => {
    const place = { library, token: label, pin: '123456', ...wrong };
    expect(() => openPkcs11(place)).toThrowError(expect.objectContaining({ fault }));
  });
});
