import type { SchoolLesson } from '#engines/timetable';
import { type Ground, type Kept, type Lesson, pupilsOf } from './ground.ts';

/**
 * The room a lesson needs: any of the kind when its subject needs one and it has one, else the room it has. A home room that no other
 * class uses is free whenever its class is, so it is left out as long as it is never closed.
 */
export function roomRules(
  ground: Ground,
  lessons: readonly Lesson[],
  freedRoomId: string | undefined,
  closed: (of: Kept, id: string) => readonly unknown[],
): (lesson: Lesson) => SchoolLesson['room'] | undefined {
  const kindOf = new Map(ground.rooms.map(({ id, kind }) => [id, kind]));
  const wanted = new Map(ground.subjectRules.map(({ subjectCode, roomKind }) => [subjectCode, roomKind]));
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
    if (roomId === freedRoomId || (!lesson.locked && wanted.get(lesson.subjectCode ?? '') === kind)) {
      const places = pupilsOf(ground, lesson);
      const fits = ground.rooms.some((room) => room.kind === kind && (room.capacity ?? places) >= places);
      return fits ? { kind } : { kind, tight: true };
    }
    return freedRoomId === undefined && alone(roomId) ? undefined : { ids: [roomId], tight: true };
  };
}
