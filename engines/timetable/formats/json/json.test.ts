import { expect, test } from 'vitest';
import { Solver } from '../../search/solver.ts';
import { instanceOf, jsonFormat } from './format.ts';
import type { SchoolConstraint, SchoolProblem } from './schema.ts';

/** An invented school: five days of a morning and an afternoon, two classes, one divided for languages. */
function school(
  constraints: readonly SchoolConstraint[],
  change: Partial<SchoolProblem> = {},
): SchoolProblem {
  const sessions = [{ periods: 4, breaksAfter: [2] }, { periods: 2 }];
  return {
    version: 1,
    name: 'Trường mẫu',
    week: {
      days: Array.from({ length: 5 }, (_, day) => ({ sessions: day === 4 ? [sessions[0]!] : sessions })),
    },
    rooms: [
      { id: 'Tin', kind: 'computers', capacity: 30, site: 'chính' },
      { id: 'Tin lớn', kind: 'computers', capacity: 45, site: 'lẻ' },
    ],
    teachers: ['An', 'Binh', 'Chi', 'Dung'].map((id) => ({ id })),
    classes: [
      { id: '6A', pupils: 32, site: 'chính', divisions: [[{ id: '6A-Anh' }, { id: '6A-Phap' }]] },
      { id: '6B', pupils: 30, site: 'lẻ' },
    ],
    lessons: [
      { id: 'toan-6A', subject: 'Toán', teachers: ['An'], groups: ['6A'], duration: 1, times: 4 },
      { id: 'toan-6B', subject: 'Toán', teachers: ['An'], groups: ['6B'], duration: 1, times: 4 },
      { id: 'van-6A', subject: 'Văn', teachers: ['Binh'], groups: ['6A'], duration: 2, times: 2 },
      {
        id: 'tin-6A',
        subject: 'Tin',
        teachers: ['Binh'],
        groups: ['6A'],
        duration: 1,
        room: { kind: 'computers' },
      },
      {
        id: 'anh',
        subject: 'Anh',
        teachers: ['Chi'],
        groups: ['6A-Anh'],
        duration: 1,
        times: 2,
        block: 'ngoại ngữ',
      },
      {
        id: 'phap',
        subject: 'Pháp',
        teachers: ['Dung'],
        groups: ['6A-Phap'],
        duration: 1,
        times: 2,
        block: 'ngoại ngữ',
      },
    ],
    constraints: [...constraints],
    ...change,
  };
}

function solved(problem: SchoolProblem, steps = 60) {
  const instance = instanceOf(problem);
  const solver = new Solver(instance.problem, { seed: 1 });
  for (let step = 0; step < steps && !solver.done; step++) solver.step();
  const reckoning = instance.reckon(solver.best!);
  const { lessons } = JSON.parse(instance.write(solver.best!)) as {
    lessons: { lesson: string; nth: number; day: number; session: number; period: number; room?: string }[];
  };
  return { instance, solution: solver.best!, reckoning, lessons };
}

const every: readonly SchoolConstraint[] = [
  { type: 'spread', weight: 'required', which: { subjects: ['Toán'] }, minDays: 1 },
  { type: 'hours', weight: 'required', who: { classes: 'all' }, per: 'day', max: 5 },
  { type: 'hours', weight: 2, who: { classes: 'all' }, per: 'day', subjects: ['Toán'], max: 1 },
  { type: 'gaps', weight: 'required', who: { classes: 'all' }, per: 'week', max: 0 },
  { type: 'gaps', weight: 1, who: { teachers: 'all' }, per: 'session', max: 0 },
  { type: 'presence', weight: 1, who: { teachers: ['An'] }, per: 'session', max: 5 },
  { type: 'consecutive', weight: 'required', who: { teachers: 'all' }, max: 3 },
  { type: 'rest', weight: 'required', who: { teachers: 'all' }, min: 2 },
  { type: 'times', weight: 'required', which: { subjects: ['Văn'] }, slots: [{ session: 0 }] },
  { type: 'times', weight: 3, which: { subjects: ['Tin'] }, slots: [{ session: 1, period: 0 }], avoid: true },
  { type: 'early', weight: 0.01, which: { subjects: ['Toán'] } },
  { type: 'same', weight: 1, ids: ['tin-6A', 'anh'], what: 'day' },
  { type: 'apart', weight: 1, ids: ['tin-6A', 'toan-6B'] },
  { type: 'order', weight: 1, first: 'tin-6A', second: 'van-6A', how: 'session' },
  { type: 'noon', weight: 'required', classes: 'all', max: 1 },
  { type: 'fair', weight: 1, teachers: ['An', 'Binh'], slots: [{ session: 1 }], max: 2 },
  { type: 'travel', weight: 'required', teachers: 'all', periods: 1 },
  { type: 'stay', weight: 0.1, former: [{ lesson: 'tin-6A', nth: 0, day: 2, session: 0, period: 3 }] },
];

