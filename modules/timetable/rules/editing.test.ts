import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Editing } from './editing.ts';
import { checkTimetable, defaultGoals, type Lesson, slotKey } from './index.ts';
import { lesson, smallGround } from './testing.ts';

const { ground } = smallGround();
const at = (weekday: number, period = 1, half: 'morning' | 'afternoon' = 'morning') => ({
  weekday,
  half,
  period,
});
const goals = { ...defaultGoals, teacherHalfDays: 0, evenDays: 0, subjectSpread: 0 };
const mustFix = (lessons: readonly Lesson[]) =>
  checkTimetable(ground, lessons)
    .filter(({ severity, rule }) => severity === 'mustFix' && rule !== 'unplaced')
    // Who and when: of three in one place two may be left.
    .map(({ message }) => message.split(' có ')[0])
    .sort();

/** Lessons of two classes and two teachers, laid by luck. */
const someLessons = fc
  .array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 6 }),
      period: fc.integer({ min: 1, max: 2 }),
      classId: fc.constantFrom('6A', '6B'),
      staffId: fc.constantFrom('van', 'toan'),
      locked: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ weekday, period, classId, staffId, locked }, index) =>
      lesson({ id: `${index}`, classIds: [classId], staffIds: [staffId], locked, at: at(weekday, period) }),
    ),
  );

describe('A cell', () => {
  test('is free, in conflict or closed, and says why with names', () => {
    const lifted = lesson({ id: '1', at: at(2) });
    const other = lesson({ id: '2', classIds: ['6B'], at: at(3) });
    const held = lesson({ id: '3', subjectCode: 'MATH', staffIds: ['toan'], at: at(4), locked: true });
    const closed = { of: 'staff' as const, id: 'van', at: at(6), wish: 'closed' as const };
    const editing = new Editing({
      ground: { ...ground, wishes: [closed] },
      goals,
      lessons: [lifted, other, held],
    });
    const week = editing.week('1');
    expect(week.get(slotKey(at(2)))?.state).toBe('here');
    expect(week.get(slotKey(at(5)))).toMatchObject({ state: 'free', inTheWay: [] });
    expect(week.get(slotKey(at(3)))).toMatchObject({ state: 'conflict', inTheWay: ['2'] });
    expect(week.get(slotKey(at(3)))?.reasons[0]).toBe('Cô Văn đang có Văn 6B.');
    expect(week.get(slotKey(at(4)))?.reasons[0]).toBe('Lớp 6A có Toán 6A đã khoá.');
    expect(week.get(slotKey(at(6)))).toMatchObject({
      state: 'closed',
      reasons: ['Cô Văn đã đóng tiết 1 sáng Thứ Bảy.'],
    });
    expect(editing.week('nobody').size).toBe(0);
  });

  test('has a price in points of the goals: an avoided period is dearer, and so is a gap of the teacher', () => {
    const avoided = { of: 'staff' as const, id: 'van', at: at(5), wish: 'avoid' as const };
    const editing = new Editing({
      ground: { ...ground, wishes: [avoided] },
      goals,
      lessons: [lesson({ id: '1', at: at(2) })],
    });
    const week = editing.week('1');
    expect(week.get(slotKey(at(4)))?.cost).toBe(0);
    expect(week.get(slotKey(at(5)))).toMatchObject({
      cost: 4,
      reasons: ['Trái mong muốn về giờ: tiết 1 sáng Thứ Sáu.'],
    });
  });

  test('that is called free breaks no rule when the lesson is laid there, one in conflict breaks one', () => {
    fc.assert(
      fc.property(
        someLessons,
        fc.constantFrom(...[1, 2, 3, 4, 5, 6].flatMap((day) => [at(day), at(day, 2)])),
        (others, target) => {
          const lifted = lesson({ id: 'lifted', at: null });
          const verdict = new Editing({ ground, goals, lessons: [...others, lifted] })
            .week('lifted')
            .get(slotKey(target))!;
          const laid = { ...lifted, at: target };
          const broken = checkTimetable(ground, [...others, laid]).filter(
            ({ severity, lessonIds }) => severity === 'mustFix' && lessonIds.includes('lifted'),
          );
          if (broken.length > 0) expect(verdict.state).toBe('conflict');
          if (verdict.state === 'free') expect(broken).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('means the same after moves told one by one as for a timetable opened anew', () => {
    fc.assert(
      fc.property(
        someLessons,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 8 }),
        (lessons, moves) => {
          fc.pre(lessons.length > 0);
          const editing = new Editing({ ground, goals, lessons });
          const now = [...lessons];
          for (const [pick, weekday, out] of moves) {
            const index = pick % now.length;
            now[index] = { ...now[index]!, at: out ? null : at(weekday), locked: out };
            editing.change([now[index]!]);
          }
          expect(editing.week('0')).toEqual(new Editing({ ground, goals, lessons: now }).week('0'));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('A chain', () => {
  test('brings the lesson where it is wanted, moves no locked one, and breaks nothing that was kept', () => {
    let found = 0;
    fc.assert(
      fc.property(someLessons, fc.integer({ min: 1, max: 6 }), (lessons, weekday) => {
        fc.pre(lessons.length > 0);
        const [wanted] = lessons;
        const before = mustFix(lessons);
        for (const { moves } of new Editing({ ground, goals, lessons }).chains(wanted!.id, at(weekday))) {
          found += 1;
          expect(moves[0]).toMatchObject({ lessonId: wanted!.id, at: at(weekday) });
          expect(moves.length).toBeLessThanOrEqual(4);
          const places = new Map(moves.map((move) => [move.lessonId, move]));
          expect(lessons.filter(({ id, locked }) => locked && places.has(id))).toEqual([]);
          const after = mustFix(lessons.map((one) => ({ ...one, at: places.get(one.id)?.at ?? one.at })));
          expect(after.filter((message) => !before.includes(message))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(0);
  });

  test('of a locked lesson, or to a period that does not exist, there is none', () => {
    const held = lesson({ id: '1', at: at(2), locked: true });
    const editing = new Editing({ ground, goals, lessons: [held] });
    expect(editing.chains('1', at(3))).toEqual([]);
    expect(editing.chains('1', at(3, 7))).toEqual([]);
  });
});
