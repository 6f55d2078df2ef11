import type { Setting } from '#rules/curriculum';

export type SchoolKind =
  | 'lowerSecondary'
  | 'upperSecondary'
  | 'combinedSecondary'
  | 'ethnicSemiBoarding'
  | 'ethnicBoardingLower'
  | 'ethnicBoardingUpper'
  | 'specialised'
  | 'vocContinuingCentre';

export type Level = 'lower' | 'upper';

const normCircular = 'Thông tư 05/2025/TT-BGDĐT (7/3/2025), hiệu lực 22/4/2025';
const quotaCircular = 'Thông tư 20/2023/TT-BGDĐT, hiệu lực 16/12/2023';

/** Periods a week of a teacher who only teaches, by level and kind of school (STF-10..13). */
export const teacherNorm: Setting<Readonly<Record<SchoolKind, Readonly<Record<Level, number>>>>> = {
  value: {
    lowerSecondary: { lower: 19, upper: 17 },
    upperSecondary: { lower: 19, upper: 17 },
    combinedSecondary: { lower: 19, upper: 17 },
    specialised: { lower: 19, upper: 17 },
    ethnicSemiBoarding: { lower: 17, upper: 17 },
    ethnicBoardingLower: { lower: 17, upper: 15 },
    ethnicBoardingUpper: { lower: 17, upper: 15 },
    vocContinuingCentre: { lower: 19, upper: 17 },
  },
  source: `${normCircular}: THCS 19, THPT 17; bán trú, nội trú THCS 17; nội trú THPT 15. Trung tâm GDNN-GDTX chưa có mức riêng trong tài liệu: tạm theo cấp học.`,
};

/** Periods a week of managers (STF-14). */
export const managerNorm: Setting<{ principal: number; vicePrincipal: number }> = {
  value: { principal: 2, vicePrincipal: 4 },
  source: `${normCircular}: hiệu trưởng 2 tiết, phó hiệu trưởng 4 tiết mỗi tuần.`,
};

/** The Youth League organiser (TPTĐ): periods a week in a large school, and the share of the norm in a smaller one (STF-15). */
export const youthLeaderNorm: Setting<{ large: number; shareOfNorm: number }> = {
  value: { large: 2, shareOfNorm: 0.5 },
  source: `${normCircular}: trường lớn khoảng 2 tiết mỗi tuần, trường nhỏ một phần định mức; tỉ lệ chờ đối chiếu văn bản.`,
};

/** From how many classes a school counts as large for party secretary and TPTĐ, by zone (STF-15, STF-23). */
export const largeSchool: Setting<{ zone1: number; otherZones: number }> = {
  value: { zone1: 19, otherZones: 28 },
  source: `${normCircular}: từ 28 lớp (vùng 2, 3) hoặc từ 19 lớp (vùng 1).`,
};

/** Periods a week taken off for homeroom (STF-20), probation (STF-26) and a child under 12 months (STF-27). */
export const personalReductions: Setting<{ homeroom: number; probation: number; infant: number }> = {
  value: { homeroom: 4, probation: 2, infant: 3 },
  source: `${normCircular}, Điều 9-12: chủ nhiệm 4 tiết, tập sự 2 tiết, nữ có con dưới 12 tháng (trung học) 3 tiết.`,
};

