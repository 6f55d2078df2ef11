import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook, renderGridWorkbook } from '#platform/documents';
import { readWall } from './documents/read-wall.ts';
import { type Printed, wallBook, wallSheets } from './documents/wall.ts';
import { teacherFindings } from './rules/demand-findings.ts';
import { Editing } from './rules/editing.ts';
import {
  checkTimetable,
  defaultGoals,
  elsewhereOf,
  figuresOf,
  type Ground,
  type Lesson,
  lessonName,
  lessonsIn,
  lessonsOf,
  type Slot,
  slotOfKey,
  weekLetter,
  weeksOf,
} from './rules/index.ts';
import { SchoolSearch } from './rules/school-search.ts';
import { takenReasons } from './rules/taken-elsewhere.ts';
import { counter, lesson, smallGround } from './rules/testing.ts';

// 1.5 periods a week: one in every week, one in odd or even weeks of the school year.

const { ground: plain, demand } = smallGround();
const ground: Ground = {
  ...plain,
  subjectRules: plain.subjectRules.map((rule) => ({ ...rule, alternates: true, doubles: 0 })),
};
const half = { ...demand, subjects: demand.subjects.map((need) => ({ ...need, weekly: need.weekly - 0.5 })) };
const made = lessonsOf(ground, half, counter());
const at = (weekday: number, period = 1) => ({ weekday, half: 'morning' as const, period });
const periods = (lessons: readonly Lesson[], code: string) =>
  lessons
    .filter(({ subjectCode, classIds }) => subjectCode === code && classIds.includes('6A'))
    .reduce((sum, { duration }) => sum + duration, 0);

test('Half a period is a lesson of one of the weeks, two halves of a class take turns, and what that means is told', () => {
  const own = made.lessons.filter(({ classIds, weeks }) => weeks && classIds.includes('6A'));
  expect(own.map(({ subjectCode, weeks }) => [subjectCode, weeks])).toEqual([
    ['LIT', 'odd'],
    ['MATH', 'even'],
  ]);
  expect(['odd', 'even'].map((weeks) => periods(lessonsIn(made.lessons, weeks as 'odd'), 'LIT'))).toEqual([
    4, 3,
  ]);
  expect(made.findings.map(({ message }) => message)).toContainEqual(
    'Ngữ văn (6A): một tiết chỉ học tuần A (tuần lẻ của năm học).',
  );
  const without = lessonsOf(plain, half, counter());
  expect(without.lessons.every(({ weeks }) => weeks === null)).toBe(true);
  expect([weeksOf(7), weekLetter('even', weeksOf(7)), weekLetter('odd', weeksOf(8))]).toEqual([
    'odd',
    'B',
    'B',
  ]);
});

