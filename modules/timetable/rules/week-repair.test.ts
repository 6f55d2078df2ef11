import { describe, expect, test } from 'vitest';
import { checkTimetable, defaultGoals, type Ground, heldLessons, type Lesson, slotOfDay } from './index.ts';
import { planMakeUp } from './make-up-places.ts';
import { lesson, smallGround } from './testing.ts';
import { answerMakeUp, makeRoom } from './week-make-up.ts';
import { repairWeek, type WeekRepairRequest } from './week-repair.ts';

const { ground } = smallGround();
/** Monday 8 to Saturday 13 September 2025. */
const days = ['08', '09', '10', '11', '12', '13'].map((day) => `2025-09-${day}`);
const at = (weekday: number, period = 1) => ({ weekday, half: 'morning' as const, period });

/** Every day literature then mathematics in 6A, the other way round in 6B; on Saturday nothing. */
const lessons = [1, 2, 3, 4, 5].flatMap((weekday): Lesson[] => [
  lesson({ id: `a${weekday}`, at: at(weekday, 1), roomId: 'room 6A' }),
  lesson({
    id: `b${weekday}`,
    at: at(weekday, 2),
    subjectCode: 'MATH',
    staffIds: ['toan'],
    roomId: 'room 6A',
  }),
  lesson({
    id: `c${weekday}`,
    at: at(weekday, 1),
    subjectCode: 'MATH',
    staffIds: ['toan'],
    classIds: ['6B'],
    roomId: 'room 6B',
  }),
  lesson({ id: `d${weekday}`, at: at(weekday, 2), classIds: ['6B'], roomId: 'room 6B' }),
]);
const asked = (over: Partial<WeekRepairRequest>, own: readonly Lesson[] = lessons): WeekRepairRequest => ({
  ground,
  goals: defaultGoals,
  openDays: days,
  held: heldLessons(new Map(days.map((day) => [day, own])), []),
  changed: [],
  closed: [],
  ...over,
});
const away = (...out: string[]) => [{ kind: 'staff' as const, id: 'van', days: out }];

/** Two groups of an elective block beside each other. */
const groups = (weekday: number) =>
  [
    ['g', 'van', 'room 6A'],
    ['h', 'toan', 'room 6B'],
  ].map(([id, staffId, roomId]) =>
    lesson({
      ...{ id: id!, kind: 'group', title: `Nhóm ${id}`, studyGroupId: id!, block: '6 Lượt 1 1' },
      ...{ classIds: ['6A', '6B'], staffIds: [staffId!], at: at(weekday), roomId: roomId! },
    }),
  );

/** The week with the moves made. */
function weekAfter(own: readonly Lesson[], { moves }: ReturnType<typeof repairWeek>): Lesson[] {
  const moved = new Map(moves.map((move) => [move.lessonId, move]));
  return own.map((one) => {
    const move = moved.get(one.id);
    return move ? { ...one, at: slotOfDay(move.to), roomId: move.to.roomId } : one;
  });
}

const broken = (own: Ground, week: readonly Lesson[]) =>
  checkTimetable(own, week).filter(({ severity }) => severity === 'mustFix');

