/** A figure that somebody decides, with where it comes from (Vietnamese, shown to people). */
interface Setting<Value> {
  readonly value: Value;
  readonly source: string;
}

/** CUR-11, CUR-12: CV 4567/BGDĐT-GDPT of 5/8/2025 on Directive 17/CT-TTg. */
export const sessionLimits = {
  periodsPerSession: 5,
  periodsPerDay: 7,
  sessionsPerWeek: 11,
  daysOfTwoSessions: 5,
  source:
    'CV 4567/BGDĐT-GDPT ngày 5/8/2025: tối đa 5 tiết/buổi, 7 tiết/ngày, 11 buổi/tuần; 2 buổi/ngày học ít nhất 5 ngày/tuần.',
} as const;

/** CUR-17: above it a grade is called overloaded; a practice, not a ban. */
export const overloadPeriodsPerWeek: Setting<number> = {
  value: 35,
  source: 'Mức thực hành của các tỉnh đang dạy 2 buổi/ngày: 35 tiết/tuần; Sở đặt được mức khác.',
};

/** CUR-42: Circular 29/2024/TT-BGDĐT art. 5. */
export const groupLimits = {
  pupils: 45,
  periodsPerSubject: 2,
  source:
    'TT 29/2024/TT-BGDĐT Điều 5: mỗi lớp không quá 45 học sinh, mỗi môn không quá 2 tiết/tuần, không thu tiền.',
} as const;

/** STF-10..13: Circular 05/2025/TT-BGDĐT, periods a week of a teacher without other duties. */
export function weeklyNorm(schoolKind: string | null): number {
  switch (schoolKind) {
    case 'ethnicBoardingUpper':
      return 15;
    case 'upperSecondary':
    case 'specialised':
    case 'ethnicSemiBoarding':
    case 'ethnicBoardingLower':
      return 17;
    default:
      return 19;
  }
}

/** One mid-term and one final assessment a semester for each subject: Circular 22/2021/TT-BGDĐT art. 7. */
export const testKinds = ['midterm1', 'final1', 'midterm2', 'final2'] as const;

/** Taught by teachers of any subject, by theme: no staff of their own (HĐTN, GDĐP). */
export const taughtByAnybody: readonly string[] = ['EXP', 'LOC'];
