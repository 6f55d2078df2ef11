import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPlan } from './index.ts';
import { classFact, programme, rightPlan } from './testing.ts';

const classes = fc
  .uniqueArray(
    fc.record({
      grade: fc.integer({ min: 6, max: 9 }),
      number: fc.integer({ min: 1, max: 6 }),
      two: fc.boolean(),
    }),
    {
      selector: ({ grade, number }) => `${grade}A${number}`,
      minLength: 1,
      maxLength: 16,
    },
  )
  .map((list) =>
    list.map(({ grade, number, two }) => classFact(grade, `${grade}A${number}`, { twoSessions: two })),
  );

test('what the system drafts keeps every rule, whichever classes a lower-secondary school has', () => {
  fc.assert(
    fc.property(classes, (list) => {
      const findings = checkPlan(rightPlan(list), programme);
      expect(findings.filter(({ severity }) => severity === 'mustFix')).toEqual([]);
    }),
  );
});

test('what must be put right comes before warnings', () => {
  const plan = rightPlan();
  const findings = checkPlan({ ...plan, staff: [], lessons: [] }, programme);
  const severities = findings.map(({ severity }) => severity);
  expect(severities).toEqual([...severities].sort());
  expect(new Set(severities)).toEqual(new Set(['mustFix', 'warning']));
});

test('every finding says where and what to do', () => {
  const plan = rightPlan();
  const findings = checkPlan({ ...plan, staff: [], lessons: [], classrooms: 1, periods: [] }, programme);
  expect(findings.length).toBeGreaterThan(40);
  for (const { place, message } of findings) {
    expect(place).not.toBe('');
    expect(message).toMatch(/(Thêm|Sửa|Bỏ|Mời|Chuyển|nhập)/);
  }
});
