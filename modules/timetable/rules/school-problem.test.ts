import { describe, expect, test } from 'vitest';
import { State, schoolSchema } from '#engines/timetable';
import { EngineSchool } from './engine-school.ts';
import { formerPlaces } from './former.ts';
import {
  checkTimetable,
  defaultGoals,
  type Ground,
  type Lesson,
  lessonsOf,
  slotOfKey,
  whyNotRoom,
} from './index.ts';
import { schoolProblem } from './school-problem.ts';
import { SchoolSearch } from './school-search.ts';
import { counter, lesson, smallGround } from './testing.ts';

const { ground, demand } = smallGround();
const lessonsFor = (own: Ground) => lessonsOf(own, demand, counter()).lessons;

/** Searches until nothing is broken (or long enough), and lays the lessons where the search has them. */
function laid(own: Ground, lessons: readonly Lesson[]): Lesson[] {
  const search = new SchoolSearch({ ground: own, goals: defaultGoals, lessons }, 1, null);
  let best = search.news();
  for (let step = 0; step < 400 && !(best && best.unplaced === 0 && best.hard === 0); step += 1) {
    search.work();
    best = search.news() ?? best;
  }
  return lessons.map((one) => {
    const place = best?.places[one.id];
    return place ? { ...one, at: slotOfKey(place.slot), roomId: place.roomId } : one;
  });
}

const broken = (own: Ground, lessons: readonly Lesson[]) =>
  checkTimetable(own, lessons).filter(({ severity }) => severity === 'mustFix');

describe('The problem of a school', () => {
  test('is written in the engine’s own form, whatever the school has', () => {
    const own: Ground = {
      ...ground,
      frame: { ...ground.frame, noonClasses: 1, travelPeriods: 1 },
      classes: ground.classes.map((one, index) => ({ ...one, siteId: `site ${index}` })),
      groups: [
        { id: 'g', pupils: 20 },
        { id: 'h', pupils: 12 },
      ],
      groupsSharing: [['g', 'h']],
      wishes: (['closed', 'avoid', 'prefer'] as const).flatMap((wish, period) =>
        (['staff', 'class', 'room'] as const).map((of) => ({
          ...{ of, wish, id: of === 'staff' ? 'van' : of === 'class' ? '6A' : 'room 6A' },
          at: { weekday: 3, half: 'morning' as const, period: period + 1 },
        })),
      ),
    };
    const group = (id: string) =>
      lesson({
        id: `of ${id}`,
        kind: 'group',
        session: 2,
        title: 'Nhóm',
        studyGroupId: id,
        classIds: ['6A', '6B'],
        at: null,
      });
    const lessons = [...lessonsFor(own), group('g'), group('h')];
    const { school, parts } = schoolProblem(own, defaultGoals, lessons);
    expect(schoolSchema.parse(school)).toEqual(school);
    expect(parts).toHaveLength(school.constraints.length);
    expect(new Set(parts)).toContain('noonPlaces');
    expect(school.constraints.map(({ type }) => type)).toContain('travel');
    const problem = new EngineSchool(own, defaultGoals, lessons);
    expect(problem.lessonAt(problem.meetOf('of g')).id).toBe('of g');
  });

  test('names whoever stands in the lessons though no longer at the school, instead of falling over', () => {
    const old = lesson({ id: 'old', staffIds: ['gone'], classIds: ['class of last year'] });
    const school = new EngineSchool(ground, defaultGoals, [old]);
    const state = new State(school.problem);
    school.layOne(state, 0, old.at!, null, true);
    expect(school.read(state)).toMatchObject({ old: { roomId: null } });
    expect(school.whoIs(school.resourceOf('staff', 'gone'))).toEqual({ kind: 'staff', id: 'gone' });
  });
});

