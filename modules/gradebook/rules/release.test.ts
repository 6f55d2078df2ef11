import fc from 'fast-check';
import { expect, test } from 'vitest';
import { releasedOf, releasePolicies } from './release.ts';

const policies = fc.constantFrom(...releasePolicies);

test.each([
  ['entered', false, true, false],
  ['entered', true, true, true],
  ['locked', false, false, false],
  ['locked', true, true, true],
  ['results', false, false, false],
  ['results', true, false, true],
] as const)(
  'by %s with the semester locked %s, marks are shown %s and results %s',
  (policy, locked, marks, results) => {
    expect(releasedOf(policy, locked)).toEqual({ marks, results });
  },
);

test('no policy shows results that may still change, and locking never hides what was shown', () => {
  fc.assert(
    fc.property(policies, (policy) => {
      const [before, after] = [releasedOf(policy, false), releasedOf(policy, true)];
      expect(before.results).toBe(false);
      expect(before.marks && !after.marks).toBe(false);
    }),
  );
});
