import { type Repair, type RepairRequest, repair } from '#engines/timetable';
import { type DayPlace, type HeldLesson, isRealMove, weekdayOf } from './day-plan.ts';
import { EngineSchool } from './engine-school.ts';
import type { Goals } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import { lessonName, nameOf } from './names.ts';

/** One week in which a teacher or a room cannot be had on some days. */
export interface WeekRepairRequest {
  readonly ground: Ground;
  readonly goals: Goals;
  /** Days of the week on which lessons may still be moved, and to which, 'YYYY-MM-DD'. */
  readonly openDays: readonly string[];
  /** What is held in the week, changes counted. */
  readonly held: readonly HeldLesson[];
  /** Lessons of the week with a change already: they stay. */
  readonly changed: readonly string[];
  readonly closed: readonly {
    readonly kind: 'staff' | 'room';
    readonly id: string;
    readonly days: readonly string[];
  }[];
}

export interface DayMove {
  readonly lessonId: string;
  readonly from: DayPlace & { readonly roomId: string | null };
  readonly to: DayPlace & { readonly roomId: string | null };
}

export interface WeekRepair {
  /** nothing: no lesson is concerned; the others as the engine says it (`Repair`). */
  readonly outcome: Repair['outcome'] | 'nothing';
  /** No fewer moves than these. */
  readonly lowerBound: number;
  readonly moves: readonly DayMove[];
  /** Why there is no way, or what had to give for one, in words. */
  readonly reason: string | null;
}

/** Nodes of the search for each try: a second or two for a school of 45 classes. */
const nodes = 4000;

/**
 * The fewest lessons that must be moved within a week so that none is held with the teacher or in the room that cannot be had: at
 * another time, or in another room of the kind. Events stay; a lesson is not moved to a day that is not open. First with every rule
 * kept; when that is not possible, classes may have empty periods.
 */
export function repairWeek(request: WeekRepairRequest): WeekRepair {
  const changed = new Set(request.changed);
  const blocks = new HeldBlocks(request);
  const isConcerned = request.held.some(
    (one) =>
      isOut(request, one) && one.lesson.kind !== 'event' && !blocks.stay(one) && !changed.has(one.lesson.id),
  );
  const left = leftInBlocks(request, blocks);
  if (!isConcerned) return { outcome: 'nothing', lowerBound: 0, moves: [], reason: left };
  const week = weekSchool(request, []);
  const { school } = week;
  const strict = askFor(week, () => false);
  const found = strict.moves.length > 0;
  const result = found ? strict : askFor(week, (constraint) => school.partOf(constraint) === 'classGap');
  return {
    outcome: result.outcome,
    lowerBound: result.lowerBound,
    reason:
      [result.moves.length === 0 ? reasonOf(request, school, result) : found ? null : gaps, left]
        .filter(Boolean)
        .join(' ') || null,
    moves: movesOf(week, result),
  };
}

/** Groups that cannot be held as ever, beside one that was changed before, in a sentence: they are not moved away from it. */
function leftInBlocks(request: WeekRepairRequest, blocks: HeldBlocks): string | null {
  const out = request.held.filter(
    (one) => blocks.stay(one) && !request.changed.includes(one.lesson.id) && isOut(request, one),
  );
  if (out.length === 0) return null;
  const names = [...new Set(out.map(({ lesson }) => lessonName(request.ground, lesson)))].join(', ');
  return `${names} học cùng giờ với nhóm đã có thay đổi nên không dời: hãy chọn người dạy thay, đổi phòng, hoặc cho nghỉ và dạy bù.`;
}

/** A week in the engine's terms: what is held, then what is new. */
export interface WeekSchool {
  readonly school: EngineSchool;
  /** What is held, by the id it has for the engine. */
  readonly heldAs: ReadonlyMap<string, HeldLesson>;
  readonly dayOf: ReadonlyMap<number, string>;
  readonly request: Omit<RepairRequest, 'problem' | 'relaxed' | 'nodes'>;
}

