import type { SchoolConstraint, SchoolLesson, SchoolProblem, SchoolSlot } from '#engines/timetable';
import { placeKey } from './board.ts';
import { type Goals, goalWeight } from './goals.ts';
import { type Ground, type Kept, type Lesson, pupilsOf } from './ground.ts';
import { type GradeSession, halves, type Slot, sessionsOf, slotKey, slotsTaken } from './week.ts';

/** What the search pays for, as progress shows it: the first five must not be, the others are the school's goals. */
export const costParts = [
  'clash',
  'classGap',
  'dayLength',
  'noonPlaces',
  'travel',
  'teacherGaps',
  'teacherHalfDays',
  'subjectSpread',
  'demandingEarly',
  'wishes',
  'evenDays',
] as const;
export type CostPart = (typeof costParts)[number];

/** A subject right after lunch, too often a day: wishes that no slider weighs. */
const fixedWishWeight = 4;

/** The school in the engine's own form, and which part of the cost each of its constraints belongs to. */
export interface SchoolAsProblem {
  readonly school: SchoolProblem;
  readonly parts: readonly CostPart[];
}

/** A place of the week as the engine counts it: from 0, a session being a half day. */
export function engineSlot({ weekday, half, period }: Slot): Required<SchoolSlot> {
  return { day: weekday - 1, session: half === 'afternoon' ? 1 : 0, period: period - 1 };
}

/**
 * Writes a school, the goals of its principal and the lessons to lay in the form of the engine (`schoolSchema`). Locked lessons may only
 * lie where they are. `freedRoomId`: a room that its lessons may have to leave for another of its kind; then every room counts, the own
 * rooms of classes too.
 */
export function schoolProblem(
  ground: Ground,
  goals: Goals,
  lessons: readonly Lesson[],
  freedRoomId?: string,
): SchoolAsProblem {
  const lasting = lessons.filter((lesson) => lesson.locked && lesson.at);
  const sessions = new Map(ground.classes.map(({ id, grade }) => [id, sessionsOf(ground.frame, grade)]));
  const closed = closedPeriods(ground, lasting);
  const constraints: SchoolConstraint[] = [];
  const parts: CostPart[] = [];
  const add: Add = (part, constraint) => {
    constraints.push(constraint);
    parts.push(part);
  };
  const taught = new Set(lessons.flatMap(({ kind, classIds }) => (kind === 'group' ? [] : classIds)));
  const pupils = new Map(ground.classes.map((one) => [one.id, one.pupils]));
  const siteOf = travelSites(ground);

  add('classGap', {
    type: 'gaps',
    weight: 'required',
    who: { classes: [...taught] },
    per: 'session',
    max: 0,
    fromStart: true,
  });
  addLimits(add, ground);
  if (ground.frame.noonClasses !== null)
    add('noonPlaces', {
      type: 'noon',
      weight: 'required',
      classes: ground.classes.map(({ id }) => id),
      max: ground.frame.noonClasses,
    });
  if (siteOf.size > 0)
    add('travel', {
      type: 'travel',
      weight: 'required',
      teachers: 'all',
      periods: ground.frame.travelPeriods,
    });
  addTeacherGoals(add, goals, lessons);
  addSubjectGoals(add, ground, goals, lessons);
  addWishes(add, ground, goals);

  const roomRule = roomRules(ground, lessons, freedRoomId, closed);
  const standing = new Set<string>();
  const sharing = Map.groupBy(
    ground.groupsSharing.flatMap(([one, other]) => [
      { id: one, name: sharedName(one, other) },
      { id: other, name: sharedName(one, other) },
    ]),
    ({ id }) => id,
  );
  const groupsOf = ({ kind, studyGroupId, classIds }: Lesson): string[] =>
    kind === 'group'
      ? studyGroupId
        ? [groupName(studyGroupId), ...(sharing.get(studyGroupId) ?? []).map(({ name }) => name)]
        : []
      : [...classIds];
  const written = lessons.map((lesson): SchoolLesson => {
    const teachers = lesson.staffIds.filter((id) => {
      if (lesson.kind !== 'event' || !lesson.at) return true;
      // One flag salute of all classes: whoever stands there stands there once.
      const once = `${id} ${lesson.title} ${slotKey(lesson.at)}`;
      if (standing.has(once)) return false;
      standing.add(once);
      return true;
    });
    const starts = startsOf(lesson, sessions);
    const room = roomRule(lesson);
    const rule = ground.subjectRules.find(({ subjectCode }) => subjectCode === lesson.subjectCode);
    return {
      id: lesson.id,
      subject: lesson.subjectCode ?? '',
      teachers,
      groups: groupsOf(lesson),
      duration: lesson.duration,
      tags: [
        lesson.kind,
        ...(lesson.locked ? [] : ['open']),
        ...(rule?.demanding ? ['demanding'] : []),
        ...(rule?.notAfterLunch ? ['notAfterLunch'] : []),
        ...(lesson.roomId ? [`room ${lesson.roomId}`] : []),
      ],
      ...(lesson.kind === 'group' && { partly: [...lesson.classIds] }),
      ...(starts && { starts }),
      ...(room && { room }),
    };
  });
  const known = new Set(ground.classes.map(({ id }) => id));
  return {
    parts,
    school: {
      version: 1,
      name: '',
      week: weekOf(ground, lessons),
      rooms: ground.rooms.map(({ id, kind, capacity, siteId }) => ({
        ...{ id, kind, closed: closed('room', id) },
        ...(capacity !== null && { capacity }),
        ...(siteOf.size > 0 && siteId && { site: siteId }),
      })),
      // Whoever has left, and classes of another year, still stand in older timetables.
      teachers: [
        ...new Set([...ground.teachers.map(({ id }) => id), ...lessons.flatMap((one) => one.staffIds)]),
      ].map((id) => ({ id, closed: closed('staff', id) })),
      classes: [
        ...[...new Set([...known, ...lessons.flatMap((one) => one.classIds)])].map((id) => ({
          ...{ id, pupils: pupils.get(id) ?? 0, closed: closed('class', id) },
          ...(siteOf.has(id) && { site: siteOf.get(id)! }),
        })),
        // A group of session 2 has its own pupils; two that share a pupil share a class of those.
        ...[...new Set(lessons.flatMap(({ studyGroupId }) => studyGroupId ?? []))].map((id) => ({
          id: groupName(id),
          pupils: ground.groups.find((one) => one.id === id)?.pupils ?? 0,
        })),
        ...ground.groupsSharing.map(([one, other]) => ({ id: sharedName(one, other) })),
      ],
      lessons: written,
      constraints,
    },
  };
}

