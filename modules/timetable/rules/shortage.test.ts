import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planMakeUp } from './make-up-places.ts';
import { shortages, urgencyOf, type YearPeriods } from './shortage.ts';
import { lesson, smallGround } from './testing.ts';

const year = (subjectCode: string, minimum: number, planned = minimum): YearPeriods => ({
  ...{ classId: '6A', subjectCode, minimum, planned },
});
const lost = (subjectCode: string, periods: number) => ({ classId: '6A', subjectCode, periods });

test('A subject lacks what it lost, less what the plan has above the programme; nothing lost, nothing lacking', () => {
  const found = shortages(
    [year('LIT', 140, 142), year('MATH', 140), year('MUS', 35)],
    [lost('LIT', 2), lost('MATH', 3)],
  );
  expect([...found]).toEqual([['6A MATH', { missing: 3, minimum: 140 }]]);
});

test('One period of 35 is missed more than two of 140, and any that is lacking more than one that is not', () => {
  const found = shortages(
    [year('LIT', 140), year('MATH', 35), year('EXP', 400)],
    [...[lost('LIT', 2), lost('MATH', 1), lost('EXP', 1)]],
  );
  const urgency = (subjectCode: string) => urgencyOf(found, lesson({ id: subjectCode, subjectCode }));
  expect(['MATH', 'LIT', 'EXP', 'MUS'].map(urgency)).toEqual([3, 1, 1, 0]);
});

test('More lost never makes a subject less urgent, and a group of session 2 never is', () => {
  fc.assert(
    fc.property(
      fc.nat(20),
      fc.nat(20),
      fc.integer({ min: 1, max: 200 }),
      fc.nat(10),
      (one, more, minimum, spare) => {
        const urgency = (periods: number, kind: 'lesson' | 'group') =>
          urgencyOf(
            shortages([year('LIT', minimum, minimum + spare)], [lost('LIT', periods)]),
            lesson({ id: 'x', kind }),
          );
        expect(urgency(one + more, 'lesson')).toBeGreaterThanOrEqual(urgency(one, 'lesson'));
        expect(urgency(one, 'lesson') > 0).toBe(one > spare);
        expect(urgency(one + more, 'group')).toBe(0);
      },
    ),
  );
});

test('The one free period of a class is for the subject that lacks more of its year, not for the one that was lost first', () => {
  const { ground } = smallGround();
  const day = '2025-09-13';
  const own = [1, 2].map((period) =>
    lesson({ id: `held ${period}`, at: { weekday: 6, half: 'morning', period } }),
  );
  const to = {
    ...{ ground, days: [day], away: new Set<string>(), takenOn: new Map() },
    held: own.slice(1).map((one) => ({ lesson: one, day, at: one.at!, staffIds: [], roomId: null })),
  };
  const waiting = [
    lesson({ id: 'first', at: { weekday: 1, half: 'morning', period: 1 } }),
    lesson({
      id: 'second',
      subjectCode: 'MATH',
      staffIds: ['toan'],
      at: { weekday: 1, half: 'morning', period: 2 },
    }),
  ];
  const placed = (shortage: ReturnType<typeof shortages>) =>
    planMakeUp({ ...to, shortage }, waiting).places.map((place) => place?.period);
  const lacking = shortages([year('LIT', 140), year('MATH', 35)], [lost('LIT', 1), lost('MATH', 1)]);
  expect(placed(lacking)).toEqual([undefined, 1]);
  // Were nothing lacking, the first would have it.
  expect(placed(new Map())).toEqual([1, undefined]);
});