describe('A teacher who is away for a day', () => {
  test('has the lessons moved, provedly as few as can be, to days on which the teacher is there', () => {
    const found = repairWeek(asked({ closed: away('2025-09-10') }));
    expect(found.outcome).toBe('proved');
    expect(found.moves.map(({ lessonId }) => lessonId)).toEqual(expect.arrayContaining(['a3', 'd3']));
    expect(found.moves).toHaveLength(found.lowerBound);
    expect(found.moves.every(({ from }) => days.includes(from.day))).toBe(true);
    const week = weekAfter(lessons, found);
    expect(broken(ground, week)).toEqual([]);
    expect(week.filter(({ staffIds, at: slot }) => staffIds.includes('van') && slot?.weekday === 3)).toEqual(
      [],
    );
  });

  test('moves the groups of an elective block as one, or leaves them beside one that was changed before and says so', () => {
    const wednesday = [...lessons.filter(({ id }) => id !== 'a3' && id !== 'c3'), ...groups(3)];
    const found = repairWeek(asked({ closed: away('2025-09-10') }, wednesday));
    expect(found.outcome).toBe('proved');
    const moved = found.moves.filter(({ lessonId }) => ['g', 'h'].includes(lessonId));
    expect(moved.map(({ lessonId }) => lessonId).toSorted()).toEqual(['g', 'h']);
    expect(moved[0]!.to).toMatchObject({ day: moved[1]!.to.day, period: moved[1]!.to.period });
    expect(moved.map(({ lessonId, to }) => [lessonId, to.roomId]).toSorted()).toEqual([
      ['g', 'room 6A'],
      ['h', 'room 6B'],
    ]);
    expect(broken(ground, weekAfter(wednesday, found))).toEqual([]);
    const own = [...lessons, ...groups(6)];
    // Whoever stands in for the other group does so at that hour: with only Saturday to go to, nothing comes there either.
    const settled = asked({ closed: away('2025-09-10', '2025-09-13'), changed: ['h'] }, own);
    const left = repairWeek(settled);
    expect(left.moves.map(({ lessonId }) => lessonId)).not.toContain('g');
    expect(left.moves.filter(({ to }) => to.day === '2025-09-13' && to.period === 1)).toEqual([]);
    expect(left.reason).toMatch(/Nhóm g học cùng giờ với nhóm đã có thay đổi/);
    expect(broken(ground, weekAfter(own, left))).toEqual([]);
  });

  test('moves nothing when the teacher has no lesson then, and nothing into days that are past or taken', () => {
    expect(repairWeek(asked({ closed: away('2025-09-13') }))).toMatchObject({
      outcome: 'nothing',
      moves: [],
    });
    const found = repairWeek(asked({ closed: away('2025-09-10'), openDays: days.slice(2) }));
    expect(found.moves.every(({ from, to }) => from.day >= '2025-09-10' && to.day >= '2025-09-10')).toBe(
      true,
    );
    expect(found.moves.length).toBeGreaterThan(0);
  });

  test('has the same moves proposed whatever ids and order the rows have', () => {
    const closed = away('2025-09-10');
    const usual = repairWeek(asked({ closed }));
    const renamed = lessons.map((one) => ({ ...one, id: `${9 - Number(one.id[1])}${one.id}` })).reverse();
    const other = repairWeek(asked({ closed }, renamed));
    expect(other.moves.map(({ lessonId, ...move }) => ({ ...move, lessonId: lessonId.slice(1) }))).toEqual(
      usual.moves,
    );
    expect(usual.moves.length).toBeGreaterThan(1);
  });

  test('keeps a lesson that was changed before, and an event goes on without the teacher', () => {
    const own = lessons.map((one) =>
      one.id === 'a3' ? { ...one, kind: 'event' as const, title: 'Chào cờ' } : one,
    );
    const found = repairWeek(asked({ closed: away('2025-09-10'), changed: ['d3'] }, own));
    expect(found).toMatchObject({ outcome: 'nothing', moves: [] });
  });

  test('who is away all week cannot be moved: that is said with what to do', () => {
    const found = repairWeek(asked({ closed: away(...days) }));
    expect(found).toMatchObject({ outcome: 'impossible', moves: [] });
    expect(found.reason).toContain('Hãy chọn người dạy thay');
  });
});

