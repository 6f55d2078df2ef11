import { freePlaces } from '#engines/timetable';
import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import {
  type Disruption,
  listAway,
  listCancelled,
  listChanges,
  makeUp,
  selectDisruptionOptional,
} from '../data/disruptions.ts';
import { timetableErrors } from '../errors.ts';
import {
  type DayPlace,
  daysBetween,
  type Ground,
  halves,
  heldLessons,
  type Lesson,
  slotsTaken,
  weekdayOf,
} from '../rules/index.ts';
import { holdDisruption, tell } from './disruptions.ts';
import { readSchoolDays } from './school-days.ts';

/**
 * Lays lost lessons in the earliest periods in which their classes and teachers are free, after the disruption and after today, until
 * a day; at most as many periods a day as the limits allow (CUR-12).
 * @throws Refusal timetable.disruptionNotFound, disruptionChangedMeanwhile, nothingPublished, schoolOutOfReach
 */
export async function makeUpLessons(
  tx: WriteTx,
  actor: Actor,
  id: string,
  input: { version: number; untilDay: string },
  now: Date,
): Promise<{ disruption: Disruption; placed: number; left: number; told: number }> {
  const { disruption, school, year } = await holdDisruption(tx, actor, id);
  if (disruption.version !== input.version)
    throw timetableErrors.disruptionChangedMeanwhile(disruption.version);
  const last = disruption.endedOn ?? disruption.toDay;
  const from = [last, localDate(now)].sort().at(-1)!;
  const days = await readSchoolDays(tx, school, year, from, input.untilDay);
  if (!days.ground) throw timetableErrors.nothingPublished();
  const [cancelled, before, changes, away] = await Promise.all([
    listCancelled(tx, id),
    readSchoolDays(tx, school, year, disruption.fromDay, disruption.toDay),
    listChanges(tx, school.id, from, input.untilDay),
    listAway(tx, school.id, from, input.untilDay),
  ]);
  const known = [...before.lessonsOn.values()].flat();
  const lessons = new Map(known.map((lesson) => [lesson.id, lesson]));
  const lost = cancelled.flatMap(({ changeId, lessonId }) => {
    const lesson = lessons.get(lessonId);
    return lesson ? [{ changeId, lesson }] : [];
  });
  const places = earliestPlaces(
    days.ground,
    lost.map(({ lesson }) => lesson),
    daysBetween(from, input.untilDay).filter((day) => day > from && days.lessonsOn.has(day)),
    heldLessons(days.lessonsOn, changes, known),
    away,
  );
  const placed = lost.flatMap(({ changeId, lesson }, index) => {
    const place = places[index];
    return place ? [{ changeId, lessonId: lesson.id, ...place }] : [];
  });
  await makeUp(tx, id, placed);
  const after = (await selectDisruptionOptional(tx, id))!;
  const told = await tell(
    tx,
    { actor, school, disruption: after, now },
    placed.map(({ lessonId }) => ({ lessonId, staffId: null })),
    `Dạy bù ${placed.length} tiết: ${after.about}`,
  );
  return { disruption: after, placed: placed.length, left: cancelled.length - placed.length, told };
}

/** The earliest place for each lesson, none in the place of another; undefined where the days have none. */
function earliestPlaces(
  ground: Ground,
  lost: readonly Lesson[],
  days: readonly string[],
  held: ReturnType<typeof heldLessons>,
  away: ReadonlySet<string>,
): (DayPlace | undefined)[] {
  const people = [...new Set(lost.flatMap(({ classIds, staffIds }) => [...classIds, ...staffIds]))];
  const numberOf = new Map(people.map((who, index) => [who, index]));
  const periods = halves.map((half) =>
    Math.max(0, ...ground.frame.bells.filter((bell) => bell.half === half).map(({ period }) => period)),
  );
  const [mornings = 0, afternoons = 0] = periods;
  const busy = new Set<string>();
  const load = new Map<string, number>();
  const occupy = (who: readonly string[], day: string, first: number, duration: number) => {
    for (const one of who) {
      for (let step = 0; step < duration; step += 1) busy.add(`${one} ${day} ${first + step}`);
      load.set(`${one} ${day}`, (load.get(`${one} ${day}`) ?? 0) + duration);
    }
  };
  const periodOf = ({ half, period }: Pick<DayPlace, 'half' | 'period'>) =>
    (half === 'afternoon' ? mornings : 0) + period - 1;
  for (const { lesson, day, at, staffIds } of held)
    occupy([...lesson.classIds, ...staffIds], day, periodOf(at), lesson.duration);
  const shut = new Set([
    ...ground.wishes
      .filter(({ wish }) => wish === 'closed')
      .map(({ id, at }) => `${id} ${at.weekday} ${periodOf(at)}`),
    ...ground.taken.flatMap(({ staffId, at, duration }) =>
      slotsTaken(at, duration).map((slot) => `${staffId} ${at.weekday} ${periodOf(slot)}`),
    ),
  ]);
  const sessions = [
    { first: 0, periods: mornings },
    { first: mornings, periods: afternoons },
  ];
  const open = days.flatMap((day, number) => (weekdayOf(day) <= 6 ? [{ day: number, sessions }] : []));
  return lost.map(({ classIds, staffIds, duration }) => {
    const full = (day: string) =>
      staffIds.some((who) => away.has(`${who} ${day}`)) ||
      classIds.some((who) => (load.get(`${who} ${day}`) ?? 0) + duration > ground.limits.periodsPerDay);
    const resources = [...classIds, ...staffIds].map((who) => numberOf.get(who)!);
    const place = freePlaces({ duration, resources }, open, (resource, number, period) => {
      const day = days[number]!;
      const who = people[resource]!;
      return (
        full(day) || busy.has(`${who} ${day} ${period}`) || shut.has(`${who} ${weekdayOf(day)} ${period}`)
      );
    }).next().value;
    if (!place) return undefined;
    const day = days[place.day]!;
    occupy([...classIds, ...staffIds], day, place.period, duration);
    return place.period < mornings
      ? { day, half: 'morning', period: place.period + 1 }
      : { day, half: 'afternoon', period: place.period - mornings + 1 };
  });
}
