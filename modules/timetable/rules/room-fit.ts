import { type RoomKind, roomKindWords } from '#rules/people';
import { type Ground, type Lesson, pupilsOf, type RoomFact } from './ground.ts';
import { lessonName } from './names.ts';
import { sameWeeks, slotKey, slotsTaken } from './week.ts';

/** The kind of a room within a sentence: 'phòng Tin học'. */
function roomKindName(kind: string): string {
  const words = roomKindWords[kind as RoomKind] ?? kind;
  return words.slice(0, 1).toLocaleLowerCase('vi') + words.slice(1);
}

/** Equipment by name, upper and lower case alike. */
export const equipmentKey = (name: string): string => name.toLocaleLowerCase('vi');

/** What of some equipment a room has not, by name; upper and lower case are the same. */
export function missingEquipment(room: RoomFact, wanted: readonly string[]): string[] {
  return wanted.filter((name) => !room.equipment.some((own) => equipmentKey(own) === equipmentKey(name)));
}

/** What a lesson asks of its room. */
export function roomWish(
  ground: Pick<Ground, 'subjectRules'>,
  { kind, subjectCode }: Pick<Lesson, 'kind' | 'subjectCode'>,
): { roomKind: string | null; equipment: readonly string[] } {
  const rule =
    kind === 'event' ? undefined : ground.subjectRules.find((one) => one.subjectCode === subjectCode);
  return { roomKind: rule?.roomKind ?? null, equipment: rule?.equipment ?? [] };
}

/** Rooms that have what a lesson asks for, its own first; of another class's own room nothing is asked. */
export function fittingRooms(
  ground: Ground,
  lesson: Pick<Lesson, 'kind' | 'subjectCode' | 'classIds' | 'roomId'>,
): RoomFact[] {
  const { roomKind, equipment } = roomWish(ground, lesson);
  const homes = new Set(
    ground.classes.flatMap(({ id, roomId }) => (roomId && !lesson.classIds.includes(id) ? [roomId] : [])),
  );
  const fits = (room: RoomFact) =>
    (roomKind === null ? !homes.has(room.id) : room.kind === roomKind) &&
    missingEquipment(room, equipment).length === 0;
  const own = ground.rooms.filter(({ id }) => id === lesson.roomId);
  return [...own, ...ground.rooms.filter(({ id }) => id !== lesson.roomId)].filter(fits);
}

/**
 * Why a room does not do for a lesson where it lies, in words: another kind than its subject asks for, equipment that it has not, too few
 * places, another lesson there or closed; empty when it does.
 */
export function whyNotRoom(
  ground: Ground,
  lessons: readonly Lesson[],
  lesson: Lesson,
  room: RoomFact,
): string[] {
  const { roomKind, equipment } = roomWish(ground, lesson);
  const missing = missingEquipment(room, equipment);
  const pupils = pupilsOf(ground, lesson);
  const taken = new Set((lesson.at ? slotsTaken(lesson.at, lesson.duration) : []).map(slotKey));
  const other = lessons.find(
    (one) =>
      one.id !== lesson.id &&
      one.roomId === room.id &&
      sameWeeks(one, lesson) &&
      one.at &&
      slotsTaken(one.at, one.duration).some((slot) => taken.has(slotKey(slot))),
  );
  const closed = ground.wishes.some(
    ({ of, id, at, wish }) => of === 'room' && id === room.id && wish === 'closed' && taken.has(slotKey(at)),
  );
  return [
    ...(roomKind !== null && room.kind !== roomKind ? [`không phải ${roomKindName(roomKind)}`] : []),
    ...(missing.length > 0 ? [`không có ${missing.join(', ').toLocaleLowerCase('vi')}`] : []),
    ...(room.capacity !== null && room.capacity < pupils ? [`${room.capacity} chỗ, ${pupils} học sinh`] : []),
    ...(other ? [`đang có ${lessonName(ground, other)}`] : []),
    ...(closed ? ['đã đóng giờ này'] : []),
  ];
}
