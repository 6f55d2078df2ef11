import type { Actor } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { type Placing, placeLessons, type Timetable, touchTimetable } from '../data/timetables.ts';
import { timetableErrors } from '../errors.ts';
import { figuresOf, lessonName, sameSlot } from '../rules/index.ts';
import { holdOpenTimetable } from './timetables.ts';

type Place = Omit<Placing, 'lessonId'>;

export interface LessonChange extends Placing {
  /** What the person saw before the change. */
  readonly seen: Place;
}

function samePlace(one: Place, other: Place): boolean {
  return sameSlot(one.at, other.at) && one.roomId === other.roomId && one.locked === other.locked;
}

/**
 * Puts lessons of an unpublished timetable where they shall lie: all of them or none. People who move different lessons do not
 * hinder each other; in the same lesson the second is told both places. Conflicts are allowed while editing, and counted.
 * @throws Refusal timetable.lessonsChangedMeanwhile (both places), badLessons (all faults), alreadyPublished, timetableNotFound,
 *   schoolOutOfReach
 */
export async function saveLessons(
  tx: WriteTx,
  actor: Actor,
  timetableId: string,
  changes: readonly LessonChange[],
  now: Date,
): Promise<{ timetable: Timetable; saved: number }> {
  const { timetable, ground, lessons } = await holdOpenTimetable(tx, actor, timetableId);
  if (timetable.publishedAt) throw timetableErrors.alreadyPublished();
  const known = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const rooms = new Set(ground.rooms.map(({ id }) => id));
  const problems = changes.flatMap(({ lessonId, at, roomId }, index): Problem[] => {
    const path = `changes.${index}`;
    const lesson = known.get(lessonId);
    if (!lesson) return [{ path, message: 'Tiết này không còn trong thời khoá biểu. Hãy tải lại trang.' }];
    const name = lessonName(ground, lesson);
    if (changes.findIndex((other) => other.lessonId === lessonId) < index)
      return [{ path, message: `${name} được gửi hai lần. Hãy tải lại trang.` }];
    if (roomId && !rooms.has(roomId))
      return [{ path, message: `${name}: phòng không còn dùng. Hãy chọn phòng khác.` }];
    const last = at ? at.period + lesson.duration - 1 : 0;
    if (at && !ground.frame.bells.some(({ half, period }) => half === at.half && period === last))
      return [
        {
          path,
          message: `${name}: ${last > 0 ? `tiết ${last}` : 'giờ này'} không có trong các tiết học của trường.`,
        },
      ];
    return [];
  });
  if (problems.length > 0) throw timetableErrors.badLessons(problems);
  const overtaken = changes.filter(({ lessonId, seen }) => !samePlace(known.get(lessonId)!, seen));
  if (overtaken.length > 0) {
    throw timetableErrors.lessonsChangedMeanwhile(
      overtaken.map(({ lessonId, at, roomId, locked }) => ({ lessonId, at, roomId, locked })),
      overtaken.map(({ lessonId }) => {
        const { at, roomId, locked } = known.get(lessonId)!;
        return { lessonId, at, roomId, locked };
      }),
    );
  }
  const saved = await placeLessons(tx, timetableId, changes);
  const moved = new Map(changes.map((change) => [change.lessonId, change]));
  const after = lessons.map((lesson) => {
    const change = moved.get(lesson.id);
    return change ? { ...lesson, at: change.at, roomId: change.roomId, locked: change.locked } : lesson;
  });
  return { timetable: await touchTimetable(tx, timetableId, figuresOf(ground, after), now), saved };
}