const groupName = (id: string) => `group ${id}`;
const sharedName = (one: string, other: string) => `shared ${one} ${other}`;

function weekOf({ frame }: Ground, lessons: readonly Lesson[]): SchoolProblem['week'] {
  const last = Math.max(
    6,
    ...frame.sessions.map(({ weekday }) => weekday),
    ...lessons.map(({ at }) => at?.weekday ?? 0),
  );
  const periods = halves.map((half) =>
    Math.max(0, ...frame.bells.filter((bell) => bell.half === half).map(({ period }) => period)),
  );
  return {
    days: Array.from({ length: last }, () => ({ sessions: periods.map((many) => ({ periods: many })) })),
  };
}

/** Closed periods and those of the other school, but for those in which a locked lesson lies all the same. */
function closedPeriods(
  ground: Ground,
  lasting: readonly Lesson[],
): (of: Kept, id: string) => Required<SchoolSlot>[] {
  const kept = new Set(
    lasting.flatMap((lesson) =>
      slotsTaken(lesson.at!, lesson.duration).flatMap((slot) => [
        ...lesson.staffIds.map((id) => placeKey('staff', id, slotKey(slot))),
        ...lesson.classIds.map((id) => placeKey('class', id, slotKey(slot))),
        ...(lesson.roomId ? [placeKey('room', lesson.roomId, slotKey(slot))] : []),
      ]),
    ),
  );
  const all = [
    ...ground.wishes.filter(({ wish }) => wish === 'closed'),
    ...ground.taken.flatMap(({ staffId, at, duration }) =>
      slotsTaken(at, duration).map((slot) => ({ of: 'staff' as const, id: staffId, at: slot })),
    ),
  ].filter(({ of, id, at }) => !kept.has(placeKey(of, id, slotKey(at))));
  const byOne = Map.groupBy(all, ({ of, id }) => `${of} ${id}`);
  return (of, id) => (byOne.get(`${of} ${id}`) ?? []).map(({ at }) => engineSlot(at));
}