describe('The goals of the principal', () => {
  const only = (goal: keyof typeof defaultGoals) => ({
    ...(Object.fromEntries(Object.keys(defaultGoals).map((name) => [name, 0])) as typeof defaultGoals),
    [goal]: 2,
  });

  test('each become a rule of the engine when wished, and none when not', () => {
    const busy = Array.from({ length: 12 }, (_, index) =>
      lesson({ id: `more ${index}`, staffIds: ['van', 'toan'], at: null }),
    );
    const lessons = [...lessonsFor(ground), ...busy];
    const former = formerPlaces(
      lessons,
      laid(ground, lessonsFor(ground)).map((one) => ({ ...one, id: `old ${one.id}` })),
    );
    const partsOf = (goals: typeof defaultGoals) =>
      new Set(schoolProblem(ground, goals, lessons, { former }).parts);
    for (const goal of ['longRuns', 'teacherRest', 'fairShare', 'stability'] as const) {
      expect(partsOf(only(goal))).toContain(goal);
      expect(partsOf({ ...defaultGoals, [goal]: 0 })).not.toContain(goal);
    }
  });

  test('a timetable made anew stays where the one used now has its lessons, and goes elsewhere without the wish', () => {
    const find = (goals: typeof defaultGoals, lessons: readonly Lesson[], former = {}) => {
      const search = new SchoolSearch({ ground, goals, lessons, former }, 9, null);
      for (let step = 0; step < 300 && !search.done; step += 1) search.work();
      return search.news()!.places;
    };
    const lessons = lessonsFor(ground);
    const places = find(defaultGoals, lessons);
    const now = lessons.map((one) => ({ ...one, at: slotOfKey(places[one.id]!.slot) }));
    const anew = lessons.toReversed().map((one) => ({ ...one, id: `new ${one.id}` }));
    const former = formerPlaces(anew, now);
    const moved = (stability: number) => {
      const found = find({ ...defaultGoals, stability }, anew, former);
      return anew.filter(({ id, locked }) => !locked && found[id]?.slot !== former[id]).length;
    };
    expect(moved(4)).toBe(0);
    expect(moved(0)).toBeGreaterThan(0);
    // A lesson that is new, or was not placed, has no former place; a locked one stands anyway.
    expect(formerPlaces([lesson({ id: 'x', subjectCode: 'ART' })], now)).toEqual({});
    expect(formerPlaces([{ ...anew[0]!, locked: true }], now)).toEqual({});
  });
});

