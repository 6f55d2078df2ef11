import { useMemo } from 'react';
import { useOnTheWay } from '#api';
import { fillWeek, layOver, slotKey } from '../../rules/index.ts';
import type { AnswerOf } from '../answer-of.ts';
import type { Line, WrittenLine } from './week-lines.tsx';

type Rows = Pick<
  AnswerOf<'lessons.getMyWeek'>,
  'planned' | 'entries' | 'programmes' | 'reached' | 'today' | 'staff'
>;

/**
 * The lines of a week as they stand for the person: what the server said, over it what waits on this device, and what comes next by the
 * programme.
 */
export function useLines(
  rows: Rows | undefined,
  today: string,
): { lines: Line[]; waiting: ReadonlySet<string> } {
  const onTheWay = useOnTheWay('lessons.saveEntry');
  return useMemo(() => {
    if (!rows) return { lines: [], waiting: new Set<string>() };
    const planned = new Map(rows.planned.map((slot) => [slotKey(slot), slot]));
    const entries = new Map(rows.entries.map((entry) => [slotKey(entry), entry]));
    const kept = onTheWay.flatMap(({ input }): WrittenLine[] => {
      const said = input as WrittenLine & { was: number };
      const slot = planned.get(slotKey(said));
      const before = entries.get(slotKey(said));
      if (!slot && !before) return [];
      // Already answered and read again: the server's own line is the newer one.
      if (before && before.version > said.was) return [];
      return [
        {
          ...said,
          id: before?.id ?? slotKey(said),
          subjectCode: slot?.subjectCode ?? before?.subjectCode ?? null,
          strand: slot?.strand ?? before?.strand ?? '',
          staffId: slot?.staffIds[0] ?? before?.staffId ?? '',
          staffName: before?.staffName ?? '',
          standsIn: (slot?.substituteIds.length ?? 0) > 0,
          loggedAt: '',
          // A second change before the first was sent follows the first.
          version: said.was + 1,
        },
      ];
    });
    return {
      lines: fillWeek(rows.planned, layOver(rows.entries, kept), {
        programmes: rows.programmes,
        reached: rows.reached,
        today,
      }),
      waiting: new Set(kept.map((line) => `${line.classId} ${line.day} ${line.half} ${line.period}`)),
    };
  }, [rows, onTheWay, today]);
}
