import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderOfficialPdf } from '#platform/documents';
import { sampleDocument } from '../documents/testing.ts';
import {
  openPkcs12,
  type PdfSignature,
  readWithdrawnList,
  type Signer,
  SignerFault,
  signPdf,
  standingOf,
  timeStamperAt,
  verifyPdf,
} from './index.ts';
import {
  pkcs12File,
  type StampMischief,
  type TestAuthority,
  testAuthority,
  testStampServer,
} from './testing.ts';

let authority: TestAuthority;
let teacher: Signer;
let principal: Signer;
let plain: Uint8Array;
let stamps: { url: string; close(): Promise<void> };
let mischief: StampMischief = 'none';
const signedAt = new Date('2026-06-01T08:00:00Z');
const stampedAt = new Date('2026-06-01T08:00:05Z');
const now = new Date('2026-07-01T00:00:00Z');

async function signerOf(name: string, options?: Parameters<TestAuthority['issue']>[1]): Promise<Signer> {
  return openPkcs12(await pkcs12File(await authority.issue(name, options), 'Mật khẩu 1'), 'Mật khẩu 1');
}

const by = (signer: Signer, field: string, more: Partial<PdfSignature> = {}): PdfSignature => ({
  signer,
  field,
  name: 'Người ký thử',
  reason: 'Xác nhận kết quả',
  at: signedAt,
  ...more,
});
const check = (pdf: Uint8Array, anchors = [authority.anchor], at = now) =>
  verifyPdf(pdf, { anchors, now: at });
const faults = async (pdf: Uint8Array, ...rest: [Uint8Array[]?, Date?]) =>
  (await check(pdf, ...rest)).signatures.map(({ fault }) => fault);

beforeAll(async () => {
  authority = await testAuthority();
  [teacher, principal, plain, stamps] = await Promise.all([
    signerOf('Giáo viên thử'),
    signerOf('Hiệu trưởng thử', { keyType: 'rsa' }),
    renderOfficialPdf(sampleDocument()),
    authority.issue('Cấp dấu thời gian thử', { forTimeStamps: true }).then((identity) =>
      testStampServer(
        identity,
        () => stampedAt,
        () => mischief,
      ),
    ),
  ]);
});
afterAll(() => stamps?.close());