/** Where a lesson may begin by the half days of its classes (CUR-11, CUR-13); undefined: anywhere in the week. */
function startsOf(
  lesson: Lesson,
  sessions: ReadonlyMap<string, ReadonlyMap<string, GradeSession>>,
): SchoolSlot[] | undefined {
  if (lesson.locked && lesson.at) return [engineSlot(lesson.at)];
  if (lesson.classIds.length === 0) return undefined;
  const own = lesson.classIds.map((id) => sessions.get(id));
  return [...(own[0]?.values() ?? [])].flatMap(({ weekday, half }) => {
    const rows = own.map((one) => one?.get(`${weekday} ${half}`));
    if (rows.some((row) => row?.session !== lesson.session)) return [];
    const last = Math.min(...rows.map((row) => row!.periods)) - lesson.duration + 1;
    return Array.from({ length: Math.max(0, last) }, (_, index) =>
      engineSlot({ weekday, half, period: index + 1 }),
    );
  });
}

/**
 * The room a lesson needs: any of the kind when its subject needs one and it has one, else the room it has. A home room that no other
 * class uses is free whenever its class is, so it is left out as long as it is never closed.
 */
function roomRules(
  ground: Ground,
  lessons: readonly Lesson[],
  freedRoomId: string | undefined,
  closed: (of: Kept, id: string) => readonly unknown[],
): (lesson: Lesson) => SchoolLesson['room'] | undefined {
  const kindOf = new Map(ground.rooms.map(({ id, kind }) => [id, kind]));
  const wanted = new Map(ground.subjectRules.map(({ subjectCode, roomKind }) => [subjectCode, roomKind]));
  const homes = Map.groupBy(
    ground.classes.filter(({ roomId }) => roomId),
    ({ roomId }) => roomId,
  );
  const visited = new Set(
    lessons
      .filter(({ roomId, classIds }) => !classIds.includes(homes.get(roomId)?.[0]?.id ?? ''))
      .map(({ roomId }) => roomId),
  );
  const alone = (id: string) =>
    homes.get(id)?.length === 1 && !visited.has(id) && closed('room', id).length === 0;
  return (lesson) => {
    const { roomId } = lesson;
    const kind = kindOf.get(roomId ?? '');
    if (!roomId || kind === undefined) return undefined;
    if (roomId === freedRoomId || (!lesson.locked && wanted.get(lesson.subjectCode ?? '') === kind)) {
      const places = pupilsOf(ground, lesson);
      const fits = ground.rooms.some((room) => room.kind === kind && (room.capacity ?? places) >= places);
      return fits ? { kind } : { kind, tight: true };
    }
    return freedRoomId === undefined && alone(roomId) ? undefined : { ids: [roomId], tight: true };
  };
}

/** Site of each class, when the school has classes at several; empty otherwise: then nobody travels. */
function travelSites(ground: Ground): Map<string, string> {
  const found = new Map(ground.classes.flatMap(({ id, siteId }) => (siteId ? [[id, siteId] as const] : [])));
  return new Set(found.values()).size > 1 && ground.frame.travelPeriods > 0 ? found : new Map();
}

type Add = (part: CostPart, constraint: SchoolConstraint) => void;

/** CUR-12, for grades whose half days could add up to more. */
function addLimits(add: Add, { frame, limits, classes }: Ground): void {
  for (const grade of new Set(classes.map((one) => one.grade))) {
    const own = [...sessionsOf(frame, grade).values()];
    const days = Map.groupBy(own, ({ weekday }) => weekday);
    const longest = Math.max(
      0,
      ...[...days.values()].map((rows) => rows.reduce((sum, { periods }) => sum + periods, 0)),
    );
    const who = { classes: classes.filter((one) => one.grade === grade).map(({ id }) => id) };
    if (longest > limits.periodsPerDay)
      add('dayLength', { type: 'hours', weight: 'required', who, per: 'day', max: limits.periodsPerDay });
    if (own.length > limits.sessionsPerWeek)
      add('dayLength', {
        type: 'presence',
        weight: 'required',
        who,
        per: 'session',
        max: limits.sessionsPerWeek,
      });
  }
}

