import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLength, codeSigns, readCode, writeCode } from './access-code.ts';

const bytes = fc.uint8Array({ minLength: codeLength, maxLength: codeLength });

test('a code is read back from its slip however it is typed', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const written = writeCode(random);
      expect(written).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
      expect(readCode(` ${written.toLowerCase().replaceAll('-', ' ')} `)).toBe(written.replaceAll('-', ''));
    }),
  );
});

test('each random byte gives one of 32 signs, each as often', () => {
  expect(new Set(codeSigns).size).toBe(32);
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const counts = new Map<string, number>();
  for (const byte of all) {
    const sign = writeCode(new Uint8Array(codeLength).fill(byte))[0]!;
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual(Array(32).fill(8));
});

test.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKL1', 'ABCD-EFGH-JKLO', 'ABCD-EFGH-JKLM-N'])(
  '%s is no code',
  (typed) => {
    expect(readCode(typed)).toBeNull();
  },
);