/** Writes a week for the engine. `added`: lessons without a place that shall have one; those with the same block together. */
export function weekSchool(request: WeekRepairRequest, added: readonly Lesson[]): WeekSchool {
  const { ground, goals, openDays, closed } = request;
  const blocks = new HeldBlocks(request);
  const asHeld = inOrder(ground, request.held);
  const held = asHeld.map((one) => blocks.written(one));
  const open = new Set(openDays);
  const changed = new Set(request.changed);
  const freed = closed.find(({ kind }) => kind === 'room')?.id;
  const away = new Set(
    closed.flatMap(({ kind, id, days }) => (kind === 'staff' ? days.map((day) => `${id} ${day}`) : [])),
  );
  const lessons = held.map((one, index): Lesson => {
    const { lesson, day, at, roomId } = one;
    const beside = blocks.beside(asHeld[index]!);
    const out = beside.some((other) => isOut(request, other));
    const stays = beside.some((other) => other.lesson.locked) || !open.has(day);
    const settled = lesson.kind === 'event' || changed.has(lesson.id);
    return {
      ...lesson,
      // One week of the calendar: which of the weeks that take turns it is has been decided.
      weeks: null,
      // A lesson made up here may stand here a second time.
      id:
        held.findIndex((other) => other.lesson.id === lesson.id) === index
          ? lesson.id
          : `${lesson.id} ${index}`,
      at,
      // Events, and lessons that were changed before, stay: whoever is away, or a room that is closed, is not counted on there.
      roomId: settled && isOut(request, one) && roomId === freed ? null : roomId,
      staffIds: settled ? one.staffIds.filter((id) => !away.has(`${id} ${day}`)) : one.staffIds,
      locked: settled || (stays && !(out && open.has(day))),
    };
  });
  const many = (key: string) => added.filter(({ block }) => block === key).length;
  const all = [
    ...lessons,
    ...added.map(({ kind, block, ...lesson }): Lesson => {
      // A group of a block that is held by itself takes the time of its classes.
      const together = block !== null && many(block) > 1;
      return {
        ...lesson,
        ...{ kind: together || block === null ? kind : 'lesson', block: together ? block : null },
        ...{ weeks: null, at: null, locked: false },
      };
    }),
  ];
  const weekdays = new Set([...open].map(weekdayOf));
  const sessions = ground.frame.sessions.filter(({ weekday }) => weekdays.has(weekday));
  const school = new EngineSchool({ ...ground, frame: { ...ground.frame, sessions } }, goals, all, {
    freedRoomId: freed,
  });
  const base = {
    start: new Int32Array(school.problem.meets).fill(-1),
    option: new Int32Array(school.problem.choiceMeet.length).fill(-1),
  };
  for (const { id, at, roomId, duration } of lessons) {
    base.start[school.meetOf(id)] = at ? school.numberOf(at, duration) : -1;
    const found = school.optionOf(id, roomId);
    if (found) base.option[found.choice] = found.option;
  }
  const shut = closed.flatMap(({ kind, id, days }) => {
    const resource = school.resourceOf(kind, id);
    const slots = days.flatMap((day) =>
      ground.frame.bells.map(({ half, period }) =>
        school.numberOf({ weekday: weekdayOf(day), half, period }),
      ),
    );
    return resource < 0 ? [] : [{ resource, slots }];
  });
  const meetsOf = (some: readonly Lesson[]) => [...new Set(some.map(({ id }) => school.meetOf(id)))];
  return {
    school,
    heldAs: new Map(lessons.map(({ id }, index) => [id, held[index]!])),
    dayOf: new Map([...open, ...held.map(({ day }) => day)].map((day) => [weekdayOf(day), day])),
    request: {
      base,
      closed: shut,
      locked: meetsOf(lessons.filter(({ locked }) => locked)),
      // Lessons of the week before that are not placed are nobody's concern here.
      dropped: meetsOf(lessons).filter((meet) => base.start[meet]! < 0),
    },
  };
}

export function askFor({ school, request }: WeekSchool, relaxed: (constraint: number) => boolean): Repair {
  return repair({ ...request, problem: school.problem, relaxed, nodes });
}

/** Where a moved or new lesson lies now. */
export function placeIn(
  { school, dayOf }: WeekSchool,
  { to }: Repair['moves'][number],
  lesson: Lesson,
): DayMove['to'] {
  const { weekday, half, period } = school.slotOf(to.start);
  return { day: dayOf.get(weekday)!, half, period, roomId: school.roomOf(lesson, to.options) };
}

