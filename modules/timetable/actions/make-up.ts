import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { formatDate } from '#platform/i18n';
import { jobThread } from '#platform/threads';
import {
  type Concern,
  type Disruption,
  insertChanges,
  listAway,
  listCancelled,
  listChanges,
  listLostPeriods,
  makeUp,
  selectDisruptionOptional,
} from '../data/disruptions.ts';
import type { School, YearRow } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import {
  type DayChange,
  daysBetween,
  type Ground,
  groundIn,
  type HeldLesson,
  heldLessons,
  type Lesson,
  lessonName,
  periodsOf,
  sameDayPlace,
  slotKey,
  slotOfDay,
  weekdayOf,
  weeksOf,
} from '../rules/index.ts';
import { type DaysToCome, MakeUpBoard, type RoomPlace } from '../rules/make-up-places.ts';
import { type Shortages, shortages } from '../rules/shortage.ts';
import type { MakeUpAnswer, MakeUpJob } from '../rules/week-make-up.ts';
import type { DayMove, WeekRepairRequest } from '../rules/week-repair.ts';
import { moveProblems } from './check-moves.ts';
import { holdDisruption, tell } from './disruptions.ts';
import { lessonsMadeUpFromElsewhere, readSchoolDays, type SchoolDays } from './school-days.ts';

const search = jobThread<MakeUpJob, MakeUpAnswer>(new URL('./make-up-worker.ts', import.meta.url), {
  patience: 30_000,
  mostMegabytes: 512,
  busy: timetableErrors.tooManyAsk,
  tooSlow: timetableErrors.movesTooSlow,
});

/** A lesson that was not held, with the hour at which it was lost, and the day. */
interface LostLesson {
  readonly changeId: string;
  readonly lesson: Lesson;
  readonly day: string;
}

/** A disruption, what it lost that can be made up, and the days to come. */
interface Loss {
  readonly disruption: Disruption;
  readonly school: School;
  readonly year: YearRow;
  readonly ground: Ground;
  readonly lost: readonly LostLesson[];
  readonly days: SchoolDays;
  /** Days after the disruption and after today on which anything is held, at most Saturday, in order. */
  readonly open: readonly string[];
  readonly changes: readonly DayChange[];
  readonly away: ReadonlySet<string>;
  readonly shortage: Shortages;
  /** Lessons of other timetables that may be made up on these days. */
  readonly known: readonly Lesson[];
}

/** @throws Refusal timetable.disruptionNotFound, nothingPublished, schoolOutOfReach */
async function readLoss(tx: ReadTx, actor: Actor, id: string, untilDay: string, now: Date): Promise<Loss> {
  const { disruption, school, year } = await holdDisruption(tx, actor, id);
  const last = disruption.endedOn ?? disruption.toDay;
  const from = [last, localDate(now)].sort().at(-1)!;
  // Whole weeks: what is moved is judged by its week.
  const weeks = year.weeks.filter(({ startsOn, endsOn }) => startsOn <= untilDay && endsOn >= from);
  const [firstDay, lastDay] = [weeks[0]?.startsOn ?? from, weeks.at(-1)?.endsOn ?? untilDay];
  const days = await readSchoolDays(tx, school, year, firstDay, lastDay);
  if (!days.ground) throw timetableErrors.nothingPublished();
  const [cancelled, before, changes, away, lostPeriods] = await Promise.all([
    listCancelled(tx, id),
    readSchoolDays(tx, school, year, disruption.fromDay, disruption.toDay),
    listChanges(tx, school.id, firstDay, lastDay),
    listAway(tx, school.id, firstDay, lastDay),
    listLostPeriods(tx, school.id, year.id),
  ]);
  const shortage = shortages(days.yearPeriods, lostPeriods);
  const known = [
    ...[...before.lessonsOn.values()].flat(),
    ...(await lessonsMadeUpFromElsewhere(tx, before, cancelled)),
    ...(await lessonsMadeUpFromElsewhere(tx, days, changes)),
  ];
  const lessons = new Map(known.map((lesson) => [lesson.id, lesson]));
  const lost = cancelled
    .flatMap(({ changeId, lessonId, day, to }) => {
      const lesson = lessons.get(lessonId);
      // A flag salute or a meeting that fell away has had its day.
      if (!lesson?.at || lesson.kind === 'event') return [];
      // Groups beside each other that were lost on one day are made up beside each other.
      const block = lesson.block && `${lesson.block} ${day}`;
      const at = to ? slotOfDay(to) : lesson.at;
      return [{ changeId, lesson: { ...lesson, block, at }, day: to?.day ?? day }];
    })
    .sort(
      (one, other) => one.day.localeCompare(other.day) || slotKey(one.lesson.at!) - slotKey(other.lesson.at!),
    );
  // A day on which nothing is held (holiday, another flood) takes no lesson.
  const alive = new Set(heldLessons(days.lessonsOn, changes, known).map(({ day }) => day));
  const open = daysBetween(from, untilDay).filter(
    (day) => day > from && weekdayOf(day) <= 6 && alive.has(day),
  );
  const { ground } = days;
  return { disruption, school, year, ground, lost, days, open, changes, away, shortage, known };
}

