import type { Lesson } from './ground.ts';
import { slotKey } from './week.ts';

const kindOf = ({ classIds, subjectCode, strand, staffIds, weeks }: Lesson) =>
  JSON.stringify([classIds, subjectCode, strand, staffIds, weeks]);

/**
 * Single periods that lie one after the other in one room, joined to double periods: of each class, subject and teacher at most as many
 * as `wanted` has. Those without a place are joined last.
 */
export function joinDoubles(singles: readonly Lesson[], wanted: readonly Lesson[]): Lesson[] {
  const left = new Map<string, number>();
  for (const one of wanted)
    if (one.kind === 'lesson' && one.duration === 2) left.set(kindOf(one), (left.get(kindOf(one)) ?? 0) + 1);
  const place = ({ at }: Lesson) => (at ? slotKey(at) : Number.MAX_SAFE_INTEGER);
  const joined = new Set<Lesson>();
  return [...singles]
    .sort((one, other) => place(one) - place(other))
    .flatMap((one, index, all) => {
      if (joined.has(one)) return [];
      const kind = kindOf(one);
      const more = left.get(kind) ?? 0;
      if (more === 0 || one.kind !== 'lesson' || one.duration !== 1 || one.locked) return [one];
      const next = all
        .slice(index + 1)
        .find(
          (other) =>
            !joined.has(other) &&
            (one.at ? place(other) === place(one) + 1 : !other.at) &&
            other.roomId === one.roomId &&
            kindOf(other) === kind,
        );
      if (!next) return [one];
      joined.add(next);
      left.set(kind, more - 1);
      return [{ ...one, duration: 2 }];
    });
}
