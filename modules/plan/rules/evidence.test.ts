import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EvidenceKind, evidenceFault, evidenceNames, missingEvidence } from './evidence.ts';

const kinds = Object.keys(evidenceNames) as EvidenceKind[];
const field = { key: 'a', label: 'A', type: 'integer', required: true, aggregate: 'sum' } as const;

describe('what a duty asks for as evidence', () => {
  const known = ['plan.dutiesAcknowledged'];
  test.each([
    ['an indicator nobody knows', 'indicator', { indicator: 'x', threshold: 1 }, 'chỉ số'],
    ['no indicator', 'indicator', {}, 'chỉ số'],
    ['an indicator without threshold', 'indicator', { indicator: known[0] }, 'ngưỡng'],
    ['a form without fields', 'form', {}, 'ít nhất một ô'],
    ['a form with a field twice', 'form', { fields: [field, field] }, 'trùng mã'],
  ] as const)('is refused with %s', (_name, kind, spec, words) => {
    expect(evidenceFault(kind, spec, known)).toContain(words);
  });

  test('is complete with an indicator at threshold nought, one field, or nothing more for files and words', () => {
    expect(evidenceFault('indicator', { indicator: known[0], threshold: 0 }, known)).toBeUndefined();
    expect(evidenceFault('form', { fields: [field] }, known)).toBeUndefined();
    expect(evidenceFault('document', {}, known)).toBeUndefined();
    expect(evidenceFault('confirmation', {}, known)).toBeUndefined();
  });
});

const anyParts = fc
  .record({ accepted: fc.nat(5), notApplicable: fc.nat(5), open: fc.nat(5) })
  .map(({ accepted, notApplicable, open }) => ({
    total: accepted + notApplicable + open,
    accepted,
    notApplicable,
  }));
const anyGiven = fc.array(fc.record({ kind: fc.constantFrom(...kinds) }), { maxLength: 4 });

describe('handing in', () => {
  test('needs evidence of the duty’s kind, or parts that were all accepted below', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyGiven, anyParts, (kind, given, parts) => {
        const own = given.some((evidence) => evidence.kind === kind);
        const below = parts.accepted > 0 && parts.accepted + parts.notApplicable === parts.total;
        expect(missingEvidence(kind, given, parts) === undefined).toBe(own || below);
      }),
    );
  });

  test('parts that nobody does are no evidence', () => {
    const parts = { total: 2, accepted: 0, notApplicable: 2 };
    expect(missingEvidence('form', [], parts)).toBeDefined();
  });

  test('says what is missing, and how many parts are not accepted yet', () => {
    expect(missingEvidence('document', [], { total: 0, accepted: 0, notApplicable: 0 })).toBe(
      'Hãy thêm tệp văn bản rồi nộp.',
    );
    expect(missingEvidence('form', [], { total: 5, accepted: 2, notApplicable: 1 })).toContain('Còn 2 phần');
  });
});
