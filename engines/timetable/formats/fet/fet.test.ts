import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../../core/random.ts';
import { State } from '../../core/state.ts';
import { Solver } from '../../search/solver.ts';
import { parseXml } from '../xml.ts';
import { compileFet } from './compile.ts';
import { readFet } from './document.ts';
import { evaluateFet } from './evaluate.ts';
import { fetFormat } from './format.ts';
import { rulesOf } from './rules.ts';
import { rule, smallSchool } from './small-school.fixture.ts';

const spread = rule('MinDaysBetweenActivities', 95, {
  Consecutive_If_Same_Day: true,
  Activity_Id: [1, 2, 3],
  MinDays: 1,
});
const computerRoom = rule('SubjectPreferredRooms', 100, {
  Subject: 'Tin',
  Preferred_Room: ['Máy 1', 'Máy 2'],
});
const many = [
  spread,
  rule('TeachersMaxGapsPerWeek', 100, { Max_Gaps: 1 }),
  rule('TeacherMaxDaysPerWeek', 100, { Teacher_Name: 'Binh', Max_Days_Per_Week: 3 }),
  rule('StudentsMaxGapsPerWeek', 100, { Max_Gaps: 0 }),
  rule('TeachersMaxHoursDaily', 90, { Maximum_Hours_Daily: 2 }),
  rule('TeachersMaxHoursContinuously', 80, { Maximum_Hours_Continuously: 1 }),
  rule('ActivitiesSameStartingHour', 50, { Activity_Id: [6, 7, 10] }),
  rule('TwoActivitiesOrdered', 70, { First_Activity_Id: 4, Second_Activity_Id: 5 }),
  rule('ActivityPreferredTimeSlots', 60, {
    Activity_Id: 8,
    Preferred_Time_Slot: [
      { Preferred_Day: 'T2', Preferred_Hour: '1' },
      { Preferred_Day: 'T2', Preferred_Hour: '2' },
    ],
  }),
  rule('TeachersMaxThreeConsecutiveDays', 30, {
    Allow_Afternoon_Morning_Afternoon_Morning_Exception: true,
  }),
  rule('MinGapsBetweenActivities', 40, { Activity_Id: [9, 1], MinGaps: 2 }),
].join('');

/** Solves for a number of steps; no clock. */
function solved(text: string, steps: number, seed = 1) {
  const instance = fetFormat.read(text);
  const solver = new Solver(instance.problem, { seed });
  for (let step = 0; step < steps && !solver.done; step++) solver.step();
  return { instance, solver, solution: solver.best! };
}

test('a school is solved without a broken rule, and the written timetable is judged the same', () => {
  const { instance, solution } = solved(smallSchool({ time: many, space: computerRoom }), 200);
  const reckoning = instance.reckon(solution);
  expect(reckoning.hard).toBe(0);
  expect(reckoning.soft).toBeCloseTo(solution.soft, 6);
  expect(instance.unsupported).toEqual([]);
  const written = instance.write(solution);
  expect(instance.check(written)).toEqual(reckoning);
  // 6B has 35 pupils: only the larger room holds them.
  expect(/<Id>10<\/Id>\s*<Day>[^<]+<\/Day>\s*<Hour>[^<]+<\/Hour>\s*<Room>([^<]*)</.exec(written)![1]).toBe(
    'Máy 2',
  );
});

test('the same seed gives the same timetable, another seed may not', () => {
  const text = smallSchool({ time: many, space: computerRoom });
  const once = solved(text, 60, 5);
  expect(solved(text, 60, 5).solution).toEqual(once.solution);
  expect(solved(text, 60, 5).solver.iterations).toBe(once.solver.iterations);
});

