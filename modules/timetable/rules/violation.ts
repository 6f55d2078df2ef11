import type { Lesson } from './ground.ts';

/** Rules a timetable may break; CUR ids in the words beside. */
export const ruleIds = [
  'teacherClash',
  'classClash',
  'roomClash',
  'closed',
  'takenElsewhere',
  'outsideSession',
  'mixedSession',
  'dayLength',
  'weekSessions',
  'pupilClash',
  'blockSplit',
  'subjectPerDay',
  'afterLunch',
  'classGap',
  'roomTooSmall',
  'roomUnequipped',
  'noonPlaces',
  'travel',
  'unplaced',
] as const;
export type RuleId = (typeof ruleIds)[number];

export const ruleWords: Readonly<Record<RuleId, string>> = {
  teacherClash: 'Trùng giáo viên',
  classClash: 'Trùng lớp',
  roomClash: 'Trùng phòng',
  closed: 'Giờ đã đóng',
  takenElsewhere: 'Giáo viên đang dạy trường khác',
  outsideSession: 'Ngoài buổi học của lớp (CUR-11)',
  mixedSession: 'Chính khoá và buổi 2 chung một buổi (CUR-13)',
  dayLength: 'Quá số tiết một ngày (CUR-12)',
  weekSessions: 'Quá số buổi một tuần (CUR-12)',
  pupilClash: 'Học sinh ở hai nhóm cùng giờ',
  blockSplit: 'Nhóm môn lựa chọn không cùng giờ',
  subjectPerDay: 'Một môn quá nhiều tiết một ngày',
  afterLunch: 'Môn không nên học ngay sau giờ trưa',
  classGap: 'Lớp có tiết trống giữa buổi',
  roomTooSmall: 'Phòng ít chỗ hơn số học sinh',
  roomUnequipped: 'Phòng thiếu thiết bị môn học cần',
  noonPlaces: 'Quá số lớp ở lại trưa',
  travel: 'Không kịp đi giữa hai điểm trường',
  unplaced: 'Chưa xếp chỗ',
};

/** Only a wish of the school, not a rule that forbids publishing. */
const mild: ReadonlySet<RuleId> = new Set([
  'subjectPerDay',
  'afterLunch',
  'classGap',
  'roomTooSmall',
  'roomUnequipped',
]);

export interface Violation {
  readonly rule: RuleId;
  readonly severity: 'mustFix' | 'warning';
  readonly message: string;
  readonly lessonIds: readonly string[];
}

/** A rule that lessons break, in words. */
export function violation(rule: RuleId, message: string, lessons: readonly Pick<Lesson, 'id'>[]): Violation {
  return {
    rule,
    severity: mild.has(rule) ? 'warning' : 'mustFix',
    message,
    lessonIds: lessons.map(({ id }) => id),
  };
}
