import type { OfflineKind } from '#api';
import { type Place, placeName } from '../rules/index.ts';

interface Cell {
  readonly pupilId: string;
  readonly place: Place | 'comment';
  readonly was: string;
  readonly value: string;
}
interface Absence {
  readonly session: number;
  readonly period: number;
  readonly excused: boolean;
  readonly reason: string | null;
  /** Of what was held online; what was written by an earlier release does not say. */
  readonly online?: 'noConnection' | 'leftEarly' | null;
}
interface PupilDay {
  readonly pupilId: string;
  readonly name?: string;
  readonly absences: readonly Absence[];
}

const keyOf = ({ pupilId, place }: Pick<Cell, 'pupilId' | 'place'>) => `${pupilId} ${place}`;

function absencesText(absences: readonly Absence[], t: (key: string) => string): string {
  if (absences.length === 0) return t('gradebook:attendance.present');
  return absences
    .map(({ session, period, excused, reason, online }) =>
      [
        t(session === 1 ? 'gradebook:attendance.morning' : 'gradebook:attendance.afternoon'),
        period === 0 ? '' : String(period),
        t(`gradebook:attendance.${online ?? (excused ? 'excused' : 'unexcused')}`),
        reason ?? '',
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join('; ');
}

/** How a mark or a pupil's day is shown when somebody else was there first. */
export const offlineKinds: readonly OfflineKind[] = [
  {
    name: 'gradebook.saveCells',
    words: 'gradebook',
    sides({ mine, theirs }, _input, t) {
      const others = new Map((theirs as Cell[]).map((cell) => [keyOf(cell), cell.value]));
      return (mine as (Cell & { readonly name?: string })[]).map((cell) => ({
        what: [cell.name, cell.place === 'comment' ? t('gradebook:sheet.comment') : placeName(cell.place)]
          .filter(Boolean)
          .join(', '),
        mine: cell.value,
        theirs: others.get(keyOf(cell)) ?? '',
      }));
    },
    keepMine({ theirs }, input) {
      const others = new Map((theirs as Cell[]).map((cell) => [keyOf(cell), cell.value]));
      const { cells, ...sheet } = input as { readonly cells: readonly Cell[] };
      return {
        ...sheet,
        cells: cells.map((cell) => ({ ...cell, was: others.get(keyOf(cell)) ?? cell.was })),
      };
    },
  },
  {
    name: 'gradebook.saveAttendance',
    words: 'gradebook',
    sides: ({ mine, theirs }, _input, t) => [
      {
        what: (mine as PupilDay).name ?? t('gradebook:attendance.title'),
        mine: absencesText((mine as PupilDay).absences, t),
        theirs: absencesText((theirs as PupilDay).absences, t),
      },
    ],
    keepMine({ theirs }, input) {
      const { pupils, ...day } = input as { readonly pupils: readonly PupilDay[] };
      return { ...day, pupils: pupils.map((pupil) => ({ ...pupil, was: (theirs as PupilDay).absences })) };
    },
  },
];
