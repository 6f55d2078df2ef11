import type { Lesson } from './ground.ts';
import { type Half, type Slot, sameSlot } from './week.ts';

/** What happens to a lesson on a day. heldByOthers: a teacher of it is away, nobody stands in, and those who teach it too still do. */
export type ChangeKind = 'substituted' | 'heldByOthers' | 'cancelled' | 'online' | 'madeUp' | 'moved';

/** A period of a day. */
export interface DayPlace {
  readonly day: string;
  readonly half: Half;
  readonly period: number;
}

/** A teacher of a lesson who is away, and who stands in; null: nobody. */
export interface Absent {
  readonly staffId: string;
  readonly standInId: string | null;
}

/** How those who are away (`away`) and those who stand in (`name`) are called in what is said of a change. */
export function absentNames(
  absent: readonly Absent[],
  names: ReadonlyMap<string, string>,
): { away: string; name: string } {
  const called = (ids: readonly (string | null)[]) =>
    ids.flatMap((id) => names.get(id ?? '') ?? []).join(', ');
  return {
    away: called(absent.map(({ staffId }) => staffId)),
    name: called(absent.map(({ standInId }) => standInId)),
  };
}

export interface DayChange {
  readonly lessonId: string;
  /** The day it is about, 'YYYY-MM-DD'. */
  readonly day: string;
  /** cancelled with a place of its own (`to`): moved or made up, it has fallen away there. */
  readonly kind: ChangeKind;
  /** Those of its teachers who are away where it is held: whoever teaches it with them still does. */
  readonly absent: readonly Absent[];
  /** When it is held instead: made up later, or moved. */
  readonly to: DayPlace | null;
  /** Of a moved lesson: its room there; null: as ever. */
  readonly roomId: string | null;
}

/** A lesson as it is held on a day, changes counted: when, by whom, in which room. */
export interface HeldLesson {
  readonly lesson: Lesson;
  readonly day: string;
  readonly at: Slot;
  readonly staffIds: readonly string[];
  readonly roomId: string | null;
}

/** A lesson where it lies on a day, whether it is held or not. */
export interface LaidLesson extends HeldLesson {
  /** The day it hangs on: what a change of it is about. */
  readonly from: string;
  readonly change: DayChange | undefined;
  /** Hangs here, but was moved or is made up elsewhere. */
  readonly isElsewhere: boolean;
}

/** Days from one to another, both counted, 'YYYY-MM-DD'. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const moment = new Date(`${from}T00:00:00Z`);
  while (days.length < 200) {
    const day = moment.toISOString().slice(0, 10);
    if (day > to) return days;
    days.push(day);
    moment.setUTCDate(moment.getUTCDate() + 1);
  }
  return days;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The slot of the week that a period of a day is. */
export function slotOfDay({ day, half, period }: DayPlace): Slot {
  return { weekday: weekdayOf(day), half, period };
}

/** Whether a lesson with such a change is still held where it stands: online, or not by all of its own teachers. */
export const isHeldInPlace = (kind: ChangeKind): boolean =>
  kind === 'online' || kind === 'substituted' || kind === 'heldByOthers';

/** Who teaches a lesson where it stands: who stands in, and the teachers of the lesson who are not away. */
export function teachersOf(
  { staffIds }: Lesson,
  { absent }: Pick<DayChange, 'absent'> = { absent: [] },
): string[] {
  const standIns = absent.flatMap(({ standInId }) => standInId ?? []);
  return [...standIns, ...staffIds.filter((id) => !absent.some(({ staffId }) => staffId === id))];
}

/**
 * What happens to a lesson when a teacher of it is away (too) where it is held: it falls away when nobody is left to hold it. `before`: what
 * happens to it already; where it was put it stays, and what has fallen away for another reason too.
 */
export function withoutTeacher(
  lesson: Lesson,
  day: string,
  before: DayChange | undefined,
  who: Absent,
): DayChange {
  const others = before?.absent ?? [];
  const absent = [...others.filter(({ staffId }) => staffId !== who.staffId), who];
  const isOff = before?.kind === 'cancelled' && teachersOf(lesson, before).length > 0;
  const kind =
    isOff || teachersOf(lesson, { absent }).length === 0
      ? 'cancelled'
      : before?.to
        ? before.kind === 'moved'
          ? 'moved'
          : 'madeUp'
        : before?.kind === 'online'
          ? 'online'
          : absent.some(({ standInId }) => standInId)
            ? 'substituted'
            : 'heldByOthers';
  return { lessonId: lesson.id, day, kind, absent, to: before?.to ?? null, roomId: before?.roomId ?? null };
}

/**
 * What lies on the given days: each day with the lessons of the timetable that holds on it, and the changes of those days. A moved or
 * made-up lesson lies where it hangs and where it was put, when that day is among them. `others`: lessons of other timetables that may be
 * made up here.
 */
export function laidLessons(
  lessonsOn: ReadonlyMap<string, readonly Lesson[]>,
  changes: readonly DayChange[],
  others: readonly Lesson[] = [],
): LaidLesson[] {
  const changed = new Map(changes.map((change) => [`${change.lessonId} ${change.day}`, change]));
  const known = new Map([...others, ...[...lessonsOn.values()].flat()].map((lesson) => [lesson.id, lesson]));
  const laid: LaidLesson[] = [];
  for (const [day, lessons] of lessonsOn) {
    const weekday = weekdayOf(day);
    for (const lesson of lessons) {
      const { at, roomId } = lesson;
      if (at?.weekday !== weekday) continue;
      const change = changed.get(`${lesson.id} ${day}`);
      const isElsewhere = Boolean(change?.to);
      laid.push({
        lesson,
        day,
        from: day,
        at,
        staffIds: teachersOf(lesson, change),
        roomId,
        change,
        isElsewhere,
      });
    }
  }
  for (const change of changes) {
    const { lessonId, day: from, to } = change;
    const lesson = known.get(lessonId);
    if (!lesson || !to || !lessonsOn.has(to.day)) continue;
    const [at, staffIds] = [slotOfDay(to), teachersOf(lesson, change)];
    const roomId = change.roomId ?? lesson.roomId;
    laid.push({ lesson, day: to.day, from, at, staffIds, roomId, change, isElsewhere: false });
  }
  return laid;
}

export const isHeld = ({ change, isElsewhere }: LaidLesson): boolean =>
  !isElsewhere && change?.kind !== 'cancelled';

/** Of what lies on the given days (`laidLessons`) what is held there. */
export const heldLessons = (...of: Parameters<typeof laidLessons>): LaidLesson[] =>
  laidLessons(...of).filter(isHeld);

/** Whether two places are the same period of the same day. */
export function sameDayPlace(one: DayPlace, other: DayPlace): boolean {
  return one.day === other.day && one.half === other.half && one.period === other.period;
}

/** Whether a move changes anything. */
export function isRealMove(lesson: Lesson, day: string, to: DayPlace, roomId: string | null): boolean {
  return day !== to.day || !sameSlot(lesson.at, slotOfDay(to)) || (roomId ?? lesson.roomId) !== lesson.roomId;
}
