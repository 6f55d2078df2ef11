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

function solved(problem: SchoolProblem, steps = 60, seed = 1) {
  const instance = instanceOf(problem);
  const solver = new Solver(instance.problem, { seed });
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

test('each constraint is kept by one timetable and broken by another', () => {
  type Place = readonly [
    lesson: string,
    nth: number,
    day: number,
    session: number,
    period: number,
    room?: string,
  ];
  const few = school([]).lessons.map((lesson) => (lesson.times ? { ...lesson, times: 2 } : lesson));
  const units = (constraint: SchoolConstraint, places: readonly Place[]) => {
    const lessons = places.map(([lesson, nth, day, session, period, room]) => ({
      ...{ lesson, nth, day, session, period },
      ...(room !== undefined && { room }),
    }));
    const { broken } = instanceOf(school([constraint], { lessons: few })).check(JSON.stringify({ lessons }));
    return broken.find(({ kind }) => kind === constraint.type)?.units ?? 0;
  };
  const weight = 1;
  const an = { teachers: ['An'] };
  const ids = ['tin-6A', 'toan-6B'];
  const tin: Place = ['tin-6A', 0, 1, 0, 1, 'Tin lớn'];
  // One afternoon period of Binh's; An's other lessons in mornings.
  const others: readonly Place[] = [
    ['toan-6A', 1, 1, 0, 0],
    ['toan-6B', 1, 3, 0, 0],
    ['van-6A', 0, 1, 0, 2],
    ['van-6A', 1, 2, 0, 2],
    ['tin-6A', 0, 3, 1, 1, 'Tin lớn'],
  ];
  const cases: readonly (readonly [SchoolConstraint, kept: readonly Place[], broken: readonly Place[]])[] = [
    [
      { type: 'hours', weight, who: an, per: 'session', max: 1 },
      [
        ['toan-6A', 0, 0, 0, 0],
        ['toan-6A', 1, 0, 1, 0],
      ],
      [
        ['toan-6A', 0, 0, 0, 0],
        ['toan-6A', 1, 0, 0, 1],
      ],
    ],
    [
      { type: 'consecutive', weight, who: an, max: 1 },
      [
        ['toan-6A', 0, 0, 0, 0],
        ['toan-6A', 1, 0, 0, 2],
      ],
      [
        ['toan-6A', 0, 0, 0, 0],
        ['toan-6A', 1, 0, 0, 1],
      ],
    ],
    // The last of the two periods of an afternoon and the first of the next morning.
    [
      { type: 'rest', weight, who: an, min: 1 },
      [
        ['toan-6A', 0, 0, 1, 1],
        ['toan-6A', 1, 1, 0, 1],
      ],
      [
        ['toan-6A', 0, 0, 1, 1],
        ['toan-6A', 1, 1, 0, 0],
      ],
    ],
    [
      { type: 'times', weight, which: { ids }, slots: [{ session: 0 }] },
      [tin],
      [['tin-6A', 0, 1, 1, 1, 'Tin lớn']],
    ],
    [{ type: 'early', weight, which: { ids } }, [['toan-6B', 0, 1, 0, 0]], [['toan-6B', 0, 1, 0, 1]]],
    [
      { type: 'same', weight, ids, what: 'day' },
      [tin, ['toan-6B', 0, 1, 1, 0]],
      [tin, ['toan-6B', 0, 2, 1, 0]],
    ],
    [{ type: 'apart', weight, ids }, [tin, ['toan-6B', 0, 1, 0, 2]], [tin, ['toan-6B', 0, 1, 0, 1]]],
    [
      { type: 'order', weight, first: 'tin-6A', second: 'toan-6B', how: 'next' },
      [tin, ['toan-6B', 0, 1, 0, 2]],
      [tin, ['toan-6B', 0, 1, 0, 3]],
    ],
    [
      { type: 'fair', weight, teachers: ['An', 'Binh'], slots: [{ session: 1 }], max: 0 },
      [...others, ['toan-6A', 0, 0, 1, 1], ['toan-6B', 0, 2, 0, 0]],
      [...others, ['toan-6A', 0, 0, 1, 1], ['toan-6B', 0, 2, 1, 0]],
    ],
    // Where 6A and 6B are taught lie two sites.
    [
      { type: 'travel', weight, teachers: 'all', periods: 1 },
      [
        ['toan-6A', 0, 0, 0, 0],
        ['toan-6B', 0, 0, 0, 2],
      ],
      [
        ['toan-6A', 0, 0, 0, 0],
        ['toan-6B', 0, 0, 0, 1],
      ],
    ],
  ];
  for (const [constraint, kept, broken] of cases) {
    expect([constraint.type, units(constraint, kept)]).toEqual([constraint.type, 0]);
    expect([constraint.type, units(constraint, broken)]).toEqual([constraint.type, expect.any(Number)]);
    expect(units(constraint, broken)).toBeGreaterThan(0);
  }
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
  const startsOf = (seed: number, weeks?: number[]) => {
    const lesson = { ...{ id: 'nhạc', subject: 'nhạc', teachers: ['An'], groups: ['6B'], duration: 1 } };
    const closed = [{ day: 0, session: 0, weeks: [0] }];
    const one = school([], {
      week: { ...school([]).week, kinds: ['A', 'B'] },
      teachers: [{ id: 'An', closed }],
      lessons: [{ ...lesson, starts: [{ day: 0 }], ...(weeks && { weeks }) }],
    });
    const { reckoning, lessons } = solved(one, 5, seed);
    expect(reckoning.hard).toBe(0);
    return lessons[0]!.session;
  };
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(new Set(seeds.map((seed) => startsOf(seed, [1])))).toEqual(new Set([0, 1]));
  expect(new Set(seeds.flatMap((seed) => [startsOf(seed, [0]), startsOf(seed)]))).toEqual(new Set([1]));
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
  expect(read({ lessons: [] })).toThrow('không có tiết nào để xếp');
  expect(read({ rooms: 3 })).toThrow('rooms: Đầu vào không hợp lệ');
  // A lesson longer than any session has no place.
  const long = instanceOf(school([], { lessons: [{ ...school([]).lessons[0]!, duration: 5 }] })).explain();
  expect(long[0]!.kind).toBe('nowhere');
  expect(long[0]!.sentence).toMatch(/dài 5 tiết liền, buổi dài nhất trong tuần chỉ có \d tiết/);
  expect(long[0]!.relaxations[0]).toMatch(/Chia tiết/);
});

test('what a document says to nobody is named: a class of another name, a day past the week, a former lesson', () => {
  const unsupported = (constraints: readonly SchoolConstraint[], change: Partial<SchoolProblem> = {}) =>
    instanceOf(school(constraints, change)).unsupported;
  expect(unsupported(every)).toEqual([]);
  expect(unsupported([{ type: 'early', weight: 1, which: { classes: ['6A', '9Z'] } }])).toEqual([
    'Quy định số 1 (early): không có lớp/nhóm "9Z"',
  ]);
  expect(unsupported([{ type: 'early', weight: 1, which: { tags: ['hát'] } }])).toEqual([
    'Quy định số 1 (early): không chạm tiết nào',
  ]);
  expect(unsupported([], { teachers: [...school([]).teachers, { id: 'Em', closed: [{ day: 7 }] }] })).toEqual(
    ['Giáo viên "Em": có giờ nằm ngoài tuần học'],
  );
  const former = [{ lesson: 'nhac-6A', nth: 0, day: 0, session: 0, period: 0 }];
  expect(unsupported([{ type: 'stay', weight: 1, former }])).toEqual([
    'Quy định số 1 (stay): có tiết cũ không còn trong danh sách',
  ]);
});

test('rules in a circle are said once each, and that nobody is in two places is no rule to loosen', () => {
  const order = (first: string, second: string) =>
    ({ type: 'order', weight: 'required', first, second, how: 'week' }) as const;
  const lessons = school([]).lessons.filter(({ id }) => id.endsWith('6A'));
  const circle = [order('toan-6A', 'van-6A'), order('van-6A', 'tin-6A'), order('tin-6A', 'toan-6A')];
  const [conflict] = instanceOf(school(circle, { lessons })).explain();
  expect(conflict!.rules.map(({ source }) => source)).toEqual([0, 1, 2]);
  expect(conflict!.relaxations).toHaveLength(3);
  const same: SchoolConstraint = {
    ...{ type: 'same', weight: 'required', what: 'start' },
    ids: ['tin-6A', 'van-6A'],
  };
  const [clash] = instanceOf(school([same], { lessons })).explain();
  expect(clash!.sentence).not.toContain('số 0');
  expect(clash!.rules).toEqual([{ kind: 'same', source: 0 }]);
});

test('a foreign timetable in closed hours, or outside of the starts that are allowed, breaks what is required', () => {
  const toan = { ...school([]).lessons[0]!, times: 1 };
  const own = school([], {
    teachers: [{ id: 'An', closed: [{ day: 0, session: 0 }] }],
    classes: [{ ...school([]).classes[0]!, closed: [{ day: 1 }] }],
    lessons: [toan, { ...toan, id: 'sử', teachers: [], starts: [{ day: 2 }] }],
  });
  const judge = (places: readonly (readonly [string, number, number])[]) =>
    instanceOf(own).check(
      JSON.stringify({
        lessons: places.map(([lesson, day, period]) => ({ lesson, nth: 0, day, session: 0, period })),
      }),
    );
  expect(
    judge([
      ['toan-6A', 2, 0],
      ['sử', 2, 1],
    ]),
  ).toMatchObject({ hard: 0, broken: [] });
  const closed = (units: number) => ({ hard: units, broken: [{ kind: 'closed', units, weight: 100 }] });
  expect(
    judge([
      ['toan-6A', 0, 0],
      ['sử', 2, 1],
    ]),
  ).toMatchObject(closed(1));
  expect(
    judge([
      ['toan-6A', 1, 0],
      ['sử', 3, 1],
    ]),
  ).toMatchObject(closed(2));
  expect(() =>
    judge([
      ['toan-6A', 2, 0],
      ['toan-6A', 3, 0],
    ]),
  ).toThrow('hai nơi');
});

test('lessons of one block at two times are refused, as a block has one', () => {
  const text = JSON.stringify({
    lessons: [0, 1].map((day) => ({ lesson: ['anh', 'phap'][day], nth: 0, day, session: 0, period: 0 })),
  });
  expect(() => instanceOf(school([])).check(text)).toThrow('khối song song "ngoại ngữ"');
});
