import { type LostLesson, makeUp } from '#engines/timetable';
import { type DayPlace, type HeldLesson, weekdayOf } from './day-plan.ts';
import { type Ground, type Lesson, type Taken, takesOwnPupils } from './ground.ts';
import { nameOf } from './names.ts';
import { fittingRooms, roomWish } from './room-fit.ts';
import { type Shortages, urgencyOf } from './shortage.ts';
import { halves, type Slot, slotsTaken } from './week.ts';

/** The days to come, as far as lessons may be made up on them. */
export interface DaysToCome {
  readonly ground: Ground;
  /** In order, 'YYYY-MM-DD'. */
  readonly days: readonly string[];
  /** What is held on them, changes counted. */
  readonly held: readonly HeldLesson[];
  /** 'staffId day': who is away. */
  readonly away: ReadonlySet<string>;
  /** What shared teachers teach at another school on a day. */
  readonly takenOn: ReadonlyMap<string, readonly Taken[]>;
  /** What subjects of classes lack of their year. */
  readonly shortage: Shortages;
}

export interface RoomPlace extends DayPlace {
  readonly roomId: string | null;
}

export interface MakeUpPlan {
  /** For each lost lesson in the order given; undefined: nowhere. */
  readonly places: readonly (RoomPlace | undefined)[];
  /** Why a lesson has no place, in words. */
  readonly why: readonly (string | undefined)[];
  /** Whether it is proved that no more lessons can be made up without moving others. */
  readonly most: boolean;
}

/** What keeps a lesson from a place, in the order of how much can be done about it. */
type Obstacle = 'class' | 'teacher' | 'room';

/** Who and what is taken when on the days to come: the ground of making up. */
export class MakeUpBoard {
  readonly #to: DaysToCome;
  readonly #busy = new Set<string>();
  readonly #shut: ReadonlySet<string>;
  /** Periods of a class or group on a day. */
  readonly #load = new Map<string, Set<string>>();
  readonly #groupsOfClass = new Map<string, Set<string>>();
  readonly #staying: ReadonlyMap<string, ReadonlySet<string>>;

