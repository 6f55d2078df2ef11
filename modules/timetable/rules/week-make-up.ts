import { type HeldLesson, isRealMove, slotOfDay } from './day-plan.ts';
import type { Lesson } from './ground.ts';
import { type DaysToCome, planMakeUp, type RoomPlace, togetherOf } from './make-up-places.ts';
import { urgencyOf } from './shortage.ts';
import { askFor, type DayMove, movesOf, placeIn, type WeekRepairRequest, weekSchool } from './week-repair.ts';

/** A lesson to be made up, by the id of what was lost; those with the same block together. */
export interface ToMakeUp {
  readonly changeId: string;
  readonly lesson: Lesson;
}

export interface RoomMade {
  readonly placed: readonly { readonly changeId: string; readonly place: DayMove['to'] }[];
  /** Lessons of the same weeks that go elsewhere for it. */
  readonly moves: readonly DayMove[];
  /** Whether it is proved of every week that no fewer lessons can be moved for what was placed there. */
  readonly fewest: boolean;
}

/** So many are tried together in a week; more would only be a proof that it is too many. */
const mostTogether = 12;

/**
 * Makes up lessons within weeks by moving others, the fewest that will do, with every rule kept: all together in the first week, else
 * one after the other; what does not go into a week is tried in the next. `isLate`: when to give up.
 */
export function makeRoom(
  weeks: readonly WeekRepairRequest[],
  lost: readonly ToMakeUp[],
  isLate: () => boolean,
): RoomMade {
  let left = [...lost];
  const made = weeks.map((request) => {
    const found = inWeek(request, left, isLate);
    left = left.filter(({ changeId }) => !found.placed.some((one) => one.changeId === changeId));
    return found;
  });
  return {
    placed: made.flatMap(({ placed }) => placed),
    moves: made.flatMap(({ moves }) => moves),
    fewest: made.every(({ fewest }) => fewest),
  };
}

function inWeek(request: WeekRepairRequest, lost: readonly ToMakeUp[], isLate: () => boolean): RoomMade {
  if (lost.length === 0 || request.openDays.length === 0) return { placed: [], moves: [], fewest: true };
  const together = lost.length <= mostTogether ? tried(request, lost) : undefined;
  if (together) return together;
  let now = request;
  let whole: RoomMade = { placed: [], moves: [], fewest: true };
  for (const { indices } of togetherOf(lost.map(({ lesson }) => lesson))) {
    if (isLate()) break;
    const found = tried(
      now,
      indices.map((index) => lost[index]!),
    );
    if (!found) continue;
    const moves = merged(request.held, whole.moves, found.moves);
    whole = {
      placed: [...whole.placed, ...found.placed],
      moves,
      fewest: whole.placed.length === 0 && found.fewest,
    };
    now = { ...now, ...withMade(now, lost, found) };
  }
  return whole;
}

/** The fewest moves for all of some lessons; undefined when there is no way, or none was found. */
function tried(request: WeekRepairRequest, lost: readonly ToMakeUp[]): RoomMade | undefined {
  const added = lost.map(({ changeId, lesson }): Lesson => ({ ...lesson, id: changeId }));
  const week = weekSchool(request, added);
  const result = askFor(week, () => false);
  if (result.moves.length === 0) return undefined;
  const asked = new Set(added.map(({ id }) => id));
  const placed = result.moves.flatMap((move) =>
    week.school
      .lessonsAt(move.meet)
      .flatMap((own) => (asked.has(own.id) ? [{ changeId: own.id, place: placeIn(week, move, own) }] : [])),
  );
  return { placed, moves: movesOf(week, result), fewest: result.outcome === 'proved' };
}

/** The week with what was found: moved lessons where they are now, those made up as held and settled. */
function withMade(
  { held, changed }: WeekRepairRequest,
  lost: readonly ToMakeUp[],
  { placed, moves }: RoomMade,
): Pick<WeekRepairRequest, 'held' | 'changed'> {
  const moved = new Map(moves.map(({ lessonId, from, to }) => [`${lessonId} ${from.day}`, to]));
  const after = held.map((one): HeldLesson => {
    const to = moved.get(`${one.lesson.id} ${one.day}`);
    return to ? { ...one, day: to.day, at: slotOfDay(to), roomId: to.roomId } : one;
  });
  const made = placed.map(({ changeId, place }): HeldLesson => {
    const { lesson } = lost.find((one) => one.changeId === changeId)!;
    // Under its own id: the lesson may be held in this week as ever, and that one may be moved.
    const own = { ...lesson, id: changeId };
    return {
      lesson: own,
      day: place.day,
      at: slotOfDay(place),
      staffIds: lesson.staffIds,
      roomId: place.roomId,
    };
  });
  return { held: [...after, ...made], changed: [...changed, ...placed.map(({ changeId }) => changeId)] };
}

/** Moves after moves: each lesson from where it was at first to where it is at last. */
function merged(
  held: readonly HeldLesson[],
  before: readonly DayMove[],
  after: readonly DayMove[],
): DayMove[] {
  const found = [...before];
  for (const move of after) {
    const earlier = found.findIndex(
      ({ lessonId, to }) =>
        lessonId === move.lessonId && to.day === move.from.day && to.period === move.from.period,
    );
    if (earlier < 0) found.push(move);
    else found[earlier] = { ...move, from: found[earlier]!.from };
  }
  return found.filter(({ lessonId, from, to }) => {
    const one = held.find(({ lesson, day }) => lesson.id === lessonId && day === from.day);
    return !one || isRealMove({ ...one.lesson, at: one.at, roomId: one.roomId }, from.day, to, to.roomId);
  });
}

export interface MakeUpJob {
  readonly to: DaysToCome;
  readonly lost: readonly ToMakeUp[];
  /** Weeks in which other lessons may be moved for it, as they are held; none: no other lesson moves. */
  readonly weeks: readonly WeekRepairRequest[];
}

export interface MakeUpAnswer {
  /** For each lost lesson in the order asked: where, or why nowhere. */
  readonly lessons: readonly { readonly place: RoomPlace | null; readonly why: string | null }[];
  readonly moves: readonly DayMove[];
  /** Whether it is proved that no more can be made up without moving others, and that no fewer others can move. */
  readonly most: boolean;
  readonly fewest: boolean;
}

/**
 * As many lost lessons as can be into free periods; for the others room is made in the weeks, others moving, those first that lack most
 * of their year.
 */
export function answerMakeUp({ to, lost, weeks }: MakeUpJob, isLate: () => boolean): MakeUpAnswer {
  const { places, why, most } = planMakeUp(
    to,
    lost.map(({ lesson }) => lesson),
  );
  const kept = lost.flatMap((one, index) =>
    places[index] ? [{ changeId: one.changeId, place: places[index] }] : [],
  );
  const open = weeks.map((week): WeekRepairRequest => {
    const own = kept.filter(({ place }) => week.openDays.includes(place.day));
    return { ...week, ...withMade(week, lost, { placed: own, moves: [], fewest: true }) };
  });
  const left = lost
    .filter((_, index) => !places[index])
    .toSorted((one, other) => urgencyOf(to.shortage, other.lesson) - urgencyOf(to.shortage, one.lesson));
  const room = makeRoom(open, left, isLate);
  const made = new Map(room.placed.map(({ changeId, place }) => [changeId, place]));
  return {
    lessons: lost.map(({ changeId }, index) => {
      const place = places[index] ?? made.get(changeId) ?? null;
      return { place, why: place ? null : (why[index] ?? null) };
    }),
    moves: room.moves,
    most,
    fewest: room.fewest,
  };
}
