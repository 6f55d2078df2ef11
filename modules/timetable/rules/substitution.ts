import {
  type BusyTime,
  type Candidate as EngineCandidate,
  proposeSubstitutes as propose,
  type Substitute,
} from '#engines/timetable';
import { type HeldLesson, weekdayOf } from './day-plan.ts';
import type { Ground, Lesson, Taken } from './ground.ts';
import type { Half, Slot } from './week.ts';

/** A lesson on a day for which somebody must, or may, stand in. */
export interface OpenLesson {
  /** With the hour at which it is held that day. */
  readonly lesson: Lesson;
  /** On which it is held, 'YYYY-MM-DD'. */
  readonly day: string;
  /** Who holds it when nobody stands in: then somebody may, but nobody is proposed. */
  readonly heldBy: readonly string[];
}

/** Who teaches what at the school, and how often each has stood in so far this year. */
export interface StaffRoom {
  readonly qualified: (staffId: string, lesson: Lesson) => boolean;
  /** Periods stood in for. */
  readonly stoodIn: ReadonlyMap<string, number>;
  /** Teachers who cannot come: 'staffId day'. */
  readonly away: ReadonlySet<string>;
  /** What is held on the days concerned, changes counted: who is busy when. */
  readonly held: readonly HeldLesson[];
  /** What shared teachers teach at another school on a day. */
  readonly takenOn: ReadonlyMap<string, readonly Taken[]>;
  /** Lessons of the week, for who teaches which class and grade. */
  readonly taught: readonly Lesson[];
}

export interface Candidate {
  readonly staffId: string;
  /** Qualified for the subject and teaching the grade; the subject; a teacher of the class; only free. */
  readonly nearness: 'subjectAndGrade' | 'subject' | 'class' | 'free';
  /** Own periods on that day. */
  readonly load: number;
  readonly stoodIn: number;
  readonly comesSpecially: boolean;
}

export interface Proposal {
  readonly chosen: Candidate | undefined;
  /** All who could, the best first. */
  readonly candidates: readonly Candidate[];
  /** How many teachers cannot: taken at that time, or with a full day. */
  readonly busy: number;
  readonly full: number;
}

/** Afternoons begin behind every morning, so that nothing touches over noon. */
const afternoonFrom = 20;
const periodOf = ({ half, period }: { half: Half; period: number }) =>
  (half === 'afternoon' ? afternoonFrom : 0) + period - 1;

/**
 * Who stands in for which lesson: the assignment over all lessons together that costs least (nearness to the lesson before fairness
 * before the load of the day), nobody in two places, nobody beyond the periods of a day. Proved cheapest by the engine.
 */
export function proposeSubstitutes<Open extends OpenLesson>(
  ground: Ground,
  open: readonly Open[],
  room: StaffRoom,
): (Open & Proposal)[] {
  const days = [...new Set(open.map(({ day }) => day))];
  const { teachers } = ground;
  const dayNumber = new Map(days.map((day, index) => [day, index]));
  const busy = busyTimes(ground, room, dayNumber);
  const loads = new Map<string, number>();
  for (const { staffIds, day, lesson } of room.held)
    for (const id of staffIds) loads.set(`${id} ${day}`, (loads.get(`${id} ${day}`) ?? 0) + lesson.duration);
  const substitutes = teachers.map(
    ({ id }): Substitute => ({
      busy: new Map(days.map((day, index) => [index, busy.get(`${id} ${day}`) ?? []])),
      load: new Map(days.map((day, index) => [index, loads.get(`${id} ${day}`) ?? 0])),
      stoodIn: room.stoodIn.get(id) ?? 0,
    }),
  );
  const gradeOf = new Map(ground.classes.map(({ id, grade }) => [id, grade]));
  const teaches = new Set(
    room.taught.flatMap(({ staffIds, classIds }) =>
      staffIds.flatMap((id) => classIds.flatMap((one) => [`${id} ${one}`, `${id} ${gradeOf.get(one)}`])),
    ),
  );
  const nearnessOf = (lesson: Lesson, staffId: string): EngineCandidate['nearness'] => {
    const inGrade = lesson.classIds.some((one) => teaches.has(`${staffId} ${gradeOf.get(one)}`));
    if (room.qualified(staffId, lesson)) return inGrade ? 'subject-and-grade' : 'subject';
    return lesson.classIds.some((one) => teaches.has(`${staffId} ${one}`)) ? 'class' : 'free';
  };
  const found = propose({
    lessons: open.map(({ lesson, day, heldBy }) => ({
      day: dayNumber.get(day)!,
      period: periodOf(lesson.at!),
      duration: lesson.duration,
      site: -1,
      goesOn: heldBy.length > 0,
    })),
    substitutes,
    nearness: (lesson, substitute) => {
      const { lesson: one, day } = open[lesson]!;
      const { id } = teachers[substitute]!;
      return room.away.has(`${id} ${day}`) ? undefined : nearnessOf(one, id);
    },
    mostADay: ground.limits.periodsPerDay,
    alternatives: teachers.length,
  });
  const named = ({ substitute, nearness, ...rest }: EngineCandidate): Candidate => ({
    staffId: teachers[substitute]!.id,
    nearness: nearness === 'subject-and-grade' ? 'subjectAndGrade' : nearness,
    load: rest.load,
    stoodIn: rest.stoodIn,
    comesSpecially: rest.comesSpecially,
  });
  return found.map(({ lesson, chosen, alternatives, obstacles }) => ({
    ...open[lesson]!,
    busy: obstacles.busy,
    full: obstacles['full-day'],
    chosen: chosen && named(chosen),
    candidates: [...(chosen ? [chosen] : []), ...alternatives].map(named),
  }));
}

/** When each teacher cannot take a lesson, by 'staffId day': own lessons, closed periods, the other school. */
function busyTimes(
  ground: Ground,
  room: StaffRoom,
  days: ReadonlyMap<string, number>,
): Map<string, BusyTime[]> {
  const busy = new Map<string, BusyTime[]>();
  const add = (staffId: string, day: string, at: Slot, duration: number) => {
    const key = `${staffId} ${day}`;
    busy.set(key, [...(busy.get(key) ?? []), { period: periodOf(at), duration, site: -1 }]);
  };
  for (const { staffIds, day, at, lesson } of room.held)
    for (const id of staffIds) add(id, day, at, lesson.duration);
  const shut = ground.wishes.filter(({ of, wish }) => of === 'staff' && wish === 'closed');
  for (const day of days.keys()) {
    for (const { id, at } of shut) if (at.weekday === weekdayOf(day)) add(id, day, at, 1);
    for (const { staffId, at, duration } of room.takenOn.get(day) ?? []) add(staffId, day, at, duration);
  }
  return busy;
}