test('a school with every kind of constraint is solved, and its written timetable is judged the same', () => {
  const { instance, solution, reckoning, lessons } = solved(school(every));
  expect(reckoning.hard).toBe(0);
  expect(reckoning.soft).toBeCloseTo(solution.soft, 6);
  expect(instance.check(instance.write(solution))).toEqual(reckoning);
  expect(lessons).toHaveLength(4 + 4 + 2 + 1 + 2 + 2);
  // 32 pupils do not fit into the small room.
  expect(lessons.find(({ lesson }) => lesson === 'tin-6A')!.room).toBe('Tin lớn');
  // No lesson of two periods goes across the long break or the end of the session.
  for (const { period, session } of lessons.filter(({ lesson }) => lesson === 'van-6A'))
    expect([session, period]).toSatisfy(([s, p]: number[]) => s === 0 && (p === 0 || p === 2));
  // The language groups are taught at the same time.
  const places = (id: string) =>
    lessons.filter(({ lesson }) => lesson === id).map((one) => `${one.day} ${one.session} ${one.period}`);
  expect(places('anh')).toEqual(places('phap'));
});

test('what each constraint asks is noticed when it is broken', () => {
  // All of a group is placed: what is still unplaced could fill a gap.
  const twice = school([]).lessons.map((lesson) =>
    lesson.id === 'toan-6B' ? { ...lesson, times: 2 } : lesson,
  );
  const at = (lesson: string, nth: number, day: number, session: number, period: number) => ({
    lesson,
    nth,
    day,
    session,
    period,
  });
  const judge = (constraint: SchoolConstraint, lessons: readonly object[]) =>
    instanceOf(school([constraint], { lessons: twice }))
      .check(JSON.stringify({ lessons }))
      .broken.find(({ kind }) => kind === constraint.type)?.units ?? 0;
  const all = { classes: 'all' } as const;
  expect(judge(every[0]!, [at('toan-6A', 0, 0, 0, 0), at('toan-6A', 1, 0, 1, 0)])).toBe(1);
  expect(
    judge({ type: 'gaps', weight: 1, who: all, per: 'week', max: 0 }, [
      at('toan-6B', 0, 0, 0, 0),
      at('toan-6B', 1, 0, 0, 2),
    ]),
  ).toBe(1);
  expect(
    judge({ type: 'gaps', weight: 1, who: all, per: 'week', max: 0 }, [
      at('toan-6B', 0, 0, 0, 3),
      at('toan-6B', 1, 0, 1, 1),
    ]),
  ).toBe(0);
  expect(
    judge({ type: 'noon', weight: 1, classes: 'all', max: 0 }, [
      at('toan-6B', 0, 0, 0, 0),
      at('toan-6B', 1, 0, 1, 1),
    ]),
  ).toBe(1);
  expect(
    judge({ type: 'presence', weight: 1, who: { teachers: ['An'] }, per: 'day', max: 1 }, [
      at('toan-6B', 0, 0, 0, 0),
      at('toan-6B', 1, 1, 1, 1),
    ]),
  ).toBe(1);
  expect(judge(every[17]!, [at('tin-6A', 0, 2, 0, 2)])).toBe(1);
  expect(
    judge({ type: 'order', weight: 1, first: 'tin-6A', second: 'van-6A', how: 'week' }, [
      at('tin-6A', 0, 2, 0, 2),
      at('van-6A', 0, 1, 0, 0),
    ]),
  ).toBe(1);
});

test('a session that begins late, and a class of which only some come, are noticed when asked for', () => {
  const lesson = (id: string, more: object = {}) => ({
    ...{ id, subject: id, teachers: ['An'], groups: ['6B'], duration: 1, ...more },
  });
  const judge = (constraint: SchoolConstraint) =>
    instanceOf(school([constraint], { lessons: [lesson('nhạc')] })).check(
      JSON.stringify({ lessons: [{ lesson: 'nhạc', nth: 0, day: 0, session: 0, period: 2 }] }),
    ).broken;
  const gaps: SchoolConstraint = {
    type: 'gaps',
    weight: 1,
    who: { classes: ['6B'] },
    per: 'session',
    max: 0,
  };
  expect(judge(gaps)).toEqual([]);
  expect(judge({ ...gaps, fromStart: true })).toMatchObject([{ kind: 'gaps', units: 2 }]);
  const noon: SchoolConstraint = { type: 'noon', weight: 1, classes: 'all', max: 0 };
  const club = { ...lesson('cờ'), teachers: ['Chi'], groups: ['nhóm cờ'] };
  const classes = [...school([]).classes, { id: 'nhóm cờ' }];
  const both = (partly: string[]) =>
    instanceOf(school([noon], { classes, lessons: [lesson('nhạc'), { ...club, partly }] })).check(
      JSON.stringify({
        lessons: [
          { lesson: 'nhạc', nth: 0, day: 0, session: 0, period: 0 },
          { lesson: 'cờ', nth: 0, day: 0, session: 1, period: 0 },
        ],
      }),
    ).broken;
  expect(both([])).toEqual([]);
  expect(both(['6B'])).toMatchObject([{ kind: 'noon', units: 1 }]);
});

