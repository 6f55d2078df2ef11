import { findConflicts } from '#engines/timetable';
import type { DemandFinding } from './demand.ts';
import { EngineSchool } from './engine-school.ts';
import { defaultGoals } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import { lessonName, nameOf } from './names.ts';

const named = 4;

/**
 * Proofs that no timetable can exist, each a sentence with the numbers and what to change; empty when none was found in time.
 * `isLate`: when to give up looking.
 */
export function explainConflicts(
  ground: Ground,
  lessons: readonly Lesson[],
  isLate: () => boolean,
): DemandFinding[] {
  const school = new EngineSchool(ground, defaultGoals, lessons);
  return findConflicts(school.problem, isLate).map(
    ({ kind, resource, resources = [resource], meets, needed, available }): DemandFinding => {
      const who = resource < 0 ? undefined : school.whoIs(resource);
      const names = resources.map((one) => (one < 0 ? undefined : school.whoIs(one)));
      const name = names.flatMap((one) => (one ? [nameOf(ground, one.kind, one.id)] : [])).join(', ');
      const own = meets.map((meet) => lessonName(ground, lessons[meet]!));
      const list =
        own.slice(0, named).join(', ') + (own.length > named ? ` và ${own.length - named} tiết khác` : '');
      const link =
        who?.kind === 'staff' || who?.kind === 'room'
          ? '/thoi-khoa-bieu/thiet-lap?phan=gio-dong'
          : '/thoi-khoa-bieu/thiet-lap?phan=tuan';
      const numbers =
        needed !== undefined && available !== undefined
          ? `cần ${needed} tiết mà chỉ có ${available} tiết`
          : 'không đủ giờ';
      const message =
        kind === 'nowhere'
          ? `${list} không có giờ nào để xếp: mọi giờ của lớp đều đóng với giáo viên, hoặc không có buổi phù hợp. Hãy mở thêm giờ.`
          : kind === 'clashing'
            ? `${name}: không cách nào xếp ${list} cho khỏi trùng và khỏi trống tiết. Hãy mở thêm giờ hoặc đổi người dạy.`
            : `${name} ${numbers} để xếp ${list}. Hãy mở thêm giờ hoặc chuyển bớt tiết.`;
      return { severity: 'mustFix', message, link };
    },
  );
}
