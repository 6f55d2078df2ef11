import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lessonsOf } from './demand.ts';
import type { Ground } from './ground.ts';
import { roomierFrame } from './roomier-frame.ts';
import { counter, lesson, smallGround } from './testing.ts';

const { ground: small, demand } = smallGround();
const bells = [1, 2, 3, 4, 5].map((period) => ({
  ...{ half: 'morning' as const, period },
  ...{ startsAt: `0${5 + period}:00`, endsAt: `0${5 + period}:45` },
}));
const ground: Ground = { ...small, frame: { ...small.frame, bells } };
const many = (count: number, classId = '6A') =>
  Array.from({ length: count }, (_, index) => lesson({ id: `${classId} ${index}`, classIds: [classId] }));

test('The shortest half day gets what a grade lacks, the one that ends with an event last', () => {
  const meeting = { kind: 'class' as const, name: 'Sinh hoạt lớp', duration: 1, grades: null, teamId: null };
  const own = {
    ...ground,
    events: [{ ...meeting, at: { weekday: 1, half: 'morning' as const, period: 2 } }],
  };
  expect(roomierFrame(own, many(13))?.longer).toMatchObject([{ grade: 6, weekday: 2, periods: 3, more: 1 }]);
  // Twelve there are.
  expect(roomierFrame(own, many(12))).toBeUndefined();
});

test('A half period that is taught every other week takes a whole one, two of a class one together', () => {
  const rules = ground.subjectRules.map((rule) => ({ ...rule, alternates: true, doubles: 0 }));
  const own = { ...ground, subjectRules: rules };
  const needs = demand.subjects.map((need) => ({ ...need, weekly: need.weekly + 0.5 }));
  const { lessons, findings } = lessonsOf(own, { ...demand, subjects: needs }, counter());
  expect(findings.filter(({ severity }) => severity === 'mustFix')).toHaveLength(2);
  const found = roomierFrame(own, lessons);
  expect(found?.longer).toMatchObject([{ grade: 6, weekday: 1, periods: 3, more: 1 }]);
  const wider = { ...own, frame: { ...own.frame, sessions: found!.sessions } };
  expect(
    lessonsOf(wider, { ...demand, subjects: needs }, counter()).findings.filter(({ message }) =>
      message.includes('khung tuần'),
    ),
  ).toEqual([]);
});

test('No half day is longer than a session, a day or the bells allow; a grade that cannot have all it lacks has nothing', () => {
  fc.assert(
    fc.property(
      fc.nat(40),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 2, max: 6 }),
      (count, perSession, perDay) => {
        const limits = { ...ground.limits, periodsPerSession: perSession, periodsPerDay: perDay };
        const found = roomierFrame({ ...ground, limits }, many(count));
        const most = 6 * Math.min(perSession, perDay, 5);
        expect(found !== undefined).toBe(count > 12 && count <= most);
        for (const { periods } of found?.longer ?? [])
          expect(periods).toBeLessThanOrEqual(Math.min(perSession, perDay, 5));
        if (found) expect(found.longer.reduce((sum, { more }) => sum + more, 0)).toBe(count - 12);
      },
    ),
  );
});
