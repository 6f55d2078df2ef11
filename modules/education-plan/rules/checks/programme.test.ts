import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProgramme } from './programme.ts';
import { classFact, programme, rightPlan } from './testing.ts';

const plan = rightPlan();

test('one period less in any subject of any grade must be put right and says how many are missing', () => {
  fc.assert(
    fc.property(fc.nat(plan.periods.length - 1), fc.integer({ min: 1, max: 10 }), (at, less) => {
      const periods = plan.periods.map((row, index) =>
        index === at ? { ...row, semester1: Math.max(0, row.semester1 - less) } : row,
      );
      const missing = plan.periods[at]!.semester1 - periods[at]!.semester1;
      fc.pre(missing > 0);
      const findings = checkProgramme({ ...plan, periods }, programme);
      expect(findings).toMatchObject([{ rule: 'programmePeriods', severity: 'mustFix' }]);
      expect(findings[0]!.place).toBe(`Khối ${plan.periods[at]!.grade}`);
      expect(findings[0]!.message).toContain(`Thêm ${missing} tiết`);
    }),
  );
});

test('more than the programme is only told', () => {
  const periods = plan.periods.map((row, at) => (at === 0 ? { ...row, semester2: row.semester2 + 3 } : row));
  expect(checkProgramme({ ...plan, periods }, programme)).toMatchObject([{ severity: 'warning' }]);
});

test('a subject the class does not take is told', () => {
  const row = { grade: 6, classId: null, subjectCode: 'PHY', semester1: 18, semester2: 17 };
  const findings = checkProgramme({ ...plan, periods: [...plan.periods, row] }, programme);
  expect(findings).toMatchObject([{ place: 'Khối 6', message: expect.stringContaining('Vật lí: không có') }]);
});

test('an upper-secondary class without its combination is named', () => {
  const one = classFact(10, '10A1');
  expect(checkProgramme(rightPlan([one]), programme)).toContainEqual(
    expect.objectContaining({ rule: 'choices', severity: 'mustFix', place: 'Khối 10' }),
  );
});
