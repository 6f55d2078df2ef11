import type { CellVerdict, Chain, Goals, Ground, Lesson, Slot } from '#rules/timetable';

/** What the page tells the worker of the editor. It is done in the order it is told. */
export type EditingJob =
  | { readonly kind: 'open'; readonly input: { ground: Ground; goals: Goals; lessons: readonly Lesson[] } }
  | { readonly kind: 'change'; readonly lessons: readonly Pick<Lesson, 'id' | 'at' | 'roomId' | 'locked'>[] }
  | { readonly kind: 'week'; readonly ask: number; readonly lessonId: string }
  | { readonly kind: 'chains'; readonly ask: number; readonly lessonId: string; readonly at: Slot };

/** What the worker answers, by the number of the question. */
export type EditingAnswer =
  | { readonly kind: 'week'; readonly ask: number; readonly cells: ReadonlyMap<number, CellVerdict> }
  | { readonly kind: 'chains'; readonly ask: number; readonly chains: readonly Chain[] };