function addTeacherGoals(add: Add, goals: Goals, lessons: readonly Lesson[]): void {
  const load = new Map<string, number>();
  for (const { staffIds, duration } of lessons)
    for (const id of staffIds) load.set(id, (load.get(id) ?? 0) + duration);
  if (goals.teacherGaps > 0)
    add('teacherGaps', {
      type: 'gaps',
      weight: goalWeight(goals.teacherGaps),
      who: { teachers: [...load.keys()] },
      per: 'session',
      max: 0,
    });
  for (const [id, hours] of load) {
    const who = { teachers: [id] };
    if (goals.teacherHalfDays > 0)
      add('teacherHalfDays', {
        type: 'presence',
        weight: goalWeight(goals.teacherHalfDays),
        who,
        per: 'session',
        max: Math.max(1, Math.ceil(hours / 4)),
      });
    if (goals.evenDays > 0)
      add('evenDays', {
        type: 'hours',
        weight: goalWeight(goals.evenDays),
        who,
        per: 'day',
        max: Math.ceil(hours / 5) + 1,
      });
  }
}

function addSubjectGoals(add: Add, ground: Ground, goals: Goals, lessons: readonly Lesson[]): void {
  const taught = lessons.filter(({ kind }) => kind === 'lesson');
  for (const [code, own] of Map.groupBy(taught, ({ subjectCode }) => subjectCode ?? '')) {
    const classes = [...Map.groupBy(own, ({ classIds }) => classIds[0] ?? '')]
      .filter(([id, list]) => id && list.length > 1)
      .map(([id]) => id);
    if (classes.length === 0) continue;
    const most = ground.subjectRules.find(({ subjectCode }) => subjectCode === code)?.mostPerDay ?? 2;
    add('subjectSpread', {
      type: 'hours',
      weight: fixedWishWeight * 2,
      who: { classes },
      per: 'day',
      subjects: [code],
      max: most,
    });
  }
  if (goals.subjectSpread > 0)
    add('subjectSpread', {
      type: 'spread',
      weight: goalWeight(goals.subjectSpread),
      which: { tags: ['lesson'] },
      minDays: 1,
    });
  if (goals.demandingEarly > 0)
    add('demandingEarly', {
      type: 'times',
      weight: goalWeight(goals.demandingEarly),
      which: { tags: ['demanding'] },
      slots: [3, 4, 5, 6].map((period) => ({ period })),
      avoid: true,
    });
  for (const grade of new Set(ground.classes.map((one) => one.grade))) {
    const own = sessionsOf(ground.frame, grade);
    const days = [...own.values()].filter(
      ({ weekday, half }) => half === 'afternoon' && own.has(`${weekday} morning`),
    );
    if (days.length === 0) continue;
    const classes = ground.classes.filter((one) => one.grade === grade).map(({ id }) => id);
    add('wishes', {
      type: 'times',
      weight: fixedWishWeight,
      which: { tags: ['notAfterLunch'], classes },
      slots: days.map(({ weekday }) => ({ day: weekday - 1, session: 1, period: 0 })),
      avoid: true,
    });
  }
}

/** Periods that somebody would rather avoid cost two each, those outside of the preferred ones one. */
function addWishes(add: Add, ground: Ground, goals: Goals): void {
  if (goals.wishes === 0) return;
  const wished = ground.wishes.filter(({ wish }) => wish !== 'closed');
  for (const own of Map.groupBy(wished, ({ of, id, wish }) => `${of} ${id} ${wish}`).values()) {
    const { of, id, wish } = own[0]!;
    const whose = of === 'staff' ? { teachers: [id] } : of === 'class' ? { classes: [id] } : {};
    add('wishes', {
      type: 'times',
      weight: goalWeight(goals.wishes) * (wish === 'avoid' ? 2 : 1),
      which: { ...whose, tags: of === 'room' ? [`room ${id}`] : ['open'] },
      slots: own.map(({ at }) => engineSlot(at)),
      avoid: wish === 'avoid',
    });
  }
}
