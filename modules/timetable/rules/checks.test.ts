import { describe, expect, test } from 'vitest';
import { checkTimetable, figuresOf, type Lesson, type RuleId } from './index.ts';
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
      { taken: [{ staffId: 'van', school: 'Trường B', weeks: null, at: at(2), duration: 1 }] },
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
      ['roomTooSmall'],
      'a class in a room with fewer places than pupils, once for all its lessons there',
      [lesson({ id: '1', roomId: 'room 6A' }), lesson({ id: '2', roomId: 'room 6A', at: at(3) })],
      { rooms: ground.rooms.map((room) => ({ ...room, capacity: 30 })) },
    ],
    [
      ['noonPlaces'],
      'more classes over noon than there are places, a group of session 2 counted',
      [
        one,
        lesson({
          id: '2',
          kind: 'group',
          session: 2,
          title: 'Nhóm',
          staffIds: [],
          at: at(2, 1, 'afternoon'),
        }),
      ],
      {
        frame: {
          ...ground.frame,
          noonClasses: 0,
          sessions: [
            ...ground.frame.sessions,
            { grade: 6, weekday: 2, half: 'afternoon', session: 2, periods: 2 },
          ],
        },
      },
    ],
    [
      ['travel'],
      'a teacher at two sites without a period for the way',
      [one, lesson({ id: '2', classIds: ['6B'], at: at(2, 2) })],
      {
        frame: { ...ground.frame, travelPeriods: 1 },
        classes: ground.classes.map((schoolClass, index) => ({ ...schoolClass, siteId: `site ${index}` })),
      },
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