describe('A timetable found by the search', () => {
  const lab = (id: string, capacity: number) => ({
    ...{ id, name: id, kind: 'computerRoom', capacity, equipment: [] as string[], siteId: null },
  });
  const withRooms = (...capacities: number[]): Ground => ({
    ...ground,
    rooms: [...ground.rooms, ...capacities.map((capacity, index) => lab(`lab ${index}`, capacity))],
    subjectRules: ground.subjectRules.map((rule) =>
      rule.subjectCode === 'MATH' ? { ...rule, roomKind: 'computerRoom' } : rule,
    ),
  });

  test('puts a class only in rooms of the kind with places for all its pupils', () => {
    const own = withRooms(20, 50);
    const found = laid(own, lessonsFor(own));
    expect(broken(own, found)).toEqual([]);
    const maths = found.filter(({ subjectCode }) => subjectCode === 'MATH');
    expect(new Set(maths.map(({ roomId }) => roomId))).toEqual(new Set(['lab 1']));
  });

  test('puts a subject only in rooms that have the equipment it asks for, in the own room where that has it', () => {
    const own = withRooms(50, 50);
    const rooms = own.rooms.map((room) => ({
      ...room,
      equipment: { 'lab 0': ['Loa'], 'lab 1': ['Máy chiếu'], 'room 6A': ['Máy chiếu', 'Loa'] }[room.id] ?? [],
    }));
    const asks = (subjectCode: string) => (subjectCode === 'LIT' ? ['máy chiếu'] : ['LOA']);
    const rules = own.subjectRules.map((rule) => ({ ...rule, equipment: asks(rule.subjectCode) }));
    const equipped = { ...own, rooms, subjectRules: rules };
    const found = laid(equipped, lessonsFor(equipped));
    expect(broken(equipped, found)).toEqual([]);
    const roomsOf = (code: string, classId: string) =>
      new Set(
        found.flatMap(({ subjectCode, classIds, roomId }) =>
          subjectCode === code && classIds.includes(classId) ? [roomId] : [],
        ),
      );
    expect(roomsOf('MATH', '6A')).toEqual(new Set(['lab 0']));
    expect(roomsOf('LIT', '6A')).toEqual(new Set(['room 6A']));
    expect(roomsOf('LIT', '6B')).toEqual(new Set(['lab 1']));
    expect(checkTimetable(equipped, found).map(({ rule }) => rule)).not.toContain('roomUnequipped');
  });

  test('says of equipment that no room has, before and after, and lays the subject all the same', () => {
    const own = withRooms(50);
    const rules = own.subjectRules.map((rule) => ({ ...rule, equipment: ['Kính thiên văn'] }));
    const wanting = { ...own, subjectRules: rules };
    const made = lessonsOf(wanting, demand, counter());
    expect(made.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Toán cần kính thiên văn, không phòng nào của loại này có kính thiên văn'),
    );
    const found = laid(wanting, made.lessons);
    expect(broken(wanting, found)).toEqual([]);
    const [maths] = found.filter(({ subjectCode }) => subjectCode === 'MATH');
    expect(whyNotRoom(wanting, found, maths!, wanting.rooms[1]!)).toEqual(
      expect.arrayContaining(['không phải phòng Tin học', 'không có kính thiên văn']),
    );
    expect(checkTimetable(wanting, found).map(({ message }) => message)).toContainEqual(
      'Toán 6A: lab 0 không có kính thiên văn.',
    );
  });

  test('takes the small room when there is no larger one, and that is told before and after', () => {
    const own = withRooms(20);
    const made = lessonsOf(own, demand, counter());
    expect(made.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('lớp có 35 học sinh, phòng lớn nhất của loại này chỉ có 20 chỗ'),
    );
    const found = laid(own, made.lessons);
    expect(broken(own, found)).toEqual([]);
    expect(checkTimetable(own, found).map(({ rule }) => rule)).toContain('roomTooSmall');
  });

  test('keeps no more classes over noon than there are places', () => {
    const own: Ground = {
      ...ground,
      frame: {
        ...ground.frame,
        noonClasses: 1,
        bells: [...ground.frame.bells, { half: 'afternoon', period: 1, startsAt: '13:30', endsAt: '14:15' }],
        sessions: [
          ...ground.frame.sessions,
          ...[1, 2, 3, 4, 5].map((weekday) => ({
            ...{ grade: 6, weekday, half: 'afternoon' as const, session: 2 as const, periods: 1 },
          })),
        ],
      },
      groups: ['g', 'h'].map((id) => ({ id, pupils: 15 })),
    };
    const groups = ['g', 'h'].flatMap((id, index) =>
      [1, 2].map((nth) =>
        lesson({
          ...{ id: `${id}${nth}`, kind: 'group', session: 2, title: id, studyGroupId: id, at: null },
          ...{ classIds: [index === 0 ? '6A' : '6B'], staffIds: [index === 0 ? 'van' : 'toan'] },
        }),
      ),
    );
    const found = laid(own, [...lessonsFor(own), ...groups]);
    expect(broken(own, found)).toEqual([]);
    const days = (id: string) => found.filter((one) => one.title === id).map(({ at }) => at!.weekday);
    expect(days('g').filter((day) => days('h').includes(day))).toEqual([]);
  });

  test('leaves teachers a period for the way between two sites', () => {
    const own: Ground = {
      ...ground,
      frame: { ...ground.frame, travelPeriods: 1 },
      classes: ground.classes.map((one, index) => ({ ...one, siteId: `site ${index}` })),
    };
    const both = ['6A', '6B'].flatMap((classId) =>
      [1, 2, 3].map((nth) => lesson({ id: `${classId}${nth}`, classIds: [classId], at: null })),
    );
    const found = laid(own, both);
    expect(broken(own, found)).toEqual([]);
    const days = (id: string) =>
      new Set(found.filter(({ classIds }) => classIds.includes(id)).map(({ at }) => at!.weekday));
    expect([...days('6A')].filter((day) => days('6B').has(day))).toEqual([]);
  });
});
