import type { DemandFinding } from './demand.ts';
import { Editing } from './editing.ts';
import type { Goals } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import { lessonName, nameOf } from './names.ts';
import { sameWeeks, slotKey, slotName, slotOfKey, slotsTaken } from './week.ts';

const most = 40;

/**
 * Why lessons found no place, a sentence each: what stands in each period of the week, gathered by who it is, and the one move that
 * would make room when there is one. Those that a period is free for were only not reached: one sentence for all of them.
 */
export function explainUnplaced(ground: Ground, goals: Goals, lessons: readonly Lesson[]): DemandFinding[] {
  const waiting = lessons.filter(({ at }) => !at).slice(0, most);
  if (waiting.length === 0) return [];
  const known = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const editing = new Editing({ ground, goals, lessons });
  const weeks = waiting.map((lesson) => ({ lesson, week: [...editing.week(lesson.id)] }));
  const isBlocked = (week: (typeof weeks)[number]['week']) => !week.some(([, { state }]) => state === 'free');
  const late = weeks.filter(({ week }) => !isBlocked(week)).map(({ lesson }) => lessonName(ground, lesson));
  const blocked = weeks.filter(({ week }) => isBlocked(week));
  const found = blocked.map(({ lesson, week }): DemandFinding => {
    const open = week.filter(([, { state }]) => state !== 'closed');
    const busy = new Map<string, number>();
    const roomShut = closedTo(ground, 'room', [lesson.roomId ?? '']);
    let move: string | undefined;
    for (const [key, { inTheWay }] of open) {
      const others = inTheWay.map((id) => known.get(id)!);
      for (const kind of ['staff', 'class'] as const)
        for (const id of kind === 'staff' ? lesson.staffIds : lesson.classIds)
          if (others.some((other) => (kind === 'staff' ? other.staffIds : other.classIds).includes(id))) {
            const name = nameOf(ground, kind, id);
            busy.set(name, (busy.get(name) ?? 0) + 1);
          }
      const isShut = slotsTaken(slotOfKey(key), lesson.duration).some((slot) => roomShut.has(slotKey(slot)));
      if (others.length === 1 && !others[0]!.locked && !isShut)
        move ??= `dời ${lessonName(ground, others[0]!)} khỏi ${slotName(slotOfKey(key))}`;
    }
    const closed = closedCount(ground, lesson);
    const reasons = [
      ...[...busy].map(([name, count]) => `${name} vướng ${count}/${open.length} tiết`),
      ...(closed > 0 ? [`giáo viên đóng ${closed} tiết`] : []),
      ...(roomShut.size > 0 ? [`${nameOf(ground, 'room', lesson.roomId!)} đóng ${roomShut.size} tiết`] : []),
    ].join(', ');
    return {
      severity: 'mustFix',
      message: `${lessonName(ground, lesson)} chưa có chỗ: ${reasons || `khung tuần không có ${lesson.duration} tiết liền nào`}. ${move ? `Thử ${move}, ` : 'Hãy '}mở thêm giờ hoặc chuyển bớt tiết cho người khác.`,
      link: null,
    };
  });
  return [...found, ...notReached(late, lessons.filter(({ at }) => !at).length - blocked.length)];
}

function notReached(names: readonly string[], count: number): DemandFinding[] {
  if (count === 0) return [];
  const some = [...new Set(names)].slice(0, 4).join(', ');
  return [
    {
      severity: 'warning',
      message: `${count} tiết còn giờ trống mà máy chưa kịp xếp (${some}${count > 4 ? '…' : ''}). Hãy xếp lại với thời gian dài hơn, hoặc mở phương án và tự đặt.`,
      link: null,
    },
  ];
}

/** Periods that the teachers of a lesson cannot come. */
function closedCount(ground: Ground, lesson: Lesson): number {
  const { staffIds } = lesson;
  const closed = closedTo(ground, 'staff', staffIds);
  for (const taken of ground.taken)
    if (staffIds.includes(taken.staffId) && sameWeeks(taken, lesson))
      for (const slot of slotsTaken(taken.at, taken.duration)) closed.add(slotKey(slot));
  return closed.size;
}

/** Periods closed to any of some teachers or rooms. */
function closedTo(ground: Ground, kind: 'staff' | 'room', ids: readonly string[]): Set<number> {
  return new Set(
    ground.wishes
      .filter(({ of, id, wish }) => of === kind && wish === 'closed' && ids.includes(id))
      .map(({ at }) => slotKey(at)),
  );
}
