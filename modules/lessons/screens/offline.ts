import type { OfflineKind } from '#api';

interface LineSide {
  readonly title?: string;
  readonly held?: string;
  readonly remark?: string;
  readonly homework?: string;
  readonly rating?: string | null;
  readonly version: number;
}
interface NoteSide {
  readonly title?: string;
  readonly notes?: string;
  readonly advice?: string;
  readonly version: number;
}

/** How a line of the log, or a note of an observed lesson, is shown when somebody else was there first. */
export const offlineKinds: readonly OfflineKind[] = [
  {
    name: 'lessons.saveEntry',
    words: 'lesson-log',
    sides({ mine, theirs }, _input, t) {
      const one = mine as LineSide;
      const other = theirs as LineSide;
      const held = (side: LineSide) => (side.held ? t(`lesson-log:held.${side.held}`) : '');
      return [
        { what: t('lesson-log:line.title'), mine: one.title ?? '', theirs: other.title ?? '' },
        { what: t('lesson-log:line.held'), mine: held(one), theirs: held(other) },
        { what: t('lesson-log:line.rating'), mine: one.rating ?? '', theirs: other.rating ?? '' },
        { what: t('lesson-log:line.remark'), mine: one.remark ?? '', theirs: other.remark ?? '' },
        { what: t('lesson-log:line.homework'), mine: one.homework ?? '', theirs: other.homework ?? '' },
      ].filter((side) => side.mine !== side.theirs);
    },
    keepMine: ({ theirs }, input) => ({ ...(input as object), was: (theirs as LineSide).version }),
  },
  {
    name: 'lessons.saveObservation',
    words: 'lesson-log',
    sides({ mine, theirs }, _input, t) {
      const one = mine as NoteSide;
      const other = theirs as NoteSide;
      return [
        { what: t('lesson-log:line.title'), mine: one.title ?? '', theirs: other.title ?? '' },
        { what: t('lesson-log:observed.notes'), mine: one.notes ?? '', theirs: other.notes ?? '' },
        { what: t('lesson-log:observed.advice'), mine: one.advice ?? '', theirs: other.advice ?? '' },
      ].filter((side) => side.mine !== side.theirs);
    },
    keepMine: ({ theirs }, input) => ({ ...(input as object), was: (theirs as NoteSide).version }),
  },
];