describe('Lessons of weeks that take turns', () => {
  const odd = lesson({ id: 'odd', weeks: 'odd', at: at(2) });
  const even = lesson({ id: 'even', weeks: 'even', subjectCode: 'MATH', staffIds: ['toan'], at: at(2) });

  test('do not clash in one place; with one of every week they do, in their week only', () => {
    expect(checkTimetable(ground, [odd, even])).toEqual([]);
    const always = lesson({ id: 'always', subjectCode: 'MATH', staffIds: ['toan'], at: at(2) });
    const found = checkTimetable(ground, [odd, always]);
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['classClash', 'Tuần A: Lớp 6A: tiết 1 sáng Thứ Ba có Văn 6A (tuần A) và Toán 6A.'],
    ]);
    expect(figuresOf(ground, [odd, even])).toMatchObject({ lessons: 2, mustFix: 0, teacherHalfDays: 1 });
    expect(lessonName({ ...ground, frame: { ...ground.frame, weekA: 'even' } }, odd)).toBe('Văn 6A (tuần B)');
  });

  test('are laid by the search so that no week is broken', () => {
    const search = new SchoolSearch({ ground, goals: defaultGoals, lessons: made.lessons }, 1, null);
    let best = search.news();
    for (let step = 0; step < 400 && !(best && best.unplaced === 0 && best.hard === 0); step += 1) {
      search.work();
      best = search.news() ?? best;
    }
    expect(best).toMatchObject({ unplaced: 0, hard: 0 });
    const laid = made.lessons.map((one) => ({ ...one, at: slotOfKey(best!.places[one.id]!.slot) }));
    expect(checkTimetable(ground, laid).filter(({ severity }) => severity === 'mustFix')).toEqual([]);
    // A week of twelve periods holds 11 and a half for the class only when halves share a place.
    const places = laid
      .filter(({ weeks, classIds }) => weeks && classIds.includes('6A'))
      .map((one) => one.at);
    expect(places).toHaveLength(2);
  });

  test('may be put where the other week has its lesson, and may not where every week has one', () => {
    const always = lesson({ id: 'always', at: at(3) });
    const moving = { ...even, at: at(4) };
    const week = new Editing({ ground, goals: defaultGoals, lessons: [odd, always, moving] }).week('even');
    const state = (weekday: number) =>
      [...week].find(([key]) => slotOfKey(key).weekday === weekday)?.[1].state;
    expect([state(2), state(3), state(4)]).toEqual(['free', 'conflict', 'here']);
  });

  test('may lie where a shared teacher is at the other school in the weeks of the other kind, and nowhere else there', () => {
    const taken = [
      { staffId: 'toan', school: 'Trường B', weeks: 'odd' as const, at: at(2), duration: 1 },
      { staffId: 'toan', school: 'Trường B', weeks: null, at: at(3), duration: 1 },
    ];
    const shared = { ...ground, taken };
    const always = { ...even, id: 'always', weeks: null };
    const rules = (lessons: readonly Lesson[]) =>
      checkTimetable(shared, lessons).map(({ rule, message }) => `${rule} ${message}`);
    expect(rules([even])).toEqual([]);
    expect(rules([always])).toEqual([
      'takenElsewhere Tuần A: Thầy Toán: tiết 1 sáng Thứ Ba đang dạy ở Trường B, trùng Toán 6A.',
    ]);
    const cells = (lesson: Lesson) => {
      const week = new Editing({ ground: shared, goals: defaultGoals, lessons: [lesson, odd] }).week(
        lesson.id,
      );
      return [2, 3].map((weekday) => [...week].find(([key]) => slotOfKey(key).weekday === weekday)?.[1]);
    };
    expect(cells({ ...even, at: at(4) }).map((cell) => cell?.state)).toEqual(['free', 'closed']);
    const [first] = cells({ ...always, at: at(4) });
    expect(first).toMatchObject({
      state: 'closed',
      reasons: [
        'Thầy Toán đang dạy ở Trường B tiết 1 sáng Thứ Ba, tuần A (tuần lẻ); tuần B (tuần chẵn) thì không.',
      ],
    });
    // The letter is the school's own; of a lesson of those weeks nothing is said of the others.
    const turned = { ...shared, frame: { ...shared.frame, weekA: 'even' as const } };
    const reasons = (lesson: Lesson, weekday: number, of: Ground = turned) =>
      takenReasons(
        of,
        lesson,
        'toan',
        at(weekday),
        of.taken.filter((one) => one.at.weekday === weekday),
      );
    expect(reasons({ ...even, weeks: 'odd' }, 2)).toEqual([
      'Thầy Toán đang dạy ở Trường B tiết 1 sáng Thứ Ba, tuần B (tuần lẻ).',
    ]);
    expect(reasons(even, 2)).toEqual([]);
    expect(reasons(even, 3)).toEqual(['Thầy Toán đang dạy ở Trường B tiết 1 sáng Thứ Tư, mọi tuần.']);
    const both = { ...turned, taken: [...taken, { ...taken[0]!, weeks: 'even' as const }] };
    expect(reasons(always, 2, both)).toEqual(['Thầy Toán đang dạy ở Trường B tiết 1 sáng Thứ Ba, mọi tuần.']);
    // Where the teacher is stands in the own week before anything is picked up.
    expect([...elsewhereOf(turned, 'toan').values()]).toEqual(['Trường B (B)', 'Trường B']);
    expect(elsewhereOf(turned, 'van').size).toBe(0);
  });

  test('of a shared teacher count against the hours left in their own weeks', () => {
    const full = [1, 2, 3, 4, 5, 6].flatMap((weekday) => [1, 2].map((period) => at(weekday, period)));
    const busy = full.slice(0, 11).map((slot) => ({
      ...{ staffId: 'toan', school: 'Trường B', weeks: 'odd' as const, at: slot, duration: 1 },
    }));
    const own = [even, { ...even, id: 'again' }];
    expect(teacherFindings({ ...ground, taken: busy }, own)).toEqual([]);
    const odds = own.map((one) => ({ ...one, weeks: 'odd' as const }));
    expect(teacherFindings({ ...ground, taken: busy }, odds)).toMatchObject([
      {
        message: expect.stringContaining(
          'có 2 tiết nhưng chỉ còn 1 tiết trong tuần có thể dạy, sau khi trừ 11 tiết tuần A dạy ở Trường B.',
        ),
      },
    ]);
  });

  test('stand in one cell of the sheet with their letters and what these mean, and come back from it as they were', async () => {
    const laid = [odd, even, lesson({ id: 'always', subjectCode: 'LIT', at: at(3) })];
    const weeks = [8, 15, 22].map((day, index) => ({
      ...{ number: index + 1, semester: 1 },
      startsOn: `2025-09-${String(day).padStart(2, '0')}`,
      endsOn: `2025-09-${day + 6}`,
    }));
    const printed = { schoolName: '', schoolYear: '', name: '', validity: '', weeks, ground, lessons: laid };
    const legend = (of: Printed) => wallBook(of, 'class', '6A').sheets[0]!.legend;
    expect(legend(printed)).toBe(
      '(A), (B): tiết chỉ học tuần A, tuần B. Tuần A (tuần lẻ của năm học) từ các ngày 08/09, 22/09. Tuần B (tuần chẵn của năm học) từ các ngày 15/09.',
    );
    const turned = { ...printed, ground: { ...ground, frame: { ...ground.frame, weekA: 'even' as const } } };
    expect(legend(turned)).toContain('Tuần A (tuần chẵn của năm học) từ các ngày 15/09');
    expect(legend({ ...printed, lessons: laid.slice(2) })).toBe('');
    const [school, classes] = await readWorkbook(await renderGridWorkbook(wallSheets(printed)), 'tkb.xlsx');
    const rows = school!.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    expect(rows.flat().join(' ')).toContain('Văn (A) / Toán (B)');
    for (const sheet of [school!, classes!])
      expect(sheet.rows.flat().filter((cell) => cell === legend(printed))).toHaveLength(1);
    const back = readWall(
      ground,
      laid.map((one) => ({ ...one, at: null })),
      rows,
    )!;
    expect(back.faults).toEqual([]);
    expect(Object.fromEntries(back.places)).toEqual({ odd: at(2), even: at(2), always: at(3) });
  });
});

