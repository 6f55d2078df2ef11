import type { SchoolLesson } from '#engines/timetable';
import { type Ground, type Kept, type Lesson, pupilsOf, type RoomFact } from './ground.ts';
import { equipmentKey, fittingRooms, roomWish } from './room-fit.ts';

/**
 * The room a lesson needs: any that has the kind and the equipment its subject asks for, as far as the school has one; else the room it has. A home room that no other
 * class uses is free whenever its class is, so it is left out as long as it is never closed.
 */
export function roomRules(
  ground: Ground,
  lessons: readonly Lesson[],
  freedRoomId: string | undefined,
  closed: (of: Kept, id: string) => readonly unknown[],
): (lesson: Lesson) => SchoolLesson['room'] | undefined {
  const kindOf = new Map(ground.rooms.map(({ id, kind }) => [id, kind]));
  const homes = Map.groupBy(
    ground.classes.filter(({ roomId }) => roomId),
    ({ roomId }) => roomId,
  );
  const visited = new Set(
    lessons
      .filter(({ roomId, classIds }) => !classIds.includes(homes.get(roomId)?.[0]?.id ?? ''))
      .map(({ roomId }) => roomId),
  );
  const alone = (id: string) =>
    homes.get(id)?.length === 1 && !visited.has(id) && closed('room', id).length === 0;
  const wishOf = (lesson: Lesson) => {
    const { roomId } = lesson;
    const kind = kindOf.get(roomId ?? '');
    if (!roomId || kind === undefined) return undefined;
    const { roomKind, equipment } = roomWish(ground, lesson);
    // What no room has cannot be asked for: then any of the kind will do, and the checks say what is missing.
    const equipped = equipment.length > 0 ? fittingRooms(ground, { ...lesson, roomId }) : [];
    const rooms = equipped.length > 0 ? equipped : ground.rooms.filter((room) => room.kind === kind);
    const chooses =
      roomId === freedRoomId || (!lesson.locked && (roomKind === kind || (!roomKind && equipped.length > 0)));
    return { roomId, kind, roomKind, equipment, equipped, rooms, chooses };
  };
  const beside = Map.groupBy(
    lessons.filter(({ block }) => block !== null),
    ({ block }) => block,
  );
  return (lesson) => {
    const wish = wishOf(lesson);
    if (!wish) return undefined;
    const { roomId, kind, roomKind, equipment, equipped, rooms, chooses } = wish;
    if (chooses && lesson.block !== null) {
      const together = beside.get(lesson.block) ?? [];
      const choosing = together.filter((one) => wishOf(one)?.chooses);
      return { ids: roomsInBlock(ground, lesson, rooms, together, choosing), tight: true };
    }
    if (chooses) {
      const places = pupilsOf(ground, lesson);
      const fits = rooms.some((room) => (room.capacity ?? places) >= places);
      return {
        ...(equipped.length === 0 || roomKind
          ? { kind: roomKind ?? kind }
          : { ids: equipped.map(({ id }) => id) }),
        ...(equipped.length > 0 && { equipment: equipment.map(equipmentKey) }),
        ...(!fits && { tight: true }),
      };
    }
    return freedRoomId === undefined && alone(roomId) ? undefined : { ids: [roomId], tight: true };
  };
}

/**
 * Rooms a group of an elective block may have: its own, and a share of those that none of the others has and that have places for its pupils.
 * Shares are dealt out by turns: the groups of a block start together, so no two of them may have a room in common.
 */
function roomsInBlock(
  ground: Ground,
  lesson: Lesson,
  rooms: readonly RoomFact[],
  together: readonly Lesson[],
  choosing: readonly Lesson[],
): string[] {
  const taken = new Set(together.map(({ roomId }) => roomId));
  const turn = choosing.findIndex(({ id }) => id === lesson.id);
  const places = pupilsOf(ground, lesson);
  const free = rooms.filter(
    (room) =>
      !taken.has(room.id) &&
      (room.capacity ?? places) >= places &&
      ground.rooms.findIndex(({ id }) => id === room.id) % choosing.length === turn,
  );
  return [...(lesson.roomId ? [lesson.roomId] : []), ...free.map(({ id }) => id)];
}