describe('A room that is closed', () => {
  test('all week, and no other one does: what to do is said, and that is not a substitute', () => {
    const found = repairWeek(asked({ closed: [{ kind: 'room', id: 'room 6A', days }] }));
    expect(found.moves).toEqual([]);
    expect(found.reason).toContain('cho nghỉ và dạy bù');
    expect(found.reason).not.toContain('dạy thay');
  });

  const spare = {
    id: 'spare',
    name: 'Phòng 3',
    kind: 'classroom',
    capacity: 40,
    equipment: [],
    siteId: null,
  };
  const closed = [{ kind: 'room' as const, id: 'room 6A', days: ['2025-09-09'] }];

  test('sends its lessons to another room of the kind at the same hour, when there is one with places', () => {
    const own = { ...ground, rooms: [...ground.rooms, spare] };
    const found = repairWeek(asked({ ground: own, closed }));
    expect(found).toMatchObject({ outcome: 'proved', lowerBound: 2 });
    expect(found.moves.map(({ from, to }) => [from.day, from.period, to.day, to.period, to.roomId])).toEqual(
      expect.arrayContaining([
        ['2025-09-09', 1, '2025-09-09', 1, 'spare'],
        ['2025-09-09', 2, '2025-09-09', 2, 'spare'],
      ]),
    );
    const small = { ...ground, rooms: [...ground.rooms, { ...spare, capacity: 10 }] };
    const elsewhere = repairWeek(asked({ ground: small, closed }));
    expect(elsewhere.moves.some(({ to }) => to.roomId === 'spare')).toBe(false);
  });

  test('without another room moves them to an hour in which it can be had', () => {
    const found = repairWeek(asked({ closed }));
    const week = weekAfter(lessons, found);
    expect(found.moves.length).toBeGreaterThanOrEqual(2);
    expect(broken(ground, week)).toEqual([]);
    expect(week.filter(({ roomId, at: slot }) => roomId === 'room 6A' && slot?.weekday === 2)).toEqual([]);
  });

  test('never sends a group of a block into the room of the one beside it', () => {
    const wednesday = [...lessons.filter(({ id }) => !['a3', 'b3', 'c3', 'd3'].includes(id)), ...groups(3)];
    const closed = [{ kind: 'room' as const, id: 'room 6A', days: ['2025-09-10'] }];
    const found = repairWeek(asked({ closed }, wednesday));
    const rooms = weekAfter(wednesday, found).filter(({ block }) => block !== null);
    expect(new Set(rooms.map(({ roomId }) => roomId)).size).toBe(2);
    const hall = { ...ground.rooms[0]!, id: 'room 6C', name: 'Phòng 6C' };
    const withHall = { ...ground, rooms: [...ground.rooms, hall] };
    expect(repairWeek({ ...asked({ closed }, wednesday), ground: withHall }).moves).toMatchObject([
      { lessonId: 'g', to: { day: '2025-09-10', period: 1, roomId: 'room 6C' } },
    ]);
  });
});

