/**
 * The national frame of a school year: what the ministry sets and within which a province decides.
 *
 * 2025-2026: Decision 2269/QĐ-BGDĐT of 11/8/2025. Opening day 5/9/2025; classes may gather at most one week
 * before it (grades 1, 9 and 12: two weeks); semester 1 ends before 18/1/2026; the year ends before 31/5/2026;
 * 35 teaching weeks (18 + 17). A province may start earlier or extend by at most 15 days in special cases;
 * the province's own decision is a setting of the department and always wins.
 *
 * Tết: the first day of the lunar year falls on 17/2/2026. The school break is set by each province; the
 * one-week break given here is a proposal to be confirmed, not a decision.
 */

/** Days are 'YYYY-MM-DD'. */
export interface NationalSchoolYear {
  readonly name: string;
  /** Where the dates come from, as shown to the person who sets the year. */
  readonly sourceNote: string;
  /** First day on which final grades (9, 12) may gather. */
  readonly reopensFinalGradesFrom: string;
  /** First day on which the other grades may gather. */
  readonly reopensFrom: string;
  readonly opensOn: string;
  readonly semester1EndsBefore: string;
  readonly endsBefore: string;
  readonly semester1Weeks: number;
  readonly semester2Weeks: number;
  /** Proposals; the province decides. */
  readonly proposedBreaks: readonly { readonly from: string; readonly to: string; readonly name: string }[];
}

/** School year 2025-2026 by Decision 2269/QĐ-BGDĐT. */
export const nationalSchoolYear2025: NationalSchoolYear = {
  name: '2025-2026',
  sourceNote:
    'Khung kế hoạch thời gian năm học theo Quyết định 2269/QĐ-BGDĐT ngày 11/8/2025; lịch nghỉ Tết là đề xuất, chờ quyết định của UBND tỉnh.',
  reopensFinalGradesFrom: '2025-08-22',
  reopensFrom: '2025-08-29',
  opensOn: '2025-09-05',
  semester1EndsBefore: '2026-01-18',
  endsBefore: '2026-05-31',
  semester1Weeks: 18,
  semester2Weeks: 17,
  proposedBreaks: [{ from: '2026-02-16', to: '2026-02-22', name: 'Nghỉ Tết Nguyên đán' }],
};
