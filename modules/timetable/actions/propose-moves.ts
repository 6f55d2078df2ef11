import type { Actor } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { jobThread } from '#platform/threads';
import { listChanges } from '../data/disruptions.ts';
import { timetableErrors } from '../errors.ts';
import { daysBetween, type Ground, groundIn, heldLessons, type Lesson, weeksOf } from '../rules/index.ts';
import type { WeekRepair, WeekRepairRequest } from '../rules/week-repair.ts';
import { checkDays, type Wanted, writablePlace } from './place.ts';
import { lessonsMadeUpFromElsewhere, readSchoolDays } from './school-days.ts';

const resolve = jobThread<readonly WeekRepairRequest[], WeekRepair[]>(
  new URL('./repair-worker.ts', import.meta.url),
  {
    patience: 20_000,
    mostMegabytes: 512,
    busy: timetableErrors.tooManyAsk,
    tooSlow: timetableErrors.movesTooSlow,
  },
);

export interface MovesWish extends Wanted {
  readonly staffId?: string | undefined;
  readonly roomId?: string | undefined;
  readonly fromDay: string;
  readonly toDay: string;
}

/** The moves proposed for one week, with what is needed to name them. */
export interface ProposedWeek extends WeekRepair {
  readonly week: number;
  readonly ground: Ground;
  readonly lessons: ReadonlyMap<string, Lesson>;
}

const mostWeeks = 4;

/**
 * The fewest lessons to move in each week in which a teacher is away or a room is closed; saves nothing. Days before today are as they
 * were; of the days from today on those without lessons take none.
 * @throws Refusal timetable.nothingPublished, badDisruption, movesTooSlow, schoolOutOfReach, noSchool, noSchoolYear
 */
export async function proposeMoves(
  tx: ReadTx,
  actor: Actor,
  wish: MovesWish,
  now: Date,
): Promise<ProposedWeek[]> {
  const { school, year } = await writablePlace(tx, actor, wish);
  checkDays(wish.fromDay, wish.toDay);
  const closedId = wish.staffId ?? wish.roomId;
  if (!closedId || (wish.staffId && wish.roomId))
    throw timetableErrors.badDisruption([
      { path: 'staffId', message: 'Chọn giáo viên vắng, hoặc phòng đóng.' },
    ]);
  const weeks = year.weeks.filter(({ startsOn, endsOn }) => startsOn <= wish.toDay && endsOn >= wish.fromDay);
  if (weeks.length > mostWeeks)
    throw timetableErrors.badDisruption([
      {
        path: 'toDay',
        message: `Một lần dời nhiều nhất ${mostWeeks} tuần. Hãy ghi từng đợt, hoặc xếp lại thời khoá biểu.`,
      },
    ]);
  const today = localDate(now);
  const asked: { request: WeekRepairRequest; week: number; ground: Ground; lessons: Map<string, Lesson> }[] =
    [];
  for (const { number, startsOn, endsOn } of weeks) {
    const days = await readSchoolDays(tx, school, year, startsOn, endsOn);
    if (!days.ground || !days.goals) continue;
    const ground = groundIn(days.ground, weeksOf(number));
    const changes = await listChanges(tx, school.id, startsOn, endsOn);
    const out = daysBetween(wish.fromDay, wish.toDay);
    const held = heldLessons(days.lessonsOn, changes, await lessonsMadeUpFromElsewhere(tx, days, changes));
    // What another teacher of it holds goes on where it is.
    const goesOn = held.filter(
      ({ day, staffIds }) =>
        out.includes(day) && staffIds.length > 1 && staffIds.includes(wish.staffId ?? ''),
    );
    // A day on which nothing is held (flood, holiday) takes no lesson.
    const alive = new Set(held.map(({ day }) => day));
    asked.push({
      week: number,
      ground,
      lessons: new Map([...days.lessonsOn.values()].flat().map((lesson) => [lesson.id, lesson])),
      request: {
        ground,
        goals: days.goals,
        openDays: daysBetween(startsOn, endsOn).filter((day) => day >= today && alive.has(day)),
        held,
        changed: [...changes.map(({ lessonId }) => lessonId), ...goesOn.map(({ lesson }) => lesson.id)],
        closed: [{ kind: wish.staffId ? 'staff' : 'room', id: closedId, days: out }],
      },
    });
  }
  if (asked.length === 0) throw timetableErrors.nothingPublished();
  const found = await resolve(asked.map(({ request }) => request));
  return asked.map(({ week, ground, lessons }, index) => ({ ...found[index]!, week, ground, lessons }));
}
