import { describe, expect, test } from 'vitest';
import { State, schoolSchema } from '#engines/timetable';
import { Editing } from './editing.ts';
import { EngineSchool } from './engine-school.ts';
import { formerPlaces } from './former.ts';
import {
  checkTimetable,
  type Demand,
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
    school.layOne(state, old.id, old.at!, null, true);
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
      for (let step = 0; step < 1200 && !search.done; step += 1) search.work();
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

const lab = (id: string, capacity: number) => ({
  ...{ id, name: id, kind: 'computerRoom', capacity, equipment: [] as string[], siteId: null },
});

describe('A timetable found by the search', () => {
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

describe('Groups of an elective block', () => {
  // 6A takes geography, 6B biology; some of each class chose the other one.
  const group = (id: string, subjectCode: string, of6A: number, of6B: number) => ({
    ...{
      id,
      name: `Nhóm ${id}`,
      subjectCode,
      teacherId: null,
      periodsPerWeek: 2,
      kind: 'elective',
      grade: 6,
    },
    ...{
      confirmed: true,
      block: 'Lượt 1',
      classIds: ['6A', '6B'],
      pupilsOfClass: { '6A': of6A, '6B': of6B },
    },
  });
  const groups = [group('geo', 'GEO', 20, 10), group('bio', 'BIO', 15, 25)];
  const school: Ground = {
    ...ground,
    teachers: [
      ...ground.teachers,
      ...['dia', 'sinh'].map((id) => ({ id, name: id, teamId: null, postedFrom: null })),
    ],
    groups: [
      { id: 'geo', pupils: 30 },
      { id: 'bio', pupils: 40 },
    ],
  };
  const asked = {
    ...demand,
    subjects: [
      ...demand.subjects.map((one) => (one.weekly === 4 ? { ...one, weekly: 3 } : one)),
      { classId: '6A', subjectCode: 'GEO', weekly: 2 },
      { classId: '6B', subjectCode: 'BIO', weekly: 2 },
    ],
    assigned: [
      ...demand.assigned.map((one) => (one.weekly === 4 ? { ...one, weekly: 3 } : one)),
      { classId: '6A', subjectCode: 'GEO', strand: '', staffId: 'dia', weekly: 2 },
      { classId: '6B', subjectCode: 'BIO', strand: '', staffId: 'sinh', weekly: 2 },
    ],
    groups,
    chosen: [
      { classId: '6A', kind: 'elective', subjectCode: 'GEO' },
      { classId: '6B', kind: 'elective', subjectCode: 'BIO' },
    ],
  };
  const { lessons, findings } = lessonsOf(school, asked, counter());
  const ofBlock = lessons.filter(({ block }) => block !== null);

  test('stand for the elective of each class, with pupils, the teacher assigned and a room of their own', () => {
    expect(
      lessons.filter(({ kind, subjectCode }) => kind === 'lesson' && /GEO|BIO/.test(subjectCode ?? '')),
    ).toEqual([]);
    expect(
      ofBlock.map(({ studyGroupId, block, staffIds, roomId, session }) => [
        studyGroupId,
        block,
        staffIds,
        roomId,
        session,
      ]),
    ).toEqual([
      ['geo', '6 Lượt 1 1', ['dia'], 'room 6A', 1],
      ['bio', '6 Lượt 1 1', ['sinh'], 'room 6B', 1],
      ['geo', '6 Lượt 1 2', ['dia'], 'room 6A', 1],
      ['bio', '6 Lượt 1 2', ['sinh'], 'room 6B', 1],
    ]);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  test('are laid side by side, and no class has anything else then', () => {
    const found = laid(school, lessons);
    expect(broken(school, found)).toEqual([]);
    expect(found.every(({ at }) => at)).toBe(true);
    for (const own of Map.groupBy(ofBlock, ({ block }) => block).values()) {
      const places = own.map(({ id }) => found.find((one) => one.id === id)!.at);
      expect(places[1]).toEqual(places[0]);
    }
    // And torn apart, or beside a lesson of a class, they are named.
    const [geo] = ofBlock;
    const free = found.find(({ subjectCode, classIds }) => subjectCode === 'LIT' && classIds[0] === '6B')!.at;
    const torn = found.map((one) => (one.id === geo!.id ? { ...one, at: free } : one));
    expect(new Set(broken(school, torn).map(({ rule }) => rule))).toEqual(
      new Set(['blockSplit', 'classClash', 'roomClash']),
    );
  });

  test('of a subject that asks for a kind of room have another of it where the first is taken; two of them never the same', () => {
    const rule = { ...school.subjectRules[0]!, doubles: 0, demanding: false, roomKind: 'computerRoom' };
    const slots = [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
      [1, 2].map((period) => ({ weekday, half: 'morning' as const, period })),
    );
    const asking = (...codes: string[]): Ground => ({
      ...school,
      rooms: [...school.rooms, ...['lab 0', 'lab 1', 'lab 2', 'lab 3'].map((id) => lab(id, 50))],
      subjectRules: [...school.subjectRules, ...codes.map((subjectCode) => ({ ...rule, subjectCode }))],
    });
    const wishes = slots.map((at) => ({ of: 'room' as const, id: 'lab 0', at, wish: 'closed' as const }));
    const own = { ...asking('BIO'), wishes };
    const drafted = lessonsOf(own, asked, counter()).lessons;
    expect(drafted.find(({ studyGroupId }) => studyGroupId === 'bio')?.roomId).toBe('lab 0');
    const found = laid(own, drafted);
    expect(broken(own, found)).toEqual([]);
    expect(found.find(({ studyGroupId }) => studyGroupId === 'bio')?.roomId).toMatch(/lab [123]/);
    const both = asking('BIO', 'GEO');
    const lessonsOfBoth = lessonsOf(both, asked, counter()).lessons;
    const engine = new EngineSchool(both, defaultGoals, lessonsOfBoth);
    const [geo, bio] = lessonsOfBoth.filter(({ block }) => block !== null);
    for (const { id } of both.rooms)
      expect([geo!, bio!].filter((one) => engine.optionOf(one.id, id)).length).toBeLessThanOrEqual(1);
    expect(both.rooms.filter(({ id }) => engine.optionOf(bio!.id, id)).length).toBeGreaterThan(1);
  });

  test('go together when one of them is picked up', () => {
    const found = laid(school, lessons).map((one) =>
      one.subjectCode === 'MATH' ? { ...one, at: null } : one,
    );
    const editing = new Editing({ ground: school, goals: defaultGoals, lessons: found });
    const [geo, bio] = ofBlock;
    const cells = [...editing.week(geo!.id)];
    expect(cells.filter(([, { state }]) => state === 'here')).toHaveLength(1);
    for (const [slot, { together }] of cells)
      expect(together).toEqual([{ lessonId: bio!.id, at: slotOfKey(slot), roomId: 'room 6B' }]);
    const free = cells.find(([, { state }]) => state === 'free')?.[0];
    const there = { at: slotOfKey(free!), locked: false };
    editing.change([
      { id: geo!.id, roomId: 'room 6A', ...there },
      { id: bio!.id, roomId: 'room 6B', ...there },
    ]);
    expect(editing.week(bio!.id).get(free!)?.state).toBe('here');
  });

  test('that cannot be taught so are named before any search', () => {
    const messages = (change: Partial<(typeof groups)[number]>, more: Partial<Demand> = {}) =>
      lessonsOf(school, { ...asked, ...more, groups: [groups[0]!, { ...groups[1]!, ...change }] }, counter())
        .findings.filter(({ severity }) => severity !== 'note')
        .map(({ message }) => message.replace('Lượt 1 (khối 6): ', ''));
    expect(messages({ pupilsOfClass: { '6A': 15, '6B': 22 } })).toEqual([
      expect.stringContaining('3 em lớp 6B chưa ở nhóm nào'),
    ]);
    expect(messages({ periodsPerWeek: 1 })).toContainEqual(expect.stringContaining('phải có cùng số tiết'));
    expect(messages({}, { chosen: asked.chosen.slice(0, 1) })).toContainEqual(
      expect.stringContaining('tổ hợp của lớp 6B không có môn nào của lượt này'),
    );
    expect(messages({}, { assigned: demand.assigned })).toContainEqual(
      expect.stringContaining('nhóm Nhóm bio chưa có giáo viên'),
    );
    const both = lessonsOf(
      school,
      { ...asked, groups: groups.map((one) => ({ ...one, teacherId: 'van' })) },
      counter(),
    );
    expect(both.findings).toContainEqual(
      expect.objectContaining({
        severity: 'mustFix',
        message: expect.stringContaining('dạy hai nhóm học cùng giờ'),
      }),
    );
    // The problem can still be written and looked at.
    expect(new EngineSchool(school, defaultGoals, both.lessons).problem.meets).toBeGreaterThan(0);
  });
});
