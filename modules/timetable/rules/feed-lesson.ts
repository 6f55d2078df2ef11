import type { Lesson } from './ground.ts';
import type { Bell, Half } from './week.ts';

/** A lesson of a person in one week, for the calendar of a phone. */
export interface FeedLesson {
  readonly lessonId: string;
  readonly week: number;
  /** Monday of the week, 'YYYY-MM-DD'. */
  readonly monday: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weekday: number;
  readonly half: Half;
  readonly period: number;
  readonly duration: number;
  readonly kind: Lesson['kind'];
  readonly subjectCode: string | null;
  readonly strand: string;
  readonly title: string | null;
  readonly classes: string;
  readonly room: string | null;
  readonly school: string;
  readonly schoolYear: string;
  readonly bells: readonly Bell[] | null;
  readonly updatedAt: string;
}