describe('a PKCS #12 file', () => {
  test('gives its key to the right password only', async () => {
    const file = await pkcs12File(await authority.issue('Một người'), 'đúng');
    await expect(openPkcs12(file, 'đúng')).resolves.toMatchObject({ keyType: 'ecdsa' });
    await expect(openPkcs12(file, 'sai')).rejects.toMatchObject({ fault: 'wrongPassword' });
  });

  test('that is something else is refused by name, never with a fault of the parser', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        await expect(openPkcs12(noise, 'x')).rejects.toBeInstanceOf(SignerFault);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a PDF', () => {
  test('signed by two stays whole for the first when the second signs', async () => {
    const once = await signPdf(plain, by(teacher, 'mon-toan'));
    const twice = await signPdf(once, by(principal, 'hieu-truong'));
    expect(Buffer.from(twice.subarray(0, once.length)).equals(Buffer.from(once))).toBe(true);
    const { signatures, fault } = await check(twice);
    expect(fault).toBeNull();
    expect(signatures).toMatchObject([
      { field: 'mon-toan', signer: 'Giáo viên thử', fault: null, at: signedAt, isTimeStamped: false },
      { field: 'hieu-truong', signer: 'Hiệu trưởng thử', fault: null, reason: 'Xác nhận kết quả' },
    ]);
  });

  test('changed by one byte anywhere is not believed', async () => {
    const signed = await signPdf(await signPdf(plain, by(teacher, 'a')), by(principal, 'b'));
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), async (place, by_) => {
        const forged = new Uint8Array(signed);
        forged[place] = (forged[place] as number) ^ by_;
        const { fault, signatures } = await check(forged);
        expect(fault !== null || signatures.some((one) => one.fault !== null)).toBe(true);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test('with something behind the last signature says so', async () => {
    const signed = await signPdf(plain, by(teacher, 'a'));
    const longer = new Uint8Array([...signed, ...Buffer.from('\n% thêm\n')]);
    expect((await check(longer)).fault).toBe('appended');
  });

  test('without a signature, or no PDF at all, is told apart', async () => {
    expect((await check(plain)).fault).toBe('unsigned');
    expect((await check(new Uint8Array([1, 2, 3]))).fault).toBe('damaged');
  });

  test('does not take two signatures of one name', async () => {
    const once = await signPdf(plain, by(teacher, 'a'));
    await expect(signPdf(once, by(principal, 'a'))).rejects.toThrow('a is taken');
  });
});

describe('a list of withdrawn certificates', () => {
  const list = async (bytes: Uint8Array, authorities = [authority.anchor]) => {
    const read = await readWithdrawnList(bytes, authorities);
    if ('fault' in read) throw new Error(read.fault);
    return read.list;
  };

  test('names who may not sign any more; what was stamped before holds, and without a list nothing is claimed', async () => {
    const lost = await authority.issue('Mất khoá');
    const key = await openPkcs12(await pkcs12File(lost, 'x'), 'x');
    const bare = await signPdf(plain, by(key, 'a'));
    const stamped = await signPdf(bare, by(key, 'b', { stamper: timeStamperAt(stamps.url) }));
    const { signatures } = await check(stamped);
    const day = (days: number) => new Date(signedAt.getTime() + days * 86_400_000);
    const standings = async (at: Date, next: Date) => {
      const lists = [await list(await authority.withdraw([{ ...lost, at }], { from: now, next }))];
      return signatures.map((one) => standingOf(one, lists, now));
    };
    expect(await standings(day(1), day(400))).toEqual(['withdrawn', 'notWithdrawn']);
    expect(await standings(day(-1), day(400))).toEqual(['withdrawn', 'withdrawn']);
    expect(signatures.map((one) => standingOf(one, [], now))).toEqual(['notChecked', 'notChecked']);
    const [teachers] = (await check(await signPdf(plain, by(teacher, 'a')))).signatures;
    const old = await list(await authority.withdraw([], { from: day(-60), next: day(-30) }));
    const fresh = await list(await authority.withdraw([], { from: now, next: day(400) }));
    expect(standingOf(teachers!, [old], now)).toBe('notChecked');
    expect(standingOf(teachers!, [old, fresh], now)).toBe('notWithdrawn');
  }, 60_000);

  test('counts only when its authority has signed it', async () => {
    const bytes = await authority.withdraw([], { from: now });
    const stranger = await testAuthority();
    const forged = await stranger.withdraw([], { from: now });
    expect(await readWithdrawnList(bytes, [])).toEqual({ fault: 'unknownAuthority' });
    expect(await readWithdrawnList(forged, [authority.anchor])).toEqual({ fault: 'forged' });
    expect(await readWithdrawnList(new TextEncoder().encode('không phải'), [authority.anchor])).toEqual({
      fault: 'damaged',
    });
    const pem = `-----BEGIN X509 CRL-----\n${Buffer.from(bytes).toString('base64')}\n-----END X509 CRL-----\n`;
    expect((await list(new TextEncoder().encode(pem))).authority).toBe('Cơ quan chứng thực thử');
  });
});

describe('a certificate', () => {
  test('of an unknown authority is not trusted', async () => {
    const signed = await signPdf(plain, by(teacher, 'a'));
    expect(await faults(signed, [(await testAuthority()).anchor])).toEqual(['untrusted']);
    expect(await faults(signed, [])).toEqual(['untrusted']);
  });

  test('that has run out counts only with a time stamp of its own days', async () => {
    const short = await signerOf('Ngắn hạn', { to: new Date('2026-06-15T00:00:00Z') });
    const bare = await signPdf(plain, by(short, 'a'));
    const stamped = await signPdf(plain, by(short, 'a', { stamper: timeStamperAt(stamps.url) }));
    expect(await faults(bare, [authority.anchor], now)).toEqual(['expired']);
    expect(await faults(bare, [authority.anchor], signedAt)).toEqual([null]);
    const { signatures } = await check(stamped);
    expect(signatures).toMatchObject([{ fault: null, isTimeStamped: true, at: stampedAt }]);
  });

  test('that is not valid yet is refused', async () => {
    const early = await signerOf('Chưa đến hạn', { from: new Date('2030-01-01T00:00:00Z') });
    expect(await faults(await signPdf(plain, by(early, 'a')))).toEqual(['notYetValid']);
  });
});

describe('a time-stamping authority', () => {
  test.each(['otherNonce', 'otherData', 'refuses', 'noise'] as const)(
    'that plays %s is not believed',
    async (how) => {
      mischief = how;
      try {
        const stamper = timeStamperAt(stamps.url);
        await expect(signPdf(plain, by(teacher, 'a', { stamper }))).rejects.toMatchObject({
          name: 'TimeStampFault',
        });
      } finally {
        mischief = 'none';
      }
    },
  );

  test('that nobody trusts makes a signature doubtful', async () => {
    const other = await testAuthority();
    const identity = await other.issue('Không ai tin', { forTimeStamps: true });
    const server = await testStampServer(identity, () => stampedAt);
    const signed = await signPdf(plain, by(teacher, 'a', { stamper: timeStamperAt(server.url) }));
    await server.close();
    expect(await faults(signed)).toEqual(['badTimeStamp']);
  });

  test('with a certificate for something else makes a signature doubtful', async () => {
    const server = await testStampServer(await authority.issue('Không phải để cấp dấu'), () => stampedAt);
    const signed = await signPdf(plain, by(teacher, 'a', { stamper: timeStamperAt(server.url) }));
    await server.close();
    expect(await faults(signed)).toEqual(['badTimeStamp']);
  });

  test('that is not there is a named fault', async () => {
    const stamper = timeStamperAt('http://127.0.0.1:9/');
    await expect(stamper.stamp(new Uint8Array(3))).rejects.toMatchObject({ name: 'TimeStampFault' });
  });
});