  /** `lost`: all lessons that are to be made up. */
  constructor(to: DaysToCome, lost: readonly Lesson[]) {
    this.#to = to;
    const { ground, held } = to;
    for (const { kind, studyGroupId, classIds } of [...held.map(({ lesson }) => lesson), ...lost])
      if (kind === 'group' && studyGroupId)
        for (const id of classIds)
          this.#groupsOfClass.set(id, (this.#groupsOfClass.get(id) ?? new Set()).add(studyGroupId));
    this.#shut = new Set(
      ground.wishes
        .filter(({ wish }) => wish === 'closed')
        .map(({ of, id, at }) => `${of} ${id} ${weekKey(at)}`),
    );
    for (const [day, taken] of to.takenOn)
      for (const { staffId, at, duration } of taken)
        for (const { half, period } of slotsTaken(at, duration))
          this.#busy.add(`staff ${staffId} ${day} ${half} ${period}`);
    for (const { lesson, day, at, staffIds, roomId } of held)
      this.occupy({ ...lesson, staffIds, roomId }, { day, half: at.half, period: at.period, roomId });
    this.#staying = this.#mayStay(lost);
  }

  occupy(lesson: Lesson, place: RoomPlace): void {
    const key = (period: number) => `${place.day} ${place.half} ${period}`;
    for (const { period } of slotsTaken({ weekday: 1, ...place }, lesson.duration)) {
      for (const who of this.#takes(lesson, place.roomId)) this.#busy.add(`${who} ${key(period)}`);
      for (const who of [...lesson.classIds.map((id) => `class ${id}`), ...this.#counted(lesson)]) {
        const load = `${who} ${place.day}`;
        this.#load.set(load, (this.#load.get(load) ?? new Set()).add(key(period)));
      }
    }
  }

  /** What stands against a lesson there; undefined: nothing. */
  obstacle(lesson: Lesson, place: RoomPlace): Obstacle | undefined {
    const { ground, days, away } = this.#to;
    const { day, half } = place;
    const last = Math.max(
      0,
      ...ground.frame.bells.filter((bell) => bell.half === half).map(({ period }) => period),
    );
    const isFree = (who: string) =>
      slotsTaken({ weekday: weekdayOf(day), ...place }, lesson.duration).every(
        (slot) =>
          !this.#busy.has(`${who} ${day} ${half} ${slot.period}`) &&
          !this.#shut.has(`${who} ${weekKey(slot)}`),
      );
    const pupils = this.#takes({ ...lesson, staffIds: [] }, null);
    if (
      !days.includes(day) ||
      place.period + lesson.duration - 1 > last ||
      !pupils.every(isFree) ||
      this.#counted(lesson).some((who) => this.hoursLeft(who, day) < lesson.duration) ||
      !lesson.classIds.every((id) => this.#staying.get(`${day} ${half}`)?.has(id) ?? true)
    )
      return 'class';
    if (!lesson.staffIds.every((id) => !away.has(`${id} ${day}`) && isFree(`staff ${id}`))) return 'teacher';
    return place.roomId && !isFree(`room ${place.roomId}`) ? 'room' : undefined;
  }

  hoursLeft(who: string, day: string): number {
    return this.#to.ground.limits.periodsPerDay - (this.#load.get(`${who} ${day}`)?.size ?? 0);
  }

  /** Everything within the days to come where a lesson of this length could lie, whoever is there, with its own room. */
  everywhere(lesson: Lesson): RoomPlace[] {
    const { ground, days } = this.#to;
    return days.flatMap((day) =>
      halves.flatMap((half) =>
        ground.frame.bells
          .filter((bell) => bell.half === half)
          .map(({ period }) => ({ day, half, period, roomId: lesson.roomId })),
      ),
    );
  }

  /** Rooms that will do, its own first: others only when the subject asks for a kind or for equipment. */
  roomsFor(lesson: Lesson): (string | null)[] {
    const { roomKind, equipment } = roomWish(this.#to.ground, lesson);
    const own = this.#to.ground.rooms.find(({ id }) => id === lesson.roomId);
    if (!own || (own.kind !== roomKind && equipment.length === 0)) return [lesson.roomId];
    const others = fittingRooms(this.#to.ground, lesson).filter(
      ({ id, capacity }) => id !== own.id && (capacity ?? Infinity) >= (own.capacity ?? 0),
    );
    return [own.id, ...others.map(({ id }) => id)];
  }

  /** Rooms for lessons held together, one for each: a single lesson may have another one, groups beside each other have their own. */
  roomsTogether(lessons: readonly Lesson[]): (string | null)[][] {
    return lessons.length === 1
      ? this.roomsFor(lessons[0]!).map((roomId) => [roomId])
      : [lessons.map(({ roomId }) => roomId)];
  }

  /** Empty periods of its classes that a lesson would leave between itself and the others of that half day. */
  holes(lesson: Lesson, { day, half, period }: RoomPlace): number {
    const { bells } = this.#to.ground.frame;
    const busy = bells.filter(
      (bell) =>
        bell.half === half &&
        lesson.classIds.some((id) => this.#busy.has(`class ${id} ${day} ${half} ${bell.period}`)),
    );
    const far = busy.map((bell) =>
      bell.period > period ? bell.period - period - lesson.duration : period - bell.period - 1,
    );
    return busy.length === 0 ? period - 1 : Math.max(0, Math.min(...far));
  }

  /** Names of what it would take there, period by period; and whose hours of the day it adds to. */
  takesAt(lesson: Lesson, place: RoomPlace): { cells: string[]; counts: string[] } {
    const periods = slotsTaken({ weekday: 1, ...place }, lesson.duration).map(({ period }) => period);
    return {
      cells: this.#takes(lesson, place.roomId).flatMap((who) =>
        periods.map((period) => `${who} ${place.day} ${place.half} ${period}`),
      ),
      counts: this.#counted(lesson).map((who) => `${who} ${place.day}`),
    };
  }

  /** Who and what a lesson takes. A group takes its own pupils; a class, or a group of an elective block, all groups of the class. */
  #takes(lesson: Lesson, roomId: string | null): string[] {
    const { studyGroupId, classIds, staffIds } = lesson;
    const shared = this.#to.ground.groupsSharing.filter((pair) => pair.includes(studyGroupId ?? ''));
    const pupils = takesOwnPupils(lesson)
      ? [`group ${studyGroupId}`, ...shared.map((pair) => `shared ${pair.join(' ')}`)]
      : classIds.flatMap((id) => [
          `class ${id}`,
          ...[...(this.#groupsOfClass.get(id) ?? [])].map((group) => `group ${group}`),
        ]);
    return [...pupils, ...staffIds.map((id) => `staff ${id}`), ...(roomId ? [`room ${roomId}`] : [])];
  }

  #counted(lesson: Lesson): string[] {
    return takesOwnPupils(lesson)
      ? [`group ${lesson.studyGroupId}`]
      : lesson.classIds.map((id) => `class ${id}`);
  }

  /** Where noon has places for some classes only: who may be at school in a half day, those with most to make up first. */
  #mayStay(lost: readonly Lesson[]): Map<string, Set<string>> {
    const { ground, days, held } = this.#to;
    const most = ground.frame.noonClasses;
    const found = new Map<string, Set<string>>();
    if (most === null) return found;
    const wanted = (id: string) => lost.filter(({ classIds }) => classIds.includes(id)).length;
    const order = ground.classes.map(({ id }) => id).sort((one, other) => wanted(other) - wanted(one));
    days.forEach((day, turn) => {
      const at = (half: 'morning' | 'afternoon') =>
        new Set(
          held
            .filter((one) => one.day === day && one.at.half === half)
            .flatMap(({ lesson }) => lesson.classIds),
        );
      const [morning, afternoon] = [at('morning'), at('afternoon')];
      const staying = [...morning].filter((id) => afternoon.has(id));
      const rest = order.filter((id) => !staying.includes(id));
      const shift = rest.length > 0 ? turn % rest.length : 0;
      const newcomers = [...rest.slice(shift), ...rest.slice(0, shift)].slice(
        0,
        Math.max(0, most - staying.length),
      );
      const both = new Set([...staying, ...newcomers]);
      const either = (own: ReadonlySet<string>, other: ReadonlySet<string>) =>
        new Set(order.filter((id) => both.has(id) || own.has(id) || !other.has(id)));
      found.set(`${day} morning`, either(morning, afternoon));
      found.set(`${day} afternoon`, either(afternoon, morning));
    });
    return found;
  }
}

/** A lost lesson, or all groups of a block that were lost together, by their index: they have one place. */
interface Unit {
  readonly indices: readonly number[];
  readonly lessons: readonly Lesson[];
}

/** Lessons with the same block are made up together. */
export function togetherOf(lost: readonly Lesson[]): Unit[] {
  const keys = lost.map(({ block }, index) => block ?? index);
  return [...Map.groupBy(lost.keys(), (index) => keys[index]).values()].map((indices) => ({
    indices,
    lessons: indices.map((index) => lost[index]!),
  }));
}

/**
 * Places for as many lost lessons as are found without moving others, and among as many those of subjects that lack most of their year
 * (`Shortages`), early days first and without an empty period for the class where that can be: class or group, teachers and room free, not away, not closed, within the most periods a day (CUR-12) and the places at noon.
 * Groups with the same block count as one and are held at the same time, each in its room.
 */
export function planMakeUp(to: DaysToCome, lost: readonly Lesson[]): MakeUpPlan {
  const board = new MakeUpBoard(to, lost);
  const units = togetherOf(lost);
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const hoursLeft: number[] = [];
  const counters = new Map<string, number>();
  const counterOf = (count: string) => {
    const known = counters.get(count);
    if (known !== undefined) return known;
    const cut = count.lastIndexOf(' ');
    hoursLeft.push(board.hoursLeft(count.slice(0, cut), count.slice(cut + 1)));
    counters.set(count, hoursLeft.length - 1);
    return hoursLeft.length - 1;
  };
  const placesOf = units.map(({ lessons }) =>
    board
      .everywhere(lessons[0]!)
      .flatMap((place) =>
        board.roomsTogether(lessons).map((rooms) => rooms.map((roomId) => ({ ...place, roomId }))),
      )
      .filter((places) => lessons.every((lesson, own) => board.obstacle(lesson, places[own]!) === undefined))
      .map((places) => ({
        places,
        cost: lessons.reduce((sum, lesson, own) => sum + costOf(to, board, lesson, places[own]!), 0),
      }))
      .sort((one, other) => one.cost - other.cost),
  );
  const asked = units.map(({ lessons }, unit): LostLesson => {
    const first = lessons[0]!;
    const places = placesOf[unit]!.map(({ places, cost }) => {
      const taken = lessons.map((lesson, own) => board.takesAt(lesson, places[own]!));
      return {
        takes: [...new Set(taken.flatMap(({ cells }) => cells))].map(numberOf),
        counts: [...new Set(taken.flatMap(({ counts }) => counts))].map(counterOf),
        cost,
      };
    });
    const pupils = takesOwnPupils(first) ? `group ${first.studyGroupId}` : `class ${first.classIds[0]}`;
    const owners = [pupils, ...first.staffIds.slice(0, 1).map((id) => `staff ${id}`)].map((who) => ({
      who,
      cells: placesOf[unit]!.map(({ places: [place] }) =>
        numberOf(`${who} ${place!.day} ${place!.half} ${place!.period}`),
      ),
    }));
    const urgency = Math.max(...lessons.map((lesson) => urgencyOf(to.shortage, lesson)));
    return { duration: first.duration, urgency, places, owners };
  });
  const { chosen, most } = makeUp(asked, hoursLeft);
  const places: (RoomPlace | undefined)[] = lost.map(() => undefined);
  const why: (string | undefined)[] = lost.map(() => undefined);
  for (const [unit, { indices, lessons }] of units.entries()) {
    const found = placesOf[unit]![chosen[unit]!];
    for (const [own, index] of indices.entries()) {
      if (found) places[index] = found.places[own];
      else why[index] = whyNowhere(to, board, lessons[own]!, placesOf[unit]!.length);
    }
  }
  return { places, why, most };
}

/** Early days first; on a day without holes, then early. */
function costOf({ days }: DaysToCome, board: MakeUpBoard, lesson: Lesson, place: RoomPlace): number {
  const otherRoom = place.roomId === lesson.roomId ? 0 : 1;
  return days.indexOf(place.day) * 1000 + board.holes(lesson, place) * 50 + place.period * 4 + otherRoom;
}

/** Why a lesson has no place, with numbers: free for whom, and who is not. */
function whyNowhere({ ground }: DaysToCome, board: MakeUpBoard, lesson: Lesson, free: number): string {
  const against = board.everywhere(lesson).map((place) => board.obstacle(lesson, place));
  const ofClass = against.filter((one) => one !== 'class').length;
  const ofTeacher = against.filter((one) => one === undefined || one === 'room').length;
  const who = lesson.kind === 'group' ? 'nhóm' : 'lớp';
  const teachers = lesson.staffIds.map((id) => nameOf(ground, 'staff', id)).join(', ');
  if (ofClass === 0)
    return `${who} không còn giờ trống (nhiều nhất ${ground.limits.periodsPerDay} tiết một ngày)`;
  if (ofTeacher === 0) return `${who} còn ${ofClass} giờ trống nhưng ${teachers} bận, vắng hoặc đóng cả`;
  if (free === 0) return `${who} và giáo viên còn ${ofTeacher} giờ trống chung nhưng phòng bận cả`;
  return `${free} giờ trống chung đã dành cho các tiết bù khác, hoặc ngày đó đã đủ ${ground.limits.periodsPerDay} tiết`;
}

const weekKey = ({ weekday, half, period }: Slot) => `${weekday} ${half} ${period}`;
