import { type Board, busyPeriods, gapsOf, placeKey, resourcesOf, sessionAt } from './board.ts';
import { lessonName, nameOf } from './checks.ts';
import type { Lesson } from './ground.ts';
import { type Slot, slotKey, slotName, slotsTaken } from './week.ts';

/** What laying a lesson in a slot would mean, while it is being dragged. */
export interface CellVerdict {
  /** free: it fits; swap: others lie there that can be moved; forbidden: it cannot be. */
  readonly state: 'free' | 'swap' | 'forbidden';
  /** In words, the gravest first. */
  readonly reasons: readonly string[];
  /** Lessons that would have to give way. */
  readonly inTheWay: readonly Lesson[];
  /** More (or, below 0, less) gaps and avoided periods for the teachers. */
  readonly cost: number;
}

/** Judges one slot for a lesson on the board (the lesson itself counts as lifted). */
export function judgeCell(board: Board, lesson: Lesson, at: Slot): CellVerdict {
  const { ground } = board;
  const reasons: string[] = [];
  const inTheWay = new Map<string, Lesson>();
  let forbidden = false;
  const forbid = (reason: string) => {
    forbidden = true;
    reasons.unshift(reason);
  };
  for (const classId of lesson.classIds) {
    const session = sessionAt(board, classId, at.weekday, at.half);
    if (!session || at.period + lesson.duration - 1 > session.periods)
      forbid(`${nameOf(ground, 'class', classId)} không học ${slotName(at)}.`);
    else if (session.session !== lesson.session)
      forbid(
        lesson.session === 1
          ? `Buổi này của ${nameOf(ground, 'class', classId)} dành cho buổi 2.`
          : `Buổi này của ${nameOf(ground, 'class', classId)} học chính khoá.`,
      );
  }
  for (const slot of slotsTaken(at, lesson.duration)) {
    for (const { kind, id } of resourcesOf(lesson)) {
      const key = placeKey(kind, id, slotKey(slot));
      if (board.closed.has(key)) forbid(`${nameOf(ground, kind, id)} đã đóng ${slotName(slot)}.`);
      const school = board.taken.get(key);
      if (school) forbid(`${nameOf(ground, kind, id)} đang dạy ở ${school} ${slotName(slot)}.`);
      for (const there of board.at.get(key) ?? []) {
        if (there.id === lesson.id) continue;
        if (there.locked) forbid(`${nameOf(ground, kind, id)} có ${lessonName(ground, there)} đã khoá.`);
        else reasons.push(`${nameOf(ground, kind, id)} đang có ${lessonName(ground, there)}.`);
        inTheWay.set(there.id, there);
      }
      if (kind === 'staff' && board.avoid.has(key))
        reasons.push(`${nameOf(ground, kind, id)} muốn tránh ${slotName(slot)}.`);
    }
  }
  for (const other of board.sharing.get(lesson.studyGroupId ?? '') ?? [])
    for (const there of board.at.get(placeKey('group', other, slotKey(at))) ?? []) {
      reasons.push(`${there.title} có học sinh của nhóm này.`);
      inTheWay.set(there.id, there);
    }
  return {
    state: forbidden ? 'forbidden' : inTheWay.size > 0 ? 'swap' : 'free',
    reasons,
    inTheWay: [...inTheWay.values()],
    cost: costAt(board, lesson, at) - (lesson.at ? costAt(board, lesson, lesson.at) : 0),
  };
}

/** Gaps of the teachers on that half day and avoided periods with the lesson lying there. */
function costAt(board: Board, lesson: Lesson, at: Slot): number {
  const own = slotsTaken(at, lesson.duration);
  let cost = 0;
  for (const id of lesson.staffIds) {
    const others = busyPeriods(board, 'staff', id, at.weekday, at.half, lesson.id);
    cost += gapsOf([...others, ...own.map(({ period }) => period)]) - gapsOf(others);
    cost += own.filter((slot) => board.avoid.has(placeKey('staff', id, slotKey(slot)))).length;
    if (others.length === 0) cost += 1;
  }
  return cost;
}

/** Every slot of the week for a lesson, by slot key. */
export function judgeWeek(board: Board, lesson: Lesson, slots: readonly Slot[]): Map<number, CellVerdict> {
  return new Map(slots.map((slot) => [slotKey(slot), judgeCell(board, lesson, slot)]));
}
