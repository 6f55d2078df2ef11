import type { Choice } from '#rules/curriculum';
import type { SchoolRows, TeamRows } from './rows.ts';

export interface ClassFact {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly specialisedSubject: string | null;
  readonly twoSessions: boolean;
  readonly pupils: number;
  readonly female: number;
  readonly ethnic: number;
  readonly choices: readonly Choice[];
}

export interface StaffFact {
  /** Teachers who may teach the subject. */
  readonly subjectCode: string;
  readonly teachers: number;
  /** Periods a week they can give together: a teacher of several subjects counts in each with a share. */
  readonly shares: number;
}

/** What the rows of the school say: nobody types it into the plan. */
export interface SchoolFacts {
  readonly schoolKind: string | null;
  readonly classes: readonly ClassFact[];
  readonly staff: readonly StaffFact[];
  readonly managers: number;
  readonly teachers: number;
  readonly employees: number;
  readonly femaleStaff: number;
  readonly belowStandard: number;
  readonly classrooms: number;
  readonly subjectRooms: number;
}

/** The province's frame of the year. */
export interface YearFrame {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weeks: readonly {
    readonly number: number;
    readonly semester: number;
    readonly startsOn: string;
    readonly endsOn: string;
  }[];
}

/** First and last days of teaching that the plan sets. */
export interface Calendar {
  readonly lessonsFrom: string;
  readonly semester1To: string;
  readonly semester2From: string;
  readonly lessonsTo: string;
}

/** Everything a check looks at. */
export interface PlanFacts extends SchoolFacts, SchoolRows, TeamRows {
  readonly year: YearFrame;
  readonly calendar: Calendar;
}

export type Severity = 'mustFix' | 'warning';

/** One rule that a plan does not keep. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Where: grade, class, subject, day. */
  readonly place: string;
  /** What is wrong and which rows to change. */
  readonly message: string;
}

export const ruleIds = [
  'programmePeriods',
  'choices',
  'sessionLength',
  'dayLength',
  'weekSessions',
  'weekCapacity',
  'mixedSession',
  'overload',
  'freeOfCharge',
  'groupKinds',
  'groupSize',
  'tutoringPeriods',
  'staffCapacity',
  'rooms',
  'calendar',
  'annex1',
  'annex1Sum',
  'tests',
  'targets',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** The rule in words, with its source, for people. */
export const ruleWords: Readonly<Record<RuleId, string>> = {
  programmePeriods: 'Đủ số tiết của chương trình (TT 32/2018/TT-BGDĐT)',
  choices: 'Tổ hợp môn lựa chọn, chuyên đề đúng quy định (TT 13/2022/TT-BGDĐT)',
  sessionLength: 'Không quá 5 tiết mỗi buổi (CV 4567/BGDĐT-GDPT)',
  dayLength: 'Không quá 7 tiết mỗi ngày (CV 4567/BGDĐT-GDPT)',
  weekSessions: 'Số buổi trong tuần (CV 4567/BGDĐT-GDPT)',
  weekCapacity: 'Khung tuần đủ chỗ cho chương trình',
  mixedSession: 'Không xếp giờ chính khoá chung buổi với buổi 2 (CV 4567/BGDĐT-GDPT)',
  overload: 'Không quá tải học sinh',
  freeOfCharge: 'Buổi 2 không thu tiền của học sinh (CV 4567/BGDĐT-GDPT, TT 29/2024)',
  groupKinds: 'Dạy thêm trong trường chỉ ba nhóm học sinh (TT 29/2024 Điều 5)',
  groupSize: 'Nhóm không quá 45 học sinh (TT 29/2024 Điều 5)',
  tutoringPeriods: 'Mỗi môn không quá 2 tiết/tuần (TT 29/2024 Điều 5)',
  staffCapacity: 'Đủ giáo viên theo định mức (TT 05/2025/TT-BGDĐT)',
  rooms: 'Đủ phòng học cho mỗi buổi',
  calendar: 'Lịch trong khung thời gian năm học của tỉnh, 35 tuần',
  annex1: 'Mỗi môn, mỗi khối có Phụ lục 1 (CV 5512/BGDĐT-GDTrH)',
  annex1Sum: 'Phân phối chương trình khớp số tiết của kế hoạch',
  tests: 'Đủ bài kiểm tra định kì (TT 22/2021 Điều 7)',
  targets: 'Chỉ tiêu theo mức khớp số học sinh (TT 22/2021 Điều 8, 9)',
};
