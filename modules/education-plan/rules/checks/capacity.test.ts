import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRooms, checkStaff, staffNeeds } from './capacity.ts';
import { classFact, programme, rightPlan } from './testing.ts';

const plan = rightPlan();

test('the need of all subjects adds up to the periods of all classes', () => {
  const total = staffNeeds(plan, programme).reduce((sum, need) => sum + need.periods, 0);
  expect(total).toBeCloseTo((1015 + 1015 + 1032 + 1032) / 35, 0);
});

test('a subject is short exactly while its teachers are fewer than the norm wants', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), (tenths) => {
      const staff = plan.staff.map((one) =>
        one.subjectCode === 'MATH' ? { ...one, shares: tenths / 10 } : one,
      );
      const short = checkStaff({ ...plan, staff }, programme).length > 0;
      // 4 classes x 4 periods = 16 a week, norm 19: 0.8 teachers.
      expect(short).toBe(tenths < 8);
    }),
  );
});

test('subjects that anybody teaches need no staff of their own', () => {
  const places = checkStaff({ ...plan, staff: [] }, programme).map(({ place }) => place);
  expect(places).toContain('Toán');
  expect(places).not.toContain('Nội dung giáo dục của địa phương');
});

test('more classes at once than classrooms must be put right, none recorded is told', () => {
  expect(checkRooms(plan)).toEqual([]);
  expect(checkRooms({ ...plan, classrooms: 3 })).toMatchObject([{ rule: 'rooms', severity: 'mustFix' }]);
  expect(checkRooms({ ...plan, classrooms: 0 })).toMatchObject([{ severity: 'warning' }]);
  expect(checkRooms({ ...rightPlan([]), classrooms: 0 })).toEqual([]);
});

test('a class in the afternoon does not need a morning room', () => {
  const two = rightPlan([classFact(6, '6A'), classFact(7, '7A')]);
  const dayLoads = two.dayLoads.map((row) =>
    row.grade === 7 ? { ...row, half: 'afternoon' as const } : row,
  );
  expect(checkRooms({ ...two, dayLoads, classrooms: 1 })).toEqual([]);
});