test('a room with too few places is taken only when that will do', () => {
  const lessons = (tight: boolean) => [
    {
      ...school([]).lessons[3]!,
      room: { ids: ['Tin'], ...(tight && { tight }) },
    },
  ];
  expect(() => instanceOf(school([], { lessons: lessons(false) }))).toThrow('Không có phòng');
  expect(solved(school([], { lessons: lessons(true) }), 10).lessons[0]!.room).toBe('Tin');
});

test('lessons of week A and of week B may share a slot, weekly ones may not', () => {
  const one = (id: string, weeks?: number[]) => ({
    ...{
      id,
      subject: id,
      teachers: ['An'],
      groups: ['6B'],
      duration: 1,
      starts: [{ day: 0, session: 0, period: 0 }],
    },
    ...(weeks && { weeks }),
  });
  const week = { ...school([]).week, kinds: ['A', 'B'] };
  const turns = solved(school([], { week, lessons: [one('nhạc', [0]), one('họa', [1])] }), 10);
  expect(turns.reckoning.hard).toBe(0);
  const both = school([], { week, lessons: [one('nhạc', [0]), one('họa', [1]), one('hát', [1])] });
  expect(instanceOf(both).explain()[0]).toMatchObject({ kind: 'overfull', needed: 2, available: 1 });
  const clash = instanceOf(
    school([], { week: school([]).week, lessons: [one('nhạc'), one('họa')] }),
  ).explain();
  expect(clash[0]).toMatchObject({ kind: 'overfull', needed: 2, available: 1 });
});

test('an hour closed to a teacher in week A is open to a lesson of week B, and not to one of week A or of every week', () => {
  const startsOf = (weeks?: number[]) => {
    const lesson = { ...{ id: 'nhạc', subject: 'nhạc', teachers: ['An'], groups: ['6B'], duration: 1 } };
    const closed = [{ day: 0, session: 0, weeks: [0] }];
    const one = school([], {
      week: { ...school([]).week, kinds: ['A', 'B'] },
      teachers: [{ id: 'An', closed }],
      lessons: [{ ...lesson, starts: [{ day: 0 }], ...(weeks && { weeks }) }],
    });
    const { reckoning, lessons } = solved(one, 5);
    return [reckoning.hard, lessons[0]!.session];
  };
  const sessions = Array.from({ length: 8 }, () => startsOf([1])[1]);
  expect(sessions).toContain(0);
  expect([startsOf([0]), startsOf()]).toEqual([
    [0, 1],
    [0, 1],
  ]);
  const nowhere = { id: 'An', closed: [{ day: 0, weeks: [2] }] };
  expect(() => instanceOf(school([], { teachers: [nowhere] }))).toThrow('Loại tuần 2');
});

test('what contradicts itself is refused with its place', () => {
  const read = (change: object) => () => jsonFormat.read(JSON.stringify({ ...school([]), ...change }));
  expect(read({ version: 2 })).toThrow('version');
  expect(read({ lessons: [{ ...school([]).lessons[0], teachers: ['Ma'] }] })).toThrow('"Ma"');
  expect(read({ lessons: [{ ...school([]).lessons[0], room: { kind: 'hồ bơi' } }] })).toThrow(
    'Không có phòng',
  );
  expect(read({ teachers: [{ id: 'An' }, { id: 'An' }] })).toThrow('hai lần');
  expect(read({ constraints: [{ type: 'gaps', weight: -1, who: {}, per: 'week', max: 0 }] })).toThrow(
    'constraints.0',
  );
  expect(() => jsonFormat.read('{')).toThrow('không phải JSON');
  // A lesson longer than any session has no place.
  const long = instanceOf(school([], { lessons: [{ ...school([]).lessons[0]!, duration: 5 }] })).explain();
  expect(long[0]!.kind).toBe('nowhere');
  expect(long[0]!.sentence).toMatch(/dài 5 tiết liền, buổi dài nhất trong tuần chỉ có \d tiết/);
  expect(long[0]!.relaxations[0]).toMatch(/Chia tiết/);
});
