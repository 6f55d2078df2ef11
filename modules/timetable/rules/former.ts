import type { Lesson } from './ground.ts';
import { slotKey } from './week.ts';

/**
 * Where the timetable used now has the lessons of a new one: lesson id → slot key. Lessons are the same when classes, group, subject,
 * strand, title, weeks and length are; of several a week each takes the place of one, in the order of the week. Locked ones are left out.
 */
export function formerPlaces(
  lessons: readonly Lesson[],
  former: readonly Lesson[],
): Readonly<Record<string, number>> {
  const laid = former
    .flatMap((lesson) => (lesson.at ? [{ name: nameOf(lesson), key: slotKey(lesson.at) }] : []))
    .sort((one, other) => one.key - other.key);
  const keys = Map.groupBy(laid, ({ name }) => name);
  const places: Record<string, number> = {};
  for (const lesson of lessons) {
    const next = keys.get(nameOf(lesson))?.shift();
    if (next && !lesson.locked) places[lesson.id] = next.key;
  }
  return places;
}

function nameOf({ kind, subjectCode, strand, title, studyGroupId, weeks, duration, classIds }: Lesson) {
  return JSON.stringify([
    ...[kind, subjectCode, strand, title, studyGroupId, weeks, duration],
    [...classIds].sort(),
  ]);
}
