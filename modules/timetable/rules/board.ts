import { type Ground, type Lesson, type Taken, takesOwnPupils } from './ground.ts';
import {
  type GradeSession,
  type Half,
  lessonsIn,
  sessionsOf,
  slotKey,
  slotsTaken,
  type Weeks,
} from './week.ts';

/** Everything laid on a table: who and what is where, for checks and for the editor. Built in one pass over the lessons. */
export interface Board {
  readonly ground: Ground;
  readonly lessons: readonly Lesson[];
  /** Lessons at 'staff|class|room id + slot key'. */
  readonly at: ReadonlyMap<string, readonly Lesson[]>;
  readonly gradeOf: ReadonlyMap<string, number>;
  readonly sessions: ReadonlyMap<number, ReadonlyMap<string, GradeSession>>;
  readonly closed: ReadonlySet<string>;
  readonly avoid: ReadonlySet<string>;
  /** What shared teachers teach elsewhere at 'staff id + slot key'. */
  readonly taken: ReadonlyMap<string, readonly Taken[]>;
  readonly sharing: ReadonlyMap<string, ReadonlySet<string>>;
}

export type ResourceKind = 'staff' | 'class' | 'room' | 'group';

export function placeKey(kind: ResourceKind, id: string, slot: number): string {
  return `${kind} ${id} ${slot}`;
}

/**
 * Resources that a lesson takes wherever it lies. A group of session 2 takes its own pupils, not whole classes; of an elective block in
 * session 1 the time of the classes too: all of their pupils are in one of its groups.
 */
export function resourcesOf(lesson: Lesson): { kind: ResourceKind; id: string }[] {
  return [
    ...lesson.staffIds.map((id) => ({ kind: 'staff' as const, id })),
    ...(lesson.kind === 'group'
      ? lesson.studyGroupId
        ? [{ kind: 'group' as const, id: lesson.studyGroupId }]
        : []
      : []),
    ...(takesOwnPupils(lesson) ? [] : lesson.classIds.map((id) => ({ kind: 'class' as const, id }))),
    ...(lesson.roomId ? [{ kind: 'room' as const, id: lesson.roomId }] : []),
  ];
}

export function boardOf(ground: Ground, lessons: readonly Lesson[]): Board {
  const at = new Map<string, Lesson[]>();
  for (const lesson of lessons) {
    if (!lesson.at) continue;
    for (const slot of slotsTaken(lesson.at, lesson.duration)) {
      for (const { kind, id } of resourcesOf(lesson)) {
        const key = placeKey(kind, id, slotKey(slot));
        const there = at.get(key);
        if (there) there.push(lesson);
        else at.set(key, [lesson]);
      }
    }
  }
  const taken = new Map<string, Taken[]>();
  for (const one of ground.taken)
    for (const slot of slotsTaken(one.at, one.duration)) {
      const key = placeKey('staff', one.staffId, slotKey(slot));
      taken.set(key, [...(taken.get(key) ?? []), one]);
    }
  const wished = (wish: string) =>
    new Set(
      ground.wishes.filter((one) => one.wish === wish).map(({ of, id, at }) => placeKey(of, id, slotKey(at))),
    );
  const sharing = new Map<string, Set<string>>();
  for (const [one, other] of ground.groupsSharing) {
    sharing.set(one, (sharing.get(one) ?? new Set()).add(other));
    sharing.set(other, (sharing.get(other) ?? new Set()).add(one));
  }
  return {
    ground,
    lessons,
    at,
    gradeOf: new Map(ground.classes.map(({ id, grade }) => [id, grade])),
    sessions: new Map(
      [...new Set(ground.classes.map(({ grade }) => grade))].map((grade) => [
        grade,
        sessionsOf(ground.frame, grade),
      ]),
    ),
    closed: wished('closed'),
    avoid: wished('avoid'),
    taken,
    sharing,
  };
}

/** The ground as it is in weeks of one kind: for lessons of one such week. */
export function groundIn(ground: Ground, weeks: Weeks): Ground {
  return { ...ground, taken: lessonsIn(ground.taken, weeks).map((one) => ({ ...one, weeks: null })) };
}

/** The half day of a class: undefined when it does not learn then. */
export function sessionAt(
  board: Board,
  classId: string,
  weekday: number,
  half: Half,
): GradeSession | undefined {
  return board.sessions.get(board.gradeOf.get(classId) ?? 0)?.get(`${weekday} ${half}`);
}

/** Periods of the half in which a teacher or class is busy, ascending. */
export function busyPeriods(
  board: Board,
  kind: ResourceKind,
  id: string,
  weekday: number,
  half: Half,
  without?: string,
): number[] {
  const periods: number[] = [];
  for (let period = 1; period <= 7; period += 1) {
    const there = board.at.get(placeKey(kind, id, slotKey({ weekday, half, period })));
    if (there?.some((lesson) => lesson.id !== without)) periods.push(period);
  }
  return periods;
}

/** Empty periods between the first and the last busy one. */
export function gapsOf(periods: readonly number[]): number {
  return periods.length === 0 ? 0 : Math.max(...periods) - Math.min(...periods) + 1 - new Set(periods).size;
}
