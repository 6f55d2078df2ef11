import type { Session, Slot, WeekFrame, Weeks } from './week.ts';

/** What a timetable of a school stands on, and a timetable itself: plain data that server, search, browser and tests share. */

export interface ClassFact {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly twoSessions: boolean;
  readonly roomId: string | null;
  readonly siteId: string | null;
  readonly pupils: number;
  readonly homeroomStaffId: string | null;
}

export interface TeacherFact {
  readonly id: string;
  readonly name: string;
  readonly teamId: string | null;
  /** Home school of a teacher shared with this one. */
  readonly postedFrom: string | null;
}

export interface RoomFact {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Pupils it has places for; null: not recorded. */
  readonly capacity: number | null;
  /** What it has, by name. */
  readonly equipment: readonly string[];
  readonly siteId: string | null;
}

export interface SubjectFact {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly strands: readonly { readonly code: string; readonly name: string }[];
}

/** How the school wants a subject laid. */
export interface SubjectRule {
  readonly subjectCode: string;
  /** Kind of room it needs; null: the room of the class, or none. */
  readonly roomKind: string | null;
  /** What the room must have, by name. */
  readonly equipment: readonly string[];
  /** Double periods a week, as far as the periods go. */
  readonly doubles: number;
  readonly mostPerDay: number;
  /** Needs a fresh head: early in the session. */
  readonly demanding: boolean;
  /** Never the first period of an afternoon. */
  readonly notAfterLunch: boolean;
  /** Half a period a week is taught every other week instead of being rounded. */
  readonly alternates: boolean;
}

export type Wish = 'closed' | 'avoid' | 'prefer';
export type Kept = 'staff' | 'class' | 'room';

/** A period in which somebody or something is closed, better avoided or preferred. */
export interface SlotWish {
  readonly of: Kept;
  readonly id: string;
  readonly at: Slot;
  readonly wish: Wish;
}

export type EventKind = 'flag' | 'class' | 'activity' | 'meeting';

export interface WeekEvent {
  readonly kind: EventKind;
  readonly name: string;
  readonly at: Slot;
  readonly duration: number;
  /** Grades it is for; null: all. */
  readonly grades: readonly number[] | null;
  /** Of a meeting: the team; null: all teachers. */
  readonly teamId: string | null;
}

/** A shared teacher is taken in the other school. */
export interface Taken {
  readonly staffId: string;
  readonly school: string;
  /** In which weeks; null: in every one. */
  readonly weeks: Weeks | null;
  readonly at: Slot;
  readonly duration: number;
}

/** Most the rules allow (CUR-11, CUR-12); settings of the department. */
export interface Limits {
  readonly periodsPerSession: number;
  readonly periodsPerDay: number;
  readonly sessionsPerWeek: number;
}

export interface Ground {
  readonly frame: WeekFrame;
  readonly limits: Limits;
  readonly classes: readonly ClassFact[];
  readonly teachers: readonly TeacherFact[];
  readonly rooms: readonly RoomFact[];
  readonly subjects: readonly SubjectFact[];
  readonly subjectRules: readonly SubjectRule[];
  readonly wishes: readonly SlotWish[];
  readonly events: readonly WeekEvent[];
  readonly taken: readonly Taken[];
  /** Groups of session 2, also those that are only planned, and confirmed ones of elective blocks. */
  readonly groups: readonly { readonly id: string; readonly pupils: number }[];
  /** Pairs of groups of session 2 that share a pupil. */
  readonly groupsSharing: readonly (readonly [string, string])[];
}

export type LessonKind = 'lesson' | 'event' | 'group';

export interface Lesson {
  readonly id: string;
  readonly kind: LessonKind;
  readonly session: Session;
  readonly subjectCode: string | null;
  /** '' = the whole subject. */
  readonly strand: string;
  /** Of events and groups. */
  readonly title: string | null;
  readonly studyGroupId: string | null;
  /** In which weeks it is taught; null: in every one. */
  readonly weeks: Weeks | null;
  /** Lessons with the same one start together: groups of an elective block; null: by itself. */
  readonly block: string | null;
  readonly duration: number;
  readonly classIds: readonly string[];
  readonly staffIds: readonly string[];
  readonly roomId: string | null;
  /** null: not placed. */
  readonly at: Slot | null;
  /** Neither the search nor a swap moves it. */
  readonly locked: boolean;
}

/** What a lesson is called in a cell: the event, the group, or the short name of the subject with its strand. */
export function lessonTitle(ground: Pick<Ground, 'subjects'>, lesson: Lesson): string {
  if (lesson.title) return lesson.title;
  const subject = ground.subjects.find(({ code }) => code === lesson.subjectCode);
  if (!subject) return lesson.subjectCode ?? '';
  const strand = subject.strands.find(({ code }) => code === lesson.strand);
  return strand ? `${subject.shortName} (${strand.name})` : subject.shortName;
}

/** The lessons that start with this one, itself first. */
export function blockOf(lessons: readonly Lesson[], lesson: Lesson): Lesson[] {
  if (lesson.block === null) return [lesson];
  return [lesson, ...lessons.filter(({ id, block }) => block === lesson.block && id !== lesson.id)];
}

/** Whether a lesson takes its own pupils alone, and leaves the time of their classes free: a group of session 2. */
export function takesOwnPupils({ kind, block }: Pick<Lesson, 'kind' | 'block'>): boolean {
  return kind === 'group' && block === null;
}

/** How many pupils come to a lesson. */
export function pupilsOf(
  ground: Pick<Ground, 'classes' | 'groups'>,
  { kind, studyGroupId, classIds }: Lesson,
): number {
  if (kind === 'group') return ground.groups.find(({ id }) => id === studyGroupId)?.pupils ?? 0;
  return ground.classes
    .filter(({ id }) => classIds.includes(id))
    .reduce((sum, { pupils }) => sum + pupils, 0);
}
