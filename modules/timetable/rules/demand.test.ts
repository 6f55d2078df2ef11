import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, lessonsOf, wholeParts } from './index.ts';
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