test('Whatever lies where, the Excel of the whole school comes back as the same timetable: weeks A and B, groups of several classes, rooms', async () => {
  const rooms = ['Phòng Tin', 'Sân tập'].map((name) => ({
    ...{ id: name, name, kind: 'computer', capacity: 40, equipment: [], siteId: null },
  }));
  const school: Ground = { ...ground, rooms: [...ground.rooms, ...rooms] };
  const groups = ['Cờ vua', 'Bồi dưỡng Toán'].map((name) => ({
    ...{
      id: name,
      name,
      subjectCode: name === 'Cờ vua' ? null : 'MATH',
      teacherId: 'toan',
      periodsPerWeek: 2,
    },
    classIds: ['6A', '6B'],
    ...{ confirmed: true, kind: 'club', grade: 6, block: null, pupilsOfClass: { '6A': 10, '6B': 10 } },
  }));
  // And topics that pupils of both classes choose between, side by side.
  const topics = (['MATH', 'LIT'] as const).map((subjectCode) => ({
    ...{ id: subjectCode, name: `Chuyên đề ${subjectCode}`, subjectCode, teacherId: null, periodsPerWeek: 1 },
    ...{ confirmed: true, kind: 'topic', grade: 6, block: 'Lượt 1', classIds: ['6A', '6B'] },
    pupilsOfClass: { '6A': subjectCode === 'MATH' ? 20 : 15, '6B': subjectCode === 'MATH' ? 15 : 20 },
  }));
  const chosen = [
    { classId: '6A', kind: 'topic', subjectCode: 'MATH' },
    { classId: '6B', kind: 'topic', subjectCode: 'LIT' },
  ];
  const demanded = { ...half, groups: [...groups, ...topics], chosen };
  const asked = lessonsOf(school, demanded, counter()).lessons.map((one) => ({
    ...{ ...one, duration: 1 },
  }));
  const slots = [1, 2, 3, 4, 5, 6].flatMap((weekday) => [1, 2].map((period) => at(weekday, period)));
  const key = ({ weekday, period }: { weekday: number; period: number }) => `${weekday} ${period}`;
  const seed = fc.record({
    order: fc.shuffledSubarray(slots, { minLength: slots.length }),
    rooms: fc.infiniteStream(fc.constantFrom(null, ...rooms)),
  });
  await fc.assert(
    fc.asyncProperty(seed, async ({ order, rooms: dealt }) => {
      const taken = new Set(
        asked.flatMap((one) => (one.at ? one.classIds.map((id) => `${id} ${key(one.at!)}`) : [])),
      );
      // Groups first: they need a place that all their classes have free.
      const inOrder = [...asked.filter(({ kind }) => kind === 'group'), ...asked.toReversed()];
      const beside = new Map<string | null, Slot>();
      const laid = [...new Set(inOrder)].map((one): Lesson => {
        if (one.at) return one;
        const block = one.block === null ? undefined : beside.get(one.block);
        const place =
          block ??
          order.find((slot) =>
            one.classIds.every(
              (id) =>
                !['', 'odd', 'even'].some(
                  (weeks) =>
                    (!weeks || !one.weeks || weeks === one.weeks) &&
                    taken.has(`${id} ${key(slot)}${weeks && ` ${weeks}`}`),
                ),
            ),
          );
        if (!place) return one;
        if (one.block !== null) beside.set(one.block, place);
        for (const id of one.classIds) taken.add(`${id} ${key(place)}${one.weeks ? ` ${one.weeks}` : ''}`);
        const room = dealt.next().value;
        return { ...one, at: place, roomId: room ? room.id : one.roomId };
      });
      const printed = {
        schoolName: '',
        schoolYear: '',
        name: '',
        validity: '',
        weeks: [],
        ground: school,
        lessons: laid,
      };
      const [sheet] = await readWorkbook(
        await renderGridWorkbook(wallSheets(printed).slice(0, 1)),
        'tkb.xlsx',
      );
      const back = readWall(
        school,
        asked,
        sheet!.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
      )!;
      expect(back.faults).toEqual([]);
      expect(laid.filter(({ kind, at: slot }) => kind === 'group' && slot)).toHaveLength(6);
      // Lessons that are told apart by nothing may change names.
      const shown = (lessons: readonly Lesson[]) =>
        lessons
          .map((one) => [
            one.subjectCode,
            one.strand,
            one.title,
            one.weeks,
            one.classIds,
            one.staffIds,
            one.roomId,
            one.at,
          ])
          .map((one) => JSON.stringify(one))
          .sort();
      const returned = asked.map((one) => ({
        ...one,
        at: back.places.get(one.id) ?? one.at,
        roomId: back.rooms.get(one.id) ?? one.roomId,
      }));
      expect(shown(returned)).toEqual(shown(laid));
    }),
    { numRuns: 8 },
  );
});
