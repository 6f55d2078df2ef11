import type { ReadTx } from '#platform/db';
import { selectGround } from '../data/ground.ts';
import type { School, YearRow } from '../data/place.ts';
import { listLessons, listLessonsById, selectOfWeekOptional } from '../data/timetables.ts';
import {
  type DayChange,
  daysBetween,
  type Goals,
  type Ground,
  type Lesson,
  lessonsIn,
  type Taken,
  weekdayOf,
  weeksOf,
} from '../rules/index.ts';
import type { YearPeriods } from '../rules/shortage.ts';

/** The published lessons of a school day by day. */
export interface SchoolDays {
  readonly ground: Ground | undefined;
  readonly goals: Goals | undefined;
  /** Periods of the year, by class and subject. */
  readonly yearPeriods: readonly YearPeriods[];
  /** All lessons of the timetable that holds on a day. */
  readonly lessonsOn: ReadonlyMap<string, readonly Lesson[]>;
  /** What shared teachers teach at another school on a day. */
  readonly takenOn: ReadonlyMap<string, readonly Taken[]>;
}

/** Reads what the published timetables have on the days from one to another; each timetable is read once. */
export async function readSchoolDays(
  tx: ReadTx,
  school: School,
  year: YearRow,
  fromDay: string,
  toDay: string,
): Promise<SchoolDays> {
  const known = new Map<string, readonly Lesson[]>();
  const lessonsOn = new Map<string, readonly Lesson[]>();
  const takenOn = new Map<string, readonly Taken[]>();
  const asked = year.weeks.filter(({ startsOn, endsOn }) => startsOn <= toDay && endsOn >= fromDay);
  let ground: Ground | undefined;
  let goals: Goals | undefined;
  let yearPeriods: readonly YearPeriods[] = [];
  for (const day of daysBetween(fromDay, toDay)) {
    const week = year.weeks.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    const timetable = week && (await selectOfWeekOptional(tx, school.id, year.id, week.number));
    if (!timetable) continue;
    if (!ground) {
      const span = { fromWeek: asked[0]!.number, toWeek: asked.at(-1)!.number };
      ({ ground, goals, yearPeriods } = await selectGround(tx, school, year, timetable.semester, span));
    }
    const weeks = weeksOf(week.number);
    const key = `${timetable.id} ${weeks}`;
    const lessons = known.get(key) ?? lessonsIn(await listLessons(tx, timetable.id), weeks);
    known.set(key, lessons);
    lessonsOn.set(day, lessons);
    takenOn.set(
      day,
      lessonsIn(ground.taken, weeks).filter(({ at }) => at.weekday === weekdayOf(day)),
    );
  }
  return { ground, goals, yearPeriods, lessonsOn, takenOn };
}

/**
 * Lessons that are made up on these days though another timetable has them, whichever disruption lost them: they take class, teachers
 * and room there like any other (`laidLessons`, `others`).
 */
export async function lessonsMadeUpFromElsewhere(
  tx: ReadTx,
  { lessonsOn }: Pick<SchoolDays, 'lessonsOn'>,
  changes: readonly Pick<DayChange, 'lessonId' | 'to'>[],
): Promise<Lesson[]> {
  const own = new Set([...lessonsOn.values()].flat().map(({ id }) => id));
  const ids = changes.flatMap(({ to, lessonId }) => (to && !own.has(lessonId) ? [lessonId] : []));
  return listLessonsById(tx, ids);
}
