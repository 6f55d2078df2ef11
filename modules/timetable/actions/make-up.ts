import { freePlaces } from '#engines/timetable';
import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import {
  type Disruption,
  listAway,
  listCancelled,
  listChanges,
  makeUp,
  selectDisruptionOptional,
} from '../data/disruptions.ts';
import type { School } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import {
  type DayPlace,
  daysBetween,
  type Ground,
  halves,
  heldLessons,
  type Lesson,
  slotKey,
  slotsTaken,
  weekdayOf,
} from '../rules/index.ts';
import { holdDisruption, tell } from './disruptions.ts';
import { readSchoolDays } from './school-days.ts';

/** A lost lesson, the day it was lost, and where it can be made up; undefined: nowhere until that day. */
interface LostLesson {
  readonly changeId: string;
  readonly lesson: Lesson;
  readonly day: string;
  readonly place: DayPlace | undefined;
}

/**
 * Finds for each lost lesson the earliest period in which its classes, its teachers and its room are free, after the disruption and after
 * today, until a day; at most as many periods a day as the limits allow (CUR-12). Saves nothing.
 * @throws Refusal timetable.disruptionNotFound, nothingPublished, schoolOutOfReach
 */
export async function proposeMakeUp(
  tx: ReadTx,
  actor: Actor,
  id: string,
  untilDay: string,
  now: Date,
): Promise<{ disruption: Disruption; school: School; ground: Ground; lost: LostLesson[]; left: number }> {
  const { disruption, school, year } = await holdDisruption(tx, actor, id);
  const last = disruption.endedOn ?? disruption.toDay;
  const from = [last, localDate(now)].sort().at(-1)!;
  const days = await readSchoolDays(tx, school, year, from, untilDay);
  if (!days.ground) throw timetableErrors.nothingPublished();
  const [cancelled, before, changes, away] = await Promise.all([
    listCancelled(tx, id),
    readSchoolDays(tx, school, year, disruption.fromDay, disruption.toDay),
    listChanges(tx, school.id, from, untilDay),
    listAway(tx, school.id, from, untilDay),
  ]);
  const known = [...before.lessonsOn.values()].flat();
  const lessons = new Map(known.map((lesson) => [lesson.id, lesson]));
  const lost = cancelled
    .flatMap(({ changeId, lessonId, day }) => {
      const lesson = lessons.get(lessonId);
      // A flag salute or a meeting that fell away has had its day.
      return lesson?.at && lesson.kind !== 'event' ? [{ changeId, lesson, day }] : [];
    })
    .sort(
      (one, other) => one.day.localeCompare(other.day) || slotKey(one.lesson.at!) - slotKey(other.lesson.at!),
    );
  const places = earliestPlaces(
    days.ground,
    lost.map(({ lesson }) => lesson),
    daysBetween(from, untilDay).filter((day) => day > from && days.lessonsOn.has(day)),
    heldLessons(days.lessonsOn, changes, known),
    away,
  );
  const placed = lost.map((one, index) => ({ ...one, place: places[index] }));
  const left = placed.filter(({ place }) => !place).length;
  return { disruption, school, ground: days.ground, lost: placed, left };
}

/**
 * Lays lost lessons where `proposeMakeUp` finds a place for them, and tells those concerned.
 * @throws Refusal timetable.disruptionNotFound, disruptionChangedMeanwhile, nothingPublished, schoolOutOfReach
 */
export async function makeUpLessons(
  tx: WriteTx,
  actor: Actor,
  id: string,
  input: { version: number; untilDay: string },
  now: Date,
): Promise<{ disruption: Disruption; placed: number; left: number; told: number }> {
  const { disruption, school, lost, left } = await proposeMakeUp(tx, actor, id, input.untilDay, now);
  if (disruption.version !== input.version)
    throw timetableErrors.disruptionChangedMeanwhile(disruption.version);
  const placed = lost.flatMap(({ changeId, lesson, place }) =>
    place ? [{ changeId, lessonId: lesson.id, ...place }] : [],
  );
  await makeUp(tx, id, placed);
  const after = (await selectDisruptionOptional(tx, id))!;
  const told = await tell(
    tx,
    { actor, school, disruption: after, now },
    placed.map(({ lessonId }) => ({ lessonId, staffId: null })),
    `Dạy bù ${placed.length} tiết: ${after.about}`,
  );
  return { disruption: after, placed: placed.length, left, told };
}

/** The earliest place for each lesson, none in the place of another; undefined where the days have none. */
function earliestPlaces(
  ground: Ground,
  lost: readonly Lesson[],
  days: readonly string[],
  held: ReturnType<typeof heldLessons>,
  away: ReadonlySet<string>,
): (DayPlace | undefined)[] {
  const takenBy = ({ classIds, staffIds, roomId }: Pick<Lesson, 'classIds' | 'staffIds' | 'roomId'>) => [
    ...classIds,
    ...staffIds,
    ...(roomId ? [roomId] : []),
  ];
  const people = [...new Set(lost.flatMap(takenBy))];
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
  for (const { lesson, day, at, staffIds, roomId } of held)
    occupy(takenBy({ ...lesson, staffIds, roomId }), day, periodOf(at), lesson.duration);
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
  return lost.map((lesson) => {
    const { classIds, staffIds, duration } = lesson;
    const full = (day: string) =>
      staffIds.some((who) => away.has(`${who} ${day}`)) ||
      classIds.some((who) => (load.get(`${who} ${day}`) ?? 0) + duration > ground.limits.periodsPerDay);
    const resources = takenBy(lesson).map((who) => numberOf.get(who)!);
    const place = freePlaces({ duration, resources }, open, (resource, number, period) => {
      const day = days[number]!;
      const who = people[resource]!;
      return (
        full(day) || busy.has(`${who} ${day} ${period}`) || shut.has(`${who} ${weekdayOf(day)} ${period}`)
      );
    }).next().value;
    if (!place) return undefined;
    const day = days[place.day]!;
    occupy(takenBy(lesson), day, place.period, duration);
    return place.period < mornings
      ? { day, half: 'morning', period: place.period + 1 }
      : { day, half: 'afternoon', period: place.period - mornings + 1 };
  });
}
