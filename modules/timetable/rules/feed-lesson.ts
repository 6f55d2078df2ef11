import type { ChangeKind } from './day-plan.ts';
import type { Lesson } from './ground.ts';
import type { Bell, Half } from './week.ts';

/** A lesson of a person in one week, for the calendar of a phone. */
export interface FeedLesson {
  readonly lessonId: string;
  readonly week: number;
  /** On which it is held, 'YYYY-MM-DD'. */
  readonly day: string;
  readonly half: Half;
  readonly period: number;
  readonly duration: number;
  readonly kind: Lesson['kind'];
  /** What is different from every week; null: nothing. */
  readonly change: ChangeKind | null;
  readonly subjectCode: string | null;
  readonly strand: string;
  readonly title: string | null;
  readonly classes: string;
  /** Where an online lesson is held. */
  readonly link: string | null;
  readonly room: string | null;
  readonly school: string;
  readonly schoolYear: string;
  readonly bells: readonly Bell[] | null;
  /** When it was published, or changed last, also when a change was taken back. */
  readonly updatedAt: string;
  /** How often it was changed since it was published first. */
  readonly revision: number;
}
