import { type DayChange, isHeldInPlace, slotOfDay } from './day-plan.ts';
import { lessonsOfOne, type View } from './grid.ts';
import type { Lesson } from './ground.ts';
import { type Slot, slotKey } from './week.ts';

/** A lesson in the week as it is held, and what makes it stand otherwise than it hangs. */
export interface ShownLesson extends Lesson {
  /** Lies there instead of where it hangs: moved, or made up from the day of the change, or fallen away there. */
  readonly come: DayChange | undefined;
  /** Is not held there as it hangs: a teacher away, fallen away, online, made up elsewhere. */
  readonly change: DayChange | undefined;
}

/**
 * The lessons of a week as they are held: a moved one stands where it goes, one that is made up in the week stands there too, whichever
 * day it was lost on. `lessons`: also those of other weeks that are made up in this one, without a place (`at` null). Ids of what is made
 * up are of their own.
 */
export function shownWeek(
  lessons: readonly Lesson[],
  changes: readonly DayChange[],
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): ShownLesson[] {
  const within = (day: string) => startsOn <= day && day <= endsOn;
  const comes = ({ to }: DayChange) => to !== null && within(to.day);
  const changed = new Map(changes.filter(({ day }) => within(day)).map((one) => [one.lessonId, one]));
  const known = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const regular = lessons.map((lesson): ShownLesson => {
    const change = changed.get(lesson.id);
    if (!change?.to || change.kind === 'madeUp' || !comes(change))
      return { ...lesson, come: undefined, change };
    const roomId = change.roomId ?? lesson.roomId;
    return { ...lesson, at: slotOfDay(change.to), roomId, come: change, change: undefined };
  });
  const madeUp = changes.flatMap((change): ShownLesson[] => {
    const lesson = known.get(change.lessonId);
    const isOnceMore = change.kind === 'madeUp' || !within(change.day);
    if (!lesson || !change.to || !isOnceMore || !comes(change)) return [];
    return [
      {
        ...lesson,
        id: `${lesson.id} ${change.day}`,
        at: slotOfDay(change.to),
        roomId: change.roomId ?? lesson.roomId,
        come: change,
        change: undefined,
      },
    ];
  });
  return [...regular, ...madeUp];
}

/** Changes of these lessons in the order of the days and hours they are about, each with its lesson: what falls away where it was put is about that. */
export function changedLessons<Change extends DayChange>(
  lessons: readonly Lesson[],
  changes: readonly Change[],
): { readonly change: Change; readonly lesson: Lesson; readonly day: string; readonly at: Slot | null }[] {
  const known = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const hour = (at: Slot | null) => (at ? slotKey(at) : 0);
  return changes
    .flatMap((change) => {
      const lesson = known.get(change.lessonId);
      if (!lesson) return [];
      const to = change.kind === 'cancelled' ? change.to : null;
      return [{ change, lesson, day: to?.day ?? change.day, at: to ? slotOfDay(to) : lesson.at }];
    })
    .sort((one, other) => one.day.localeCompare(other.day) || hour(one.at) - hour(other.at));
}

/**
 * Whether a lesson is not held where it stands: fallen away, held elsewhere, or, in the own week of a teacher (`teacherId`) who is away, held
 * by others.
 */
export function isGone({ come, change }: ShownLesson, teacherId: string | undefined): boolean {
  if (come ? come.kind === 'cancelled' : change && !isHeldInPlace(change.kind)) return true;
  return Boolean((come ?? change)?.absent.some(({ staffId }) => staffId === teacherId));
}

/** The lessons of one class, teacher or room as they are held: a teacher's also those the teacher stands in for. */
export function shownOfOne(lessons: readonly ShownLesson[], view: View, id: string): ShownLesson[] {
  const own = new Set(lessonsOfOne(lessons, view, id));
  const standsIn = ({ come, change }: ShownLesson) =>
    (come ?? change)?.absent.some(({ standInId }) => standInId === id);
  return lessons.filter((lesson) => own.has(lesson) || (view === 'teacher' && standsIn(lesson)));
}
