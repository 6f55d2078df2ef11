/** The distribution of the programme (phân phối chương trình, Annex 1) of a subject and grade as periods counted from 1 (CUR-31). */

/** A lesson of the programme: so many periods from a week on. */
export interface ProgrammeLesson {
  readonly id: string;
  readonly title: string;
  readonly periods: number;
  /** Week in which it begins. */
  readonly week: number;
}

/** A single period of the programme. */
export interface ProgrammePeriod {
  /** From 1 in the year. */
  readonly number: number;
  readonly lessonId: string;
  /** The title; of a lesson of several periods with which of them it is. */
  readonly title: string;
}

/** The period with this number; undefined: the programme ends before it. Lessons in their order. */
export function periodOf(lessons: readonly ProgrammeLesson[], number: number): ProgrammePeriod | undefined {
  let before = 0;
  for (const { id, title, periods } of lessons) {
    if (number > before && number <= before + periods) {
      const part = number - before;
      return { number, lessonId: id, title: periods > 1 ? `${title} (tiết ${part}/${periods})` : title };
    }
    before += periods;
  }
  return undefined;
}

/** How many periods the whole programme has. */
export function periodsOf(lessons: readonly ProgrammeLesson[]): number {
  return lessons.reduce((sum, { periods }) => sum + periods, 0);
}

/** How many periods of the programme lie before a week: where a log that begins in that week begins. */
export function periodsBefore(lessons: readonly ProgrammeLesson[], week: number): number {
  return periodsOf(lessons.filter((lesson) => lesson.week < week));
}

/**
 * How many periods should have been taught when week `ended` is over (0: none yet) and `current` is being taught. A lesson whose successor
 * has begun is over; one that has begun may be anywhere, so there is a least and a most, and whoever lies between them is on time.
 */
export function expectedPeriods(
  lessons: readonly ProgrammeLesson[],
  { ended, current }: { ended: number; current: number },
): { readonly least: number; readonly most: number } {
  let least = 0;
  let most = 0;
  for (const [at, lesson] of lessons.entries()) {
    const next = lessons[at + 1];
    if (next ? next.week <= ended : lesson.week <= ended && ended >= 35) least += lesson.periods;
    if (lesson.week <= current) most += lesson.periods;
  }
  return { least, most: Math.max(least, most) };
}

/** Periods ahead of the programme (positive), behind it (negative), or 0: on time. */
export function aheadBy(taught: number, expected: { readonly least: number; readonly most: number }): number {
  if (taught < expected.least) return taught - expected.least;
  return taught > expected.most ? taught - expected.most : 0;
}