test('any timetable costs in the core what the evaluator says of it', () => {
  const document = readFet(parseXml(smallSchool({ time: many })));
  const { rules } = rulesOf(document);
  const { problem, meetOf } = compileFet(document, rules);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = new Random(seed);
      const state = new State(problem);
      for (let meet = 0; meet < problem.meets; meet++) {
        const first = problem.starts.from[meet]!;
        state.place(
          meet,
          problem.starts.items[first + random.below(problem.starts.from[meet + 1]! - first)]!,
        );
      }
      state.settle();
      const cost = evaluateFet(document, rules, {
        start: Int32Array.from(document.activities, (_, activity) => state.start[meetOf[activity]!]!),
        room: new Int32Array(document.activities.length).fill(-1),
        realRooms: document.activities.map(() => []),
      });
      expect(state.soft).toBeCloseTo(cost.soft, 6);
      // What FET keeps whatever the weight (a broken pair on one day is adjacent) is required in the core only.
      if (state.hard === 0) expect(cost.hard).toBe(0);
      if (cost.hard > 0) expect(state.hard).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

test('FET’s way of counting: a day too close is a unit, hours too many a day are one', () => {
  const document = readFet(
    parseXml(smallSchool({ time: spread + rule('TeachersMaxHoursDaily', 90, { Maximum_Hours_Daily: 1 }) })),
  );
  const { rules } = rulesOf(document);
  // An: 1, 2, 3 on Monday one after the other (three pairs, one day too close each; three hours where one is allowed).
  const start = Int32Array.from([0, 1, 2, 5, 9, 13, 17, 11, 19, 15]);
  const cost = evaluateFet(document, rules, {
    start,
    room: new Int32Array(10).fill(-1),
    realRooms: start.length === 10 ? Array.from({ length: 10 }, () => []) : [],
  });
  expect(cost.broken.find(({ kind }) => kind === 'MinDaysBetweenActivities')!.units).toBe(3);
  expect(cost.broken.find(({ kind }) => kind === 'TeachersMaxHoursDaily')!.units).toBe(3);
  expect(cost.soft).toBeCloseTo(3 * 0.95 + 3 * 0.9, 6);
});

test('clashes, unplaced lessons and small rooms are hard conflicts', () => {
  const instance = fetFormat.read(smallSchool({ space: computerRoom }));
  const at = (id: number, day: string, hour: string, room = '') =>
    `<Activity><Id>${id}</Id><Day>${day}</Day><Hour>${hour}</Hour><Room>${room}</Room></Activity>`;
  const timetable = (inside: string) => `<Activities_Timetable>${inside}</Activities_Timetable>`;
  const nothing = instance.check(timetable(''));
  expect(nothing.hard).toBe(10);
  const clash = instance.check(timetable(at(1, 'T2', '1') + at(6, 'T2', '1')));
  expect(clash.hard).toBe(8 + 1);
  const tooSmall = instance.check(timetable(at(10, 'T2', '1', 'Máy 1')));
  expect(tooSmall.hard).toBe(9 + 1);
  expect(() => instance.check(timetable(at(99, 'T2', '1')))).toThrow('số 99');
  expect(() => instance.check(timetable(at(1, 'CN', '1')))).toThrow('"CN"');
});

test('with mornings and afternoons, days between are counted in real days', () => {
  const time = rule('MinDaysBetweenActivities', 100, { Activity_Id: [1, 2], MinDays: 1 });
  const places =
    '<Activity><Id>1</Id><Day>T2</Day><Hour>1</Hour></Activity><Activity><Id>2</Id><Day>T3</Day><Hour>1</Hour></Activity>';
  const broken = (head: string) =>
    fetFormat
      .read(smallSchool({ head, time }))
      .check(`<Activities_Timetable>${places}</Activities_Timetable>`)
      .broken.filter(({ kind }) => kind === 'MinDaysBetweenActivities').length;
  expect(broken('<Mode>Official</Mode>')).toBe(0);
  expect(broken('<Mode>Mornings_Afternoons</Mode>')).toBe(1);
});

test('at most three half-days in a row, or four from an afternoon to a morning when that is excepted', () => {
  const broken = (days: readonly string[], excepted: boolean) =>
    fetFormat
      .read(
        smallSchool({
          head: '<Mode>Mornings_Afternoons</Mode>',
          time: rule('TeacherMaxThreeConsecutiveDays', 100, {
            Teacher_Name: 'An',
            Allow_Afternoon_Morning_Afternoon_Morning_Exception: excepted,
          }),
        }),
      )
      .check(
        `<Activities_Timetable>${[1, 2, 3, 6, 7]
          .map(
            (id, at) =>
              `<Activity><Id>${id}</Id><Day>${days[at]}</Day><Hour>${at % 2 === 0 ? 1 : 2}</Hour></Activity>`,
          )
          .join('')}</Activities_Timetable>`,
      )
      .broken.filter(({ kind }) => kind === 'TeacherMaxThreeConsecutiveDays')
      .reduce((sum, { units }) => sum + units, 0);
  expect(broken(['T2', 'T3', 'T4', 'T6', 'T6'], false)).toBe(0);
  expect(broken(['T2', 'T3', 'T4', 'T5', 'T5'], true)).toBe(1);
  expect(broken(['T3', 'T4', 'T5', 'T6', 'T6'], false)).toBe(1);
  expect(broken(['T3', 'T4', 'T5', 'T6', 'T6'], true)).toBe(0);
  expect(broken(['T2', 'T3', 'T4', 'T5', 'T6'], true)).toBe(1);
});

test('lessons that must start together become one meet', () => {
  const time = rule('ActivitiesSameStartingTime', 100, { Activity_Id: [9, 6] });
  const document = readFet(parseXml(smallSchool({ time })));
  const { meetOf, problem } = compileFet(document, rulesOf(document).rules);
  expect(meetOf[8]).toBe(meetOf[5]);
  expect(problem.meets).toBe(9);
});

test('a constraint that is not known is named, never dropped silently', () => {
  const time =
    rule('TeachersDanceDaily', 100) +
    rule('TeacherMaxDaysPerWeek', 100, { Teacher_Name: 'Ma', Max_Days_Per_Week: 1 });
  const { unsupported } = fetFormat.read(smallSchool({ time }));
  expect(unsupported).toEqual(['TeachersDanceDaily', expect.stringContaining('"Ma"')]);
});

test('what contradicts itself is refused with the row', () => {
  const activity = (inside: string) => smallSchool({ activities: `<Activity>${inside}</Activity>` });
  const read = (text: string) => () => fetFormat.read(text);
  expect(read(activity('<Teacher>Ma</Teacher><Duration>1</Duration><Id>50</Id>'))).toThrow(
    'số 50 giao cho giáo viên "Ma"',
  );
  expect(read(activity('<Students>9Z</Students><Duration>1</Duration><Id>50</Id>'))).toThrow('"9Z"');
  expect(read(activity('<Duration>5</Duration><Id>50</Id>'))).toThrow('dài hơn một buổi');
  expect(read(activity('<Duration>1</Duration><Id>1</Id>'))).toThrow('hai lần');
  expect(read(smallSchool({ time: rule('TeachersMaxDaysPerWeek', 120, { Max_Days_Per_Week: 1 }) }))).toThrow(
    'trọng số "120"',
  );
  expect(read(smallSchool({ time: rule('TeachersMaxGapsPerWeek', 100, { Max_Gaps: -3 }) }))).toThrow(
    'cần số từ 0',
  );
  expect(read('<fet></fet>')).toThrow('không có ngày');
  expect(read('<school></school>')).toThrow('không phải tệp .fet');
});

test('names, days, ids and elements that the document does not have are named, and what is inactive is not', () => {
  const unsupportedOf = (time: string, space = '', activities = '') =>
    fetFormat.read(smallSchool({ time, space, activities })).unsupported;
  const at = (id: number, day: string, hour: string) =>
    rule('ActivityPreferredStartingTime', 100, { Activity_Id: id, Preferred_Day: day, Preferred_Hour: hour });
  expect(unsupportedOf(at(1, 'T2', '1') + at(2, 'T2', ''))).toEqual([]);
  expect(unsupportedOf(at(1, 'T9', '1'))).toEqual([expect.stringContaining('ngày "T9"')]);
  expect(unsupportedOf(at(99, 'T2', '1'))).toEqual([expect.stringContaining('số "99"')]);
  const closed = { Teacher: 'An', Not_Available_Time: { Day: 'T2', Hour: '9' } };
  expect(unsupportedOf(rule('TeacherNotAvailableTimes', 100, closed))).toEqual([
    expect.stringContaining('tiết "9"'),
  ]);
  const order = { First_Activity_Id: 1, Second_Activity_Id: 98 };
  expect(unsupportedOf(rule('TwoActivitiesOrdered', 100, order))).toEqual([expect.stringContaining('"98"')]);
  const asleep = '<Activity><Duration>1</Duration><Id>98</Id><Active>false</Active></Activity>';
  expect(unsupportedOf(rule('TwoActivitiesOrdered', 100, order), '', asleep)).toEqual([]);
  expect(unsupportedOf('<Wish><Active>true</Active></Wish>')).toEqual([expect.stringContaining('<Wish>')]);
  const room = rule('SubjectPreferredRoom', 100, { Subject: 'Nhac', Room: 'Máy 1' });
  expect(unsupportedOf('', room)).toEqual([expect.stringContaining('môn "Nhac"')]);
});

test('what names a day that is not there is left out whole: the hour alone is not asked for', () => {
  const lock = { Activity_Id: 1, Preferred_Day: 'T9', Preferred_Hour: '1' };
  const startsWith = (time: string) => {
    const { problem } = fetFormat.read(smallSchool({ time }));
    return problem.starts.from[1]! - problem.starts.from[0]!;
  };
  expect(startsWith(rule('ActivityPreferredStartingTime', 100, lock))).toBe(startsWith(''));
  expect(startsWith(rule('ActivityPreferredStartingTime', 100, { ...lock, Preferred_Day: '' }))).toBe(5);
});

test('a room without a figure holds everybody, a figure that is none is refused', () => {
  const gym = (capacity: string) =>
    smallSchool({ space: rule('ActivityPreferredRoom', 100, { Activity_Id: 6, Room: 'Máy 1' }) }).replace(
      '<Capacity>32</Capacity>',
      capacity,
    );
  const units = (capacity: string) => {
    const instance = fetFormat.read(gym(capacity));
    const { choiceMeet, options } = instance.problem;
    return choiceMeet.length > 0 ? options.items.length : 0;
  };
  expect(units('<Capacity>32</Capacity>')).toBe(0);
  expect(units('')).toBe(1);
  expect(() => fetFormat.read(gym('<Capacity>nhiều</Capacity>'))).toThrow('sức chứa "nhiều"');
  // A class that does not fit into the only room it may have is told so, and nothing else is blamed.
  const told = fetFormat.read(gym('<Capacity>32</Capacity>')).explain();
  expect(told.map(({ sentence }) => sentence)).toEqual([
    'Tiết 6 (Toan, 6B) có 35 học sinh, nhưng chỉ được học ở Máy 1 (32 chỗ).',
  ]);
  expect(fetFormat.read(gym('')).explain()).toEqual([]);
});

test('a school without a lesson is refused: there is nothing to lay', () => {
  const text = smallSchool().replace(
    /<Activities_List>.*<\/Activities_List>/,
    '<Activities_List></Activities_List>',
  );
  expect(() => fetFormat.read(text)).toThrow('không có gì để xếp');
});

test('rules that clash are found and said in words, with what would help', () => {
  const time =
    rule('MinDaysBetweenActivities', 100, { Activity_Id: [4, 5, 8], MinDays: 1 }) +
    rule('TeacherMinHoursDaily', 100, {
      Teacher_Name: 'Binh',
      Minimum_Hours_Daily: 2,
      Allow_Empty_Days: true,
    });
  const [conflict] = fetFormat.read(smallSchool({ time })).explain();
  expect(conflict!.rules.map(({ kind }) => kind).sort()).toEqual([
    'MinDaysBetweenActivities',
    'TeacherMinHoursDaily',
  ]);
  expect(conflict!.sentence).toContain(
    'phải ở các ngày khác nhau; nhưng ngày nào có tiết thì phải có ít nhất 2 tiết',
  );
  expect(conflict!.relaxations).toHaveLength(2);
});

test('a teacher with more lessons than open slots, a lesson with no slot, locks that contradict: each is proved', () => {
  const closed = (teacher: string, hours: readonly string[]) =>
    rule('TeacherNotAvailableTimes', 100, {
      Teacher: teacher,
      Not_Available_Time: ['T2', 'T3', 'T4', 'T5', 'T6'].flatMap((Day) =>
        hours.map((Hour) => ({ Day, Hour })),
      ),
    });
  const overfull = fetFormat.read(smallSchool({ time: closed('Binh', ['2', '3', '4']) })).explain();
  expect(overfull.map(({ kind }) => kind)).toContain('nowhere');
  const five = fetFormat.read(smallSchool({ time: closed('An', ['1', '2', '3']) }));
  expect(five.explain()).toEqual([]);
  const lock = (id: number, Preferred_Day: string) =>
    rule('ActivityPreferredStartingTime', 100, { Activity_Id: id, Preferred_Day, Preferred_Hour: '1' });
  const locked = fetFormat.read(smallSchool({ time: lock(1, 'T2') + lock(2, 'T2') })).explain();
  expect(locked[0]).toMatchObject({ kind: 'crowded', needed: 2, available: 1, activities: [1, 2] });
  const twice = fetFormat.read(smallSchool({ time: lock(1, 'T2') + lock(1, 'T3') })).explain();
  expect(twice[0]).toMatchObject({ kind: 'nowhere', activities: [1] });
});

test('lessons ordered in a circle are proved impossible', () => {
  const before = (first: number, second: number) =>
    rule('TwoActivitiesOrdered', 100, { First_Activity_Id: first, Second_Activity_Id: second });
  const [conflict] = fetFormat
    .read(smallSchool({ time: before(1, 2) + before(2, 3) + before(3, 1) }))
    .explain();
  expect(conflict!.rules).toHaveLength(3);
});

test('lessons that clash over several people are said in words, and that it is proved', () => {
  const slots = ['1', '2'].map((Preferred_Hour) => ({ Preferred_Day: 'T2', Preferred_Hour }));
  const early = (Activity_Id: number) =>
    rule('ActivityPreferredTimeSlots', 100, { Activity_Id, Preferred_Time_Slot: slots });
  const both =
    '<Activity><Teacher>Chi</Teacher><Subject>Tin</Subject><Students>6A</Students><Students>6B</Students><Duration>1</Duration>' +
    '<Total_Duration>1</Total_Duration><Id>20</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>';
  const text = (last: string) => smallSchool({ time: early(1) + early(6) + last, activities: both });
  const instance = fetFormat.read(text(early(20)));
  expect(instance.explain()).toEqual([]);
  const ample = { searchIsLate: () => false, isLate: () => false };
  const found = instance.explainTogether(ample)!;
  expect(found).toMatchObject({ kind: 'together', proved: true });
  expect([...found.activities].sort()).toEqual([1, 20, 6]);
  expect(found.sentence).toMatch(/^3 tiết .* không thể cùng lúc xếp được \(chung .*An/);
  expect(found.relaxations.length).toBeGreaterThan(0);
  expect(fetFormat.read(text('')).explainTogether(ample)).toBeUndefined();
}, 30_000);
