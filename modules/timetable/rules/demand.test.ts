import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, lessonsOf, wholeParts } from './index.ts';
import { firstWeekToCome } from './school-weeks.ts';
import { changeOver, demandLeft } from './term-part.ts';
import { counter, smallGround } from './testing.ts';

describe('Broken periods', () => {
  test('become whole ones that add up to the total, none further than one from its part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.nat(40),
        (tenths, turn) => {
          const parts = tenths.map((value) => value / 10);
          const total = Math.round(parts.reduce((sum, part) => sum + part, 0));
          const whole = wholeParts(parts, total, turn);
          expect(whole.reduce((sum, part) => sum + part, 0)).toBe(total);
          for (const [index, part] of whole.entries())
            expect(Math.abs(part - parts[index]!)).toBeLessThan(1.01);
        },
      ),
    );
  });

  test('of two equal strands go to one of them in turn, so that classes and semesters differ', () => {
    expect(wholeParts([1.5, 1.5], 3, 0)).toEqual([2, 1]);
    expect(wholeParts([1.5, 1.5], 3, 1)).toEqual([1, 2]);
  });
});

test('Periods are cut into as many doubles as go', () => {
  expect(blocksOf(4, 1)).toEqual([2, 1, 1]);
  expect(blocksOf(3, 5)).toEqual([2, 1]);
  expect(blocksOf(1, 2)).toEqual([1]);
});

describe('The lessons of a school', () => {
  test('are what each class must have, with flag salute and class meeting at their place', () => {
    const { ground, demand } = smallGround();
    const { lessons, findings } = lessonsOf(ground, demand, counter());
    expect(findings).toEqual([]);
    const own = lessons.filter(({ classIds }) => classIds.includes('6A'));
    expect(own.reduce((sum, { duration }) => sum + duration, 0)).toBe(4 + 4 + 3);
    expect(own.filter(({ at }) => at).map(({ title, at }) => [title, at?.weekday, at?.period])).toEqual([
      ['Chào cờ', 1, 1],
      ['Sinh hoạt lớp', 6, 2],
    ]);
    expect(own.filter(({ subjectCode }) => subjectCode === 'LIT').map(({ duration }) => duration)).toEqual([
      2, 1, 1,
    ]);
  });

  test('without a teacher are named and still laid; a week too small for a class stops', () => {
    const { ground, demand } = smallGround();
    const nobody = {
      ...demand,
      assigned: demand.assigned.filter(({ subjectCode }) => subjectCode !== 'MATH'),
    };
    const without = lessonsOf(ground, nobody, counter());
    expect(without.findings).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('6A, Toán: 4 tiết chưa có giáo viên') },
      { severity: 'warning', message: expect.stringContaining('6B') },
    ]);
    expect(without.lessons.filter(({ subjectCode }) => subjectCode === 'MATH')).toHaveLength(8);
    const tight = {
      ...ground,
      frame: {
        ...ground.frame,
        sessions: ground.frame.sessions.filter(({ weekday }) => weekday === 1 || weekday === 6),
      },
    };
    expect(lessonsOf(tight, demand, counter()).findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Lớp 6A cần 11 tiết chính khoá một tuần, khung tuần của khối 6 chỉ có 4 tiết'),
    );
  });

  test('of a teacher with more periods than are open are refused in a sentence with both numbers', () => {
    const { ground, demand } = smallGround();
    const closed = ground.frame.sessions.flatMap(({ weekday, half, periods }) =>
      Array.from({ length: periods }, (_, index) => ({
        of: 'staff' as const,
        id: 'van',
        at: { weekday, half, period: index + 1 },
        wish: 'closed' as const,
      })),
    );
    const { findings } = lessonsOf({ ...ground, wishes: closed.slice(0, 8) }, demand, counter());
    expect(findings).toMatchObject([
      { severity: 'mustFix', message: expect.stringContaining('Cô Văn có 11 tiết nhưng chỉ còn 4 tiết') },
    ]);
  });
});

describe('Periods that do not go into the weeks of a semester', () => {
  test('change over once: first one whole number a week, then another, and all are held', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20 }), fc.integer({ min: 1, max: 90 }), (weeks, periods) => {
        const change = changeOver(periods / weeks, weeks);
        if (!change) {
          expect(periods).toBe(Math.round(periods / weeks) * weeks);
          return;
        }
        const { laid, then, after } = change;
        expect(laid * after + then * (weeks - after)).toBe(periods);
        expect(Math.abs(laid - then)).toBe(1);
        const need = { classId: '6A', subjectCode: 'MATH' };
        const left = demandLeft(
          { semester: 1, groups: [], subjects: [{ ...need, weekly: periods / weeks }], assigned: [] },
          [{ ...need, periods: laid * after }],
          { weeks, before: after, untold: 0 },
        );
        if (after < weeks) expect(left.subjects[0]!.weekly).toBeCloseTo(then);
      }),
    );
  });

  test('are named with the week of the change; a later timetable lays what is left, teachers with it', () => {
    const { ground, demand } = smallGround();
    const broken = {
      ...demand,
      span: { firstWeek: 1, weeks: 18 },
      subjects: demand.subjects.map((need) =>
        need.subjectCode === 'MATH' ? { ...need, weekly: 27 / 18 } : need,
      ),
      assigned: demand.assigned.map((one) =>
        one.subjectCode === 'MATH' ? { ...one, weekly: 27 / 18 } : one,
      ),
    };
    const laid = lessonsOf(ground, broken, counter());
    expect(laid.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(
        'Toán (6A, 6B): 2 tiết một tuần trong 9 tuần, sau đó 1 tiết một tuần. Trước tuần 10',
      ),
    );
    const held = ['6A', '6B'].map((classId) => ({ classId, subjectCode: 'MATH', periods: 18 }));
    const rest = ['6A', '6B'].flatMap((classId) =>
      ['LIT', 'EXP'].map((subjectCode) => ({
        classId,
        subjectCode,
        periods: subjectCode === 'LIT' ? 36 : 27,
      })),
    );
    const left = demandLeft(broken, [...held, ...rest], { weeks: 18, before: 9, untold: 0 });
    const after = lessonsOf(ground, { ...left, span: { firstWeek: 10, weeks: 9 } }, counter());
    const maths = after.lessons.filter(({ subjectCode }) => subjectCode === 'MATH');
    expect(maths.map(({ classIds, staffIds }) => [classIds, staffIds])).toEqual([
      [['6A'], ['toan']],
      [['6B'], ['toan']],
    ]);
    expect(after.lessons.filter(({ subjectCode }) => subjectCode === 'LIT')).toHaveLength(6);
    expect(after.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});

test('A new timetable is to hold from the first week that has not begun: the coming one, before the semester its first, in the last week that one', () => {
  const weeks = [
    { number: 19, semester: 2, startsOn: '2026-01-12', endsOn: '2026-01-18' },
    { number: 20, semester: 2, startsOn: '2026-01-19', endsOn: '2026-01-25' },
    { number: 21, semester: 2, startsOn: '2026-02-23', endsOn: '2026-03-01' },
  ];
  const from = (today: string) => firstWeekToCome(weeks, today)?.number;
  expect(['2025-09-01', '2026-01-11'].map(from)).toEqual([19, 19]);
  // A week under way is not changed, from its Monday on; a holiday between weeks belongs to none.
  expect(['2026-01-12', '2026-01-18', '2026-02-10'].map(from)).toEqual([20, 20, 21]);
  expect(['2026-02-23', '2026-06-01'].map(from)).toEqual([21, 21]);
  expect(firstWeekToCome([], '2026-01-12')).toBeUndefined();
});