export interface MakeUpProposal extends MakeUpAnswer {
  readonly ground: Ground;
  readonly lost: readonly LostLesson[];
  readonly lessonOf: ReadonlyMap<string, Lesson>;
  readonly shortage: Shortages;
}

/**
 * Finds places for as many lost lessons as can be, and among as many for those of subjects that lack most of their year, after the disruption and after today, until a day: in periods in which class, teachers
 * and room are free, at most as many a day as the limits allow (CUR-12); with `moving` also by moving the fewest other lessons of those
 * weeks. What has no place is said with the reason. Saves nothing.
 * @throws Refusal timetable.disruptionNotFound, nothingPublished, schoolOutOfReach, tooManyAsk, movesTooSlow
 */
export async function proposeMakeUp(
  tx: ReadTx,
  actor: Actor,
  id: string,
  { untilDay, moving }: { untilDay: string; moving: boolean },
  now: Date,
): Promise<MakeUpProposal> {
  const loss = await readLoss(tx, actor, id, untilDay, now);
  const { ground, lost, days, changes, known, shortage } = loss;
  const held = heldLessons(days.lessonsOn, changes, known);
  const answer = await search({
    to: daysToCome(loss, held),
    lost: lost.map(({ changeId, lesson }) => ({ changeId, lesson })),
    weeks: moving ? weeksToMove(loss, held) : [],
  });
  const lessonOf = new Map([...days.lessonsOn.values()].flat().map((lesson) => [lesson.id, lesson]));
  return { ...answer, ground, lost, lessonOf, shortage };
}

function daysToCome({ ground, days, open, away, shortage }: Loss, held: readonly HeldLesson[]): DaysToCome {
  const reached = held.filter(({ day }) => open.includes(day));
  return { ground, days: open, held: reached, away, takenOn: days.takenOn, shortage };
}

function weeksToMove(
  { year, ground, days, open, changes, away }: Loss,
  held: ReturnType<typeof heldLessons>,
): WeekRepairRequest[] {
  const goals = days.goals!;
  return year.weeks.flatMap(({ number, startsOn, endsOn }) => {
    const inWeek = (day: string) => startsOn <= day && day <= endsOn;
    const openDays = open.filter(inWeek);
    if (openDays.length === 0) return [];
    const absent = [...away].map((key) => ({ id: key.split(' ')[0]!, day: key.split(' ')[1]! }));
    return [
      {
        ...{ ground: groundIn(ground, weeksOf(number)), goals, openDays },
        held: held.filter(({ day }) => inWeek(day)),
        changed: changes.map(({ lessonId }) => lessonId),
        closed: [
          ...Map.groupBy(
            absent.filter(({ day }) => inWeek(day)),
            ({ id }) => id,
          ),
        ].map(([id, own]) => ({
          kind: 'staff' as const,
          id,
          days: own.map(({ day }) => day),
        })),
      },
    ];
  });
}

export interface MakeUpWish {
  readonly version: number;
  /** Last day for making up. */
  readonly untilDay: string;
  readonly places: readonly (RoomPlace & { readonly changeId: string })[];
  /** Other lessons that go elsewhere in their week for it. */
  readonly moves: readonly DayMove[];
}

/**
 * Keeps what was proposed: lost lessons at their places, others moved for them, each judged from the rows again; tells those concerned.
 * @throws Refusal timetable.disruptionNotFound, disruptionChangedMeanwhile, badDisruption (all faults), nothingPublished, schoolOutOfReach
 */
