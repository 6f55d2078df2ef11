import { beforeAll, describe, expect, test } from 'vitest';
import {
  certificateFacts,
  certificateFault,
  checkCms,
  openPkcs12,
  readCertificates,
  type Signer,
  signCms,
} from './index.ts';
import { pkcs12File, type TestAuthority, testAuthority } from './testing.ts';

const content = Buffer.from('{"diem":"7.5"}');
const at = new Date('2026-06-01T08:00:00Z');
const now = new Date('2026-07-01T00:00:00Z');
let authority: TestAuthority;
let teacher: Signer;
let signature: Uint8Array;

beforeAll(async () => {
  authority = await testAuthority();
  teacher = await openPkcs12(await pkcs12File(await authority.issue('Giáo viên thử'), 'x'), 'x');
  signature = await signCms(content, teacher, { signingTime: at });
});
const check = (over: Uint8Array | null, der = signature, anchors = [authority.anchor]) =>
  checkCms(der, over, { anchors, now });

describe('A detached signature', () => {
  test('holds over what was signed, and says who and when', async () => {
    expect(await check(content)).toMatchObject({
      signer: 'Giáo viên thử',
      at,
      isTimeStamped: false,
      fault: null,
    });
  });
  test('does not hold over anything else, or nothing', async () => {
    expect((await check(Buffer.from('{"diem":"9.5"}'))).fault).toBe('changed');
    expect((await check(null)).fault).toBe('changed');
  });
  test('that is none, or from an authority nobody trusts, is told', async () => {
    expect((await check(content, Buffer.from('xin chào'))).fault).toBe('damaged');
    expect((await check(content, signature, [])).fault).toBe('untrusted');
  });
});

describe('A certificate', () => {
  test('is read from PEM and DER, and nothing else', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.anchor).toString('base64')}\n-----END CERTIFICATE-----\n`;
    for (const bytes of [authority.anchor, Buffer.from(pem), Buffer.from(`${pem}${pem}`)])
      expect(readCertificates(bytes)?.[0]).toEqual(authority.anchor);
    expect(readCertificates(Buffer.from('xin chào'))).toBeUndefined();
  });
  test('says whose it is and whether it may issue others', () => {
    const own = certificateFacts(teacher.certificates[0] as Uint8Array);
    expect(own).toMatchObject({ subject: 'Giáo viên thử', isAuthority: false });
    expect(own.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(certificateFacts(authority.anchor).isAuthority).toBe(true);
  });
  test('is believed within its days and from a trusted authority only', async () => {
    const fault = (day: Date, anchors = [authority.anchor]) =>
      certificateFault(teacher.certificates, anchors, day);
    expect(await fault(now)).toBeNull();
    expect(await fault(new Date('2036-01-01'))).toBe('expired');
    expect(await fault(new Date('2024-01-01'))).toBe('notYetValid');
    expect(await fault(now, [(await testAuthority()).anchor])).toBe('untrusted');
  });
});
