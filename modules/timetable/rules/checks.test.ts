import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardOf, checkTimetable, figuresOf, judgeCell, type Lesson, type RuleId } from './index.ts';
import { lesson, smallGround } from './testing.ts';

const { ground } = smallGround();
const at = (weekday: number, period = 1, half: 'morning' | 'afternoon' = 'morning') => ({
  weekday,
  half,
  period,
});
const rulesOf = (lessons: Lesson[], over = {}) =>
  [...new Set(checkTimetable({ ...ground, ...over }, lessons).map(({ rule }) => rule))].sort();

describe('What a timetable breaks is found', () => {
  const one = lesson({ id: '1' });
  const cases: [RuleId[], string, Lesson[], object?][] = [
    [[], 'two classes with a teacher each', [one, lesson({ id: '2', classIds: ['6B'], staffIds: ['toan'] })]],
    [['teacherClash'], 'one teacher in two classes', [one, lesson({ id: '2', classIds: ['6B'] })]],
    [['classClash'], 'one class with two teachers', [one, lesson({ id: '2', staffIds: ['toan'] })]],
    [
      ['roomClash'],
      'two classes in one room',
      [
        lesson({ id: '1', roomId: 'room 6A' }),
        lesson({ id: '2', roomId: 'room 6A', classIds: ['6B'], staffIds: [] }),
      ],
    ],
    [
      ['outsideSession'],
      'a lesson in the afternoon of a morning class',
      [lesson({ id: '1', at: at(2, 1, 'afternoon') })],
    ],
    [
      ['outsideSession'],
      'a double lesson over the end of the morning',
      [lesson({ id: '1', duration: 2, at: at(2, 2) })],
    ],
    [
      ['mixedSession'],
      'a group of session 2 in a morning of the programme',
      [lesson({ id: '1', kind: 'group', session: 2, title: 'Nhóm' })],
    ],
    [['unplaced'], 'a lesson without a place', [lesson({ id: '1', at: null })]],
    [
      ['closed'],
      'a period the teacher has closed',
      [one],
      { wishes: [{ of: 'staff', id: 'van', at: at(2), wish: 'closed' }] },
    ],
    [
      ['takenElsewhere'],
      'a shared teacher who is in the other school',
      [one],
      { taken: [{ staffId: 'van', school: 'Trường B', at: at(2), duration: 1 }] },
    ],
    [
      ['subjectPerDay'],
      'a subject more often a day than wished',
      [one, lesson({ id: '2', at: at(2, 2) })],
      { subjectRules: [{ ...ground.subjectRules[0]!, mostPerDay: 1 }] },
    ],
    [
      ['dayLength'],
      'more periods a day than allowed',
      [one, lesson({ id: '2', at: at(2, 2) })],
      { limits: { ...ground.limits, periodsPerDay: 1 } },
    ],
    [
      ['weekSessions'],
      'more sessions a week than allowed',
      [one, lesson({ id: '2', at: at(3) })],
      { limits: { ...ground.limits, sessionsPerWeek: 1 } },
    ],
  ];
  test.each(cases)('%j: %s', (rules, _, lessons, over) => {
    expect(rulesOf(lessons, over)).toEqual(rules);
  });

  test('flag salute of several classes with one teacher is no clash', () => {
    const salute = (id: string, classId: string) =>
      lesson({ id, kind: 'event', title: 'Chào cờ', classIds: [classId] });
    expect(rulesOf([salute('1', '6A'), salute('2', '6B')])).toEqual([]);
  });
});

describe('A cell', () => {
  test('is free, asks others to give way, or is forbidden, and says why', () => {
    const lifted = lesson({ id: '1' });
    const other = lesson({ id: '2', classIds: ['6B'], at: at(3) });
    const held = lesson({ id: '3', subjectCode: 'MATH', staffIds: ['toan'], at: at(4), locked: true });
    const board = boardOf(ground, [lifted, other, held]);
    expect(judgeCell(board, lifted, at(5))).toMatchObject({ state: 'free', reasons: [] });
    expect(judgeCell(board, lifted, at(3))).toMatchObject({
      state: 'swap',
      reasons: ['Cô Văn đang có Văn 6B.'],
      inTheWay: [{ id: '2' }],
    });
    expect(judgeCell(board, lifted, at(4))).toMatchObject({
      state: 'forbidden',
      reasons: ['Lớp 6A có Toán 6A đã khoá.'],
    });
    expect(judgeCell(board, lifted, at(5, 1, 'afternoon')).state).toBe('forbidden');
  });

  test('that is called free breaks no rule when the lesson is laid there, whatever else lies on the board', () => {
    const slot = fc.record({
      weekday: fc.integer({ min: 1, max: 6 }),
      period: fc.integer({ min: 1, max: 2 }),
    });
    const some = fc.array(
      fc.record({
        slot,
        classId: fc.constantFrom('6A', '6B'),
        staffId: fc.constantFrom('van', 'toan'),
        locked: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, slot, (rows, target) => {
        const others = rows.map(({ slot: { weekday, period }, classId, staffId, locked }, index) =>
          lesson({
            id: `${index}`,
            classIds: [classId],
            staffIds: [staffId],
            locked,
            at: at(weekday, period),
          }),
        );
        const lifted = lesson({ id: 'lifted', at: null });
        const verdict = judgeCell(
          boardOf(ground, [...others, lifted]),
          lifted,
          at(target.weekday, target.period),
        );
        const laid = { ...lifted, at: at(target.weekday, target.period) };
        const broken = checkTimetable(ground, [...others, laid]).filter(
          ({ severity, lessonIds }) => severity === 'mustFix' && lessonIds.includes('lifted'),
        );
        expect(broken.length === 0).toBe(verdict.state === 'free');
      }),
      { numRuns: 200 },
    );
  });

  test('judged for a whole week of 45 classes takes well under 50 ms', () => {
    const classes = Array.from({ length: 45 }, (_, index) => ({
      ...ground.classes[0]!,
      id: `${index}`,
      name: `${index}`,
    }));
    const big = { ...ground, classes };
    const lessons = classes.flatMap(({ id }, index) =>
      Array.from({ length: 12 }, (_, place) =>
        lesson({
          id: `${id}.${place}`,
          classIds: [id],
          staffIds: [`${(index * 7 + place) % 80}`],
          at: at(1 + (place % 6), 1 + Math.floor(place / 6)),
        }),
      ),
    );
    const slots = [1, 2, 3, 4, 5, 6].flatMap((weekday) => [1, 2].map((period) => at(weekday, period)));
    const board = boardOf(big, lessons);
    const times = lessons.slice(0, 40).map((one) => {
      const began = performance.now();
      for (const place of slots) judgeCell(board, one, place);
      return performance.now() - began;
    });
    expect(times.sort((a, b) => a - b)[20]!).toBeLessThan(50);
  });
});

test('Figures count gaps, half days and what is late', () => {
  const lessons = [
    lesson({ id: '1', at: at(2, 1) }),
    lesson({ id: '2', at: at(3, 1), classIds: ['6B'] }),
    lesson({ id: '3', at: null, subjectCode: 'MATH' }),
  ];
  expect(figuresOf(ground, lessons)).toMatchObject({
    lessons: 3,
    unplaced: 1,
    mustFix: 1,
    teacherGaps: 0,
    teacherHalfDays: 2,
    singleHalfDays: 2,
  });
});