/** Moves of what is held already: of a block those of all its groups. */
export function movesOf(week: WeekSchool, { moves }: Repair): DayMove[] {
  return moves.flatMap((move) =>
    week.school.lessonsAt(move.meet).flatMap((own): DayMove[] => {
      const one = week.heldAs.get(own.id);
      if (!one) return [];
      const { lesson, day, at, roomId } = one;
      const to = placeIn(week, move, own);
      if (!isRealMove({ ...lesson, at, roomId }, day, to, to.roomId)) return [];
      return [{ lessonId: lesson.id, from: { day, half: at.half, period: at.period, roomId }, to }];
    }),
  );
}

/**
 * Groups of an elective block that are held beside each other: moved as one. Beside one that was changed before they stay like events, and
 * the first of them takes the time of all their classes.
 */
class HeldBlocks {
  readonly #beside: ReadonlyMap<string, readonly HeldLesson[]>;
  readonly #changed: ReadonlySet<string>;

  constructor({ held, changed }: Pick<WeekRepairRequest, 'held' | 'changed'>) {
    this.#beside = Map.groupBy(
      held.filter(({ lesson }) => lesson.block !== null),
      placeInBlock,
    );
    this.#changed = new Set(changed);
  }

  /** What is held together with it, itself too. */
  beside(one: HeldLesson): readonly HeldLesson[] {
    return this.#beside.get(placeInBlock(one)) ?? [one];
  }

  stay(one: HeldLesson): boolean {
    return one.lesson.block !== null && this.beside(one).some(({ lesson }) => this.#changed.has(lesson.id));
  }

  /** As it is written for the engine: with a block of its own in this week, or as an event. */
  written(one: HeldLesson): HeldLesson {
    if (one.lesson.block === null) return one;
    const own = this.beside(one);
    if (!this.stay(one)) return { ...one, lesson: { ...one.lesson, block: placeInBlock(one) } };
    const classIds = own[0] === one ? [...new Set(own.flatMap(({ lesson }) => lesson.classIds))] : [];
    return { ...one, lesson: { ...one.lesson, kind: 'event', block: null, classIds } };
  }
}

const placeInBlock = ({ lesson, day, at }: HeldLesson) => `${lesson.block} ${day} ${at.half} ${at.period}`;

function isOut({ closed }: WeekRepairRequest, one: HeldLesson): boolean {
  return closed.some(
    ({ kind, id, days }) =>
      days.includes(one.day) && (kind === 'staff' ? one.staffIds.includes(id) : one.roomId === id),
  );
}

/** What is held by hour and class: a search that is cut short must not find another way because rows have other ids. */
function inOrder(ground: Ground, held: readonly HeldLesson[]): HeldLesson[] {
  const nameOfClass = new Map(ground.classes.map(({ id, name }) => [id, name]));
  const placeOf = ({ day, at, lesson }: HeldLesson) =>
    [
      ...[day, at.half === 'morning' ? 0 : 1, at.period, lesson.kind, lesson.subjectCode, lesson.strand],
      ...lesson.classIds.map((id) => nameOfClass.get(id)).toSorted(),
    ].join(' ');
  return held
    .map((one) => ({ one, place: placeOf(one) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ one }) => one);
}

const gaps = 'Không cách nào giữ cho mọi lớp khỏi trống tiết: phải để một số lớp trống tiết trong buổi.';

function reasonOf(
  { ground, closed }: WeekRepairRequest,
  school: EngineSchool,
  { outcome, shortage }: Repair,
): string {
  const remedy = closed.some(({ kind }) => kind === 'staff')
    ? 'Hãy chọn người dạy thay, hoặc cho nghỉ và dạy bù.'
    : 'Hãy đóng phòng ít ngày hơn, hoặc cho nghỉ và dạy bù.';
  if (shortage) {
    const who = school.whoIs(shortage.resource);
    const name = who ? nameOf(ground, who.kind, who.id) : '';
    const list = shortage.meets.slice(0, 4).map((meet) => lessonName(ground, school.lessonAt(meet)));
    return `${name}: ${shortage.needed} tiết (${list.join(', ')}…) mà trong tuần chỉ còn ${shortage.slots.length} chỗ. ${remedy}`;
  }
  return outcome === 'impossible'
    ? `Trong tuần này không còn cách dời nào. ${remedy}`
    : `Chưa tìm được cách dời trong thời gian cho phép. ${remedy}`;
}
