import { expect, test } from 'vitest';
import { type DayChange, heldLessons, withoutTeacher } from './day-plan.ts';
import { whyNotRoom } from './room-fit.ts';
import { changedLessons, isGone, shownOfOne, shownWeek } from './shown-week.ts';
import { lesson, smallGround } from './testing.ts';
import { slotName } from './week.ts';

const week = { startsOn: '2025-09-22', endsOn: '2025-09-28' };
const monday = { weekday: 1, half: 'morning', period: 1 } as const;
const change = (lessonId: string, day: string, kind: DayChange['kind'], to: DayChange['to']): DayChange => ({
  ...{ lessonId, day, kind, to },
  ...{ absent: [], roomId: null },
});
const wednesday = { day: '2025-09-24', half: 'morning', period: 2 } as const;

test('A lesson made up in the week stands where it is made up, and where it fell away it says so; one of another week too', () => {
  const lost = lesson({ id: 'lost', at: monday });
  const elsewhere = lesson({ id: 'elsewhere', subjectCode: 'MATH', at: null });
  const shown = shownWeek(
    [lost, elsewhere],
    [
      change('lost', '2025-09-22', 'madeUp', wednesday),
      change('elsewhere', '2025-09-15', 'madeUp', { ...wednesday, period: 1 }),
    ],
    week,
  );
  expect(shown.map(({ id, at, come, change: away }) => [id, at?.weekday, come?.day, away?.day])).toEqual([
    ['lost', 1, undefined, '2025-09-22'],
    ['elsewhere', undefined, undefined, undefined],
    ['lost 2025-09-22', 3, '2025-09-22', undefined],
    ['elsewhere 2025-09-15', 3, '2025-09-15', undefined],
  ]);
});

test('Changes of a week are told in the order of days and hours, each with the hours of its lesson', () => {
  const late = lesson({ id: 'late', at: { ...monday, period: 4 }, duration: 2 });
  const early = lesson({ id: 'early', at: monday });
  const told = changedLessons(
    [late, early],
    [
      change('early', '2025-09-29', 'cancelled', null),
      change('late', '2025-09-22', 'cancelled', null),
      change('early', '2025-09-22', 'cancelled', null),
      change('of others', '2025-09-22', 'cancelled', null),
      // Moved to Wednesday, where it has fallen away.
      change('late', '2025-09-15', 'cancelled', wednesday),
    ],
  );
  expect(told.map((one) => `${slotName(one.at!, one.lesson.duration)} ${one.day}`)).toEqual([
    'tiết 1 sáng Thứ Hai 2025-09-22',
    'tiết 4–5 sáng Thứ Hai 2025-09-22',
    'tiết 2–3 sáng Thứ Tư 2025-09-24',
    'tiết 1 sáng Thứ Hai 2025-09-29',
  ]);
});

test('What is made up in a later week stands nowhere else in this one, and a moved lesson stands once', () => {
  const lessons = [
    lesson({ id: 'late', at: monday }),
    lesson({ id: 'moved', subjectCode: 'MATH', at: monday }),
  ];
  const shown = shownWeek(
    lessons,
    [
      change('late', '2025-09-22', 'madeUp', { ...wednesday, day: '2025-10-01' }),
      change('moved', '2025-09-22', 'moved', wednesday),
    ],
    week,
  );
  expect(shown.map(({ id, at }) => [id, at?.weekday])).toEqual([
    ['late', 1],
    ['moved', 3],
  ]);
});

test('A room with a lesson of week A is free for one of week B, and not for one of every week', () => {
  const { ground } = smallGround();
  const there = lesson({ id: 'A', weeks: 'odd', roomId: 'room 6A', at: monday });
  const why = (weeks: 'odd' | 'even' | null) =>
    whyNotRoom(
      ground,
      [there],
      lesson({ id: 'other', subjectCode: 'MATH', weeks, at: monday }),
      ground.rooms[0]!,
    );
  expect(why('even')).toEqual([]);
  expect([why('odd'), why(null)]).toEqual([['đang có Văn 6A (tuần A)'], ['đang có Văn 6A (tuần A)']]);
});

test('What falls away or is held elsewhere is gone from where it stands; what is online, stood in for or come from elsewhere is not', () => {
  const kinds = ['cancelled', 'madeUp', 'moved', 'online', 'substituted'] as const;
  const later = { ...wednesday, day: '2025-10-01' };
  const gone = kinds.map((kind) => {
    const to = kind === 'madeUp' || kind === 'moved' ? later : null;
    const [shown] = shownWeek(
      [lesson({ id: 'one', at: monday })],
      [change('one', '2025-09-22', kind, to)],
      week,
    );
    return isGone(shown!, undefined);
  });
  expect(gone).toEqual([true, true, true, false, false]);
  const moved = change('one', '2025-09-22', 'moved', wednesday);
  const [come] = shownWeek([lesson({ id: 'one', at: monday })], [moved], week);
  expect(isGone(come!, undefined)).toBe(false);
});

