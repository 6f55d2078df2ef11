import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { formatDate } from '#platform/i18n';
import { listChanges } from '../data/disruptions.ts';
import type { School, YearRow } from '../data/place.ts';
import {
  checkTimetable,
  type DayChange,
  daysBetween,
  type Ground,
  groundIn,
  type HeldLesson,
  heldLessons,
  type LaidLesson,
  type Lesson,
  lessonName,
  sameDayPlace,
  sameSlot,
  slotOfDay,
  weeksOf,
} from '../rules/index.ts';
import type { DayMove } from '../rules/week-repair.ts';
import type { DisruptionWish } from './disruptions.ts';
import { lessonsMadeUpFromElsewhere, readSchoolDays } from './school-days.ts';

/**
 * Faults of moves: of a lesson that is not held there, out of its week, into the past, onto a day without lessons, to whoever or
 * whatever is away, or against a rule that the week keeps without them (substitutes counted). Judged from the rows alone, week by week;
 * `changes`: what is to be recorded in all.
 */
export async function moveProblems(
  tx: ReadTx,
  place: { readonly school: School; readonly year: YearRow },
  wish: Pick<DisruptionWish, 'moves' | 'staffId' | 'roomId' | 'fromDay' | 'toDay'>,
  concerned: readonly Pick<LaidLesson, 'lesson' | 'from'>[],
  changes: readonly DayChange[],
  now: Date,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const overridden = new Set(changes.map(({ lessonId, day }) => `${lessonId} ${day}`));
  const concernedKeys = new Set(concerned.map(({ lesson, from }) => `${lesson.id} ${from}`));
  const today = localDate(now);
  const weekOf = (day: string) =>
    place.year.weeks.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  const indexed = wish.moves.map((move, index) => ({ move, index, week: weekOf(move.from.day) }));
  for (const [week, own] of Map.groupBy(indexed, (one) => one.week)) {
    const say = (index: number, message: string) => problems.push({ path: `moves.${index}`, message });
    if (!week) {
      for (const { index } of own) say(index, 'Ngày này không có tuần học. Hãy đề xuất lại.');
      continue;
    }
    const days = await readSchoolDays(tx, place.school, place.year, week.startsOn, week.endsOn);
    const earlierChanges = await listChanges(tx, place.school.id, week.startsOn, week.endsOn);
    const others = await lessonsMadeUpFromElsewhere(tx, days, earlierChanges);
    const held = new Map(heldLessons(days.lessonsOn, earlierChanges, others).map((one) => [keyOf(one), one]));
    const earlier = new Set(earlierChanges.map(({ lessonId, day }) => `${lessonId} ${day}`));
    // A day on which everything falls away takes no lesson.
    const alive = new Set([...held.values()].map(({ day }) => day));
    const ground = days.ground && groundIn(days.ground, weeksOf(week.number));
    for (const { move, index } of own) {
      const { from, to, lessonId } = move;
      const key = `${lessonId} ${from.day}`;
      const one = held.get(key);
      const name = one && ground ? `${lessonName(ground, one.lesson)} ngày ${formatDate(from.day)}` : '';
      if (!one || !ground || !isAsEver(one, from) || (earlier.has(key) && !concernedKeys.has(key)))
        say(index, 'Tiết này không còn ở giờ đó. Hãy đề xuất lại.');
      else if (
        own.findIndex((other) => keyOfMove(other.move) === key) <
        own.findIndex((other) => other.index === index)
      )
        say(index, `${name} được dời hai lần. Hãy đề xuất lại.`);
      else if (to.day < week.startsOn || to.day > week.endsOn)
        say(index, `${name}: chỉ dời trong cùng tuần.`);
      else if (to.day < today || from.day < today) say(index, `${name}: ngày đã qua, không dời được.`);
      else if (!alive.has(to.day)) say(index, `${name}: ngày ${formatDate(to.day)} không có lịch học.`);
      else if (leavesBlock(one, move, held, own))
        say(index, `${name}: các nhóm học cùng giờ phải dời cùng nhau.`);
      else if (isAway(wish, one, to)) say(index, `${name}: vẫn rơi vào giờ không có giáo viên hoặc phòng.`);
    }
    if (!ground || problems.length > 0) continue;
    const after = heldLessons(
      days.lessonsOn,
      [...earlierChanges.filter(({ lessonId, day }) => !overridden.has(`${lessonId} ${day}`)), ...changes],
      others,
    );
    const index = own[0]!.index;
    for (const message of newFaults(ground, [...held.values()], after)) say(index, message);
  }
  return problems;
}

const keyOf = ({ lesson, day }: HeldLesson) => `${lesson.id} ${day}`;
const keyOfMove = ({ lessonId, from }: DayMove) => `${lessonId} ${from.day}`;

/** Whether the lesson is held on that day and hour by the timetable itself. */
function isAsEver({ lesson, at }: HeldLesson, from: DayMove['from']): boolean {
  return sameSlot(lesson.at, at) && sameSlot(at, slotOfDay(from));
}

function isAway(
  { staffId, roomId, fromDay, toDay }: Pick<DisruptionWish, 'staffId' | 'roomId' | 'fromDay' | 'toDay'>,
  { lesson }: HeldLesson,
  to: DayMove['to'],
): boolean {
  if (!daysBetween(fromDay, toDay).includes(to.day)) return false;
  return (
    lesson.staffIds.includes(staffId ?? '') || (roomId !== null && (to.roomId ?? lesson.roomId) === roomId)
  );
}

/** Whether a group goes away from one that is held beside it. */
function leavesBlock(
  { lesson, day, at }: HeldLesson,
  { to }: DayMove,
  held: ReadonlyMap<string, HeldLesson>,
  moves: readonly { readonly move: DayMove }[],
): boolean {
  if (lesson.block === null) return false;
  return [...held.values()].some(
    (other) =>
      other.lesson.id !== lesson.id &&
      other.lesson.block === lesson.block &&
      other.day === day &&
      sameSlot(other.at, at) &&
      !moves.some(({ move }) => keyOfMove(move) === keyOf(other) && sameDayPlace(move.to, to)),
  );
}

/** What a week breaks as it will be held and does not break as it is held, in words. */
export function newFaults(
  ground: Ground,
  before: readonly HeldLesson[],
  after: readonly HeldLesson[],
): string[] {
  const known = new Set(gravest(ground, before));
  return gravest(ground, after).filter((message) => !known.has(message));
}

/** What a week as it is held breaks, in words. */
function gravest(ground: Ground, held: readonly HeldLesson[]): string[] {
  const lessons = held.map(({ lesson, day, at, staffIds, roomId }): Lesson => {
    const there = slotOfDay({ day, half: at.half, period: at.period });
    // A group that is held apart from its block takes the time of its classes by itself.
    const block = lesson.block && !sameSlot(lesson.at, there) ? `${lesson.block} ${day}` : lesson.block;
    return { ...lesson, staffIds, roomId, block, weeks: null, at: there };
  });
  return checkTimetable(ground, lessons)
    .filter(({ severity }) => severity === 'mustFix')
    .map(({ message }) => message);
}