export const dutyKinds = [
  'teamLead',
  'deputyTeamLead',
  'pupilTeamLead',
  'deputyPupilTeamLead',
  'partySecretary',
  'unionChair',
  'youthUnionSecretary',
  'subjectRoom',
  'library',
  'equipment',
  'academicOffice',
  'counselling',
  'officeWork',
  'other',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface DutyRule {
  readonly name: string;
  /** Proposed reduction in periods a week. */
  readonly reduction: number;
  /** The circular fixes the number: a different one is refused. */
  readonly fixed: boolean;
  /** Reduces also when an allowance pays for it (STF-29, Điều 3). */
  readonly reducesThoughPaid: boolean;
  readonly source: string;
}

const decided = (name: string, reduction: number): DutyRule => ({
  name,
  reduction,
  fixed: false,
  reducesThoughPaid: false,
  source: `${normCircular}: hiệu trưởng quyết định theo khối lượng công việc; số đề xuất chờ đối chiếu văn bản.`,
});

/** Duties beside teaching and what they take off the norm (STF-21..25). */
export const dutyRules: Readonly<Record<DutyKind, DutyRule>> = {
  teamLead: {
    name: 'Tổ trưởng chuyên môn',
    reduction: 3,
    fixed: true,
    reducesThoughPaid: true,
    source: `${normCircular}: 3 tiết.`,
  },
  deputyTeamLead: {
    name: 'Tổ phó chuyên môn',
    reduction: 1,
    fixed: true,
    reducesThoughPaid: true,
    source: `${normCircular}: 1 tiết.`,
  },
  pupilTeamLead: {
    name: 'Tổ trưởng quản lí học sinh',
    reduction: 3,
    fixed: true,
    reducesThoughPaid: true,
    source: `${normCircular}: 3 tiết (trường nội trú, bán trú).`,
  },
  deputyPupilTeamLead: {
    name: 'Tổ phó quản lí học sinh',
    reduction: 1,
    fixed: true,
    reducesThoughPaid: true,
    source: `${normCircular}: 1 tiết (trường nội trú, bán trú).`,
  },
  partySecretary: {
    name: 'Bí thư chi bộ',
    reduction: 3,
    fixed: false,
    reducesThoughPaid: true,
    source: `${normCircular}: 4 tiết ở trường từ 28 lớp (vùng 1: từ 19 lớp), 3 tiết ở trường khác.`,
  },
  unionChair: {
    name: 'Chủ tịch công đoàn',
    reduction: 4,
    fixed: false,
    reducesThoughPaid: true,
    source: 'Thông tư 08/2016/TT-BGDĐT; số tiết theo quy mô công đoàn, sửa được.',
  },
  youthUnionSecretary: {
    name: 'Bí thư Đoàn trường',
    reduction: 4,
    fixed: false,
    reducesThoughPaid: true,
    source: `${normCircular}: số tiết chờ đối chiếu văn bản về cán bộ Đoàn, sửa được.`,
  },
  subjectRoom: { ...decided('Phụ trách phòng bộ môn', 3), reducesThoughPaid: true },
  library: decided('Kiêm thư viện', 3),
  equipment: decided('Kiêm thiết bị', 3),
  academicOffice: decided('Kiêm giáo vụ', 4),
  counselling: decided('Tư vấn học sinh', 4),
  officeWork: decided('Kiêm văn thư, thủ quỹ', 4),
  other: decided('Việc khác', 1),
};

/** A teacher holds at most so many duties at once, homeroom among them (STF-29). */
export const mostDuties: Setting<number> = {
  value: 2,
  source: `${normCircular}, Điều 3: kiêm nhiệm không quá 2 nhiệm vụ; hệ thống tính cả chủ nhiệm lớp.`,
};

/** Periods of other kinds as periods of the norm (Điều 13). */
export const conversions: Setting<
  Readonly<Record<'lesson' | 'sharedSchool' | 'examRevision' | 'giftedTeam', number>>
> = {
  value: { lesson: 1, sharedSchool: 1, examRevision: 1, giftedTeam: 1.5 },
  source: `${normCircular}, Điều 13: dạy liên trường, ôn thi tuyển sinh, tốt nghiệp tính 1; bồi dưỡng đội tuyển 1,5-2 chờ đối chiếu văn bản.`,
};

/** Extra periods in a week beyond the norm: at most this share of it. */
export const mostOvertimeShare: Setting<number> = {
  value: 0.5,
  source:
    'Số tiết dạy thêm trong tuần không quá 50% định mức tuần; đối chiếu giới hạn làm thêm của Bộ luật Lao động.',
};

/** A load counts as right within so many periods a week of the norm; the proposal does not go further above. */
export const loadTolerance: Setting<number> = {
  value: 2,
  source: 'Mức mặc định của hệ thống: lệch không quá 2 tiết mỗi tuần so với định mức.',
};

/** Subjects that any teacher may take part in, by theme (activities, local contents). */
export const openSubjects: Setting<readonly string[]> = {
  value: ['EXP', 'LOC'],
  source:
    'Hoạt động trải nghiệm, hướng nghiệp và giáo dục địa phương phân công theo chủ đề cho giáo viên phù hợp.',
};

/** Strands that whoever teaches any other strand of the subject may take: no teacher is trained for them alone. */
export const commonStrands: Setting<Readonly<Record<string, readonly string[]>>> = {
  value: { SCI: ['earth'] },
  source:
    'Trái Đất và bầu trời không có ngành đào tạo riêng: giáo viên dạy phân môn khác của KHTN cùng đảm nhận, theo kế hoạch của trường.',
};

/** How the periods of an integrated subject are shared over its strands when the programme does not fix it (CV 5636 for KHTN). */
export const strandShares: Setting<Readonly<Record<string, Readonly<Record<string, number>>>>> = {
  value: {
    SCI: { matter: 0.3, energy: 0.3, life: 0.3, earth: 0.1 },
    HISGEO: { history: 0.5, geography: 0.5 },
  },
  source: 'Mức chia đề xuất của hệ thống; trường chia theo kế hoạch dạy học của mình.',
};

/** Teachers a class by level and kind of school (STF-01..05). */
export const quotaPerClass: Setting<Readonly<Record<SchoolKind, Readonly<Record<Level, number>>>>> = {
  value: {
    lowerSecondary: { lower: 1.9, upper: 2.25 },
    upperSecondary: { lower: 1.9, upper: 2.25 },
    combinedSecondary: { lower: 1.9, upper: 2.25 },
    specialised: { lower: 1.9, upper: 3.1 },
    ethnicSemiBoarding: { lower: 2.2, upper: 2.25 },
    ethnicBoardingLower: { lower: 2.2, upper: 2.4 },
    ethnicBoardingUpper: { lower: 2.2, upper: 2.4 },
    vocContinuingCentre: { lower: 1.9, upper: 2.25 },
  },
  source: `${quotaCircular}: THCS 1,9; nội trú, bán trú THCS 2,2; THPT 2,25; nội trú THPT 2,4; lớp chuyên 3,1.`,
};

/** Pupils of a notional class and pupils left over that make one more teacher, by zone; boarding and chuyên have 35 (STF-08). */
export const notionalClass: Setting<Readonly<Record<1 | 2 | 3, { size: number; leftover: number }>>> = {
  value: {
    1: { size: 35, leftover: 17 },
    2: { size: 40, leftover: 20 },
    3: { size: 45, leftover: 22 },
  },
  source: `${quotaCircular}, Điều 3: 35, 40, 45 học sinh một lớp theo vùng 1, 2, 3; phần lẻ 17, 20, 22 học sinh thêm một giáo viên (làm tròn xuống là cách hiểu của hệ thống).`,
};