export async function makeUpLessons(
  tx: WriteTx,
  actor: Actor,
  id: string,
  wish: MakeUpWish,
  now: Date,
): Promise<{ disruption: Disruption; placed: number; left: number; told: number }> {
  const loss = await readLoss(tx, actor, id, wish.untilDay, now);
  const { disruption, school, year, lost } = loss;
  if (disruption.version !== wish.version)
    throw timetableErrors.disruptionChangedMeanwhile(disruption.version);
  const moved = wish.moves.map(
    ({ lessonId, from, to: { roomId, ...to } }): DayChange => ({
      ...{ lessonId, day: from.day, kind: 'moved', absent: [] },
      ...{ to, roomId },
    }),
  );
  const span = { ...wish, staffId: null, roomId: null, fromDay: disruption.fromDay, toDay: wish.untilDay };
  const problems = [
    ...(await moveProblems(tx, { school, year }, span, [], moved, now)),
    ...placeProblems(loss, wish, moved),
  ];
  if (problems.length > 0) throw timetableErrors.badDisruption(problems);
  await makeUp(tx, id, wish.places);
  await insertChanges(tx, { id, school, staffId: null, makesRoom: true }, moved);
  const after = (await selectDisruptionOptional(tx, id))!;
  const laid = wish.places.map(({ changeId }) => lost.find((one) => one.changeId === changeId)!.lesson);
  const concerned = laid.map(({ id: lessonId }): Concern => ({ lessonId, kind: 'madeUp', absent: [] }));
  const placed = periodsOf(laid);
  const told = await tell(
    tx,
    { actor, school, disruption: after, now },
    [...concerned, ...moved],
    `Dạy bù ${placed} tiết${moved.length > 0 ? `, dời tiết khác ${moved.length} lần` : ''}: ${after.about}`,
  );
  const left = periodsOf(lost.map(({ lesson }) => lesson)) - placed;
  return { disruption: after, placed, left, told: told.length };
}

const obstacles = {
  class: 'lớp không trống giờ đó, hoặc quá số tiết một ngày, hoặc ngày đó không có lịch học',
  teacher: 'giáo viên bận, vắng hoặc đóng giờ đó',
  room: 'phòng bận giờ đó',
} as const;

/** Faults of places: of a lesson that is not lost, twice, or where class, teacher or room is not free once the moves are made. */
function placeProblems(loss: Loss, { places, moves }: MakeUpWish, moved: readonly DayChange[]): Problem[] {
  const { ground, lost, days, open, changes, away, known } = loss;
  const held = heldLessons(days.lessonsOn, [...changes, ...moved], known);
  const to = daysToCome(loss, held);
  const board = new MakeUpBoard(
    to,
    lost.map(({ lesson }) => lesson),
  );
  const seen = new Set<string>();
  const lessonOf = new Map(lost.map(({ changeId, lesson }) => [changeId, lesson]));
  // Groups made up beside each other are judged before any of them takes the time of their classes.
  const together = Map.groupBy(
    places.entries(),
    ([index, { changeId }]) => lessonOf.get(changeId)?.block ?? index,
  );
  const ofPlaces = [...together.values()].flatMap((own) => {
    const problems = own.flatMap(([index, place]): Problem[] => {
      const lesson = lessonOf.get(place.changeId);
      const say = (message: string) => [{ path: `places.${index}`, message }];
      if (!lesson || seen.has(place.changeId)) return say('Tiết này không còn chờ dạy bù. Hãy đề xuất lại.');
      seen.add(place.changeId);
      const name = `${lessonName(ground, lesson)} bù ngày ${formatDate(place.day)}`;
      if (!sameDayPlace(place, own[0]![1]))
        return say(`${name}: các nhóm học cùng giờ phải học bù cùng giờ.`);
      if (!board.roomsFor(lesson).includes(place.roomId)) return say(`${name}: phòng không phù hợp.`);
      const against = board.obstacle(lesson, place);
      return against ? say(`${name}: ${obstacles[against]}. Hãy đề xuất lại.`) : [];
    });
    if (problems.length === 0)
      for (const [, place] of own) board.occupy(lessonOf.get(place.changeId)!, place);
    return problems;
  });
  const ofMoves = moves.flatMap(({ lessonId, to: { day } }, index): Problem[] => {
    const lesson = days.lessonsOn.get(day)?.find(({ id }) => id === lessonId);
    const isAway = lesson?.staffIds.some((staffId) => away.has(`${staffId} ${day}`));
    if (!isAway && open.includes(day)) return [];
    return [
      { path: `moves.${index}`, message: `Ngày ${formatDate(day)}: giáo viên vắng hoặc không có lịch học.` },
    ];
  });
  return [...ofPlaces, ...ofMoves];
}
