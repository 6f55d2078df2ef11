import type { SchoolLesson } from '#engines/timetable';
import { type Ground, type Kept, type Lesson, pupilsOf } from './ground.ts';
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
  return (lesson) => {
    const { roomId } = lesson;
    const kind = kindOf.get(roomId ?? '');
    if (!roomId || kind === undefined) return undefined;
    const { roomKind, equipment } = roomWish(ground, lesson);
    const own = ground.rooms.filter((room) => room.kind === kind);
    // What no room has cannot be asked for: then any of the kind will do, and the checks say what is missing.
    const equipped = equipment.length > 0 ? fittingRooms(ground, { ...lesson, roomId }) : [];
    if (
      roomId === freedRoomId ||
      (!lesson.locked && lesson.block === null && (roomKind === kind || (!roomKind && equipped.length > 0)))
    ) {
      const rooms = equipped.length > 0 ? equipped : own;
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
