import { boardOf } from './board.ts';
import { judgeCell } from './cell.ts';
import { lessonName, nameOf } from './checks.ts';
import type { DemandFinding } from './demand.ts';
import type { Ground, Lesson } from './ground.ts';
import { slotName } from './week.ts';

const most = 40;

/**
 * Why lessons found no place, a sentence each: what stands in each period of the week, gathered by who it is, and the one move that
 * would make room when there is one.
 */
export function explainUnplaced(ground: Ground, lessons: readonly Lesson[]): DemandFinding[] {
  const board = boardOf(ground, lessons);
  const slots = [...new Set(ground.frame.sessions.map(({ weekday }) => weekday))].flatMap((weekday) =>
    ground.frame.bells.map(({ half, period }) => ({ weekday, half, period })),
  );
  return lessons
    .filter(({ at }) => !at)
    .slice(0, most)
    .map((lesson): DemandFinding => {
      const busy = new Map<string, number>();
      let open = 0;
      let move: string | undefined;
      for (const slot of slots) {
        const verdict = judgeCell(board, lesson, slot);
        const fits = lesson.classIds.every((id) => {
          const grade = board.gradeOf.get(id) ?? 0;
          const session = board.sessions.get(grade)?.get(`${slot.weekday} ${slot.half}`);
          return session?.session === lesson.session && slot.period + lesson.duration - 1 <= session.periods;
        });
        if (!fits) continue;
        open += 1;
        for (const id of lesson.staffIds)
          if (verdict.inTheWay.some((other) => other.staffIds.includes(id)) || verdict.state === 'forbidden')
            busy.set(nameOf(ground, 'staff', id), (busy.get(nameOf(ground, 'staff', id)) ?? 0) + 1);
        for (const id of lesson.classIds)
          if (verdict.inTheWay.some((other) => other.classIds.includes(id)))
            busy.set(nameOf(ground, 'class', id), (busy.get(nameOf(ground, 'class', id)) ?? 0) + 1);
        if (verdict.state === 'swap' && verdict.inTheWay.length === 1 && !move)
          move = `dời ${lessonName(ground, verdict.inTheWay[0]!)} khỏi ${slotName(slot)}`;
      }
      const reasons = [...busy].map(([name, count]) => `${name} vướng ${count}/${open} tiết`).join(', ');
      return {
        severity: 'mustFix',
        message: `${lessonName(ground, lesson)} chưa có chỗ: ${reasons || `khung tuần không có ${lesson.duration} tiết liền nào`}. ${move ? `Thử ${move}, ` : 'Hãy '}mở thêm giờ hoặc chuyển bớt tiết cho người khác.`,
        link: null,
      };
    });
}