test('A lesson that somebody stands in for is gone from the week of who is away, not from that of who stands in or teaches it too', () => {
  const standIn = {
    ...change('one', '2025-09-22', 'substituted', null),
    absent: [{ staffId: 'van', standInId: 'toan' }],
  };
  const together = lesson({ id: 'one', staffIds: ['van', 'sử'], at: monday });
  const [shown] = shownWeek([together], [standIn], week);
  expect(['van', 'toan', 'sử', undefined].map((id) => isGone(shown!, id))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('Of two teachers of a lesson the one who is not away still teaches it, beside whoever stands in', () => {
  const together = lesson({ id: 'one', staffIds: ['van', 'sử'], at: monday });
  const taughtBy = (...absent: DayChange['absent'][number][]) =>
    heldLessons(new Map([['2025-09-22', [together]]]), [
      { ...change('one', '2025-09-22', 'substituted', null), absent },
    ]).map(({ staffIds }) => staffIds);
  const van = { staffId: 'van', standInId: 'toan' };
  expect(taughtBy(van)).toEqual([['toan', 'sử']]);
  expect(taughtBy({ staffId: 'sử', standInId: null }, van)).toEqual([['toan']]);
});

test('When a teacher of a lesson is away too, it is held by whoever is left, and falls away when that is nobody', () => {
  const day = '2025-09-22';
  const together = lesson({ id: 'one', staffIds: ['van', 'sử'], at: monday });
  const van = (standInId: string | null) => ({ staffId: 'van', standInId });
  const sử = { staffId: 'sử', standInId: null };
  const alone = withoutTeacher(together, day, undefined, van(null));
  expect(alone).toMatchObject({ kind: 'heldByOthers', absent: [van(null)] });
  expect(withoutTeacher(together, day, alone, sử)).toMatchObject({ kind: 'cancelled' });
  const stoodIn = withoutTeacher(together, day, undefined, van('toan'));
  expect(withoutTeacher(together, day, stoodIn, sử)).toMatchObject({
    ...{ kind: 'substituted', absent: [van('toan'), sử] },
  });
  // Recorded anew, the absence has the substitute named last.
  expect(withoutTeacher(together, day, stoodIn, van('lí')).absent).toEqual([van('lí')]);
  expect(withoutTeacher(together, day, change('one', day, 'online', null), sử).kind).toBe('online');
  expect(withoutTeacher(together, day, change('one', day, 'cancelled', null), van('toan')).kind).toBe(
    'cancelled',
  );
  const moved = withoutTeacher(together, day, change('one', day, 'moved', wednesday), sử);
  expect(moved).toMatchObject({ kind: 'moved', to: wednesday });
});

test('A lesson that falls away where it was moved or made up stands there, gone; one whose substitute is there is held', () => {
  const lessons = [
    lesson({ id: 'moved', at: monday }),
    lesson({ id: 'elsewhere', subjectCode: 'MATH', at: null }),
  ];
  const lost = change('moved', '2025-09-22', 'cancelled', wednesday);
  const shown = shownWeek(
    lessons,
    [lost, change('elsewhere', '2025-09-15', 'cancelled', { ...wednesday, period: 1 })],
    week,
  );
  expect(shown.map((one) => [one.id, one.at?.weekday, isGone(one, undefined)])).toEqual([
    ['moved', 3, true],
    ['elsewhere', undefined, false],
    ['elsewhere 2025-09-15', 3, true],
  ]);
  const lessonsOn = new Map([
    ['2025-09-22', lessons],
    ['2025-09-24', lessons],
  ]);
  expect(heldLessons(lessonsOn, [lost])).toEqual([]);
  const standIn = { ...lost, kind: 'moved' as const, absent: [{ staffId: 'van', standInId: 'toan' }] };
  const [stoodIn] = shownWeek([lesson({ id: 'moved', staffIds: ['van'], at: monday })], [standIn], week);
  expect(['van', 'toan', undefined].map((id) => isGone(stoodIn!, id))).toEqual([true, false, false]);
  expect(shownOfOne([stoodIn!], 'teacher', 'toan')).toHaveLength(1);
  expect(heldLessons(lessonsOn, [{ ...standIn, lessonId: 'moved' }])).toMatchObject([
    { day: '2025-09-24', from: '2025-09-22', staffIds: expect.arrayContaining(['toan']) },
  ]);
});

test('A teacher who stands in sees the lesson in the own week, beside those of the own; the one who is away sees who does', () => {
  const away = lesson({ id: 'away', staffIds: ['van'], at: monday });
  const own = lesson({ id: 'own', staffIds: ['toan'], at: { ...monday, period: 2 } });
  const standIn = {
    ...change('away', '2025-09-22', 'substituted', null),
    absent: [{ staffId: 'van', standInId: 'toan' }],
  };
  const shown = shownWeek([away, own], [standIn], week);
  const idsOf = (id: string) => shownOfOne(shown, 'teacher', id).map((one) => one.id);
  expect(idsOf('toan')).toEqual(['away', 'own']);
  expect(idsOf('van')).toEqual(['away']);
  expect(shownOfOne(shown, 'class', '9Z')).toEqual([]);
  // In another week nobody stands in.
  const later = { startsOn: '2025-09-29', endsOn: '2025-10-05' };
  expect(
    shownOfOne(shownWeek([away, own], [standIn], later), 'teacher', 'toan').map((one) => one.id),
  ).toEqual(['own']);
});
