import { type Board, placeKey, resourcesOf, sessionAt } from './board.ts';
import type { Lesson } from './ground.ts';
import { nameOf } from './names.ts';
import { takenReasons } from './taken-elsewhere.ts';
import { type Slot, slotKey, slotName, slotsTaken } from './week.ts';

/** Why a lesson may never begin at a slot, in words: the half days of its classes, closed periods, another school. */
export function closedReasons(board: Board, lesson: Lesson, at: Slot): string[] {
  const { ground } = board;
  const reasons = lesson.classIds.flatMap((id) => {
    const session = sessionAt(board, id, at.weekday, at.half);
    const name = nameOf(ground, 'class', id);
    if (!session || at.period + lesson.duration - 1 > session.periods)
      return [`${name} không học ${slotName(at)}.`];
    if (session.session === lesson.session) return [];
    return [
      lesson.session === 1 ? `Buổi này của ${name} dành cho buổi 2.` : `Buổi này của ${name} học chính khoá.`,
    ];
  });
  for (const slot of slotsTaken(at, lesson.duration))
    for (const { kind, id } of resourcesOf(lesson)) {
      const key = placeKey(kind, id, slotKey(slot));
      const name = nameOf(ground, kind, id);
      if (board.closed.has(key)) reasons.push(`${name} đã đóng ${slotName(slot)}.`);
      if (kind === 'staff')
        reasons.push(...takenReasons(ground, lesson, id, slot, board.taken.get(key) ?? []));
    }
  return reasons.length > 0 ? reasons : [`Không có ${lesson.duration} tiết liền từ ${slotName(at)}.`];
}
