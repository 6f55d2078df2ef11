import type { SchoolLesson, SchoolProblem, SchoolSlot } from '#engines/timetable';
import { placeKey } from './board.ts';
import type { Goals } from './goals.ts';
import { type Ground, type Kept, type Lesson, takesOwnPupils } from './ground.ts';
import { equipmentKey } from './room-fit.ts';
import {
  type Add,
  addFairness,
  addLimits,
  addStability,
  addSubjectGoals,
  addTeacherGoals,
  addWishes,
  type CostPart,
  engineSlot,
} from './school-goals.ts';
import { roomRules } from './school-rooms.ts';
import { bothWeeks, type GradeSession, halves, sessionsOf, slotKey, slotsTaken } from './week.ts';

/** The school in the engine's own form, and which part of the cost each of its constraints belongs to. */
export interface SchoolAsProblem {
  readonly school: SchoolProblem;
  readonly parts: readonly CostPart[];
}

/** What a problem may be asked with besides the school itself. */
export interface SchoolCircumstances {
  readonly freedRoomId?: string | undefined;
  readonly former?: Readonly<Record<string, number>> | undefined;
}

/**
 * Writes a school, the goals of its principal and the lessons to lay in the form of the engine (`schoolSchema`). Locked lessons may only
 * lie where they are. `freedRoomId`: a room that its lessons may have to leave for another of its kind; then every room counts, the own
 * rooms of classes too. `former`: slot keys of lessons in the timetable used now, from which the goals may wish little change.
 */
export function schoolProblem(
  ground: Ground,
  goals: Goals,
  lessons: readonly Lesson[],
  { freedRoomId, former = {} }: SchoolCircumstances = {},
): SchoolAsProblem {
  const lasting = lessons.filter((lesson) => lesson.locked && lesson.at);
  const sessions = new Map(ground.classes.map(({ id, grade }) => [id, sessionsOf(ground.frame, grade)]));
  const takeTurns = lessons.some(({ weeks }) => weeks);
  const closed = closedPeriods(ground, lasting, takeTurns);
  const constraints: SchoolProblem['constraints'] = [];
  const parts: CostPart[] = [];
  const add: Add = (part, constraint) => {
    constraints.push(constraint);
    parts.push(part);
  };
  const taught = new Set(lessons.flatMap((lesson) => (takesOwnPupils(lesson) ? [] : lesson.classIds)));
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
  addFairness(add, ground, goals, lessons);
  addSubjectGoals(add, ground, goals, lessons);
  addWishes(add, ground, goals);
  addStability(add, goals, former);

  const roomRule = roomRules(ground, lessons, freedRoomId, closed);
  const standing = new Set<string>();
  const sharing = Map.groupBy(
    ground.groupsSharing.flatMap(([one, other]) => [
      { id: one, name: sharedName(one, other) },
      { id: other, name: sharedName(one, other) },
    ]),
    ({ id }) => id,
  );
  // All pupils of a class are in the groups of its block: one of its lessons takes the time of the class.
  const taken = new Set<string>();
  const groupsOf = ({ kind, block, studyGroupId, classIds }: Lesson): string[] => {
    if (kind !== 'group') return [...classIds];
    const pupils = studyGroupId
      ? [groupName(studyGroupId), ...(sharing.get(studyGroupId) ?? []).map(({ name }) => name)]
      : [];
    if (block === null) return pupils;
    const free = classIds.filter((id) => !taken.has(`${block} ${id}`));
    for (const id of free) taken.add(`${block} ${id}`);
    return [...pupils, ...free];
  };
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
      ...(lesson.weeks && { weeks: [bothWeeks.indexOf(lesson.weeks)] }),
      tags: [
        // What is chosen of the programme is spread over the week like the rest of it.
        lesson.block === null ? lesson.kind : 'lesson',
        ...(lesson.locked ? [] : ['open']),
        ...(rule?.demanding ? ['demanding'] : []),
        ...(rule?.notAfterLunch ? ['notAfterLunch'] : []),
        ...(lesson.roomId ? [`room ${lesson.roomId}`] : []),
      ],
      ...(takesOwnPupils(lesson) && { partly: [...lesson.classIds] }),
      ...(lesson.block !== null && { block: lesson.block }),
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
      week: { ...weekOf(ground, lessons), ...(takeTurns && { kinds: [...bothWeeks] }) },
      rooms: ground.rooms.map(({ id, kind, capacity, siteId, equipment }) => ({
        ...{ id, kind, closed: closed('room', id) },
        ...(equipment.length > 0 && { equipment: equipment.map(equipmentKey) }),
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

/**
 * Closed periods and those of the other school, but for those in which a locked lesson lies all the same. What the other school has in
 * one kind of week closes that kind only, when lessons take turns; a lesson of every week it closes anyway.
 */
function closedPeriods(
  ground: Ground,
  lasting: readonly Lesson[],
  takeTurns: boolean,
): (of: Kept, id: string) => (Required<SchoolSlot> & { weeks?: number[] })[] {
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
    ...ground.wishes.filter(({ wish }) => wish === 'closed').map((one) => ({ ...one, weeks: null })),
    ...ground.taken.flatMap(({ staffId, weeks, at, duration }) =>
      slotsTaken(at, duration).map((slot) => ({ of: 'staff' as const, id: staffId, at: slot, weeks })),
    ),
  ].filter(({ of, id, at }) => !kept.has(placeKey(of, id, slotKey(at))));
  const byOne = Map.groupBy(all, ({ of, id }) => `${of} ${id}`);
  return (of, id) =>
    (byOne.get(`${of} ${id}`) ?? []).map(({ at, weeks }) => ({
      ...engineSlot(at),
      ...(takeTurns && weeks && { weeks: [bothWeeks.indexOf(weeks)] }),
    }));
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

/** Site of each class, when the school has classes at several; empty otherwise: then nobody travels. */
function travelSites(ground: Ground): Map<string, string> {
  const found = new Map(ground.classes.flatMap(({ id, siteId }) => (siteId ? [[id, siteId] as const] : [])));
  return new Set(found.values()).size > 1 && ground.frame.travelPeriods > 0 ? found : new Map();
}
