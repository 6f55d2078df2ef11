import type { Who } from './engine-school.ts';
import type { Ground, Lesson } from './ground.ts';
import { lessonName, nameOf } from './names.ts';
import { halfNames, weekdayName } from './week.ts';

/**
 * The cheapest ways out for somebody with more lessons than hours, as words of one sentence: the closed half day that would give
 * most, and a lesson of theirs for the colleague of the subject with the fewest periods; undefined when there is neither. `short`:
 * periods that are missing. `meets`: the lessons concerned.
 */
export function relaxationOf(
  ground: Ground,
  lessons: readonly Lesson[],
  who: Who,
  meets: readonly Lesson[],
  short: number,
): string | undefined {
  const ways = [openHalfDay(ground, who)];
  if (who.kind === 'staff') ways.push(giveAway(ground, lessons, who.id, meets, short));
  return ways.filter((way) => way !== undefined).join(', hoặc ') || undefined;
}

/** The half day with the most closed periods. */
function openHalfDay(ground: Ground, who: Who): string | undefined {
  const closed = ground.wishes.filter(
    ({ of, id, wish }) => wish === 'closed' && of === who.kind && id === who.id,
  );
  const halves = [...Map.groupBy(closed, ({ at }) => `${at.weekday} ${at.half}`).values()];
  const [most] = halves.sort((one, other) => other.length - one.length);
  if (!most) return undefined;
  const { weekday, half } = most[0]!.at;
  return `mở ${halfNames[half]} ${weekdayName(weekday)} cho ${nameOf(ground, who.kind, who.id)} (đang đóng ${most.length} tiết)`;
}

/** Lessons that a colleague who teaches the same subject could take, the one with the fewest periods. */
function giveAway(
  ground: Ground,
  lessons: readonly Lesson[],
  staffId: string,
  meets: readonly Lesson[],
  short: number,
): string | undefined {
  const load = new Map<string, number>();
  const teaches = new Map<string, Set<string>>();
  for (const { staffIds, duration, subjectCode } of lessons)
    for (const id of staffIds) {
      load.set(id, (load.get(id) ?? 0) + duration);
      if (subjectCode) teaches.set(subjectCode, (teaches.get(subjectCode) ?? new Set()).add(id));
    }
  const offers = meets
    .filter(({ kind, staffIds }) => kind === 'lesson' && staffIds.includes(staffId))
    .flatMap((lesson) =>
      [...(teaches.get(lesson.subjectCode ?? '') ?? [])]
        .filter((id) => id !== staffId && !lesson.staffIds.includes(id))
        .map((id) => ({ lesson, id, periods: load.get(id)! })),
    )
    .sort((one, other) => one.periods - other.periods);
  const [best] = offers;
  if (!best) return undefined;
  return `giao ${Math.max(1, short)} tiết (${lessonName(ground, best.lesson)}) cho ${nameOf(ground, 'staff', best.id)} (đang dạy ${best.periods} tiết)`;
}
