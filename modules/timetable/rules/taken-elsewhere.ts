import type { Ground, Taken } from './ground.ts';
import { nameOf } from './names.ts';
import { type Slot, sameWeeks, slotKey, slotName, slotsTaken, type Weeks, weekLetter } from './week.ts';

/** 'tuần B (tuần lẻ)': the letter is the school's own, the other school may call the weeks otherwise. */
function weeksName(ground: Pick<Ground, 'frame'>, weeks: Weeks): string {
  return `tuần ${weekLetter(ground.frame.weekA, weeks)} (tuần ${weeks === 'odd' ? 'lẻ' : 'chẵn'})`;
}

/** Weeks in which a teacher is at one school at a slot: of one kind, or all (null). */
function weeksOfAll(taken: readonly Taken[]): Weeks | null {
  const kinds = new Set(taken.map(({ weeks }) => weeks));
  return kinds.size === 1 ? [...kinds][0]! : null;
}

/**
 * Why a lesson cannot lie at a slot because its teacher is at another school then: which school, in which kind of week; of a lesson of
 * every week also that the other kind is free. `taken`: what this teacher has elsewhere at this slot.
 */
export function takenReasons(
  ground: Ground,
  lesson: { readonly weeks: Weeks | null },
  staffId: string,
  at: Slot,
  taken: readonly Taken[],
): string[] {
  const bySchool = Map.groupBy(taken, ({ school }) => school);
  return [...bySchool].flatMap(([school, own]) => {
    const weeks = weeksOfAll(own);
    if (!sameWeeks({ weeks }, lesson)) return [];
    const who = nameOf(ground, 'staff', staffId);
    if (!weeks) return [`${who} đang dạy ở ${school} ${slotName(at)}, mọi tuần.`];
    const other = weeks === 'odd' ? 'even' : 'odd';
    const free =
      lesson.weeks || taken.some((one) => sameWeeks(one, { weeks: other }))
        ? ''
        : `; ${weeksName(ground, other)} thì không`;
    return [`${who} đang dạy ở ${school} ${slotName(at)}, ${weeksName(ground, weeks)}${free}.`];
  });
}

/** Where a teacher is at each slot of the week outside this school, in words for the cell: 'Trường B (A)'. */
export function elsewhereOf(ground: Ground, staffId: string): Map<number, string> {
  const bySlot = Map.groupBy(
    ground.taken
      .filter((one) => one.staffId === staffId)
      .flatMap((one) => slotsTaken(one.at, one.duration).map((slot) => ({ one, key: slotKey(slot) }))),
    ({ key }) => key,
  );
  return new Map(
    [...bySlot].map(([key, all]) => {
      const bySchool = Map.groupBy(
        all.map(({ one }) => one),
        ({ school }) => school,
      );
      const texts = [...bySchool].map(([school, own]) => {
        const weeks = weeksOfAll(own);
        return weeks ? `${school} (${weekLetter(ground.frame.weekA, weeks)})` : school;
      });
      return [key, texts.join(' / ')];
    }),
  );
}
