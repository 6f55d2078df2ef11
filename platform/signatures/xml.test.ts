import { beforeAll, describe, expect, test } from 'vitest';
import { openPkcs12, type Signer, signXml, timeStamperAt, verifyXml } from './index.ts';
import { pkcs12File, type TestAuthority, testAuthority, testStampServer } from './testing.ts';

const plain = '<a xmlns="urn:thu"><b Id="noi-dung">Điểm: 7,5 &amp; Đạt</b><c Id="khac"/></a>';
const now = new Date('2026-07-01T00:00:00Z');
const at = new Date('2026-06-01T08:00:00Z');
let authority: TestAuthority;
let principal: Signer;
let school: Signer;
let signed: string;

async function signerOf(name: string, options?: Parameters<TestAuthority['issue']>[1]): Promise<Signer> {
  return openPkcs12(await pkcs12File(await authority.issue(name, options), 'Mật khẩu 1'), 'Mật khẩu 1');
}
const check = (xml: string, anchors = [authority.anchor]) => verifyXml(xml, { anchors, now });
const faults = async (xml: string) => (await check(xml)).signatures.map(({ fault }) => fault);

beforeAll(async () => {
  authority = await testAuthority();
  principal = await signerOf('Hiệu trưởng thử', { keyType: 'rsa' });
  school = await signerOf('Trường thử');
  const once = await signXml(plain, { signer: principal, id: 'hieu-truong', over: ['noi-dung'], at });
  signed = await signXml(once, {
    signer: school,
    id: 'nha-truong',
    over: ['noi-dung', 'khac', 'hieu-truong'],
    at,
  });
});

describe('Signatures of a data form', () => {
  test('by two kinds of keys hold together and say what they are over, who and when', async () => {
    expect(await check(signed)).toEqual({
      fault: null,
      signatures: [
        expect.objectContaining({
          id: 'hieu-truong',
          signer: 'Hiệu trưởng thử',
          over: ['noi-dung'],
          at,
          fault: null,
        }),
        expect.objectContaining({
          id: 'nha-truong',
          signer: 'Trường thử',
          over: ['noi-dung', 'khac', 'hieu-truong'],
          fault: null,
        }),
      ],
    });
  });
  test('with a time stamp stay valid when their certificate is over, and the stamp counts for this signature only', async () => {
    const stamps = await testStampServer(
      await authority.issue('Dấu thời gian', { forTimeStamps: true }),
      () => at,
    );
    try {
      const short = await signerOf('Ngắn hạn', { to: new Date('2026-06-15T00:00:00Z') });
      const stamper = timeStamperAt(stamps.url);
      const stamped = await signXml(plain, {
        signer: short,
        id: 'k',
        over: ['noi-dung', 'khac'],
        at,
        stamper,
      });
      expect((await check(stamped)).signatures).toMatchObject([{ fault: null, isTimeStamped: true, at }]);
      expect(await faults(stamped.replace('7,5', '9,5'))).toEqual(['changed']);
      const other = await signXml(plain, {
        signer: principal,
        id: 'k',
        over: ['noi-dung', 'khac'],
        at,
        stamper,
      });
      const tokenOf = (xml: string) => /EncapsulatedTimeStamp>([^<]+)</.exec(xml)?.[1] ?? '';
      expect(await faults(stamped.replace(tokenOf(stamped), tokenOf(other)))).toEqual(['badTimeStamp']);
      const sealed = await signXml(stamped, {
        signer: school,
        id: 'dau',
        over: ['noi-dung', 'khac', 'k'],
        at,
        stamper,
      });
      expect(await check(sealed)).toMatchObject({
        fault: null,
        signatures: [{ fault: null }, { fault: null }],
      });
      expect(await faults(sealed.replace(tokenOf(stamped), tokenOf(other)))).toEqual([
        'badTimeStamp',
        'changed',
      ]);
    } finally {
      await stamps.close();
    }
  }, 60_000);
  test('do not hold over a changed content', async () => {
    expect(await faults(signed.replace('7,5', '9,5'))).toEqual(['changed', 'changed']);
  });
  test('do not hold when an earlier signature is exchanged', async () => {
    const other = await signXml(plain, {
      signer: await signerOf('Người khác'),
      id: 'hieu-truong',
      over: ['noi-dung'],
      at,
    });
    const foreign = /<ds:Signature [\s\S]*?<\/ds:Signature>/.exec(other)?.[0] ?? '';
    const swapped = signed.replace(/<ds:Signature [\s\S]*?<\/ds:Signature>/, foreign);
    expect(await faults(swapped)).toEqual([null, 'changed']);
  });
  test('cannot be moved to another element by a second Id of the same name', async () => {
    expect(await check(signed.replace('<c Id="khac"/>', '<c Id="noi-dung">10</c>'))).toEqual({
      signatures: [],
      fault: 'damaged',
    });
  });
  test('change of the claimed time is seen', async () => {
    expect(await faults(signed.replace('2026-06-01T08', '2025-06-01T08'))).toEqual(['changed', 'changed']);
  });
  test('do not cover what is put beside them later', async () => {
    expect((await check(signed.replace('<c Id', '<x>thêm</x><c Id'))).fault).toBe('loose');
  });
  test('of an authority nobody trusts, or of a certificate that is over, are told', async () => {
    expect((await check(signed, [])).signatures.map(({ fault }) => fault)).toEqual([
      'untrusted',
      'untrusted',
    ]);
    const over = await signerOf('Đã hết hạn', { to: new Date('2026-06-15T00:00:00Z') });
    const late = await signXml(plain, { signer: over, id: 'k', over: ['noi-dung'], at });
    expect(await faults(late)).toEqual(['expired']);
  });
  test('of something that is no form, is unsigned or has a document type are told apart', async () => {
    expect((await check('xin chào')).fault).toBe('damaged');
    expect((await check(plain)).fault).toBe('unsigned');
    expect((await check(`<!DOCTYPE a>${signed}`)).fault).toBe('damaged');
  });
});
