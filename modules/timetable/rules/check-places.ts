import type { Board } from './board.ts';
import { type Lesson, pupilsOf } from './ground.ts';
import { lessonName, nameOf } from './names.ts';
import { missingEquipment, roomWish } from './room-fit.ts';
import { type Violation, violation } from './violation.ts';
import { type Half, halfNames, weekdayName, weekdays } from './week.ts';

/** What lessons break by where they are held: places of rooms, classes that stay over noon, ways between the sites of a school. */
export function placeViolations(board: Board): Violation[] {
  const placed = board.lessons.filter(({ at }) => at);
  return [
    ...smallRooms(board, placed),
    ...unequippedRooms(board, placed),
    ...fullNoons(board, placed),
    ...hurriedWays(board, placed),
  ];
}

function smallRooms({ ground }: Board, lessons: readonly Lesson[]): Violation[] {
  const rooms = new Map(ground.rooms.map((room) => [room.id, room]));
  const tight = lessons.flatMap((lesson) => {
    const room = rooms.get(lesson.roomId ?? '');
    const pupils = pupilsOf(ground, lesson);
    return room && room.capacity !== null && room.capacity < pupils ? [{ lesson, room, pupils }] : [];
  });
  // A class in its own small room all week is one thing to know, not thirty.
  return [...Map.groupBy(tight, ({ lesson, room }) => `${lesson.classIds.join()} ${room.id}`).values()].map(
    (own) => {
      const { lesson, room, pupils } = own[0]!;
      const whose =
        lesson.kind === 'group'
          ? (lesson.title ?? '')
          : lesson.classIds.map((id) => nameOf(ground, 'class', id)).join(', ');
      return violation(
        'roomTooSmall',
        `${whose}: ${pupils} học sinh, ${room.name} chỉ có ${room.capacity} chỗ.`,
        own.map((one) => one.lesson),
      );
    },
  );
}

function unequippedRooms({ ground }: Board, lessons: readonly Lesson[]): Violation[] {
  const rooms = new Map(ground.rooms.map((room) => [room.id, room]));
  const found = lessons.flatMap((lesson) => {
    const { equipment } = roomWish(ground, lesson);
    const room = rooms.get(lesson.roomId ?? '');
    const missing = room ? missingEquipment(room, equipment) : equipment;
    return missing.length > 0 ? [{ lesson, room, missing }] : [];
  });
  return [
    ...Map.groupBy(found, ({ lesson, room }) => `${lessonName(ground, lesson)} ${room?.id}`).values(),
  ].map((own) => {
    const { lesson, room, missing } = own[0]!;
    return violation(
      'roomUnequipped',
      `${lessonName(ground, lesson)}: ${room ? `${room.name} không có` : 'chưa có phòng nào có'} ${missing.join(', ').toLocaleLowerCase('vi')}.`,
      own.map((one) => one.lesson),
    );
  });
}

function fullNoons({ ground }: Board, lessons: readonly Lesson[]): Violation[] {
  const most = ground.frame.noonClasses;
  if (most === null) return [];
  return weekdays.flatMap((weekday) => {
    const today = lessons.filter(({ at }) => at!.weekday === weekday);
    const on = (half: Half) =>
      new Set(today.filter(({ at }) => at!.half === half).flatMap(({ classIds }) => classIds));
    const afternoon = on('afternoon');
    const staying = new Set([...on('morning')].filter((id) => afternoon.has(id)));
    if (staying.size <= most) return [];
    return [
      violation(
        'noonPlaces',
        `${weekdayName(weekday)}: ${staying.size} lớp ở lại trưa, chỗ ăn nghỉ chỉ đủ ${most} lớp.`,
        today.filter(
          ({ at, classIds }) => at!.half === 'afternoon' && classIds.some((id) => staying.has(id)),
        ),
      ),
    ];
  });
}

/** Lessons of one teacher in one half day at two sites with too few free periods between. */
function hurriedWays({ ground }: Board, lessons: readonly Lesson[]): Violation[] {
  const needed = ground.frame.travelPeriods;
  if (needed === 0) return [];
  const siteOfRoom = new Map(ground.rooms.map(({ id, siteId }) => [id, siteId]));
  const siteOfClass = new Map(ground.classes.map(({ id, siteId }) => [id, siteId]));
  const siteOf = ({ roomId, classIds }: Lesson) =>
    siteOfRoom.get(roomId ?? '') ?? siteOfClass.get(classIds[0] ?? '') ?? null;
  const halfDays = Map.groupBy(
    lessons.flatMap((lesson) => lesson.staffIds.map((id) => ({ id, lesson, site: siteOf(lesson) }))),
    ({ id, lesson }) => `${id} ${lesson.at!.weekday} ${lesson.at!.half}`,
  );
  return [...halfDays.values()].flatMap((own) => {
    const sorted = own
      .filter(({ site }) => site !== null)
      .sort((one, other) => one.lesson.at!.period - other.lesson.at!.period);
    return sorted.slice(1).flatMap((next, index) => {
      const { lesson: before, site } = sorted[index]!;
      const free = next.lesson.at!.period - before.at!.period - before.duration;
      if (site === next.site || free >= needed) return [];
      const { weekday, half } = before.at!;
      return [
        violation(
          'travel',
          `${nameOf(ground, 'staff', next.id)}: ${halfNames[half]} ${weekdayName(weekday)} dạy ${lessonName(ground, before)} rồi ${lessonName(ground, next.lesson)} ở hai điểm trường, cần ${needed} tiết để đi.`,
          [before, next.lesson],
        ),
      ];
    });
  });
}
