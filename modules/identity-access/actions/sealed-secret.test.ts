import { expect, test } from 'vitest';
import { openSecret, sealSecret } from './sealed-secret.ts';

const key = Buffer.alloc(32, 1);

test('A sealed secret opens with its key for its owner, and is never sealed the same way twice', () => {
  const sealed = sealSecret(key, 'owner', 'JBSWY3DPEHPK3PXP');
  expect(openSecret(key, 'owner', sealed)).toBe('JBSWY3DPEHPK3PXP');
  expect(sealSecret(key, 'owner', 'JBSWY3DPEHPK3PXP').equals(sealed)).toBe(false);
  expect(sealed.includes('JBSWY3DP')).toBe(false);
});

test('Another key, another owner or a changed bit do not open it', () => {
  const sealed = sealSecret(key, 'owner', 'JBSWY3DPEHPK3PXP');
  const changed = Buffer.from(sealed);
  changed[30]! ^= 1;
  expect(() => openSecret(Buffer.alloc(32, 2), 'owner', sealed)).toThrow();
  expect(() => openSecret(key, 'somebody else', sealed)).toThrow();
  expect(() => openSecret(key, 'owner', changed)).toThrow();
});
