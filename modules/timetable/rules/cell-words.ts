import type { Reason } from '#engines/timetable';
import type { EngineSchool } from './engine-school.ts';
import type { Ground } from './ground.ts';
import { lessonName, nameOf } from './names.ts';
import { type Slot, slotName, weekdayName } from './week.ts';

/**
 * Why a lesson laid at a slot is in conflict, dearer or cheaper: a rule of the engine in a sentence, with names. Several reasons that
 * say the same are one.
 */
export function reasonWords(
  ground: Ground,
  school: EngineSchool,
  locked: ReadonlySet<string>,
  at: Slot,
  reason: Reason,
): string[] {
  const who = reason.resources.length > 0 ? school.whoIs(reason.resources[0]!) : undefined;
  const name = who ? nameOf(ground, who.kind, who.id) : '';
  const less = reason.amount < 0;
  if (reason.kind === 'clash') {
    return reason.meets.map((meet) => {
      const other = school.lessonAt(meet);
      const what = lessonName(ground, other);
      if (who?.kind === 'group') return `${what} có học sinh của nhóm này.`;
      return locked.has(other.id) ? `${name} có ${what} đã khoá.` : `${name} đang có ${what}.`;
    });
  }
  if (reason.kind === 'unavailable') return [`${name} đã đóng ${slotName(at)}.`];
  if (reason.kind === 'preferred-option') return less ? [] : ['Không còn phòng phù hợp nào trống.'];
  switch (school.partOf(reason.constraint)) {
    case 'classGap':
      return [less ? `${name} hết trống tiết trong buổi.` : `${name} sẽ trống tiết trong buổi.`];
    case 'dayLength':
      return [
        `${name} sẽ học quá ${ground.limits.periodsPerDay} tiết một ngày hoặc quá ${ground.limits.sessionsPerWeek} buổi một tuần.`,
      ];
    case 'noonPlaces':
      return [`${weekdayName(at.weekday)} sẽ có quá ${ground.frame.noonClasses} lớp ở lại trưa.`];
    case 'travel':
      return [`${name} không kịp đi từ điểm trường này sang điểm trường kia.`];
    case 'teacherGaps':
      return [less ? `${name} bớt tiết trống.` : `${name} thêm tiết trống.`];
    case 'teacherHalfDays':
      return [less ? `${name} bớt một buổi đến trường.` : `${name} thêm một buổi đến trường.`];
    case 'evenDays':
      return [
        less ? `${name} bớt dồn tiết một ngày.` : `${name} dồn nhiều tiết vào ${weekdayName(at.weekday)}.`,
      ];
    case 'subjectSpread':
      return [less ? 'Môn rải đều hơn trong tuần.' : `Môn dồn vào ${weekdayName(at.weekday)}.`];
    case 'demandingEarly':
      return [less ? 'Môn khó được học sớm hơn.' : 'Môn khó rơi vào cuối buổi.'];
    case 'wishes':
      return [less ? 'Hợp mong muốn về giờ hơn.' : `Trái mong muốn về giờ: ${slotName(at)}.`];
    case 'longRuns':
      return [less ? `${name} bớt dạy liền nhiều tiết.` : `${name} dạy liền quá nhiều tiết.`];
    case 'teacherRest':
      return [
        less
          ? `${name} đỡ phải dạy tiết cuối chiều rồi tiết đầu sáng hôm sau.`
          : `${name} dạy tiết cuối chiều rồi tiết đầu sáng hôm sau.`,
      ];
    case 'fairShare':
      return [less ? 'Tiết cuối buổi, ngày thứ Bảy chia đều hơn.' : 'Tiết cuối buổi, ngày thứ Bảy kém đều.'];
    case 'stability':
    case 'clash':
      return [];
  }
}