describe('A lesson to be made up', () => {
  // 6B has no lesson on Friday; mathematics cannot be taught on Saturday.
  const own = lessons.filter(({ id }) => id !== 'c5' && id !== 'd5');
  const lost = own.find(({ id }) => id === 'b1')!;
  const saturday = [1, 2].map((period) => ({
    ...{ of: 'staff' as const, id: 'toan', wish: 'closed' as const },
    at: at(6, period),
  }));
  const closedGround = { ...ground, wishes: saturday };
  const open = days.slice(1);
  const held = heldLessons(new Map(open.map((day) => [day, own])), []);
  const to = {
    ground: closedGround,
    days: open,
    held,
    away: new Set<string>(),
    takenOn: new Map(),
    shortage: new Map(),
  };

  test('without a period in which class and teacher are free is told why, with numbers; and that no more fit is proved', () => {
    const { places, why, most } = planMakeUp(to, [lost, own.find(({ id }) => id === 'a1')!]);
    expect(places).toEqual([undefined, { day: '2025-09-13', half: 'morning', period: 1, roomId: 'room 6A' }]);
    expect(why[0]).toBe('lớp còn 2 giờ trống nhưng Thầy Toán bận, vắng hoặc đóng cả');
    expect(most).toBe(true);
  });

  test('is not placed on a day on which the shared teacher is at the other school, and is on the same day of another week', () => {
    const elsewhere = [1, 2].map((period) => ({
      ...{ staffId: 'van', school: 'Trường B', weeks: 'odd' as const, at: at(6, period), duration: 1 },
    }));
    const first = (day: string) =>
      planMakeUp({ ...to, takenOn: new Map([[day, elsewhere]]) }, [own.find(({ id }) => id === 'a1')!])
        .places[0];
    expect(first('2025-09-13')).toBeUndefined();
    expect(first('2025-09-20')).toMatchObject({ day: '2025-09-13' });
  });

  test('is placed by moving the fewest others, when that is asked for', () => {
    const week = asked({ ground: closedGround, openDays: open, held });
    const found = answerMakeUp({ to, lost: [{ changeId: 'x', lesson: lost }], weeks: [week] }, () => false);
    expect(found.lessons[0]!.place).toMatchObject({ day: '2025-09-12', half: 'morning', period: 1 });
    expect(found.moves).toMatchObject([{ lessonId: 'a5', to: { day: '2025-09-13', period: 1 } }]);
    expect(found.fewest).toBe(true);
    const without = answerMakeUp({ to, lost: [{ changeId: 'x', lesson: lost }], weeks: [] }, () => false);
    expect(without).toMatchObject({ lessons: [{ place: null }], moves: [] });
  });

  test('is placed though another has no way, each after the one before; one that was placed stays where it is', () => {
    const week = asked({ ground: closedGround, openDays: open, held });
    const long = { changeId: 'long', lesson: { ...lost, id: 'long', duration: 3 } };
    const found = makeRoom([week], [long, { changeId: 'x', lesson: lost }], () => false);
    expect(found.placed).toMatchObject([{ changeId: 'x', place: { day: '2025-09-12', period: 1 } }]);
    expect(found.moves).toHaveLength(1);
    expect(makeRoom([week], [long, { changeId: 'x', lesson: lost }], () => true).placed).toEqual([]);
  });

  test('of a block is made up beside the other groups, each in its room, also where others are moved for it; alone when it alone was lost', () => {
    const both = groups(6).map((one) => ({ ...one, block: '6 Lượt 1 1 2025-09-06' }));
    const free = planMakeUp({ ...to, ground }, both);
    expect(free.places).toEqual(
      ['room 6A', 'room 6B'].map((roomId) => ({ day: '2025-09-13', half: 'morning', period: 1, roomId })),
    );
    // One of the teachers cannot come on Saturday: then neither group learns, for the other would sit without its turn.
    const closed = planMakeUp(to, both);
    expect(closed.places).toEqual([undefined, undefined]);
    expect(planMakeUp(to, both.slice(0, 1)).places).toMatchObject([{ day: '2025-09-13' }]);
    const week = asked({ ground: closedGround, openDays: open, held });
    const asLost = both.map((one) => ({ changeId: `lost ${one.id}`, lesson: one }));
    const found = answerMakeUp({ to, lost: asLost, weeks: [week] }, () => false);
    expect(found.lessons.map(({ place }) => place)).toMatchObject([
      { day: '2025-09-12', period: 1, roomId: 'room 6A' },
      { day: '2025-09-12', period: 1, roomId: 'room 6B' },
    ]);
    expect(found.moves).toMatchObject([{ lessonId: 'a5', to: { day: '2025-09-13' } }]);
  });

  test('waits for the place of another only as long as the day and the places at noon have room', () => {
    const bells = [
      ...ground.frame.bells,
      { half: 'afternoon' as const, period: 1, startsAt: '13:30', endsAt: '14:15' },
    ];
    const both = own.filter(({ id }) => id === 'b1' || id === 'c1');
    const [only] = open;
    const noon = (noonClasses: number) => ({
      ...{ ...to, days: [only!], held: held.filter(({ day }) => day === only) },
      ground: { ...ground, frame: { ...ground.frame, bells, noonClasses } },
    });
    const count = (classes: number) => planMakeUp(noon(classes), both).places.filter((place) => place).length;
    // One teacher for both classes: one of them at most, and none when nobody eats at noon.
    expect([count(2), count(0)]).toEqual([1, 0]);
  });
});
